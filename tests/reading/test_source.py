"""Text to nodes: nothing is changed on the way, and every node knows its place."""

from __future__ import annotations

import ast
import random
import time
from typing import Any

import pytest
import yaml

from routine.loading.load import load
from routine.loading.parse import parse
from routine.reading import document, yaml_reader
from routine.reading.amounts import MAX_BYTES, MAX_COLUMNS, MAX_LINES, MAX_VALUES
from routine.reading.characters import broken_letters
from routine.reading.nodes import Mapping, Node, Scalar, Sequence
from routine.reading.problems import Mark, RoutineError
from routine.reading.refusals import MAX_DEPTH
from routine.reading.source import read
from tests.kit.paths import SMALL
from tests.kit.variants import small


def nodes(text: str) -> Mapping:
    """The root of a file."""
    return read(text.encode(), "rutin.yaml")[1]


def value(text: str) -> str:
    """What the file's one key holds, when that is a text."""
    ((_, node),) = nodes(f"key: {text}\n").entries
    assert isinstance(node, Scalar)
    return node.value


def codes(data: bytes) -> list[str]:
    """The codes of everything that is refused."""
    with pytest.raises(RoutineError) as raised:
        read(data, "rutin.yaml")
    return [problem.code for problem in raised.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "NO",
        "yes",
        "on",
        "off",
        "true",
        "0112",
        "08",
        "12:30",
        "1_000",
        "1e3",
        "0x1F",
        "114 14",
        "3.10",
        "2020-02-29",
        ".inf",
        "=",
        "null och void",
        "C#",
        "a:b",
        "a#b",
    ],
)
def test_keeps_a_plain_text_as_it_stands(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('"null"', "null"),
        ("'~'", "~"),
        ('"a # b"', "a # b"),
        ("'a: b'", "a: b"),
        ("'it''s'", "it's"),
        ('"*a &b !c"', "*a &b !c"),
        ('""', ""),
    ],
)
def test_keeps_what_stands_in_quotation_marks(text: str, kept: str) -> None:
    assert value(text) == kept


def test_keeps_the_lines_of_a_block_but_not_its_last_break() -> None:
    assert value("|\n  en\n  två\n") == "en\ntvå"
    assert value(">\n  en\n  två\n") == "en två"
    assert value("|2\n   en \n\n") == " en "


@pytest.mark.parametrize("text", ["’Nu’ heter det, inte ’sen’", "Hans’ dörr", "’n är stängd", "Det är Hans’"])
def test_keeps_an_apostrophe_and_quotation_marks_within_a_text(text: str) -> None:
    assert value(text) == text


def test_keeps_an_apostrophe_that_ends_a_line_of_a_text_in_quotation_marks() -> None:
    assert value("'Ring hos Lars’\n  i dag.'") == "Ring hos Lars’ i dag."


def test_keeps_a_hard_space_inside_a_number_and_in_a_comment() -> None:
    for bound in (
        "10\u00a0000 kronor",
        "100\u202f000\u00a0kr",
        "5\u00a0%",
        "§\u00a07",
        "kl.\u00a016.30",
        "den 5\u00a0maj",
    ):
        assert value(bound) == bound
    assert nodes("a: 'b'  # se\u00a0bilagan\n")
    assert nodes("#\u00a0Ord\u00a0om det.\na: b\n")


def test_tells_a_hard_space_anywhere_else_in_a_text_and_where_the_next_ones_are() -> None:
    with pytest.raises(RoutineError) as raised:
        read("a: Stäng\u00a0dörren\nb: efter\u00a0dig, i 10\u00a0000 rum\nc: nu\n".encode(), "a.yaml")
    (problem,) = raised.value.problems
    assert (problem.code, problem.mark) == ("S007", Mark(1, 9))
    assert problem.related == ((Mark(2, 9), "också här"),)


