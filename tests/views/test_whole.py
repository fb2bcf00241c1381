"""The table of the whole routine is the source's: what it says of an action, and nothing that is put in a mouth."""

from __future__ import annotations

from audit.built import find, parse, text
from routine.domain.model import Routine
from routine.html.render import render
from routine.views.whole import whole


def test_no_words_to_say_stand_there_and_all_else_does(small: Routine) -> None:
    """They are nearly always ours, and bear no mark; each stands on the page of who says it."""
    page = parse(render("whole", whole(small), str))
    said = [claim.text for action in small.actions for claim in action.say]
    assert said
    assert not find(page, "div", "rg-say")
    assert not [line for line in said if line in text(page)]
    assert all(" ".join(action.detail.split()) in text(page) for action in small.actions if action.detail)
