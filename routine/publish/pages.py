"""The one registry of pages, a row a page:
its macro, view, template, style sheet and script, its address, and where it is listed.

A row's name is that of its macro in docs/, of its template, and of its style sheet if it has one.
The order is that of the menu.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from routine.domain.model import Routine
from routine.domain.telling import tells
from routine.editions.record import Record
from routine.print.imprint import issue_of_all, sheets
from routine.publish.scripts import FIRST, LATER, LEAVE, PLAIN
from routine.publish.taken import pictured
from routine.views import addresses as at
from routine.views.about import about
from routine.views.accessibility import accessibility
from routine.views.booklet import booklet
from routine.views.checklist import checklist
from routine.views.contacts import contacts
from routine.views.easy import easy
from routine.views.editors import editors
from routine.views.flowchart import flowchart
from routine.views.guidance import guidance
from routine.views.guide import guide
from routine.views.learns import learns
from routine.views.listed import Listed, Menu
from routine.views.matrix import matrix
from routine.views.prints import prints
from routine.views.privacy import privacy
from routine.views.role import role_page
from routine.views.shell import Shell, shell
from routine.views.start import start
from routine.views.status import status
from routine.views.take import take
from routine.views.validity import validity
from routine.views.whole import whole
from routine.views.words import words


class Given(Struct, frozen=True):
    """What pages are made of."""

    routine: Routine
    record: Record


# From what pages are made of, and the role's id for a page that
# each role has, to a view, or None where there is nothing to show.
View = Callable[..., object | None]


class StyleSheet(StrEnum):
    """The style sheets: of the first page, of the guide, of a role's page, of all that are read in peace, and that
    which comes with the search's script."""

    START = "start"
    GUIDE = "guide"
    ROLE = "role"
    OTHERS = "pages"
    SEARCH = LATER


class Page(Struct, frozen=True):
    """A row. `folder` is that in docs/ of a page that each role has;
    what is neither listed nor in a folder is a part of other pages. `style` is the sheet that its own is a part of, and
    `first` a script that is run before anything is painted. A routine that it has `nothing` of has no such page."""

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
    """A view that needs the routine alone."""
    return lambda given, *role: view(given.routine, *role)


def _start(given: Given) -> object:
    return start(given.routine, listed(given.routine))


def _about(given: Given) -> object:
    return about(given.routine, issue_of_all(given.routine, given.record))


def _take(given: Given) -> object:
    routine = given.routine
    return take(routine, issue_of_all(routine, given.record), pictured=pictured(routine) is not None)


PAGES = (
    Page("start", _start, Listed(at.START, "Start", menu=Menu.LIST), style=StyleSheet.START),
    Page(
        "guide",
        lambda given: guide(given.routine, given.record),
        Listed(at.GUIDE, "Guiden", "Hela rutinen steg för steg, med frågor och svar.", Menu.LIST),
        script="guide",
        first=FIRST,
        style=StyleSheet.GUIDE,
    ),
    Page(
        "easy",
        _of(easy),
        Listed(at.EASY, "Lätt att läsa", "Med korta meningar och vanliga ord.", Menu.LIST),
        nothing=lambda routine: not routine.easy,
    ),
    Page(
        "flowchart",
        _of(flowchart),
        Listed(at.FLOWCHART, "Flödesschema", "Rutinen som bild och som lista.", Menu.LIST),
        style=StyleSheet.ROLE,
    ),
    Page("matrix", _of(matrix), Listed(at.MATRIX, "Vem gör vad", "Alla steg och rollernas del i dem.", Menu.LIST)),
    Page(
        "learns",
        _of(learns),
        Listed(at.LEARNS, "Vem får veta vad", "Vem som berättar för vem, och vad du själv bestämmer.", Menu.LIST),
        nothing=lambda routine: not tells(routine),
    ),
    Page("whole", _of(whole), Listed(at.WHOLE, "Hela rutinen", "Källans rader, med våra ord.", Menu.LIST)),
    Page("booklet", _of(booklet), Listed(at.BOOKLET, "Fickkort", "Att skriva ut, vika och ha med sig.", Menu.LIST)),
    Page("take", _take, Listed(at.TAKE, "Ta med guiden", "Hela guiden i en fil, utan nät.", Menu.LIST)),
    Page(
        "validity",
        lambda given: validity(given.routine, given.record, sheets(given.routine)),
        Listed(
            at.VALIDITY,
            "Är utskriften aktuell?",
            "Koden på en utskrift säger om den fortfarande är aktuell.",
            Menu.LIST,
            tab="Kontrollera en utskrift",
        ),
        script="validity",
    ),
    Page(
        "guidance",
        _of(guidance),
        Listed(
            at.GUIDANCE, "Aktuell vägledning", "Råd från myndigheter, skilda från rutinen.", Menu.LIST, tab="Vägledning"
        ),
        nothing=lambda routine: not routine.guidance,
    ),
    Page("contacts", _of(contacts), Listed(at.CONTACTS, "Kontakter", "Nummer och funktioner.", Menu.LIST)),
    Page("about", _about, Listed(at.ABOUT, "Om guiden", "Utgåva, källa och vad som är vår tolkning.", Menu.LIST)),
    Page(
        "editors",
        _of(editors),
        Listed(at.EDITORS, "För redaktörer", "Så ändrar du innehållet.", Menu.LIST),
    ),
    Page("status", _of(status), Listed(at.STATUS, "Att se över", "Det som ska kontrolleras igen, och när.")),
    Page(
        "accessibility",
        _of(accessibility),
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
    Page("checklist", _of(checklist), folder="checklistor"),
    Page("prints", _of(prints), folder="utskrifter"),
    Page("flow", _of(flowchart), template="flowchart", style=StyleSheet.ROLE),
    Page("words", _of(words)),
)

UNLISTED = Page("not_found", lambda _: None, style=StyleSheet.START)
LISTED: tuple[Listed, ...] = tuple(page.listed for page in PAGES if page.listed)


@lru_cache(maxsize=4)
def listed(routine: Routine) -> tuple[Listed, ...]:
    """The pages that the routine has something to show on, in the order of the menu."""
    return tuple(page.listed for page in PAGES if page.listed and not page.nothing(routine))


def row_of(address: str) -> Page:
    """The row of the page with this address. One that is in none, as that for a wrong address, has the first page's
    style and no script of its own."""
    return next((page for page in PAGES if _is_of(page, address)), UNLISTED)


def _is_of(page: Page, address: str) -> bool:
    if page.listed:
        return page.listed.address == address
    return bool(page.folder) and address.startswith(f"/{page.folder}/")


def scripts_of(address: str) -> tuple[str, str]:
    """The scripts of the page with this address: the way out, and its own or the one that every other page has."""
    return LEAVE, row_of(address).script or PLAIN


def around(routine: Routine, address: str, issue: str, *, placed: bool = True) -> Shell:
    """What surrounds the page with this address. `issue` and `placed` are the shell's."""
    row, scripts = row_of(address), scripts_of(address)
    return shell(routine, address, listed(routine), scripts, row.style, row.first, issue=issue, placed=placed)
