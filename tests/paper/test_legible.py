"""What is printed can be read without glasses, written on by a hand and put in a binder: its ink, on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT

from routine.model.model import Routine
from routine.paper.imprint import imprinted
from routine.paper.press import pdf
from tests.kit.bare import altered, changed
from tests.kit.drawn import DPI, EDGE_MM, MM, POINTS_PER_MM, Outline, Text, clear, drawn
from tests.paper.conftest import Paper

# Points, of the foot, whose the words are, and what stands under a code to scan.
LEAST = {"wallet": 8}
BOX_MM, BOX_LINE_PT = 4, 0.8
HAND_MM = 5.5  # Above each line to write on, below its label.
INK = 200  # Below this a pixel is ink.
BOUND_MM = 16  # A hole in the margin reaches 15 mm in.
LEFT, RIGHT = 0, 2
LONG = "Barnochungdomspsykiatriöppenvårdsmottagningsföreståndaren"


def sizes(made: bytes) -> Counter[float]:
    return Counter(item.size for item in drawn(made) if isinstance(item, Text))


def test_letters_are_large_enough_and_black(paper: Paper) -> None:
    for sheet, _, made in paper.sheets:
        least = LEAST.get(sheet.template, 9)
        assert min(sizes(made)) >= least - 0.01, sheet.file
        fills = {item.fill for item in drawn(made) if type(item) is Text}
        assert fills <= {(0.0,), (1.0,)}, sheet.file


def test_what_is_read_in_a_hurry_is_large_and_never_in_italics(paper: Paper) -> None:
    for sheet, _, made in paper.of("checklist", "booklet", "wallet"):
        wanted = {"booklet": {12.5}, "wallet": {8 + step / 2 for step in range(7)}}.get(sheet.template)
        assert (wanted or {*sheet.matter.sizes}) & {*sizes(made)}, sheet.file
        assert b"-Italic" not in made


def test_no_ink_lies_where_a_printer_leaves_none_or_a_hole_is_punched(paper: Paper) -> None:
    for sheet, _, made in paper.sheets:
        for number, margins in enumerate(clear(made)):
            assert min(margins) >= EDGE_MM, (sheet.file, number)
            if sheet.template not in ("booklet", "wallet"):
                back = sheet.sides != "Simplex" and number % 2
                assert margins[RIGHT if back else LEFT] >= BOUND_MM, (sheet.file, number)


def rooms(made: bytes) -> Iterator[float]:
    """Millimetres without ink above each line to write on: no other is as thin."""
    for page in pypdfium2.PdfDocument(made):
        bitmap = page.render(scale=DPI / 72, grayscale=True)
        data, stride = bytes(bitmap.buffer), bitmap.stride
        for item in page.get_objects(filter=[FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = item.get_bounds()
            if right - left > 12 * POINTS_PER_MM and top - bottom < 0.7:
                ends = slice(int((left + 2) / 72 * DPI), int((right - 2) / 72 * DPI))
                start = y = int((page.get_height() - top) / 72 * DPI) - 2
                while y and min(data[y * stride : (y + 1) * stride][ends]) >= INK:
                    y -= 1
                yield (start - y) / MM


def test_a_hand_has_room_above_every_line(paper: Paper) -> None:
    for sheet, _, made in paper.of("checklist", "form"):
        found = sorted(rooms(made))
        assert found, sheet.file
        assert found[0] >= HAND_MM, (sheet.file, found[:3])


def test_boxes_are_as_many_as_there_is_to_tick_and_large_enough_for_a_pen(paper: Paper) -> None:
    for sheet, _, made in paper.of("checklist", "form"):
        boxes = [item for item in drawn(made) if isinstance(item, Outline) and _square(item)]
        if sheet.template == "form":
            wanted = sum(len(place["choices"]) for row in sheet.matter["rows"] for place in row)
        else:
            wanted = sum(line.box + len(line.answers) + len(line.columns) for line in sheet.matter.lines)
        assert len(boxes) == wanted, sheet.file
        for box in boxes:
            assert (min(box.width, box.height) >= BOX_MM - 0.001, box.line >= BOX_LINE_PT) == (True, True), sheet.file
            assert box.stroke == (0.0,), sheet.file


def _square(item: Outline) -> bool:
    return item.width < 8 and abs(item.width - item.height) < 0.5


# --- Nothing lies over anything else ---------------------------------------------------------------------------------


def over(made: bytes) -> Iterator[tuple[str, str]]:
    """Two pieces of text that share more than a point."""
    for page in pypdfium2.PdfDocument(made):
        found = page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
        texts = sorted((item.get_bounds(), text) for item in found if (text := item.extract()).strip())
        for at, (one, said) in enumerate(texts):
            for other, told in texts[at + 1 :]:
                if min(one[2], other[2]) - max(one[0], other[0]) > 1 < min(one[3], other[3]) - max(one[1], other[1]):
                    yield said, told


def outside(made: bytes) -> bool:
    for page in pypdfium2.PdfDocument(made):
        ends = (item.get_bounds()[2] for item in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT]))
        if max(ends, default=0) > page.get_width():
            return True
    return False


def test_nothing_overlaps_the_imprint_or_any_other_words(paper: Paper) -> None:
    for sheet, _, made in paper.sheets:
        assert [*over(made)] == [], sheet.file


def test_a_word_longer_than_its_line_is_parted(small: Routine) -> None:
    (at, role) = next(each for each in enumerate(small.roles) if each[1].id == "rektorn")
    roles = (*small.roles[:at], changed(role, name=f"{LONG} i skolan"), *small.roles[at + 1 :])
    wordy = altered(changed(small, roles=roles), "flytta-klassen", text=f"Ring {LONG.lower()}")
    for sheet, imprint in imprinted(wordy):
        made = pdf(sheet, imprint)
        assert not outside(made), sheet.file
        assert sheet.template != "whole" or not [*over(made)]
