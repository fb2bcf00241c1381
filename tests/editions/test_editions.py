"""The record of what every edition printed, and the command that writes it:
nobody types a code, and every other line stays as it was."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routine.__main__ import main
from routine.disk.atomic import write_whole
from routine.domain.about import Approval, Revision
from routine.domain.model import Routine
from routine.editions import record as editions
from routine.editions import stored
from routine.editions.entry import with_approval, with_entry
from routine.editions.record import EditionError, Issued, Record, Sheet
from routine.loading.load import load
from routine.loading.parse import parse
from routine.print.imprint import imprinted, sheets
from routine.publish.json_export import export_json
from routine.publish.monitoring import monitoring_json
from routine.publish.taken import taken
from routine.reading.messages import messages
from routine.reading.problems import RoutineError
from routine.rules.language import still_called
from routine.views.guide import guide
from routine.views.validity import validity
from tests.kit.paths import PROJECT, REAL, SMALL

A, B = Sheet("a.pdf", "Checklista", "Rektorn", "AAA-001"), Sheet("b.pdf", "Logg", "", "BBB-001")
NOW = (A, B)
BY = ["--body", "Rektorn", "--reference", "dnr 9", "--approved", "2024-05-01"]
NEW = Revision.model_construct(edition="3", date=date(2025, 2, 1), summary='Ny "gräns": tre dagar.')


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The small routine without a record, to be changed."""
    file = tmp_path / "rutin.yaml"
    file.write_bytes(SMALL.read_bytes())
    return file


def record_of(file: Path) -> Record:
    return stored.read(stored.beside(file))


# --- The record
# --------------------------------------------------------------------------------------------------------


def test_the_record_lies_beside_the_routine_and_is_read_back(tmp_path: Path) -> None:
    file = stored.beside(tmp_path / "rutin.yaml")
    assert file == tmp_path / "rutin.editions.json"
    assert stored.read(file) == ()
    record = (Issued("2", NOW), Issued("1", (replace(A, code="AAA-000"),)))
    file.write_text(editions.text(record), encoding="utf-8")
    assert stored.read(file) == record, "the latest first"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"1": {}}', '{"1": [{"file": "a.pdf"}]}', '{"1": "AAA-001"}'])
def test_a_broken_record_is_told_by_its_name(text: str, tmp_path: Path) -> None:
    file = tmp_path / "rutin.editions.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(EditionError) as error:
        stored.read(file)
    head = f"{file.as_posix()}:1:1: E001 Utgåvornas koder går inte att läsa.\n    Tillåtet: "
    assert str(error.value).startswith(head)
    assert "\n    Gör så här: " in str(error.value)


TWICE = (
    ('{"3": [], "2": [], "3": []}', "”3” står två gånger"),
    ('{"3": [{"file": "a", "kind": "b", "owner": "c", "code": "d", "code": "e"}]}', "”code” står två gånger"),
)


@pytest.mark.parametrize(("text", "said"), TWICE, ids=["en utgåva", "en kod"])
def test_a_record_that_says_a_thing_twice_is_refused(text: str, said: str, tmp_path: Path) -> None:
    """The last would be taken, and the first forgotten in silence."""
    with pytest.raises(EditionError, match=f"E001 {said}"):
        editions.parse(text.encode(), "rutin.editions.json")


def test_a_record_where_both_halves_of_a_merge_were_kept_says_what_to_do() -> None:
    """It can be read, and one of the two codes would be no code of the edition."""
    sheets = (*NOW, replace(NOW[0], code="AAA-009"))
    with pytest.raises(EditionError) as error:
        editions.parse(editions.text((Issued("3", sheets),)).encode(), "data/rutin.editions.json")
    assert error.value.code == "E001"
    assert error.value.message.endswith(f"båda är kvar: ”{NOW[0].file}” står två gånger i utgåva 3.")
    assert "git checkout main -- data/rutin.editions.json" in error.value.hint
    assert editions.parse(editions.text((Issued("3", NOW), Issued("2", NOW))).encode(), "x")


def test_a_record_that_two_branches_have_written_says_what_to_do(tmp_path: Path) -> None:
    ours, theirs = (editions.text((Issued("3", (sheet,)),)) for sheet in NOW)
    text = f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> gren\n"
    with pytest.raises(EditionError) as error:
        editions.parse(text.encode(), "data/rutin.editions.json")
    assert "Två grenar har skrivit utgåvornas koder" in error.value.message
    assert "git checkout main -- data/rutin.editions.json" in error.value.hint
    assert "Kör sedan python -m routine edition" in error.value.hint


