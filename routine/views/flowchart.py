"""The flowchart, whole or as one role sees it: one object that gives both the ordered list and the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from routine.domain import graph as graphs
from routine.domain import wording
from routine.domain.graph import holders
from routine.domain.model import Action, OpenQuestion, Question, Routine, Track
from routine.domain.wording import ours
from routine.layout import Block, Box, Drawing, Link, layout
from routine.views import addresses as at
from routine.views.facts import Phrase
from routine.views.parts import Owner, opens, owners

FAR = "flera steg"
NO_MORE = "inga fler åtgärder i spåret"


@dataclass(frozen=True, slots=True)
class FlowWay:
    """Where a step leads: `label` is Ja, Nej or empty; `far` when steps that this chart leaves out lie between."""

    target: str
    label: str
    text: str
    far: bool


@dataclass(frozen=True, slots=True)
class FlowStep:
    """One line of the list. `who` names the holders in words; `plain` when it leads to the next line and nowhere else.
    Of what we have read into the source a question is `asked_by_us`, who is responsible `owned_by_us`.

    `open_questions` are those of a question: what the source does not say about the ways from it.
    """

    id: str
    question: bool
    text: str
    owners: tuple[Owner, ...]
    address: str
    ways: tuple[FlowWay, ...]
    plain: bool
    asked_by_us: bool
    owned_by_us: bool
    conditions: tuple[Phrase, ...]
    open_questions: tuple[OpenQuestion, ...]
    who: str

    @property
    def reading(self) -> bool:
        """Whether its box bears the mark: there is room for one, which stands for any of them."""
        return self.asked_by_us or self.owned_by_us or any(phrase.reading for phrase in self.conditions)


@dataclass(frozen=True, slots=True)
class FlowTrack:
    """A track's steps in order; `slot` counts from 1 and chooses the colour."""

    track: Track
    slot: int
    steps: tuple[FlowStep, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the drawing; `step` is the id of what it shows, which a shared action does once for each owner.
    `reading` when it bears the mark of one."""

    box: Box
    step: str
    text: str
    slot: int
    address: str
    reading: bool


@dataclass(frozen=True, slots=True)
class Flowchart:
    """The list in `tracks`; the picture in `drawing` and `nodes`.
    `role` is the name of the role whose chart it is, or empty."""

    role: str
    tracks: tuple[FlowTrack, ...]
    drawing: Drawing
    nodes: tuple[Node, ...]

    @property
    def has_reading(self) -> bool:
        """Whether the picture has a box that bears the mark of a reading."""
        return any(step.reading for part in self.tracks for step in part.steps)


@lru_cache(maxsize=32)  # The same picture stands on a page and on paper.
def flowchart(routine: Routine, role: str = "") -> Flowchart | None:
    """The chart of the whole routine, or of one role's steps and those right beside them;
    None for a role without steps."""
    graph = graphs.build(routine)
    kept = _kept(graph, role)
    if not kept:
        return None
    ways = {id: tuple(_ways(routine, graph, id, kept)) for id in kept}
    tracks = tuple(
        FlowTrack(track, slot, tuple(_lines(routine, [step for step in steps if step.id in kept], ways, role)))
        for slot, (track, (_, steps)) in enumerate(zip(routine.tracks, graph.tracks, strict=True), 1)
    )
    tracks = tuple(part for part in tracks if part.steps)
    steps = tuple(_boxes(routine, graph, tracks))
    lanes = [item.name for item in routine.roles]
    drawing = layout(lanes, steps, [*_links(tracks), *_twins(tracks)])
    return Flowchart(routine.role(role).name if role else "", tracks, drawing, tuple(_nodes(tracks, drawing)))


def _kept(graph: graphs.Graph, role: str) -> Set[str]:
    every = {step.id for step in graph.steps()}
    if not role:
        return every
    own = {step.id for step in graph.steps() if role in holders(step)}
    beside = {edge.source for edge in graph.edges if edge.target in own} | {
        edge.target for edge in graph.edges if edge.source in own
    }
    return own | beside & every


def _ways(routine: Routine, graph: graphs.Graph, id: str, kept: Set[str]) -> Iterator[FlowWay]:
    """The edges that leave a step, through whatever the chart leaves out."""
    texts = {step.id: step.text for step in graph.steps()} | {
        graphs.end_of(track.id): NO_MORE for track in routine.tracks
    }
    found: set[tuple[str, str]] = set()
    for edge in graph.following(id):
        for target, far in _reached(graph, edge.target, kept):
            label = wording.capital(edge.answer or "")
            if (target, label) not in found:
                found.add((target, label))
                yield FlowWay(target, label, texts[target], far)


def _reached(graph: graphs.Graph, first: str, kept: Set[str]) -> Iterator[tuple[str, bool]]:
    """The nearest kept steps from `first` on, with whether something was passed.
    An end counts only when nothing was."""
    todo, seen = [(first, False)], {first}
    while todo:
        id, far = todo.pop(0)
        following = graph.following(id)
        if id in kept or (not following and not far):
            yield id, far
        elif id not in kept:
            for edge in following:
                if edge.target not in seen:
                    seen.add(edge.target)
                    todo.append((edge.target, True))


def _lines(
    routine: Routine, steps: list[graphs.Step], ways: dict[str, tuple[FlowWay, ...]], role: str
) -> Iterator[FlowStep]:
    for number, step in enumerate(steps):
        own, leads, asked = role in holders(step), ways[step.id], not isinstance(step, Action)
        following = steps[number + 1].id if number + 1 < len(steps) else ""
        address = at.role(role if own else holders(step)[0], step.id) if role else at.guide(step.id)
        plain = [(way.target, way.label) for way in leads] == [(following, "")] and not leads[0].far
        yield FlowStep(
            step.id,
            asked,
            step.text,
            owners(routine, holders(step)),
            address,
            leads,
            plain,
            isinstance(step, Question) and ours(step.basis),
            isinstance(step, Action) and ours(step.responsible_basis),
            tuple(_conditions(step)),
            opens(routine, step.open_questions) if asked else (),
            _who(routine, holders(step), role),
        )


def _conditions(step: graphs.Step) -> Iterator[Phrase]:
    if isinstance(step, Action):
        yield from (Phrase(item.text, ours(item.basis)) for item in step.conditions)


def _who(routine: Routine, ids: tuple[str, ...], role: str) -> str:
    if role not in ids:
        return wording.capital(wording.names(routine, ids))
    rest = [id for id in ids if id != role]
    return f"Du, tillsammans med {wording.names(routine, rest)}" if rest else "Du"


# --- What the layout draws -------------------------------------------------------------------------------------------


def _twin(step: str, owner: str) -> str:
    return f"{step}@{owner}"


def _boxes(routine: Routine, graph: graphs.Graph, tracks: tuple[FlowTrack, ...]) -> Iterator[Block]:
    """Steps get a level each, in the track's order and below everything that leads to them.
    A shared action stands in each owner's lane."""
    lane = {item.id: at for at, item in enumerate(routine.roles)}
    levels: dict[str, int] = {}
    for side, part in enumerate(tracks):
        above = -1
        for step in part.steps:
            above = levels[step.id] = 1 + max(
                [above, *(levels[other] for other in _before(tracks, step.id) if other in levels)]
            )
            kind = "question" if step.question else "action"
            # On a line of its own the sign would look like a step.
            text = f"{step.text}\N{NO-BREAK SPACE}{wording.SIGN}" if step.reading else step.text
            yield Block(step.id, lane[step.owners[0].id], side, above, kind, text)
            for other in step.owners[1:] if not step.question else ():
                yield Block(_twin(step.id, other.id), lane[other.id], side, above, kind, text)
        end = graphs.end_of(part.track.id)
        if any(way.target == end for step in part.steps for way in step.ways):
            yield Block(end, lane[part.steps[-1].owners[0].id], side, above + 1, "end", "Slut")


def _before(tracks: tuple[FlowTrack, ...], id: str) -> Iterator[str]:
    for part in tracks:
        for step in part.steps:
            if any(way.target == id for way in step.ways):
                yield step.id


def _links(tracks: tuple[FlowTrack, ...]) -> Iterator[Link]:
    for part in tracks:
        for step in part.steps:
            for way in step.ways:
                yield Link(step.id, way.target, way.label or (FAR if way.far else ""))


def _twins(tracks: tuple[FlowTrack, ...]) -> Iterator[Link]:
    for part in tracks:
        for step in part.steps:
            if not step.question:
                for other in step.owners[1:]:
                    yield Link(step.id, _twin(step.id, other.id), joined=True)


def _nodes(tracks: tuple[FlowTrack, ...], drawing: Drawing) -> Iterator[Node]:
    steps = {step.id: (step, part.slot) for part in tracks for step in part.steps}
    ends = {graphs.end_of(part.track.id): part for part in tracks}
    for box in drawing.boxes:
        id = box.id.partition("@")[0]
        if id in ends:
            yield Node(box, id, NO_MORE, ends[id].slot, "", reading=False)
        else:
            step, slot = steps[id]
            yield Node(box, id, step.text, slot, step.address, step.reading)