def test_keeps_the_order_of_keys_and_items() -> None:
    root = nodes("b: [z, a]\na: {d: 1, c: 2}\n")
    assert [key.value for key, _ in root.entries] == ["b", "a"]
    items, group = (node for _, node in root.entries)
    assert isinstance(items, Sequence)
    assert isinstance(group, Mapping)
    assert [item.value for item in items.items if isinstance(item, Scalar)] == ["z", "a"]
    assert [key.value for key, _ in group.entries] == ["d", "c"]


def test_marks_count_from_one_and_carry_the_length() -> None:
    root = nodes("ett: 1\ntvå:\n  - åäö\n  - n: m\n")
    assert [key.mark for key, _ in root.entries] == [Mark(1, 1, 3), Mark(2, 1, 3)]
    items = root.entries[1][1]
    assert isinstance(items, Sequence)
    assert [item.mark for item in items.items] == [Mark(3, 5, 3), Mark(4, 5, 1)]


def test_gives_the_text_that_the_marks_count_in() -> None:
    assert read("\ufeffa: å\r\nb: c\rd: e\n".encode(), "x")[0] == "a: å\nb: c\nd: e\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_reads_the_line_breaks_of_every_system(ending: str) -> None:
    root = nodes("a: 1\nb: 2\n".replace("\n", ending))
    assert [(key.value, key.mark.line) for key, _ in root.entries] == [("a", 1), ("b", 2)]


def test_one_document_may_begin_and_end() -> None:
    assert [key.value for key, _ in nodes("%YAML 1.2\n---\na: b\n...\n").entries] == ["a"]


@pytest.mark.parametrize(
    "line",
    [
        "# bara en kommentar",
        "a: b\n# mellan\nc: d",
        "a: 'b' # efter citattecken",
        "a: [b, c] # efter lista",
        "a: # före grupp\n  b: c",
    ],
)
def test_a_comment_that_cuts_no_text_is_let_be(line: str) -> None:
    assert nodes(f"x: y\n{line}\n").entries[0][0].value == "x"


@pytest.mark.parametrize("data", [b"a: *a\n", b"a: &a b\n", b"a: &a [*a, *a]\n", b"<<: {a: b}\n", b"<<: *a\n"])
def test_never_follows_an_alias(data: bytes) -> None:
    assert set(codes(data)) == {"S005"}


def test_an_alias_bomb_is_not_expanded() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"] + [
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)
    ]
    begun = time.process_time()
    assert codes("\n".join(rows).encode()) == ["S005"]
    assert time.process_time() - begun < 5


def nested(depth: int) -> bytes:
    """A list in a list …, `depth` levels of them below the root."""
    return b"a: " + b"[" * depth + b"x" + b"]" * depth


def test_takes_what_is_as_deep_as_allowed() -> None:
    def depth(node: Node) -> int:
        return 1 + depth(node.items[0]) if isinstance(node, Sequence) else 0

    ((_, node),) = read(nested(MAX_DEPTH - 1), "x")[1].entries
    assert depth(node) == MAX_DEPTH - 1
    assert codes(nested(MAX_DEPTH)) == ["S009"]


@pytest.mark.parametrize(
    "data",
    [b"[" * 1_900, b"{a: " * 490, b"- " * 990, b"? " * 990],
    ids=["lists", "groups", "dashes", "keys"],
)
def test_gives_up_at_once_on_what_is_far_too_deep(data: bytes) -> None:
    begun = time.process_time()
    assert codes(data) == ["S009"]
    assert time.process_time() - begun < 5


def test_takes_what_is_as_large_as_allowed() -> None:
    line, rest = b"#" * 999 + b"\n", MAX_BYTES // 1000
    assert nodes((b"a: b\n#" + b"x" * 993 + b"\n" + line * (rest - 1)).decode()).entries[0][0].value == "a"
    assert codes(b"a: b\n#" + b"x" * 994 + b"\n" + line * (rest - 1)) == ["S010"]


