"""About the site: edition, source, revisions, what is our reading, and the open questions for the next revision."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain.model import Action, OpenQuestion, Organisation, Question, Revision, Routine, SourceDocument
from routine.views.readings import Readings, readings


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An open question and the steps that it touches."""

    question: OpenQuestion
    steps: tuple[Action | Question, ...]


@dataclass(frozen=True, slots=True)
class About:
    """`readings` are what the source does not say, by kind."""

    organisation: Organisation
    source: SourceDocument
    revisions: tuple[Revision, ...]
    readings: tuple[Readings, ...]
    open: tuple[OpenItem, ...]


def about(routine: Routine) -> About:
    """Everything an editor of the next revision needs to see."""
    steps: tuple[Action | Question, ...] = (*routine.actions, *routine.questions)
    opens = tuple(
        OpenItem(question, tuple(step for step in steps if question.id in step.open_questions))
        for question in routine.open_questions
    )
    return About(routine.organisation, routine.source, routine.revisions, readings(routine), opens)
