"""A page's entry in the menu, in the search and in a browser's tab."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Menu(Enum):
    """The place on every other page that links to a page."""

    LIST = "the menu"
    LAST = "the end of the menu, and the footer"
    FOOT = "the footer"
    NOWHERE = "its own links alone"


class Listed(Struct, frozen=True):
    """A page by its address.

    `summary` is a sentence; empty where the site's own summary is used. `tab` is the title in the browser's tab; empty
    where it is the same as `title`.
    """

    address: str
    title: str
    summary: str = ""
    menu: Menu = Menu.NOWHERE
    tab: str = ""