def test_takes_as_many_lines_and_values_and_as_long_ones_as_allowed() -> None:
    text = "b" * (MAX_COLUMNS - 3)
    assert nodes(f"a: {text}{chr(10) * (MAX_LINES - 1)}").entries[0][0].value == "a"
    assert codes(f"a: {text}{chr(10) * MAX_LINES}".encode()) == ["S010"]
    assert codes(f"a: {text}b\n".encode()) == ["S010"]
    values = MAX_VALUES - 3  # All but the group, its key and the list.
    assert nodes(f"a:\n{_fives(values)}").entries[0][0].value == "a"
    assert codes(f"a:\n{_fives(values + 1)}".encode()) == ["S010"]


def _fives(values: int) -> str:
    """A list of so many values: lists of four, each a value too, and single ones."""
    return "- [b, b, b, b]\n" * (values // 5) + "- b\n" * (values % 5)


@pytest.mark.parametrize(
    "character",
    [
        "\0",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x85",
        "\u00ad",
        "\u200b",
        "\u200d",
        "\u200e",
        "\u2028",
        "\u2029",
        "\u202e",
        "\u2060",
        "\u2066",
        "\ufeff",
        "\uffff",
    ],
)
def test_refuses_what_cannot_be_seen(character: str) -> None:
    assert codes(f"a: b{character}c\n".encode()) == ["S007"]


@pytest.mark.parametrize(
    "escape", [r"\0", r"\a", r"\e", r"\N", r"\L", r"\P", r"\r", r"\x00", r"\u200b", r"\ud800", r"\ufeff", r"e\u0301"]
)
def test_refuses_what_cannot_be_seen_when_written_with_a_backslash(escape: str) -> None:
    assert codes(f'a: "b{escape}c"\n'.encode()) == ["S007"]


@pytest.mark.parametrize("escape", [r"\n", r"\t", r"\"", r"\\", r"\_", r"\u00e5", r"\x41"])
def test_takes_an_escape_that_can_be_seen(escape: str) -> None:
    assert value(f'"b{escape}c"') == "b" + ast.literal_eval(f'"{escape}"'.replace(r"\_", r"\xa0")) + "c"


@pytest.mark.parametrize("text", [r'"\UFFFFFFFF"', r'"\U00110000"', r'"\q"', r'"\xZZ"', r'"\u12"'])
def test_refuses_an_escape_that_means_nothing(text: str) -> None:
    assert codes(f"a: {text}\n".encode()) == ["S002"]


def test_a_directive_that_counts_high_is_no_wait() -> None:
    assert nodes(f"%YAML 1.{'1' * 1900}\n---\na: b\n").entries[0][0].value == "a"


def test_places_are_right_below_a_line_break_that_only_yaml_sees() -> None:
    with pytest.raises(RoutineError) as raised:
        read("a: b\u2028\n\nc: d\u200b\n".encode(), "x")
    assert [problem.mark.line for problem in raised.value.problems] == [1, 3]
    assert "     3 | c: d" in raised.value.report()


def test_the_picture_of_a_long_line_is_cut_around_the_place() -> None:
    with pytest.raises(RoutineError) as raised:
        read(b"a: '" + b"x" * 500 + "\u200b".encode() + b"y" * 500 + b"'\n", "x")
    _, picture, caret, *_ = raised.value.report().split("\n")
    assert len(picture) < 200
    assert picture[caret.index("^") - 1] == "x"
    assert picture[caret.index("^") + 1] == "y"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("St?dpersonen ?r (?n) ”?ppen”", 4),
        ("Vad g?r du", 1),
        ("Är det så? Ring. Eller?”", 0),
        ("Vad (om det är så?) gör du?", 0),
        ("Är du säker?Ring", 0),
        ("https://www.example.org/sida?q=a&b?c", 0),
        ("www.example.org?sok", 0),
        ("Lägg till ?lang=sv sist", 0),
        ("Är det 3?a", 0),
    ],
)
def test_a_question_mark_in_a_letters_place_is_told(text: str, count: int) -> None:
    """Not where a question ends, nor in an address."""
    told = [problem.message for problem in broken_letters(text)]
    more = f"; det första av {count} i filen" if count > 1 else ""
    assert told == ([f"Här har en bokstav blivit ”?”{more}."] if count else [])


