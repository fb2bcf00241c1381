"""JSON text for people and their programs.

One key per line, in letters of any language.
"""

from __future__ import annotations

from msgspec.json import encode, format


def indented(body: object, by: int = 1) -> str:
    """Render `body` as the text of a JSON file.

    Each level is `by` spaces deeper; keys keep their order.
    """
    return format(encode(body), indent=by).decode() + "\n"
