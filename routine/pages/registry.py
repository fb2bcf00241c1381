"""The page registry: one row for each page.

A row has the page's macro, view, template, style sheet and script, its address, and where it is listed. Its name is
that of its macro in docs/, of its template, and of its style sheet if it has one. The rows are in the order of the
menu.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from routine.check.record import Record, Sheet
from routine.model.model import Routine
from routine.model.telling import tells
from routine.pages import addresses as at
from routine.pages.about.about import about
from routine.pages.editors.editors import editors
from routine.pages.flowchart.flowchart import flowchart
from routine.pages.guide.guide import guide
from routine.pages.learns.learns import learns
from routine.pages.links import Listed, Menu
from routine.pages.privacy.privacy import privacy
from routine.pages.role.role import role_page
from routine.pages.scripts import FIRST, LATER, LEAVE, PLAIN
from routine.pages.shell.shell import Shell, shell
from routine.pages.start.start import start
from routine.pages.status.status import status
from routine.pages.validity.validity import validity
from routine.pages.whole.whole import whole


class Given(Struct, frozen=True):
    """All that every page is made from.

    `sheets` are the printed sheets with their codes, and `issue` is the edition with its date, or says that it is a
    draft.
    """

    routine: Routine
    record: Record
    sheets: tuple[Sheet, ...]
    issue: str


# Takes a Given, and the role's id for a page that each role has.
# Returns a view, or None where there is nothing to show.
View = Callable[..., object | None]


class StyleSheet(StrEnum):
    """The site's style sheets.

    There is one for the start page, for the guide, for a role's page, for all pages that are read at leisure, and for
    the search, whose sheet comes with its script.
    """

    START = "start"
    GUIDE = "guide"
    ROLE = "role"
    OTHERS = "pages"
    SEARCH = LATER


class Page(Struct, frozen=True):
    """A row of the page registry.

    `folder` is the folder in docs/ of a page that each role has. A row that is neither listed nor in a folder is a part
    of other pages. `style` is the sheet that includes the page's own, and `first` a script that runs before anything is
    painted. `nothing` tells whether a routine has nothing to show: then it has no such page.
    """

    name: str
    view: View
    listed: Listed | None = None
    folder: str = ""
    template: str = ""
    script: str = ""
    first: str = ""
    style: StyleSheet = StyleSheet.OTHERS
    nothing: Callable[[Routine], bool] = lambda _: False


def _of(view: Callable[..., object | None]) -> View:
    """Wrap a view that needs the routine alone."""
    return lambda given, *role: view(given.routine, *role)


def _start(given: Given) -> object:
    return start(given.routine, listed(given.routine))


def _about(given: Given) -> object:
    return about(given.routine, given.issue)


def _given(given: Given) -> object:
    """Give a template all that every page is made from."""
    return given


PAGES = (
    Page("start", _start, Listed(at.START, "Start", menu=Menu.LIST), style=StyleSheet.START),
    Page(
        "guide",
        lambda given: guide(given.routine, given.record),
        Listed(at.GUIDE, "Guiden", "Hela rutinen steg för steg, med frågor och svar."),
        script="guide",
        first=FIRST,
        style=StyleSheet.GUIDE,
    ),
    Page(
        "easy",
        lambda given: given.routine if given.routine.easy else None,
        Listed(at.EASY, "Kort och enkelt", "Med korta meningar och vanliga ord.", Menu.LIST),
        nothing=lambda routine: not routine.easy,
    ),
    Page(
        "learns",
        _of(learns),
        Listed(at.LEARNS, "Vem får veta vad", "Vem som berättar för vem, och vad du själv bestämmer.", Menu.LIST),
        nothing=lambda routine: not tells(routine),
    ),
    Page(
        "whole", _of(whole), Listed(at.WHOLE, "Hela rutinen", "Vem som gör vad, och vad som hänger på vad.", Menu.LIST)
    ),
    Page("advice", _given, Listed(at.ADVICE, "Råd och nummer", "Vem du ringer, och råd från myndigheter.", Menu.LIST)),
    Page("prints", _given, Listed(at.PRINT, "Skriv ut", "Blad att ha med dig, och guiden som en fil.", Menu.LIST)),
    Page(
        "validity",
        lambda given: validity(given.routine, given.record, given.sheets),
        Listed(
            at.VALIDITY,
            "Är utskriften aktuell?",
            "Koden på en utskrift säger om den fortfarande är aktuell.",
            Menu.LIST,
            tab="Kontrollera en utskrift",
        ),
        script="validity",
    ),
    Page("moved", _given, Listed(at.MOVED, "Sidan har flyttat", "Hit leder äldre utskrifter."), script="moved"),
    Page("about", _about, Listed(at.ABOUT, "Om", "Utgåva, källa och vad som är vår tolkning.", Menu.LAST)),
    Page(
        "editors",
        _of(editors),
        Listed(at.EDITORS, "Ändra innehållet", "Så ändrar du, och ser hur det blir."),
    ),
    Page("status", _of(status), Listed(at.STATUS, "Att se över", "Det som ska kontrolleras igen, och när.")),
    Page(
        "accessibility",
        lambda given: given.routine,
        Listed(
            at.ACCESSIBILITY,
            "Tillgänglighet",
            "Hur väl alla kan använda guiden, vad som inte fungerar och vem du berättar det för.",
            Menu.FOOT,
        ),
    ),
    Page(
        "privacy",
        _of(privacy),
        Listed(
            at.PRIVACY,
            "Integritet",
            "Vad guiden sparar, bara om du ber om det, och hur du tar bort det.",
            Menu.FOOT,
        ),
    ),
    Page("role", _of(role_page), folder="roller", style=StyleSheet.ROLE),
    Page("flow", _of(flowchart), template="flowchart", style=StyleSheet.ROLE),
)

UNLISTED = Page("not_found", lambda _: None, style=StyleSheet.START)
OWN = Page("own_page", lambda _: None)  # What a body has written itself has no view.
LISTED: tuple[Listed, ...] = tuple(page.listed for page in PAGES if page.listed)


@lru_cache(maxsize=4)
def listed(routine: Routine) -> tuple[Listed, ...]:
    """Return the pages with something to show, in the order of the menu."""
    return tuple(page.listed for page in PAGES if page.listed and not page.nothing(routine))


def row_of(address: str) -> Page:
    """Return the row of the page with this address.

    An address in no row, as that of the 404 page, gets the style of the first page and no script of its own.
    """
    other = OWN if address.startswith(at.OWN) else UNLISTED
    return next((page for page in PAGES if _is_of(page, address)), other)


def _is_of(page: Page, address: str) -> bool:
    if page.listed:
        return page.listed.address == address
    return bool(page.folder) and address.startswith(f"/{page.folder}/")


def scripts_of(address: str) -> tuple[str, str]:
    """Return the scripts of the page with this address.

    They are the quick exit, and the page's own script or the one that all other pages share.
    """
    return LEAVE, row_of(address).script or PLAIN


def around(routine: Routine, address: str, issue: str, own: tuple[Listed, ...] = (), *, placed: bool = True) -> Shell:
    """Return the shell of the page with this address.

    `own` are the pages that the body has added. `issue` and `placed` are passed on to the shell.
    """
    row, scripts = row_of(address), scripts_of(address)
    return shell(routine, address, (*listed(routine), *own), scripts, row.style, row.first, issue=issue, placed=placed)
