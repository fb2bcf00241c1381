"""The site's style sheets, made of those in routine/assets/css/. A page may have one of its name, and needs none;
what is more than one idea has parts, whose names begin with the page's (guide-call.css).

A page has one: nothing is painted before its sheets are there, and each is a way to the server and back. So what all
pages share is in each of them, and a page where somebody in need arrives has no rules but those of its own kind. That
of the search comes with its script.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from routine.domain.model import Routine
from routine.publish.pages import PAGES, StyleSheet

# Later rules win. What pages share comes before their own; paper takes the most away, and has the last word.
SHARED = ("face", "reset", "tokens", "shell", "text", "parts", "fields", "situations")
# What a routine with more than two tracks has beside that, and one that is withdrawn.
TRACKS, WITHDRAWN = "tracks", "withdrawn"
FEW = 2
SOME = frozenset({TRACKS, WITHDRAWN})
# Lists of links, of which the guide has none.
LINKS = "links"
# What the pages beyond the start and the guide have in common.
BEYOND = "beyond"
# What only pages that are read in peace have in common.
READ = ("tags", "tables")
LEAVE, PAPER = "leave", "print"
# The file that stands alone: of the site's sheets those that ask for nothing else, and its own.
OWN = ("tags", "guide-ask", "checklist", "flowchart", "contacts", "guidance", "taken")
WITHOUT = ("face", "situations")
STANDALONE = (
    *(part for part in SHARED if part not in WITHOUT),
    LINKS,
    TRACKS,
    WITHDRAWN,
    BEYOND,
    *OWN,
    PAPER,
    f"{PAPER}-{BEYOND}",
)


# A file that a sheet asks for, counted from assets/, where the sheets lie.
ASKED_FOR = re.compile(r"(?<=url\()vendor/[\w.-]+(?=\))")


def beside(routine: Routine) -> frozenset[str]:
    """What this routine has of that which only some have."""
    has = {TRACKS: len(routine.strands) > FEW, WITHDRAWN: routine.withdrawn is not None}
    return frozenset(part for part in SOME if has[part])


def sheet(name: str, texts: Mapping[str, str], some: Collection[str]) -> str:
    """The style sheet with this name, made of texts by theirs, with so much of what only some routines have."""
    return _joined(order(name, texts), texts, some)


def with_versions(text: str, versions: Mapping[str, str]) -> str:
    """A style sheet where the address of what it asks for ends in its version, by the file's path in the site. Raises
    KeyError for a file that has none."""
    return ASKED_FOR.sub(lambda file: file[0] + versions[f"assets/{file[0]}"], text)


def standalone_style(texts: Mapping[str, str], some: Collection[str]) -> str:
    """The style of the file that stands alone."""
    return _joined(STANDALONE, texts, some)


def _joined(parts: Iterable[str], texts: Mapping[str, str], some: Collection[str]) -> str:
    return "".join(texts[part] for part in parts if part not in SOME or part in some)


def order(name: str, names: Collection[str]) -> tuple[str, ...]:
    """Those that it is made of, the pages' own in the registry's order."""
    if name == StyleSheet.SEARCH:
        return (name,)
    own = [part for page in PAGES if page.style == name for part in parts_of(page.name, names)]
    links = [LINKS] if name != StyleSheet.GUIDE else []
    beyond = [BEYOND, f"{PAPER}-{BEYOND}"] if name in {StyleSheet.ROLE, StyleSheet.OTHERS} else []
    read = READ if name == StyleSheet.OTHERS else ()
    return (*SHARED, *links, TRACKS, WITHDRAWN, *beyond[:1], *read, *own, LEAVE, PAPER, *beyond[1:])


def parts_of(page: str, names: Collection[str]) -> tuple[str, ...]:
    """A page's parts by name, and its own sheet, which has the last word."""
    return (*sorted(name for name in names if name.startswith(f"{page}-")), *({page} & {*names}))
