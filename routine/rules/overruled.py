"""What an editor has decided to leave as it is, one text and one rule at a time. It must be needed, or it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from msgspec.structs import replace

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.likeness import closest, listing
from routine.reading.nodes import Path
from routine.rules import (
    addressed,
    advice,
    guiding,
    language,
    names,
    opposite,
    pasted,
    people,
    personal,
    pointed,
    proper,
    roles,
    split,
    unshown,
    waiting,
)
from routine.rules.core import Rule, rule
from routine.rules.places import places

# Code → the rule that it is the code of. Personal numbers, addresses and persons' mobiles are not among them.
OVERRULABLE: dict[str, Rule] = {
    "R070": language.too_long,
    "R071": language.english,
    "R072": language.markup,
    "R073": language.promise,
    "R074": language.old_name,
    "R084": personal.functions_mobile,
    "R087": guiding.number_mistyped,
    "R100": guiding.danger_leads_elsewhere,
    "V001": advice.verb_first,
    "V002": advice.apart,
    "V003": advice.nobody_does_it,
    "V004": people.persons_name,
    "V005": advice.another_limit,
    "V009": language.old_name_in_short,
    "V010": advice.number_of_nobody,
    "V011": waiting.urgent_behind_the_opening,
    "V012": guiding.emergency_unsaid,
    "V013": addressed.own_to_several,
    "V014": roles.tab_tells,
    "V015": proper.name_begins_with_a_name,
    "V016": opposite.against_the_answer,
    "V017": names.copied,
    "V018": split.lost_in_the_split,
    "V019": pasted.word_in_two,
    "V020": pasted.sentences_in_one,
    "V021": pointed.row_of_nothing,
    "V022": addressed.shared_to_one,
    "V023": unshown.help_unshown,
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
    known = places(routine)
    for i, each in enumerate(routine.exceptions):
        if each.where not in known:
            yield Finding(
                "R076",
                ("exceptions", i, "where"),
                f"Texten ”{each.where}” finns inte.",
                "id och nyckel med punkt emellan, som de står i meddelandet",
                closest(each.where, [*known]) or "kopiera platsen ur meddelandet, eller ta bort undantaget.",
            )


@rule("R001", *Routine.model_fields)
def not_needed(routine: Routine) -> Iterator[Finding]:
    """Silent while anything in the file could not be read: it may be just what the exception is about."""
    broken = {(found.code, found.path) for code in _codes(routine) for found in OVERRULABLE[code](routine)}
    met: set[Aim] = set()
    for i, (each, aim) in enumerate(zip(routine.exceptions, _aims(routine), strict=True)):
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


def standing(findings: Iterable[Finding], routine: Routine) -> Iterator[Finding]:
    """Those that nobody has overruled, each with how that is done.

    An exception that is misspelt may mean any of them: it is then told alone.
    """
    aims, names = frozenset(_aims(routine)), None
    for found in findings:
        if found.code not in OVERRULABLE:
            yield found
        elif aims.isdisjoint(product((found.code, None), (found.path, None))):
            names = names or {path: name for name, path in places(routine).items()}  # Of no use to a sound file.
            entry = f"{{code: {found.code}, where: {names[found.path]}, reason: …}}"
            yield replace(found, hint=f"{found.hint} Ska det ändå stå så, lägg till {entry} under exceptions.")


# The code and the path that an exception is about, each None while it is unknown.
Aim = tuple[str | None, Path | None]


def _aims(routine: Routine) -> list[Aim]:
    known = places(routine) if routine.exceptions else {}
    return [(each.code if each.code in OVERRULABLE else None, known.get(each.where)) for each in routine.exceptions]


def _codes(routine: Routine) -> set[str]:
    return {each.code for each in routine.exceptions} & OVERRULABLE.keys()
