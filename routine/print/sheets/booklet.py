"""One role's pocket booklet: what its checklist says, on pages to fold."""

from __future__ import annotations

from dataclasses import dataclass, replace

from routine.print.sheets.checklist import ChecklistMatter, SheetAdvice, SheetGroup
from routine.print.sheets.common import Function, Number, SheetWords


@dataclass(frozen=True, slots=True)
class BookletMatter:
    """One role's pocket booklet. `cover` stands on its outside and says nothing of what it is about."""

    words: SheetWords
    title: str
    cover: str
    owner: str
    numbers: tuple[Number, ...]
    groups: tuple[SheetGroup, ...]
    guidance: tuple[SheetAdvice, ...]
    contacts: tuple[Function, ...]
    ours: str


def booklet(page: ChecklistMatter) -> BookletMatter:
    """The checklist's steps and questions, without lines for who and when but where there is a question."""
    return BookletMatter(
        page.words,
        page.title.replace("Checklista", "Fickkort"),
        "Fickkort",
        page.owner,
        page.numbers,
        tuple(replace(group, rows=tuple(replace(row, meanwhile=()) for row in group.rows)) for group in page.groups),
        page.guidance,
        page.contacts,
        page.ours,
    )
