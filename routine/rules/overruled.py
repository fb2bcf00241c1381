"""What an editor has decided to leave as it is, one text and one rule at a time. It must be needed, or it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product

from routine.domain.model import Overruled, Routine
from routine.reading.nodes import Path
from routine.reading.problems import closest, listing
from routine.rules import advice, language, people, personal
from routine.rules.core import Finding, Rule, rule
from routine.rules.places import place_of, places

# Code → the rule that it is the code of. Personal numbers, addresses and persons' mobiles are not among them.
OVERRULABLE: dict[str, Rule] = {
    "R070": language.too_long,
    "R071": language.english,
    "R072": language.markup,
    "R073": language.promise,
    "R074": language.old_name,
    "R084": personal.functions_mobile,
    "V001": advice.verb_first,
    "V002": advice.apart,
    "V003": advice.nobody_does_it,
    "V004": people.persons_name,
}


@rule()
def unknown_code(routine: Routine) -> Iterator[Finding]:
    for i, each in enumerate(routine.exceptions):
        if each.code not in OVERRULABLE:
            yield Finding(
                "R075",
                ("exceptions", i, "code"),
                f"Från ”{each.code}” går det inte att göra undantag.",
                listing(OVERRULABLE),
                closest(each.code, [*OVERRULABLE]) or "ta bort undantaget, och rätta texten.",
            )


@rule("R001", *Routine.model_fields)
def unknown_place(routine: Routine) -> Iterator[Finding]:
    for i, each in enumerate(routine.exceptions):
        if each.where not in places(routine):
            yield Finding(
                "R076",
                ("exceptions", i, "where"),
                f"Texten ”{each.where}” finns inte.",
                "id och nyckel med punkt emellan, som de står i meddelandet",
                closest(each.where, [*places(routine)]) or "kopiera platsen ur meddelandet, eller ta bort undantaget.",
            )


@rule("R001", *Routine.model_fields)
def not_needed(routine: Routine) -> Iterator[Finding]:
    """Silent while anything in the file could not be read: it may be just what the exception is about."""
    broken = {(found.code, found.path) for code in _codes(routine) for found in OVERRULABLE[code](routine)}
    met: set[Aim] = set()
    for i, each in enumerate(routine.exceptions):
        aim = _aim(routine, each)
        if None not in aim and (aim in met or aim not in broken):
            yield Finding(
                "R077",
                ("exceptions", i),
                f"Undantaget från {each.code} behövs inte: "
                + ("det står två gånger." if aim in met else f"{each.where} följer regeln."),
                "undantag som behövs",
                "ta bort undantaget.",
            )
        met.add(aim)


def stands(routine: Routine, finding: Finding) -> bool:
    """Whether nobody has overruled the finding. An exception that is misspelt may mean it: that is then told alone."""
    meant = product((finding.code, None), (finding.path, None))
    return finding.code not in OVERRULABLE or _aims(routine).isdisjoint(meant)


def offered(routine: Routine, finding: Finding) -> Finding:
    """The finding, with how it is overruled if it can be."""
    if finding.code not in OVERRULABLE:
        return finding
    entry = f"{{code: {finding.code}, where: {place_of(routine, finding.path)}, reason: …}}"
    return replace(finding, hint=f"{finding.hint} Ska det ändå stå så, lägg till {entry} under exceptions.")


# The code and the path that an exception is about, each None while it is unknown.
Aim = tuple[str | None, Path | None]


@lru_cache(maxsize=2)
def _aims(routine: Routine) -> frozenset[Aim]:
    return frozenset(_aim(routine, each) for each in routine.exceptions)


def _aim(routine: Routine, each: Overruled) -> Aim:
    return each.code if each.code in OVERRULABLE else None, places(routine).get(each.where)


def _codes(routine: Routine) -> set[str]:
    return {each.code for each in routine.exceptions} & OVERRULABLE.keys()
