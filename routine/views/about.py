"""About the site: edition, source, revisions, what is our reading, and the open questions for the next revision."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.about import Organisation, Revision, SourceDocument
from routine.domain.beside import OpenQuestion, Term
from routine.domain.decided import in_words
from routine.domain.model import Routine
from routine.domain.steps import Action, Question
from routine.views.readings import SPOKEN, Readings, readings


class OpenItem(Struct, frozen=True):
    """An open question and the steps that it touches."""

    question: OpenQuestion
    steps: tuple[Action | Question, ...]


class Edition(Struct, frozen=True):
    """An edition, and what was decided for it in words; empty when the source is as it was."""

    revision: Revision
    decided: str


class About(Struct, frozen=True):
    """`issue` is the edition in force, or that the text is in none; `readings` are what the source does not say, by
    kind; `spoken` when some of them are words to say. `terms` are the words that the routine explains."""

    organisation: Organisation
    source: SourceDocument
    issue: str
    editions: tuple[Edition, ...]
    readings: tuple[Readings, ...]
    open: tuple[OpenItem, ...]
    terms: tuple[Term, ...]

    @property
    def spoken(self) -> bool:
        """Whether words to say are among what is ours."""
        return any(group.title == SPOKEN for group in self.readings)


def about(routine: Routine, issue: str) -> About:
    """Everything an editor of the next revision needs to see."""
    steps: tuple[Action | Question, ...] = (*routine.actions, *routine.questions)
    left_open = tuple(
        OpenItem(question, tuple(step for step in steps if question.id in step.open_questions))
        for question in routine.open_questions
    )
    editions = tuple(Edition(each, in_words(each.decision) if each.decision else "") for each in routine.revisions)
    return About(routine.organisation, routine.source, issue, editions, readings(routine), left_open, routine.terms)
