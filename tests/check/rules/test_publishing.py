"""The gate before publishing: what a body must fill in first is told in one list, each with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routine.__main__ import main
from routine.check import record as editions
from routine.check.finding import messages
from routine.check.load import load
from routine.check.nodes import Path as Place
from routine.check.problems import RoutineError
from routine.check.rules.publishing import Entered, leads_nowhere, unready
from routine.cli import check as command
from routine.model.model import Routine
from routine.paper.imprint import sheets
from routine.site.build import configured
from routine.site.settings import SETTINGS, GateError, ready, settings_refused
from tests.kit.paths import SMALL
from tests.kit.variants import small, values_of, withdrawn_file, write

pytestmark = pytest.mark.usefixtures("no_paper")

TODAY = date(2024, 6, 1)
RUNG = "08-465 004 99"
POLICE = {"number": "114 14", "label": "Polisen, inte akut", "advice": "Ring 114 14."}
OURS = SETTINGS.read_text(encoding="utf-8")
SITE = 'site_name: X\nsite_url: "https://rutin.storstad.se/"\n'


def filled() -> Any:
    """The small routine, with everything that a body must fill in."""
    # Its numbers are those of examples. These are kept free for stories, which the gate does not know.
    values: Any = json.loads(json.dumps(small(), default=str).replace("010-555 01", "08-465 004"))
    values["site"] |= {"name": "Läckguiden", "leave": "https://www.smhi.se/", "edit": "https://git.storstad.se/rutin"}
    values["organisation"]["name"] = "Storstads skolor"
    values["accessibility"] |= {"feedback": f"Ring expeditionen, {RUNG}.", "complaint": "https://www.digg.se/x"}
    for item, publisher in zip(values["guidance"], ("Elverket", "Fuktinstitutet"), strict=True):
        item["source"] |= {"publisher": publisher}
    values["guidance"][0]["source"]["url"] = "https://www.elverket.se/rad"
    for contact in values["contacts"]:
        contact |= {"number": RUNG, "valid_until": "2025-06-30"}
    return values


def found(values: Any, *unissued: str) -> list[tuple[str, Place]]:
    return [(one.code, one.path) for one in unready(Routine.model_validate(values), Entered(unissued), TODAY)]


def remove_number(contact: Any) -> list[Any]:
    """As an editor does when who had it has left."""
    return [contact.pop(key, None) for key in ("number", "valid_until", "hours")]


def test_what_is_filled_in_passes() -> None:
    assert found(filled()) == []


def test_a_number_holds_to_the_end_of_its_last_day() -> None:
    values = filled()
    values["contacts"][0]["valid_until"] = "2024-06-01"
    assert found(values) == []


def test_a_number_that_is_taken_away_stops_nothing_where_the_routine_has_been_out() -> None:
    """Else the dead one would stay online, where nothing else can be published either."""
    values = filled()
    remove_number(values["contacts"][1])
    routine = Routine.model_validate(values)
    assert [(one.code, one.path) for one in unready(routine, Entered(), TODAY)] == [("G003", ("contacts", 1))]
    assert [*unready(routine, Entered(before=True), TODAY)] == []


KEPT = {"G007", "G009", "G011", "G012"}


def test_a_withdrawal_is_stopped_by_its_own_words_and_by_editions_and_codes_alone() -> None:
    """What nobody fills in any more would else keep the routine online as if it held."""
    values = filled()
    for _, path, change in CASES:
        if "approval" not in path:  # Which another case takes away.
            change(values)
    entered = Entered(["Logg"], [values["revisions"][1]["edition"]])
    assert {one.code for one in unready(Routine.model_validate(values), entered, TODAY)} > KEPT
    values["withdrawn"] = {"until": "2024-05-31", "text": "Fyll i här.", "url": "https://plan.example.com/"}
    found = [*unready(Routine.model_validate(values), entered, TODAY)]
    assert {one.code for one in found} == {*KEPT, "G008"}
    assert {one.path[0] for one in found} == {"revisions", "withdrawn"}


def test_what_was_approved_and_is_printed_no_more_tells_that_a_routine_has_been_out() -> None:
    """Also while the edition without the number is not entered yet; not of what nobody stood behind."""
    routine, record = load(SMALL), editions.read(editions.beside(SMALL))
    now = sheets(routine)
    first = editions.entered((), routine.latest.edition, now)
    assert not editions.superseded(routine, (), now)
    assert not editions.superseded(routine, first, now), "the first edition, not out yet"
    assert editions.superseded(routine, record, now), "one before it"
    changed = sheets(routine.model_copy(update={"contacts": routine.contacts[1:]}))
    assert editions.superseded(routine, first, changed)
    drafted = tuple(each.model_copy(update={"approval": None, "decision": None}) for each in routine.revisions)
    assert not editions.superseded(routine.model_copy(update={"revisions": drafted}), first, changed)


Change = Callable[[Any], object]
CASES: list[tuple[str, Place, Change]] = [
    ("G001", ("site", "leave"), lambda all: all["site"].update(leave="https://www.example.com/")),
    ("G002", ("site", "edit"), lambda all: all["site"].pop("edit")),
    ("G002", ("site", "edit"), lambda all: all["site"].update(edit="https://git.example.se/x")),
    ("G003", ("contacts", 1), lambda all: remove_number(all["contacts"][1])),
    ("G010", ("contacts", 1, "valid_until"), lambda all: all["contacts"][1].update(valid_until="2024-05-31")),
    ("G014", ("guidance", 0, "seen"), lambda all: all["guidance"][0].update(seen="kopia")),
    ("G004", ("accessibility", "assessed"), lambda all: all["accessibility"].update(assessed="2023-06-01")),
    ("G004", ("accessibility", "assessed"), lambda all: all["accessibility"].update(assessed="2024-06-02")),
    ("G005", ("accessibility", "feedback"), lambda all: all["accessibility"].update(feedback="Säg till rektorn.")),
    ("G005", ("accessibility", "feedback"), lambda all: all["accessibility"].update(feedback="Svar ges 2026-11-26.")),
    ("G009", ("revisions", 0), lambda all: [all["revisions"][0].pop(key, "") for key in ("approval", "decision")]),
    ("G012", ("revisions", 0, "date"), lambda all: all["revisions"][0].update(date="2024-06-02")),
    (
        "G012",
        ("revisions", 0, "approval", "date"),
        lambda all: all["revisions"][0]["approval"].update(date="2020-02-28"),
    ),
    ("G008", ("organisation", "name"), lambda all: all["organisation"].update(name="Exempelkommun")),
    ("G008", ("organisation", "owner"), lambda all: all["organisation"].update(owner="[fyll i funktionen]")),
    ("G008", ("roles", 1, "intro"), lambda all: all["roles"][1].update(intro="Du leder […].")),
    ("G008", ("terms", 0, "meaning"), lambda all: all["terms"][0].update(meaning="Fyll i här.")),
    ("G008", ("actions", 0, "detail"), lambda all: all["actions"][0].update(detail="TODO")),
    ("G008", ("contacts", 0, "ask"), lambda all: all["contacts"][0].update(ask="Fråga xxx.")),
    ("G008", ("contacts", 0, "number"), lambda all: all["contacts"][0].update(number="010-555 01 23")),
    ("G008", ("actions", 0, "detail"), lambda all: all["actions"][0].update(detail="Ring 010-000 00 00 i dag.")),
    ("G013", ("contacts", 0, "number"), lambda all: all["contacts"][0].update(number="112")),
    ("G013", ("contacts", 0, "number"), lambda all: all["contacts"][0].update(number="0155-08 12 34")),
    (
        "G008",
        ("guidance", 0, "source", "url"),
        lambda all: all["guidance"][0]["source"].update(url="https://example.org/"),
    ),
]


def test_what_is_missing_is_told_where_it_stands() -> None:
    for code, path, change in CASES:
        values = filled()
        change(values)
        assert found(values) == [(code, path)]
    assert {code for code, _, _ in CASES} | {"G006", "G007", "G011"} == {code for code in messages() if code[0] == "G"}


NUMBER: Place = ("contacts", 2, "number")


NUMBERS = {
    "G008": ("010-000 00 00", "+46 10 555 01 23", "0155-00 00 00", "020-00 00 00"),
    "G013": ("555", "08-01 23 45", "031-01 23 45", "+46 155 01 23 45", "112", "114 14"),
    "": ("116 006", "1177", "0155-38 00 00", "08-508 00 000", "0700-12 34 56", "020-01 23 45", "+47 22 00 34 56"),
}


def test_a_number_that_nobody_has_or_another_has_is_told() -> None:
    """A subscriber number begins with no 0 after an area code; mobiles, and numbers of no area, may."""
    values = filled()
    values["emergency"][1] = POLICE
    for code, numbers in NUMBERS.items():
        for number in numbers:
            values["contacts"][2]["number"] = number
            assert found(values) == ([(code, NUMBER)] if code else []), number


def test_the_number_of_an_emergency_may_be_its_functions_own() -> None:
    values = filled()
    values["emergency"][1] = POLICE
    values["contacts"][2] |= {"function": "Områdets polis", "label": "Polisen", "number": "114 14"}
    assert found(values) == []


def test_a_sheet_that_belongs_to_no_edition_is_named() -> None:
    routine = Routine.model_validate(filled())
    (one,) = unready(routine, Entered(["Checklista, rektorn", "Fickkort", "Häfte", "Hela rutinen", "Logg"]), TODAY)
    assert (one.code, one.path) == ("G007", ("revisions",))
    assert one.values["sheets"] == "Checklista, rektorn, Fickkort, Häfte och 2 till"


def test_every_sheet_before_the_first_edition_belongs_to_none() -> None:
    routine = load(SMALL)
    now = sheets(routine)
    record = editions.read(editions.beside(SMALL))
    assert editions.unissued(routine, (), now) == [sheet.name for sheet in now]
    assert editions.unissued(routine, record, now) == []


def test_editions_and_codes_that_do_not_belong_together_are_told_where_the_edition_stands() -> None:
    routine = Routine.model_validate(filled())
    one, other = unready(routine, Entered((), ["1"], ["4"]), TODAY)
    assert [(each.code, each.path) for each in (one, other)] == [
        ("G011", ("revisions", 1, "edition")),
        ("G011", ("revisions",)),
    ]
    assert (one.kind, other.kind) == ("", "unlisted")


def test_ordinary_words_are_no_example() -> None:
    values = filled()
    for text in ("Till exempel en telefon, exempelvis din egen.", "Fyll i blanketten.", "Se [bilagan].", "Kapitel XX"):
        values["roles"][0]["intro"] = text
        assert found(values) == []


def test_a_site_without_an_address_is_told() -> None:
    for text, line in (
        ('site_name: X\nsite_url: ""\n', 2),
        ("site_url: https://kommun.example/\n", 1),
        ("site_url: http://localhost:8000/\n", 1),
        ("site_url: https://rutin.storstad.se/index.html\n", 1),
        ("", 1),
    ):
        (problem,) = settings_refused("mkdocs.yml", text).problems
        assert (problem.code, problem.mark.line) == ("G006", line)


def test_a_site_with_an_address_passes() -> None:
    ready([settings_refused("mkdocs.yml", SITE)])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  name: material", "\tname: material", "S003"),
        ("strict: true", "<<<<<<< HEAD\nstrict: true\n=======\nstrict: false\n>>>>>>> min", "S015"),
        ("site_name: ", "site_name: [", "S002"),
        ('site_url: "https://rutin.storstad.se/"', "site_url: ”https://rutin.storstad.se/”", "S021"),
        ("site_name: ", "site_url: https://annan.storstad.se/\nsite_name: ", "S004"),
    ],
)
def test_settings_that_an_engine_reads_otherwise_are_told(old: str, new: str, code: str) -> None:
    text = OURS.replace('site_url: ""', 'site_url: "https://rutin.storstad.se/"')
    assert settings_refused("mkdocs.yml", text).problems == ()
    assert text.count(old) == 1
    assert {each.code for each in settings_refused("mkdocs.yml", text.replace(old, new)).problems} == {code}


def test_what_yaml_allows_in_settings_is_let_alone() -> None:
    text = f'{SITE}a: &a {{b: 1}}\nc: *a\nd: !ENV [X, y]\ne: ~\n"1": yes # ett\n'
    assert settings_refused("mkdocs.yml", text).problems == ()


def test_what_only_a_build_sees_in_the_settings_stops_the_gate_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "missing", lambda *_: [])
    settings = tmp_path / "mkdocs.yml"
    for folder in ("routine/pages/shell/theme", "docs", "data", "macros.py"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr("routine.site.build.SETTINGS", settings)
    settings.write_text(OURS, encoding="utf-8")
    assert main(["check", str(SMALL), "--publish"]) == 0
    for old, new in (("links: filer", "links: sidor"), ("strict: true", "strict: kanske")):
        settings.write_text(OURS.replace(old, new), encoding="utf-8")
        capsys.readouterr()
        assert main(["check", str(SMALL), "--publish"]) == 2
        out, err = capsys.readouterr()
        assert err.startswith("mkdocs.yml")
        assert "kan publiceras" not in out


def test_all_is_told_in_one_list_in_the_order_of_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SMALL)]) == 0
    capsys.readouterr()
    assert main(["check", str(SMALL), "--publish"]) == 2
    err = capsys.readouterr().err
    heads = [(file, int(line)) for file, line in re.findall(r"^(\S+?):(\d+):\d+: G\d{3} ", err, re.MULTILINE)]
    assert len(heads) > 9
    assert heads[:-1] == sorted(heads[:-1])
    assert err.endswith(f"{len(heads)} saker att ordna innan webbplatsen publiceras.\n")


def ready_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, editions.Record]:
    """A routine with everything, and what an edition before its latest had the codes of."""
    values = filled()
    values["accessibility"]["assessed"] = date.today().isoformat()
    for contact in values["contacts"]:
        contact["valid_until"] = date.today().isoformat()
    file, settings = write(values, folder / "rutin.yaml"), folder / "mkdocs.yml"
    routine = load(file)
    record = editions.entered((), routine.latest.edition, sheets(routine))
    editions.beside(file).write_text(editions.text(record), encoding="utf-8")
    settings.write_text(SITE, encoding="utf-8")
    monkeypatch.setattr(command, "SETTINGS", settings)
    older = sheets(routine.model_copy(update={"contacts": routine.contacts[1:]}))
    return file, editions.entered((), routine.revisions[1].edition, older)


def test_a_routine_with_everything_passes_the_gate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, _ = ready_file(tmp_path, monkeypatch)
    settings = tmp_path / "mkdocs.yml"
    assert main(["check", str(file), "--publish"]) == 0
    assert "kan publiceras" in capsys.readouterr().out
    settings.write_text("site_url: ''\n", encoding="utf-8")
    assert main(["check", str(file), "--publish"]) == 2
    assert "En sak att ordna" in capsys.readouterr().err


def test_a_contact_without_a_number_is_told_and_stops_nothing_once_the_routine_has_been_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stops is never said not to."""
    file, before = ready_file(tmp_path, monkeypatch)
    told = "Obs! Kontakten ”Fastighetsavdelningen” har inget nummer."
    values: Any = values_of(file)
    remove_number(next(each for each in values["contacts"] if each["id"] == "kontakt-fastighet"))
    write(values, file)
    now = sheets(load(file))
    for record, stops in ((editions.entered((), "2", now), True), (editions.entered(before, "2", now), False)):
        editions.beside(file).write_text(editions.text(record), encoding="utf-8")
        assert main(["check", str(file), "--publish"]) == 2 * stops
        out, err = capsys.readouterr()
        assert ("G003" in err, told in out) == (stops, not stops)
    assert main(["check", str(file)]) == 0
    assert "har inget nummer" not in capsys.readouterr().out


