"""Rules that hold the routine to the adopted document.

There is one rule for each kind of fact, and later decisions count as part of the document. A fact that is marked as our
interpretation is free, where the routine can mark it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeVar

from routine.check.finding import Finding
from routine.check.nodes import Path
from routine.check.rules.core import needs, twice
from routine.check.rules.source import (
    DECIDED,
    ROWS,
    Compared,
    Spot,
    beside,
    copied,
    differing,
    latest,
    pairs,
    roles,
    rows,
    says,
    several,
    to_decide,
    unlike,
)
from routine.model import numerals
from routine.model.adopted import Adopted, Consultation, Period, Row
from routine.model.model import Routine
from routine.model.part import Part
from routine.model.steps import Action, Consulted, Told, Within
from routine.model.wording import ours

Asked = tuple[str, frozenset[str]]


def row_twice(adopted: Adopted) -> Iterator[Finding]:
    """Report rows that the adopted document itself has twice."""
    yield from twice("K015", ((row.row, ("rows", i, "row"), row) for i, row in enumerate(adopted.rows)))


@needs(*DECIDED)
def unknown_row(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report actions without a row, or with a row that the source lacks.

    If exactly one action lacks a row and one row lacks an action, they most likely belong together: the message
    suggests it.
    """
    numbers = sorted(row.row for row in rows(routine, adopted))
    unnumbered = [i for i, action in enumerate(routine.actions) if action.row is None and not action.basis]
    if unnumbered and not routine.numbered:
        yield Finding("K002", ("actions", unnumbered[0]), "none")
        return
    left = {*numbers} - {action.row for action in routine.actions}
    meant = f"menade du row: {min(left)}? Annars " if len(left) == len(unnumbered) == 1 else ""
    for i in unnumbered:
        yield Finding("K002", ("actions", i), "unnumbered", action=routine.actions[i], meant=meant)
    for i, action in enumerate(routine.actions):
        if action.row and action.row not in numbers:
            decision, owners = latest(routine, action.row, "row_is"), several(action.responsible)
            here, kind = ("actions", i, "row"), "gone" if decision else "unknown"
            found = Finding("K002", here, kind, action=action, decision=decision, known=numbers, owners=owners)
            new = f"row: {action.row}, row_is: ny, section: {action.section}, responsible: {owners}"
            found.example, found.whole = () if decision else to_decide(routine, new), True
            yield found


