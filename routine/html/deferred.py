"""What a page gets in the last step, when the whole site is there:
one protocol for a view's HTML, an address, a size, and the shell.

A placeholder is a comment that names what belongs there. Comments pass every engine untouched: Markdown would read a
view's HTML character by character, and Zensical rewrites the addresses that it sees.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping

PLACEHOLDER = re.compile(r"<!--rutin:([a-z-]+)(?: ([^<>]*))?-->")
HTML = "html"

# Kind of placeholder → its value to what belongs there.
Fillings = Mapping[str, Callable[[str], str]]


def deferred(kind: str, value: str = "") -> str:
    """A placeholder. `value` has neither < nor >: an address, say."""
    return f"<!--rutin:{kind} {value}-->"


def deferred_html(html: str) -> str:
    """Any HTML, which may have placeholders of its own."""
    return deferred_html_of(HTML, html)


def deferred_html_of(kind: str, html: str) -> str:
    """HTML that stands there only where `unpacked` gives it back."""
    return deferred(kind, b64encode(html.encode()).decode())


def unpacked(value: str) -> str:
    """The HTML of such a placeholder."""
    return b64decode(value).decode()


def is_left(page: str) -> bool:
    """Whether something of it waits for what is known later."""
    return PLACEHOLDER.search(page) is not None


def filled(page: str, fillings: Fillings) -> str:
    """The page with everything that was left for the last step. A placeholder of no known kind stays."""

    def fill(match: re.Match[str]) -> str:
        kind, value = match[1], match[2] or ""
        if kind == HTML:
            return filled(unpacked(value), fillings)
        return fillings[kind](value) if kind in fillings else match[0]

    return PLACEHOLDER.sub(fill, page)
