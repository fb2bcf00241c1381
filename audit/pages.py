"""Figures on the pages: their number, distinct names and reading ease."""

from __future__ import annotations

from collections.abc import Iterator

from audit.built import Site, find, text
from audit.figures import Figure, number
from audit.readability import LEEWAY, compared, kept, measured


def counted(site: Site) -> Iterator[Figure]:
    """Count the pages and their distinct titles and descriptions.

    A title tells a page from every other, and so does a description.
    """
    pages = site.pages()
    titles = {text(find(site.tree(page), "title")[0]) for page in pages}
    descriptions = {
        element.get("content") for page in pages for element in find(site.tree(page), "meta", name_="description")
    }
    yield Figure("Sidor", len(pages))
    yield Figure("Skilda titlar", len(titles), len(pages), least=True)
    yield Figure("Skilda beskrivningar", len(descriptions), len(pages), least=True)


def hardest(site: Site) -> Figure:
    """Return the page that has become hardest to read, by LIX.

    It is the page that is most over its figure when an editor last read it. The faults list all pages that are over.
    """
    found = compared(measured(site), kept())
    if not found:
        return Figure("LIX, som ingen sida har prövats för", 0)
    worst = found[0]
    harder = tuple(f"{each.page}: {number(each.found)}, mot {number(each.kept)}" for each in found if each.harder)
    return Figure(f"LIX: {worst.page}", worst.found, worst.kept + LEEWAY, faults=harder)
