"""What somebody is told to ring is called by a press, and nothing else is."""

from __future__ import annotations

import pytest

from audit.built import find, parse
from routine.model.model import Routine
from routine.pages.guide.guide import guide
from routine.pages.parts.reachable import MOST_OF_A_ROLE, reachable, spoken, too_many
from routine.pages.render import render
from routine.site.site import given
from tests.kit.bare import changed


def called(routine: Routine, text: str) -> list[str]:
    """The numbers to call in a text, of which no letter is lost."""
    parts = spoken(routine, text)
    assert "".join(words + number for words, number in parts) == text
    return [number for _, number in parts if number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ring 112 vid fara.", ["112"]),
        ("Är det bråttom? Ring 112. Ring annars jouren på 010-555 01 00.", ["112", "010-555 01 00"]),
        ("Ring 1177 och fråga, eller ring 010-555 99 99.", ["1177", "010-555 99 99"]),
        ("Du kan larma 112 med sms.", []),
        ("Ring inte. Skicka ett sms till 112.", []),
        ("SMS112 är en tjänst. Ring inte 1 000 gånger.", []),
        ("Ring inom 14 dagar.", []),
        ("Ring inte, utan skicka ett sms till 112. Ring inte 112 i onödan, och ring aldrig 112 på skoj.", []),
        ("Ring 10-15 minuter innan, eller ring 9-16. Ring 2-3 personer före ring 2026-01-05.", []),
        ("Ring 112, eller sms:a 112.", ["112"]),
        ("Ring jouren i kommunen på 010-555 01 00 dygnet runt.", ["010-555 01 00"]),
        ("Ring 08-123 45 67 24 timmar om dygnet.", ["08-123 45 67"]),
        ("", []),
    ],
)
def test_what_is_said_to_be_rung_can_be_called(text: str, numbers: list[str], small: Routine) -> None:
    assert called(small, text) == numbers


def test_so_it_is_without_a_number_that_the_routine_knows(small: Routine) -> None:
    bare = changed(small, emergency=(), contacts=())
    assert called(bare, "Ring 112, eller ring vakten.") == ["112"]
    assert called(bare, "Vakten har 112.") == []


def test_the_page_of_guidance_and_the_guide_call(small: Routine) -> None:
    item = changed(small.guidance[0], points=("Ring 010-555 77 77 före klockan 16.",))
    routine = changed(small, guidance=(item, *small.guidance[1:]))
    for name, view in (("advice", given(routine)), ("guide", guide(routine))):
        page = parse(f"<main>{render(name, view, str)}</main>")
        link = next(link for link in find(page, "a") if link.attrib["href"] == "tel:0105557777")
        assert link.text == "010-555\N{NO-BREAK SPACE}77\N{NO-BREAK SPACE}77"


@pytest.mark.parametrize("count", [1, MOST_OF_A_ROLE, MOST_OF_A_ROLE + 1])
def test_every_number_of_a_role_stands_on_a_sheet_or_there_is_a_line_to_write_on_and_no_mark_is_lost(
    count: int, small: Routine
) -> None:
    one = changed(small.contacts[0], role="va-ingenjoren", number="010-555 02 00", basis="tolkning")
    contacts = tuple(changed(one, id=f"k-{at}", label=f"Lag {at}") for at in range(count))
    roles = tuple(changed(role, reach=("va-ingenjoren",)) if role.id == "rektorn" else role for role in small.roles)
    routine = changed(small, contacts=contacts, roles=roles)
    found = [*reachable(routine, "rektorn")]
    listed = count <= MOST_OF_A_ROLE
    assert [bool(each.number) for each in found] == ([True] * count if listed else [False])
    assert {each.id for each in contacts} <= {id for each in found for id in each.ids}
    assert all(each.reading for each in found)
    assert too_many(routine) == (() if listed else (routine.role("va-ingenjoren").name,))
