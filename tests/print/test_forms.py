"""Sheets that are filled in by hand, and large print: what stands on them, and that they can be read and heard."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from audit.pdf_text import pages_read
from routine.domain.beside import Blank, Form
from routine.domain.model import Routine
from routine.loading.load import load
from routine.print.imprint import Imprint, imprinted
from routine.print.press import pdf
from routine.print.sheet import Printed
from routine.print.sheets import printed
from routine.print.sheets.advice import advised
from routine.print.sheets.booklet import BookletMatter
from routine.print.sheets.checklist import ChecklistMatter, SheetAdvice, SheetRow
from routine.print.sheets.form import form
from routine.print.sheets.log import HEADS, log
from tests.kit.bare import changed
from tests.kit.drawn import POINTS_PER_MM
from tests.kit.heard import EDGE_MM, clear, heard, plain
from tests.kit.inked import sizes
from tests.kit.paths import REAL, SMALL
from tests.kit.views import some

DAY_MM = 20  # To write a day on.
LINE_MM = 8  # From one line to write on to the next, at least.
# Of a checklist's lines: those for a number, as a hand writes it and as there must be room for, and those for notes.
WIDE_NUMBER_MM, NUMBER_MM, ACROSS_MM = 45, 27, 180
OWN = {"whole", "flow", "log", "form", "large"}
BOTH = pytest.mark.parametrize("file", some(SMALL, full=(REAL,)), ids=["den lilla", "rutinen"])
ADDRESSES = pytest.mark.parametrize("address", ["", "https://kommun.example/rutin/"], ids=["utan adress", "med QR"])


def own(file: Path, address: str = "") -> list[tuple[Printed, Imprint, bytes]]:
    """Those sheets, as they are printed."""
    found = [(sheet, imprint) for sheet, imprint in imprinted(load(file), address=address) if sheet.template in OWN]
    assert {sheet.template for sheet, _ in found} == OWN
    return [(sheet, imprint, pdf(sheet, imprint)) for sheet, imprint in found]


@BOTH
@ADDRESSES
def test_no_ink_lies_where_a_printer_may_leave_none(file: Path, address: str) -> None:
    for sheet, _, made in own(file, address):
        assert min(side for page in clear(made) for side in page) >= EDGE_MM, sheet.file


@BOTH
@ADDRESSES
def test_those_who_listen_hear_whose_sheet_it_is_its_edition_and_its_code(file: Path, address: str) -> None:
    for sheet, imprint, made in own(file, address):
        said = heard(made)
        assert f"{imprint.organisation} · {imprint.issue} · Kod {imprint.code}" in said, sheet.file
        assert said.startswith(sheet.matter.title)
        assert "Sida 1" not in said, "a foot is not read"


@BOTH
def test_a_sheet_has_a_title_of_its_own_and_one_heading_of_the_first_level(file: Path) -> None:
    titles = Counter(sheet.matter.title for sheet in printed(load(file)))
    for sheet, _, made in own(file):
        assert titles[sheet.matter.title] == 1, sheet.file
        outline = PdfReader(io.BytesIO(made)).outline
        assert [part.title for part in outline if not isinstance(part, list)] == [sheet.matter.title], sheet.file


def lines(made: bytes) -> list[tuple[float, float, float]]:
    """Every level line that is long enough to write on: where it begins, how long it is and how far down, in mm."""
    found = []
    for page in pypdfium2.PdfDocument(made):
        for item in page.get_objects():
            left, bottom, right, top = (value / 72 * 25.4 for value in item.get_bounds())
            if right - left >= DAY_MM - 0.1 and top - bottom < 0.5:
                found.append((round(left, 1), right - left, page.get_height() / 72 * 25.4 - top))
    return found


@BOTH
def test_there_is_room_to_write_above_every_line_of_a_form(file: Path) -> None:
    for sheet, _, made in own(file):
        if sheet.template == "form":
            by_left: dict[float, list[float]] = {}
            for left, width, down in lines(made):
                assert width >= 50
                by_left.setdefault(left, []).append(down)
            assert by_left
            assert all(b - a >= LINE_MM for downs in by_left.values() for a, b in pairwise(sorted(downs))), sheet.file
            count = sum(place.lines for row in sheet.matter.rows for place in row) + len(sheet.matter.case)
            assert sum(map(len, by_left.values())) == count


@pytest.mark.parametrize("more", ["", " igen", " igen nu", " i hela huset"])
def test_a_hand_has_room_for_a_day_wherever_the_text_before_it_ends(more: str, small: Routine) -> None:
    """On a card the line to write on is the rest of the text's last, which may be a millimetre."""
    limited = tuple(changed(each, text=each.text + more) if each.within else each for each in small.actions)
    found = 0
    for sheet, imprint in imprinted(changed(small, actions=limited)):
        if isinstance(sheet.matter, BookletMatter) and sheet.linear:
            count = sum(bool(row.limit) for group in sheet.matter.groups for row in group.rows)
            long = [width for _, width, _ in lines(pdf(sheet, imprint)) if abs(width - DAY_MM) < 0.1]
            assert len(long) == count, sheet.file
            found += count
    assert found


