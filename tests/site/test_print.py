"""What is printed, read back: every sheet has the role's own actions and nobody else's, its edition and code, and can be read aloud."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pdfua import Severity, validate
from pypdf import PdfReader

from routine.load import load
from routine.model import Routine
from routine.print.codes import SIGNS, code
from routine.print.export import write
from routine.print.matter import Printed, printed
from routine.print.press import pdf
from tests.conftest import SMALL
from tests.site.reading import REAL, Site

pytestmark = pytest.mark.site

A4 = (595, 842)


def read(site: Site, file: str) -> PdfReader:
    return PdfReader(io.BytesIO((site.folder / "utskrift" / file).read_bytes()))


def words(reader: PdfReader) -> str:
    """All its text, with the spaces that lines break at as plain ones."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def sheets(site: Site) -> list[Printed]:
    return list(printed(site.routine))


def test_every_sheet_is_there_and_nothing_else(any_site: Site) -> None:
    assert {file.name for file in (any_site.folder / "utskrift").iterdir()} == {sheet.file for sheet in sheets(any_site)}
    assert {sheet.file for sheet in sheets(any_site)} == {"logg.pdf", *(f"checklista-{role.id}.pdf" for role in any_site.routine.roles)}


def test_every_sheet_is_one_a4_with_its_type_embedded_and_its_structure_marked(any_site: Site) -> None:
    for sheet in sheets(any_site):
        reader = read(any_site, sheet.file)
        assert len(reader.pages) == 1, sheet.file
        assert (round(float(reader.pages[0].mediabox.width)), round(float(reader.pages[0].mediabox.height))) == A4
        root: Any = reader.trailer["/Root"]
        assert root["/Lang"] == "sv"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata
        assert reader.metadata.title == sheet.matter.title
        assert reader.metadata.creation_date is None, "nothing that depends on the day"
        resources: Any = reader.pages[0]["/Resources"]
        for font in resources["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert "AtkinsonHyperlegible" in descriptor["/FontName"]
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_a_checklist_has_its_roles_own_actions_and_nobody_elses(any_site: Site) -> None:
    routine = any_site.routine
    for role in routine.roles:
        text = words(read(any_site, f"checklista-{role.id}.pdf"))
        told = {line.text for action in routine.actions for line in (*((action.proxy,) if action.proxy else ()), *action.participants) if line.role == role.id}
        for action in routine.actions:
            own = role.id in action.responsible
            assert (action.text in text) == (own or any(action.text in line for line in told)), (role.id, action.id)
            if own and action.requirement:
                assert action.requirement in text
            if own and action.within:
                assert "senast:" in text
        assert all(line in text for line in told)
        for number in routine.emergency:
            assert f"{number.number} {number.label}" in text
        for question in routine.questions:
            assert ((question.own or question.text) in text) == (role.id in question.answered_by), question.id


def test_every_sheet_says_which_edition_it_is_and_its_code(any_site: Site) -> None:
    for sheet in sheets(any_site):
        text = words(read(any_site, sheet.file))
        assert f"Utgåva {any_site.routine.edition.edition}," in text
        assert f"Kod {code(sheet)}" in text
        assert "Sida 1 av 1" in text


def test_nothing_is_wrong_for_those_who_listen(any_site: Site) -> None:
    """Of what the checker can tell. That headings come in order it cannot, so the bookmarks are read."""
    for sheet in sheets(any_site):
        report = validate(str(any_site.folder / "utskrift" / sheet.file))
        assert [finding for finding in report.findings if finding.severity is not Severity.INFO] == [], sheet.file
        outline = read(any_site, sheet.file).outline
        assert outline[0].title == sheet.matter.title  # type: ignore[union-attr]
        assert all(isinstance(part, list) for part in outline[1:]), "one heading of the first level, the rest below it"
        assert all(not isinstance(part, list) for below in outline[1:] for part in below), "and none below those"


def changed(routine: Routine, at: int, **values: object) -> Routine:
    """The routine with another action in the place of one."""
    actions = list(routine.actions)
    actions[at] = actions[at].model_copy(update=values)
    return routine.model_copy(update={"actions": tuple(actions)})


def codes(routine: Routine) -> dict[str, str]:
    return {sheet.file: code(sheet) for sheet in printed(routine)}


@pytest.mark.parametrize("file", [REAL, SMALL], ids=["rutinen", "den lilla"])
def test_a_code_changes_when_and_only_when_what_its_sheet_says_does(file: object) -> None:
    routine = load(file)  # type: ignore[arg-type]
    before = codes(routine)
    assert len(set(before.values())) == len(before)
    assert all(re.fullmatch(f"[{SIGNS}]{{3}}-[{SIGNS}]{{3}}", one) for one in before.values())
    for at, action in enumerate(routine.actions):
        after = codes(changed(routine, at, text="Gör något helt annat"))
        assert {name for name in before if before[name] != after[name]} == {f"checklista-{id}.pdf" for id in action.responsible}, action.id
    edition = routine.edition.model_copy(update={"edition": "99"})
    assert codes(routine.model_copy(update={"revisions": (edition, *routine.revisions[1:])})) == before


def test_twenty_actions_are_one_sheet() -> None:
    routine = load(REAL)
    (role,) = [role for role in routine.roles if sum(role.id in action.responsible for action in routine.actions) == 12]
    own = [action for action in routine.actions if role.id in action.responsible]
    more = tuple(action.model_copy(update={"id": f"{action.id}-igen", "row": action.row + 100}) for action in own[:8])
    (sheet,) = [one for one in printed(routine.model_copy(update={"actions": routine.actions + more})) if one.file == f"checklista-{role.id}.pdf"]
    reader = PdfReader(io.BytesIO(pdf(routine, sheet)))
    assert len(reader.pages) == 1
    assert words(reader).count(own[0].text) == 2


def test_the_same_routine_gives_the_same_bytes(tmp_path_factory: pytest.TempPathFactory, site: Site) -> None:
    folder = tmp_path_factory.mktemp("utskrift")
    write(site.routine, folder)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {file.name: file.read_bytes() for file in (site.folder / "utskrift").iterdir()}
