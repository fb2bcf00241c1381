"""JSON as a person or a program of hers reads it: a key a line, in letters of any language."""

from __future__ import annotations

from msgspec.json import encode, format


def indented(body: object, by: int = 1) -> str:
    """The text of a file with `body` in it, `by` spaces deeper for each level, its keys in the order they have."""
    return format(encode(body), indent=by).decode() + "\n"
