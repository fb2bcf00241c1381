"""Keep the record of what every edition printed, and write it by the command: nobody types a code."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routine.__main__ import main
from routine.change.entry import with_approval, with_entry
from routine.check import record as editions
from routine.check.finding import messages
from routine.check.load import load
from routine.check.parse import parse
from routine.check.record import EditionError, Issued, Record, Sheet
from routine.disk import write_whole
from routine.model.about import Approval, Revision
from routine.model.model import Routine
from routine.paper.imprint import imprinted, sheets
from tests.kit.bare import changed
from tests.kit.broken import SMALL_TEXT
from tests.kit.changing import HELD, commit, git, repository
from tests.kit.paths import PROJECT, REAL, SMALL

pytestmark = pytest.mark.usefixtures("no_paper")

A, B = Sheet("a.pdf", "Checklista", "Rektorn", "AAA-001"), Sheet("b.pdf", "Logg", "", "BBB-001")
NOW = (A, B)
BY = ["--body", "Rektorn", "--reference", "dnr 9", "--approved", "2024-05-01"]
APPROVAL = Approval.model_validate({"body": "Rektorn", "date": "2024-05-01", "reference": "dnr 9"})
NEXT = ["--summary", "Hela röret byts.", *BY]
OTHER = SMALL_TEXT.replace("    text: Byt röret\n", "    text: Byt hela röret\n")


Entering = Callable[..., str]


@pytest.fixture
def entering(capsys: pytest.CaptureFixture[str]) -> Entering:
    """The command, which returns the code of what it refuses, or ''."""

    def run(*arguments: str) -> str:
        refused = main(["edition", *arguments])
        found = re.search(r"\b[A-Z]\d{3}\b", capsys.readouterr().err)
        assert bool(refused) == bool(found)
        return found[0] if found else ""

    return run


@pytest.fixture
def copied(tmp_path: Path, entering: Entering) -> str:
    """The small routine alone, with codes for its edition."""
    file = tmp_path / "rutin.yaml"
    file.write_bytes(SMALL.read_bytes())
    assert entering(str(file)) == ""
    return str(file)


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small routine in git, twice committed."""
    repository(tmp_path, monkeypatch)
    return HELD


def record_of(file: str | Path) -> Record:
    return editions.read(editions.beside(Path(file)))


def numbered(record: Record) -> list[str]:
    return [issued.edition for issued in record]


# --- The record


@pytest.mark.parametrize(
    "text",
    [
        '{"1": [{"file": "a.pdf"}]}',
        '{"3": [], "3": []}',
        editions.text((Issued("3", (A, replace(A, code="AAA-009"))),)),
        "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> gren\n",
    ],
    ids=["form", "twice", "both halves of a merge", "in a merge"],
)
def test_a_broken_record_is_refused_at_its_place(text: str) -> None:
    with pytest.raises(EditionError) as error:
        editions.parse(text.encode(), "a.json")
    assert (error.value.code, error.value.place) == ("E001", "a.json:1:1")


def test_what_no_edition_has_printed_is_a_draft(small: Routine) -> None:
    assert editions.drafts(small, (), NOW) == {A.code, B.code}
    record = (Issued("2", (A, replace(B, code="BBB-000"))), Issued("1", NOW))
    assert editions.drafts(small, record, NOW) == {B.code}, "that an older edition printed the same does not help"
    assert [len(editions.notices(small, each, NOW)) for each in ((), record, (Issued("2", NOW),))] == [1, 1, 0]


