"""Exceptions: findings that an editor has decided to leave as they are.

Each covers one rule at one text, and must be needed, or it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from routine.check.finding import Finding, retired
from routine.check.likeness import closest
from routine.check.nodes import Path
from routine.check.rules import language, left, numbers, personal, steps
from routine.check.rules.core import Check, place_of, places
from routine.model.adopted import Adopted
from routine.model.model import Routine

# Code → its rule. Personal numbers, addresses and personal mobiles cannot be excepted.
RULES: dict[str, Check] = {
    "R070": language.too_long,
    "R071": language.english,
    "R072": language.markup,
    "R073": language.promise,
    "R074": language.old_name,
    "R084": personal.functions_mobile,
    "R087": numbers.number_mistyped,
    "R100": numbers.danger_leads_elsewhere,
    "R108": numbers.another_limit,
    "V009": language.old_name_in_short,
    "V010": numbers.number_of_nobody,
    "V011": steps.urgent_behind_the_opening,
    "V012": numbers.emergency_unsaid,
    "V014": language.tab_tells,
    "V022": language.shared_to_one,
}
DECIDED = "R109"  # Its rule needs the adopted document.
OVERRULABLE = (*RULES, DECIDED)
# The code and the path of an exception, each None if unknown.
Aim = tuple[str | None, Path | None]


def exceptions(routine: Routine, adopted: Adopted | None) -> Iterator[Finding]:
    """Report exceptions that are unknown, misplaced, unneeded or repeated.

    Those from a rule about the adopted document are not judged where there is none.
    """
    known = places(routine) if routine.exceptions else {}
    codes = {each.code for each in routine.exceptions} & RULES.keys()
    broken = {(found.code, found.path) for code in codes for found in RULES[code](routine)}
    broken |= {(found.code, found.path) for found in (left.still_said(routine, adopted) if adopted else ())}
    met: set[Aim] = set()
    for i, each in enumerate(routine.exceptions):
        aim = each.code, known.get(each.where)
        if each.code not in OVERRULABLE:
            kind, near = "retired" if each.code in retired() else "", closest(each.code, OVERRULABLE)
            yield Finding("R075", ("exceptions", i, "code"), kind, each=each, known=OVERRULABLE, near=near or REMOVE)
        elif aim[1] is None:
            near = closest(each.where, [*known]) or COPY
            yield Finding("R076", ("exceptions", i, "where"), each=each, near=near)
        elif aim in met or (aim not in broken and (adopted or each.code != DECIDED)):
            yield Finding("R077", ("exceptions", i), "twice" if aim in met else "", each=each)
        met.add(aim)


REMOVE = "ta bort undantaget, och rätta texten."
COPY = "kopiera platsen ur meddelandet, eller ta bort undantaget."


def standing(findings: Iterable[Finding], routine: Routine) -> Iterator[Finding]:
    """Yield the findings that no exception covers, with how to except each.

    A misspelt exception may be meant for any of them: it is then reported alone.
    """
    known = places(routine) if routine.exceptions else {}
    aims: set[Aim] = {
        (each.code if each.code in OVERRULABLE else None, known.get(each.where))
        for each in routine.exceptions
        if each.code not in retired()
    }
    for found in findings:
        if found.code in OVERRULABLE and aims.isdisjoint(product((found.code, None), (found.path, None))):
            # Of a duplicate id only one place has a name: R001 reports it.
            if where := place_of(routine, found.path):
                entry = f"{{code: {found.code}, where: {where}, reason: …}}"
                found.more = f" Ska det ändå stå så, lägg till {entry} under exceptions."
            yield found
        elif found.code not in OVERRULABLE:
            yield found
