"""What stands around every page: name, menu, the way out, the emergency band, the footer. And the page for a wrong address."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain import wording
from routine.domain.model import EmergencyNumber, Routine, Site
from routine.views.index import FOOT_PAGES, INDEX_PAGE, PAGES

MAIN = ("/guide/", "/flode/", "/vem-gor-vad/", "/kontakter/")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the menu."""

    title: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """`title` is empty where the page's own front matter gives it. `edit` is an outside address, or empty."""

    site: Site
    title: str
    description: str
    main: tuple[Item, ...]
    roles: tuple[Item, ...]
    checklists: tuple[Item, ...]
    pages: tuple[Item, ...]
    emergency: tuple[EmergencyNumber, ...]
    edition: str
    date: str
    source_date: str
    organisation: str
    edit: str


def shell(routine: Routine, here: str) -> Shell:
    """The shell of the page with the address `here`."""
    every = [Item(title, address, address == here) for title, address, _ in (*PAGES, INDEX_PAGE)]
    roles = [Item(role.name, f"/roller/{role.id}/", f"/roller/{role.id}/" == here) for role in routine.roles]
    checklists = [
        Item(role.name, f"/checklistor/{role.id}/", f"/checklistor/{role.id}/" == here) for role in routine.roles
    ]
    return Shell(
        site=routine.site,
        title=tab_title(routine, here),
        description=description(routine, here),
        main=tuple(item for address in MAIN for item in every if item.address == address),
        roles=tuple(roles),
        checklists=tuple(checklists),
        pages=tuple(every),
        emergency=routine.emergency,
        edition=routine.edition.edition,
        date=wording.long_date(routine.edition.date),
        source_date=wording.long_date(routine.source.date),
        organisation=routine.organisation.name,
        edit=routine.site.edit or "",
    )


def tab_title(routine: Routine, here: str) -> str:
    """The discreet title of a role's pages and of the page for a wrong address: what a glance at a tab or a history shows."""
    if here == "/404.html":
        return "Sidan finns inte"
    for role in routine.roles:
        if here == f"/roller/{role.id}/":
            return role.tab
        if here == f"/checklistor/{role.id}/":
            return f"Checklista, {role.tab[:1].lower()}{role.tab[1:]}"
    return ""


def description(routine: Routine, here: str) -> str:
    """What a browser may keep of the page beside its title, and so as discreet; each page has its own. The start page has the site's."""
    if here == "/404.html":
        return "Adressen är fel, eller så har sidan flyttat."
    for _, address, text in (*PAGES, *FOOT_PAGES, INDEX_PAGE):
        if here == address:
            return text
    title = tab_title(routine, here)
    return f"{title}. {routine.site.description}" if title else routine.site.description
