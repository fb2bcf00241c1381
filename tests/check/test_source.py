"""A text stays as it stands in the file, and what a file may not hold is refused at its place."""

from __future__ import annotations

import time

import pytest

from routine.check.lines import narrowed
from routine.check.nodes import Mapping, Scalar, place, raw
from routine.check.problems import Mark, RoutineError
from routine.check.source import MAX_BYTES, MAX_COLUMNS, MAX_LINES, look, read
from routine.check.yaml_reader import MAX_VALUES

BASE = "site:\n  name: Å\nroles: []\n"


def codes(data: bytes) -> list[tuple[str, int]]:
    return [(problem.code, problem.mark.line) for problem in look(data, "x").problems]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        *((text, text) for text in ("no", "0112", "12:30", "1e9", "2024-05-01", "True", "§ 7", "3.10", "Vad? Jo!")),
        *((text, text) for text in ("den ’lilla’ dörren", "Säg ”stopp” högt", "10\u00a0000 kr", "a#b", "-5", "*31#")),
        ("ett\u00a0två", "ett två"),
        ("114\u00a014", "114 14"),
        ("'a: b'", "a: b"),
        ('"a # b"', "a # b"),
        ('"\\u00e5"', "å"),
        ("|\n  ett\n  två", "ett\ntvå"),
        (">\n  ett\n  två", "ett två"),
        ("ett\n  två", "ett två"),
        ('"ett\n  två: tre"', "ett två: tre"),
        ("x  # hårt\u00a0mellanslag – i en kommentar", "x"),
    ],
)
def test_a_text_is_kept_as_it_stands(written: str, kept: str) -> None:
    found = look(f"a: {written}\n".encode(), "x", ("a",))
    told = [problem.code for problem in found.problems]
    assert found.root is None or raw(found.root) == {"a": kept} or told == ["S005"] or told == ["S008"]
    assert told == ({"*31#": ["S005"], "x  # hårt\u00a0mellanslag – i en kommentar": ["S008"]}.get(written, []))


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (BASE.encode("latin-1"), "S001", 2),
        (BASE.encode("utf-16"), "S001", 1),
        (b"a: b\n# sm\xf6rja \xc3\xa5\n", "S001", 2),
        (b"", "S011", 1),
        (b"\xef\xbb\xbf# bara\n", "S011", 1),
        (b"- a\n", "S011", 1),
        (b"a: b\n---\nc: d\n", "S012", 2),
        (b"a" * (MAX_BYTES + 1), "S010", 1),
        (b"\n" * MAX_LINES, "S010", MAX_LINES + 1),
        (b"a: " + b"x" * MAX_COLUMNS, "S010", 1),
        (b"a:\n" + b"- [a,a,a,a]\n" * (MAX_VALUES // 5 + 1), "S010", MAX_VALUES // 5 + 1),
        (b"a: " + b"[" * 30 + b"]" * 30, "S009", 1),
        (b"a: [" + b"{x: " * 400, "S009", 1),
        ("a: b\u200bc\n".encode(), "S007", 1),
        ("a: a\u0308\n".encode(), "S007", 1),
        ("a:\u00a0y\n".encode(), "S007", 1),
        ("a:\n\u00a0 - y\n".encode(), "S007", 2),
        (b'a: "\\u200b"\n', "S007", 1),
        ("a: StÃ¤ng\n".encode(), "S022", 1),
        (b"a: St?ng\n", "S022", 1),
        (b"a: &x [b]\nc: *x\n", "S005", 1),
        (b"a: !x b\n", "S006", 1),
        (b"? [a]\n: b\n", "S013", 1),
        (b"a: b\tc\n", "S003", 1),
        (b"a: ett\n  - tva\n", "S018", 2),
    ],
)
def test_what_a_file_may_not_hold_is_told_first_at_its_line(data: bytes, code: str, line: int) -> None:
    begun = time.process_time()
    assert codes(data)[0] == (code, line)
    assert time.process_time() - begun < 1


def test_an_alias_bomb_is_not_expanded() -> None:
    bomb = b"a0: &a0 [x, x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 40))
    assert {code for code, _ in codes(bomb)} == {"S005"}


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_breaks_and_a_byte_order_mark_make_no_difference(ending: str) -> None:
    text, root = read(b"\xef\xbb\xbf" + BASE.replace("\n", ending).encode(), "x")
    assert (text, raw(root)) == (BASE, {"site": {"name": "Å"}, "roles": []})


def test_marks_count_from_one_and_carry_the_length() -> None:
    _, root = read(BASE.encode(), "x")
    assert isinstance(root, Mapping)
    assert place(root, ("site", "name")) == Mark(2, 9)
    assert place(root, ("site", "name"), key=True) == Mark(2, 3, 4)
    assert place(root, ("site", "gone")) == Mark(1, 1, 4)
    assert root.entries[0][0] == Scalar("site", Mark(1, 1, 4))


def test_characters_that_steer_a_terminal_never_reach_the_report() -> None:
    with pytest.raises(RoutineError) as raised:
        read(b"a: \x1b[31mr\xc3\xb6d\n", "x")
    assert "\x1b" not in raised.value.report()


@pytest.mark.parametrize(
    ("text", "mark", "part", "found"),
    [
        ("a: ett två ett", Mark(1, 4, 11), "två", Mark(1, 8, 3)),
        ("a: Ring 112 eller 12.", Mark(1, 4, 18), "12", Mark(1, 19, 2)),
        ("a: |\n  ett\n\n  två\nb: två", Mark(1, 4, 1), "två", Mark(4, 3, 3)),
        ("a: |\n  ett\nb: två", Mark(1, 4, 1), "två", Mark(1, 4, 1)),
        ('a: "tv\\u00e5"', Mark(1, 4, 9), "två", Mark(1, 4, 9)),
    ],
)
def test_a_part_is_found_in_its_value_alone(text: str, mark: Mark, part: str, found: Mark) -> None:
    assert narrowed(text, mark, part) == found