@needs(*ROWS, "K002")
def row_missing(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report rows of the source that have no action, where each should stand.

    Silent while an action has a row that the source lacks, since it may be the same row.
    """
    here = [action.row for action in routine.actions if action.row]
    for row in (row for row in rows(routine, adopted) if row.row not in here):
        decision = latest(routine, row.row, "row_is")
        before = max((i for i, each in enumerate(routine.actions, 1) if each.row and each.row < row.row), default=0)
        what = f"Rad {row.row}, ny enligt beslutet {decision}," if decision else f"Källans rad {row.row}"
        yield unlike(
            routine,
            Spot("K001", ("actions", before - 1) if before else ("actions",), row.row, "row_is"),
            f"{what} saknas: avsnitt {row.section}, {roles(routine, row.responsible)}.",
            "en åtgärd för varje rad i källan och i besluten",
            f"lägg till åtgärden, med {'beslutets' if decision else 'källans'} ansvariga",
            "row_is: borttagen",
        )


@needs(*ROWS)
def another_fact(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report every fact that differs between the routine and the source."""
    for kind in KINDS:
        yield from differing(routine, adopted, kind)


@needs(*ROWS, "R105")
def another_sharing(routine: Routine, adopted: Adopted) -> Iterator[Finding]:
    """Report a difference in whether the responsible roles consult each other.

    Where the source says nothing, the routine may say it as our interpretation.
    """
    among = "samråd mellan dem som ansvarar"
    for i, action, row in pairs(routine, adopted):
        place = Spot("K018", ("actions", i, "jointly"), row.row, "jointly")
        said = says(routine, row.row, place.key, among if row.jointly else "", f"inget {among}")
        if row.jointly and action.jointly != "kalla":
            if not action.jointly and any(other.jointly for other in beside(routine, action)):
                continue
            here = "står det som vår tolkning" if action.jointly else "står inget om det"
            new = f"removed: [{place.key}]"
            yield unlike(routine, place, f"{said}, här {here}.", "jointly: kalla", "skriv jointly: kalla", new)
        elif action.jointly == "kalla" and not row.jointly:
            yield unlike(
                routine,
                place,
                f"{said}, här står det som källans ord.",
                "ingen jointly, eller jointly: tolkning",
                copied(routine, place, "jointly: ja", "ta bort jointly, eller skriv tolkning om det är er läsning"),
                "jointly: ja",
            )


F = TypeVar("F", Consulted, Told, Within)
V = TypeVar("V")


def _stated(fact: F | None) -> F | None:
    """Return the fact if it is given as the source's, else None.

    An interpretation is free.
    """
    return None if fact is None or ours(fact.basis) else fact


def _as_ours(key: str, fact: F | None, values: Callable[[F | None], list[V]]) -> list[tuple[Path, V]]:
    """Return the values of an interpretation, with the path of its basis.

    Empty if the fact is the source's.
    """
    return [((key, "basis"), value) for value in values(fact)] if fact and not _stated(fact) else []


def _with_as_ours(action: Action) -> list[tuple[Path, str]]:
    """Return participants by our interpretation, with the path of each basis."""
    every = enumerate(action.participants)
    return [(("participants", j, "basis"), told.role) for j, told in every if not _stated(told)]


def _first_unlike(source: Part | None, here: Part | None, keys: tuple[str, ...]) -> Path:
    """Return the first key by which two parts differ, if both exist.

    The order within a list does not matter.
    """
    if source is None or here is None:
        return ()
    pairs = ((key, getattr(source, key), getattr(here, key)) for key in keys)
    unlike = (key for key, one, other in pairs if (sorted(one) != sorted(other) if key == "roles" else one != other))
    return tuple(unlike)[:1]


def _one_too_many(row: Row, action: Action) -> Path:
    """Return the path of the first participant that the source does not name."""
    every = enumerate(action.participants)
    return next(((j, "role") for j, told in every if _stated(told) and told.role not in row.participants), ())


def _role(told: Told | None) -> list[str]:
    return [told.role] if told else []


def _consulted(asked: Consultation | Consulted | None) -> list[Asked]:
    """Return how many must be consulted, and who.

    With a single role both modes mean the same.
    """
    return [(asked.mode if len(asked.roles) > 1 else "alla", frozenset(asked.roles))] if asked else []


def _asked(routine: Routine, found: Collection[Asked]) -> str:
    last = {"nagon": "och/eller", "alla": "och"}
    return ", ".join(f"samråd med {roles(routine, who, last[mode])}" for mode, who in found)


def _period(limit: Period | Within | None) -> list[tuple[int, str, str]]:
    return [(limit.count, limit.unit, limit.after or "")] if limit else []


def _in_words(limit: tuple[int, str, str]) -> str:
    count, unit, after = limit
    return f"{numerals.period(count, unit)} efter {after}" if after else numerals.period(count, unit)


def _as_written(limit: tuple[int, str, str]) -> str:
    count, unit, after = limit
    return f"{{count: {count}, unit: {unit}{f', after: {after}' if after else ''}}}"


KINDS: tuple[Compared[Any], ...] = (
    Compared(
        "K003",
        "section",
        lambda row: [row.section],
        lambda action: [action.section],
        lambda _, found: f"avsnitt {', '.join(found)}",
        ", ".join,
    ),
    # The order of the responsible roles does not matter.
    Compared("K004", "responsible", lambda row: row.responsible, lambda action: action.responsible, roles, several),
    Compared(
        "K005",
        "consulted",
        lambda row: _consulted(row.consulted),
        lambda action: _consulted(_stated(action.consulted)),
        _asked,
        lambda found: "".join(f"{{mode: {mode}, roles: {several(sorted(who))}}}" for mode, who in found),
        "inget samråd",
        lambda action: _as_ours("consulted", action.consulted, _consulted),
        lambda row, action: _first_unlike(row.consulted, action.consulted, ("roles", "mode")),
    ),
    Compared(
        "K006",
        "proxy",
        lambda row: [row.proxy] if row.proxy else [],
        lambda action: _role(_stated(action.proxy)),
        roles,
        ", ".join,
        "ingen som kan göra det i stället",
        lambda action: _as_ours("proxy", action.proxy, _role),
        lambda row, action: ("role",) if row.proxy and action.proxy else (),
    ),
    Compared(
        "K007",
        "participants",
        lambda row: row.participants,
        lambda action: [told.role for told in action.participants if _stated(told)],
        roles,
        several,
        "ingen annan som är med",
        _with_as_ours,
        _one_too_many,
    ),
    Compared(
        "K008",
        "within",
        lambda row: _period(row.within),
        lambda action: _period(_stated(action.within)),
        lambda _, found: ", ".join(map(_in_words, found)),
        lambda found: "".join(map(_as_written, found)),
        "ingen tidsgräns",
        lambda action: _as_ours("within", action.within, _period),
        lambda row, action: _first_unlike(row.within, action.within, ("count", "unit", "after")),
    ),
    # Only the number of groups is compared: their words are ours.
    Compared(
        "K009",
        "groups",
        lambda row: [row.groups] if row.groups else [],
        lambda action: [len(action.groups)] if action.groups else [],
        lambda _, found: ", ".join(numerals.count(amount, "målgrupp", "målgrupper") for amount in found),
        lambda found: ", ".join(map(str, found)),
        "inga målgrupper",
    ),
)
