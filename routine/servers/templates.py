"""The files as they are read, with places for what differs. Not those of pages: nothing here is HTML."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER_OF_TEMPLATES = Path(__file__).parent / "templates"
# A line of its own, or a word in a line.
SLOT = re.compile(r"^([ \t]*(?:# +)?)\{\{ (\w+) \}\}\n|\{\{ (\w+) \}\}", re.MULTILINE)


def filled_in(template: str | Path, **values: str | list[str]) -> str:
    """The template, by its name here or by its path, with its places filled. A list stands at a line of its own, and
    each of its lines begins as that does: indented, or as a comment. Raises KeyError for a place that has no value."""
    text = (FOLDER_OF_TEMPLATES / template).read_text(encoding="utf-8")
    return SLOT.sub(lambda found: _value(found, values), text)


def _value(found: re.Match[str], values: dict[str, str | list[str]]) -> str:
    before, alone, within = found.groups()
    value = values[alone or within]
    if isinstance(value, list):
        return "".join(f"{before}{line}".rstrip() + "\n" for line in value)
    return found[0].replace(f"{{{{ {alone or within} }}}}", value)
