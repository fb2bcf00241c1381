"""A role is told what it is asked, and by whom: a decision only where the data says what each answer leads to."""

from __future__ import annotations

import pytest

from audit.built import Site, find, main, parse, text
from routine.domain.model import Routine
from routine.domain.steps import Proxy
from routine.html.render import render
from routine.views import addresses as at
from routine.views.role import role_page
from tests.kit.bare import changed


@pytest.mark.site
def test_a_fact_that_is_asked_for_is_no_decision(every_site: Site) -> None:
    asked = 0
    for role in every_site.routine.roles:
        questions = [each for each in every_site.routine.questions if role.id in each.answered_by]
        heading = find(main(every_site.page(at.role(role.id))), "h2", id="_fragor")
        assert len(heading) == bool(questions)
        if questions:
            asked += 1
            decided = any(each.means for each in questions)
            assert text(heading[0]).startswith("Det här bestämmer du" if decided else "Frågor till dig")
    assert bool(asked) == bool(every_site.routine.questions)


def test_who_stands_in_is_told_all_who_may_ask(small: Routine) -> None:
    """Each who is responsible is named, not the first alone."""
    stands_in = Proxy(role="eleven", text="Säg till i någons ställe", basis="kalla")
    three = ("rektorn", "vaktmastaren", "va-ingenjoren")
    for owners, said in ((three[:1], "Om rektorn ber dig."), (three, "Om rektorn, vaktmästaren och VA-ingenjören ber")):
        action = changed(small.actions[0], responsible=owners, proxy=stands_in)
        routine = changed(small, actions=(action, *small.actions[1:]))
        assert said in text(parse(render("role", role_page(routine, "eleven"), str)))
