"""How a page is listed: in the menu, in A–Ö, in the search, and in a browser's tab."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Menu(Enum):
    """Where a page is led to from every other one."""

    LIST = "the menu"
    FOOT = "the footer"
    NOWHERE = "its own links alone"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page by its address. `summary` is a sentence, empty where the site's own says it;
    `tab` its title where that is another one."""

    address: str
    title: str
    summary: str = ""
    menu: Menu = Menu.NOWHERE
    tab: str = ""
