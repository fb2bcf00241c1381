"""One file of scripts for each page: which parts it is made of, in which order, and how they are put together.

A part is a file under routine/assets/js/, by its path there. It gives what it has to `window.rutin`, where those after
it find it. The parts themselves are not published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from routine.publish import minify

# Parts that stand on each other. When one throws, those after it in the group are not run, so that nothing is half
# made; other groups are.
Group = tuple[str, ...]

BASE: Group = ("shared/dom", "shared/guarded")
MENU: Group = ("shared/script", "shared/later", "shared/menu", "shared/bar")
SEARCH: Group = (
    "shared/script",
    "shared/press",
    "words/search",
    "words/swedish",
    "shared/swedish",
    "shared/acute",
    "shared/search-engine",
    "shared/search-index",
    "shared/search-box",
    "shared/search",
)
GROUND: Group = ("shared/place", "words/grammar")
DAYS: Group = ("words/dates", "shared/dates", "shared/limits", "shared/event-day")
REMINDER: Group = ("words/reminder", "shared/calendar", "shared/reminder")
STORE: Group = (
    "words/saving",
    "guide/saved-form",
    "guide/edition-change",
    "guide/storage",
    "guide/set-aside",
    "guide/store",
)
CASE: Group = ("words/guide", "guide/case", "guide/moves", "guide/scene", "guide/news")
PIECES: Group = (
    "guide/pieces",
    "guide/morph",
    "guide/facts",
    "words/standing",
    "guide/standing",
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
SUMMARY: Group = ("words/summary", "guide/summary")
OPENER: Group = ("shared/press", "guide/late", "guide/site", "guide/places", "guide/keeping", "guide/opener")
GUIDE: Group = (
    "guide/save-choice",
    "guide/ending",
    "guide/page",
    "guide/frame",
    "guide/shown-case",
    "guide/conversation",
    "guide/guide",
)

# A file that every page has beside its own: a page must be left also where an old browser cannot read its other
# scripts, or where they did not arrive.
LEAVE = "leave"
# A file that is run before anything is painted: the screen that the address points at is the first to be seen.
FIRST = "first"
# What an old browser must understand too.
OLD = (LEAVE, FIRST)
# The file of a page that names no script.
PLAIN = "page"
# The file that a page asks for when its menu is first opened: a visit without is spared it.
LATER = "search"
# The file that the guide asks for when a role is chosen, in the address or by a press. Until then its page is HTML.
CONVERSATION = "conversation"
# The file that the guide asks for when something is to be kept, a case, a day in the calendar or a summary, or when a
# case lies on the device: most visits keep nothing.
KEEPING = "store"
# A page's script, as its row in the registry names it → what it is made of. Published as assets/<name>.js.
SCRIPTS: dict[str, tuple[Group, ...]] = {
    LEAVE: (("words/leave", "shared/press", "shared/leave"),),
    FIRST: (("guide/late", "guide/first-screen"),),
    PLAIN: (MENU,),
    LATER: (BASE, SEARCH),
    "validity": (BASE, MENU, (*GROUND, "words/validity", "validity")),
    "guide": (MENU, OPENER),
    CONVERSATION: (BASE, (*GROUND, *DAYS, *CASE, *PIECES, *GUIDE)),
    KEEPING: ((*STORE, "guide/keeper", "guide/save-panel", *REMINDER, *SUMMARY),),
}

START = "window.rutin=window.rutin||{words:{}};"
# Of 2015, as leave. A part that throws is told by its name, and ends its group.
PART = 'part="{name}:";\n{text}\n'
GROUP = "(function(){{var part;try{{\n{parts}}}catch(error){{console.warn(part,error)}}}})();\n"


def bundled(script: str, sources: Mapping[str, str]) -> str:
    """The published file of a page's script. `sources` is part → text; raises KeyError for one that is not there."""
    return assembled(SCRIPTS[script], sources, minify.old_script if script in OLD else minify.script)


def assembled(groups: Iterable[Group], sources: Mapping[str, str], shorter: Callable[[str], str]) -> str:
    """These as one classic script, without what only a developer reads."""
    parts = ("".join(PART.format(name=name, text=sources[name]) for name in group) for group in groups)
    return shorter(START + "".join(GROUP.format(parts=each) for each in parts)).strip() + "\n"
