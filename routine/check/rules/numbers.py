"""Rules for numbers and time limits.

Telephone numbers, emergency numbers, numbers that nobody answers for; and the time limits that a text states.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from routine.check.finding import Finding
from routine.check.likeness import closest
from routine.check.nodes import Path
from routine.check.problems import Mark, Problem
from routine.check.rules.core import of_today, prose, twice
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.numerals import NUMBERS, hours, period
from routine.model.steps import Within
from routine.model.telephone import LEAST_SHORT, PUBLIC, figures, is_short, national, numbers_in, short_in

UNIT = "timme|timmar|tim|h|dag|dagar|dygn|vecka|veckor"
PERIOD = re.compile(
    rf"(?P<due>\b(?:inom|senast) )?\b(?P<count>\d{{1,3}}|ett|{'|'.join(NUMBERS[1:])}) ?(?P<unit>{UNIT})\b", re.I
)


def answer_explained_twice(routine: Routine) -> Iterator[Finding]:
    """Report answers with two explanations or two wordings.

    The reader who chooses sees one meaning of each answer and hands over one text. With two there is no telling which
    holds.
    """
    for i, question in enumerate(routine.questions):
        for key in ("means", "said"):
            parts = enumerate(getattr(question, key))
            said = ((part.answer, ("questions", i, key, j, "answer"), question) for j, part in parts)
            yield from twice("R061", said, key)


def declared(routine: Routine) -> dict[Path, str]:
    """Return the numbers of functions, by the path of each declaration."""
    every = ((name, i, each) for name in ("contacts", "emergency") for i, each in enumerate(getattr(routine, name)))
    return {(name, i, "number"): each.number for name, i, each in every if each.number}


def number_mistyped(routine: Routine) -> Iterator[Finding]:
    """Report misspelt emergency numbers.

    One figure wrong, or the number written in pieces, where it is declared or where a text says whom to ring. An advice
    with another number than its own is left to `advice_with_another_number`.
    """
    every = declared(routine)
    known = {figures(number) for number in every.values()}
    said = [(path, number, True) for path, number in every.items()]
    for leaf in of_today(routine):
        advice = (leaf.path[0], leaf.key) == ("emergency", "advice")
        said += [(leaf.path, each, not advice and figures(each) not in known) for each in short_in(leaf.text)]
    for path, number, strange in said:
        parted = next((each for each in PUBLIC if figures(each) == figures(number)), "")
        near = parted or meant(number)
        kind = "parted" if parted else "near" if near else "short" if len(number) < LEAST_SHORT else ""
        whole = parted and number.replace("\xa0", " ") in (parted, figures(parted))
        if kind and not whole and (parted or strange):
            yield Finding("R087", path, kind, number=number, near=near, public=PUBLIC)


def advice_with_another_number(routine: Routine) -> Iterator[Finding]:
    """Report an advice that never says its own short number.

    The reader rings the number that the advice says, so it must be there whatever else is said. A mistyped number is
    left to `number_mistyped`.
    """
    for i, item in enumerate(routine.emergency):
        said = [*short_in(item.advice)]
        if is_short(item.number) and not meant(item.number) and said and figures(item.number) not in map(figures, said):
            related = [("emergency", i, "number")]
            yield Finding("R086", ("emergency", i, "advice"), related=related, said=said[0], item=item)


def emergency_unsaid(routine: Routine) -> Iterator[Finding]:
    """Advise on emergency numbers whose advice does not say the number."""
    for i, item in enumerate(routine.emergency):
        if is_short(item.number) and not [*short_in(item.advice)]:
            yield Finding("V012", ("emergency", i, "advice"), item=item)


def number_not_emergency(routine: Routine) -> Iterator[Finding]:
    """Report an action that rings a number not listed under `emergency`.

    The number would have no label, no advice, and nobody to check that it still holds. No number is guessed. All
    actions that ring the same number are reported at the first, since the number may be declared wrongly.
    """
    known = [item.number for item in routine.emergency]
    calls = ((action.call.number, i) for i, action in enumerate(routine.actions) if action.call)
    # A number that is mistyped under emergency is reported there.
    mistyped = " ".join(map(meant, known))
    rings = by_key((number, i) for number, i in calls if number not in known and number not in mistyped)
    for number, places in rings.items():
        first, *others = [("actions", i, "call", "number") for i in places]
        near = [("emergency", j, "number") for j, each in enumerate(known) if closest(each, [number])]
        same, action = (
            next((each for each in known if figures(each) == figures(number)), ""),
            routine.actions[places[0]],
        )
        kind, related = "same" if same else "", [*others, *near]
        yield Finding("R062", first, kind, related=related, number=number, same=same, action=action, known=known)


def danger_leads_elsewhere(routine: Routine) -> Iterator[Finding]:
    """Report when acute danger does not lead to the first public number.

    A situation with `emergency` gets the first number listed. If the right entry is deleted, nobody would notice.
    """
    first = next(iter(routine.emergency), None)
    acute = next((item for item in routine.situations if item.emergency), None)
    if first and acute and figures(first.number) != PUBLIC[0] and PUBLIC[0] not in meant(first.number):
        yield Finding("R100", ("emergency", 0, "number"), acute=acute, first=first)


def number_of_nobody(routine: Routine) -> Iterator[Finding]:
    """Advise on numbers in texts that are declared nowhere.

    A number that is changed where it is declared may be left in a text: a page then says both.
    """
    for leaf in of_today(routine):
        yield from (Finding("V010", leaf.path, part=each, number=each) for each in _of_nobody(leaf.text, routine))


def numbers_in_lines(lines: Iterable[str], routine: Routine) -> Iterator[Problem]:
    """Yield numbers declared nowhere in the lines of a page."""
    for at, line in enumerate(lines, 1):
        for number in _of_nobody(line, routine):
            told = Finding("V010", (), number=number)
            mark = Mark(at, line.index(number) + 1, len(number))
            yield Problem(told.code, mark, told.message, told.allowed, told.hint)


def _of_nobody(text: str, routine: Routine) -> list[str]:
    """Return the numbers of a text that are neither declared nor public."""
    if not (said := [each for each in numbers_in(text) if not meant(each)]):
        return []
    known = {national(number) for number in (*PUBLIC, *declared(routine).values())}
    return [each for each in said if national(each) not in known]


def meant(number: str) -> str:
    """Return the public numbers that are one slip away.

    Empty if the number is itself a public one.
    """
    own = figures(number)
    near = [] if own in map(figures, PUBLIC) else [each for each in PUBLIC if _one_slip(own, figures(each))]
    return " eller ".join(near)


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two numbers differ by one typing slip.

    One figure is wrong, too many or missing, or two neighbours have changed places.
    """
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return any(short == long[:at] + long[at + 1 :] for at in range(len(long)))
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(unlike) == 1 or (len(unlike) == 2 and sorted(one) == sorted(other) and unlike[1] - unlike[0] == 1)


