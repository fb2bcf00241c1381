"""The built site against the rows of the adopted document:
who acts, with whom, on what condition and within what time."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

import pytest

from audit.built import Site, find, main, one, tag, text
from routine.model import numerals, wording
from routine.model.adopted import Row
from routine.model.model import Routine
from routine.model.steps import Action
from tests.ours.adopted import ROWS

pytestmark = pytest.mark.site

EACH_ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"rad-{row.row}")
MARK = "≈ (vår tolkning)"


def action_of(routine: Routine, row: Row) -> Action:
    """The one action that carries the row's number. That it agrees with the row is the check's to say."""
    (found,) = (action for action in routine.actions if action.row == row.row)
    return found


def readings(routine: Routine, row: Row) -> list[bool]:
    """Of what stands in a row by the row's action, whether it is our reading: of the conditions what the source does
    not state itself, then of the waits and the beginning what is marked."""
    action = action_of(routine, row)
    stated = {(one.question, one.answer) for one in row.conditions}
    marked = [*([action.opens] if action.opens else []), *(one.basis for one in action.after)]
    return sorted(
        [(one.question, one.answer) not in stated for one in action.conditions]
        + [basis == "tolkning" for basis in marked]
    )


def others(routine: Routine, row: Row) -> list[str]:
    """Who takes part: of the source's and of our reading."""
    return [told.role for told in action_of(routine, row).participants]


def days(row: Row) -> int | None:
    """The row's limit in days from the event."""
    return row.within.count * {"dagar": 1, "veckor": 7}[row.within.unit] if row.within else None


def limit(row: Row) -> str:
    """The row's limit in words, as it stands inside a sentence; empty when there is none."""
    period = numerals.period(row.within.count, row.within.unit) if row.within else ""
    return f"inom {period} efter händelsen" if period else ""


def line_of(site: Site, row: Row) -> Element:
    """The row in the page of the whole routine."""
    return one(site.page("/rutinen/"), "li", data_row=str(row.row))


def short(line: Element) -> str:
    """What stands of it before it is folded out, after its name."""
    return text(find(find(line, "summary")[0], "span", "rg-small")[0])


def test_the_whole_routine_has_the_rows_in_the_sources_order_under_their_sections(site: Site) -> None:
    part, found = one(site.page("/rutinen/"), "section", "rg-rows"), []
    for each in part.iter():
        if tag(each) == "h3":
            section = text(each).split()[0]
        elif "data-row" in each.attrib:
            found.append((section, int(each.attrib["data-row"])))
    assert found == [(row.section, row.row) for row in ROWS]


@EACH_ROW
def test_the_whole_routine_has_each_row_with_its_owners_its_conditions_and_its_limit_on_a_line(
    site: Site, row: Row
) -> None:
    said, action = wording.inside(short(line_of(site, row))), action_of(site.routine, row)
    owners, *held = said.removesuffix(f" {MARK}").split(", ")
    assert owners == wording.names(site.routine, row.responsible)
    jointly = [wording.JOINTLY] if len(row.responsible) > 1 else []
    opens = [wording.OPENS] if action.opens else []
    conditions = [*(item.text for item in action.conditions), *(item.text for item in action.after)]
    assert held == [*jointly, *opens, *conditions, *([limit(row)] if row.within else [])]
    assert said.endswith(MARK) == any(readings(site.routine, row))


@EACH_ROW
def test_the_whole_routine_folds_out_who_is_consulted_who_may_do_it_and_who_is_told(site: Site, row: Row) -> None:
    line, names = line_of(site, row), {role.id: wording.inside(role.name) for role in site.routine.roles}
    notes = [text(note) for note in find(line, "p", "rg-note")]
    consulted = [note for note in notes if note.startswith("I samråd med")]
    assert len(consulted) == bool(row.consulted)
    if row.consulted:
        assert {id for id, name in names.items() if name in consulted[0]} == {*row.consulted.roles}
        assert (" eller " in consulted[0]) == (row.consulted.mode == "nagon")
    proxy = [note for note in notes if note.startswith("Kan göras av")]
    assert proxy == ([f"Kan göras av {names[row.proxy]}."] if row.proxy else [])
    assert sum(len(find(part, "li")) for part in find(line, "ul", "rg-groups")) == (row.groups or 0)


@EACH_ROW
def test_the_matrix_gives_everyone_their_part(site: Site, row: Row) -> None:
    """A column for each who is responsible of something; another is named beside the step, or in its name."""
    line = one(one(site.page("/rutinen/"), "table"), "tr", data_action=action_of(site.routine, row).id)
    parts = {cell.attrib["data-role"]: said for cell in find(line, "td", data_role=None) if (said := text(cell))}
    wanted = dict.fromkeys(others(site.routine, row), "deltar")
    wanted |= dict.fromkeys(row.consulted.roles, "samråder") if row.consulted else {}
    wanted |= {row.proxy: "deltar"} if row.proxy else {}
    wanted |= dict.fromkeys(row.responsible, "delar ansvaret" if len(row.responsible) > 1 else "ansvarar")
    owning = {id for each in ROWS for id in each.responsible}
    assert parts == {id: said for id, said in wanted.items() if id in owning}
    named = text(find(line, "th")[0]).casefold()
    assert [id for id in wanted if id not in owning and wording.inside(site.routine.role(id).name) not in named] == []


@EACH_ROW
def test_the_export_says_the_same(site: Site, row: Row) -> None:
    (item,) = (item for item in site.export()["actions"] if item["row"] == row.row)
    assert item["section"] == row.section
    assert set(item["responsible"]) == set(row.responsible)
    assert item["shared"] == (len(row.responsible) > 1)
    assert bool(item["consulted"]) == bool(row.consulted)
    if row.consulted:
        assert (item["consulted"]["mode"], set(item["consulted"]["roles"])) == (
            row.consulted.mode,
            set(row.consulted.roles),
        )
    assert {(one["question"], one["answer"]) for one in item["conditions"] if one["basis"] == "kalla"} == {
        (one.question, one.answer) for one in row.conditions
    }
    assert (item["within"] and item["within"]["days"]) == days(row)
    assert {one["role"] for one in item["participants"] if one["basis"] == "kalla"} == set(row.participants)
    assert (item["proxy"] and item["proxy"]["role"]) == row.proxy
    assert len(item["groups"]) == (row.groups or 0)


@EACH_ROW
def test_the_owners_pages_say_the_condition_the_limit_and_the_others(site: Site, row: Row) -> None:
    """With one mark for all that is our reading, or none."""
    action = action_of(site.routine, row)
    for owner in row.responsible:
        said = text(one(site.page(f"/roller/{owner}/"), data_row=str(row.row)))
        assert re.findall(r"inom [\w ]+ efter händelsen", said.lower()) == ([limit(row)] if row.within else [])
        assert said.count(MARK) == any(readings(site.routine, row))
        for condition in action.conditions:
            assert wording.capital(condition.text) in said
        for other in set(row.responsible) - {owner}:
            assert f"Delat ansvar, i samråd med {wording.inside(site.routine.role(other).name)}" in said
        for other in row.consulted.roles if row.consulted else ():
            assert wording.inside(site.routine.role(other).name) in said
        if row.proxy:
            assert wording.inside(site.routine.role(row.proxy).name) in said


def test_the_pages_have_as_many_steps_as_the_source(site: Site) -> None:
    counted = Counter(owner for row in ROWS for owner in row.responsible)
    for role in site.routine.roles:
        page = main(site.page(f"/roller/{role.id}/"))
        assert len(find(page, data_action=None)) == counted[role.id], role.id
        assert counted[role.id] or "ansvarar inte" in text(page)
