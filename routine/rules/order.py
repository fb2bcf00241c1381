"""What must come in order and be reached: rows, sections, steps, what is done together, revisions."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from routine.domain import graph as graphs
from routine.domain.model import Action, Routine
from routine.reading.nodes import Path
from routine.rules.core import Finding, rule

# A graph can only be drawn when these hold.
REFERENCES = ("R001", "R003", "R004", "R005", "R006", "R022")


@rule("sections.*.id", "sections.*.track", "tracks.*.id", "tracks.*.number", "R005")
def section_of_another_track(routine: Routine) -> Iterator[Finding]:
    numbers = {track.id: track.number for track in routine.tracks}
    for i, section in enumerate(routine.sections):
        number = numbers[section.track]
        if not section.id.startswith(f"{number}."):
            yield Finding(
                "R022",
                ("sections", i, "id"),
                f"Avsnitt {section.id} ligger i spåret {section.track}, vars nummer är {number}.",
                f"nummer som börjar med {number}.",
                "rätta numret, eller flytta avsnittet till rätt spår.",
            )


@rule("actions.*.row", "actions.*.section", "sections.*.id")
def out_of_order(routine: Routine) -> Iterator[Finding]:
    """Rows rise, and sections come in the order of their list."""
    order = [section.id for section in routine.sections]
    before: tuple[int, int] | None = None
    for i, action in enumerate(routine.actions):
        if action.section not in order:
            continue
        now = (order.index(action.section), action.row)
        if before and (now[0] < before[0] or now[1] <= before[1]):
            yield Finding(
                "R009",
                ("actions", i, "row"),
                _misplaced(action, *before, order),
                "stigande radnummer, avsnitten i ordning",
                "flytta åtgärden dit den står i källan, eller rätta numret.",
            )
        before = now


def _misplaced(action: Action, section: int, row: int, order: list[str]) -> str:
    if (action.row, action.section) == (row, order[section]):
        return f"Rad {row} i avsnitt {action.section} finns två gånger."
    return f"Rad {action.row} i avsnitt {action.section} står efter rad {row} i avsnitt {order[section]}."


@rule("actions", "questions", "sections", "tracks", *REFERENCES)
def loop(routine: Routine) -> Iterator[Finding]:
    """Steps that wait for each other, by conditions and waits: nobody could begin."""
    for group in graphs.loops(graphs.build(routine)):
        yield Finding(
            "R011",
            _waiting(routine, group),
            f"Stegen väntar på varandra: {', '.join(group)}.",
            "väntan och villkor som inte går runt i en ring",
            "ta bort after eller villkoret på det steg som ska komma först.",
        )


def _waiting(routine: Routine, group: Collection[str]) -> Path:
    """The first wait in a circle, or else the first condition."""
    for key in ("after", "conditions"):
        for name in ("actions", "questions"):
            for i, step in enumerate(getattr(routine, name)):
                if step.id in group and getattr(step, key):
                    return (name, i, key)
    return ("actions",)


@rule("actions", "questions", "sections", "tracks", "R021", *REFERENCES)
def unreachable(routine: Routine) -> Iterator[Finding]:
    """A step that no answers open. What hangs on a question that cannot be asked is lost with it: that is told once."""
    needs = graphs.build(routine).needs
    for name in ("questions", "actions"):
        for i, step in enumerate(getattr(routine, name)):
            lost = graphs.contradictory(needs[step.id])
            if lost and not any(graphs.contradictory(needs[question]) for question, _ in needs[step.id]):
                yield Finding(
                    "R010",
                    (name, i, "conditions"),
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


@rule("actions", *REFERENCES)
def group_apart(routine: Routine) -> Iterator[Finding]:
    """What is done in one contact has the same owners and conditions, stands together, and waits for nothing in it."""
    last: dict[str, int] = {}
    for i, action in enumerate(routine.actions):
        if not action.group:
            continue
        before = last.get(action.group.id, i)
        last[action.group.id] = i
        why = _apart(routine.actions[before], action) or ("inte står direkt efter den förra" if before < i - 1 else "")
        if why:
            yield Finding(
                "R031",
                ("actions", i, "group"),
                f"Åtgärden hör till gruppen {action.group.id}, men {why}.",
                "samma ansvariga, samma villkor, i följd och utan inbördes väntan",
                "ta bort group, eller rätta det som skiljer.",
                ((("actions", before, "group"), "den förra i gruppen"),),
            )


def _apart(first: Action, action: Action) -> str:
    if action.responsible != first.responsible:
        return "har andra ansvariga"
    if {(one.question, one.answer) for one in action.conditions} != {
        (one.question, one.answer) for one in first.conditions
    }:
        return "har andra villkor"
    same = {after.action for after in action.after} == {after.action for after in first.after}
    return "" if same else "väntar på något annat"


@rule("revisions.*.date", "revisions.*.edition")
def revisions_out_of_order(routine: Routine) -> Iterator[Finding]:
    for i, (newer, older) in enumerate(zip(routine.revisions, routine.revisions[1:], strict=False)):
        if newer.date <= older.date:
            yield Finding(
                "R018",
                ("revisions", i, "date"),
                f"Utgåva {newer.edition} är inte nyare än utgåva {older.edition}.",
                "den senaste utgåvan först",
                "rätta datumet eller ordningen.",
                ((("revisions", i + 1, "date"), "den äldre utgåvan"),),
            )
