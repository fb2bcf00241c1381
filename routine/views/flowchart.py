"""The flowchart, whole or as one role sees it: one object that gives both the ordered list and the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from routine.domain import graph as graphs
from routine.domain import wording
from routine.domain.fields import ANSWERS
from routine.domain.graph import holders
from routine.domain.model import Action, OpenQuestion, Question, Routine, Track
from routine.domain.wording import ours
from routine.layout import FONT_SIZE, Block, Box, Drawing, Link, layout
from routine.views import addresses as at
from routine.views.facts import Phrase, holding
from routine.views.parts import Owner, opens, owners

LEAST_PT = 6.5  # Letters on paper are never smaller.
PT_MM = 25.4 / 72
SHEET_MM = (182, 240)  # What a browser has room for on an A4, as docs/assets/css/flowchart.css has it.
WAIT = "Efter"  # on an arrow to what waits
PLACES = "Rutorna står i källans ordning, uppifrån och ner. Höjden är en läsordning."
ARROWS = "En pil visar ett villkor, eller det som ett steg väntar på."
SEVERAL = "Har en ruta flera pilar gäller alla."
FREE = "En ruta utan pil väntar inte på något."
SHARED = "Två rutor med en streckad linje emellan är en åtgärd med delat ansvar."


@dataclass(frozen=True, slots=True)
class FlowWay:
    """What hangs on a step: on its answer, with `label` Ja or Nej, or on its being over."""

    target: str
    label: str
    text: str
    reading: bool


@dataclass(frozen=True, slots=True)
class FlowStep:
    """One line of the list. `who` names the holders in words; `conditions` are when it applies, and what it waits for.
    Of what we have read into the source a question is `asked_by_us`, who is responsible `owned_by_us`.

    `open_questions` are those of a question: what the source does not say about it.
    """

    id: str
    question: bool
    text: str
    owners: tuple[Owner, ...]
    address: str
    ways: tuple[FlowWay, ...]
    asked_by_us: bool
    owned_by_us: bool
    conditions: tuple[Phrase, ...]
    open_questions: tuple[OpenQuestion, ...]
    who: str

    @property
    def answers(self) -> tuple[tuple[str, tuple[FlowWay, ...]], ...]:
        """A question's two answers, each with what hangs on it."""
        labels = [wording.capital(answer) for answer in ANSWERS] if self.question else []
        return tuple((label, tuple(way for way in self.ways if way.label == label)) for label in labels)

    @property
    def reading(self) -> bool:
        """Whether its box bears the mark. A condition or a wait bears its own, on the arrow."""
        return self.asked_by_us or self.owned_by_us


