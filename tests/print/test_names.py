"""Names that are not published stand on the sheets of those who need them, and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.disk import cache as kept
from routine.domain.model import Routine
from routine.loading.load import load
from routine.print import export, press
from routine.print.codes import code
from routine.print.export import forget, pressed
from routine.print.named import Holder, filled
from routine.print.names import OF_THE_FILE, holders
from routine.print.sheets import printed
from routine.print.sheets.bundle import bundles
from routine.print.sheets.common import Function
from routine.publish.folder import MARK, FolderError
from routine.publish.private import private
from routine.reading.messages import messages
from routine.reading.problems import RoutineError
from tests.kit.heard import heard
from tests.kit.mistakes import MISTAKES, Mistake
from tests.kit.paths import PROJECT, REAL, SMALL
from tests.kit.prints import words
from tests.kit.views import one_in

MARKER = "Zyxia Qvarnlöv"
NUMBER = "010-555 98 76"
NAMES = f"""rektorn:
  name: {MARKER}
  number: {NUMBER}
kontakt-fastighet:
  - name: Ulrik Qvarnlöv
  - name: Ebba Qvarnlöv
    number: {NUMBER}
"""
NOT_OURS = {".git", ".venv", "node_modules"}


def written(folder: Path) -> Path:
    file = folder / "hos oss/namn.yaml"
    file.parent.mkdir()
    file.write_text(NAMES, encoding="utf-8")
    return file


@pytest.fixture
def names(tmp_path: Path) -> Path:
    return written(tmp_path)


def exported(names: Path, out: Path, data: Path = SMALL) -> int:
    return main(["export", str(data), "--names", str(names), "--out", str(out)])


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every sheet with the names on it, made once for those that read them."""
    folder = tmp_path_factory.mktemp("med namn")
    assert exported(written(folder), folder / "ut") == 0
    return {file.name: file.read_bytes() for file in (folder / "ut/utskrift").iterdir()}


def test_names_and_numbers_stand_on_the_lines_of_their_functions(named: dict[str, bytes]) -> None:
    made = {name: heard(data) for name, data in named.items()}
    sheets = printed(load(SMALL))
    together = {bundle.file for bundle in bundles(load(SMALL), sheets)}
    assert made.keys() == {sheet.file for sheet in sheets} | together
    kinds = ("checklista", "fickkort", "planbokskort", "allt")
    assert all(MARKER in made[f"{kind}-upptackaren.pdf"] for kind in kinds)
    assert NUMBER in made["checklista-upptackaren.pdf"]
    for name in ("Ulrik Qvarnlöv", "Ebba Qvarnlöv"):
        assert name in made["checklista-vaktmastaren.pdf"]
        assert name not in made["planbokskort-vaktmastaren.pdf"], (
            "a card has room for one, and which is for her to write"
        )
    assert not any("Qvarnlöv" in made[name] for name in ("logg.pdf", "rutinen.pdf", "blankett-lackan.pdf"))
    assert MARKER not in made["checklista-rektorn.pdf"], "she knows her own number"


def test_who_is_named_without_a_number_gets_no_second_line_for_the_name(named: dict[str, bytes]) -> None:
    for name in ("checklista-vaktmastaren", "checklista-vaktmastaren-stor-stil", "fickkort-vaktmastaren"):
        said = heard(named[f"{name}.pdf"])
        hers = said.split("Ulrik Qvarnlöv")[1].split("Ebba Qvarnlöv")[0].split()
        assert ("Namn" in hers, "Nummer" in hers) == (False, True)


def test_a_sheet_with_names_is_the_same_sheet(named: dict[str, bytes], small: Routine) -> None:
    """Its code tells that the routine's words hold, and says nothing of who somebody is."""
    for sheet in printed(small):
        assert f"Kod {code(sheet)}" in words(named[sheet.file])


def test_a_sheet_says_on_what_day_its_names_came_and_one_without_says_nothing_of_it(small: Routine) -> None:
    """A code that holds makes nobody look whether a number does."""
    who = {"rektorn": (Holder(MARKER, NUMBER),)}
    made = export.private(small, (), "", who, date(2026, 12, 1))
    told = {name: "Namn och nummer sattes in 1 december 2026" in words(data) for name, data in made.items()}
    assert told == {name: MARKER in words(data) for name, data in made.items()}
    assert {*told.values()} == {True, False}


def test_several_holders_are_several_lines_and_who_has_no_number_has_the_functions(small: Routine) -> None:
    sheet = next(sheet for sheet in printed(small) if sheet.file == "checklista-vaktmastaren.pdf")
    who = {"kontakt-jouren": (Holder("Kim", ""), Holder("Bo", "1")), "va-ingenjoren": (Holder("Ej", "9"),)}
    lines = filled(sheet, who).matter.contacts
    assert [(line.function, line.number) for line in lines] == [
        ("Skolornas jour, dagtid, Kim", "010-555 01 23"),
        ("Skolornas jour, dagtid, Bo", "1"),
        ("Skolornas jour, nattetid, Ej", "9"),
        ("Fastighetsavdelningen", ""),
        ("Rektorn", ""),
    ]
    assert filled(sheet, {}) == sheet
    assert all(isinstance(line, Function) for line in lines)


