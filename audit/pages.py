"""The pages: how many, whether each has a name of its own, and which has become hardest to read."""

from __future__ import annotations

from collections.abc import Iterator

from audit.built import Site, find, text
from audit.figures import Figure, number
from audit.readability import LEEWAY, compared, kept, measured


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
    """By LIX, the page that is most over what it had when it was last read by an editor, and all that are."""
    found = compared(measured(site), kept())
    if not found:
        return Figure("LIX, som ingen sida har prövats för", 0)
    worst = found[0]
    harder = tuple(f"{each.page}: {number(each.found)}, mot {number(each.kept)}" for each in found if each.harder)
    return Figure(f"LIX: {worst.page}", worst.found, worst.kept + LEEWAY, faults=harder)
