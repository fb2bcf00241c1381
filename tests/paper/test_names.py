"""Names that are not published stand on the sheets of those who need them, and nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.check.problems import RoutineError
from routine.model.model import Routine
from routine.paper import export, press
from routine.paper.names import Holder, holders
from routine.paper.sheet import code
from routine.paper.sheets import printed
from routine.site.folder import MARK
from tests.kit.paths import PROJECT, SMALL
from tests.kit.prints import words

NAME, NUMBER = "Zyxwa Qvzkmx", "0471-39 48 26"
NAMES = f"rektorn: {{name: {NAME}, number: {NUMBER}}}\nkontakt-fastighet:\n  - name: Ulrik\n  - name: Ebba\n"
# No three signs of what must not be seen; nothing that we say ourselves has any of them.
PIECES = {word[at : at + 3] for word in ("zyxwa", "qvzkmx", "0471", "39 48", "48 26") for at in range(len(word) - 2)}


def test_names_stand_on_the_lines_of_their_functions_with_the_day_and_the_same_code(
    small: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "kept", lambda *_: pytest.fail("a name is kept"))
    who = holders(NAMES.encode(), "namn.yaml", small)
    assert who["rektorn"] == (Holder(NAME, NUMBER),)
    made = {name: words(data) for name, data in export.private(small, (), "", who, date(2026, 12, 1)).items()}
    reached = {name for name, said in made.items() if NAME in said}
    assert {f"{kind}-upptackaren.pdf" for kind in ("checklista", "fickkort", "planbokskort")} <= reached
    assert not reached & {"logg.pdf", "rutinen.pdf", "checklista-rektorn.pdf"}
    several = {name for name, said in made.items() if "Ulrik" in said and "Ebba" in said}
    assert "checklista-vaktmastaren.pdf" in several
    assert "planbokskort-rektorn.pdf" not in several, "a card has room for one, and which is for her to write"
    assert {name for name, said in made.items() if "1 december 2026" in said} == reached | several
    assert all(f"Kod {code(sheet)}" in made[sheet.file] for sheet in printed(small))


@pytest.mark.parametrize("place", ["the project", "a site", "git"])
def test_a_folder_where_others_look_is_refused(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "namn.yaml").write_text(NAMES, encoding="utf-8")
    out = PROJECT / "ut" if place == "the project" else tmp_path / "plats/ut"
    (tmp_path / "plats").mkdir()
    (tmp_path / "plats" / (MARK if place == "a site" else ".git")).write_text("", encoding="utf-8")
    assert main(["export", str(SMALL), "--names", str(tmp_path / "namn.yaml"), "--out", str(out)]) == 2
    assert "N001" in capsys.readouterr().err
    assert not out.exists()


HARMED = [
    *(NAMES[:at] + sign + NAMES[at:] for at in range(len(NAMES)) for sign in "-:”{#&*!"),
    *(NAMES[:at] + NAMES[at + 1 :] for at in range(len(NAMES))),
    *("", "- a\n", f"{NAME}: {{name: a}}\n", f"rektorn: {NAME}\n", f"rektorn: {{name: a, number: {NUMBER} {NAME}}}\n"),
]


def test_however_the_file_was_harmed_nothing_that_stands_in_it_is_shown(small: Routine) -> None:
    reports = {text: report for text in HARMED if (report := told(text, small))}
    assert len(reports) > 100
    assert [text for text, said in reports.items() if any(piece in said for piece in PIECES)] == []
    assert all(any(code in said for said in reports.values()) for code in ("n002", "n003"))


def told(text: str, routine: Routine) -> str:
    try:
        holders(text.encode(), "namn.yaml", routine)
    except RoutineError as error:
        return error.report().casefold()
    return ""
