"""From a file to a routine or to a RoutineError: never to anything else, whatever the file holds."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError

from routine.disk import cache
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.loading import load as loading
from routine.loading import parse as parsing
from routine.loading.load import DECIDES, load
from routine.loading.parse import parse, parse_adopted
from routine.publish.json_export import export_json
from routine.reading import lines
from routine.reading.problems import MOST_TOLD, RoutineError
from routine.reading.source import looked_at
from routine.rules.places import places
from routine.rules.texts import leaves
from tests.kit.bare import changed
from tests.kit.broken import SMALL_TEXT
from tests.kit.code import imported
from tests.kit.paths import PROJECT, REAL, SMALL, SMALL_ADOPTED
from tests.kit.variants import WITHDRAWAL, withdrawn
from tests.kit.views import some

SEED = 20180613
# What begins something, goes on with it, ends it or belongs to nothing.
BEGUN = ("a: [", "  say:", "- text: x", "actions:", "  - id: y", "    text: z", "# x", "x", "    - k: {", "  }")
SIGNS = "\t\n\r\0 :-#&*!|>'\"%@`[]{},?~=<>.\\0aZåÅ\u00a0\u200b\u0308\u2028\ufeff\U0001f6a8"


def tried(text: str) -> tuple[str, ...]:
    """The codes of what is wrong with the text; none when it is a routine. Anything but a RoutineError goes through."""
    try:
        parse(text.encode("utf-8", "surrogatepass"), "rutin.yaml")
    except RoutineError as error:
        codes = tuple(problem.code for problem in error.problems)
        reported = len(re.findall(r"^rutin\.yaml:\d+:\d+: ", error.report(), re.MULTILINE))
    else:
        return ()
    assert reported == min(len(codes), MOST_TOLD) > 0
    return codes


@pytest.mark.parametrize("stood", ["pages: 3", "date: 2020-02-29", "id: det-forsar", "basis: kalla", "text: Byt röret"])
def test_half_a_character_is_told_whatever_it_stands_in(stood: str) -> None:
    """What the model refuses it tells of by writing it out."""
    assert stood in SMALL_TEXT
    assert "S007" in tried(SMALL_TEXT.replace(stood, f'{stood.partition(":")[0]}: "\\ud800"', 1))


def used(part: object) -> set[tuple[str, str]]:
    """Every field that is filled anywhere in a part, and every choice that is made."""
    found: set[tuple[str, str]] = set()
    if isinstance(part, tuple):
        return found.union(*(used(item) for item in part))
    if isinstance(part, BaseModel):
        for name, value in part:
            if value not in (None, ()):
                found |= {(type(part).__name__, name), (name, str(value))} | used(value)
    return found


def declared(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[tuple[str, str]]:
    """Every field of a model and of the parts in it, and every choice it offers."""
    seen.add(model)
    found: set[tuple[str, str]] = set()
    for name, field in model.model_fields.items():
        found.add((model.__name__, name))
        if get_origin(field.annotation) is Literal:
            found |= {(name, choice) for choice in get_args(field.annotation)}
        for inner in (field.annotation, *get_args(field.annotation)):
            for part in (inner, *get_args(inner)):
                if isinstance(part, type) and issubclass(part, BaseModel) and part not in seen:
                    found |= declared(part, seen)
    return found


def test_the_small_routine_uses_everything_in_the_model(small: Routine) -> None:
    parts: set[type[BaseModel]] = set()
    fields = declared(Routine, parts)
    assert len(parts) > 15
    # One statement says one of three; test_accessibility.py has the others. Nothing of it is its own; test_own.py has
    # that. Its source's order is none to work in; test_readings.py has one that is. It holds: WITHDRAWAL says what one
    # says that does not.
    own = {("Action", "basis"), ("basis", "egen"), ("SourceDocument", "ordered")}
    assert fields - used(changed(small, withdrawn=WITHDRAWAL)) - own == {("conformity", "helt"), ("conformity", "inte")}


def test_the_small_routine_has_each_kind_of_action(small: Routine) -> None:
    def some(test: Any) -> list[str]:
        return [action.id for action in small.actions if test(action)]

    assert some(lambda action: action.shared) == ["beratta-for-hemmen"]
    assert some(lambda action: len(action.conditions) > 1) == ["grav-upp-ledningen"]
    assert some(lambda action: "\n" in (action.detail or "")) == ["sag-till"]
    owners = {id for action in small.actions for id in action.responsible}
    assert [role.id for role in small.roles if role.id not in owners] == ["eleven"]
    assert [bool(contact.number) for contact in small.contacts] == [True, False, False]
    assert [bool(item.source.url) for item in small.guidance] == [True, False]
    assert [role.id for role in small.roles if not role.starts] == ["eleven"]


def test_the_small_routine_shares_no_id_with_the_real_one(small: Routine, real: Routine) -> None:
    for name in ("roles", "tracks", "sections", "questions", "actions"):
        assert not {part.id for part in getattr(small, name)} & {part.id for part in getattr(real, name)}


def test_finds_parts_by_their_id(small: Routine) -> None:
    action = small.action("byt-roret")
    assert isinstance(action, Action)
    assert (small.role("eleven").name, small.section("7.1.2").title, small.question("rinner-det").basis) == (
        "Eleven",
        "Lagning",
        "kalla",
    )
    track = small.track_of(action)
    assert track is not None
    assert track.id == "vatten"
    assert small.latest.edition == "2"
    with pytest.raises(KeyError):
        small.role("rektor")


def test_texts_come_out_as_they_stand_in_the_file(small: Routine) -> None:
    assert (
        small.action("sag-till").detail == "Ring, eller gå till expeditionen.\nVänta inte på att det ska sluta rinna."
    )
    assert small.emergency[1].number == "010-555 01 00"
    assert small.sections[0].id == "7.1.1"


def test_who_takes_part_or_stands_in_has_words_of_its_own_and_who_is_helped_has_none(small: Routine) -> None:
    found = [(told.role, [claim.text for claim in told.say]) for action in small.actions for told in action.invited]
    assert found == [
        ("eleven", ["Jag ringer för någon annan."]),
        ("eleven", ["Följ med mig till källaren."]),
        ("eleven", ["Kom in den här vägen."]),
        ("vaktmastaren", []),
    ]
    helped = "        text: stänger vattnet som du har sett\n        basis: kalla\n"
    with_words = SMALL_TEXT.replace(helped, helped + "        say: []\n")
    with pytest.raises(RoutineError, match="M002 Nyckeln ”say” finns inte här"):
        parse(with_words.encode(), "rutin.yaml")


def test_an_answer_means_something_with_what_holds_then_and_what_helps(small: Routine) -> None:
    yes, no = small.question("rinner-det").means
    assert (yes.answer, yes.basis, [(one.text, one.basis) for one in yes.then], yes.guidance) == (
        "ja",
        "kalla",
        [("Hinken får stå kvar.", "kalla"), ("Mattan får bli våt.", "tolkning")],
        ("el-och-vatten",),
    )
    assert (no.answer, no.text, no.then, no.guidance) == ("nej", "Ingen behöver mäta.", (), ())
    assert small.question("torkar-salen").means == ()


def test_a_routine_cannot_be_changed(small: Routine) -> None:
    with pytest.raises(ValidationError):
        setattr(small.actions[0], "text", "Något annat")  # noqa: B010


def test_reads_the_same_bytes_to_the_same_routine(real: Routine) -> None:
    assert parse(REAL.read_bytes(), "annat.yaml") == real


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_breaks_and_a_byte_order_mark_make_no_difference(small: Routine, ending: str) -> None:
    assert parse(b"\xef\xbb\xbf" + SMALL_TEXT.replace("\n", ending).encode(), "rutin.yaml") == small


def test_a_file_that_is_missing_is_one_fault(tmp_path: Path) -> None:
    with pytest.raises(RoutineError) as raised:
        load(tmp_path / "saknas.yaml", "data/saknas.yaml")
    assert raised.value.report().startswith("data/saknas.yaml:1:1: S011 Filen finns inte")
    with pytest.raises(RoutineError, match="S011"):
        load(tmp_path)


def test_messages_carry_the_name_that_is_given() -> None:
    with pytest.raises(RoutineError) as raised:
        load(SMALL.parent / "saknas.yaml")
    assert (SMALL.parent / "saknas.yaml").as_posix() in raised.value.report()


# --- What has held is kept -------------------------------------------------------------------------------------------


class Tries:
    """Counts how often a file is looked through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count, self.check = 0, parsing.check
        monkeypatch.setattr(parsing, "check", self)

    def __call__(self, *given: Any) -> None:
        self.count += 1
        self.check(*given)


