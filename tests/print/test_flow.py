"""The flowchart on paper: one A3, and A4 sheets; its letters can be read, and its words tell every branch."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence

import pytest
from pypdf import PageObject, PdfReader

from audit.pdf_text import pages_read
from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.wording import SIGN, marked
from routine.layout import FONT_SIZE, LEAST_PT, PAPERS, PT_MM, Block, Drawing, fitted, layout
from routine.loading.load import load
from routine.print.imprint import imprinted
from routine.print.press import pdf
from routine.print.sheets.flow import KEY_MM, flow, laid
from routine.views.drawing import WAIT
from routine.views.flowchart import flowchart
from tests.kit.drawn import Text, drawn
from tests.kit.large import large
from tests.kit.paths import REAL, SMALL
from tests.kit.prints import words
from tests.kit.variants import lengthened

FILES = {"rutinen": REAL, "den lilla": SMALL}
NAMES = ("flodesschema.pdf", "flodesschema-a4.pdf")
LONGER, LARGE = "en mycket längre", "en mycket större"


@pytest.fixture(scope="module", params=[*FILES, LONGER, LARGE])
def routine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Routine:
    if request.param in FILES:
        return load(FILES[request.param])
    out = tmp_path_factory.mktemp("stor") / "rutin.yaml"
    return load(large(out) if request.param == LARGE else lengthened(REAL, out, 40))


def made(routine: Routine, address: str = "") -> dict[str, bytes]:
    return {
        sheet.file: pdf(sheet, imprint)
        for sheet, imprint in imprinted(routine, address=address)
        if sheet.template == "flow"
    }


def pages_of(data: bytes) -> Sequence[PageObject]:
    return PdfReader(io.BytesIO(data)).pages


def test_it_is_an_a3_and_sheets_of_a4_with_as_many_pages_as_pieces(routine: Routine) -> None:
    for address in ("", "https://kommun.example/rutin/"):
        found = made(routine, address)
        assert tuple(found) == NAMES
        for data, paper, size in zip(found.values(), ("A3", "A4"), ({842, 1191}, {595, 842}), strict=True):
            assert len(pages_of(data)) == len(flow(routine, paper).pages)
            for page in pages_of(data):
                assert {round(float(page.mediabox.width)), round(float(page.mediabox.height))} == size


def test_letters_of_the_drawing_are_never_too_small(routine: Routine) -> None:
    for data in made(routine).values():
        sizes = [item.size for page in pages_of(data) for item in drawn(page) if isinstance(item, Text)]
        assert min(sizes) >= LEAST_PT - 0.01


def in_boxes(routine: Routine, paper: str) -> float:
    """The size of most letters of a drawing, in the layout's px."""
    files = dict(zip(PAPERS, NAMES, strict=True))
    (page, *_), (shown, *_) = flow(routine, paper).pages, pages_of(made(routine)[files[paper]])
    sizes = Counter(item.size for item in drawn(shown) if isinstance(item, Text))
    return round(sizes.most_common(1)[0][0] * PT_MM / page.scale, 1)


def test_letters_in_boxes_are_larger_than_on_a_screen_as_long_as_each_line_has_room() -> None:
    real = load(REAL)
    assert in_boxes(real, "A3") == in_boxes(real, "A4") == 1.2 * FONT_SIZE
    assert 1.2 * FONT_SIZE * flow(real, "A3").pages[0].scale / PT_MM >= 9
    first, *others = real.actions
    wider = first.model_copy(update={"text": "0" * 18})
    assert FONT_SIZE < in_boxes(real.model_copy(update={"actions": (wider, *others)}), "A3") < 1.2 * FONT_SIZE


def test_every_step_stands_whole_and_once_with_the_lanes_repeated(routine: Routine) -> None:
    view = flowchart(routine)
    assert view
    boxes = sorted(box.id for part in view.parts for box in part.drawing.boxes)
    for paper in ("A3", "A4"):
        pages = flow(routine, paper).pages
        assert sorted(box.id for page in pages for box in page.boxes) == boxes
        for page in pages:
            (drawing,) = [
                part.drawing
                for part, _ in laid(routine, view, paper)
                if part.said in page.said and {*page.boxes} <= {*part.drawing.boxes}
            ]
            titles = {lane.title for lane in drawing.lanes if page.x <= lane.x < page.x + page.width}
            assert {lane.title for lane in page.lanes} == titles
    read = pages_read(made(routine)["flodesschema-a4.pdf"])
    for page, sheet in zip(flow(routine, "A4").pages, read, strict=True):
        said = sheet.replace(" ", "")
        assert page.said.replace(" ", "") in said
        lines = [line.text for each in page.boxes for line in (*each.lines, *each.notes)]
        assert all("".join(line.split()) in said for line in lines)


