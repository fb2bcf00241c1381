"""How a page is listed: in the menu, in the search, and in a browser's tab."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Menu(Enum):
    """Where a page is led to from every other one."""

    LIST = "the menu"
    FOOT = "the footer"
    NOWHERE = "its own links alone"


class Listed(Struct, frozen=True):
    """A page by its address. `summary` is a sentence, empty where the site's own says it;
    `tab` its title where that is another one."""

    address: str
    title: str
    summary: str = ""
    menu: Menu = Menu.NOWHERE
    tab: str = ""