@BOTH
def test_no_checklist_with_room_for_notes_has_short_lines_for_numbers(file: Path) -> None:
    wide = 0
    for sheet, imprint in imprinted(load(file)):
        if sheet.template == "checklist":
            long = [round(width) for _, width, _ in lines(pdf(sheet, imprint))]
            assert not (NUMBER_MM in long and ACROSS_MM in long), sheet.file
            wide += WIDE_NUMBER_MM in long
    assert wide


# --- The log ---------------------------------------------------------------------------------------------------------


@BOTH
def test_the_log_tells_whose_case_it_is_and_has_a_column_for_each_thing_that_is_evidence(file: Path) -> None:
    (made,) = [made for sheet, _, made in own(file) if sheet.template == "log"]
    said = heard(made)
    assert all(label in said for label in log(load(file)).case)
    assert load(file).organisation.case_head
    (shown,) = pages_read(made)
    assert all(head in shown for head in log(load(file)).heads)


@BOTH
def test_the_log_has_the_guidance_that_the_data_gives_it_with_its_source_and_no_other(file: Path) -> None:
    routine = load(file)
    (made,) = [made for sheet, _, made in own(file) if sheet.template == "log"]
    said = heard(made)
    assert any(item.log for item in routine.guidance)
    for item in routine.guidance:
        if item.log:
            assert said.index(item.title) < said.index(item.points[0])
            assert "Aktuell vägledning, inte en del av rutinen." in said[said.index(item.title) :]
            assert item.source.publisher in said
        assert all((point in said) == bool(item.log) for point in item.points), item.id


@BOTH
def test_an_empty_table_is_told_in_a_sentence_and_not_cell_by_cell(file: Path) -> None:
    (made,) = [made for sheet, _, made in own(file) if sheet.template == "log"]
    assert not any(head in heard(made) for head in log(load(file)).heads)
    raw = made.decode("latin-1")
    assert not re.search(r"/S/T[DHR]\b", raw), "no cell is in its structure"
    assert log(load(SMALL)).told == (
        "Tabellen har nio tomma rader med tre kolumner: klockan, var det rann och vem som såg det."
    )


def test_a_routine_that_says_nothing_of_it_has_a_log_for_whatever_happens() -> None:
    plain = log(load(SMALL).model_copy(update={"log": None}))
    assert plain.heads == HEADS
    assert plain.title


def test_rows_of_the_log_can_be_written_in() -> None:
    (made,) = [made for sheet, _, made in own(REAL) if sheet.template == "log"]
    downs = sorted(down for _, width, down in lines(made) if width > 180)
    assert sum(b - a >= 2 * LINE_MM for a, b in pairwise(downs)) >= log(load(REAL)).rows


