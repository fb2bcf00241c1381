"""What stands on which sheet: each role's own actions with what holds for them, and what every sheet says of itself."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import typst
import zxingcpp
from pypdf import PageObject, PdfReader

from audit.pdf_text import pages_read
from routine.model import wording
from routine.model.model import Routine
from routine.model.steps import ActionCondition
from routine.pages import addresses as at
from routine.pages.parts.parts import pocketed
from tests.kit.drawn import heard
from tests.kit.prints import by_page, by_pdfua, preferences, run, unheard, words
from tests.paper.conftest import ADDRESS, Paper

A4, A3 = {595, 842}, {842, 1191}
SCAN_DPI = 120  # Less than any printer: what is read here can be read from paper.


def test_each_role_has_its_sheets_and_who_owns_steps_large_print_as_well(paper: Paper) -> None:
    owners = {id for action in paper.routine.actions for id in action.responsible}
    names = {at.WHOLE_SHEET, at.FLOW_SHEET, at.FLOW_SHEETS, at.LOG_SHEET}
    names |= {at.form_sheet(form.id) for form in paper.routine.forms} | {at.large_sheet(id) for id in owners}
    names |= {at.checklist_sheet(role.id) for role in paper.routine.roles}
    pocket = pocketed(paper.routine)
    names |= {name(id) for id in pocket for name in (at.booklet_sheet, at.wallet_sheet)}
    assert 0 < len(pocket) < len(owners)
    assert [sheet.file for sheet, *_ in paper.sheets if sheet.file in names] == [s.file for s, *_ in paper.sheets]
    assert len(paper.sheets) == len(names)
    assert owners
    assert len(owners) < len(paper.routine.roles)


def test_pages_are_as_many_and_as_large_as_the_sheet_asks_and_a_printer_is_told(paper: Paper) -> None:
    for sheet, _, made in paper.sheets:
        reader = PdfReader(io.BytesIO(made), strict=True)
        sizes = [{round(float(side)) for side in page.mediabox[2:]} for page in reader.pages]
        assert sizes == [A3 if sheet.file == at.FLOW_SHEET else A4] * len(sizes), sheet.file
        several = {"wallet": (2,), "checklist": range(1, 5)}
        assert len(sizes) in several.get(sheet.template, (1,)), sheet.file
        asked = preferences(reader)
        assert (asked["/PrintScaling"], asked["/PickTrayByPDFSize"].value) == ("/None", True)
        assert asked["/Duplex"] == f"/{sheet.sides if len(sizes) > 1 else 'Simplex'}", sheet.file


def test_nothing_is_wrong_for_those_who_listen(paper: Paper, tmp_path: Path) -> None:
    titles = set()
    for sheet, imprint, made in paper.sheets:
        file = tmp_path / sheet.file
        file.write_bytes(made)
        assert unheard(file) == [], sheet.file
        reader = PdfReader(file)
        root: Any = reader.trailer["/Root"]
        assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("sv", True)
        assert reader.metadata
        titles.add(reader.metadata.title)
        assert reader.metadata.creation_date is None, "nothing that depends on the day"
        assert imprint.code in (reader.metadata.subject or "")
        assert len([each for each in reader.outline if not isinstance(each, list)]) == 1, "of the first level"
        fonts: Any = reader.pages[0]["/Resources"]
        assert all("AtkinsonHyperlegible" in font["/BaseFont"] for font in fonts["/Font"].values())
    assert len(titles) == len(paper.sheets), "none is called as another"


@pytest.mark.parametrize("checker", [by_pdfua, by_page])
def test_each_checker_tells_a_file_that_cannot_be_heard(checker: Any, tmp_path: Path) -> None:
    file = tmp_path / "stum.pdf"
    file.write_bytes(typst.compile(b"= Hej", pdf_tags=False) or b"")
    assert len(checker(file)) > 1


def test_a_checklist_has_each_row_of_its_role_with_condition_limit_and_co_owners(paper: Paper) -> None:
    routine, rows = paper.routine, 0
    for sheet, _, made in paper.of("checklist"):
        (id,) = [role.id for role in routine.roles if role.name == sheet.owner]
        said = run(heard(made))
        gates = {line.step for line in sheet.matter.lines if line.columns}
        for action in routine.actions:
            if id not in action.responsible:
                continue
            rows += 1
            held = [
                each.text for each in action.conditions if each.question not in gates and not _own(each, routine, id)
            ]
            shown = [(action.paper or action.text).partition(". ")[0], f"rad {action.row}", *held]
            shown += [wording.limit(routine, action.within)] if action.within else []
            shown += [wording.in_consultation(routine, action.consulted)] if action.consulted else []
            shown += [wording.inside(routine.role(each).name) for each in action.responsible if each != id]
            shown += ["ansvarar, i samråd"] if action.jointly else []
            assert [text for text in shown if run(text.removesuffix(".")) not in said] == [], sheet.file
    assert rows > 10


def _own(condition: ActionCondition, routine: Routine, id: str) -> bool:
    """Whether the condition has words of its own to the role, which answers the question."""
    return bool(condition.own) and id in routine.question(condition.question).answered_by


def test_a_decision_has_a_box_for_each_answer_with_what_it_means(paper: Paper) -> None:
    asked = 0
    for sheet, _, made in paper.of("checklist"):
        said = run(heard(made))
        for line in sheet.matter.lines:
            if line.columns:
                asked += 1
                assert all(run(text) in said for each in line.columns for text in each), sheet.file
                assert all(run(text) in said for text in (line.calm, *line.notes)), sheet.file
    assert asked > 3


def test_a_step_is_one_item_to_those_who_listen(paper: Paper) -> None:
    for sheet, _, made in paper.of("checklist"):
        items = sum(not line.columns for line in sheet.matter.lines)
        others = len(sheet.matter.limits) + sum(len(lines) for _, lines in sheet.matter.back)
        assert made.count(b"/S/LI\n") + made.count(b"/S/LI/") + made.count(b"/S/LI ") >= items + others, sheet.file


def test_each_line_to_fill_in_is_named_to_those_who_listen(paper: Paper) -> None:
    for sheet, _, made in paper.of("checklist", "booklet"):
        reader = PdfReader(io.BytesIO(made))
        size: Any = reader.trailer["/Size"]
        objects: list[Any] = [reader.get_object(n) for n in range(1, size)]
        told = " ".join(str(each["/Alt"]) for each in objects if isinstance(each, dict) and "/Alt" in each)
        lines = [line for line in sheet.matter.lines if line.columns or sheet.template == "checklist"]
        wanted = {label for line in lines for label in line.write}
        if sheet.template == "checklist":
            reached = (each for line in lines if not line.columns for each in line.reach)
            wanted |= {f"{each.name}, namn" for each in reached if not each.number}
        assert {label for label in wanted if label not in told} == set(), sheet.file


def test_the_whole_routine_has_every_row_with_its_owners_in_the_sources_order(paper: Paper) -> None:
    ((_, _, made),) = paper.of("whole")
    said, place = words(made), 0
    for action in paper.routine.actions:
        place = said.index(action.text, place)
        owners = wording.capital(wording.names(paper.routine, action.responsible))
        assert all(word in said[place : place + 400] for word in owners.split()), action.id


def test_a_form_and_the_log_have_every_field_and_the_guidance_that_the_data_gives_them(paper: Paper) -> None:
    routine = paper.routine
    ((_, _, log),) = paper.of("log")
    wanted = [(log, [point for item in routine.guidance if item.log for point in item.points])]
    helps = {item.id: item.points for item in routine.guidance}
    for form, (_, _, made) in zip(routine.forms, paper.of("form"), strict=True):
        fields = [text for field in form.fields for text in (field.label, *field.choices)]
        wanted.append((made, [*fields, form.lead, *(point for id in form.guidance for point in helps[id])]))
    for made, texts in wanted:
        assert texts
        assert all(run(text) in run(heard(made)) for text in (*texts, *routine.organisation.case_head))
    assert b"/S/TD" not in log, "an empty table is told in a sentence"


def test_every_page_of_a_sheet_says_its_code_and_every_sheet_whom_to_call_and_where_to_ask(paper: Paper) -> None:
    numbers = [run(f"{number.number} {number.label}") for number in paper.routine.emergency]
    assert numbers
    for sheet, imprint, made in paper.sheets:
        pages = [run(page) for page in pages_read(made)]
        # The foot of a checklist says whose it is; a card has its code on its back.
        coded = pages[-1:] if sheet.template == "wallet" else pages
        assert all(run(f"Kod {imprint.code}") in page for page in coded), sheet.file
        assert all(number in pages[0] for number in numbers), sheet.file
        assert imprint.organisation in words(made)


def test_every_sheet_has_a_code_to_scan_that_leads_to_whether_it_holds(paper: Paper) -> None:
    for sheet, imprint, made in paper.sheets:
        bitmap = pypdfium2.PdfDocument(made)[0].render(scale=SCAN_DPI / 72, grayscale=True)
        pixels = memoryview(bitmap.buffer).cast("B", shape=[bitmap.height, bitmap.stride])
        said = {found.text for found in zxingcpp.read_barcodes(pixels)}
        assert said == {f"{ADDRESS.rstrip('/')}{at.VALIDITY_FILE}#{imprint.code}"}, sheet.file


# --- The booklet's folding -------------------------------------------------------------------------------------------

Panel = tuple[bool, int]  # Whether it is in the upper row, and its column from the left.
# The panels of pages 1 to 4 when the sheet is folded back along the middle and then along its upright fold. The upper
# row stands on its head.
TWICE: list[Panel] = [(False, 2), (True, 2), (True, 1), (False, 1)]


def panels(page: PageObject) -> dict[Panel, list[tuple[str, bool]]]:
    """The texts of each panel, and whether they stand upright there."""
    found: dict[Panel, list[tuple[str, bool]]] = {}

    def seen(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        a, b, c, d, e, f = outer
        x, y = inner[4] * a + inner[5] * c + e, inner[4] * b + inner[5] * d + f
        upright = inner[0] * a + inner[1] * c > 0 and inner[2] * b + inner[3] * d > 0
        if text.strip():
            panel = y > page.mediabox.height / 2, int(x / (page.mediabox.width / 2)) + 1
            found.setdefault(panel, []).append((text.strip(), upright))

    page.extract_text(visitor_text=seen)
    return found


def test_folding_gives_the_pages_in_order_and_upright_and_the_outside_says_nothing(paper: Paper) -> None:
    for sheet, _, made in paper.of("booklet"):
        found = panels(PdfReader(io.BytesIO(made)).pages[0])
        assert all(upright != upper for (upper, _), texts in found.items() for _, upright in texts), sheet.file
        cover, first, second, back = (" ".join(text for text, _ in found.get(panel, ())) for panel in TWICE)
        inside, outside = run(f"{first} {second}"), run(f"{cover} {back}")
        assert run(paper.routine.emergency[0].label) in run(cover)
        assert "Ett urval" in back
        assert run(first).startswith(run(sheet.matter.blocks[0].title)), sheet.file
        steps = [run(line.strong or line.text) for line in sheet.matter.lines if line.box]
        assert steps
        assert any(step in inside for step in steps)
        assert not any(step in outside for step in (*steps, run(sheet.owner))), sheet.file
