"""The frame around every page.

It holds the name, the menu, the way out, the emergency band and the footer. The page for a wrong address has it too.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.model import wording
from routine.model.about import Site, Withdrawal
from routine.model.model import Routine
from routine.model.people import EmergencyNumber
from routine.pages import addresses as at
from routine.pages.links import Listed, Menu


class Item(Struct, frozen=True):
    """A line of the menu."""

    title: str
    address: str
    current: bool


class Shell(Struct, frozen=True):
    """The parts of a page around its content.

    `title` stands in the browser's tab, `printed` on each sheet of paper. `bar` are the overviews that a wide bar has
    room for. `edit` is an external address, or empty. `placed` is whether the page knows where in the site it is
    shown: one that does not has no links.
    """

    site: Site
    title: str
    printed: str
    description: str
    scripts: tuple[str, ...]
    style: str
    first: str
    withdrawn: Withdrawal | None
    bar: tuple[Item, ...]
    menu: tuple[Item, ...]
    foot: tuple[Item, ...]
    emergency: tuple[EmergencyNumber, ...]
    issue: str
    source_date: str
    edit: str
    placed: bool


def shell(
    routine: Routine,
    here: str,
    listed: Iterable[Listed],
    scripts: Iterable[str],
    style: str,
    first: str = "",
    *,
    issue: str,
    placed: bool = True,
) -> Shell:
    """Return the shell of the page with the address `here`.

    `listed` are the site's pages. `scripts` and `style` are the names of the page's own files, `first` the name of a
    script that runs before anything is painted. `issue` is the edition, or says that the text is in no edition.
    """
    pages = tuple(listed)
    items = {
        place: tuple(_item(page.title, page.address, here) for page in pages if page.menu is place) for place in Menu
    }
    roles = tuple(_item(role.own or role.name, at.role(role.id), here) for role in routine.roles)
    title = tab_title(routine, here, pages)
    return Shell(
        site=routine.site,
        title=title,
        printed=_named(routine, here) or title or routine.site.name,
        description=_description(routine, here, pages, title),
        scripts=tuple(scripts),
        style=style,
        first=first,
        withdrawn=routine.withdrawn,
        bar=tuple(item for item in items[Menu.LIST] if item.address in (at.LEARNS, at.WHOLE)),
        menu=(*items[Menu.LIST], *roles, *items[Menu.LAST]),
        foot=items[Menu.FOOT] + items[Menu.LAST],
        emergency=routine.emergency,
        issue=issue,
        source_date=wording.long_date(routine.source.date),
        edit=routine.site.edit or "",
        placed=placed,
    )


def _item(title: str, address: str, here: str) -> Item:
    return Item(title, address, address == here)


def tab_title(routine: Routine, here: str, listed: Iterable[Listed]) -> str:
    """Return the title that a tab or a history shows.

    For a role's pages it is the data's title, which does not reveal the subject.
    """
    titles = {page.address: page.tab or page.title for page in listed} | {at.NOT_FOUND: "Sidan finns inte"}
    for role in routine.roles:
        titles[at.role(role.id)] = role.tab
    return titles.get(here, "")


def _named(routine: Routine, here: str) -> str:
    """Return the name of the role whose page it is, or an empty string.

    A sheet of paper shows its heading in any case and need not be discreet.
    """
    return next((role.name for role in routine.roles if at.role(role.id) == here), "")


def _description(routine: Routine, here: str, listed: Iterable[Listed], title: str) -> str:
    """Return the page's description, which a browser may keep.

    It is therefore as discreet as the title; each page has its own.
    """
    if here == at.NOT_FOUND:
        return wording.MOVED
    listing = next((page for page in listed if page.address == here), None)
    if listing:
        return listing.summary or routine.site.description
    return f"{title}. {routine.site.description}"
