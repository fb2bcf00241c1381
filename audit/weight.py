"""The weight of what a phone loads, compressed.

These are the heaviest first visits, the guide, the search and the whole site.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from audit.built import Site, scripts_of, style_of
from audit.figures import Figure
from routine.pages import addresses as at
from routine.pages.scripts import CONVERSATION

# Bytes, compressed: what a phone loads before anything is opened, the typeface apart, since no text waits for it.
FIRST_VISIT = 27_000  # The editors' page: it explains step by step what they do most often.
START, ROLE, GUIDE = 15_000, 20_000, 21_200
# The guide with the conversation, which is asked for when a role is chosen. Shorter words could not pay for these:
# who has not been called; what goes on though an answer changes; all that is said to screen readers; the ways to
# another event and back to the role that was left; that nothing of a page that was left comes back; that one answer
# dates a whole contact; the reader's place among the steps of others; the first help for a reader who has reached
# nobody; the routine's words beside guidance; that a report is not taken back; what holds after an answer, shown before
# it is given.
CONVERSED = 46_700
# All that the search asks for, from the menu on: its script, the stemmer and the index.
SEARCH = ("assets/search.js", "assets/search-library.js", "assets/search-index.js")
SEARCH_MOST = 30_000
# All files but prints and pictures, if somebody asked for the whole site.
WHOLE_MOST = 400_000
CHECKLIST_MOST, PRINTS_MOST = 66_000, 2_600_000  # A checklist, which is fetched by phone, and all that is printed.
APART = (".pdf", ".png")
GUIDE_PAGE = "guide/index.html"
# Files of a first visit, the page itself among them.
MOST_FILES = 6
UNIT = "byte komprimerat"


def weighed(site: Site) -> Iterator[Figure]:
    """Yield the weight of each load, with its limit."""
    page = max(site.pages(), key=lambda page: first_visit(site, page) - most(page))
    yield Figure(f"Tyngsta första besök mot sin gräns, {UNIT}: {page}", first_visit(site, page), most(page))
    conversed = first_visit(site, GUIDE_PAGE) + weight(site, at.script(CONVERSATION).lstrip("/"))
    yield Figure(f"Guiden när en roll är vald, {UNIT}", conversed, CONVERSED)
    yield Figure(f"Sökningen med sitt index, {UNIT}", sum(weight(site, name) for name in SEARCH), SEARCH_MOST)
    files = (site.folder / name for name in site.files() if not name.endswith(APART))
    whole = sum(len(gzip.compress(file.read_bytes())) for file in files)
    yield Figure(f"Hela webbplatsen utan utskrifter och bilder, {UNIT}", whole, WHOLE_MOST)
    yield Figure("Utskrifterna, byte", sum(file.stat().st_size for file in site.folder.rglob("*.pdf")), PRINTS_MOST)


def most(page: str) -> int:
    """Return the limit of a first visit that begins with this page."""
    if page.startswith("roller/"):
        return ROLE
    return {"index.html": START, GUIDE_PAGE: GUIDE}.get(page, FIRST_VISIT)


def weight(site: Site, name: str) -> int:
    """Return the bytes of a file, compressed."""
    return len(gzip.compress(site.read(name).encode()))


def first_visit(site: Site, page: str) -> int:
    """Return the bytes of a first visit to the page, compressed.

    These are the page, its style sheet, the icon and the scripts that it asks for.
    """
    return sum(weight(site, name) for name in fetched(page))


def fetched(page: str) -> tuple[str, ...]:
    """Return the files of a first visit, the page itself first."""
    return (page, style_of(page), at.ICON.lstrip("/"), *scripts_of(page))
