"""A built site read back: its pages as trees, texts and attributes.

It also reads lists back, such as the entries of the search.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from audit.pdf_text import pages_read
from routine.check.load import load
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages import registry as pages
from routine.pages.links import file_of

TAKEN = at.TAKEN.lstrip("/")
SEARCH_INDEX = at.SEARCH_INDEX.lstrip("/")


@dataclass(frozen=True)
class Site:
    """A built folder and the routine it was built from."""

    folder: Path
    routine: Routine
    texts: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    trees: dict[str, Element] = field(default_factory=dict, compare=False, repr=False)
    data: Path | None = None

    def files(self) -> tuple[str, ...]:
        """Return every file, as its path in the site."""
        return tuple(
            sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file())
        )

    def pages(self) -> tuple[str, ...]:
        """Return every HTML page of the site.

        The offline copy is left out: it stands alone and is no part of the site.
        """
        return tuple(name for name in self.files() if name.endswith(".html") and name != TAKEN)

    def read(self, name: str) -> str:
        """Return a file's text, read once.

        The text of a PDF does not depend on its line breaks; a picture has none.
        """
        if name not in self.texts:
            self.texts[name] = _text(self.folder / name)
        return self.texts[name]

    def tree(self, name: str) -> Element:
        """Return a page by its file name, parsed once."""
        if name not in self.trees:
            self.trees[name] = parse(self.read(name))
        return self.trees[name]

    def page(self, address: str) -> Element:
        """Return a page by its address, such as `/roller/ombud/`."""
        return self.tree(file_of(address))

    def export(self) -> Any:
        """Return the machine-readable routine."""
        return json.loads(self.read("rutin.json"))

    def search_index(self) -> list[dict[str, str]]:
        """Return the entries of the search, parsed from its script."""
        return sought(self.read(SEARCH_INDEX))


def sought(script: str) -> list[dict[str, str]]:
    """Parse the entries in the search's script, as the page's script does.

    The script has a list for each part: the parts at one place of every list make an entry.
    """
    found: dict[str, Any] = json.loads(script.removeprefix("window.rutinSearchIndex = ").removesuffix(";\n"))
    del found["about"]  # The subject of the whole site.
    return [dict(zip(found, entry, strict=True)) for entry in zip(*found.values(), strict=True)]


def _text(file: Path) -> str:
    if file.suffix in {".png", ".woff2"} or not file.stat().st_size:
        return ""
    if file.suffix == ".pdf":
        return " ".join(pages_read(file.read_bytes())).replace("/ ", "/")  # A line may break after a slash too.
    return file.read_text(encoding="utf-8")


def scripts_of(page: str) -> list[str]:
    """Return the scripts that a page loads, as paths in the site."""
    address = f"/{page.removesuffix('index.html')}"
    names = (*filter(None, (pages.row_of(address).first,)), *pages.scripts_of(address))
    return [at.script(name).lstrip("/") for name in names]


def style_of(page: str) -> str:
    """Return the style sheet that a page loads, as a path in the site."""
    return at.style(pages.row_of(f"/{page.removesuffix('index.html')}").style).lstrip("/")


def of(folder: Path, data: Path) -> Site:
    """Return the site in a folder, built from this file."""
    return Site(folder, load(data), data=data)


def parse(html: str, *, strict: bool = False) -> Element:
    """Parse HTML as a browser does.

    Elements of SVG keep their namespace. With `strict`, a fault in the page raises.
    """
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=strict)
    tree: Element = parser.parse(html)
    return tree


def tag(element: Element) -> str:
    """Return the element's name without a namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def find(root: Element, name: str = "", class_: str = "", **attributes: str | None) -> list[Element]:
    """Find elements by name, class and attributes, in document order.

    They are `root` and the elements below it. `data_step="x"` matches the attribute data-step; None matches any
    value.
    """

    def fits(element: Element) -> bool:
        if (name and tag(element) != name) or (class_ and class_ not in classes(element)):
            return False
        values = {key.rstrip("_").replace("_", "-"): wanted for key, wanted in attributes.items()}
        return all(
            element.get(key) is not None if wanted is None else element.get(key) == wanted
            for key, wanted in values.items()
        )

    return [element for element in root.iter() if fits(element)]


def ids(root: Element) -> list[str]:
    """Return every id of a page, in order."""
    return [element.attrib["id"] for element in root.iter() if tag(element) and "id" in element.attrib]


def one(root: Element, name: str = "", class_: str = "", **attributes: str | None) -> Element:
    """Return the only such element."""
    found = find(root, name, class_, **attributes)
    assert len(found) == 1, f"{name}.{class_}{attributes}: {len(found)} stycken, väntade ett"
    return found[0]


def text(element: Element) -> str:
    """Return the text that a reader sees of an element.

    Every run of spaces is one space.
    """
    return plain("".join(element.itertext()))


def plain(words: str) -> str:
    """Replace every run of spaces and line breaks by one space."""
    return re.sub(r"\s+", " ", words).strip()


def main(root: Element) -> Element:
    """Return the main element of a page, apart from the shell."""
    return one(root, "main")
