"""About the site: edition, source, revisions, what is our reading, and the open questions for the next revision."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain.decided import in_words
from routine.domain.model import Action, OpenQuestion, Organisation, Question, Revision, Routine, SourceDocument


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An open question and the steps that it touches."""

    question: OpenQuestion
    steps: tuple[Action | Question, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition, and what was decided for it in words; empty when the source is as it was."""

    revision: Revision
    decided: str


@dataclass(frozen=True, slots=True)
class About:
    """`readings` are sentences on what the source does not say."""

    organisation: Organisation
    source: SourceDocument
    editions: tuple[Edition, ...]
    readings: tuple[str, ...]
    open: tuple[OpenItem, ...]


def about(routine: Routine) -> About:
    """Everything an editor of the next revision needs to see."""
    steps: tuple[Action | Question, ...] = (*routine.actions, *routine.questions)
    opens = tuple(
        OpenItem(question, tuple(step for step in steps if question.id in step.open_questions))
        for question in routine.open_questions
    )
    editions = tuple(Edition(each, in_words(each.decision) if each.decision else "") for each in routine.revisions)
    return About(routine.organisation, routine.source, editions, tuple(_readings(routine)), opens)


def _readings(routine: Routine) -> list[str]:
    found = [f"Spårets namn: {track.title} ({track.number})." for track in routine.tracks if track.basis == "tolkning"]
    found += [
        f"Rubriken till avsnitt {section.id}: {section.title}."
        for section in routine.sections
        if section.basis == "tolkning"
    ]
    found += [f"Frågan: {question.text}" for question in routine.questions if question.basis == "tolkning"]
    found += [
        f"Villkoret på rad {action.row}: {item.text}."
        for action in routine.actions
        for item in action.conditions
        if item.basis == "tolkning"
    ]
    return found
