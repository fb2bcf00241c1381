"""The targets of the addresses on a page: a file, and an anchor in it."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from audit.built import Site, ids, tag


def links(tree: Element) -> list[tuple[str, str]]:
    """Return every address of a page, with the attribute that holds it.

    These are links, scripts, pictures, and what a script is told to load.
    """
    names = (
        "href",
        "src",
        "action",
        "srcset",
        "poster",
        "data-conversation",
        "data-exports",
        "data-script",
        "data-styles",
        "data-library",
        "data-index",
        "data-root",
        "{http://www.w3.org/1999/xlink}href",
    )
    return [
        (f"{tag(element)}[{name}]", element.attrib[name])
        for element in tree.iter()
        for name in names
        if name in element.attrib
    ]


def is_own(address: str) -> bool:
    """Return whether an address stays on the site.

    Such an address has no scheme and no host of its own.
    """
    return not urlsplit(address).scheme and not address.startswith("//")


def target(site: Site, page: str, address: str, *, root: str = "/") -> tuple[str, str]:
    """Return the file that an address on a page leads to, and the anchor."""
    parts = urlsplit(address)
    path = (
        posixpath.normpath(posixpath.join(root, posixpath.dirname(page), unquote(parts.path)))
        if parts.path
        else root + page
    )
    assert path.startswith(root.rstrip("/")), f"{page}: {address} leder ut ur webbplatsen"
    file = path.removeprefix(root.rstrip("/")).lstrip("/")
    if not file or (site.folder / file).is_dir():
        file = posixpath.join(file, "index.html")
    return file, unquote(parts.fragment)


def faults(site: Site, page: str, address: str, *, root: str = "/") -> list[str]:
    """Return the faults of an address on a page.

    There are none when the file and the anchor exist.
    """
    file, anchor = target(site, page, address, root=root)
    if not (site.folder / file).is_file():
        return [f"{page}: {address} leder till {file}, som inte finns"]
    if anchor and anchor not in ids(site.tree(file)):
        return [f"{page}: {address} leder till #{anchor}, som inte finns i {file}"]
    return []