@pytest.fixture
def tries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tries]:
    """Where nothing is kept yet."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "sparat")
    yield Tries(monkeypatch)
    loading._decides.cache_clear()


def test_what_has_held_is_not_looked_through_again_and_is_one_and_the_same(
    tmp_path: Path, tries: Tries, small: Routine
) -> None:
    file = beside(tmp_path, DOCUMENT)
    first, again = load(file), load(file, "data/rutin.yaml")
    assert tries.count == 1
    assert first is again
    assert first == small
    assert first == parse(SMALL_TEXT.encode(), "rutin.yaml")


def test_of_what_has_held_the_nodes_are_let_go_of(tmp_path: Path, tries: Tries) -> None:
    load(beside(tmp_path, DOCUMENT))
    assert tries.count == 1
    kept = (looked_at, parse, lines.shape, lines._shapes, leaves, places)
    assert [each.cache_info().currsize for each in kept] == [0] * len(kept)


def test_what_no_longer_holds_is_told_whatever_is_kept(tmp_path: Path, tries: Tries) -> None:
    load(beside(tmp_path, DOCUMENT))
    (tmp_path / "adopted.yaml").unlink()
    load(tmp_path / "rutin.yaml")
    assert tries.count == 2
    assert "S011" in refused(tmp_path, ""), "nothing is no less than a document"
    assert "K0" in refused(tmp_path, DOCUMENT.replace("[upptackaren]", "[rektorn]", 1))
    assert "S004" in refused(tmp_path, DOCUMENT, f"{SMALL_TEXT}\nroles: []\n")
    for _ in range(2):
        assert "S004" in refused(tmp_path, DOCUMENT, f"{SMALL_TEXT}\nroles: []\n"), "what does not hold is never kept"


def test_what_was_kept_under_other_rules_is_looked_through_again(
    tmp_path: Path, tries: Tries, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = beside(tmp_path, DOCUMENT)
    load(file)
    loading._decides.cache_clear()
    monkeypatch.setattr(loading, "_code", lambda: b"others")
    load(file)
    assert tries.count == 2
    load(file)
    assert tries.count == 2


def test_what_was_tried_while_the_code_was_changed_is_not_kept(
    tmp_path: Path, tries: Tries, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preview stays open: what it has loaded need not be what now stands in the files, nor the other way about."""
    file = beside(tmp_path, DOCUMENT)
    loading._decides()
    monkeypatch.setattr(loading, "_code", lambda: b"changed since")
    for count in (1, 2):
        load(file)
        assert tries.count == count


