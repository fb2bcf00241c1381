"""Steps that wait for each other: nobody could begin. Told link by link, each with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from routine.domain import graph as graphs
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import REFERENCES, rule, steps


class Holdup(Struct, frozen=True):
    """One step that is held up by another, and the place where that stands."""

    step: str
    on: str
    path: Path
    verb: str

    @property
    def said(self) -> str:
        """`hyr-flaktar väntar på flytta-klassen`."""
        return f"{self.step} {self.verb} {self.on}"


@rule("actions", "questions", "sections", "tracks", *REFERENCES)
def loop(routine: Routine) -> Iterator[Finding]:
    for group in graphs.loops(graphs.build(routine)):
        first, *others = _circle(routine, group)
        told = f"Stegen väntar på varandra: {', '.join(link.said for link in (first, *others))}."
        hint = "ta bort ett av leden: after eller villkoret på det steg som ska komma först."
        if not others:
            told = f"Steget väntar på sig självt: {first.step}."
            hint = f"ta bort {'after' if first.path[2] == 'after' else 'villkoret'}, eller rätta id:t."
        yield Finding(
            "R011",
            first.path,
            told,
            "väntan och villkor som inte går runt i en ring",
            hint,
            tuple((link.path, link.said) for link in others),
        )


def _circle(routine: Routine, group: Collection[str]) -> tuple[Holdup, ...]:
    """The way round: from the first wait, of an action if there is one, or else the first condition, back to its step
    by as few links as can be."""
    links = sorted(_links(routine, group), key=lambda link: (link.path[2] != "after", link.path[0] != "actions"))
    ways: list[tuple[Holdup, ...]] = [(links[0],)]
    for way in ways:
        if way[-1].on == links[0].step:
            return way
        passed = {link.step for link in way}
        ways += [(*way, link) for link in links if link.step == way[-1].on and link.step not in passed]
    return ways[0]


def _links(routine: Routine, group: Collection[str]) -> Iterator[Holdup]:
    """What holds a step of the group up, and is of the group itself."""
    for here, step in steps(routine):
        if step.id in group:
            for j, after in enumerate(step.after):
                if after.action in group:
                    yield Holdup(step.id, after.action, (*here, "after", j, "action"), "väntar på")
            for j, condition in enumerate(step.conditions):
                if condition.question in group:
                    yield Holdup(step.id, condition.question, (*here, "conditions", j, "question"), "hänger på")
