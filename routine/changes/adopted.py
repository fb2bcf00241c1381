"""What differs between the facts of two adopted documents, row by row, in the same words as what the routine says."""

from __future__ import annotations

from routine.changes import walk
from routine.changes.difference import Difference, Topic
from routine.changes.known import Known
from routine.changes.matching import matched
from routine.changes.renamed import followed, renamed
from routine.changes.sentences import Sentence
from routine.domain import wording
from routine.domain.decided import Rows
from routine.domain.model import Routine

ROWS = Sentence("Källans rader", Topic.ADOPTED, "Ny rad.", "Raden tas bort.", "{row}")


def of_rows(old: Routine, new: Routine, before: Rows, after: Rows) -> tuple[Difference, ...]:
    """Every fact that one document has and the other has not; empty when they say the same."""
    ids = renamed(old, new)
    found = matched(tuple(followed(row, ids) for row in before), after)
    return tuple(walk.things((Known(old, ids), Known(new)), ROWS, found, lambda _: "", known_by="row"))


def rewritten(old: Routine, new: Routine, before: Rows, after: Rows) -> str:
    """What to ask where a document of one and the same day says something else than it did; empty where none does. The
    check holds the routine to it: so it must not be where a decision is written."""
    if before and after and old.source.date == new.source.date and of_rows(old, new, before, after):
        day = wording.long_date(new.source.date)
        return f"Källan har samma dag, {day}, men säger något annat. Är det ett beslut, skriv det under revisions."
    return ""
