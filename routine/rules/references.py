"""What is named must be there: roles, questions, sections, tracks, actions, open questions, contacts, guidance.

Which field names what, the types of the model say (`routine/domain/referring.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from msgspec.structs import replace
from pydantic import BaseModel

from routine.domain.grouping import by_key
from routine.domain.model import Routine
from routine.domain.part import Part
from routine.domain.referring import Refers
from routine.reading.finding import Finding
from routine.reading.likeness import closest, listing
from routine.reading.meant_ids import CHOOSE
from routine.reading.model_paths import hints, item_type, part_of
from routine.reading.nodes import Path
from routine.rules.core import rule
from routine.rules.texts import Leaf, prose

# How like an id another must be to be meant by it. Two ids of a kind often begin alike.
MISSPELT = 0.75
# How a text says that the routine leaves something open.
SILENT = re.compile(r"\b(?:säger|nämner|anger|framgår|står) (?:inte|inget|ingenting|ej)\b", re.IGNORECASE)


def references(routine: Routine) -> Iterator[tuple[Path, str]]:
    """Every place of a step that names a role."""
    return ((path, id) for path, id in named(routine, "roles") if path[0] in ("questions", "actions"))


def named(routine: Routine, *lists: str) -> Iterator[tuple[Path, str]]:
    """Every place that names something of these lists, and what it names.
    What may be history is left out."""
    return ((path, id) for path, refers, id in _all(routine) if refers.to == lists and not refers.past)


@lru_cache(maxsize=2)  # Each list is asked for by a rule of its own, and a routine never changes.
def _all(routine: Routine) -> tuple[tuple[Path, Refers, str], ...]:
    return tuple(_named(routine, ()))


def _named(part: Part, here: Path) -> Iterator[tuple[Path, Refers, str]]:
    for name, refers in _naming(type(part)):
        value = getattr(part, name)
        several = isinstance(value, tuple)
        for j, item in enumerate(value if several else () if value is None else (value,)):
            path = (*here, name, j) if several else (*here, name)
            if refers:
                yield path, refers, item
            else:
                yield from _named(item, path)


@cache
def _naming(part: type[BaseModel]) -> tuple[tuple[str, Refers | None], ...]:
    """The fields of a part that name something, each with what; and those whose parts do, with None."""
    found = {name: item_type(hints(part)[name]) for name in part.model_fields}
    names = {
        name: next((mark for mark in _marks(kind) if isinstance(mark, Refers)), None) for name, kind in found.items()
    }
    deeper = {name for name, kind in found.items() if (below := part_of(kind)) and _naming(below)}
    return tuple((name, refers) for name, refers in names.items() if refers or name in deeper)


def _marks(annotation: Any) -> tuple[object, ...]:
    return getattr(annotation, "__metadata__", ())


def meant(id: str, known: Sequence[str]) -> str:
    """ "menade du …?" of an id that is misspelt, and not only begins as another does: who follows that where the thing
    has been taken away leads readers astray, and nothing tells."""
    return closest(id, known, MISSPELT)


def mended(question: str) -> str:
    """What to do about an id that is nothing's. `question` is which may be meant, if any."""
    return f"{question or CHOOSE} Har det tagits bort, ta bort hänvisningen här också."


def _unknown(
    code: str,
    what: str,
    references: Iterable[tuple[Path, str]],
    known: Iterable[str],
    astray: Mapping[str, str] | None = None,
    mend: Callable[[str], str] = mended,
) -> Iterator[Finding]:
    """Whatever is named and not there, each once: it may be what is named that has been misspelt, and not those places.
    `astray`: what to do about an id that is something else. `mend`: what to do, by what may be meant."""
    words = tuple(known)
    places = by_key((id, path) for path, id in references if id not in words)
    for id, (path, *others) in places.items():
        hint = (astray or {}).get(id) or mend(meant(id, words))
        related = tuple((other, "står också här") for other in others)
        yield Finding(code, path, f"{what} ”{id}” finns inte.", listing(words), hint, related)