@pytest.mark.parametrize("form", ["--json", "--annotations"])
def test_what_is_missing_is_told_to_programs_as_faults(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SMALL), "--publish", form]) == 2
    said, prose = capsys.readouterr()
    stops = re.findall(r"(?<= )G\d{3}(?= )", prose)
    assert len(stops) > 3
    if form == "--json":
        rows = json.loads(said)
        assert [row["code"] for row in rows if row["severity"] == "error"] == stops
        assert {row["code"][0] for row in rows if row["severity"] == "warning"} <= {"D", "V"}
    else:
        assert re.findall(r"^::error .*title=(G\d{3})", said, re.MULTILINE) == stops


def test_a_withdrawn_routine_is_published_with_no_more_than_an_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(SITE, encoding="utf-8")
    monkeypatch.setattr(command, "SETTINGS", settings)
    page = tmp_path / "docs/om.md"
    page.parent.mkdir()
    page.write_text("Ring 010-000 00 00.\n", encoding="utf-8")
    monkeypatch.setattr(command, "DOCS", page.parent)
    file = withdrawn_file(tmp_path / "rutin.yaml")
    text = file.read_text(encoding="utf-8").replace("https://plan.example.com/skador/", "https://plan.storstad.se/")
    file.write_text(text, encoding="utf-8")
    assert main(["check", str(file), "--publish"]) == 0
    assert "inget nummer" not in capsys.readouterr().out
    settings.write_text("site_url: ''\n", encoding="utf-8")
    assert main(["check", str(file), "--publish"]) == 2
    assert "En sak att ordna" in capsys.readouterr().err


