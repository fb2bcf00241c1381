"""The site's style sheets, made from the sources beside the pages.

A page may have a source of its name, and needs none. A long source is split by idea into parts, whose names begin with
the page's (guide-call.css).

Each page loads one sheet: nothing is painted before its sheets have arrived, and each costs a round trip to the server.
So every sheet includes the shared rules, and a page where somebody in need arrives has no rules but those of its own
kind. The search's sheet comes with its script.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from routine.model.model import Routine
from routine.pages.registry import PAGES, StyleSheet

# Later rules win. Shared rules come before a page's own; print rules hide the most, and come last.
SHARED = ("face", "reset", "tokens", "shell", "text", "parts", "fields", "situations")
# Added for a routine with more than two tracks, and for one that is withdrawn.
TRACKS, WITHDRAWN = "tracks", "withdrawn"
FEW = 2
SOME = frozenset({TRACKS, WITHDRAWN})
# Lists of links; the guide has none.
LINKS = "links"
# Shared by the pages beyond the start and the guide.
BEYOND, FLOWCHART = "beyond", "flowchart"
# Shared by the pages that are read at leisure.
READ = ("read",)
LEAVE, PAPER = "leave", "print"
# The stand-alone file: the site's sheets that request no other file, and its own.
OWN = ("read", "guide-ask", "role", "flowchart", "advice", "taken")
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


# A file that a sheet requests, relative to assets/, where the sheets are.
ASKED_FOR = re.compile(r"(?<=url\()vendor/[\w.-]+(?=\))")


def beside(routine: Routine) -> frozenset[str]:
    """Return the optional parts that this routine has."""
    has = {TRACKS: len(routine.strands) > FEW, WITHDRAWN: routine.withdrawn is not None}
    return frozenset(part for part in SOME if has[part])


def sheet(name: str, texts: Mapping[str, str], some: Collection[str]) -> str:
    """Make the style sheet with this name.

    `texts` is part → text; `some` names the optional parts to include.
    """
    return _joined(order(name, texts), texts, some)


def with_versions(text: str, versions: Mapping[str, str]) -> str:
    """Add its version to each address that a style sheet requests.

    `versions` is path in the site → version. Raises KeyError for a file that has none.
    """
    return ASKED_FOR.sub(lambda file: file[0] + versions[f"assets/{file[0]}"], text)


def standalone_style(texts: Mapping[str, str], some: Collection[str]) -> str:
    """Make the style of the stand-alone file."""
    return _joined(STANDALONE, texts, some)


def _joined(parts: Iterable[str], texts: Mapping[str, str], some: Collection[str]) -> str:
    return "".join(texts[part] for part in parts if part not in SOME or part in some)


def order(name: str, names: Collection[str]) -> tuple[str, ...]:
    """Return the parts of a sheet, in order.

    The pages' own parts come in the registry's order.
    """
    if name == StyleSheet.SEARCH:
        return (name,)
    own = [part for page in PAGES if page.style == name for part in parts_of(page.name, names)]
    links = [LINKS] if name != StyleSheet.GUIDE else []
    beyond = [BEYOND, FLOWCHART] if name in {StyleSheet.ROLE, StyleSheet.OTHERS} else []
    read = READ if name == StyleSheet.OTHERS else ()
    printed = [f"{PAPER}-{BEYOND}"] if beyond else []
    return (*SHARED, *links, TRACKS, WITHDRAWN, *beyond, *read, *own, LEAVE, PAPER, *printed)


def parts_of(page: str, names: Collection[str]) -> tuple[str, ...]:
    """Return a page's parts by name, and last its own source, which wins."""
    return (*sorted(name for name in names if name.startswith(f"{page}-")), *({page} & {*names}))
