"""The site's one style sheet, made of those in docs/assets/css/, in the order in which later rules win."""

from __future__ import annotations

from collections.abc import Callable, Iterable

# The ground and what pages share, the pages' own, then what stands on every page;
# print last, since it takes the most away.
SHEETS = (
    "reset",
    "tokens",
    "shell",
    "text",
    "parts",
    "fields",
    "tables",
    "start",
    "role",
    "easy",
    "checklist",
    "flowchart",
    "matrix",
    "whole",
    "timeline",
    "guide",
    "booklet",
    "validity",
    "guidance",
    "contacts",
    "about",
    "editors",
    "words",
    "index",
    "search",
    "leave",
    "print",
)


def sheet(read: Callable[[str], str], names: Iterable[str] = SHEETS) -> str:
    """All of them as one. `read` gives the text of a sheet by its name."""
    return "".join(read(name) for name in names)
