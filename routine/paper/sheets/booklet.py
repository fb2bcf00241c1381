"""One role's pocket booklet: its checklist, on pages to fold."""

from __future__ import annotations

from msgspec import Struct

from routine.paper.sheet import Drawn
from routine.paper.sheets.checklist import ChecklistMatter, SheetGroup
from routine.paper.sheets.common import PART, Function, Number, SheetWords

FEW = 3  # Most rows that leave room for more than the steps, whatever the size of the letters.
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
    """The content of one role's pocket booklet.

    `cover` stands on the outside and does not reveal the subject. `twice` and `cut` tell how to fold it, into four
    pages or eight; `part` says that the checklist has more. With `sparing`, the help for a step that is left open is
    printed only if the letters need not be smaller for it.
    """

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
    """Build the booklet from a checklist.

    It has the checklist's steps and questions. Lines for who and when stand only at the questions.
    """
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