# --- Nowhere else ----------------------------------------------------------------------------------------------------


def texts(file: Path) -> str:
    """What a file says, and what a PDF says that is one or is kept in one."""
    data = file.read_bytes()
    for start in (0, kept.DIGEST_BYTES):
        if data[start:].startswith(b"%PDF"):
            return words(data[start:])
    return data.decode("utf-8", "replace")


def test_nothing_of_it_is_kept_or_lies_in_the_project(
    names: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "sparat")
    before = time.time() - 1
    pressed(load(SMALL))
    assert exported(names, tmp_path / "ut") == 0
    assert MARKER in texts(tmp_path / "ut/utskrift/checklista-upptackaren.pdf"), "it would be found"
    forget()
    after = pressed(load(SMALL), pictures=True)
    (tmp_path / "sedan").mkdir()
    for name, data in after.items():
        (tmp_path / "sedan" / name.replace("/", "-")).write_bytes(data)
    changed = [
        file
        for file in PROJECT.rglob("*")
        if file.is_file() and not NOT_OURS & set(file.relative_to(PROJECT).parts) and file.stat().st_mtime >= before
    ]
    searched = [*changed, *(tmp_path / "sparat").iterdir(), *(tmp_path / "sedan").iterdir()]
    assert len(searched) > 40
    said = {file: texts(file) for file in searched}
    assert [file for file, text in said.items() if any(word in text for word in (MARKER, "Qvarnlöv", NUMBER))] == []


