"""Values of the model in words, and the sentences in which texts differ."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from msgspec import Struct

from routine.changes.known import SPACES, Known
from routine.changes.labels import label
from routine.model import numerals, wording
from routine.model.about import Withdrawal
from routine.model.adopted import Change, Consultation, Period
from routine.model.part import Part
from routine.model.steps import Consulted, Within

BASES = {"kalla": "källan säger det", "tolkning": "vår tolkning", "egen": "egen åtgärd"}
READING = " (vår tolkning)"
BETWEEN = " · "  # Separates the items of a list.
MODES = {"alla": "alla", "nagon": "en eller flera"}


class Spoken(Struct, frozen=True):
    """Fields of a part that are put in one phrase."""

    fields: tuple[str, ...]
    said: Callable[[Known, Any], str]


def _consulted(known: Known, consulted: Consulted | Consultation) -> str:
    names = [known.name("roles", id) for id in consulted.roles]
    return wording.series(names, "och/eller" if consulted.mode == "nagon" else "och")


def _limit(known: Known, within: Within | Period) -> str:
    """Return a time limit: `två dagar`, `två dagar efter ”Byt röret”`.

    The start of the count is named unless it is the event.
    """
    period = numerals.period(within.count, within.unit)
    return f"{period} efter {known.name('after', within.after)}" if within.after else period


def _withdrawal(_: Known, it: Withdrawal) -> str:
    """Return a withdrawal in words.

    `31 januari 2027. Styrelsen har upphävt rutinen. https://plan.example/`.
    """
    return " ".join(filter(None, (f"{wording.long_date(it.until)}.", *it.text.split(), it.url)))


PHRASES: dict[type[Part], Spoken] = {
    Within: Spoken(("count", "unit", "after"), _limit),
    Period: Spoken(("count", "unit", "after"), _limit),
    Consulted: Spoken(("mode", "roles"), _consulted),
    Consultation: Spoken(("mode", "roles"), _consulted),
    Withdrawal: Spoken(("until", "text", "url"), _withdrawal),
}


def said(known: Known, field: str, value: Any) -> str:
    """Return the value of a field in words; empty for None."""
    if value is None:
        return ""
    if isinstance(value, Part):
        return whole(known, value)
    if isinstance(value, date):
        return wording.long_date(value)
    if isinstance(value, tuple):
        words = [said(known, field, item) for item in value]
        ids = field in SPACES and not any(isinstance(item, Part) for item in value)
        return wording.series(words) if ids else BETWEEN.join(words)
    text = " ".join(str(value).split())
    if field == "row":
        return f"rad {text}"
    if field in ("basis", "responsible_basis", "opens", "jointly"):
        return BASES.get(text, text)
    if field == "removed":
        return wording.inside(label(Change, text))
    if field == "unasked":
        return "utan att bli ombedd"
    return MODES[text] if field == "mode" else known.name(field, text)


def told_by(known: Known, old: Part, new: Part) -> tuple[str, ...]:
    """Return the differing fields that the part's phrase covers.

    Each of them, alone, changes the phrase.
    """
    phrase, was = PHRASES.get(type(old)), spoken(known, old)
    alone = [(name, old.model_copy(update={name: getattr(new, name)})) for name in (phrase.fields if phrase else ())]
    return tuple(name for name, part in alone if spoken(known, part) != was)


def spoken(known: Known, part: Part) -> str:
    """Return the part's phrase, or '' if it has none."""
    phrase = PHRASES.get(type(part))
    return phrase.said(known, part) if phrase else ""


def whole(known: Known, part: Part, without: tuple[str, ...] = ()) -> str:
    """Return all content of a part in words.

    Its own fields come first, with the mark of an interpretation after them, then the parts within it.
    """
    phrase = PHRASES.get(type(part))
    skipped = {"basis", *without, *(phrase.fields if phrase else ())}
    own, inner = [spoken(known, part)], list[str]()
    for name, value in part:
        if name not in skipped:
            words = _labelled(type(part), name, said(known, name, value))
            (inner if _of_parts(value) else own).append(words)
    text = ", ".join(filter(None, own))
    mark = READING if getattr(part, "basis", "") == "tolkning" else ""
    return ", ".join(filter(None, (f"{text}{mark}".strip(), *inner)))


def _of_parts(value: Any) -> bool:
    return isinstance(value, Part) or (isinstance(value, tuple) and any(isinstance(item, Part) for item in value))


def _labelled(part: type[Part], name: str, words: str) -> str:
    """Return words with the name of the field before them, in a decision.

    The changes of a decision are bare facts, which say nothing without their names.
    """
    return f"{wording.inside(label(part, name))} {words}" if part is Change and words and name != "row" else words


def only(before: str, after: str) -> tuple[str, str]:
    """Return the sentences of two texts that differ.

    Equal sentences at the beginning and the end are left out.
    """
    old, new = _sentences(before), _sentences(after)
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    old, new = old[same:], new[same:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return " ".join(old), " ".join(new)


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?:])\s+|\n+", text) if part]
