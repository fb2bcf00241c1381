"""What is printed can be read without glasses, written on by a hand and put in a binder: its ink, on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pypdfium2
from msgspec.structs import replace
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from routine.model.model import Routine
from routine.paper.imprint import imprinted
from routine.paper.press import pdf
from routine.paper.sheets.booklet import BookletMatter
from routine.paper.sheets.checklist import ChecklistMatter
from routine.paper.sheets.form import FormMatter
from routine.paper.sheets.wallet import WalletMatter
from tests.kit.bare import altered, changed
from tests.kit.drawn import Outline, Text, drawn
from tests.kit.heard import EDGE_MM, clear
from tests.kit.inked import blank_share, wide_lines, writing_room
from tests.paper.conftest import Paper

# Template → points, of the foot, whose the words are, and what stands under a code to scan.
LEAST = {
    "booklet": 9,
    "wallet": 7.5,
    "checklist": 7.5,
    "log": 7.5,
    "form": 7.5,
    "whole": 7.5,
    "large": 7.5,
    "flow": 7.5,
}
CHECKLIST_PT = {14 - step / 2 for step in range(9)}  # What is read in a hurry has one of these sizes.
BOX_MM, BOX_LINE_PT = 4, 0.8
HAND_MM = 7.6  # Above each line to write on.
BOUND_MM = 16  # A hole in the margin reaches 15 mm in.
LEFT, RIGHT = 0, 2
LONG = "Barnochungdomspsykiatriöppenvårdsmottagningsföreståndaren"


def sizes(made: bytes) -> Counter[float]:
    return Counter(item.size for item in drawn(made) if isinstance(item, Text))


def test_letters_are_large_enough_and_black(paper: Paper) -> None:
    for sheet, _, made in paper.sheets:
        least = LEAST[sheet.template]
        assert min(sizes(made)) >= least - 0.01, sheet.file
        fills = {item.fill for item in drawn(made) if type(item) is Text}
        assert fills <= {(0.0,), (1.0,)}, sheet.file


def test_a_checklist_is_one_side_in_letters_as_large_as_there_is_room_for(paper: Paper) -> None:
    for sheet, _, made in paper.of("checklist"):
        size, _ = sizes(made).most_common(1)[0]
        assert size in CHECKLIST_PT, sheet.file
        assert size == max(CHECKLIST_PT) or wide_lines(made) <= 1, "room goes to the letters before it goes to notes"
        assert blank_share(made) <= 0.25, sheet.file
    assert {sizes(made).most_common(1)[0][0] for *_, made in paper.of("large")} == {18}


def test_no_ink_lies_where_a_printer_leaves_none_or_a_hole_is_punched(paper: Paper) -> None:
    for sheet, _, made in paper.sheets:
        for number, margins in enumerate(clear(made)):
            assert min(margins) >= EDGE_MM, (sheet.file, number)
            if sheet.template not in ("booklet", "wallet"):
                back = sheet.sides != "Simplex" and number % 2
                assert margins[RIGHT if back else LEFT] >= BOUND_MM, (sheet.file, number)


def test_a_hand_has_room_above_every_line(paper: Paper) -> None:
    for sheet, _, made in paper.of("checklist", "form"):
        rooms = writing_room(made)
        assert len(rooms) > 5, sheet.file
        assert min(rooms) >= HAND_MM, (sheet.file, sorted(rooms)[:3])


def test_boxes_are_as_many_as_there_is_to_tick_and_large_enough_for_a_pen(paper: Paper) -> None:
    for sheet, _, made in paper.of("checklist", "booklet", "form", "wallet"):
        boxes = [item for item in drawn(made) if isinstance(item, Outline) and _square(item)]
        match sheet.matter:
            case ChecklistMatter(groups=groups) | BookletMatter(groups=groups):
                wanted = sum(len(row.answers) or row.deed for group in groups for row in group.rows)
            case FormMatter(rows=rows):
                wanted = sum(len(place.choices) for row in rows for place in row)
            case WalletMatter(steps=steps):
                wanted = 10 * len(steps)
        assert len(boxes) == wanted, sheet.file
        for box in boxes:
            assert (min(box.width, box.height) >= BOX_MM - 0.001, box.line >= BOX_LINE_PT) == (True, True), sheet.file
            assert box.stroke == (0.0,), sheet.file


def _square(item: Outline) -> bool:
    return item.width < 12 and abs(item.width - item.height) < 0.5


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


def test_the_last_line_of_large_print_never_meets_the_imprint(real: Routine) -> None:
    """Wherever its last page ends. Of a short one with names to write, as it was found."""
    given = {sheet.file: (sheet, imprint) for sheet, imprint in imprinted(real)}
    sheet, imprint = next(each for each in given.values() if each[0].template == "large")
    short = given["checklista-stodperson.pdf"][0].matter
    contacts = (replace(short.contacts[0], function="Den utsatte"), *short.contacts)
    for count in range(8):
        more = (*short.not_yours, *["Det här gör någon annan."] * count)
        matter = replace(short, contacts=contacts, not_yours=more)
        assert [*over(pdf(replace(sheet, matter=matter), imprint))] == [], count


def test_a_word_longer_than_its_line_is_parted(small: Routine) -> None:
    (at, role) = next(each for each in enumerate(small.roles) if each[1].id == "rektorn")
    roles = (*small.roles[:at], changed(role, name=f"{LONG} i skolan"), *small.roles[at + 1 :])
    wordy = altered(changed(small, roles=roles), "flytta-klassen", text=f"Ring {LONG.lower()}")
    for sheet, imprint in imprinted(wordy):
        made = pdf(sheet, imprint)
        assert not outside(made), sheet.file
        assert sheet.template != "whole" or not [*over(made)]