def test_what_is_kept_and_cannot_be_a_routine_is_looked_through_again(
    tmp_path: Path, tries: Tries, monkeypatch: pytest.MonkeyPatch, small: Routine
) -> None:
    file = beside(tmp_path, DOCUMENT)
    for strange in (b"", b"{}", b"[", b"null"):
        monkeypatch.setattr(loading, "find", lambda *_, strange=strange: strange)
        assert load(file) == small
    assert tries.count == 4


def test_all_code_that_decides_whether_a_routine_holds_is_asked_for() -> None:
    waiting, decides = [PROJECT / "routine/loading/load.py"], set[Path]()
    while waiting:
        file = waiting.pop()
        decides.add(file)
        found = {source(item) for item in imported(file) if item.startswith("routine.")}
        waiting += [each for each in found if each and each not in decides]
    asked = [PROJECT / "routine" / place for place in DECIDES]
    assert {file for file in decides if file not in asked and file.parent not in asked} == set()
    assert len(decides) > 80


def source(item: str) -> Path | None:
    """The file of a module, or of what is imported from it."""
    parts = item.split(".")
    names = ["/".join(parts[:count]) for count in (len(parts), len(parts) - 1)]
    files = [PROJECT / f"{name}{end}" for name in names for end in (".py", "/__init__.py")]
    return next((file for file in files if file.is_file()), None)


