"""Reads a built site back: pages as trees, their texts and attributes, and what a chart or a list says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from audit.pdf_text import pages_read
from routine.domain.model import Routine
from routine.html.links import file_of
from routine.loading.load import load
from routine.publish import pages
from routine.views import addresses as at

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
        """Every file, as its path in the site."""
        return tuple(
            sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file())
        )

    def pages(self) -> tuple[str, ...]:
        """Every HTML file, but the one that stands alone and is no part of the site."""
        return tuple(name for name in self.files() if name.endswith(".html") and name != TAKEN)

    def read(self, name: str) -> str:
        """A file's text, read once; of a PDF, what it says however its lines break, and of a picture nothing."""
        if name not in self.texts:
            self.texts[name] = _text(self.folder / name)
        return self.texts[name]

    def tree(self, name: str) -> Element:
        """A page by its file name, parsed once."""
        if name not in self.trees:
            self.trees[name] = parse(self.read(name))
        return self.trees[name]

    def page(self, address: str) -> Element:
        """A page by its address, as `/roller/ombud/`."""
        return self.tree(file_of(address))

    def export(self) -> Any:
        """The machine-readable routine."""
        return json.loads(self.read("rutin.json"))

    def search_index(self) -> list[dict[str, str]]:
        """The entries of the search, read back out of the script."""
        return sought(self.read(SEARCH_INDEX))


def sought(script: str) -> list[dict[str, str]]:
    """The entries of the search's script, as its own script reads them: the parts that stand at the same place of
    each list."""
    found: dict[str, Any] = json.loads(script.removeprefix("window.rutinSearchIndex = ").removesuffix(";\n"))
    del found["about"]  # What all of them are about.
    return [dict(zip(found, entry, strict=True)) for entry in zip(*found.values(), strict=True)]


def _text(file: Path) -> str:
    if file.suffix in {".png", ".woff2"} or not file.stat().st_size:
        return ""
    if file.suffix == ".pdf":
        return " ".join(pages_read(file.read_bytes())).replace("/ ", "/")  # A line may break after a slash too.
    return file.read_text(encoding="utf-8")


def scripts_of(page: str) -> list[str]:
    """The scripts that a page loads, as their place in the site."""
    address = f"/{page.removesuffix('index.html')}"
    names = (*filter(None, (pages.row_of(address).first,)), *pages.scripts_of(address))
    return [at.script(name).lstrip("/") for name in names]


def style_of(page: str) -> str:
    """The style sheet that a page loads, as its place in the site."""
    return at.style(pages.row_of(f"/{page.removesuffix('index.html')}").style).lstrip("/")


def of(folder: Path, data: Path) -> Site:
    """The site in a folder, built from this file."""
    return Site(folder, load(data), data=data)


def parse(html: str, *, strict: bool = False) -> Element:
    """HTML as a browser reads it. Elements of SVG keep their namespace. With `strict`, a fault in the page raises."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=strict)
    tree: Element = parser.parse(html)
    return tree


def tag(element: Element) -> str:
    """The element's name without a namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def classes(element: Element) -> list[str]:
    """The element's classes."""
    return element.get("class", "").split()


def find(root: Element, name: str = "", class_: str = "", **attributes: str | None) -> list[Element]:
    """Elements below `root` in order, by name, class and attributes; `data_step="x"` is data-step, None any value."""

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
    """Every id of a page, in order."""
    return [element.attrib["id"] for element in root.iter() if tag(element) and "id" in element.attrib]


def one(root: Element, name: str = "", class_: str = "", **attributes: str | None) -> Element:
    """The only such element."""
    found = find(root, name, class_, **attributes)
    assert len(found) == 1, f"{name}.{class_}{attributes}: {len(found)} stycken, väntade ett"
    return found[0]


def text(element: Element) -> str:
    """What a reader sees of it, with every run of spaces as one."""
    return plain("".join(element.itertext()))


def plain(words: str) -> str:
    """With every run of spaces and line breaks as one space."""
    return re.sub(r"\s+", " ", words).strip()


def main(root: Element) -> Element:
    """The page apart from the shell."""
    return one(root, "main")