@pytest.mark.parametrize(
    ("title", "day", "said"),
    [
        ("Om el", "2021", "Om el, 2021."),
        ("Om el", None, "Om el."),
        ("Vad är el?", "2021", "Vad är el? 2021."),
        ("Vad är el?", None, "Vad är el?"),
    ],
)
def test_a_source_is_told_as_a_sentence_also_when_its_title_is_a_question(
    title: str, day: str | None, said: str
) -> None:
    (item, *_) = load(SMALL).guidance
    source = item.source.model_copy(update={"title": title, "date": day})
    (told,) = advised([item.model_copy(update={"source": source})])
    assert told.said.endswith(f" Källa: {source.publisher}, {said}")


# --- Forms -----------------------------------------------------------------------------------------------------------


@BOTH
def test_a_form_says_what_the_data_says_and_that_it_is_ours(file: Path) -> None:
    routine = load(file)
    assert routine.forms
    made = {sheet.file: made for sheet, _, made in own(file)}
    helps = {item.id: item for item in routine.guidance}
    for each in routine.forms:
        said = heard(made[f"blankett-{each.id}.pdf"])
        assert "inte en del av rutinen" in said
        assert each.lead in said
        labels = (*(field.label for field in each.fields), *routine.organisation.case_head)
        below = said
        for label in labels:  # Whose case it is comes last: while somebody speaks there is more to write.
            assert label in below, (each.id, label)
            below = below.partition(label)[2]
        assert all(choice in said for field in each.fields for choice in field.choices)
        for id in each.guidance:
            assert all(point in said for point in helps[id].points)
            assert f"Källa: {helps[id].source.publisher}" in said
        assert all(f"{number.number} {number.label}" in said for number in routine.emergency)


@BOTH
@ADDRESSES
def test_a_form_is_one_page_with_room_for_whose_case_it_is(file: Path, address: str) -> None:
    """A paper without the case's number is a paper that nobody can file."""
    head = load(file).organisation.case_head
    assert head
    for sheet, _, made in own(file, address):
        if sheet.template == "form":
            said = heard(made)
            assert all(label in said for label in head), sheet.file
            assert len(PdfReader(io.BytesIO(made)).pages) == 1, sheet.file


def test_which_forms_there_are_follows_from_the_data(small: Routine) -> None:
    fields = (Blank.model_construct(label="Vad", lines=2, choices=()),)
    more = Form.model_construct(id="en-till", title="En till", lead="Fyll i.", guidance=(), fields=fields)
    found = [sheet.file for sheet in printed(small.model_copy(update={"forms": (*small.forms, more)}))]
    assert set(found) - {sheet.file for sheet in printed(small)} == {"blankett-en-till.pdf"}
    none = [sheet.file for sheet in printed(small.model_copy(update={"forms": ()}))]
    assert not [name for name in none if name.startswith("blankett-")]


def test_half_lines_that_follow_each_other_share_a_row(small: Routine) -> None:
    rows = form(small, small.forms[0]).rows
    assert [[place.label for place in row] for row in rows] == [["Rum", "Dag"], ["Vad du såg"], ["Vattnet"]]


# --- Large print -----------------------------------------------------------------------------------------------------


