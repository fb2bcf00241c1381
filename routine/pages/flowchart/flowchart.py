"""The flowchart: the steps that depend on each other, in the whole routine or for one role."""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec import Struct

from routine.flow.chains import Box, chains
from routine.model import graph as graphs
from routine.model import wording
from routine.model.beside import OpenQuestion
from routine.model.graph import Step, holders
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.steps import Action, Question, Track
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.parts.facts import Phrase, holding
from routine.pages.parts.parts import open_questions

ARROWS = "En pil är ett villkor, eller något att vänta på. Blir svaret ett annat görs inte steget."
FREE = "Rutinen säger inte om ett steg utan pil väntar på något."


class FlowLine(Struct, frozen=True):
    """A step in a box.

    `short` are its few words for a page, where they lead to the whole `text`. `asked_by_us`: the question is our
    interpretation. `notes` are its limit, those consulted, and the conditions that the arrow leaves untold.
    """

    id: str
    text: str
    short: str
    address: str
    asked_by_us: bool
    notes: tuple[Phrase, ...]


class FlowBox(Struct, frozen=True):
    """A box with its holders, and the boxes that hang on it.

    `owned_by_us`: who is responsible is our interpretation. `slot` is the track's number, from 1, or 0 where there are
    not several. `contact` says of several lines that they are one contact. `way` is the word on the arrow to the box,
    None at the head of a chain.
    """

    who: str
    owned_by_us: bool
    question: bool
    slot: int
    lines: tuple[FlowLine, ...]
    contact: Phrase | None
    way: Phrase | None
    next: tuple[FlowBox, ...]

    @property
    def arrows(self) -> int:
        """Return how many arrows follow each other from here, at most."""
        return max((box.arrows + 1 for box in self.next), default=0)


class FlowTrack(Struct, frozen=True):
    """The chains that begin in a track, by their heads."""

    track: Track | None
    slot: int
    heads: tuple[FlowBox, ...]


class Flowchart(Struct, frozen=True):
    """The boxes of what can be done at once, by person, and the chains.

    `role` is the name of the role whose chart it is, or empty. `asked` holds the questions with open questions of their
    own. `parallel` tells whether the tracks run side by side, `ordered` whether the source's order is one to work in.
    """

    role: str
    direct: tuple[tuple[FlowBox, ...], ...]
    tracks: tuple[FlowTrack, ...]
    asked: tuple[tuple[str, tuple[OpenQuestion, ...]], ...]
    strands: tuple[Track | None, ...]
    parallel: bool
    ordered: bool

    @property
    def heading(self) -> str:
        """Return the heading of the steps that no arrow leads to."""
        return "Utan villkor" if self.ordered else "Kan göras direkt"

    @property
    def legend(self) -> str:
        """Explain an arrow, and a step without one."""
        said = (*([ARROWS] if self.tracks else ()), wording.order(ordered=True) if self.ordered else FREE)
        return " ".join(said)


