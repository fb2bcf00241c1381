"""Limits that a text says, where no rule of the source looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.numerals import NUMBERS, hours, period
from routine.domain.steps import Within
from routine.reading.finding import Finding
from routine.rules.texts import prose

UNIT = "timme|timmar|tim|h|dag|dagar|dygn|vecka|veckor"
PERIOD = re.compile(
    rf"(?P<due>\b(?:inom|senast) )?\b(?P<count>\d{{1,3}}|ett|{'|'.join(NUMBERS[1:])}) ?(?P<unit>{UNIT})\b", re.I
)
# Where an action without a limit may say one of its own.
SAYS = ("text", "others", "detail", "wallet", "requirement")


def another_limit(routine: Routine) -> Iterator[Finding]:
    """A limit that has been moved, or that no key holds. One in months, years or minutes stands in words alone."""
    steps = routine.easy.steps if routine.easy else ()
    for i, action in enumerate(routine.actions):
        easy = {("easy", "steps", j) for j, step in enumerate(steps) if step.step == action.id}
        for leaf in prose(routine):
            own = leaf.path[:2] == ("actions", i)
            for match in PERIOD.finditer(leaf.text) if own or leaf.path[:3] in easy else ():
                said, due = match.group()[len(match["due"] or "") :], match["due"]
                if not action.within:
                    if due and own and leaf.path[2] in SAYS:
                        yield Finding("V005", leaf.path, "none", part=match.group(), said=match.group().casefold())
                elif _is_meant(match, action.within) and _hours(match) != action.within.hours:
                    held = period(action.within.count, action.within.unit)
                    yield Finding("V005", leaf.path, part=said, said=said.casefold(), held=held)


def _is_meant(match: re.Match[str], within: Within) -> bool:
    """Beside a limit in days hours are how long something takes, unless it says by when."""
    return within.days is None or not match["unit"].casefold().startswith(("tim", "h")) or bool(match["due"])


def _hours(match: re.Match[str]) -> int:
    amount, unit = match["count"].casefold(), match["unit"].casefold()
    count = int(amount) if amount.isdigit() else NUMBERS.index("en" if amount == "ett" else amount)
    return hours(count, {"tim": "timmar", "h": "timmar", "vec": "veckor"}.get(unit[:3], "dagar"))
