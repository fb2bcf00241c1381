"""A difference as lines: a statement, and the details below it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from routine.changes.difference import Difference, Topic

# The most letters of old and new value together on one line.
SHORT = 60

Line = tuple[str, tuple[str, ...]]


def line(difference: Difference) -> Line:
    """Return a difference as a line: `Tidsgräns: två veckor → tio dagar`.

    Long values are put below it.
    """
    what, before, after = difference.what, difference.before, difference.after
    if what.endswith("."):
        return what, tuple((before or after).splitlines())
    if before and after:
        if "\n" in before + after or len(before) + len(after) > SHORT:
            return f"{what}:", (f"Förut: {_flat(before)}", f"Nu: {_flat(after)}")
        return f"{what}: {before} → {after}", ()
    if before or after:
        return f"{what} – {'nytt' if after else 'tas bort'}: {_flat(before or after)}", ()
    return f"{what}.", ()


def grouped(
    differences: Iterable[Difference],
) -> list[tuple[Topic, list[tuple[str, str, list[Line]]]]]:
    """Group differences by topic, and by subject with its place, into lines."""
    return [
        (
            topic,
            [
                (subject, place, [line(each) for each in same])
                for (subject, place), same in groupby(under, key=lambda each: (each.subject, each.place))
            ],
        )
        for topic, under in groupby(differences, key=lambda each: each.topic)
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())
