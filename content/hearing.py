"""Roles that depend on an answer but may not be told it.

A role with a step that depends on an answer must give the answer or may be told it: otherwise the guide stops there.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.built import Site
from content.faults import Fault
from routine.model import wording
from routine.model.graph import build
from routine.model.model import Routine
from routine.model.steps import Action, Question
from routine.pages import addresses as at
from routine.pages.links import file_of


def unheard(site: Site) -> Iterator[Fault]:
    """Yield each question once, with the roles that wait for it in vain.

    As advice: they may hear the answer in another way.
    """
    for question in site.routine.questions:
        waiting = _in_vain(site.routine, question)
        if waiting:
            names = wording.series([wording.inside(site.routine.role(role).name) for role in waiting])
            yield Fault(
                file_of(at.GUIDE),
                f"{wording.capital(names)} har steg som hänger på svaret på ”{question.text}”, men får inte veta det. "
                "Till dess står guiden stilla där.",
                f"skriv {wording.series(waiting)} under heard_by på frågan {question.id}, om det stämmer.",
                advice=True,
            )


def _in_vain(routine: Routine, question: Question) -> list[str]:
    """Return the roles that depend on a question and never hear it.

    If several share an action, it is enough that one of them hears it.
    """
    knows = {*question.answered_by, *(heard.role for heard in question.heard_by)}
    held = (action for action in _hanging(routine, question) if not knows.intersection(action.responsible))
    return list(dict.fromkeys(role for action in held for role in action.responsible))


def _hanging(routine: Routine, question: Question) -> Iterator[Action]:
    needs = build(routine).needs
    yield from (action for action in routine.actions if question.id in (asked for asked, _ in needs[action.id]))
