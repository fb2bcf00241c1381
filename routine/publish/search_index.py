"""What the search looks through, as a script, which also loads from a file share."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from routine.domain import wording
from routine.domain.model import Routine
from routine.html.links import place_of
from routine.publish.sought import ASKED, Sought, sought
from routine.views.listed import Listed

# A word that is written together with a hyphen is one: e-post is no post.
WORD = re.compile(r"\w+(?:-\w+)*")
MOST_SHOWN = 110  # Signs of a text: what a hit has room for, on two lines of a phone.
# How the script's own words are written: small: 'av och ' + 'till'.
SMALL = re.compile(r"\bsmall:((?:\s*\+?\s*'[^']*')+)")
STRING = re.compile(r"'([^']*)'")
CUT = re.compile(r"[\s,.;:–-]*\s\S*$")


def small_words(script: str) -> frozenset[str]:
    """The words that say nothing by themselves, out of the script that the search has its Swedish from. Raises
    ValueError where they do not stand there."""
    found = SMALL.search(script)
    if not found:
        raise ValueError("The script has no small words")
    return frozenset("".join(STRING.findall(found[1])).split())


def search_index(routine: Routine, listed: Iterable[Listed], small: frozenset[str] = frozenset()) -> str:
    """Every entry: what is shown of it, and the words that it is found by as well, each kind of that in a list of its
    own, since what is alike weighs less side by side. `small`: words that the search
    passes by, so that nobody needs to load them."""
    entries = [_entry(each, small) for each in sought(routine, listed)]
    columns = {key: [entry[key] for entry in entries] for key in entries[0]}
    # U+2028 and < are legal in JSON and not safe in every script.
    text = (
        json.dumps({"about": _about(routine)} | columns, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
    return f"window.rutinSearchIndex = {text};\n"


def _about(routine: Routine) -> str:
    """What the whole site is about: words that say little of which page is meant."""
    site = routine.site
    return " ".join(site.subject) or site.heading or routine.source.title


def _entry(each: Sought, small: frozenset[str]) -> dict[str, str]:
    asked = each.kind == ASKED
    shown, rest = _cut(each.text)
    return {
        "kind": wording.marked(each.kind, each.reading and asked),
        "href": place_of(each.address),
        "who": each.who,
        "when": each.when or "",
        "also": ",".join(sorted(each.also)),
        "title": each.title,
        # Of a question it is the question that is ours, not what explains it.
        "text": wording.marked(shown, each.reading and not asked).strip(),
        "more": _new(
            " ".join((each.title, shown, each.who, *(word for word in each.also if " " not in word))),
            f"{rest} {' '.join(each.more)}",
            small,
        ),
    }


def _cut(text: str) -> tuple[str, str]:
    """What is shown of a text, and the rest of it."""
    whole = " ".join(text.split())
    if len(whole) <= MOST_SHOWN:
        return whole, ""
    shown = CUT.sub("", whole[: MOST_SHOWN + 1])
    return f"{shown} …", whole[len(shown) :]


def _new(shown: str, more: str, small: frozenset[str]) -> str:
    """What stands there too, each word once and none that is there already: the index is loaded on phones."""
    seen = {*_words(shown), *small}
    return " ".join(word for word in dict.fromkeys(_words(more)) if word.isdigit() or word not in seen)


def _words(text: str) -> Iterator[str]:
    return (word for word in WORD.findall(text.lower()))
