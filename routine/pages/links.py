"""The links between pages, all of which are made here, and a page as lists name it.

An address is `/roller/ombud/#beratta`, counted from the site's root.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from enum import Enum
from typing import Literal

from msgspec import Struct, field

Style = Literal["filer", "mappar"]


class Links(Struct, frozen=True):
    """A maker of relative addresses for the page `here`.

    `filer` names index.html, so that the links hold on a file share too; `mappar` ends in a slash, for a web server.
    With `base` set the links begin there instead: for the 404 page, which is shown at any depth. `versions` is file →
    the end of its address, after the name.
    """

    here: str
    style: Style = "filer"
    base: str | None = None
    versions: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, address: str) -> str:
        path, _, anchor = address.partition("#")
        fragment = f"#{anchor}" if anchor else ""
        if path == self.here and fragment and self.base is None:
            return fragment
        file = file_of(path)
        target = self.base + file if self.base is not None else _between(file_of(self.here), file)
        if self.style == "mappar" and posixpath.basename(target) == "index.html":
            target = target[: -len("index.html")] or "./"
        return target + self.versions.get(file, "") + fragment


class Inside(Struct, frozen=True):
    """A maker of addresses within the stand-alone file.

    Content of another page of the site has an id in the file that no step has. `begins` is the page's address → the
    beginning of those ids; `whole` is an address → its id, for content that has a part of its own.
    """

    begins: Mapping[str, str]
    whole: Mapping[str, str]

    def __call__(self, address: str) -> str:
        """Return the address within the file.

        Raises KeyError for content that the file lacks.
        """
        if address in self.whole:
            return f"#{self.whole[address]}"
        path, _, anchor = address.partition("#")
        if not anchor:
            raise KeyError(address)
        return f"#{self.begins[path]}{anchor}"


def _between(here: str, file: str) -> str:
    """Return the relative path from one file to another.

    Python's own `relpath` looks for dots in every address, of which ours have none: a site has thousands of links.
    """
    folders, to = here.split("/")[:-1], file.split("/")
    same = 0
    for mine, other in zip(folders, to[:-1], strict=False):
        if mine != other:
            break
        same += 1
    return "/".join([".."] * (len(folders) - same) + to[same:])


def file_of(address: str) -> str:
    """Return the file in the built folder that an address shows.

    It is a page's index.html, or the file itself.
    """
    path = address.lstrip("/")
    return path + "index.html" if path.endswith("/") or not path else path


def place_of(address: str) -> str:
    """Return the file of an address, with the anchor if it has one."""
    path, mark, place = address.partition("#")
    return file_of(path) + mark + place


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
