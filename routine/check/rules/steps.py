"""Rules for the graph of steps, in which nobody may be stuck.

Steps must be reachable, wait without circles, and count time from what can come before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from routine.check.finding import Finding
from routine.check.nodes import Path
from routine.check.rules.core import needs, steps
from routine.model import graph as graphs
from routine.model.model import Routine


class Holdup(Struct, frozen=True):
    """A dependency of one step on another, and the path where it stands."""

    step: str
    on: str
    path: Path

    @property
    def said(self) -> str:
        """Return the dependency in words: `hyr-flaktar väntar på ...`."""
        return f"{self.step} {'väntar' if self.path[2] == 'after' else 'hänger'} på {self.on}"


def loop(routine: Routine) -> Iterator[Finding]:
    """Report circles of dependencies link by link, each with its path."""
    for group in graphs.loops(graphs.build(routine)):
        first, *others = way = _circle(routine, group)
        whys = [link.said for link in others]
        said, related = ", ".join(link.said for link in way), [link.path for link in others]
        kind = "" if others else str(first.path[2])
        yield Finding("R011", first.path, kind, related=related, whys=whys, said=said, step=first.step)


def _circle(routine: Routine, group: Collection[str]) -> tuple[Holdup, ...]:
    """Return a shortest circle in the group.

    It starts with the first wait, of an action if there is one, or else with the first condition, and ends at the step
    it began with.
    """
    links = sorted(_links(routine, group), key=lambda link: (link.path[2] != "after", link.path[0] != "actions"))
    ways: list[tuple[Holdup, ...]] = [(links[0],)]
    for way in ways:
        if way[-1].on == links[0].step:
            return way
        passed = {link.step for link in way}
        ways += [(*way, link) for link in links if link.step == way[-1].on and link.step not in passed]
    return ways[0]


def _links(routine: Routine, group: Collection[str]) -> Iterator[Holdup]:
    """Yield the dependencies between steps of the group."""
    for here, step in steps(routine):
        waits = [((*here, "after", j, "action"), after.action) for j, after in enumerate(step.after)]
        waits += [((*here, "conditions", j, "question"), each.question) for j, each in enumerate(step.conditions)]
        yield from (Holdup(step.id, on, path) for path, on in waits if {step.id, on} <= {*group})


@needs("R021", "R011")
def unreachable(routine: Routine) -> Iterator[Finding]:
    """Report steps that no answers open.

    A question that cannot be asked is reported once, and not again for each step that depends on it.
    """
    needed = graphs.build(routine).needs
    for here, step in steps(routine):
        lost = graphs.contradictory(needed[step.id])
        if lost and not any(graphs.contradictory(needed[question]) for question, _ in needed[step.id]):
            yield Finding("R010", (*here, "conditions"), step=step)


@needs("R011")
def counted_from_what_comes_after(routine: Routine) -> Iterator[Finding]:
    """Report limits counted from an action that cannot come before.

    A circle of limits is reported once, at the first.
    """
    graph = graphs.build(routine)
    starts = {action.id: (action.within.after,) for action in routine.actions if action.within and action.within.after}
    before = {action.id: graphs.before_it(graph, action.id, starts) for action in routine.actions}
    told: set[str] = set()
    for i, action in enumerate(routine.actions):
        start = action.within.after if action.within else None
        if start is None or action.id in told:
            continue
        here, other = ("actions", i, "within", "after"), routine.action(start)
        place = ("actions", routine.actions.index(other), "id")
        if start == action.id:
            yield Finding("R094", here, "itself")
        elif action.id in before[start]:
            told |= {id for id in before[start] if start in before.get(id, ())}
            yield Finding("R094", here, "late", related=[place], start=other, action=action)
        elif graphs.contradictory(graph.needs[action.id] | graph.needs[start]):
            yield Finding("R094", here, "never", start=other)


def opens_twice(routine: Routine) -> Iterator[Finding]:
    first, *others = [i for i, action in enumerate(routine.actions) if action.opens] or [0]
    for i in others:
        yield Finding("R029", ("actions", i, "opens"), related=[("actions", first, "opens")])


@needs("R029")
def first_waits(routine: Routine) -> Iterator[Finding]:
    """Report dependencies of the opening action or of an initial question."""
    for path, step in steps(routine):
        first = getattr(step, "opens" if path[0] == "actions" else "asked")
        for key in ("conditions", "after"):
            if first and getattr(step, key):
                yield Finding("R030" if path[0] == "actions" else "R034", (*path, key), key=key, step=step)


@needs("R029", "R011")
def urgent_behind_the_opening(routine: Routine) -> Iterator[Finding]:
    """Advise on urgent actions hidden until the opening action is done.

    An action with a number to ring, or one that depends only on questions asked at once, is folded away in the guide
    for those who know whether the opening action is done.
    """
    graph = graphs.build(routine)
    if not (opening := graph.opening):
        return
    opens = next(i for i, action in enumerate(routine.actions) if action.opens)
    for i, action in enumerate(routine.actions):
        if action.opens or action.after or opening.roles.isdisjoint(action.responsible):
            continue
        questions = {question for question, _ in graph.needs[action.id]}
        if questions <= graph.start and (action.call or questions):
            related, kind = [("actions", opens, "opens")], "call" if action.call else ""
            yield Finding("V011", ("actions", i, "text"), kind, related=related, opening=opening.action)
