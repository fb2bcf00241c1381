"""Every page of a routine as its template gives it, without an engine: for what is asked of many routines."""

from __future__ import annotations

from collections.abc import Iterator

from routine.model.model import Routine
from routine.pages import addresses
from routine.pages.registry import LISTED, PAGES
from routine.pages.render import render
from routine.pages.shell.shell import shell
from routine.site.site import given

# What each role has, and its address.
OF_A_ROLE = {
    "role": addresses.role,
    "flow": addresses.role,
}


def pages(routine: Routine) -> Iterator[tuple[str, str]]:
    """Address → HTML, for each piece of a page; what has no address of its own stands on several."""
    all = given(routine)
    for page in PAGES:
        template = page.template or page.name
        if page.listed:
            if view := page.view(all):
                yield page.listed.address, render(template, view, _link)
        elif page.name in OF_A_ROLE:
            address = OF_A_ROLE[page.name]
            for role in routine.roles:
                if view := page.view(all, role.id):
                    yield address(role.id), render(template, view, _link)
        else:
            yield "", render(template, page.view(all), _link)


def shells(routine: Routine) -> Iterator[tuple[str, str]]:
    """Address → what stands around each listed page."""
    for listed in LISTED:
        view = shell(routine, listed.address, LISTED, (), "", issue="Utgåva 7")
        for part in ("shell_head", "shell_top", "shell_foot"):
            yield listed.address, render(part, view, _link)


def _link(address: str) -> str:
    return address
