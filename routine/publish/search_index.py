"""What the search looks through, as a script, which also loads from a file share."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from routine.domain import wording
from routine.domain.model import Routine
from routine.html.links import file_of
from routine.publish.sought import EDITED, Sought, sought
from routine.views.index import ASKED
from routine.views.listed import Listed

WORD = re.compile(r"\w+")


def search_index(routine: Routine, listed: Iterable[Listed]) -> str:
    """Every entry: what is shown of it, and the words that it is found by as well. The codes, of which there are many,
    and which have nothing but a title, are the lines of one."""
    everything = list(sought(routine, listed))
    codes = [each for each in everything if each.kind == EDITED]
    found = [*(_entry(each) for each in everything if each.kind != EDITED), _lines(codes)]
    # U+2028 and < are legal in JSON and not safe in every script.
    text = (
        json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
    return f"window.rutinSearchIndex = {text};\n"


def _entry(each: Sought) -> dict[str, str]:
    """What is empty is left out, but for what every hit has."""
    asked = each.kind == ASKED
    shown = {
        "title": each.title,
        # Of a question it is the question that is ours, not what explains it.
        "text": wording.marked(each.text, each.reading and not asked).strip(),
        "kind": wording.marked(each.kind, each.reading and asked),
        "href": _href(each.address),
    }
    hidden = {"who": each.who, "also": ", ".join(each.also), "more": _new(each), "when": each.when or ""}
    return shown | {key: value for key, value in hidden.items() if value}


def _lines(codes: Sequence[Sought]) -> dict[str, str | list[str]]:
    """`S001: Filen är inte sparad som UTF-8`: each stands at the place that its code names."""
    page = _href(codes[0].address).partition("#")[0]
    return {"kind": EDITED, "href": f"{page}#", "lines": [each.title for each in codes]}


def _new(each: Sought) -> str:
    """What stands there too, each word once and none that is there already: the index is loaded on phones."""
    seen = {*_words(f"{each.title} {each.text} {each.who}")}
    return " ".join(word for word in dict.fromkeys(_words(" ".join(each.more))) if word.isdigit() or word not in seen)


def _words(text: str) -> Iterator[str]:
    return (word for word in WORD.findall(text.lower()))


def _href(address: str) -> str:
    path, mark, anchor = address.partition("#")
    return file_of(path) + mark + anchor
