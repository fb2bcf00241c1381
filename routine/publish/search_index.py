"""What the search looks through."""

from __future__ import annotations

import json
from collections.abc import Iterable

from routine.domain import wording
from routine.domain.model import Routine
from routine.html.links import file_of
from routine.views.index import ASKED, entries
from routine.views.listed import Listed


def search_index(routine: Routine, listed: Iterable[Listed]) -> str:
    """The entries of A–Ö as a script, which also loads from a file share."""
    found = [
        {
            "title": e.title,
            # Of a question it is the question that is ours, not what explains it.
            "text": wording.marked(e.text, e.reading and e.kind != ASKED).strip(),
            "kind": wording.marked(e.kind, e.reading and e.kind == ASKED),
            "href": _href(e.address),
        }
        for e in entries(routine, listed)
    ]
    # U+2028 and < are legal in JSON and not safe in every script.
    text = (
        json.dumps(found, ensure_ascii=False)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
    return f"window.rutinSearchIndex = {text};\n"


def _href(address: str) -> str:
    path, mark, anchor = address.partition("#")
    return file_of(path) + mark + anchor
