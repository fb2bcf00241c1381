"""What an editor has decided to leave as it is, one text and one rule at a time. It must be needed, or it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from routine.domain.model import Overruled, Routine
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
    for i, each in enumerate(routine.exceptions):
        told = each.code in OVERRULABLE and each.where in places(routine)
        earlier = [_aim(other) for other in routine.exceptions[:i]]
        if told and (_aim(each) in earlier or not _applies(routine, each)):
            yield Finding(
                "R077",
                ("exceptions", i),
                f"Undantaget från {each.code} behövs inte: "
                + ("det står två gånger." if _aim(each) in earlier else f"{each.where} följer regeln."),
                "undantag som behövs",
                "ta bort undantaget.",
            )


def stands(routine: Routine, finding: Finding) -> bool:
    """Whether nobody has overruled the finding. An exception that is misspelt may mean it: that is then told alone."""
    return finding.code not in OVERRULABLE or not any(_means(routine, each, finding) for each in routine.exceptions)


def offered(routine: Routine, finding: Finding) -> Finding:
    """The finding, with how it is overruled if it can be."""
    if finding.code not in OVERRULABLE:
        return finding
    entry = f"{{code: {finding.code}, where: {place_of(routine, finding.path)}, reason: …}}"
    return replace(finding, hint=f"{finding.hint} Ska det ändå stå så, lägg till {entry} under exceptions.")


def _aim(each: Overruled) -> tuple[str, str]:
    return each.code, each.where


def _means(routine: Routine, each: Overruled, finding: Finding) -> bool:
    path = places(routine).get(each.where, finding.path)
    return path == finding.path and (each.code == finding.code or each.code not in OVERRULABLE)


def _applies(routine: Routine, each: Overruled) -> bool:
    return any(found.path == places(routine)[each.where] for found in OVERRULABLE[each.code](routine))