def test_a_program_is_told_of_what_may_be_published_in_one_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "missing", lambda *_: [])
    assert main(["check", str(SMALL), "--publish", "--json"]) == 0
    assert {row["severity"] for row in json.loads(capsys.readouterr().out)} == {"warning"}


# --- The pages that stand beside the routine -------------------------------------------------------------------------


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page of the project's own, among others. Its text is published as it stands."""
    monkeypatch.setattr(command, "DOCS", tmp_path)
    (tmp_path / "om").mkdir()
    (tmp_path / "index.md").write_text("# Start\n\nRing 112, eller 010-555 01 23.\n", encoding="utf-8")
    return tmp_path / "om/integritet.md"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Ring Eva Karlsson, 070-174 06 35.", "R081 Här står ett mobilnummer."),
        ("Skriv till eva.karlsson@storstad.se.", "R082 Här står en persons e-postadress."),
        ("Fråga 19121212-1212.", "R080 Här står ett personnummer"),
    ],
)
def test_who_somebody_is_stops_on_a_page_too(
    page: Path, line: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text(f"# Integritet\n\n{line}\n", encoding="utf-8")
    assert main(["check", str(SMALL)]) == 2
    assert capsys.readouterr().err.startswith(f"docs/om/integritet.md:3:1: {code}")
    assert main(["check", str(SMALL), "--json"]) == 2
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["file"], row["line"], row["severity"]) == ("docs/om/integritet.md", 3, "error")


