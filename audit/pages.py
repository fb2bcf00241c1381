"""The pages: how many, whether each has a name of its own, and how hard the hardest is to read."""

from __future__ import annotations

import json
from collections.abc import Iterator

from audit.built import Site, find, text
from audit.figures import Figure
from audit.readability import KEPT, LEEWAY, measured


def counted(site: Site) -> Iterator[Figure]:
    """A title tells a page from every other, and so does a description."""
    pages = site.pages()
    titles = {text(find(site.tree(page), "title")[0]) for page in pages}
    descriptions = {
        element.get("content") for page in pages for element in find(site.tree(page), "meta", name_="description")
    }
    yield Figure("Sidor", len(pages))
    yield Figure("Skilda titlar", len(titles), len(pages), least=True)
    yield Figure("Skilda beskrivningar", len(descriptions), len(pages), least=True)


def hardest(site: Site) -> Figure:
    """By LIX, against what that page had when it was last read by an editor."""
    found = measured(site)
    page = max(found, key=lambda name: found[name])
    kept: dict[str, float] = json.loads(KEPT.read_text(encoding="utf-8"))
    return Figure(f"Högsta LIX: {page}", found[page], kept[page] + LEEWAY)