def test_characters_that_steer_a_terminal_never_reach_the_report() -> None:
    with pytest.raises(RoutineError) as raised:
        read(b"a: b\x1b[31mc\n", "x")
    assert "\x1b" not in raised.value.report()


def test_a_syntax_fault_comes_with_what_was_seen_before_it() -> None:
    assert codes(b"a: *b\na: c\nd: [e\n") == ["S005", "S004", "S002"]


def test_a_question_in_a_list_hides_no_other_fault_and_is_read_as_it_stands() -> None:
    """The slow library ends a text there, and is asked as soon as there is a fault anywhere, or a tab in a comment."""
    text = SMALL.read_text(encoding="utf-8")
    begun = text.index("also: [") + len("also: [")
    asked = f"{text[:begun]}droppar det? , rinner det?, {text[begun:]}"
    as_it_is = parse(asked.encode(), "rutin.yaml")
    assert parse(f"# en\tflik\n{asked}".encode(), "rutin.yaml") == as_it_is
    lines = asked.split("\n")
    at = max(n for n, line in enumerate(lines) if "    text: " in line)
    lines[at] = lines[at].replace("text: ", "text: Obs: ")
    with pytest.raises(RoutineError) as refused:
        parse("\n".join(lines).encode(), "rutin.yaml")
    assert [(each.code, each.mark.line) for each in refused.value.problems] == [("S002", at + 1)]


@pytest.mark.parametrize(
    "more",
    [
        '"Rör ingen strömbrytare i en blöt sal, och\n        tänk: den kan leda."',
        "'Rör ingen strömbrytare i en blöt sal, och\n        tänk: den kan leda.'",
    ],
)
def test_a_quoted_text_may_go_on_below_with_a_colon(more: str) -> None:
    text = SMALL.read_text(encoding="utf-8")
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line == "    points:") + 1
    lines[at : at + 1] = [f"      - {more}", lines[at]]
    (point, *_) = parse("\n".join(lines).encode(), "rutin.yaml").guidance[0].points
    assert point == "Rör ingen strömbrytare i en blöt sal, och tänk: den kan leda."


def test_a_group_in_braces_may_go_on_below() -> None:
    data = b"rows:\n  - {row: 5, section: 7.1.2,\n     responsible: [rektorn]}\n  - {row: 6}\n"
    _, root = read(data, "a.yaml")
    assert isinstance(root, Mapping)


def test_the_fast_library_reads_what_the_slow_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same nodes in the same places, and the same faults, also with something done to a line; but for a question
    mark within brackets, which the slow one takes for a sign."""
    lines = SMALL.read_text(encoding="utf-8").split("\n")
    chance = random.Random(1)
    texts = ["\n".join(lines)]
    for sign in (*"\t:-#&*!|>'\"%@`[]{},~", "\ufeff", "  ", " #", ": ", "- "):
        at = chance.choice([at for at, line in enumerate(lines) if "?" not in line])
        cut = chance.randint(0, len(lines[at]))
        texts.append("\n".join([*lines[:at], lines[at][:cut] + sign + lines[at][cut:], *lines[at + 1 :]]))
    texts += ["a\ufeffb: c\n", "a:\tb\n", "a:\n  - b\t\n"]
    fast = [document.document(text, ("site",)) for text in texts]
    monkeypatch.setattr(yaml_reader, "FAST", yaml.SafeLoader)
    assert [document.document(text, ("site",)) for text in texts] == fast
    assert sum(bool(each.problems) for each in fast) > 3, "some of it is not YAML"


@pytest.mark.parametrize("form", [{}, {"width": 40}, {"width": 10_000}, {"indent": 4}, {"sort_keys": True}], ids=str)
def test_what_a_program_has_written_is_taken_for_no_slip(form: dict[str, Any]) -> None:
    """Lists in the column of their key, texts over several lines, keys in another order."""
    written = yaml.safe_dump(small(), **{"allow_unicode": True, "sort_keys": False, **form})
    assert parse(written.encode(), "rutin.yaml") == load(SMALL)