@dataclass(frozen=True, slots=True)
class FlowTrack:
    """A track's steps in order; `slot` counts from 1 and chooses the line; 0, without a track, is as the first."""

    track: Track | None
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
    `role` is the name of the role whose chart it is, or empty; `parallel` whether the tracks go side by side."""

    role: str
    tracks: tuple[FlowTrack, ...]
    drawing: Drawing
    nodes: tuple[Node, ...]
    parallel: bool

    @property
    def legend(self) -> str:
        """What the places mean, and of arrows and lines those that there are."""
        arrows = Counter(edge.target for edge in self.drawing.edges if not edge.joined)
        said = (
            (True, PLACES),
            (bool(arrows), ARROWS),
            (any(count > 1 for count in arrows.values()), SEVERAL),
            (bool(arrows), FREE),
            (any(edge.joined for edge in self.drawing.edges), SHARED),
        )
        return " ".join(words for stands, words in said if stands)

    @property
    def printable(self) -> bool:
        """Whether a browser can print the picture on an A4 with letters that can be read."""
        wide, high = SHEET_MM
        scale = min(wide / self.drawing.width, high / self.drawing.height)
        return FONT_SIZE * scale >= LEAST_PT * PT_MM

    @property
    def has_reading(self) -> bool:
        """Whether the picture has a box or an arrow that bears the mark of a reading."""
        steps = [step for part in self.tracks for step in part.steps]
        return any(step.reading or any(way.reading for way in step.ways) for step in steps)


@lru_cache(maxsize=32)  # The same picture stands on a page and on paper.
def flowchart(routine: Routine, role: str = "") -> Flowchart | None:
    """The chart of the whole routine, or of one role's steps and those right beside them;
    None for a role without steps."""
    graph = graphs.build(routine)
    kept = _kept(graph, role)
    if not kept:
        return None
    tracks = tuple(
        FlowTrack(track, slot, tuple(_line(routine, graph, step, role, kept) for step in steps if step.id in kept))
        for (slot, track), (_, steps) in zip(routine.strands, graph.tracks, strict=True)
    )
    tracks = tuple(part for part in tracks if part.steps)
    steps = tuple(_boxes(routine, tracks))
    lanes = [item.name for item in routine.roles]
    drawing = layout(lanes, steps, [*_links(tracks), *_twins(tracks)])
    return Flowchart(
        routine.role(role).name if role else "", tracks, drawing, tuple(_nodes(tracks, drawing)), graph.parallel
    )


def _kept(graph: graphs.Graph, role: str) -> Set[str]:
    """Every step; for one role its own, and those that hold them up or are held up by them."""
    if not role:
        return {step.id for step in graph.steps()}
    own = {step.id for step in graph.steps() if role in holders(step)}
    beside = {edge.source for edge in graph.edges if edge.target in own} | {
        edge.target for edge in graph.edges if edge.source in own
    }
    return own | beside


def _line(routine: Routine, graph: graphs.Graph, step: graphs.Step, role: str, kept: Set[str]) -> FlowStep:
    own, asked = role in holders(step), isinstance(step, Question)
    return FlowStep(
        step.id,
        asked,
        step.text,
        owners(routine, holders(step)),
        at.role(role if own else holders(step)[0], step.id) if role else at.guide(step.id),
        tuple(_ways(graph, step.id, kept)),
        isinstance(step, Question) and ours(step.basis),
        isinstance(step, Action) and ours(step.responsible_basis),
        tuple(holding(step)),
        opens(routine, step.open_questions) if asked else (),
        _who(routine, holders(step), role),
    )


def _ways(graph: graphs.Graph, id: str, kept: Set[str]) -> Iterator[FlowWay]:
    texts = {step.id: step.text for step in graph.steps()}
    for edge in graph.following(id):
        if edge.target in kept:
            yield FlowWay(edge.target, wording.capital(edge.answer or ""), texts[edge.target], edge.reading)


def _who(routine: Routine, ids: tuple[str, ...], role: str) -> str:
    if role not in ids:
        return wording.capital(wording.names(routine, ids))
    rest = [id for id in ids if id != role]
    return f"Du, tillsammans med {wording.names(routine, rest)}" if rest else "Du"


# --- What the layout draws -------------------------------------------------------------------------------------------


def _twin(step: str, owner: str) -> str:
    return f"{step}@{owner}"


def _boxes(routine: Routine, tracks: tuple[FlowTrack, ...]) -> Iterator[Block]:
    """Steps get a level each, in the track's order: place is the order of reading. The tracks stand side by side, below
    what opens the case. A shared action stands in each owner's lane."""
    lane = {item.id: at for at, item in enumerate(routine.roles)}
    opening = routine.opening.id if routine.opening else ""
    tops = {part.slot: at for part in tracks for at, step in enumerate(part.steps, 1) if step.id == opening}
    for side, part in enumerate(tracks):
        first = 0 if part.slot in tops else max(tops.values(), default=0)
        for level, step in enumerate(part.steps, first):
            kind = "question" if step.question else "action"
            # On a line of its own the sign would look like a step.
            text = f"{step.text}\N{NO-BREAK SPACE}{wording.SIGN}" if step.reading else step.text
            yield Block(step.id, lane[step.owners[0].id], side, level, kind, text)
            for other in step.owners[1:] if not step.question else ():
                yield Block(_twin(step.id, other.id), lane[other.id], side, level, kind, text)


def _links(tracks: tuple[FlowTrack, ...]) -> Iterator[Link]:
    for part in tracks:
        for step in part.steps:
            for way in step.ways:
                label = way.label or WAIT
                yield Link(step.id, way.target, f"{label} {wording.SIGN}" if way.reading else label)


def _twins(tracks: tuple[FlowTrack, ...]) -> Iterator[Link]:
    for part in tracks:
        for step in part.steps:
            if not step.question:
                for other in step.owners[1:]:
                    yield Link(step.id, _twin(step.id, other.id), joined=True)


def _nodes(tracks: tuple[FlowTrack, ...], drawing: Drawing) -> Iterator[Node]:
    steps = {step.id: (step, part.slot) for part in tracks for step in part.steps}
    for box in drawing.boxes:
        step, slot = steps[box.id.partition("@")[0]]
        yield Node(box, step.id, step.text, slot, step.address, step.reading)
