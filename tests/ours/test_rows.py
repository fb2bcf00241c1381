"""The built site against the rows of the adopted document:
who acts, with whom, on what condition and within what time."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

import pytest

from audit.built import Site, find, main, one, text
from routine.model import numerals, wording
from routine.model.adopted import Row
from routine.model.model import Routine
from routine.model.steps import Action
from tests.ours.adopted import ROWS

# Den utsatte har valt en stödperson: hon väljer, och den som blir vald deltar inte i det.
CHOOSING = {(9, "den-utsatte"): "Väljer", (9, "stodperson"): "Kan bli vald"}

pytestmark = pytest.mark.site

EACH_ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"rad-{row.row}")
OWN = {"Ansvarar", "Delar ansvaret"}
MARK = "≈ tolkning"


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
    return one(site.page("/rutinen/"), "tr", data_row=str(row.row))


def test_the_whole_routine_has_the_rows_in_the_sources_order(site: Site) -> None:
    page = site.page("/rutinen/")
    lines = find(page, "tr", data_row=None)
    assert [(line.attrib["data-section"], int(line.attrib["data-row"])) for line in lines] == [
        (row.section, row.row) for row in ROWS
    ]
    assert [text(find(line, "th", "rg-row-number")[0]) for line in lines] == [f"Rad {row.row}" for row in ROWS]


def test_the_rows_stand_under_their_sections(site: Site) -> None:
    found = []
    for part in find(site.page("/rutinen/"), "section", "rg-track"):
        number = text(one(part, "h2")).split()[0]
        found += [(number, int(line.attrib["data-row"])) for line in find(part, "tr", data_row=None)]
    assert found == [(row.section, row.row) for row in ROWS]


@EACH_ROW
def test_the_whole_routine_names_the_owners(site: Site, row: Row) -> None:
    cell = one(line_of(site, row), "td", "rg-owners")
    assert {wording.inside(text(link)): link.attrib["href"] for link in find(cell, "a")} == {
        wording.inside(site.routine.role(owner).name): f"../roller/{owner}/index.html" for owner in row.responsible
    }
    assert len(find(cell, "a")) == len(row.responsible)
    assert ("i samråd" in text(cell)) == (len(row.responsible) > 1)


@EACH_ROW
def test_the_whole_routine_says_who_is_consulted_and_how(site: Site, row: Row) -> None:
    notes = [text(note) for note in find(line_of(site, row), "p", "rg-note") if text(note).startswith("I samråd med")]
    if row.consulted is None:
        assert notes == []
        return
    assert len(notes) == 1
    for role in site.routine.roles:
        assert (wording.inside(role.name) in notes[0]) == (role.id in row.consulted.roles), role.id
    assert (" och/eller " in notes[0]) == (row.consulted.mode == "nagon")


@EACH_ROW
def test_the_whole_routine_says_the_condition_and_whose_it_is(site: Site, row: Row) -> None:
    marks = [text(mark) for mark in find(line_of(site, row), "span", "rg-if")]
    assert all(marks)
    assert sorted(MARK in mark for mark in marks) == readings(site.routine, row)


@EACH_ROW
def test_the_whole_routine_says_the_limit(site: Site, row: Row) -> None:
    limits = [text(found) for found in find(line_of(site, row), "span", "rg-limit")]
    assert limits == ([wording.capital(limit(row))] if row.within else [])


@EACH_ROW
def test_the_whole_routine_names_the_proxy_and_the_groups(site: Site, row: Row) -> None:
    line = line_of(site, row)
    said = [text(note) for note in find(line, "p", "rg-note") if text(note).startswith("Kan göras av")]
    assert said == ([f"Kan göras av {wording.inside(site.routine.role(row.proxy).name)}."] if row.proxy else [])
    assert sum(len(find(part, "li")) for part in find(line, "ul", "rg-groups")) == (row.groups or 0)


@EACH_ROW
def test_the_matrix_gives_everyone_their_part(site: Site, row: Row) -> None:
    line = one(site.page("/vem-gor-vad/"), "tr", data_row=str(row.row))
    parts = {
        cell.attrib["data-role"]: cell.attrib["data-part"]
        for cell in find(line, data_role=None)
        if cell.attrib["data-part"]
    }
    wanted = {role: CHOOSING.get((row.row, role), "Deltar") for role in others(site.routine, row)}
    ways = {"alla": "Samråder", "nagon": "Samråder, en eller båda"}
    wanted |= dict.fromkeys(row.consulted.roles, ways[row.consulted.mode]) if row.consulted else {}
    wanted |= {row.proxy: "Kan företräda"} if row.proxy else {}
    wanted |= dict.fromkeys(row.responsible, "Delar ansvaret" if len(row.responsible) > 1 else "Ansvarar")
    assert parts == wanted
    for cell in find(line, data_role=None):
        name = site.routine.role(cell.attrib["data-role"]).name
        shown = text(cell).removesuffix(f" {MARK}")
        assert shown == (f"{name}: {cell.attrib['data-part']}" if cell.attrib["data-part"] else ""), (
            "ordet ska synas, inte bara stå i koden"
        )


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
    action = action_of(site.routine, row)
    for owner in row.responsible:
        for folder, place in (("roller", "rg-act"), ("checklistor", "rg-box-row")):
            (line,) = find(site.page(f"/{folder}/{owner}/"), "li", place, data_row=str(row.row))
            said = text(line)
            assert re.findall(r"inom [\w ]+ efter händelsen", said.lower()) == ([limit(row)] if row.within else []), (
                folder
            )
            for condition in action.conditions:
                assert f"{wording.capital(condition.text)}{f' {MARK}' * (condition.basis == 'tolkning')}" in said, (
                    folder
                )
            for other in set(row.responsible) - {owner}:
                assert f"Delat ansvar, i samråd med {wording.inside(site.routine.role(other).name)}" in said, folder
            for other in row.consulted.roles if row.consulted else ():
                assert wording.inside(site.routine.role(other).name) in said, folder
            if row.proxy:
                assert f"Kan göras av {wording.inside(site.routine.role(row.proxy).name)}" in said, folder


def test_the_pages_count_as_the_source_does(site: Site) -> None:
    """What each owns alone and what it shares, in words where the page counts them."""
    counted = Counter(owner for row in ROWS for owner in row.responsible)
    alone = Counter(row.responsible[0] for row in ROWS if len(row.responsible) == 1)
    for role in site.routine.roles:
        assert (
            len(find(site.page(f"/checklistor/{role.id}/"), "li", "rg-box-row", data_action=None)) == counted[role.id]
        )
        page, shared = main(site.page(f"/roller/{role.id}/")), counted[role.id] - alone[role.id]
        heading = "".join(map(text, find(page, id="_gor")))
        assert bool(heading) == bool(counted[role.id]), role.id
        if alone[role.id]:
            assert re.search(rf"\b{_neuter(alone[role.id])} (eget|egna|steg)\b", heading), role.id
        if shared:
            assert re.search(rf"\b{_neuter(shared)} (delat|delade)\b", heading), role.id


def _neuter(amount: int) -> str:
    return "ett" if amount == 1 else wording.number(amount)


def test_a_role_without_responsibility_is_told_so(site: Site) -> None:
    owners = {owner for row in ROWS for owner in row.responsible}
    for role in site.routine.roles:
        if role.id not in owners:
            assert "ansvarar inte" in text(site.page(f"/checklistor/{role.id}/"))
            assert not find(main(site.page(f"/roller/{role.id}/")), id="_gor")