# --- The adopted document beside it ----------------------------------------------------------------------------------


def beside(folder: Path, document: str, text: str = SMALL_TEXT) -> Path:
    """The small routine, with the document beside it."""
    (folder / "rutin.yaml").write_text(text, encoding="utf-8")
    (folder / "adopted.yaml").write_text(document, encoding="utf-8")
    return folder / "rutin.yaml"


def refused(folder: Path, document: str, text: str = SMALL_TEXT) -> str:
    """What is said when the small routine lies beside that document."""
    with pytest.raises(RoutineError) as raised:
        load(beside(folder, document, text), "data/rutin.yaml")
    return raised.value.report()


DOCUMENT = SMALL_ADOPTED.read_text(encoding="utf-8")


def test_the_document_beside_the_routine_is_what_it_is_held_to(tmp_path: Path) -> None:
    said = refused(tmp_path, DOCUMENT.replace("count: 3", "count: 4"))
    assert re.match(r"data/rutin\.yaml:\d+:14: K008 Källan säger fyra dagar, här står tre dagar\.\n", said)
    assert said.endswith("\n1 fel i data/rutin.yaml.")


def test_the_document_changes_nothing_of_the_routine_and_is_shown_nowhere(tmp_path: Path, small: Routine) -> None:
    held = load(beside(tmp_path, DOCUMENT))
    assert held == small
    assert export_json(held, ()) == export_json(small, ())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "    responsible: [upptackaren]",
            "    resposible: [upptackaren]",
            "M002 Nyckeln ”resposible” finns inte här.",
        ),
        (
            "    section: 7.1.1\n    responsible: [upptackaren]",
            "    responsible: [upptackaren]",
            "M001 Nyckeln ”section”",
        ),
        ("unit: dagar", "unit: minuter", "M004 ”minuter” är inte ett giltigt värde för unit."),
        ("  - row: 7", "  - row: sju", "M007 ”sju”"),
        ("  - row: 7", "  - row: 6", "K015 Rad 6 står två gånger."),
        ("rows:", "rader:", "M001 Nyckeln ”rows” saknas."),
        ("    proxy: rektorn", "\tproxy: rektorn", "S003"),
    ],
)
def test_a_fault_in_the_document_is_told_at_its_own_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert DOCUMENT.count(old) == 1
    report = refused(tmp_path, DOCUMENT.replace(old, new))
    heads = re.findall(r"^(\S+):[1-9]\d*:[1-9]\d*: (\w\d{3} .+)$", report, re.MULTILINE)
    assert {file for file, _ in heads} == {"data/adopted.yaml"}
    assert any(head.startswith(said) for _, head in heads), report
    assert "fel i data/adopted.yaml." in report