@BOTH
def test_large_print_is_eighteen_points_and_says_all_that_the_checklist_does(file: Path) -> None:
    everything = {sheet.file: (imprint, pdf(sheet, imprint)) for sheet, imprint in imprinted(load(file))}
    for role in load(file).roles:
        imprint, large = everything[f"checklista-{role.id}-stor-stil.pdf"]
        itself = run(f"{imprint.issue} · Kod {imprint.code}")
        foot = [f"{run(role.name)}·{itself}Sida{n}av{len(runs(large))}" for n in range(1, len(runs(large)) + 1)]
        asked = f"Koden jämförs på {imprint.site}, sidan Är utskriften aktuell?"
        small = "".join(letter for size, letter in sizes(large) if size < 17.99)
        assert small == "".join((*foot[:-1], f"{run(imprint.organisation)}·{itself}{run(asked)}", foot[-1])), role.id
        first = runs(large)[0]
        assert all(run(f"{each.number}{each.label}") in first.partition(itself)[0] for each in load(file).emergency)
        said = heard(large).replace(" ", "")  # A word set bold is apart from the comma after it.
        (usual,) = [sheet.matter for sheet in printed(load(file)) if sheet.file == f"checklista-{role.id}.pdf"]
        for row in (row for group in usual.groups for row in group.rows):
            texts = (row.text, row.held, row.fuller or row.facts, row.limit, row.heard, *row.say)
            texts += tuple(each.words for each in row.meanwhile)
            assert all(plain(text).replace(" ", "") in said for text in (*texts, *row.answers, *row.signed)), role.id
        reached = (text for each in usual.contacts for text in (each.function, each.number, each.hours, each.ask))
        advice = (text for each in usual.guidance for text in (each.title, *each.points))
        for text in (usual.purpose, usual.starts, usual.lead, *usual.not_yours, *usual.case_head, *advice, *reached):
            assert plain(text).replace(" ", "") in said, (role.id, text)


@BOTH
def test_steps_in_large_print_are_items_of_lists(file: Path) -> None:
    for sheet, _, made in own(file):
        if sheet.template == "large":
            matter = sheet.matter
            rows = sum(len(group.rows) for group in matter.groups) + len(matter.not_yours)
            rows += sum(len(each.points) for each in matter.guidance)
            assert made.count(b"/S/LI") == rows, sheet.file


@BOTH
def test_in_large_print_no_page_parts_a_box_from_its_words_or_a_question_from_its_answers(file: Path) -> None:
    for sheet, _, made in own(file):
        if sheet.template != "large":
            continue
        pages = [run(page) for page in pages_read(made)]
        for row in (row for group in sheet.matter.groups for row in group.rows):
            together = "".join(plain(f"{row.held}: {row.text}" if row.answers and row.held else row.text).split())
            assert sum(together in page for page in pages) >= 1, (sheet.file, row.text)
            if row.answers:
                (page,) = [page for page in pages if together in page]
                assert "".join(row.answers).replace(" ", "") in page[page.index(together) :], (sheet.file, row.text)


@pytest.mark.parametrize("lines", some(2, full=(1, 3, 4, 5)))
def test_no_page_in_large_print_is_there_for_its_foot_alone(real: Routine, lines: int) -> None:
    """How many lines an address takes, and what stands above, decides where the last page begins."""
    address = f"https://kommun.example/{'vag-' * 15 * (lines - 1)}/"
    sheets = [each for each in imprinted(real, address=address) if each[0].template == "large"]
    without = replace(sheets[-1][0].matter, guidance=(), contacts=())
    longer = [replace(without, not_yours=("Det här gör någon annan.",) * count) for count in range(16)]
    matters = [sheet.matter for sheet, _ in sheets]
    for matter in (*matters, *longer):
        sheet, imprint = sheets[-1]
        last = runs(pdf(replace(sheet, matter=matter), imprint))[-1]
        assert last.partition(run(f"{imprint.organisation} · {imprint.issue} · Kod {imprint.code}"))[0], matter


def run(text: str) -> str:
    """Without any space: where there is one in large letters is a guess."""
    return "".join(text.split())


def runs(made: bytes) -> list[str]:
    return [run(page) for page in pages_read(made)]


def larges(file: Path) -> list[tuple[ChecklistMatter, bytes]]:
    return [(sheet.matter, made) for sheet, _, made in own(file) if sheet.template == "large"]


@BOTH
def test_in_large_print_the_lines_to_write_on_stand_with_the_last_that_the_step_says(file: Path) -> None:
    seen = 0
    for matter, made in larges(file):
        pages = runs(made)
        for row in (row for group in matter.groups for row in group.rows if row.signed):
            last = run(said_last(row))
            labels = [run(label) for label in row.signed]
            assert any(all(label in page.partition(last)[2] for label in labels) for page in pages), (row.text, last)
            seen += 1
    assert seen