class _Reader(Struct, frozen=True):
    """The routine, and the role that reads it: every box is made from both."""

    routine: Routine
    graph: graphs.Graph
    role: str

    def box(self, box: Box) -> FlowBox:
        (first, *more), action = box.steps, isinstance(box.steps[0], Action)
        group = first.group if isinstance(first, Action) and more else None
        return FlowBox(
            self.who(first),
            any(isinstance(step, Action) and ours(step.responsible_basis) for step in box.steps),
            not action,
            next(slot for slot, (_, steps) in self.slots if first in steps),
            tuple(self.line(step, box) for step in box.steps),
            Phrase(wording.SAME_CONTACT, any(map(_grouped_by_us, box.steps))) if group else None,
            Phrase(box.arrow.word, box.arrow.reading) if box.arrow else None,
            tuple(map(self.box, box.next)),
        )

    @property
    def slots(self) -> Iterator[tuple[int, tuple[str, tuple[Step, ...]]]]:
        return zip((slot for slot, _ in self.routine.strands), self.graph.tracks, strict=True)

    def line(self, step: Step, box: Box) -> FlowLine:
        own = self.role in holders(step)
        text = step.asked_of(self.role) if isinstance(step, Question) else step.text
        return FlowLine(
            step.id,
            text,
            step.short or text if isinstance(step, Action) else text,
            at.role(self.role if own else holders(step)[0], step.id) if self.role else at.row(step.id),
            isinstance(step, Question) and ours(step.basis),
            (*self.besides(step, box), *(self.noted(step, box) if isinstance(step, Action) else ())),
        )

    def besides(self, step: Step, box: Box) -> Iterator[Phrase]:
        """Yield the conditions and waits of a step that its arrow leaves untold.

        An arrow tells one of them. That one is told again in the box if only it is our interpretation; but not where
        several steps are one contact, and share the arrow and its mark.
        """
        edges, arrow = {edge.source for edge in self.graph.before(step.id)}, box.arrow
        sources = (*(item.question for item in step.conditions), *(item.action for item in step.after))
        for source, phrase in zip(sources, holding(self.routine, step, self.role), strict=True):
            told = arrow and source == arrow.source and (len(box.steps) > 1 or phrase.reading == arrow.reading)
            if source in edges and not told:
                yield phrase

    def noted(self, action: Action, box: Box) -> Iterator[Phrase]:
        """Yield the limit of an action, and its consultation."""
        if action.group and len(box.steps) == 1:
            yield Phrase(wording.SAME_CONTACT, ours(action.group.basis))
        if action.within and not (box.arrow and box.arrow.limit):
            yield Phrase(wording.limit(self.routine, action.within), ours(action.within.basis))
        if action.jointly:
            yield Phrase(wording.JOINTLY, ours(action.jointly))
        if asked := action.consulted:
            mine = self.role in asked.roles
            said = wording.in_consultation(self.routine, asked, self.role) if mine else wording.JOINTLY
            yield Phrase(said, ours(asked.basis))

    def who(self, step: Step) -> str:
        """Name the holders of a step.

        Those who share a question answer it together. Those who share an action do it together only where the data says
        so, in `jointly`.
        """
        ids = holders(step)
        if self.role not in ids:
            return wording.capital(wording.names(self.routine, ids))
        rest = [id for id in ids if id != self.role]
        together = isinstance(step, Question) or step.jointly
        if rest and together:
            return f"Du, tillsammans med {wording.names(self.routine, rest)}"
        return wording.with_others(self.routine, "Du", rest)


def _grouped_by_us(step: Step) -> bool:
    return isinstance(step, Action) and step.group is not None and ours(step.group.basis)


def flowchart(routine: Routine, role: str = "") -> Flowchart | None:
    """Build the chart of the whole routine, or of one role.

    A role's chart has its own steps and those right beside them. Returns None for a role without steps.
    """
    graph = graphs.build(routine)
    kept = _kept(graph, role)
    if not kept:
        return None
    found, reader = chains(routine, graph, kept), _Reader(routine, graph, role)
    direct = [reader.box(Box((action,), None, ())) for action in found.direct]
    heads = by_key((box.slot, box) for box in map(reader.box, found.heads))
    shown = {*heads, *(box.slot for box in direct)}
    asked = ((step, open_questions(routine, step)) for step in graph.steps() if step.id in kept)
    return Flowchart(
        routine.role(role).name if role else "",
        tuple(tuple(boxes) for boxes in by_key(((box.who, box.owned_by_us), box) for box in direct).values()),
        tuple(FlowTrack(track, slot, tuple(heads[slot])) for slot, track in routine.strands if slot in heads),
        tuple((step.asked_of(role), opened) for step, opened in asked if isinstance(step, Question) and opened),
        tuple(track for slot, track in routine.strands if slot in shown),
        graph.parallel,
        bool(routine.source.ordered),
    )


def _kept(graph: graphs.Graph, role: str) -> Set[str]:
    """Return the ids of the steps to show.

    For one role they are its own steps, the steps that these depend on, and the steps that depend on these. An action
    that the role takes part in or is consulted on is added if it depends on the answer to a question among them:
    otherwise the question would seem to lead to nothing.
    """
    if not role:
        return {step.id for step in graph.steps()}
    own = {step.id for step in graph.steps() if role in holders(step)}
    beside = {edge.source for edge in graph.edges if edge.target in own} | {
        edge.target for edge in graph.edges if edge.source in own
    }
    kept = own | beside
    with_in = {step.id for step in graph.steps() if isinstance(step, Action) and _with_in(step, role)}
    return kept | {
        edge.target for edge in graph.edges if edge.answer and edge.source in kept and edge.target in with_in
    }


def _with_in(action: Action, role: str) -> bool:
    consulted = action.consulted.roles if action.consulted else ()
    return role in (*consulted, *(item.role for item in action.invited))
