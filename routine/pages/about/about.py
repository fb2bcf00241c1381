"""The page about the site.

It shows the edition, the source, the revisions, our interpretations, and the open questions for the next revision.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.model import wording
from routine.model.about import Organisation, Revision, SourceDocument
from routine.model.beside import OpenQuestion, Term
from routine.model.decided import in_words
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.steps import Action, Question
from routine.pages.parts.readings import Saying, readings


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


class ReadRow(Struct, frozen=True):
    """A row of the source with our readings of it.

    `action` is None for readings about no row."""

    action: Action | None
    owners: str
    lines: tuple[Saying, ...]


class About(Struct, frozen=True):
    """The contents of the page about the site.

    `issue` names the edition in force, or says that the text is in none. `readings` are our interpretations, which the
    source does not state, by row. `terms` are the words that the routine explains.
    """

    organisation: Organisation
    source: SourceDocument
    issue: str
    editions: tuple[Edition, ...]
    readings: tuple[ReadRow, ...]
    open: tuple[OpenItem, ...]
    terms: tuple[Term, ...]


def about(routine: Routine, issue: str) -> About:
    """Collect everything that an editor of the next revision needs to see."""
    editions = tuple(Edition(each, in_words(each.decision) if each.decision else "") for each in routine.revisions)
    return About(
        organisation=routine.organisation,
        source=routine.source,
        issue=issue,
        editions=editions,
        readings=tuple(_by_row(routine)),
        open=left_open(routine),
        terms=routine.terms,
    )


def left_open(routine: Routine) -> tuple[OpenItem, ...]:
    """Return the open questions in the order of the file, each with the steps that it touches."""
    steps: tuple[Action | Question, ...] = (*routine.actions, *routine.questions)
    return tuple(
        OpenItem(question, tuple(step for step in steps if question.id in step.open_questions))
        for question in routine.open_questions
    )


def _by_row(routine: Routine) -> Iterator[ReadRow]:
    """Yield the rows that we read something into, in the source's order.

    A question belongs to the first row that hangs on its answer. Readings about no row come last.
    """
    rows = {item.question: action.id for action in reversed(routine.actions) for item in action.conditions}
    lines = by_key((rows.get(line.step, line.step), line) for group in readings(routine) for line in group.lines)
    for action in routine.actions:
        if action.id in lines:
            owners = wording.capital(wording.names(routine, action.responsible))
            yield ReadRow(action, owners, tuple(lines.pop(action.id)))
    if rest := tuple(line for found in lines.values() for line in found):
        yield ReadRow(None, "", rest)
