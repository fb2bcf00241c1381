"""The search index, as a script: that loads from a file share too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from routine.model import wording
from routine.model.model import Routine
from routine.pages.links import Listed, place_of
from routine.site.sought import ASKED, Sought, sought

# A hyphenated word is one word: e-post is not post.
WORD = re.compile(r"\w+(?:-\w+)*")
MOST_SHOWN = 110  # Characters of a text: the room of a hit, two lines on a phone.
# The stop words, as the script has them: small: 'av och ' + 'till'.
SMALL = re.compile(r"\bsmall:((?:\s*\+?\s*'[^']*')+)")
STRING = re.compile(r"'([^']*)'")
CUT = re.compile(r"[\s,.;:–-]*\s\S*$")


def small_words(script: str) -> frozenset[str]:
    """Read the stop words from the script with the search's Swedish.

    Raises ValueError where it has none.
    """
    found = SMALL.search(script)
    if not found:
        raise ValueError("The script has no small words")
    return frozenset("".join(STRING.findall(found[1])).split())


def search_index(routine: Routine, listed: Iterable[Listed], small: frozenset[str] = frozenset()) -> str:
    """Write the search index, one column for each field of the entries.

    An entry has the text that is shown of it and the words that it is found by. The columns compress better than whole
    entries would. `small` are the stop words of the search, which nobody needs to load.
    """
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
    """Return the subject of the whole site.

    Its words say little about which page is meant.
    """
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
        # For a question the mark is on the kind: the question is our interpretation, not its explanation.
        "text": wording.marked(shown, each.reading and not asked).strip(),
        "more": _new(
            " ".join((each.title, shown, each.who, *(word for word in each.also if " " not in word))),
            f"{rest} {' '.join(each.more)}",
            small,
        ),
    }


def _cut(text: str) -> tuple[str, str]:
    """Split a text into the part that is shown and the rest."""
    whole = " ".join(text.split())
    if len(whole) <= MOST_SHOWN:
        return whole, ""
    shown = CUT.sub("", whole[: MOST_SHOWN + 1])
    return f"{shown} …", whole[len(shown) :]


def _new(shown: str, more: str, small: frozenset[str]) -> str:
    """Return the words of an entry's page that are not shown in the hit.

    Each word occurs once, and none that is shown already: the index is loaded on phones.
    """
    seen = {*_words(shown), *small}
    return " ".join(word for word in dict.fromkeys(_words(more)) if word.isdigit() or word not in seen)


def _words(text: str) -> Iterator[str]:
    return (word for word in WORD.findall(text.lower()))
