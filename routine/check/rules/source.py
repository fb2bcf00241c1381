"""Comparison of the routine with the adopted document.

Shared by the rules: the rows in force, and the message about a difference. A message says what the source says, what
the routine says, and how to enter a decided change.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from routine.check.finding import Finding
from routine.check.nodes import Path
from routine.check.record import next_number
from routine.model import decided, wording
from routine.model.adopted import Adopted, Decision, Row
from routine.model.model import Routine
from routine.model.part import Part
from routine.model.steps import Action

# Rules that compare rows need the rows in order, and valid decisions.
DECIDED = ("R033", "K020", "K012", "K013", "K014", "K016")
ROWS = (*DECIDED, "R009")

T = TypeVar("T")


class Compared(Struct, Generic[T], frozen=True):
    """A kind of fact, with its code and key, that can be compared.

    `of_source` and `here` return the facts of the source and of the routine, in a form that can be compared. `said`
    puts them in words, `written` as an editor writes them, and `none` says that there are none. `ours` returns what the
    routine has as an interpretation, each with the path of its basis, where the routine can mark one. `at` is the path
    from the key to the part that differs, when there are several.
    """

    code: str
    key: str
    of_source: Callable[[Row], Iterable[T]]
    here: Callable[[Action], Iterable[T]]
    said: Callable[[Routine, Collection[T]], str]
    written: Callable[[Collection[T]], str]
    none: str = ""
    ours: Callable[[Action], Iterable[tuple[Path, T]]] = lambda _: ()
    at: Callable[[Row, Action], Path] = lambda _, __: ()


class Spot(Struct, frozen=True):
    """The place of a difference: code and path, row and key of the row."""

    code: str
    path: Path
    row: int
    key: str


def rows(routine: Routine, adopted: Adopted) -> decided.Rows:
    """Return the adopted rows with all later decisions applied."""
    return decided.in_force(adopted, [decision for _, decision in routine.decisions])


def pairs(routine: Routine, adopted: Adopted) -> Iterator[tuple[int, Action, Row]]:
    """Yield each action that has a row in the source, with index and row.

    While another row is missing, a second action of a row may belong to that one, with its number misspelt: it is
    skipped.
    """
    known = rows(routine, adopted)
    numbers = [action.row for action in routine.actions]
    all_there = all(row.row in numbers for row in known)
    for i, action in enumerate(routine.actions):
        row = decided.row_of(known, action.row)
        if row and (all_there or action.row not in numbers[:i]):
            yield i, action, row


def beside(routine: Routine, action: Action) -> list[Action]:
    """Return the other actions that stem from the same row.

    A fact of the source may stand at any one of them.
    """
    return [other for other in routine.actions if other.row == action.row and other.id != action.id]


def differing(routine: Routine, adopted: Adopted, kind: Compared[T]) -> Iterator[Finding]:
    """Report every action whose facts differ from the source."""
    for i, action, row in pairs(routine, adopted):
        wanted, found = set(kind.of_source(row)), set(kind.here(action))
        elsewhere = kind.none and not found and any(set(kind.here(each)) == wanted for each in beside(routine, action))
        if wanted != found and not elsewhere:
            place = Spot(kind.code, ("actions", i, kind.key), row.row, kind.key)
            read = {path: fact for path, fact in kind.ours(action) if fact in wanted}
            if wanted != found.union(read.values()):
                aim = replace(place, path=(*place.path, *kind.at(row, action)))
                yield _different(routine, row, action, aim, kind)
                continue
            for path in read:
                yield misread(routine, replace(place, path=("actions", i, *path)), _source(routine, row, kind))


def _source(routine: Routine, row: Row, kind: Compared[T]) -> str:
    return kind.said(routine, list(kind.of_source(row)))


def misread(routine: Routine, place: Spot, source: str) -> Finding:
    """Report a fact of the source that is marked as our interpretation."""
    told = f"{says(routine, place.row, place.key, source)}, här står det som vår tolkning."
    return unlike(routine, place, told, "kalla", "skriv basis: kalla", f"removed: [{place.key}]")


def _different(routine: Routine, row: Row, action: Action, place: Spot, kind: Compared[T]) -> Finding:
    source, found = _source(routine, row, kind), list(kind.here(action))
    read = [fact for _, fact in kind.ours(action)]
    here = kind.said(routine, found) if found else kind.none
    if read and not found:
        here = f"{kind.said(routine, read)} som vår tolkning"
    told = f"{says(routine, row.row, kind.key, source, kind.none)}, här står {here}."
    new = f"{kind.key}: {kind.written(found or read)}" if found or read else f"removed: [{kind.key}]"
    mend = f"{_follow(routine, place, source)}{', med basis: kalla' if read and not found else ''}"
    mend = mend if source else copied(routine, place, new, _without(routine, place, action))
    return unlike(routine, place, told, source or kind.none, mend, new)


def _without(routine: Routine, place: Spot, action: Action) -> str:
    """Return how to make the action say no more than the source."""
    if latest(routine, place.row, place.key):
        return _follow(routine, place, "")
    facts = getattr(action, place.key)
    first = facts[0] if isinstance(facts, tuple) else facts
    ours = isinstance(first, Part) and "basis" in type(first).model_fields
    return f"ta bort {place.key} här{', eller skriv basis: tolkning om det är er läsning' if ours else ''}"


def _follow(routine: Routine, place: Spot, source: str) -> str:
    """Return how to make the action follow the source.

    After a fresh decision the editor is told exactly what to write.
    """
    where = stands(routine, place.row, place.key)
    if not just_decided(routine, place.row, place.key):
        return f"skriv som {where}"
    return f"skriv {source} under {place.key} i åtgärden, som {where}" if source else f"ta bort {place.key} ur åtgärden"


def says(routine: Routine, row: int, key: str, said: str, none: str = "") -> str:
    """Return the opening of a message: the source, or a decision, says so.

    `Källan säger två veckor`, `Rad 4 i adopted.yaml har ingen tidsgräns`. A fact that a row lacks may not have been
    copied yet, so the message does not claim to know what the document says.
    """
    decision = latest(routine, row, key)
    if said:
        return f"{f'Beslutet {decision}' if decision else 'Källan'} säger {said}"
    return f"Efter beslutet {decision} finns {none}" if decision else f"Rad {row} i adopted.yaml har {none}"


def copied(routine: Routine, place: Spot, new: str, else_: str) -> str:
    """Return advice for a fact that the routine has and the row lacks.

    Copy it from the document, if the document has it; otherwise `else_`.
    """
    if latest(routine, place.row, place.key):
        return else_
    return f"säger källan det, lägg till {new} på rad {place.row} i adopted.yaml. Säger den det inte, {else_}"


def stands(routine: Routine, row: int, key: str) -> str:
    """Return where to read the source: `beslutet § 12`, `rad 15 ...`."""
    decision = latest(routine, row, key)
    return f"beslutet {decision}" if decision else f"rad {row} i adopted.yaml"


def latest(routine: Routine, row: int, key: str) -> str:
    """Return the reference of the latest decision on a key of a row.

    Empty if no decision touched it.
    """
    touched = (decision for _, decision in reversed(routine.decisions) if _touches(decision, row, key))
    return next((decision.reference for decision in touched), "")


def just_decided(routine: Routine, row: int, key: str) -> bool:
    """Return whether the newest decision changed this key of the row.

    Only the decision of the newest edition counts. If it did, it is the action that has not been updated.
    """
    decision = routine.latest.decision
    return bool(decision and decision.date > routine.source.date and _touches(decision, row, key))


def _touches(decision: Decision, row: int, key: str) -> bool:
    return any(
        change.row == row and (change.row_is is not None or key in (*decided.given(change), *change.removed))
        for change in decision.changes
    )


def unlike(
    routine: Routine, place: Spot, told: str, allowed: str, mend: str, new: str, example: Iterable[str] = ()
) -> Finding:
    """Build the finding for a difference, with what to do about it.

    Correct the action, or enter a decision. A decision that exists but is too old is pointed out.
    """
    values: dict[str, Any] = {"told": told, "allowed": allowed, "mend": mend, "row": place.row, "new": new}
    if old := _too_old(routine, place):
        i, values["old"] = old
        values["source"], related = routine.source, [("revisions", i, "decision", "date")]
        return Finding(place.code, place.path, "old", related=related, example=example, **values)
    kind = "decided" if just_decided(routine, place.row, place.key) else "beside" if example else ""
    values["last"] = latest(routine, place.row, place.key)
    block = () if kind else to_decide(routine, f"row: {place.row}, {new}")
    return Finding(place.code, place.path, kind, example=block or example, whole=bool(block), **values)


def to_decide(routine: Routine, change: str) -> tuple[str, ...]:
    """Return an edition with a decided change, for an editor to fill in."""
    number = next_number(routine.latest.edition, [each.edition for each in routine.revisions])
    keys = ("    date: …", "    summary: …", "    decision:", "      body: …", "      date: …", "      reference: …")
    return f'  - edition: "{number or "…"}"', *keys, "      changes:", f"        - {{{change}}}"


def _too_old(routine: Routine, place: Spot) -> tuple[int, Decision] | None:
    """Return a decision on this key that is too old to count, and its index.

    Its date is not later than the source although its edition is: the date may be a slip. With an edition from before
    the source it is history, and rightly ignored.
    """
    if latest(routine, place.row, place.key):
        return None
    for i, revision in enumerate(routine.revisions):
        decision = revision.decision
        passed_over = decision and decision.date <= routine.source.date < revision.date
        if decision and passed_over and _touches(decision, place.row, place.key):
            return i, decision
    return None


def several(words: Iterable[str]) -> str:
    """Return a list as an editor writes it: `[rektorn, vaktmastaren]`."""
    return f"[{', '.join(words)}]"


def roles(routine: Routine, ids: Collection[str], last: str = "och") -> str:
    """Return the names of roles for use in a sentence, in routine order."""
    return wording.series([wording.inside(role.name) for role in routine.roles if role.id in ids], last)