def test_a_row_that_stands_twice_is_told_with_its_first_place(tmp_path: Path) -> None:
    said = refused(tmp_path, DOCUMENT.replace("  - row: 7", "  - row: 6"))
    assert said.startswith("data/adopted.yaml:33:10: K015 Rad 6 står två gånger.")
    assert "    Se även data/adopted.yaml:29:10: står redan här" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    responsible: [upptackaren]", "    responsible: [upptackarn]", "Rollen ”upptackarn”"),
        ("[vaktmastaren, va-ingenjoren]", "[vaktmastaren, ingenjoren]", "Rollen ”ingenjoren”"),
        ("      - question: rinner-det", "      - question: rinner", "Frågan ”rinner”"),
        ("  - row: 3\n    section: 7.1.2", "  - row: 3\n    section: 7.1.9", "Avsnittet ”7.1.9”"),
    ],
)
def test_what_the_document_misspells_is_told_there_and_not_of_the_routine(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert DOCUMENT.count(old) == 1
    report = refused(tmp_path, DOCUMENT.replace(old, new))
    assert re.findall(r"^\S+:\d+:\d+: .+$", report, re.MULTILINE) == [report.split("\n")[0]]
    assert re.match(rf"data/adopted\.yaml:\d+:\d+: K017 {said} finns inte i rutinen\.\n", report)
    assert "Menade du" in report or "felskrivet just här" in report


def test_an_id_that_the_routine_has_changed_is_to_be_changed_back_there(tmp_path: Path) -> None:
    """The document is kept as it was adopted: whoever renames a role is not sent to rename it there as well."""
    file = beside(tmp_path, DOCUMENT)
    file.write_text(re.sub(r"\bupptackaren\b", "upptackarna", SMALL_TEXT), encoding="utf-8")
    with pytest.raises(RoutineError) as raised:
        load(file, "data/rutin.yaml")
    for problem in raised.value.problems:
        assert problem.message == "Rollen ”upptackaren” finns inte i rutinen."
        assert problem.hint.startswith("har ”upptackarna” bytt id i rutinen, ge det tillbaka sitt gamla")
        assert "Menade du" not in raised.value.report()


def test_a_role_that_is_gone_by_a_decision_is_told_how_that_is_entered(tmp_path: Path) -> None:
    """What was adopted is not changed for it. A decision that names one is mended where it stands."""
    hint = "Är det beslutat att raden ändras, lägg en ny utgåva överst under revisions, med beslutet: "
    report = refused(tmp_path, DOCUMENT.replace("[upptackaren]", "[vaxeltelefonisten]", 1))
    assert f"{hint}decision med body, date, reference och changes: [{{row: 1, responsible: …}}].\n" in report
    row = "{row: 3, conditions: [{question: rinner-det, answer: ja, answered_by: [rektorn, vaktmastaren]}]}"
    text = SMALL_TEXT.replace(row, "{row: 3, conditions: [{question: helt-annan, answer: ja}]}")
    assert text != SMALL_TEXT
    report = refused(tmp_path, DOCUMENT, text)
    assert "K016" in report
    assert hint not in report


def test_what_has_been_decided_otherwise_since_may_name_what_the_routine_has_lost(tmp_path: Path) -> None:
    """Row 1 had the head as its proxy before a decision; row 12 is gone."""
    lost = DOCUMENT.replace("proxy: rektorn", "proxy: vikarien")
    row, section, last = "  - row: 12\n", "    section: 7.2.1\n", "    responsible: [rektorn]\n"
    assert load(beside(tmp_path, lost.replace(row + section + last, f"{row}    section: 7.9\n{last}")))


@pytest.mark.parametrize("document", ["", "# inget än\n", "- row: 1\n"])
def test_a_document_without_keys_is_told_which_it_begins_with(tmp_path: Path, document: str) -> None:
    said = refused(tmp_path, document)
    assert "S011" in said
    assert "rows:" in said
    assert "site:" not in said


def test_a_document_that_cannot_be_opened_is_one_fault(tmp_path: Path) -> None:
    file = beside(tmp_path, "")
    (tmp_path / "adopted.yaml").unlink()
    (tmp_path / "adopted.yaml").mkdir()
    with pytest.raises(RoutineError, match=r"^data/adopted\.yaml:1:1: S011 Där ligger en mapp"):
        load(file, "data/rutin.yaml")


@pytest.mark.parametrize("document", ["", "# Dokumentet har inga rader.\n", "rows: []\n", "rows:\n"])
def test_a_document_without_rows_is_told_to_need_no_file(document: str, tmp_path: Path) -> None:
    said = refused(tmp_path, document)
    assert "Har källan inga rader att jämföra med" in said
    assert "ta bort filen" in said or "behövs inte filen: ta bort den" in said
    assert "ta bort raden" not in said, "the key must be there"
    assert said.count("Gör så här") == 1


@pytest.mark.parametrize(
    "changes", ["", "      changes: []\n", "      changes:\n", "      changes: [{section: 7.2.1}]\n"]
)
def test_a_decision_of_a_source_without_rows_is_told_to_be_an_approval(changes: str) -> None:
    head, rest = SMALL_TEXT.split("      changes:\n", 1)
    after = rest[rest.index("    approval:") :]
    with pytest.raises(RoutineError) as raised:
        parse(f"{head}{changes}{after}".encode(), "rutin.yaml")
    (problem,) = raised.value.problems
    assert "Har källan inga rader: skriv approval i stället för decision." in problem.hint


def test_any_line_of_the_document_may_be_missing() -> None:
    """It is then a document or a report, and nothing else goes through."""
    lines, told = DOCUMENT.split("\n"), 0
    for number in range(len(lines)):
        try:
            parse_adopted("\n".join(lines[:number] + lines[number + 1 :]).encode(), "adopted.yaml")
        except RoutineError:
            told += 1
    assert 20 < told < len(lines)


# --- Whatever the file holds -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "step"), some(("[[x]]", 5), full=(("[[x]]", 1), ("", 1), ("0", 1), ("{x: y}", 1), ("x y", 1)))
)
def test_any_value_under_any_key_ends_in_a_routine_or_a_report(value: str, step: int) -> None:
    lines = SMALL_TEXT.split("\n")
    keys = dict[str, int]()
    for number, line in enumerate(lines):
        if match := re.match(r"( *(?:- )?[a-z_]+:|  +-) .+", line):
            keys.setdefault(match.group(1), number)
    assert len(keys) > 50
    for key, number in [*keys.items()][::step]:
        tried("\n".join([*lines[:number], f"{key} {value}".rstrip(), *lines[number + 1 :]]))


