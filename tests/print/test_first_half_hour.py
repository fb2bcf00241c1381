"""A role's checklist on A4 is its first half hour: what stands on it, in which order, how large, and where to write."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from routine.domain import wording
from routine.domain.graph import build
from routine.domain.model import Routine
from routine.loading.load import load
from routine.print.codes import code
from routine.print.imprint import Imprint, imprinted
from routine.print.press import pdf
from routine.print.sheet import Printed
from routine.print.sheets import printed
from routine.print.sheets.checklist import ChecklistMatter
from routine.views import addresses as at
from tests.kit.bare import bared
from tests.kit.heard import heard
from tests.kit.inked import blank_share, sizes, spots, weights, wide_lines, writing_room
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import changed, values_of, write
from tests.kit.views import some

BOTH = pytest.mark.parametrize("file", some(SMALL, full=(REAL,)), ids=["den lilla", "rutinen"])
LEAST_PT = 10  # What is read in a hurry. What a sheet says about itself may be smaller.
ABOUT_ITSELF_PT = 8.5
LARGEST_PT = 14
ROOM_MM = 8


def checklists(file: Path, address: str = "") -> Iterator[tuple[Printed, Imprint, bytes]]:
    for sheet, imprint in imprinted(load(file), address=address):
        if sheet.template == "checklist":
            yield sheet, imprint, pdf(sheet, imprint)


def run(text: str) -> str:
    """Without its spaces: words in bold are pieces of their own."""
    return re.sub(r"\s", "", text)


def own(routine: Routine, sheet: Printed) -> str:
    """The id of the role whose checklist it is."""
    (id,) = [role.id for role in routine.roles if at.checklist_sheet(role.id) == sheet.file]
    return id


def texts(routine: Routine, id: str) -> Iterator[str]:
    """All that the data has for a role's first half hour."""
    role = routine.role(id)
    owns = any(id in action.responsible for action in routine.actions)
    yield from (wording.inside(role.name), role.summary, routine.organisation.name)
    if any(role.id in action.responsible for action in routine.actions):
        yield from (*routine.organisation.case_head, "Ifylld av")
    yield from (f"Du börjar när {role.starts.text.rstrip('.')}",) if role.starts else ()
    yield from (f"{number.number} {number.label}" for number in routine.emergency)
    yield from () if owns else (limit.text.rstrip(".") for limit in role.limits)
    for action in routine.actions:
        others = role.reached_by.open_question if role.reached_by else None
        left = set(action.open_questions) - {others}
        open_ = [item for item in routine.open_questions if item.id in left and item.meanwhile]
        if id in action.responsible:
            yield action.text
            yield from (claim.text for claim in action.say)
            yield from (action.requirement.text.rstrip("."),) if action.requirement else ()
            yield from (f", {condition.text}" for condition in action.conditions)
            waits = [after.text for after in action.after if after.text.partition(" ")[2] not in action.text]
            yield from (f", {text}" for text in waits)
            yield from (action.within.text[1:],) if action.within else ()
            yield from (item.meanwhile or "" for item in open_)
        for told in action.invited:
            if told.role == id:
                yield told.text
                yield from (claim.text for claim in told.say)
    for item in routine.guidance:
        if id in item.checklists:
            yield from (item.title, *item.points)
    for question in routine.questions:
        if id in question.answered_by:
            yield question.own or question.text
    for wanted in role.reach:
        for contact in routine.contacts:
            if wanted in (contact.id, contact.role):
                yield from (
                    text for text in (contact.title, contact.number, contact.hours, contact.ask.rstrip(".")) if text
                )
        if wanted in {each.id for each in routine.roles} - {contact.role for contact in routine.contacts}:
            yield routine.role(wanted).name


@BOTH
def test_all_that_the_data_has_for_the_first_half_hour_stands_on_it(file: Path) -> None:
    routine = load(file)
    for sheet, _, made in checklists(file):
        said = run(heard(made))
        for text in texts(routine, own(routine, sheet)):
            assert run(text) in said, (sheet.file, text)