def test_nothing_is_even_asked_of_what_is_kept(names: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise AssertionError("kept")

    monkeypatch.setattr(press, "kept", refuse)
    assert exported(names, tmp_path / "ut") == 0


def test_a_sheet_that_lies_there_since_before_is_named_and_left(
    names: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exported(names, tmp_path / "ut") == 0
    assert "Ligger kvar" not in capsys.readouterr().err
    sheets = tmp_path / "ut/utskrift"
    left = [sheets / name for name in ("checklista-borta.pdf", "fickkort-borta.pdf", "anteckning.txt")]
    for file in left:
        file.write_bytes(b"En som slutat")
    assert exported(names, tmp_path / "ut") == 0
    told = "Ligger kvar sedan tidigare, ta bort det som inte gäller: checklista-borta.pdf, fickkort-borta.pdf"
    assert capsys.readouterr().err.splitlines()[-1] == f"{sheets.as_posix()}: {told}"
    assert [file.read_bytes() for file in left] == [b"En som slutat"] * 3


def test_a_file_or_a_folder_where_others_look_is_refused(
    names: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, shared = tmp_path / "plats", tmp_path / "delad"
    for folder, mark in ((site, MARK), (shared, ".git")):
        folder.mkdir()
        (folder / mark).write_text("", encoding="utf-8")
    (tmp_path / "länk").symlink_to(PROJECT / "data")
    (site / "namn.yaml").write_text(NAMES, encoding="utf-8")
    good = tmp_path / "ut"
    for file, out, where in (
        (PROJECT / "data/routine.yaml", good, "projektet"),
        (PROJECT / "finns-inte/namn.yaml", good, "projektet"),
        (tmp_path / "länk/routine.yaml", good, "projektet"),
        (site / "namn.yaml", good, "en byggd webbplats"),
        (names, PROJECT / "ut/utskrift", "projektet"),
        (names, PROJECT, "projektet"),
        (names, tmp_path / "länk/under", "projektet"),
        (names, site / "utskrift", "en byggd webbplats"),
        (names, shared / "ut", "en mapp som delas med git"),
    ):
        assert exported(file, out) == 2
        told = capsys.readouterr().err
        assert f"N001 {'Mappen' if out != good else 'Filen'}" in told
        assert f"ligger i {where}." in told
        assert "Gör så här: " in told
        assert not good.exists()
    assert not (PROJECT / "ut").exists()
    assert main(["export", str(SMALL), "--names", str(names)]) == 2
    assert "N001 Utskrifter med namn behöver en egen mapp." in capsys.readouterr().err


def test_a_file_beside_the_project_is_reached_from_within_it(names: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = names.parent.parent / "projekt/data"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    for way in (Path("../../hos oss/namn.yaml"), Path("../../ut")):
        private(way, "Filen med namn", inside.parent)
    with pytest.raises(FolderError):
        private(Path("../namn.yaml"), "Filen med namn", inside.parent)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("", "N002", "Filen har inga namn."),
        ("- Zyxia\n", "N002", ""),
        ("rektorn: Zyxia\n", "N002", "”rektorn”"),
        ("kontakt-fastighet: {name: Zyxia, nummer: 1}\n", ":1:34: N002", "en annan nyckel än name och number."),
        ("rektorn: {name: Bo, Zyxia Qvarnlöv: 0155-1}\n", ":1:21: N002", "Det gäller ”rektorn”."),
        ("Zyxia Qvarnlöv: {nummer: 1}\n", "N003", "Här står inte id:t för en roll eller kontakt."),
        ("kontakt-fastighet: {number: 010-1}\n", "N002", "”kontakt-fastighet”"),
        ("kontakt-fastighet:\n  - name: A\n  - Zyxia\n", "N002", "”kontakt-fastighet”"),
        ("kontakt-fastigheten: {name: Zyxia}\n", "N003", "Menade du ”kontakt-fastighet”?"),
        ("rektorn:\n  - name: Bo\n  name: Zyxia\n", ":3:3: S019", "Strecket saknas före en post."),
        ("rektorn:\n  name: Bo\n  number: ”0155-38 00 00”\n", ":3:11: S021", "Citattecken från Word runt ett värde."),
        *(
            (f"rektorn:\n  - {{name: Zyxia}}\n  - {{name: Bo, number: {number}}}\n", "namn.yaml:3:24: N002", said)
            for number, said in (
                ("0155-38 OO", "Här står en bokstav som ser ut som en siffra: O. Det gäller ”rektorn”."),
                ("0155-38", "Numret har för få siffror. Det gäller ”rektorn”."),
                ("010-555 98 76 Zyxia", "Numret är inte ett telefonnummer. Det gäller ”rektorn”."),
                ("19811218-9876", "som i ett personnummer. Det gäller ”rektorn”."),
            )
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_told_without_showing_a_name(
    text: str, code: str, said: str, small: Routine
) -> None:
    with pytest.raises(RoutineError) as caught:
        holders(text.encode(), "namn.yaml", small)
    report = caught.value.report()
    assert code in report or not said, report
    assert said in report
    assert not any(word in report for word in ("Zyxia", "Qvarnlöv", "nummer:", "0155", "98 76", "-9876"))
    assert "Gör så här: " in report or "Menade du" in report


SECRET = """rektorn: {name: Zyxwa Qvzkmx, number: 0471-39 48 26}
kontakt-fastighet:
  - name: Qvzkmx
  - name: Zyxwa Qvzkmx
    number: 0471-39 48 26
Zyxwa Qvzkmx:
  name: Qvzkmx
"""
# No three signs of what must not be seen, however it was harmed; nothing that we say ourselves has any of them.
PIECES = frozenset(
    word[at : at + 3] for word in ("zyxwa", "qvzkmx", "0471", "471-39", "39 48", "48 26") for at in range(len(word) - 2)
)


def harmed() -> Iterator[str]:
    """The file with each of its signs gone, another before each of them, and each line further in or out or gone."""
    yield SECRET
    for at in range(len(SECRET)):
        yield SECRET[:at] + SECRET[at + 1 :]
        yield from (SECRET[:at] + sign + SECRET[at:] for sign in "-:”&*!#\t[{'|")
    lines = SECRET.splitlines(keepends=True)
    for at, line in enumerate(lines):
        for other in ("", f"  {line}", line.lstrip(), line * 2, line.replace("- ", "  "), line.replace(": ", " ")):
            yield "".join([*lines[:at], other, *lines[at + 1 :]])


def test_however_the_file_was_harmed_nothing_that_stands_in_it_is_shown(small: Routine) -> None:
    codes = set[str]()
    for text in harmed():
        with pytest.raises(RoutineError) as caught:
            holders(text.encode(), "namn.yaml", small)
        codes |= {problem.code for problem in caught.value.problems}
        report = caught.value.report().casefold()
        assert not [piece for piece in PIECES if piece in report], f"{text}\n{report}"
    assert len(codes) > 12, codes


@pytest.mark.parametrize("mistake", one_in(8, MISTAKES))
def test_a_slip_of_any_kind_is_told_by_its_code_alone(mistake: Mistake, small: Routine) -> None:
    """Whatever stands in the file may be a name, also in the line that it should have been."""
    with pytest.raises(RoutineError) as caught:
        holders(mistake.case.file(), "namn.yaml", small)
    for problem in caught.value.problems:
        assert (problem.example, problem.related) == ((), ())
        plain = problem.message == f"{messages()[problem.code].title}."
        assert plain or problem.code.startswith("N") or problem.code in OF_THE_FILE


def test_whoever_no_sheet_has_a_line_for_is_told(
    tmp_path: Path, small: Routine, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = {id for sheet in printed(small) for id in ids(sheet.matter)}
    lost = [role.id for role in small.roles if role.id not in lines]
    assert lost
    (tmp_path / "namn.yaml").write_text(f"{lost[0]}: {{name: Zyxia}}\n", encoding="utf-8")
    assert exported(tmp_path / "namn.yaml", tmp_path / "ut") == 0
    told = capsys.readouterr().err
    assert f"Obs! Ingen utskrift har en rad för ”{lost[0]}”.\n    Gör så här om någon behöver nå den: " in told
    assert "reach" in told


def ids(matter: object) -> list[str]:
    return [id for contact in getattr(matter, "contacts", ()) for id in contact.ids]


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exported(tmp_path / "namn.yaml", tmp_path / "ut", REAL) == 2
    assert "N002 Filen finns inte" in capsys.readouterr().err
