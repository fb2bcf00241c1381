"""A view's HTML on its way past Markdown, which would read it sign by sign and might change it: as a comment, opened in the last step."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode

CARRIED = re.compile(r"<!--rutin:html ([A-Za-z0-9+/=]*)-->")


def carried(html: str) -> str:
    """The HTML as one comment, whatever stands in it."""
    return f"<!--rutin:html {b64encode(html.encode()).decode()}-->"


def opened(page: str) -> str:
    """The page with everything that was carried, as it was."""
    return CARRIED.sub(lambda match: b64decode(match[1]).decode(), page)
