"""What must come in order and be reached: rows, sections, steps, revisions, decisions."""

from __future__ import annotations

from collections.abc import Container, Iterator

from routine.domain import graph as graphs
from routine.domain import wording
from routine.domain.about import Revision
from routine.domain.adopted import Decision
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import REFERENCES, rule, steps


@rule("sections.*.id", "sections.*.track", "tracks.*.id", "tracks.*.number", "R005")
def section_of_another_track(routine: Routine) -> Iterator[Finding]:
    """A section may be called anything, but not as if it were another track's: 7.1.2 in 7.2, where there is a 7.1."""
    for i, section in enumerate(routine.sections):
        under = [track for track in routine.tracks if track.number and section.id.startswith(f"{track.number}.")]
        if section.track and under and section.track not in [track.id for track in under]:
            yield Finding(
                "R022",
                ("sections", i, "id"),
                f"Avsnitt {section.id} ligger i spåret {section.track}, men {under[0].number} är spåret {under[0].id}.",
                f"track: {under[0].id}, eller en beteckning som inte börjar med ett annat spårs",
                "rätta beteckningen, eller flytta avsnittet till rätt spår.",
            )


@rule("actions.*.row", "actions.*.section", "sections.*.id", "K002")
def out_of_order(routine: Routine) -> Iterator[Finding]:
    """Rows rise, and sections come in the order of their list. Several actions may stem from one row, one after the
    other; what has no row stands where it stands, and so does a new one: its number is the next that is free."""
    order = [section.id for section in routine.sections]
    new = _new_rows(routine)
    placed = [each.model_copy(update={"row": None}) if each.row in new else each for each in routine.actions]
    known = [(i, action) for i, action in enumerate(placed) if action.section in order]
    before: tuple[int, int] | None = None
    earlier: tuple[int, int] | None = None
    last = 0
    for n, (i, action) in enumerate(known):
        now = (order.index(action.section), action.row or (before[1] if before else 0))
        if before and _falls(before, now, action):
            after = known[n + 1][1] if n + 1 < len(known) else None
            # What both that follow come before, and what is above does not, is itself what stands out.
            if action.row and after and after.row and after.row < before[1] and not (earlier and now < earlier):
                yield Finding(
                    "R009",
                    ("actions", last, "row"),
                    f"Rad {before[1]} i avsnitt {order[before[0]]} står före rad {now[1]} i avsnitt {action.section}.",
                    "stigande radnummer, avsnitten i ordning",
                    f"flytta åtgärden dit den står i källan, eller rätta numret. {OWN}",
                    ((("actions", i, "row"), "åtgärden efter"),),
                )
                before = earlier
            else:
                yield Finding(
                    "R009",
                    ("actions", i, "row"),
                    _misplaced(action, *before, order),
                    "stigande radnummer, avsnitten i ordning",
                    f"flytta åtgärden dit den står i källan, eller rätta numret, här eller på åtgärden före. {OWN}",
                    ((("actions", last, "row"), "åtgärden före"),),
                )
        before, earlier, last = now, before, i
    yield from _apart(routine, new)


def _apart(routine: Routine, new: Container[int | None]) -> Iterator[Finding]:
    """A new row may stand anywhere in its section, but all of it in one place."""
    last: dict[int | None, int] = {}
    for i, row in ((i, action.row) for i, action in enumerate(routine.actions) if action.row in new):
        if row in last and last[row] != i - 1:
            yield Finding(
                "R009",
                ("actions", i, "row"),
                f"Åtgärderna från rad {row} står inte efter varandra.",
                "åtgärder från samma rad, en efter en",
                "flytta åtgärden intill den förra, eller rätta numret.",
                ((("actions", last[row], "row"), "den förra"),),
            )
        last[row] = i


def _new_rows(routine: Routine) -> set[int | None]:
    """Those that have been decided since the source."""
    return {change.row for _, decision in routine.decisions for change in decision.changes if change.row_is == "ny"}


OWN = "Är åtgärden er egen, skriv basis: egen i stället för row."


def _falls(before: tuple[int, int], now: tuple[int, int], action: Action) -> bool:
    return now[0] < before[0] or now[1] < before[1] or (action.row == before[1] and now[0] != before[0])


def _misplaced(action: Action, section: int, row: int, order: list[str]) -> str:
    if action.row is None:
        return f"Avsnitt {action.section} kommer igen efter avsnitt {order[section]}."
    if action.row == row:
        return f"Rad {row} finns två gånger: i avsnitt {order[section]} och i avsnitt {action.section}."
    return f"Rad {action.row} i avsnitt {action.section} står efter rad {row} i avsnitt {order[section]}."


@rule("actions.*.row", "actions.*.basis", "actions.*.text")
def own_with_row(routine: Routine) -> Iterator[Finding]:
    """What is the body's own has no row in the source."""
    for i, action in enumerate(routine.actions):
        if action.basis and action.row:
            yield Finding(
                "R093",
                ("actions", i, "row"),
                f"”{action.text}” är märkt som egen men har rad {action.row} i källan.",
                "antingen row eller basis: egen",
                "ta bort row om åtgärden är er egen, annars basis.",
            )


