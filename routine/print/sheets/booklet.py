"""One role's pocket booklet: what its checklist says, on pages to fold."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from routine.print.sheets.checklist import ChecklistMatter, SheetGroup
from routine.print.sheets.common import Function, Number, SheetWords

FEW = 3  # Rows that leave room on four pages for more than what is to be done.
COVER = "Fickkort"
PRINTED = "Skriv ut i verklig storlek, på ena sidan."
TWICE = (
    PRINTED,
    "Vik först den vågräta linjen bakåt, så att texten är vänd utåt.",
    f"Vik sedan den lodräta, så att ”{COVER}” ligger överst.",
)
CUT = (
    PRINTED,
    "Vik längs alla linjer, och öppna.",
    "Klipp längs den heldragna linjen.",
    f"Vik på längden med texten utåt. Skjut ihop ändarna, och vik så att ”{COVER}” ligger överst.",
)


class BookletMatter(Struct, frozen=True):
    """One role's pocket booklet. `cover` stands on its outside and says nothing of what it is about. `twice` and `cut`
    are how it is folded, into four pages or eight."""

    words: SheetWords
    title: str
    cover: str
    owner: str
    numbers: tuple[Number, ...]
    groups: tuple[SheetGroup, ...]
    contacts: tuple[Function, ...]
    ours: str
    twice: tuple[str, ...] = TWICE
    cut: tuple[str, ...] = CUT


def booklet(page: ChecklistMatter) -> BookletMatter:
    """The checklist's steps and questions, without lines for who and when but where there is a question. What helps
    where a step is left open has room where there are few."""
    rows = [row for group in page.groups for row in group.rows]
    return BookletMatter(
        page.words,
        page.title.replace("Checklista", COVER),
        COVER,
        page.owner,
        page.numbers,
        page.groups if len(rows) <= FEW else tuple(map(_in_short, page.groups)),
        page.contacts,
        page.ours,
    )


def _in_short(group: SheetGroup) -> SheetGroup:
    return replace(group, rows=tuple(replace(row, meanwhile=()) for row in group.rows))
