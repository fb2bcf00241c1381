"""What a situation on the first page leads to: one thing, and never a dead end."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.people import Situation
from routine.domain.wording import series
from routine.reading.finding import Finding
from routine.reading.likeness import listing
from routine.rules.core import rule

WAYS = ("roles", "emergency", "open_question")


@rule("situations.*.text", *(f"situations.*.{way}" for way in WAYS))
def leads_to_one_thing(routine: Routine) -> Iterator[Finding]:
    for i, situation in enumerate(routine.situations):
        found = [way for way in WAYS if getattr(situation, way)]
        if len(found) == 1:
            continue
        told = f"till flera saker: {series(found)}" if found else "ingenstans"
        yield Finding(
            "R040",
            ("situations", i),
            f"Situationen ”{situation.text}” leder {told}.",
            f"precis en av {series(WAYS)}",
            "behåll en av nycklarna." if found else "lägg till en av nycklarna.",
        )


@rule("situations.*.text", "situations.*.open_question", "open_questions.*.id", "open_questions.*.meanwhile", "R007")
def no_dead_end(routine: Routine) -> Iterator[Finding]:
    """Who is told that the source is silent is also told what helps."""
    helped = {question.id for question in routine.open_questions if question.meanwhile}
    for i, situation in enumerate(routine.situations):
        if situation.open_question and situation.open_question not in helped:
            yield _without_help(routine, i, situation.open_question, helped)


def _without_help(routine: Routine, i: int, id: str, helped: set[str]) -> Finding:
    place = [question.id for question in routine.open_questions].index(id)
    return Finding(
        "R041",
        ("situations", i, "open_question"),
        f"Den öppna frågan ”{id}” säger inte vad som hjälper läsaren så länge.",
        listing(question.id for question in routine.open_questions if question.id in helped),
        f"lägg till meanwhile på frågan {id}, eller välj en annan fråga.",
        ((("open_questions", place), "frågan utan meanwhile"),),
    )


@rule("situations.*.text", "situations.*.contacts", "situations.*.open_question", "R040")
def contacts_unshown(routine: Routine) -> Iterator[Finding]:
    """A text that no page shows is a mistake."""
    for i, situation in enumerate(routine.situations):
        if situation.contacts and not situation.open_question:
            yield _unshown(i, situation)


def _unshown(i: int, situation: Situation) -> Finding:
    return Finding(
        "R043",
        ("situations", i, "contacts"),
        f"Kontakterna på situationen ”{situation.text}” visas aldrig.",
        "contacts bara tillsammans med open_question",
        "ta bort contacts, eller låt situationen leda till en öppen fråga.",
    )