def test_a_step_on_another_sheet_than_what_it_hangs_on_says_its_condition_again(routine: Routine) -> None:
    """Where each stands apart, an arrow from above told nothing. No box lies under the words."""
    for paper in ("A3", "A4"):
        for page in flow(routine, paper).pages:
            here = {box.id for box in page.boxes}
            coming = [edge.label for edge in page.edges if edge.source not in here and edge.target in here]
            assert [line.text for line in page.again] == [label for label in coming if label]
            for line in page.again:
                assert page.x < line.x < page.x + page.width
                assert page.y < line.y < page.y + page.height
                above = [box for box in page.boxes if box.x < line.x < box.x + box.w]
                assert not [box for box in above if box.y < line.y < box.y + box.h]


def test_the_condition_that_is_said_again_is_printed() -> None:
    _, second = pages_read(made(load(REAL))["flodesschema-a4.pdf"])
    again = [line.text for line in flow(load(REAL), "A4").pages[1].again]
    assert again == ["Ja ≈"]
    own = sum(edge.label == "Ja ≈" for edge in flow(load(REAL), "A4").pages[1].edges)
    assert second.count("Ja ≈") == own


def test_our_own_fits_one_a3_and_two_a4() -> None:
    real = load(REAL)
    assert [len(flow(real, paper).pages) for paper in ("A3", "A4")] == [1, 2]
    assert [page.said for page in flow(real, "A4").pages] == ["Blad 1 av 2", "Blad 2 av 2"]
    assert flow(real, "A3").pages[0].said == ""


def test_boxes_are_wider_than_on_a_screen_where_that_makes_the_letters_larger() -> None:
    real = load(REAL)
    view = flowchart(real)
    assert view
    usual = fitted(view.parts[0].drawing, *PAPERS["A3"], KEY_MM)
    ((part, found),) = laid(real, view, "A3")
    assert part.drawing.width > view.parts[0].drawing.width
    assert found.scale > 1.1 * usual.scale
    assert [each.text for each in part.steps] == [each.text for each in view.parts[0].steps]


def wide(lanes: int) -> Drawing:
    """As many lanes, with a step in each."""
    steps = [Block(f"steg-{at}", at, 0, at % 2, "action", "Ring till den som står bredvid") for at in range(lanes)]
    return layout([f"Roll {at}" for at in range(lanes)], steps, [])


def test_a_paper_lies_down_when_fewer_have_room_so_and_many_lanes_are_more_sheets() -> None:
    few, some, many = (fitted(wide(lanes), *PAPERS["A4"]) for lanes in (2, 8, 30))
    assert (few.lies, len(few.pieces)) == (False, 1)
    assert (some.lies, len(some.pieces)) == (True, 1)
    assert len(many.pieces) > 2
    assert all(way.scale / PT_MM * FONT_SIZE >= LEAST_PT - 0.01 for way in (few, some, many))


def test_the_words_for_it_tell_every_step_who_does_it_and_every_branch(routine: Routine) -> None:
    view = flowchart(routine)
    assert view
    for paper in ("A3", "A4"):
        told = " ".join(page.alt for page in flow(routine, paper).pages)
        for step in (step for part in view.tracks for step in part.steps):
            own = told[told.index(step.text) :]
            noted = [marked(wording.inside(note.text), note.reading) for note in step.noted]
            assert f"({', '.join((step.who, *noted))})" in own
            for way in step.ways:
                assert f"{marked(way.label or WAIT, way.reading)}: {way.text}" in own
        assert "?." not in told


def letters(*texts: str) -> str:
    """A box may part a word, with a hyphen or without; a mark stands beside what it is of."""
    return "".join(sign for text in texts for sign in text.casefold() if sign.isalnum()).replace("tolkning", "")


def test_all_that_a_box_says_is_among_the_words_that_its_code_is_counted_from(routine: Routine) -> None:
    """But in which other part it goes on, which a picture has that is in parts."""
    view = flowchart(routine)
    assert view
    for paper in ("A3", "A4"):
        matter = flow(routine, paper)
        told = letters(*(page.alt for page in matter.pages))
        boxes = [box for page in matter.pages for box in page.boxes if box.kind != "mark"]
        said = [box.lines for box in boxes] + [box.notes for box in boxes if len(view.parts) == 1]
        assert [lines for lines in said if letters(*(line.text for line in lines)) not in told] == []


def test_the_mark_and_the_cut_are_explained_where_they_are() -> None:
    real = load(REAL)
    for paper, cut in (("A3", False), ("A4", True)):
        legend = " ".join(flow(real, paper).legend)
        assert f"{SIGN} är vår tolkning" in legend
        assert ("fortsätter" in legend) == cut
    assert all(f"{SIGN} är vår tolkning" in words(data) for data in made(real).values())