@pytest.mark.parametrize("command", ["check", "build", "edition"])
def test_a_broken_record_stops_every_command(
    command: str, copied: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copied.parent)
    stored.beside(copied).write_text("{", encoding="utf-8")
    assert main([command, str(copied)]) == 2
    assert "Utgåvornas koder går inte att läsa." in capsys.readouterr().err
    assert not (copied.parent / "site").exists()
    assert copied.read_bytes() == SMALL.read_bytes()


def test_without_a_record_all_that_is_printed_is_a_draft_and_an_editor_is_told(small: Routine) -> None:
    assert editions.in_force(small, ()) == ()
    assert editions.drafts(small, (), NOW) == {sheet.code for sheet in NOW}
    (notice,) = editions.notices(small, (), NOW)
    assert notice.startswith("Ingen utgåva har koder än")
    assert "\n    Gör så här" in notice


def test_what_says_something_else_than_its_edition_is_a_draft(small: Routine) -> None:
    record = (Issued("2", (A, replace(B, code="BBB-000"))), Issued("1", NOW))
    assert editions.in_force(small, record) == record[0].sheets
    assert editions.drafts(small, record, NOW) == {"BBB-001"}, "that edition 1 printed the same does not help"
    (notice,) = editions.notices(small, record, NOW)
    assert notice.startswith("En utskrift säger något annat än utgåva 2 och märks Utkast: logg.\n    Gör så här")


def test_what_is_a_draft_is_named_with_whose_it_is() -> None:
    others = (A, replace(A, owner="Eleven", code="AAA-002"), replace(A, kind="Fickkort", code="CCC-001"), B)
    assert editions.named(others, {"AAA-001", "AAA-002", "BBB-001"}) == "checklista för rektorn och eleven; logg"