def said_last(row: SheetRow) -> str:
    """What stands right before its lines, or the first of it."""
    return next(iter((*row.answers[-1:], *row.say[-1:])), row.call or row.limit or row.facts or row.text)


@BOTH
def test_in_large_print_what_leads_over_to_the_steps_stands_right_above_them(file: Path) -> None:
    leading = [(matter, made) for matter, made in larges(file) if matter.lead]
    assert leading
    for matter, made in leading:
        assert any(run(matter.lead) + run(first(matter)) in page for page in runs(made)), matter.owner


def first(matter: ChecklistMatter) -> str:
    """The heading of its first steps."""
    return matter.tracks[0].label or matter.tracks[0].groups[0].title


BODY_MM = (14, 22)  # What is left empty above and below a page of large print.


@BOTH
def test_no_page_of_large_print_but_the_last_is_empty_by_more_than_a_third(file: Path) -> None:
    for matter, made in larges(file):
        pages = [*pypdfium2.PdfDocument(made)]
        body = 297 - sum(BODY_MM)
        for number, page in enumerate(pages[:-1], 1):
            bottoms = [item.get_bounds()[1] / POINTS_PER_MM for item in page.get_objects()]
            lowest = min(bottom for bottom in bottoms if bottom > BODY_MM[1])
            assert lowest - BODY_MM[1] <= body / 3, (matter.owner, number, lowest)


def advised_at_length(file: Path, lines: int) -> Iterator[tuple[ChecklistMatter, bytes]]:
    """With more guidance than a page has room for, wherever the steps before it end."""
    for sheet, imprint in imprinted(load(file)):
        if sheet.template == "large":
            points = tuple(f"Det här är råd nummer {number} av flera." for number in range(lines))
            cut = (("Ett råd", points[:3]), ("Fler råd", points[3:]))
            advice = tuple(SheetAdvice(title, said, "Källa: Någon, En bok.") for title, said in cut)
            matter = replace(sheet.matter, guidance=advice)
            yield matter, pdf(replace(sheet, matter=matter), imprint, keep=False)


@BOTH
def test_guidance_on_a_sheet_says_where_it_is_from(file: Path) -> None:
    """In the same words as on the form."""
    seen = 0
    for sheet, imprint in imprinted(load(file)):
        if sheet.template in ("checklist", "large"):
            assert isinstance(sheet.matter, ChecklistMatter)
            made = "".join(runs(pdf(sheet, imprint, keep=False)))
            for item in sheet.matter.guidance:
                assert item.source.startswith("Källa: ")
                assert f"{run(item.points[-1])}{run(item.source)}" in made, "under its list: it belongs to none other"
                seen += 1
    assert seen


@BOTH
@pytest.mark.parametrize("lines", [6, 12, 60])
def test_in_large_print_guidance_is_never_taken_for_the_routine(file: Path, lines: int) -> None:
    """Each page that it goes on to says what it is, before it, and no other page does."""
    gone_on = 0
    for matter, made in advised_at_length(file, lines):
        told = run(matter.words.guidance)
        for number, page in enumerate(runs(made), 1):
            points = [at for point in matter.guidance for each in point.points if (at := page.find(run(each))) >= 0]
            assert (told in page) == bool(points), (matter.owner, number)
            assert not points or page.index(told) < min(points), (matter.owner, number)
            gone_on += f"{told},forts." in page
    assert gone_on or lines < 60


@BOTH
def test_each_page_of_large_print_says_whose_it_is(file: Path) -> None:
    for sheet, imprint, made in own(file):
        if sheet.template == "large":
            for page in pages_read(made):
                assert f"{sheet.owner} · {imprint.issue} · Kod {imprint.code}" in page, sheet.file
