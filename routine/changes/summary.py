"""Summary of the changes, for an editor to begin from.

Used when an edition is to be summed up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from routine.changes.difference import Difference, Topic
from routine.model import wording

# The topics that a reader of an edition wants to know of, in words.
WORDS = {
    Topic.WITHDRAWN: "om rutinen gäller",
    Topic.PEOPLE: "vem som gör vad",
    Topic.LIMITS: "tidsgränser",
    Topic.CONDITIONS: "när steg gäller",
    Topic.QUESTIONS: "frågor",
    Topic.TELLING: "vem som får veta vad",
    Topic.TEXTS: "texter",
    Topic.CONTACTS: "kontakter och nummer",
    Topic.GUIDANCE: "vägledning",
    Topic.SITUATIONS: "situationer",
    Topic.TERMS: "ord som förklaras",
    Topic.EASY: "Lätt att läsa",
    Topic.OPEN: "öppna frågor",
    Topic.SECTIONS: "avsnitt och rader",
    Topic.SITE: "uppgifter om organisationen, källan och webbplatsen",
}
NAMED = 2
MOST_WANTED = 6
STEM = 5  # Letters: a shorter word carries no meaning by itself.


def summary(changes: Sequence[Difference]) -> str:
    """Return a summary in one sentence.

    `Ändrat: tidsgränser (åtgärden ”Byt röret”, rad 5).` Empty when nothing that a reader reads has changed.
    """
    subjects: dict[Topic, list[str]] = {}
    for change in changes:
        names = subjects.setdefault(change.topic, []) if change.topic in WORDS else []
        if change.subject not in names:
            names.append(change.subject)
    # A subject that is the topic itself is not named.
    own = {topic: [name for name in names if name not in ("", topic.value)] for topic, names in subjects.items()}
    said = [f"{WORDS[topic]} ({_named(names)})" if names else WORDS[topic] for topic, names in own.items()]
    return f"Ändrat: {wording.series(said)}." if said else ""


def is_about(said: str, changes: Sequence[Difference], names: Sequence[str]) -> bool:
    """Return whether a summary shares a word with the changes.

    Endings do not matter, and a word may be a part of another: jouren is Brottsofferjouren, and telefonnummer are
    nummer. `names` are those of the roles, for readers ask whether the news is for them.
    """
    told = " ".join(f"{each.topic.value} {each.subject} {each.what} {each.before} {each.after}" for each in changes)
    about = _words(f"{told} {summary(changes)} {' '.join(names)}")
    return any(one[:STEM] == other[:STEM] or one in other or other in one for one in _words(said) for other in about)


def wanted(changes: Sequence[Difference]) -> list[str]:
    """Return words of which a summary of the changes should have one.

    Words that have been added or removed come first.
    """
    differing = (word for each in changes for word in _words(f"{each.before} {each.after}") if _differs(word, each))
    words = dict.fromkeys([*differing, *_words(summary(changes))])
    return [word for word in words if word != "ändrat"][:MOST_WANTED]


def _differs(word: str, change: Difference) -> bool:
    return (word in _words(change.before)) != (word in _words(change.after))


def _words(text: str) -> list[str]:
    """Return the words long enough to carry a meaning, each once."""
    return [word for word in dict.fromkeys(re.findall(r"[^\W_]+", text.casefold())) if len(word) >= STEM]


def _named(names: Sequence[str]) -> str:
    shown = [wording.inside(name) for name in names[:NAMED]]
    more = len(names) - NAMED
    return wording.series([*shown, f"{wording.number(more)} till"] if more > 0 else shown)
