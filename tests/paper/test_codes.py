"""A sheet's code follows what it says of the routine, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from routine.check.record import Issued, drafts, parse, text
from routine.model.model import Routine
from routine.paper import imprint as imprints
from routine.paper.imprint import imprinted
from routine.paper.press import pdf
from routine.paper.sheet import ALPHABET, code
from routine.paper.sheets import printed
from tests.kit.bare import altered, changed
from tests.kit.prints import words

ALL = {"rutinen.pdf", "flodesschema.pdf", "flodesschema-a4.pdf"}


def codes(routine: Routine) -> dict[str, str]:
    return {sheet.file: code(sheet) for sheet in printed(routine)}


def test_the_codes_of_ours_are_letters_that_can_be_read_aloud_and_no_two_alike(real: Routine) -> None:
    found = codes(real)
    assert len({*found.values()}) == len(found)
    assert len(found) <= 25
    assert all(re.fullmatch(f"[{ALPHABET}]{{3}}-[{ALPHABET}]{{3}}", each) for each in found.values())


def limit(each: Routine, id: str) -> Routine:
    within = each.action(id).within
    assert within
    return altered(each, id, within=changed(within, count=9))


def condition(each: Routine, id: str) -> Routine:
    (first, *_) = each.action(id).conditions
    return altered(each, id, conditions=(changed(first, text="om någon ropar"),))


# A changed fact → some words of it that the sheet then has, and whose sheets change, by the end of their names.
CHANGES: list[tuple[Callable[[Routine], Routine], str, set[str]]] = [
    (
        lambda each: altered(each, "flytta-klassen", text="Gör något helt annat"),
        "något helt",
        {"rektorn", "vaktmastaren"},
    ),
    (lambda each: altered(each, "flytta-klassen", row=77), "rad 77", {"rektorn", "vaktmastaren"}),
    (lambda each: limit(each, "gor-aterbesok"), "nio veckor", {"rektorn"}),
    (lambda each: condition(each, "hyr-flaktar"), "om någon ropar", {"vaktmastaren"}),
    (lambda each: altered(each, "beratta-for-hemmen", responsible=("rektorn",)), "", {"rektorn", "vaktmastaren"}),
    (lambda each: changed(each, revisions=(changed(each.latest, edition="99"), *each.revisions[1:])), "", set()),
    (lambda each: changed(each, site=changed(each.site, name="Ett annat namn")), "", set()),
]


@pytest.mark.parametrize(("change", "said", "whose"), CHANGES)
def test_a_changed_fact_changes_its_sheets_and_their_codes(
    change: Callable[[Routine], Routine], said: str, whose: set[str], small: Routine
) -> None:
    before, new = codes(small), change(small)
    differ = {file for file, own in codes(new).items() if before[file] != own}
    mine = {file for file in before if any(id in file for id in whose)}
    assert differ == (mine | ALL if whose else set())
    shown = {
        sheet.file: words(pdf(sheet, imprint)) for sheet, imprint in imprinted(new) if sheet.template == "checklist"
    }
    assert any(said in text for file, text in shown.items() if file in differ or not whose)


def test_a_changed_template_leaves_every_code(small: Routine) -> None:
    for sheet in printed(small):
        assert code(replace(sheet, template="another", matter=None)) == code(sheet)


def test_what_was_printed_with_a_former_code_of_its_edition_still_holds(small: Routine) -> None:
    """When only the program that makes the codes had changed."""
    now = imprints.sheets(small)
    issued = tuple(replace(sheet, before=("AAA-111",)) for sheet in now)
    assert parse(text((Issued(small.latest.edition, issued),)).encode(), "")[0].sheets == issued
    assert not drafts(small, (Issued(small.latest.edition, issued),), now)
    renewed = tuple(replace(sheet, code="BBB-222", before=(sheet.code,)) for sheet in now)
    assert not drafts(small, (Issued(small.latest.edition, renewed),), now)


def test_what_says_something_else_than_its_edition_calls_itself_a_draft(small: Routine) -> None:
    issued = tuple(
        replace(sheet, code="XXX-000") if "rektorn" in sheet.file else sheet for sheet in imprints.sheets(small)
    )
    said = {}
    for sheet, imprint in imprinted(small, (Issued(small.latest.edition, issued),)):
        said[sheet.file] = "Utkast" in words(pdf(sheet, imprint))
        assert bool(imprint.approved) <= (not said[sheet.file])
    assert said == {file: "rektorn" in file for file in said}
    assert {*said.values()} == {True, False}
