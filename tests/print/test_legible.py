"""What is printed can be read without glasses and ticked with a pen: letters, boxes, black on white."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from audit.built import Site
from audit.prints import sheets
from routine.loading.load import load
from routine.print.imprint import imprinted
from routine.print.press import pdf
from routine.print.sheet import Printed
from routine.print.sheets.booklet import BookletMatter
from routine.print.sheets.checklist import ChecklistMatter
from routine.print.sheets.form import FormMatter
from routine.print.sheets.wallet import WalletMatter
from tests.kit.drawn import Outline, Text, drawn
from tests.kit.heard import EDGE_MM, clear
from tests.kit.paths import REAL
from tests.kit.prints import read
from tests.kit.variants import changed, lengthened, values_of, write

pytestmark = pytest.mark.site

# Template → points, of the foot and whose the words are too. The flowchart has a test of its own.
SMALLEST = {"booklet": 9, "wallet": 7.5, "checklist": 7.5, "log": 7.5, "form": 7.5, "whole": 7.5, "large": 14}
SMALLEST_BOX_MM = 4
SMALLEST_LINE_PT = 0.8
COVER_PT = 26  # Figures that are 6 mm high.


def boxes(page: PageObject) -> list[Outline]:
    """What is about as high as it is wide, and no larger than a thumb: to be ticked."""
    return [
        item
        for item in drawn(page)
        if isinstance(item, Outline) and item.width < 12 and abs(item.width - item.height) < 0.5
    ]


def boxes_in(sheet: Printed) -> list[int]:
    """How many boxes each of its pages has, by what stands there; those that go on to more pages together."""
    match sheet.matter:
        case ChecklistMatter(groups=groups) | BookletMatter(groups=groups):
            # A question has a box for each of its answers, and none of its own; what only tells of another has none.
            return [sum(len(row.answers) or row.deed for group in groups for row in group.rows)]
        case FormMatter(rows=rows):
            return [sum(len(place.choices) for row in rows for place in row)]
        case WalletMatter(steps=steps):
            return [0, (1 if sheet.linear else 10) * len(steps)]
    return []


def test_letters_are_large_enough_and_black(every_site: Site) -> None:
    for sheet in sheets(every_site):
        if sheet.template in SMALLEST:
            for page in read(every_site, sheet.file).pages:
                texts = [item for item in drawn(page) if isinstance(item, Text)]
                assert texts, sheet.file
                assert min(text.size for text in texts) >= SMALLEST[sheet.template], sheet.file
                # White on black is the mark along the edge.
                marked = {(1.0,)} if sheet.template == "checklist" else set()
                assert {text.fill for text in texts} - marked == {(0.0,)}, sheet.file


def test_the_numbers_on_the_cover_of_a_booklet_are_read_at_arms_length(every_site: Site) -> None:
    """There is nothing else on it."""
    numbers = {number.number for number in every_site.routine.emergency}
    for sheet in sheets(every_site):
        if sheet.template == "booklet" and sheet.linear:
            cover = [item for item in drawn(read(every_site, sheet.file).pages[0]) if isinstance(item, Text)]
            assert len([item for item in cover if item.size >= COVER_PT]) >= len(numbers), sheet.file


def usual(data: Path, file: str) -> float:
    """The size that most of a sheet's text has."""
    (made,) = [pdf(sheet, imprint) for sheet, imprint in imprinted(load(data)) if sheet.file == file]
    sizes = [item.size for page in PdfReader(io.BytesIO(made)).pages for item in drawn(page) if isinstance(item, Text)]
    return Counter(sizes).most_common(1)[0][0]


def test_letters_are_as_large_as_there_is_room_for(tmp_path: Path) -> None:
    """Never smaller than the least: then the build stops instead."""
    role = Counter(id for action in load(REAL).actions for id in action.responsible).most_common(1)[0][0]
    sizes = [usual(lengthened(REAL, tmp_path / "rutin.yaml", most), f"fickkort-{role}.pdf") for most in (12, 20)]
    assert SMALLEST["booklet"] <= min(sizes) <= max(sizes) < 13
    fewest = Counter(id for action in load(REAL).actions for id in action.responsible).most_common()[-1][0]
    assert max(sizes) < usual(REAL, f"fickkort-{fewest}.pdf")
    few, many = (usual(file, f"planbokskort-{role}.pdf") for file in (REAL, wordier(REAL, tmp_path / "ordrik.yaml")))
    assert few == 10
    assert 8 <= many < 10


def wordier(data: Path, out: Path) -> Path:
    """The same with more said on every card."""
    return write(
        changed(
            values_of(data),
            lambda path, text: f"{text}, och säg det" if path[-1] == "wallet" else text,
        ),
        out,
    )


def test_no_ink_lies_where_a_printer_leaves_none(every_site: Site) -> None:
    """On what is printed on paper as it is: what is read page by page has no edges."""
    for sheet in (sheet for sheet in sheets(every_site) if not sheet.linear):
        made = (every_site.folder / "utskrift" / sheet.file).read_bytes()
        assert min(side for page in clear(made) for side in page) >= EDGE_MM, sheet.file


def test_boxes_are_large_enough_for_a_pen_and_dark(every_site: Site) -> None:
    count = 0
    for sheet in sheets(every_site):
        if wanted := boxes_in(sheet):
            found = [boxes(page) for page in read(every_site, sheet.file).pages]
            counts = [len(page) for page in found]
            assert ([sum(counts)] if len(wanted) == 1 else counts) == wanted, sheet.file
            for box in (box for page in found for box in page):
                count += 1
                assert min(box.width, box.height) >= SMALLEST_BOX_MM - 0.001, sheet.file
                assert box.line >= SMALLEST_LINE_PT, sheet.file
                assert box.stroke == (0.0,), sheet.file
    assert count >= sum(len(boxes_in(sheet)) for sheet in sheets(every_site)) > 0
