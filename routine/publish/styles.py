"""The site's style sheets, made of those in docs/assets/css/. A page may have one of its name, and needs none; what is
more than one idea has parts, whose names begin with the page's (guide-call.css).

All pages have the first one. A role's pages have a second one, and the pages that are read in peace another, so that
nobody in need waits for what her page has no use for; that of the search comes with its script.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from routine.publish.pages import OTHERS, PAGES, ROLE, SITE
from routine.publish.scripts import LATER

# Later rules win. What pages share comes before their own; paper takes the most away, and has the last word.
SHARED = ("face", "reset", "tokens", "shell", "text", "parts", "fields", "situations")
# What a routine with more than two tracks has beside that.
TRACKS = "tracks"
FEW = 2
# What the pages beyond the start and the guide have in common.
BEYOND = "beyond"
# What only pages that are read in peace have in common.
READ = ("tags", "tables")
PAPER = "print"
LAST = ("leave", PAPER)
SHEETS = (SITE, ROLE, OTHERS, LATER)


def sheet(name: str, texts: Mapping[str, str], tracks: int) -> str:
    """The style sheet with this name, made of texts by theirs, for a routine with so many tracks."""
    return "".join(texts[part] for part in order(name, texts) if part != TRACKS or tracks > FEW)


def order(name: str, names: Collection[str]) -> tuple[str, ...]:
    """Those that it is made of, the pages' own in the registry's order."""
    if name == LATER:
        return (LATER,)
    own = tuple(part for page in PAGES if page.style == name for part in parts_of(page.name, names))
    if name == SITE:
        return (*SHARED, TRACKS, *own, *LAST)
    return (BEYOND, *(READ if name == OTHERS else ()), *own, PAPER, f"{PAPER}-{BEYOND}")


def parts_of(page: str, names: Collection[str]) -> tuple[str, ...]:
    """A page's parts by name, and its own sheet, which has the last word."""
    return (*sorted(name for name in names if name.startswith(f"{page}-")), *(name for name in names if name == page))
