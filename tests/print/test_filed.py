"""What is put in a binder: a hole in its margin meets nothing that is to be read, on the front or on the back."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from routine.loading.load import load
from routine.print.imprint import imprinted
from routine.print.press import pdf, together
from routine.print.sheets import printed
from routine.print.sheets.bundle import bundles
from routine.print.sheets.checklist import ChecklistMatter
from tests.kit.drawn import POINTS_PER_MM
from tests.kit.heard import clear
from tests.kit.paths import REAL, SMALL
from tests.kit.views import some

HOLE_MM = 15  # From the edge: its middle lies 12 mm in, and it is 6 mm wide.
BOUND_MM = 18  # What is left empty, but on a checklist, whose letters need the room.
BOUND_OF_A_CHECKLIST_MM = 16
FILED = {"checklist", "large", "whole", "flow", "log", "form"}
LEFT, TOP, RIGHT = range(3)
ADDRESSES = pytest.mark.parametrize("address", ["", "https://kommun.example/rutin/"], ids=["utan adress", "med QR"])


@pytest.mark.parametrize("file", some(SMALL, full=(REAL,)), ids=["den lilla", "rutinen"])
@ADDRESSES
def test_a_hole_meets_no_ink(address: str, file: Path) -> None:
    seen = set()
    for sheet, imprint in imprinted(load(file), address=address):
        if sheet.template not in FILED:
            continue
        for number, page in enumerate(clear(pdf(sheet, imprint))):
            # Printed on both sides of a paper, a back is bound at its right.
            back = sheet.sides == "DuplexFlipLongEdge" and number % 2
            least = BOUND_OF_A_CHECKLIST_MM if sheet.template == "checklist" else BOUND_MM
            assert page[RIGHT if back else LEFT] >= least > HOLE_MM, (sheet.file, number)
            seen.add((sheet.template, bool(back)))
    assert {template for template, _ in seen} == FILED
    assert ("large", True) in seen


def test_in_a_file_of_several_sheets_what_is_a_back_is_bound_at_its_right() -> None:
    """The log is the back of the checklist, whose own second page would be one too."""
    routine = load(SMALL)
    known = {sheet.file: imprint for sheet, imprint in imprinted(routine)}
    for bundle in bundles(routine, printed(routine)):
        imprints = [known[sheet.file] for sheet in bundle.sheets]
        _, _, front, log, *_ = clear(together(bundle, imprints))
        assert min(front[LEFT], log[RIGHT]) >= BOUND_OF_A_CHECKLIST_MM
        booklet, checklist, *rest = bundle.sheets
        longer = replace(checklist, matter=replace(checklist.matter, tracks=checklist.matter.tracks * 9))
        pages = clear(together(replace(bundle, sheets=(booklet, longer, *rest)), imprints))
        assert min(pages[2][LEFT], pages[3][RIGHT]) >= BOUND_OF_A_CHECKLIST_MM, "the mark of the role is at the other"


def along_the_edge(made: bytes) -> str:
    """What stands outside of all that is read, at the right of a front."""
    file = pypdfium2.PdfDocument(made)
    page = file[0]
    text, edge = page.get_textpage(), page.get_width() - 13 * POINTS_PER_MM
    signs = (text.get_text_range(at, 1) for at in range(text.count_chars()) if text.get_charbox(at)[0] > edge)
    return "".join(signs).strip()


def test_a_pile_of_checklists_is_leafed_through_by_name_however_many_there_are() -> None:
    for sheet, imprint in imprinted(load(SMALL)):
        if sheet.template == "checklist" and isinstance(sheet.matter, ChecklistMatter):
            for place, places in ((sheet.matter.place, sheet.matter.places), (0, 40), (39, 40)):
                here = replace(sheet, matter=replace(sheet.matter, place=place, places=places))
                assert along_the_edge(pdf(here, imprint)) == sheet.matter.owner
