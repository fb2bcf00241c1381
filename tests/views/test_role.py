"""What a role answers is called a decision only where the data says what each answer leads to."""

from __future__ import annotations

import pytest

from audit.built import Site, find, main, text
from routine.views import addresses as at


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