@rule("roles.*.id")
def unknown_role(routine: Routine) -> Iterator[Finding]:
    yield from _unknown("R002", "Rollen", named(routine, "roles"), (role.id for role in routine.roles))


@rule("questions.*.id")
def unknown_question(routine: Routine) -> Iterator[Finding]:
    mend = "”{}” är en åtgärd; skriv den under after om steget ska vänta på den."
    astray = {action.id: mend.format(action.id) for action in routine.actions}
    known = (question.id for question in routine.questions)
    yield from _unknown("R003", "Frågan", named(routine, "questions"), known, astray)


@rule("sections.*.id")
def unknown_section(routine: Routine) -> Iterator[Finding]:
    yield from _unknown("R004", "Avsnittet", named(routine, "sections"), (section.id for section in routine.sections))


@rule("tracks.*.id")
def unknown_track(routine: Routine) -> Iterator[Finding]:
    """A routine without tracks is told it once, since it may have lost them."""
    found = [*_unknown("R005", "Spåret", named(routine, "tracks"), (track.id for track in routine.tracks))]
    if found and not routine.tracks:
        others = tuple((finding.path, "står också här") for finding in found[1:])
        hint = "lägg till spåren under tracks, eller ta bort track. Utan flera spår behövs det inte."
        found = [replace(found[0], allowed="inga spår finns under tracks", hint=hint, related=others)]
    yield from found


@rule("actions.*.id")
def unknown_action(routine: Routine) -> Iterator[Finding]:
    mend = "”{}” är en fråga; skriv den under conditions, med svaret som steget hänger på."
    astray = {question.id: mend.format(question.id) for question in routine.questions}
    known = (action.id for action in routine.actions)
    yield from _unknown("R006", "Åtgärden", named(routine, "actions"), known, astray)


def _step_mended(question: str) -> str:
    chosen = question or "välj ett av orden om det är felskrivet."
    return f"har steget tagits bort, ta bort posten här också. Annars: {chosen}"


@rule("actions.*.id", "questions.*.id")
def unknown_step(routine: Routine) -> Iterator[Finding]:
    known = (*(action.id for action in routine.actions), *(question.id for question in routine.questions))
    yield from _unknown("R028", "Steget", named(routine, "actions", "questions"), known, mend=_step_mended)


@rule("open_questions.*.id")
def unknown_open_question(routine: Routine) -> Iterator[Finding]:
    known, places = [question.id for question in routine.open_questions], [*named(routine, "open_questions")]
    for finding in _unknown("R007", "Den öppna frågan", places, known, mend=_answered):
        asked = next(id for path, id in places if path == finding.path)
        steps = {path[:2] for path, id in places if id == asked and path[0] in ("actions", "questions")}
        related = tuple((leaf.path, "säger att rutinen inte säger något") for leaf in silent(routine, steps))
        yield replace(finding, related=(*finding.related, *related))


def _answered(question: str) -> str:
    return (
        f"{question or CHOOSE} Har frågan fått svar eller tagits bort, ta bort ordet här också. Skriv svaret där det "
        "hör hemma, och ändra de texter som säger att rutinen inte säger det."
    )


def silent(routine: Routine, steps: Collection[Path]) -> Iterator[Leaf]:
    """The texts of the steps, or of other things, also those that are easy to read, by which the routine does not say
    something."""
    ids = {getattr(routine, str(name))[at].id for name, at in steps if isinstance(at, int)}
    easy = enumerate(routine.easy.steps if routine.easy else ())
    near = {*steps, *(("easy", "steps", j) for j, step in easy if step.step in ids)}
    return (leaf for leaf in prose(routine) if {leaf.path[:2], leaf.path[:3]} & near and SILENT.search(leaf.text))


@rule("contacts.*.id")
def unknown_contact(routine: Routine) -> Iterator[Finding]:
    yield from _unknown("R042", "Kontakten", named(routine, "contacts"), (contact.id for contact in routine.contacts))


@rule("guidance.*.id")
def unknown_guidance(routine: Routine) -> Iterator[Finding]:
    yield from _unknown("R060", "Vägledningen", named(routine, "guidance"), (item.id for item in routine.guidance))
