"""The script of each page: its parts, their order and their joining.

A part is a file under routine/pages/, named by its path there. It adds its functions to `window.rutin`, where later
parts find them. The parts themselves are not published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from routine.pages import minify

# Parts that depend on each other. When one throws, the later ones in the group are not run, so that nothing is half
# made; other groups are.
Group = tuple[str, ...]

BASE: Group = ("shell/dom", "shell/guarded")
MENU: Group = ("shell/script", "shell/later", "shell/menu", "shell/bar")
SEARCH: Group = (
    "shell/script",
    "shell/press",
    "shell/words/swedish",
    "shell/swedish",
    "shell/acute",
    "shell/search-engine",
    "shell/search-index",
    "shell/search",
)
GROUND: Group = ("shell/place", "shell/words/grammar")
DAYS: Group = ("guide/words/dates", "guide/dates", "guide/limits")
CASE: Group = ("guide/words/guide", "guide/words/standing", "guide/case", "guide/moves", "guide/scene", "guide/news")
PIECES: Group = (
    "guide/pieces",
    "guide/morph",
    "guide/facts",
    "guide/when",
    "guide/days",
    "guide/handover",
    "guide/acts",
    "guide/questions",
    "guide/items",
    "guide/stages",
    "guide/call",
    "guide/clipboard",
)
SUMMARY: Group = ("guide/words/summary", "guide/summary")
OPENER: Group = ("shell/press", "guide/saved", "guide/opener")
GUIDE: Group = (
    "guide/store",
    "guide/ending",
    "guide/page",
    "guide/frame",
    "guide/shown-case",
    "guide/conversation",
    "guide/guide",
)

# Loaded by every page beside its own script: the quick exit must work also where an old browser cannot parse the other
# scripts, or where they did not arrive.
LEAVE = "leave"
# Runs before anything is painted, so that the first screen to be seen is the one that the address points at.
FIRST = "first"
# The scripts that an old browser must be able to parse.
OLD = (LEAVE, FIRST)
# The script of a page that names none.
PLAIN = "page"
# Requested when the menu of a page is first opened: other visits are spared it.
LATER = "search"
# Requested by the guide when a role is chosen, in the address or by a press. Until then the page is HTML alone.
CONVERSATION = "conversation"
# Requested by the guide for a summary, or a day in the calendar: most visits take nothing along.
EXPORTS = "exports"
# Script, as a row in the page registry names it → its groups. Published as assets/<name>.js.
SCRIPTS: dict[str, tuple[Group, ...]] = {
    LEAVE: (("shell/press", "shell/leave"),),
    FIRST: (("guide/first-screen",),),
    PLAIN: (MENU,),
    LATER: (BASE, SEARCH),
    "validity": (BASE, MENU, (*GROUND, "validity/validity")),
    "moved": (("validity/moved",),),
    "guide": (MENU, OPENER),
    CONVERSATION: (BASE, (*GROUND, *DAYS, *CASE, *PIECES, *GUIDE)),
    EXPORTS: (("guide/calendar", *SUMMARY),),
}

START = "window.rutin=window.rutin||{words:{}};"
# Syntax of 2015, as in leave. A part that throws is logged by its name, and ends its group.
PART = 'part="{name}:";\n{text}\n'
GROUP = "(function(){{var part;try{{\n{parts}}}catch(error){{console.warn(part,error)}}}})();\n"


def bundled(script: str, sources: Mapping[str, str]) -> str:
    """Return the published file of a page's script.

    `sources` is part → text. Raises KeyError for a missing part.
    """
    return assembled(SCRIPTS[script], sources, minify.old_script if script in OLD else minify.script)


def assembled(groups: Iterable[Group], sources: Mapping[str, str], shorter: Callable[[str], str]) -> str:
    """Join the groups into one classic script, and minify it with `shorter`."""
    parts = ("".join(PART.format(name=name, text=sources[name]) for name in group) for group in groups)
    return shorter(START + "".join(GROUP.format(parts=each) for each in parts)).strip() + "\n"