def test_an_edition_without_codes_is_not_in_force_and_the_gate_stops_it(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who has only a browser writes the entry; somebody else gives it codes. What is in people's pockets holds."""
    routine = load(copied)
    stored.beside(copied).write_text(editions.text((Issued("1", sheets(routine)),)), encoding="utf-8")
    assert main(["check", str(copied)]) == 0
    said = capsys.readouterr().out
    assert "Utgåva 2 står under revisions men har inga koder än, så utgåva 1 gäller." in said
    assert editions.current(routine, record_of(copied)).edition == "1"
    page = validity(routine, record_of(copied), sheets(routine))
    assert page.current.said.startswith("Utgåva 1,")
    assert page.drafts == ()
    assert {imprint.issue for _, imprint in imprinted(routine, record_of(copied))} == {"Utgåva 1, 15 januari 2023"}
    record = record_of(copied)
    assert json.loads(export_json(routine, record))["edition"]["edition"] == "1"
    assert json.loads(monitoring_json(routine, record, {}, ""))["edition"]["number"] == "1"
    assert guide(routine, record).edition == "1"
    assert taken(routine, record).guide.edition == "1"
    assert main(["check", str(copied), "--publish"]) == 2
    assert "G007" in capsys.readouterr().err
    assert main(["edition", str(copied)]) == 0
    assert editions.current(routine, record_of(copied)).edition == "2"


def test_codes_of_an_edition_that_is_gone_are_told(small: Routine) -> None:
    (notice,) = editions.notices(small, (Issued("2", NOW), Issued("0", NOW), Issued("x", NOW)), NOW)
    assert notice.startswith("Utgåva 0 och x har koder men står inte under revisions.\n    Gör så här")


def revised(small: Routine, *numbers: str) -> Routine:
    """The routine with these editions, the latest first."""
    entries = tuple(small.revisions[0].model_copy(update={"edition": number}) for number in numbers)
    return small.model_copy(update={"revisions": entries})


@pytest.mark.parametrize(
    ("revisions", "codes", "without"),
    [
        ("4321", "4321", ""),
        ("4321", "43", ""),  # The site is older than its codes.
        ("4321", "431", "2"),
        ("4321", "41", "32"),
        ("4321", "321", ""),  # The latest has none yet: nothing is printed of it.
        ("4321", "", ""),
    ],
)
def test_an_edition_between_two_with_codes_has_lost_its_own(
    revisions: str, codes: str, without: str, small: Routine
) -> None:
    record = tuple(Issued(number, NOW) for number in codes)
    assert editions.unentered(revised(small, *revisions), record) == [*without]


@pytest.mark.parametrize(
    ("revisions", "codes", "passed"), [("4321", "321", ""), ("4321", "21", "3"), ("4321", "1", "32"), ("21", "", "")]
)
def test_an_edition_that_was_never_printed_stands_without_sheets_once_a_later_is_entered(
    revisions: str, codes: str, passed: str, small: Routine
) -> None:
    """Two decisions may be entered at once, each by its entry."""
    routine, record = revised(small, *revisions), tuple(Issued(number, NOW) for number in codes)
    assert editions.passed(routine, record) == [*passed]
    after = editions.entered(record, revisions[0], NOW, editions.passed(routine, record))
    assert editions.unentered(routine, after) == []
    assert editions.parse(editions.text(after).encode(), "rutin.editions.json") == after


def test_two_entries_by_hand_are_entered_at_once(copied: Path) -> None:
    stored.beside(copied).write_text(editions.text((Issued("1", NOW),)), encoding="utf-8")
    text = copied.read_text(encoding="utf-8")
    entry = '  - edition: "3"\n    date: 2024-05-02\n    summary: Röret är nytt.\n'
    copied.write_text(text.replace("\nrevisions:\n", f"\nrevisions:\n{entry}"), encoding="utf-8")
    assert main(["edition", str(copied)]) == 0
    assert [(issued.edition, bool(issued.sheets)) for issued in record_of(copied)] == [
        ("3", True),
        ("2", False),
        ("1", True),
    ]


def test_what_nobody_answers_for_any_more_is_told_by_its_edition(small: Routine) -> None:
    before = (Issued("2", NOW), Issued("1", (replace(A, code="AAA-000"), B)))
    gone = (Issued("1", (replace(A, code="AAA-000"),)),)
    assert editions.lost(small, before, before) == ()
    assert editions.lost(small, before, before[:1]) == gone, "what both printed is answered for by one"
    assert editions.lost(small, before, before[1:]) == (Issued("2", (A,)),)
    unapproved = small.model_copy(
        update={
            "revisions": tuple(each.model_copy(update={"decision": None, "approval": None}) for each in small.revisions)
        }
    )
    assert editions.lost(unapproved, before, ()) == before[1:], "the latest may not be published yet"
    assert editions.lost(revised(unapproved, "1"), before, ()) == before, "one that stands nowhere may"


@pytest.mark.parametrize(("given", "number"), [([], "4"), (["--number", "7"], "7")])
def test_the_number_after_the_largest_that_has_codes_is_the_next(
    given: list[str], number: str, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody has taken back an older routine, without edition 3: its codes are in people's pockets all the same."""
    main(["edition", str(copied)])
    stored.beside(copied).write_text(editions.text((Issued("3", NOW), *record_of(copied))), encoding="utf-8")
    entered = ["edition", str(copied), "--summary", "Ny.", "--date", "2024-05-02", *BY]
    assert main([*entered, "--number", "3"]) == 2
    assert "E006 Utgåva 3 finns redan." in capsys.readouterr().err
    assert main([*entered, *given]) == 0
    assert [issued.edition for issued in record_of(copied)] == [number, "3", "2"]
    assert Issued("3", NOW) in record_of(copied)
    assert main(["check", str(copied), "--publish"]) == 2
    assert "G011 Utgåva 3 har koder men står inte under revisions" in capsys.readouterr().err


def test_an_edition_is_entered_first_and_once() -> None:
    record = (Issued("2", ()), Issued("1", ()))
    assert [issued.edition for issued in editions.entered(record, "3", NOW)] == ["3", "2", "1"]
    assert editions.entered(record, "2", NOW) == (Issued("2", NOW), Issued("1", ()))


@pytest.mark.parametrize(
    ("latest", "before", "after"),
    [
        ("1", [], "2"),
        ("9", ["10", "2"], "11"),
        ("2026:1", [], None),
        ("4", ["2026:1"], "5"),
        ("2a", ["1"], None),
        ("٣", [], None),
    ],
)
def test_the_next_number_follows_the_largest_when_the_latest_is_a_number(
    latest: str, before: list[str], after: str | None
) -> None:
    assert editions.next_number(latest, before) == after


# --- The entry in the routine
# ------------------------------------------------------------------------------------------


def test_the_entry_is_first_and_every_other_line_is_as_it_was() -> None:
    before = SMALL.read_bytes()
    after = with_entry(before, "rutin.yaml", NEW)
    assert parse(after, "rutin.yaml").revisions[0] == NEW
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    added = [line for line in new if line not in old]
    assert added == [
        b'  - edition: "3"\n',
        b"    date: 2025-02-01\n",
        '    summary: "Ny \\"gräns\\": tre dagar."\n'.encode(),
    ]
    assert [line for line in new if line not in added] == old


def test_line_breaks_are_those_of_the_file() -> None:
    before = SMALL.read_bytes().replace(b"\n", b"\r\n")
    after = with_entry(before, "rutin.yaml", NEW)
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\r\n") + 3
    assert parse(after, "rutin.yaml").latest == NEW


def test_a_list_on_one_line_is_refused_with_its_place() -> None:
    lines = SMALL.read_text(encoding="utf-8").split("\n")
    at = lines.index("revisions:")
    short = [
        *lines[:at],
        'revisions: [{edition: "2", date: 2024-05-01, summary: Ny.}]',
        *lines[lines.index("accessibility:") :],
    ]
    with pytest.raises(
        EditionError, match=rf"^rutin\.yaml:{at + 1}:\d+: E002 Under revisions .*\n    Tillåtet: .*\n    Gör så här: "
    ):
        with_entry("\n".join(short).encode(), "rutin.yaml", NEW)


APPROVAL = Approval.model_validate({"body": "Rektorn", "date": "2024-05-01", "reference": "punkt 9"})


def ending_with_its_editions(*editions: str) -> bytes:
    lines = SMALL.read_text(encoding="utf-8").split("\n")
    at, after = lines.index("revisions:"), lines.index("accessibility:")
    return "\n".join([*lines[:at], *lines[after:-1], "revisions:", *editions]).encode()


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_an_approval_is_entered_also_where_the_file_ends_in_the_midst_of_its_last_line(ending: bytes) -> None:
    data = ending_with_its_editions('  - edition: "1"', "    date: 2024-05-01", "    summary: Första utgåvan.")
    after = with_approval(data.replace(b"\n", ending), "rutin.yaml", APPROVAL)
    assert parse(after, "rutin.yaml").latest.approval == APPROVAL
    assert after.count(b"\n") == after.count(ending) == data.count(b"\n") + 5


@pytest.mark.parametrize(
    "rest",
    [
        ["    date: 2024-05-01", "", "    summary: Första utgåvan."],
        ["    date: 2024-05-01", "    summary: Första", "", "      utgåvan.", "", "# Om det som följer"],
    ],
)
def test_an_approval_is_entered_last_also_where_the_edition_has_an_empty_line(rest: list[str]) -> None:
    data = ending_with_its_editions('  - edition: "1"', *rest, "  # Om nästa", "")
    after = with_approval(data, "rutin.yaml", APPROVAL).decode()
    assert "utgåvan.\n    approval:\n" in after
    assert parse(after.encode(), "rutin.yaml").latest.approval == APPROVAL


def test_an_approval_of_an_edition_on_one_line_is_refused_with_its_place() -> None:
    data = ending_with_its_editions('  - {edition: "1", date: 2024-05-01, summary: Första.}')
    last = data.count(b"\n") + 1
    with pytest.raises(EditionError, match=rf"^rutin\.yaml:{last}:5: E002 Under revisions "):
        with_approval(data, "rutin.yaml", APPROVAL)


def test_a_text_that_the_routine_may_not_have_is_refused_and_nothing_is_written(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored.beside(copied).write_text(editions.text((Issued("2", ()),)), encoding="utf-8")
    before = stored.beside(copied).read_bytes()
    assert main(["edition", str(copied), "--summary", "Nytt 漢", *BY]) == 2
    assert "R024" in capsys.readouterr().err
    assert copied.read_bytes() == SMALL.read_bytes()
    assert stored.beside(copied).read_bytes() == before
    with pytest.raises(RoutineError):
        with_entry(copied.read_bytes(), "rutin.yaml", NEW.model_copy(update={"summary": "Nytt 漢"}))


# --- The command
# -------------------------------------------------------------------------------------------------------


def test_an_entry_that_an_editor_wrote_gets_its_codes(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edition", str(copied)]) == 0
    assert capsys.readouterr().out.startswith("Utgåva 2 är inskriven, med en kod för varje utskrift.")
    assert copied.read_bytes() == SMALL.read_bytes()
    assert record_of(copied) == (Issued("2", sheets(load(copied))),)


def test_nothing_is_entered_when_nothing_has_changed_and_nobody_says_so(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["edition", str(copied)])
    before = stored.beside(copied).read_bytes()
    capsys.readouterr()
    assert main(["edition", str(copied)]) == 0
    assert capsys.readouterr().out == "Inget som skrivs ut har ändrats sedan utgåva 2.\n"
    assert (copied.read_bytes(), stored.beside(copied).read_bytes()) == (SMALL.read_bytes(), before)
    assert main(["edition", str(copied), "--summary", "Bara sidorna är ändrade.", *BY]) == 0
    assert load(copied).latest.edition == "3"
    assert record_of(copied)[0].sheets == record_of(copied)[1].sheets


@pytest.mark.parametrize("given", [["--number", "7"], ["--date", "2026-01-02"], BY])
def test_what_is_given_where_nothing_is_entered_is_never_thrown_away(
    given: list[str], copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["edition", str(copied)])
    assert main(["edition", str(copied), *given]) == 2
    assert "lägg till --summary" in capsys.readouterr().err


APPROVED = SMALL.read_text(encoding="utf-8")
GIVEN = APPROVED[APPROVED.index("    approval:\n") : APPROVED.index('  - edition: "1"\n')]


@pytest.fixture
def unapproved(copied: Path) -> Path:
    """With a second edition that nobody has approved or decided, as a new site's first one is."""
    decided = APPROVED[APPROVED.index("    decision:\n") : APPROVED.index("    approval:\n")]
    copied.write_text(APPROVED.replace(decided, "").replace(GIVEN, ""), encoding="utf-8")
    return copied


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("entered", [[], ["edition"]])
@pytest.mark.parametrize("again", [[], ["--again"]])
def test_who_approved_an_entry_that_an_editor_wrote_is_written_in_it(
    again: list[str], entered: list[str], ending: str, unapproved: Path
) -> None:
    before = unapproved.read_text(encoding="utf-8").replace("\n", ending)
    unapproved.write_bytes(before.encode())
    if entered:
        main([*entered, str(unapproved)])
    assert main(["edition", str(unapproved), *BY, *again]) == 0
    assert load(unapproved).latest.approval == Approval.model_construct(
        body="Rektorn", date=date(2024, 5, 1), reference="dnr 9"
    )
    new = ["    approval:", '      body: "Rektorn"', "      date: 2024-05-01", '      reference: "dnr 9"']
    last = f"    summary: Tidsgränsen för återbesöket är ny.{ending}"
    assert unapproved.read_bytes().decode() == before.replace(last, last + "".join(f"{line}{ending}" for line in new))
    assert record_of(unapproved) == (Issued("2", sheets(load(unapproved))),)


def test_codes_of_an_edition_that_nobody_has_approved_are_not_entered_in_silence(
    unapproved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["edition", str(unapproved)]) == 0
        assert "Obs! Ingen har godkänt utgåva 2." in capsys.readouterr().out
    assert main(["edition", str(unapproved), "--again", "--summary", "Ny."]) == 2
    said = capsys.readouterr().err
    assert "E003" in said
    assert "approval" in said
    assert main(["edition", str(unapproved), "--body", "Rektorn"]) == 2
    assert "E004" in capsys.readouterr().err
    assert main(["edition", str(unapproved), *BY]) == 0
    assert "Obs!" not in capsys.readouterr().out


@pytest.mark.parametrize("given", [["--summary", "Ny."], ["--number", "7"], ["--date", "2026-01-02"], ["--body", "Vi"]])
@pytest.mark.parametrize("again", [[], ["--again"]])
def test_what_an_entry_that_stands_there_cannot_take_is_refused(
    given: list[str], again: list[str], copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if again:
        main(["edition", str(copied)])
    before = record_of(copied)
    assert main(["edition", str(copied), *given, *again]) == 2
    assert "E003 Utgåva 2 står redan under revisions." in capsys.readouterr().err
    assert (copied.read_bytes(), record_of(copied)) == (SMALL.read_bytes(), before)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2999-01-01", "har inte kommit än"),
        ("2024-04-30", "--again"),
        ("2024-04-30", "Tillåtet: 2024-05-01 eller en senare dag"),
        ("2020-01-01", "E007 Utgåva 3 kan inte vara från 2020-01-01: utgåva 2 är från 2024-05-01."),
    ],
)
def test_a_day_that_cannot_be_is_refused_before_anything_is_written(
    day: str, said: str, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["edition", str(copied)])
    before = record_of(copied)
    assert main(["edition", str(copied), "--summary", "Ny.", "--date", day, *BY]) == 2
    assert said in capsys.readouterr().err
    assert (copied.read_bytes(), record_of(copied)) == (SMALL.read_bytes(), before)


def test_a_change_becomes_the_next_edition_and_the_earlier_codes_stay(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["edition", str(copied)])
    first = record_of(copied)
    copied.write_text(
        copied.read_text(encoding="utf-8").replace("Byt röret\n", "Byt hela röret\n", 1), encoding="utf-8"
    )
    capsys.readouterr()
    assert main(["check", str(copied)]) == 0
    assert (
        "märks Utkast: checklista för vaktmästaren; checklista med stor stil för vaktmästaren; "
        "fickkort för vaktmästaren; hela rutinen; flödesschema på A3; flödesschema på A4.\n"
        '    Gör så här när texten är klar: python -m routine edition --summary "det som är nytt" '
        '--body "den som godkände" --approved dagen --reference "§"\n' in capsys.readouterr().out
    )
    assert main(["edition", str(copied)]) == 2
    assert "--summary" in capsys.readouterr().err
    assert record_of(copied) == first
    assert main(["edition", str(copied), "--summary", "Hela röret byts.", "--date", "2026-01-02", *BY]) == 0
    routine = load(copied)
    approval = Approval.model_construct(body="Rektorn", date=date(2024, 5, 1), reference="dnr 9")
    assert routine.latest == Revision.model_construct(
        edition="3", date=date(2026, 1, 2), summary="Hela röret byts.", approval=approval
    )
    assert record_of(copied) == (Issued("3", sheets(routine)), *first)
    assert first[0].sheets != sheets(routine)
    assert main(["check", str(copied)]) == 0
    assert "Utkast" not in capsys.readouterr().out


def test_what_is_wrong_on_the_first_day_of_an_edition_is_mended_on_the_same(copied: Path) -> None:
    main(["edition", str(copied)])
    text = copied.read_text(encoding="utf-8")
    copied.write_text(text.replace("010-555 01 23", "010-555 01 24"), encoding="utf-8")
    assert main(["edition", str(copied), "--summary", "Numret är nytt.", "--date", "2024-05-01", *BY]) == 0
    routine = load(copied)
    days = {each.edition: each.date for each in routine.revisions}
    assert days == {"3": date(2024, 5, 1), "2": date(2024, 5, 1), "1": date(2023, 1, 15)}
    assert editions.current(routine, record_of(copied)).edition == "3"
    assert {imprint.issue for _, imprint in imprinted(routine, record_of(copied))} == {"Utgåva 3, 1 maj 2024"}
    assert main(["check", str(copied)]) == 0


def test_who_comes_before_the_day_of_the_latest_edition_is_told_to_wait_for_it(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody has changed it since it was entered: then no day can be chosen."""
    main(["edition", str(copied)])
    copied.write_text(copied.read_text(encoding="utf-8").replace("date: 2024-05-01", "date: 2999-01-01", 1), "utf-8")
    capsys.readouterr()
    assert main(["edition", str(copied), "--summary", "Ny.", *BY]) == 2
    said = capsys.readouterr().err
    assert "vänta till den dagen" in said
    assert "--date" not in said


def test_an_edition_that_is_not_published_yet_can_be_written_again(copied: Path) -> None:
    main(["edition", str(copied)])
    copied.write_text(
        copied.read_text(encoding="utf-8").replace("Byt röret\n", "Byt hela röret\n", 1), encoding="utf-8"
    )
    changed = copied.read_bytes()
    assert main(["edition", str(copied), "--again"]) == 0
    assert copied.read_bytes() == changed
    assert record_of(copied) == (Issued("2", sheets(load(copied))),)


def test_a_role_that_is_renamed_is_told_with_how_many_texts_have_its_name_of_the_edition(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Until it stands under `formerly`, where each of them is told."""
    before = copied.read_text(encoding="utf-8")
    name = "    name: Rektorn\n"
    main(["edition", str(copied)])
    capsys.readouterr()
    assert main(["check", str(copied)]) == 0
    assert "V009" not in capsys.readouterr().out
    copied.write_text(before.replace(name, "    name: Skolchefen\n"), encoding="utf-8")
    assert main(["check", str(copied)]) == 0
    said = capsys.readouterr().out
    line = before[: before.index(name)].count("\n") + 1
    assert (
        f":{line}:11: V009 Råd: Rollen hette ”Rektorn” i den senaste utgåvan, och elva texter säger det än.\n" in said
    )
    assert "skriv formerly: [Rektorn] på rollen." in said
    assert main(["check", str(copied), "--strict"]) == 2
    capsys.readouterr()
    changed, kept = copied.read_bytes(), record_of(copied)
    assert main(["edition", str(copied), "--summary", "Rektorn heter skolchefen.", *BY]) == 2
    told = capsys.readouterr().err
    assert f":{line}:11: V009 Rollen hette ”Rektorn” i den senaste utgåvan, och elva texter säger det än." in told
    assert "skriv formerly: [Rektorn] på rollen." in told
    assert (copied.read_bytes(), record_of(copied)) == (changed, kept), "the next would not know the name"
    copied.write_text(before.replace(name, "    name: Skolchefen\n    formerly: [rektorn]\n"), encoding="utf-8")
    assert main(["check", str(copied)]) == 2
    said = capsys.readouterr().err
    assert said.count("R074 ") == 11
    assert "V009" not in said


def test_a_role_that_no_text_calls_by_its_old_name_is_not_told(small: Routine) -> None:
    """Nor what is called so within a name of today, or is left in an account of an older edition."""
    assert [*still_called(small, {"Rektorn": "Föreståndaren"})] == []
    assert [*still_called(small, {"Rektorn": "Rektorn"})] == []
    (found,) = still_called(small, {"Vaktmästaren": "Eleven", "Rektorn": "Jouren"})
    assert found.path == ("roles", 1, "name")
    (revision, *rest) = small.revisions
    told = revision.model_copy(update={"summary": "Föreståndaren har slutat."})
    changed = small.model_copy(update={"revisions": (told, *rest)})
    assert [*still_called(changed, {"Rektorn": "Föreståndaren"})] == []


def test_a_role_that_texts_still_call_by_its_old_name_in_short_is_told(small: Routine) -> None:
    """Who has replaced the whole name everywhere has that left, and has not heard of `formerly`."""
    (first, *rest) = small.actions
    changed = small.model_copy(
        update={"actions": (first.model_copy(update={"detail": "Ring strategen först."}), *rest)}
    )
    (found,) = still_called(changed, {"Rektorn": "Skolans säkerhetsstrateg"})
    assert found.message == (
        "Rollen hette ”Skolans säkerhetsstrateg” i den senaste utgåvan, och en text säger ”strategen”, "
        "som kan vara det i korthet."
    )
    assert found.hint.startswith("skriv formerly: [Skolans säkerhetsstrateg] på rollen.")
    assert [*still_called(small, {"Rektorn": "Skolans säkerhetsstrateg"})] == []


@pytest.mark.parametrize(
    ("edit", "arguments", "said"),
    [
        (('edition: "1"', 'edition: "0"'), ["--number", "0"], "E006 Utgåva 0 finns redan."),
        (('edition: "2"', 'edition: "B"'), ["--number", "B"], "E006 Utgåva B finns redan."),
    ],
)
def test_a_number_is_used_once(
    edit: tuple[str, str], arguments: list[str], said: str, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied.write_text(copied.read_text(encoding="utf-8").replace(*edit), encoding="utf-8")
    main(["edition", str(copied)])
    copied.write_text(
        copied.read_text(encoding="utf-8").replace("Byt röret\n", "Byt hela röret\n", 1), encoding="utf-8"
    )
    assert main(["edition", str(copied), "--summary", "Ny.", *arguments, *BY]) == 2
    assert said in capsys.readouterr().err


def test_editions_without_numbers_are_asked_for_one(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        copied.read_text(encoding="utf-8")
        .replace('edition: "2"', "edition: Vår 2024")
        .replace('edition: "1"', "edition: Vår 2023")
    )
    copied.write_text(text, encoding="utf-8")
    main(["edition", str(copied)])
    copied.write_text(text.replace("Byt röret\n", "Byt hela röret\n", 1), encoding="utf-8")
    assert main(["edition", str(copied), "--summary", "Ny."]) == 2
    assert "--number" in capsys.readouterr().err
    assert main(["edition", str(copied), "--summary", "Ny.", "--number", "Höst 2024", *BY]) == 0
    assert load(copied).latest.edition == "Höst 2024"


def test_what_is_pasted_with_spaces_or_breaks_about_it_is_entered_without(copied: Path) -> None:
    main(["edition", str(copied)])
    copied.write_text(
        copied.read_text(encoding="utf-8").replace("Byt röret\n", "Byt hela röret\n", 1), encoding="utf-8"
    )
    pasted = ["--summary", "Byt hela\n  röret.\n", "--number", " 7 ", "--body", "Rektorn ", "--reference", "\tdnr 9"]
    assert main(["edition", str(copied), *pasted, "--approved", "2024-05-01"]) == 0
    entered, (issued, *_) = load(copied).latest, record_of(copied)
    assert (entered.edition, entered.summary, issued.edition) == ("7", "Byt hela röret.", "7")
    assert entered.approval
    assert (entered.approval.body, entered.approval.reference) == ("Rektorn", "dnr 9")


@pytest.mark.parametrize("given", [[], BY[:2], BY[2:4], BY[2:], BY[4:]])
def test_an_edition_says_who_approved_it(given: list[str], copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["edition", str(copied)])
    assert main(["edition", str(copied), "--summary", "Ny.", *given]) == 2
    said = capsys.readouterr().err
    assert said.startswith("E004 Utgåvan går inte att skriva in. Det framgår inte vem som har godkänt den.")
    assert "--body" in said
    assert copied.read_bytes() == SMALL.read_bytes()


@pytest.mark.parametrize("entered", [False, True])
def test_the_day_of_the_approval_is_never_guessed(
    entered: bool, unapproved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is published as the day of a decision, of an entry that the command writes and of one that stands there."""
    of_it = []
    if entered:
        main(["edition", str(unapproved), *BY])
        of_it = ["--summary", "Ny."]
    before = unapproved.read_bytes()
    assert main(["edition", str(unapproved), *of_it, *BY[:4]]) == 2
    said = capsys.readouterr().err
    assert said.startswith("E004 Utgåvan går inte att skriva in. Det framgår inte vilken dag den blev godkänd.")
    assert "lägg till --approved" in said
    assert unapproved.read_bytes() == before


def test_an_edition_is_not_approved_before_its_source_is_written(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither one at the command line nor one that an editor wrote."""
    day = "2020-02-28"
    said = f"E007 Utgåvan kan inte vara godkänd {day}: källan är från 2020-02-29."
    text = copied.read_text(encoding="utf-8").replace("      date: 2024-04-25\n", f"      date: {day}\n", 1)
    copied.write_text(text, encoding="utf-8")
    assert main(["edition", str(copied)]) == 2
    assert capsys.readouterr().err.startswith(said)
    copied.write_bytes(SMALL.read_bytes())
    assert main(["edition", str(copied)]) == 0
    assert main(["edition", str(copied), "--summary", "Ny.", *BY[:4], "--approved", day]) == 2
    assert capsys.readouterr().err.startswith(said)


def test_an_edition_is_not_entered_twice_in_the_same_words(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["edition", str(copied)])
    entered = ["edition", str(copied), "--summary", "Ny.", *BY]
    assert main(entered) == 0
    before = copied.read_bytes(), record_of(copied)
    assert main(entered) == 2
    assert "E008 Utgåvan går inte att skriva in. Inget som skrivs ut är nytt sedan utgåva 3" in capsys.readouterr().err
    assert (copied.read_bytes(), record_of(copied)) == before


def test_the_day_of_the_approval_may_be_another_but_not_later(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["edition", str(copied)])
    of_a_day = ["edition", str(copied), "--summary", "Ny.", "--date", "2026-01-02", *BY[:4], "--approved"]
    assert main([*of_a_day, "2026-01-03"]) == 2
    assert "R036" in capsys.readouterr().err
    assert main([*of_a_day, "2025-12-01"]) == 0
    found = load(copied).latest.approval
    assert found
    assert found.date == date(2025, 12, 1)


def test_every_fault_of_an_edition_has_its_own_code() -> None:
    """It has an address by it on the page of faults, and a program knows it by that."""
    source = [PROJECT / "routine" / file for file in ("editions/record.py", "editions/entry.py", "commands/edition.py")]
    raised = re.findall(r'EditionError\(\s*"(\w*)"', "".join(file.read_text(encoding="utf-8") for file in source))
    assert set(raised) == {code for code in messages() if code[0] == "E"}


# --- Ours
# --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [REAL, SMALL], ids=["rutinen", "den lilla"])
def test_every_edition_has_its_codes_and_every_code_its_edition(file: Path) -> None:
    """Of a text that has been changed since, only `check` tells:
    an editor's change need not wait for the edition that it becomes a part of."""
    record = stored.read(stored.beside(file))
    assert [issued.edition for issued in record] == [revision.edition for revision in load(file).revisions]
    assert json.loads(stored.beside(file).read_text(encoding="utf-8")), "the file as the command writes it"
    assert stored.beside(file).read_text(encoding="utf-8") == editions.text(record)


def test_the_small_routine_is_in_step_with_its_record() -> None:
    """When what the fixture prints has changed, UPDATE_GOLDEN=1 writes it anew: it is nobody's, and never published."""
    routine = load(SMALL)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        record = editions.entered(record_of(SMALL), routine.latest.edition, sheets(routine))
        write_whole(stored.beside(SMALL), editions.text(record).encode())
    drafts = editions.drafts(routine, record_of(SMALL), sheets(routine))
    assert drafts == frozenset(), "its sheets say something else: UPDATE_GOLDEN=1 writes their codes"


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_bytes(b"before")
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    write_whole(link, b"after")
    assert (file.read_bytes(), link.is_symlink()) == (b"after", True)

    def full(_: Path, __: Path) -> None:
        raise OSError("full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="full"):
        write_whole(file, b"half")
    assert file.read_bytes() == b"after"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.yaml", "rutin.yaml"]
