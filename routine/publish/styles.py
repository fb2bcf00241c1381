"""The site's style sheets, made of those in docs/assets/css/. A page may have one of its name, and needs none.

All pages have the first one, and those that somebody in need arrives at have no other. What the other pages have of
their own stands in a second one, which such a visit is spared, and so is every visit that of the search, which comes
with its script.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from routine.publish.pages import OTHERS, PAGES, SITE
from routine.publish.scripts import LATER

# Later rules win. What pages share comes before their own; paper takes the most away, and has the last word.
SHARED = ("face", "reset", "tokens", "shell", "text", "parts", "fields", "situations")
# What only pages with the second one have in common.
READ = ("tags", "tables")
PAPER = "print"
LAST = ("leave", PAPER)
SHEETS = (SITE, OTHERS, LATER)


def sheet(name: str, texts: Mapping[str, str]) -> str:
    """The style sheet with this name, made of texts by theirs."""
    return "".join(texts[part] for part in order(name, texts))


def order(name: str, names: Collection[str]) -> tuple[str, ...]:
    """Those that it is made of, the pages' own in the registry's order."""
    if name == LATER:
        return (LATER,)
    own = tuple(page.name for page in PAGES if page.name in names and page.style == name)
    return (*SHARED, *own, *LAST) if name == SITE else (*READ, *own, PAPER)
