"""The site's one style sheet, made of those in docs/assets/css/. A page may have one of its name, and needs none."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from routine.publish.pages import PAGES

# Later rules win. What pages share comes before their own; paper takes the most away, and has the last word.
SHARED = ("face", "reset", "tokens", "shell", "text", "parts", "fields", "tables")
LAST = ("search", "leave", "print")


def sheet(texts: Mapping[str, str]) -> str:
    """All of them as one, from a sheet's name to its text."""
    return "".join(texts[name] for name in order(texts))


def order(names: Collection[str]) -> tuple[str, ...]:
    """Those that the site is made of, the pages' own in the registry's order."""
    return (*SHARED, *(page.name for page in PAGES if page.name in names), *LAST)