def test_an_edition_without_codes_is_not_in_force_and_the_gate_stops_it(
    copied: str, entering: Entering, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who has only a browser writes the entry; somebody else gives it codes. What is in people's pockets holds."""
    routine, record = load(Path(copied)), (Issued("1", record_of(copied)[0].sheets),)
    editions.beside(Path(copied)).write_text(editions.text(record), encoding="utf-8")
    assert editions.current(routine, record).edition == "1"
    assert {imprint.issue.partition(",")[0] for _, imprint in imprinted(routine, record)} == {"Utgåva 1"}
    assert main(["check", copied, "--publish"]) == 2
    assert "G007" in capsys.readouterr().err
    assert entering(copied) == ""
    assert numbered(record_of(copied)) == ["2", "1"]


def test_an_edition_between_two_with_codes_has_lost_its_own_unless_it_was_passed(small: Routine) -> None:
    table = [("43", "", ""), ("431", "2", ""), ("321", "", ""), ("21", "3", "3"), ("1", "32", "32"), ("", "", "")]
    for codes, lost, passed in table:
        routine, record = (
            changed(small, revisions=tuple(changed(small.latest, edition=each) for each in "4321")),
            tuple(Issued(number, NOW) for number in codes),
        )
        assert editions.unentered(routine, record) == [*lost], codes
        assert editions.passed(routine, record) == [*passed], codes
        after = editions.entered(record, "4", NOW, editions.passed(routine, record))
        assert editions.unentered(routine, after) == [number for number in lost if number not in passed], codes


def test_codes_that_nobody_answers_for_any_more_are_lost(small: Routine) -> None:
    old = replace(A, code="AAA-000")
    before = (Issued("2", NOW), Issued("1", (old, B)))
    assert editions.lost(small, before, before) == ()
    assert editions.lost(small, before, before[:1]) == (Issued("1", (old,)),), "one edition answers for both's"
    unapproved = changed(
        small, revisions=tuple(changed(each, decision=None, approval=None) for each in small.revisions)
    )
    assert editions.lost(unapproved, before, ()) == before[1:], "the latest may not be published yet"


def test_the_next_number_follows_the_largest_when_the_latest_is_a_number() -> None:
    table = [("1", [], "2"), ("9", ["10", "2"], "11"), ("2026:1", [], None), ("4", ["2026:1"], "5"), ("٣", [], None)]
    assert [editions.next_number(latest, before) for latest, before, _ in table] == [after for *_, after in table]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_what_is_entered_leaves_every_other_line_as_it_was(ending: bytes) -> None:
    entry = Revision.model_construct(edition="3", date=date(2025, 2, 1), summary='Ny "gräns": tre dagar.')
    before = SMALL.read_bytes().replace(b"\n", ending)
    for after, lines in (
        (with_entry(before, "rutin.yaml", entry), 3),
        (with_approval(with_entry(before, "rutin.yaml", entry), "rutin.yaml", APPROVAL), 7),
    ):
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
        at = new.index(b'  - edition: "3"' + ending)
        assert [*new[:at], *new[at + lines :]] == old
    assert parse(after, "rutin.yaml").latest == changed(entry, approval=APPROVAL)


def test_a_list_on_one_line_is_refused_with_its_place() -> None:
    start, end = SMALL_TEXT.index("revisions:"), SMALL_TEXT.index("accessibility:")
    line = 'revisions: [{edition: "2", date: 2024-05-01, summary: Ny.}]\n'
    with pytest.raises(EditionError) as error:
        with_approval(f"{SMALL_TEXT[:start]}{line}{SMALL_TEXT[end:]}".encode(), "a.yaml", APPROVAL)
    assert (error.value.code, error.value.place) == ("E002", f"a.yaml:{SMALL_TEXT[:start].count(chr(10)) + 1}:13")


# --- The command


def test_a_change_becomes_the_next_edition_and_the_earlier_codes_stay(copied: str, entering: Entering) -> None:
    file, first = Path(copied), record_of(copied)
    assert first == (Issued("2", sheets(load(file))),)
    file.write_text(OTHER, encoding="utf-8")
    assert entering(copied, *NEXT, "--date", "2026-01-02") == ""
    routine = load(file)
    assert routine.latest == Revision.model_construct(
        edition="3", date=date(2026, 1, 2), summary="Hela röret byts.", approval=APPROVAL
    )
    assert record_of(copied) == (Issued("3", sheets(routine)), *first)
    before = file.read_bytes()
    assert entering(copied) == "", "nothing has changed"
    assert (file.read_bytes(), len(record_of(copied))) == (before, 2)


def test_who_approved_an_entry_that_an_editor_wrote_is_written_in_it(copied: str, entering: Entering) -> None:
    start, end = SMALL_TEXT.index("    decision:\n"), SMALL_TEXT.index('  - edition: "1"\n')
    Path(copied).write_text(f"{SMALL_TEXT[:start]}{SMALL_TEXT[end:]}", encoding="utf-8")
    assert entering(copied, *BY) == ""
    assert load(Path(copied)).latest.approval == APPROVAL
    assert numbered(record_of(copied)) == ["2"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([*NEXT, "--again"], "E003"),
        (BY, "E004"),
        (NEXT[:2], "E004"),
        (NEXT[:6], "E004"),
        ([*NEXT, "--number", "2"], "E006"),
        ([*NEXT, "--date", "2999-01-01"], "E007"),
        ([*NEXT, "--date", "2024-04-30"], "E007"),
        ([*NEXT[:-1], "2020-02-28"], "E007"),
        ([*NEXT[:-1], "2026-01-03", "--date", "2026-01-02"], "R036"),
        (["--summary", "Nytt 漢", *BY], "R024"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    given: list[str], code: str, copied: str, entering: Entering
) -> None:
    before = record_of(copied)
    assert entering(copied, *given) == code
    assert (Path(copied).read_bytes(), record_of(copied)) == (SMALL.read_bytes(), before)


def test_the_texts_that_have_a_roles_old_name_are_mended_before_it_is_forgotten(
    copied: str, entering: Entering
) -> None:
    Path(copied).write_text(SMALL_TEXT.replace("    name: Rektorn\n", "    name: Skolchefen\n"), encoding="utf-8")
    assert entering(copied, *NEXT) == "V009"


@pytest.mark.parametrize("git_tells", [True, False])
def test_an_edition_that_may_be_published_is_not_written_again(
    git_tells: bool, held: Path, entering: Entering, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card in a pocket must not become unknown to the page that answers for it."""
    before = record_of(held)
    held.write_text(OTHER, encoding="utf-8")
    if not git_tells:
        monkeypatch.setenv("PATH", "")
    assert entering("--again") == "E009"
    editions.beside(held).write_text(editions.text(before[:1]), encoding="utf-8")
    assert entering(*NEXT) == ("E009" if git_tells else ""), "nor is an older one forgotten"


def test_a_branch_takes_in_what_is_published_before_it_enters_its_own(held: Path, entering: Entering) -> None:
    """Else both would enter the same number."""
    git("checkout", "-q", "-b", "gren")
    held.write_text(OTHER, encoding="utf-8")
    commit("Rör")
    git("checkout", "-q", "main")
    assert entering(*NEXT) == ""
    commit("Utgåva 3")
    git("checkout", "-q", "gren")
    assert entering(*NEXT) == "E009"


def test_an_edition_is_not_entered_when_nothing_is_new(held: Path, entering: Entering) -> None:
    held.write_text(SMALL_TEXT, encoding="utf-8")
    assert entering(*NEXT) == "E008"


def test_every_fault_of_an_edition_has_its_own_code() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in (PROJECT / "routine").rglob("*.py"))
    raised = re.findall(r'EditionError\(\s*"(\w*)"', source)
    assert {*raised} == {code for code in messages() if code[0] == "E"}


@pytest.mark.parametrize("file", [REAL, SMALL], ids=["rutinen", "den lilla"])
def test_every_edition_has_its_codes_and_every_code_its_edition(file: Path) -> None:
    record = record_of(file)
    assert numbered(record) == [revision.edition for revision in load(file).revisions]
    assert editions.beside(file).read_text(encoding="utf-8") == editions.text(record)


def test_the_small_routine_is_in_step_with_its_record() -> None:
    """UPDATE_GOLDEN=1 writes it anew: it is nobody's, and never published."""
    routine = load(SMALL)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        record = editions.entered(record_of(SMALL), routine.latest.edition, sheets(routine))
        write_whole(editions.beside(SMALL), editions.text(record).encode())
    assert editions.drafts(routine, record_of(SMALL), sheets(routine)) == frozenset()
