"""Differences between the facts of two adopted documents, row by row.

They are put in the same words as the differences of the routine.
"""

from __future__ import annotations

from routine.changes import walk
from routine.changes.difference import Difference, Topic
from routine.changes.known import Known
from routine.changes.matching import matched
from routine.changes.renamed import followed, renamed
from routine.changes.sentences import Sentence
from routine.model import wording
from routine.model.decided import Rows
from routine.model.model import Routine

ROWS = Sentence("Källans rader", Topic.ADOPTED, "Ny rad.", "Raden tas bort.", "{row}")


def of_rows(old: Routine, new: Routine, before: Rows, after: Rows) -> tuple[Difference, ...]:
    """Return every fact that differs; empty when the documents agree."""
    ids = renamed(old, new)
    found = matched(tuple(followed(row, ids) for row in before), after)
    return tuple(walk.things((Known(old, ids), Known(new)), ROWS, found, lambda _: "", known_by="row"))


def rewritten(old: Routine, new: Routine, before: Rows, after: Rows) -> str:
    """Return a question about a document rewritten without a new date.

    The check holds the routine to the document, so a decision must be entered under revisions and not in the document.
    Empty where the date is new or no fact differs.
    """
    if before and after and old.source.date == new.source.date and of_rows(old, new, before, after):
        day = wording.long_date(new.source.date)
        return f"Källan har samma dag, {day}, men säger något annat. Är det ett beslut, skriv det under revisions."
    return ""
