"""Steps that are held up where it may not have been meant."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import graph as graphs
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.reading.finding import Finding
from routine.rules.core import REFERENCES, rule


@rule("actions", "questions", "roles.*.id", "R002", "R029", *REFERENCES)
def urgent_behind_the_opening(routine: Routine) -> Iterator[Finding]:
    """What a number is to be rung for, or what only hangs on questions that are asked at once, is folded away in the
    guide until what opens the case is over, to those who know whether it is."""
    graph = graphs.build(routine)
    if not (opening := graph.opening):
        return
    opens = next(i for i, action in enumerate(routine.actions) if action.opens)
    for i, action in enumerate(routine.actions):
        if action.opens or action.after or opening.roles.isdisjoint(action.responsible):
            continue
        questions = {question for question, _ in graph.needs[action.id]}
        if questions <= graph.start and (action.call or questions):
            yield Finding(
                "V011",
                ("actions", i, "text"),
                f"I guiden står det här under Sedan tills ”{opening.action}” är gjort{_why(action)}.",
                "steg som ska vänta på det som allt börjar med",
                f"ta bort opens från {opening.action} om steget kan behövas före det, eller skriv after: "
                f"{opening.action} på steget om det ska vänta.",
                ((("actions", opens, "opens"), "det som håller upp det"),),
            )


def _why(action: Action) -> str:
    return (
        ", fast det har ett nummer att ringa" if action.call else ", fast det bara hänger på frågor som ställs genast"
    )
