"""The page about the site.

It shows the edition, the source, the revisions, our interpretations, and the open questions for the next revision.
"""

from __future__ import annotations

from msgspec import Struct

from routine.model.about import Organisation, Revision, SourceDocument
from routine.model.beside import OpenQuestion, Term
from routine.model.decided import in_words
from routine.model.model import Routine
from routine.model.steps import Action, Question
from routine.pages.parts.readings import SPOKEN, Readings, readings


class OpenItem(Struct, frozen=True):
    """An open question and the steps that it touches."""

    question: OpenQuestion
    steps: tuple[Action | Question, ...]


class Edition(Struct, frozen=True):
    """An edition and the decision behind it.

    `decided` is the decision in words; it is empty when the source is unchanged.
    """

    revision: Revision
    decided: str


class About(Struct, frozen=True):
    """The contents of the page about the site.

    `issue` names the edition in force, or says that the text is in none. `readings` are our interpretations, which the
    source does not state, grouped by kind. `terms` are the words that the routine explains.
    """

    organisation: Organisation
    source: SourceDocument
    issue: str
    editions: tuple[Edition, ...]
    readings: tuple[Readings, ...]
    open: tuple[OpenItem, ...]
    terms: tuple[Term, ...]

    @property
    def spoken(self) -> bool:
        """Return whether words to say are among our interpretations."""
        return any(group.title == SPOKEN for group in self.readings)


def about(routine: Routine, issue: str) -> About:
    """Collect everything that an editor of the next revision needs to see."""
    steps: tuple[Action | Question, ...] = (*routine.actions, *routine.questions)
    left_open = tuple(
        OpenItem(question, tuple(step for step in steps if question.id in step.open_questions))
        for question in routine.open_questions
    )
    editions = tuple(Edition(each, in_words(each.decision) if each.decision else "") for each in routine.revisions)
    return About(routine.organisation, routine.source, issue, editions, readings(routine), left_open, routine.terms)
