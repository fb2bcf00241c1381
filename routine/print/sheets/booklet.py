"""One role's pocket booklet: what its checklist says, on pages to fold."""

from __future__ import annotations

from msgspec import Struct

from routine.print.sheet import Drawn
from routine.print.sheets.checklist import ChecklistMatter, SheetGroup
from routine.print.sheets.common import PART, Function, Number, SheetWords

FEW = 3  # Rows that leave room for more than what is to be done, whatever the size of its letters.
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
    are how it is folded, into four pages or eight; `part` says that the checklist has more.
    Where it is `sparing`, what helps where a step is left open stands there only if its letters need not be smaller."""

    words: SheetWords
    title: str
    cover: str
    owner: str
    numbers: tuple[Number, ...]
    groups: tuple[SheetGroup, ...]
    contacts: tuple[Function, ...]
    ours: str
    part: str
    sparing: Drawn[bool]
    twice: tuple[str, ...] = TWICE
    cut: tuple[str, ...] = CUT


def booklet(page: ChecklistMatter) -> BookletMatter:
    """The checklist's steps and questions, without lines for who and when but where there is a question."""
    return BookletMatter(
        page.words,
        page.title.replace("Checklista", COVER),
        COVER,
        page.owner,
        page.numbers,
        page.groups,
        page.contacts,
        page.ours,
        PART,
        sum(len(group.rows) for group in page.groups) > FEW,
    )
