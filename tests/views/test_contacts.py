"""Whom to call, and how the numbers are brought along."""

from __future__ import annotations

from audit.built import find, parse
from routine.domain.model import Routine
from routine.html.render import render
from routine.views import addresses as at
from routine.views.contacts import contacts


def test_the_page_of_numbers_leads_to_their_prints(small: Routine) -> None:
    """Beside them, and not on paper."""
    tree = parse(f"<main>{render('contacts', contacts(small), str)}</main>")
    (place,) = find(tree, "p", "rg-noprint")
    assert [link.get("href") for link in find(place, "a")] == [at.BOOKLET]
