"""How large a file is, said beside its link. What is printed is made after the pages, so its size gets its place in the last step."""

from __future__ import annotations

import re
from pathlib import Path

from routine.domain import wording

MARK = re.compile(r"<!--rutin:size:(.*?)-->")


def later_size(address: str) -> str:
    """A mark for `sized` to put the size of the file with this address in place of; a comment, which no text of the data can be."""
    return f"<!--rutin:size:{address}-->"


def sized(html: str, site: Path) -> str:
    """The page with every size that was left for the last step."""
    return MARK.sub(lambda match: wording.size((site / match[1].lstrip("/")).stat().st_size), html)
