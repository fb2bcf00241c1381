"""One role's pocket booklet: what its checklist says, without who and when."""

from __future__ import annotations

from dataclasses import dataclass

from routine.print.sheets.checklist import ChecklistMatter, SheetGroup, SheetRow
from routine.print.sheets.common import Function, Number, SheetWords


@dataclass(frozen=True, slots=True)
class BookletMatter:
    """One role's pocket booklet: eight pages of A7.
    `title` stands on its outside and says nothing of what it is about."""

    words: SheetWords
    title: str
    owner: str
    numbers: tuple[Number, ...]
    urgent: tuple[str, ...]
    groups: tuple[SheetGroup, ...]
    contacts: tuple[Function, ...]
    ours: str


def booklet(page: ChecklistMatter) -> BookletMatter:
    """What the checklist says, without who and when."""
    groups = (*(group for track in page.tracks for group in track.groups), *page.lists)
    answers = SheetGroup(
        page.words.decide, "", "", tuple(SheetRow(question, "Ja eller nej?") for question in page.questions)
    )
    return BookletMatter(
        page.words,
        "Fickkort",
        page.title,
        page.numbers,
        page.urgent,
        (*groups, *((answers,) if page.questions else ())),
        page.contacts,
        page.ours,
    )