def another_limit(routine: Routine) -> Iterator[Finding]:
    """Report time limits in an action's texts that differ from `within`.

    The limit has been moved, or no key holds it. A limit in months, years or minutes exists in words alone and is not
    compared.
    """
    parts = [{*part.steps} for part in routine.easy.parts] if routine.easy else []
    limited = {action.id for action in routine.actions if action.within}
    for i, action in enumerate(routine.actions):
        among = [part for part in parts if action.id in part and (action.within or not part & limited)]
        easy = [("easy", "parts", parts.index(part)) for part in among]
        own = (leaf for leaf in prose(routine) if leaf.path[:2] == ("actions", i) or leaf.path[:3] in easy)
        for leaf, match in ((each, match) for each in own for match in PERIOD.finditer(each.text)):
            said = match.group()[len(match["due"] or "") :]
            if not action.within:
                if match["due"]:
                    yield Finding("R108", leaf.path, "none", part=match.group(), said=match.group().casefold())
            elif _is_meant(match, action.within) and hours_of(match) != action.within.hours:
                held = period(action.within.count, action.within.unit)
                yield Finding("R108", leaf.path, part=said, said=said.casefold(), held=held)


def _is_meant(match: re.Match[str], within: Within) -> bool:
    """Tell whether a period in a text refers to the limit.

    Beside a limit in days, hours are a duration, unless the text says by when.
    """
    return within.days is None or not match["unit"].casefold().startswith(("tim", "h")) or bool(match["due"])


def hours_of(match: re.Match[str]) -> int:
    """Return the hours of a period that a text says."""
    amount, unit = match["count"].casefold(), match["unit"].casefold()
    count = int(amount) if amount.isdigit() else NUMBERS.index("en" if amount == "ett" else amount)
    return hours(count, {"tim": "timmar", "h": "timmar", "vec": "veckor"}.get(unit[:3], "dagar"))