@rule("actions", "questions", "sections", "tracks", "R021", *REFERENCES)
def unreachable(routine: Routine) -> Iterator[Finding]:
    """A step that no answers open. What hangs on a question that cannot be asked is lost with it: that is told once."""
    needs = graphs.build(routine).needs
    for here, step in steps(routine):
        lost = graphs.contradictory(needs[step.id])
        if lost and not any(graphs.contradictory(needs[question]) for question, _ in needs[step.id]):
            yield Finding(
                "R010",
                (*here, "conditions"),
                f"Inga svar leder till ”{step.text}”: villkoren säger emot varandra.",
                "ett svar på varje fråga, också genom frågornas egna villkor",
                "ta bort ett av villkoren.",
            )


@rule("actions.*.opens")
def opens_twice(routine: Routine) -> Iterator[Finding]:
    first, *others = [i for i, action in enumerate(routine.actions) if action.opens] or [0]
    for i in others:
        yield Finding(
            "R029",
            ("actions", i, "opens"),
            "Två åtgärder är märkta med opens.",
            "opens på en åtgärd, den som allt börjar med",
            "ta bort opens på den ena.",
            ((("actions", first, "opens"), "den första"),),
        )


@rule("actions.*.opens", "actions.*.conditions", "actions.*.after", "R029")
def opening_waits(routine: Routine) -> Iterator[Finding]:
    """Nothing holds up what all begins with."""
    for i, action in enumerate(routine.actions):
        for key in ("conditions", "after"):
            if action.opens and getattr(action, key):
                yield Finding(
                    "R030",
                    ("actions", i, key),
                    "Det som allt börjar med får inte vänta på något.",
                    f"ingen {key} på åtgärden som är märkt med opens",
                    f"ta bort {key}, eller flytta opens.",
                )


@rule("questions.*.asked", "questions.*.conditions", "questions.*.after")
def asked_at_once_waits(routine: Routine) -> Iterator[Finding]:
    """What is asked before anything else has begun can hang on nothing."""
    for i, question in enumerate(routine.questions):
        for key in ("conditions", "after"):
            if question.asked and getattr(question, key):
                yield Finding(
                    "R034",
                    ("questions", i, key),
                    f"”{question.text}” ska ställas genast, men väntar på något.",
                    f"ingen {key} på en fråga med asked",
                    f"ta bort {key}, eller ta bort asked om frågan ska vänta.",
                )


@rule("revisions.*.date", "revisions.*.edition")
def revisions_out_of_order(routine: Routine) -> Iterator[Finding]:
    for i, (newer, older) in enumerate(zip(routine.revisions, routine.revisions[1:], strict=False)):
        if _before(newer, older):
            yield Finding(
                "R018",
                ("revisions", i, "date"),
                f"Utgåva {newer.edition} är inte nyare än utgåva {older.edition}.",
                "den senaste utgåvan först",
                "rätta datumet eller ordningen. Två utgåvor från samma dag står efter sina nummer.",
                ((("revisions", i + 1, "date"), "den äldre utgåvan"),),
            )


def _before(newer: Revision, older: Revision) -> bool:
    """Two may be of one day, as when a number turns out to be wrong on the first: they stand as they are numbered."""
    if newer.date != older.date:
        return newer.date < older.date
    numbers = newer.edition, older.edition
    return all(each.isascii() and each.isdigit() for each in numbers) and int(numbers[0]) < int(numbers[1])


@rule("revisions.*.date", "revisions.*.edition", "revisions.*.decision", "R018")
def decision_out_of_time(routine: Routine) -> Iterator[Finding]:
    """A decision is made before its edition, and in the order of the editions, in which they are applied."""
    sound: tuple[int, Decision] | None = None
    for i, revision in reversed(list(enumerate(routine.revisions))):
        if decision := revision.decision:
            here = ("revisions", i, "decision", "date")
            if decision.date > revision.date:
                told, mend = (
                    _after_its_edition(decision, revision),
                    "skriv beslutet i en ny utgåva, överst under revisions. Är någon av dagarna fel, rätta den.",
                )
                yield Finding("R033", here, told, f"senast {revision.date}", mend)
            elif sound and decision.date < sound[1].date:
                yield _before_the_last(here, decision, *sound)
            else:
                sound = i, decision


@rule("revisions.*.date", "revisions.*.edition", "revisions.*.approval")
def approved_too_late(routine: Routine) -> Iterator[Finding]:
    """An edition is approved before it holds."""
    for i, revision in enumerate(routine.revisions):
        if (approval := revision.approval) and approval.date > revision.date:
            days = wording.long_date(approval.date), wording.long_date(revision.date)
            yield Finding(
                "R036",
                ("revisions", i, "approval", "date"),
                f"Utgåva {revision.edition} är godkänd {days[0]}, men gäller redan från {days[1]}.",
                f"senast {revision.date}",
                "rätta dagen för godkännandet eller utgåvans.",
            )


def _after_its_edition(decision: Decision, revision: Revision) -> str:
    days = wording.long_date(decision.date), wording.long_date(revision.date)
    return f"Beslutet {decision.reference} är från {days[0]}, men utgåvan med det gäller redan från {days[1]}."


def _before_the_last(here: Path, decision: Decision, i: int, last: Decision) -> Finding:
    return Finding(
        "R033",
        here,
        f"Beslutet {decision.reference} är äldre än beslutet {last.reference} i en äldre utgåva.",
        f"tidigast {last.date}",
        "rätta dagen, eller flytta beslutet till rätt utgåva.",
        ((("revisions", i, "decision", "date"), "beslutet i den äldre utgåvan"),),
    )
