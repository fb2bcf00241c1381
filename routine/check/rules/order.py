"""Rules for order: rows, sections, revisions and decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from routine.check.finding import Finding
from routine.check.likeness import closest
from routine.check.rules.core import needs
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.steps import Action

Place = tuple[int, int]


def section_of_another_track(routine: Routine) -> Iterator[Finding]:
    """Report sections whose id belongs to another track.

    A section may be called anything, but not 7.1.2 in track 7.2 where there is a track 7.1.
    """
    for i, section in enumerate(routine.sections):
        under = [track for track in routine.tracks if track.number and section.id.startswith(f"{track.number}.")]
        if section.track and under and section.track not in [track.id for track in under]:
            yield Finding("R022", ("sections", i, "id"), section=section, track=under[0])


@needs("K002")
def out_of_order(routine: Routine) -> Iterator[Finding]:
    """Report actions out of the order of rows and sections.

    Rows rise, and sections follow their list. Several actions may stem from one row, one after the other. An action
    without a row may stand anywhere in its section, and so may a new one: its number is the next that is free.
    """
    order = [section.id for section in routine.sections]
    decided = [change for _, decision in routine.decisions for change in decision.changes]
    new = {change.row for change in decided if change.row_is == "ny"}
    placed: list[tuple[int, Place]] = []
    row = 0
    for i, action in enumerate(routine.actions):
        row = row if action.row is None or action.row in new else action.row
        placed.append((i, (order.index(action.section), row)))
    before: Place | None = None
    for n, (i, now) in enumerate(placed):
        action, last = routine.actions[i], placed[n - 1][0]
        falls = before and (now[0] < before[0] or now[1] < before[1])
        parted = before and action.row == before[1] and now[0] != before[0]
        if before and (falls or parted):
            after = placed[n + 1][1] if n + 1 < len(placed) else now
            # If this action and the next belong between the last two above, it is the last one that is misplaced.
            above = placed[n - 2][1] if n > 1 else now
            numbered = action.row is not None and action.row not in new
            early = numbered and n + 1 < len(placed) and after[1] < before[1] and above <= now
            kind = "early" if early else "again" if not numbered else "twice" if action.row == before[1] else ""
            here, other = (("actions", k, "row") for k in ((last, i) if early else (i, last)))
            section = order[before[0]]
            yield Finding("R009", here, kind, related=[other], action=action, section=section, row=before[1])
        before = now
    yield from _parted(routine, new)


def _parted(routine: Routine, new: set[int]) -> Iterator[Finding]:
    """Report new rows whose actions do not stand together.

    A new row may stand anywhere in its section.
    """
    last: dict[int, int] = {}
    for i, row in ((i, action.row) for i, action in enumerate(routine.actions) if action.row in new):
        if row and last.setdefault(row, i - 1) != i - 1:
            related = [("actions", last[row], "row")]
            yield Finding("R009", ("actions", i, "row"), "parted", related=related, row=row)
        last[row or 0] = i


def own_with_row(routine: Routine) -> Iterator[Finding]:
    """Report actions of the organisation's own that name a row.

    Such an action has no row in the source.
    """
    for i, action in enumerate(routine.actions):
        if action.basis and action.row:
            yield Finding("R093", ("actions", i, "row"), action=action)


def revisions_out_of_order(routine: Routine) -> Iterator[Finding]:
    """Report revisions that are not listed newest first.

    Two may have the same date, as when a number turns out to be wrong on the first day: these are ordered by number.
    """
    for i, (newer, older) in enumerate(pairwise(routine.revisions)):
        numbers = [int(each.edition) if each.edition.isdecimal() else 0 for each in (newer, older)]
        if newer.date < older.date or (newer.date == older.date and all(numbers) and numbers[0] < numbers[1]):
            related = [("revisions", i + 1, "date")]
            yield Finding("R018", ("revisions", i, "date"), related=related, newer=newer, older=older)


@needs("R018")
def decision_out_of_time(routine: Routine) -> Iterator[Finding]:
    """Report decisions later than their edition, or out of order.

    Decisions are applied in the order of the editions.
    """
    sound = None
    for i, revision in reversed([*enumerate(routine.revisions)]):
        if decision := revision.decision:
            here = ("revisions", i, "decision", "date")
            if decision.date > revision.date:
                yield Finding("R033", here, "late", decision=decision, revision=revision)
            elif sound and decision.date < sound[1].date:
                related = [("revisions", sound[0], "decision", "date")]
                yield Finding("R033", here, related=related, decision=decision, last=sound[1])
            else:
                sound = i, decision


def approved_too_late(routine: Routine) -> Iterator[Finding]:
    """Report editions that were approved after they came into force."""
    for i, revision in enumerate(routine.revisions):
        if (approval := revision.approval) and approval.date > revision.date:
            yield Finding("R036", ("revisions", i, "approval", "date"), revision=revision, approval=approval)


REMOVE = "ta bort group, eller ge den andra åtgärden samma grupp."
# Keys that all actions of a group have in common.
COMMON = ("responsible", "conditions", "section", "after")


def group_apart(routine: Routine) -> Iterator[Finding]:
    """Report groups whose actions do not belong together.

    The actions have the same owners and conditions, stand together, and do not wait for each other. A misspelt group id
    also parts its neighbours: while a group has a single action, only that is reported.
    """
    groups = by_key((action.group.id, i) for i, action in enumerate(routine.actions) if action.group)
    alone = [(id, i) for id, (i, *more) in groups.items() if not more]
    for id, i in alone:
        # Of two ids that differ by a slip, only the later is reported.
        if not any(k > i and closest(other, [id]) for other, k in alone):
            near = closest(id, [other for other in groups if other != id]) or REMOVE
            yield Finding("R031", ("actions", i, "group", "id"), "alone", id=id, near=near)
    for id, members in {} if alone else groups.items():
        yield from _unlike(routine, id, members) or _between(routine, id, members)


def _unlike(routine: Routine, id: str, members: list[int]) -> list[Finding]:
    """Report the first action that is unlike most of its group."""
    for key in COMMON:
        facts = [_fact(routine, routine.actions[i], key) for i in members]
        most = Counter(facts).most_common(1)[0][0]
        for odd in (i for i, fact in zip(members, facts, strict=True) if fact != most):
            action, like = routine.actions[odd], members[facts.index(most)]
            here, there = (("actions", i, key if getattr(routine.actions[i], key) else "group") for i in (odd, like))
            return [Finding("R031", here, key, related=[there], id=id, action=action, other=routine.actions[like])]
    return []


def _between(routine: Routine, id: str, members: list[int]) -> list[Finding]:
    """Report actions of no group that stand between two of a group.

    They are more likely new and misplaced than the whole group is.
    """
    for before, late in pairwise(members):
        if late > before + 1:
            related, last = [("actions", before, "group"), ("actions", late, "group")], routine.actions[late]
            said = "”, ”".join(action.id for action in routine.actions[before + 1 : late])
            return [Finding("R031", ("actions", before + 1), "between", related=related, id=id, said=said, last=last)]
    return []


def _fact(routine: Routine, action: Action, key: str) -> object:
    if key == "section":
        return getattr(routine.track_of(action), "id", None)
    if key == "responsible":
        return frozenset(action.responsible)
    if key == "after":
        return frozenset(after.action for after in action.after)
    return frozenset((one.question, one.answer) for one in action.conditions)