@pytest.mark.parametrize("step", some(20, full=(1,)))
def test_any_line_may_be_missing(step: int) -> None:
    lines = SMALL_TEXT.split("\n")
    for number in range(0, len(lines), step):
        tried("\n".join(lines[:number] + lines[number + 1 :]))


@pytest.mark.parametrize("step", some(7, full=(1,)))
def test_a_file_that_has_hardly_begun_ends_in_a_report(step: int) -> None:
    """Where little stands above a line there is little to compare it with."""
    every = [begun for count in (1, 2, 3) for begun in product(BEGUN, repeat=count)]
    for begun in (("a: [", "  say:", "- text: x"), *every[::step]):
        tried("".join(f"{line}\n" for line in begun))


def test_any_top_key_may_be_missing_or_hold_nothing() -> None:
    text = withdrawn(SMALL_TEXT)
    for name in Routine.model_fields:
        block = re.search(rf"^{name}:\n(?:(?: .*)?\n)*", text, re.MULTILINE)
        assert block, name
        required = Routine.model_fields[name].is_required()
        assert ("M001" in tried(text.replace(block.group(), ""))) == required
        assert "M011" in tried(text.replace(block.group(), f"{name}:\n"))


def test_random_bytes_end_in_a_report() -> None:
    chance = random.Random(SEED)
    data = SMALL_TEXT.encode()
    for _ in range(60):
        at = chance.randrange(len(data))
        with pytest.raises(RoutineError):
            parse(data[:at] + bytes([chance.randrange(0x80, 0xC0)]) + data[at:], "rutin.yaml")