def places(routine: Routine) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The places of texts that a checklist bears, each with the role that it must change for."""
    for i, action in enumerate(routine.actions):
        for role in action.responsible:
            yield ("actions", i, "text"), role
            yield from ((("actions", i, "say", j, "text"), role) for j in range(len(action.say)))
            yield from ((("actions", i, "conditions", j, "text"), role) for j in range(len(action.conditions)))
    for i, item in enumerate(routine.guidance):
        yield from ((("guidance", i, "points", 0), role) for role in item.checklists)
    for i, each in enumerate(routine.roles):
        yield ("roles", i, "summary"), each.id
        for j, contact in enumerate(routine.contacts):
            if contact.id in each.reach:
                yield ("contacts", j, "ask"), each.id
    owners = dict.fromkeys(role for action in routine.actions for role in action.responsible)
    yield from ((("organisation", "case_head", 0), each) for each in owners)


def with_more(file: Path, place: tuple[str | int, ...], folder: Path) -> Routine:
    """The routine with a word more at one place."""
    values = changed(values_of(file), lambda path, text: f"{text} igen" if path == place else text)
    return load(write(values, folder / "rutin.yaml"))


def codes(routine: Routine) -> dict[str, str]:
    return {sheet.file: code(sheet) for sheet in printed(routine)}


@pytest.mark.parametrize("file", some(SMALL, full=(REAL,)), ids=["den lilla", "rutinen"])
def test_its_code_is_another_when_one_of_them_is(file: Path, tmp_path: Path) -> None:
    before = codes(load(file))
    seen = 0
    for place, role in places(load(file)):
        after = codes(with_more(file, place, tmp_path))
        assert before[at.checklist_sheet(role)] != after[at.checklist_sheet(role)], (place, role)
        seen += 1
    assert seen > 15


@BOTH
@pytest.mark.parametrize("address", ["", "https://kommun.example/rutin/"], ids=["utan adress", "med QR"])
def test_it_is_one_side_used_to_three_quarters_in_letters_that_can_be_read(file: Path, address: str) -> None:
    for sheet, _, made in checklists(file, address):
        reader = PdfReader(io.BytesIO(made))
        assert len(reader.pages) == 1, sheet.file
        assert blank_share(made) <= 0.25, sheet.file


@BOTH
@pytest.mark.parametrize("address", ["", "https://kommun.example/"], ids=["utan adress", "med QR"])
def test_its_letters_are_as_large_as_there_is_room_for(file: Path, address: str) -> None:
    """Room goes to the letters before it goes to lines for notes."""
    lines = {sheet.file: (usual(made), wide_lines(made)) for sheet, _, made in checklists(file, address)}
    assert {size for size, _ in lines.values()} <= {LARGEST_PT - step / 2 for step in range(9)}
    assert [name for name, (size, count) in lines.items() if size < LARGEST_PT and count > 1] == []
    assert any(count for _, count in lines.values()), "what they are is known"


def usual(made: bytes) -> float:
    """The size that most of its letters have."""
    return Counter(round(size, 2) for size, _ in sizes(made)).most_common(1)[0][0]


@BOTH
def test_only_what_it_says_about_itself_is_smaller_than_what_is_read_in_a_hurry(file: Path) -> None:
    for sheet, imprint, made in checklists(file):
        matter: ChecklistMatter = sheet.matter
        small = "".join(letter for size, letter in sizes(made) if size < LEAST_PT - 0.01)
        assert min(size for size, _ in sizes(made)) >= ABOUT_ITSELF_PT - 0.01, sheet.file
        rest = run(small)
        asked = f"Koden jämförs på {imprint.site}, sidan Är utskriften aktuell?"
        whole = f"{imprint.organisation} · {imprint.issue} · Kod {imprint.code} · {asked}"
        foot = f"{matter.name} · Bygger på rutinen från {wording.long_date(load(file).source.date)}"
        for said in (matter.ours, foot, whole, "Sida 1 av 1", *(item.source for item in matter.guidance)):
            assert run(said) in rest, (sheet.file, said)
            rest = rest.replace(run(said), "")
        assert rest == "", sheet.file


@BOTH
def test_a_hand_has_eight_millimetres_above_every_line(file: Path) -> None:
    for sheet, _, made in checklists(file):
        rooms = writing_room(made)
        assert len(rooms) > 5, sheet.file
        assert min(rooms) >= ROOM_MM - 0.3, (sheet.file, sorted(rooms)[:3])


@BOTH
def test_a_day_and_a_time_stand_under_each_other_on_all_of_a_sheet(file: Path) -> None:
    several = 0
    for sheet, _, made in checklists(file):
        for label in (wording.DAY, wording.TIME):
            lefts = [left for left, _ in spots(made, label)]
            several += len(lefts) > 1
            assert max(lefts, default=0) - min(lefts, default=0) < 0.1, (sheet.file, label, lefts)
    assert several


@BOTH
def test_where_there_is_room_for_notes_there_is_air_over_the_headings_too(file: Path) -> None:
    seen = 0
    for sheet, _, made in checklists(file):
        later = [group.title for track in sheet.matter.tracks for group in track.groups[1:]]
        for title in later if wide_lines(made) > 1 else ():
            seen += 1
            assert max(above for _, above in spots(made, title)) >= 3, (sheet.file, title)
    assert seen


@BOTH
def test_steps_stand_in_the_order_of_the_routine_and_a_question_before_what_hangs_on_it(file: Path) -> None:
    routine = load(file)
    order = {step.id: place for place, step in enumerate(build(routine).steps())}
    texts_of = {action.text: action.id for action in routine.actions}
    texts_of |= {told.text: action.id for action in routine.actions for told in action.invited}
    roles = [role.id for role in routine.roles]
    texts_of |= {
        wording.consulting(routine, action, action.consulted, role): action.id
        for action in routine.actions
        for role in roles
        if action.consulted
    }
    texts_of |= {question.asked_of(role): question.id for question in routine.questions for role in roles}
    for sheet, _, made in checklists(file):
        said = run(heard(made))
        rows = [row.text.partition(" ≈")[0] for group in sheet.matter.groups for row in group.rows]
        found = [next(id for text, id in texts_of.items() if row.startswith(text)) for row in rows]
        assert [order[id] for id in found] == sorted(order[id] for id in found), sheet.file
        at_ = [said.index(run(row)) for row in rows]
        assert at_ == sorted(at_), sheet.file


@BOTH
def test_a_decision_is_yes_no_or_not_yet_and_who_needs_it_is_told_on_her_own_sheet(file: Path) -> None:
    routine = load(file)
    needs = build(routine).needs
    mirrored = 0
    for sheet, _, made in checklists(file):
        role, said = own(routine, sheet), run(heard(made))
        for question in routine.questions:
            answers = role in question.answered_by
            hangs = any((question.id, "ja") in needs[a.id] for a in routine.actions if role in a.responsible)
            hears = hangs and any(heard_.role == role for heard_ in question.heard_by)
            text = question.asked_of(role)
            assert (run(text) in said) == (answers or hears), (sheet.file, question.id)
            if answers or hears:
                rest = said[said.index(run(text)) :]
                rows = [row for group in sheet.matter.groups for row in group.rows if row.text.startswith(text)]
                between = 120 + sum(len(row.fuller) for row in rows)  # What the answers mean, and who has answered.
                near = rf".{{0,{between}}}?JaNejVetinteän"
                assert re.match(near, rest.removeprefix(run(text))), (sheet.file, rest[:90])
            if hears:
                mirrored += 1
                assert "harsvarat:" in said
                assert "Sagtav" in said
    assert mirrored


def test_no_heading_stands_over_names_and_numbers_that_nobody_needs() -> None:
    for routine, stands in ((load(SMALL), True), (bared(load(SMALL)), False)):
        made = [pdf(*each) for each in imprinted(routine) if each[0].template in {"checklist", "large"}][:2]
        assert ["Namn och nummer" in heard(each) for each in made] == [stands, stands]


@BOTH
def test_what_is_written_for_the_case_stands_below_the_first_step_and_for_those_who_own_one(file: Path) -> None:
    owners = {load(file).role(each).name for action in load(file).actions for each in action.responsible}
    for sheet, _, made in checklists(file):
        said = run(heard(made))
        first = sheet.matter.groups[0].rows[0].text
        assert bool(sheet.matter.case_head) == (sheet.owner in owners), sheet.file
        assert all(said.index(run(first)) < said.index(run(label)) for label in sheet.matter.case_head), sheet.file


@BOTH
def test_a_condition_is_as_bold_as_the_step_and_before_its_full_stop(file: Path) -> None:
    """Who stops at the full stop has read it."""
    seen = 0
    for sheet, _, made in checklists(file):
        bold = run(" ".join(text for text, heavy in weights(made) if heavy))
        for row in (row for group in sheet.matter.groups for row in group.rows if row.held and not row.answers):
            seen += 1
            assert f"{run(row.text)},{run(row.held)}." in run(heard(made)), sheet.file
            for words in filter(None, row.held.split(" ≈\N{NO-BREAK SPACE}tolkning")):
                assert run(words.removeprefix(", ")) in bold, (sheet.file, words)
    assert seen


def test_there_is_room_for_the_number_of_whoever_is_asked_when_nobody_answers(small: Routine) -> None:
    for sheet, imprint in imprinted(small):
        if sheet.template in {"checklist", "booklet", "large"}:
            said = heard(pdf(sheet, imprint))
            asked = [each.ask for each in sheet.matter.contacts if each.ask]
            assert all(run(ask) in run(said) for ask in asked), sheet.file
            wanted = sum(1 for each in sheet.matter.contacts if each.ask and not each.number)
            assert said.count("Reservnummer") == wanted, sheet.file
