"""What must come in order and be reached: rows, sections, steps, revisions."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import graph as graphs
from routine.domain.model import Routine
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
                f"Rad {action.row} i avsnitt {action.section} står efter rad {before[1]} i avsnitt {order[before[0]]}.",
                "stigande radnummer, avsnitten i ordning",
                "flytta åtgärden dit den står i källan, eller rätta numret.",
            )
        before = now


@rule("actions", "questions", "sections", "tracks", *REFERENCES)
def loop(routine: Routine) -> Iterator[Finding]:
    graph = graphs.build(routine)
    for group in graphs.loops(graph):
        i = next(i for i, action in enumerate(routine.actions) if action.id in group and action.after)
        others = ", ".join(group)
        yield Finding(
            "R011",
            ("actions", i, "after"),
            f"Stegen väntar på varandra: {others}.",
            "after pekar bakåt",
            "ta bort after på den åtgärd som ska komma först.",
        )


@rule("actions", "questions", "sections", "tracks", *REFERENCES)
def unreachable(routine: Routine) -> Iterator[Finding]:
    graph = graphs.build(routine)
    if graphs.loops(graph):
        return
    found = graphs.reachable(graph, routine.actions[0].id)
    lost = [(i, action) for i, action in enumerate(routine.actions) if action.id not in found]
    # What comes after a lost step is lost with it: the first of them is enough to mend.
    roots = [
        (i, action)
        for i, action in lost
        if graphs.contradictory(graph.guards[action.id]) or not graph.before(action.id)
    ]
    for i, action in roots or lost[:1]:
        if graphs.contradictory(graph.guards[action.id]):
            hint = "villkoren säger emot varandra: ta bort ett av dem."
        elif not graph.before(action.id):
            hint = "lägg till after: [åtgärd] med den åtgärd som kommer före."
        else:
            hint = "åtgärden kommer efter ett steg som ingen väg leder till: börja med det."
        yield Finding("R010", ("actions", i), f"Ingen väg leder till ”{action.text}”.", "", hint)


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