def test_a_number_of_nobody_on_a_page_are_told_as_advice(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SMALL), "--strict"]) == 0, "a declared number and none"
    assert "index.md" not in capsys.readouterr().out
    page.with_name("README.md").write_text("Ring 070-174 06 35.\n", encoding="utf-8")
    page.write_text("# Integritet\n\nRing Eva Karlsson, 08-465 004 00.\n", encoding="utf-8")
    assert main(["check", str(SMALL)]) == 0, "what is not published is no page"
    told = re.findall(r"^docs/om/integritet\.md:3:(\d+): (V\d+) Råd: ", capsys.readouterr().out, re.MULTILINE)
    assert told == [("20", "V010")]
    assert main(["check", str(SMALL), "--strict"]) == 2


def test_the_number_of_an_example_on_a_page_stops_what_is_published(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text("# Integritet\n\nRing 010-000 00 00.\n", encoding="utf-8")
    assert main(["check", str(SMALL), "--publish"]) == 2
    assert "docs/om/integritet.md:3:1: G008 Numret 010-000 00 00 är bara ett exempel." in capsys.readouterr().err


def test_settings_that_are_not_utf_8_are_told_by_the_gate_and_by_what_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_bytes("site_name: Läckguiden\n".encode("latin-1"))
    monkeypatch.setattr(command, "SETTINGS", settings)
    monkeypatch.setattr("routine.site.build.SETTINGS", settings)
    assert main(["check", str(SMALL), "--publish"]) == 2
    assert "mkdocs.yml:1:13: S001 Filen är sparad i en äldre kodning" in capsys.readouterr().err
    with pytest.raises(RoutineError, match=r"mkdocs\.yml:1:13: S001"):
        configured(None)


def test_what_is_ready_raises_nothing_and_one_thing_raises_once() -> None:
    with pytest.raises(GateError, match="G006"):
        ready([settings_refused("mkdocs.yml", SITE), settings_refused("mkdocs.yml", "")])


NOWHERE = ("", "https://rutin.example/", "https://www.example.com/a", "https://exempelkommun.se/")


def test_an_example_is_known_by_its_host() -> None:
    assert [*map(leads_nowhere, NOWHERE)] == [True] * 4
    assert not any(map(leads_nowhere, ("https://example.smhi.se/", "https://www.smhi.se/example.com/")))
