"""The flowchart, whole or for one role.

One object gives both the ordered list and the drawing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from functools import lru_cache

from msgspec import Struct

from routine.layout import FONT_SIZE, LEAST_PT, PT_MM, Drawing, fitted
from routine.model import graph as graphs
from routine.model import numerals, wording
from routine.model.graph import holders
from routine.model.model import Routine
from routine.model.steps import Action, Question
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.flowchart.drawing import FlowPart, FlowStep, FlowTrack, FlowWay, pictures
from routine.pages.parts.facts import Phrase, holding
from routine.pages.parts.parts import open_questions, owners

SHEET_MM = (182, 240)  # The room on an A4 that a browser prints, as in routine/pages/flowchart/flowchart.css.
PLACES = "Rutorna står i källans ordning, uppifrån och ner."
UNORDERED, ORDERED = "En ruta högre upp görs inte alltid först.", "Det är en turordning."
ARROWS = "En pil visar ett villkor, eller det som ett steg väntar på."
SEVERAL = "Har en ruta flera pilar gäller alla."
FREE = "Rutinen säger inte om en ruta utan pil väntar på något."
OUTLINED = "Rutans kant visar spåret:"
SHARED = "Två rutor med en streckad linje emellan är ett steg med delat ansvar."
PARTED = (
    "Bilden är delad. En tunn ruta ovanför ett steg säger vad i en annan del som leder dit, och ”Vidare i del” var "
)
PARTED += "fler steg hänger på rutan."


class Flowchart(Struct, frozen=True):
    """The list of steps in `tracks` and the picture in `parts`.

    Most routines have one part. `role` is the name of the role whose chart it is, or empty. `parallel` tells whether
    the tracks run side by side, `ordered` whether the source's order is one to work in.
    """

    role: str
    tracks: tuple[FlowTrack, ...]
    parts: tuple[FlowPart, ...]
    parallel: bool
    ordered: bool

    @property
    def legend(self) -> str:
        """Return what the places mean, and the arrows and lines in use."""
        edges = [edge for part in self.parts for edge in part.drawing.edges]
        arrows = Counter(way.target for part in self.tracks for step in part.steps for way in step.ways)
        said = (
            (True, f"{PLACES} {ORDERED if self.ordered else UNORDERED}"),
            (bool(arrows), ARROWS),
            (any(count > 1 for count in arrows.values()), SEVERAL),
            (bool(arrows) and not self.ordered, FREE),
            (any(edge.joined for edge in edges), SHARED),
            (len(self.parts) > 1, PARTED),
        )
        return " ".join(words for stands, words in said if stands)

    @property
    def key(self) -> tuple[FlowTrack, ...]:
        """Return the tracks whose outlines the key explains.

        There is a key where several tracks share a drawing.
        """
        return self.tracks if len(self.tracks) > 1 and len(self.parts) == 1 else ()

    @property
    def key_said(self) -> str:
        """Return the heading of the key, or an empty string without a key."""
        return OUTLINED if self.key else ""

    @property
    def printable(self) -> bool:
        """Return whether a browser can print the picture on a legible A4."""
        return len(self.parts) == 1 and _on_page(self.parts[0].drawing)

    @property
    def numbered(self) -> bool:
        """Return whether any step has a number in the source.

        If so, steps are named by their numbers, as on all other pages.
        """
        return any(step.row for part in self.tracks for step in part.steps)

    @property
    def marked(self) -> str:
        """Return what the mark means, or an empty string without marks.

        It mentions who is responsible only where that is an interpretation.
        """
        steps = [step for part in self.tracks for step in part.steps]
        read = any(step.reading or any(way.reading for way in step.ways) for step in steps)
        owned = "vem som ansvarar, " if any(step.owned_by_us for step in steps) else ""
        return f"{wording.SIGN} är vår tolkning: en fråga, {owned}ett villkor eller en väntan." if read else ""


def _on_page(drawing: Drawing) -> bool:
    """Return whether a drawing is legible on an A4 printed by a browser."""
    wide, high = SHEET_MM
    return FONT_SIZE * min(wide / drawing.width, high / drawing.height) >= LEAST_PT * PT_MM


def _on_wall(drawing: Drawing) -> bool:
    """Return whether a drawing is legible on one A3.

    A drawing that is not is too large for a screen as well.
    """
    return fitted(drawing, "A3").readable


@lru_cache(maxsize=32)  # The same picture is used on a page and on paper.
def flowchart(routine: Routine, role: str = "") -> Flowchart | None:
    """Build the chart of the whole routine, or of one role.

    A role's chart has its own steps and those right beside them. Returns None for a role without steps.
    """
    graph = graphs.build(routine)
    kept = _kept(graph, role)
    if not kept:
        return None
    tracks = tuple(
        FlowTrack(track, slot, tuple(_lines(routine, graph, steps, role, kept)))
        for (slot, track), (_, steps) in zip(routine.strands, graph.tracks, strict=True)
    )
    tracks = tuple(part for part in tracks if part.steps)
    parts = pictures(routine, tracks, _on_page if role else _on_wall)
    return Flowchart(
        routine.role(role).name if role else "", tracks, parts, graph.parallel, bool(routine.source.ordered)
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


def _lines(
    routine: Routine, graph: graphs.Graph, steps: tuple[graphs.Step, ...], role: str, kept: Set[str]
) -> Iterator[FlowStep]:
    return (_line(routine, graph, step, role, kept) for step in steps if step.id in kept)


def _line(
    routine: Routine,
    graph: graphs.Graph,
    step: graphs.Step,
    role: str,
    kept: Set[str],
) -> FlowStep:
    own, asked = role in holders(step), isinstance(step, Question)
    return FlowStep(
        step.id,
        None if isinstance(step, Question) else step.row,
        asked,
        step.asked_of(role) if isinstance(step, Question) else step.text,
        owners(routine, holders(step)),
        at.role(role if own else holders(step)[0], step.id) if role else at.guide(step.id),
        tuple(_ways(graph, step.id, kept, role)),
        isinstance(step, Question) and ours(step.basis),
        isinstance(step, Action) and ours(step.responsible_basis),
        tuple(holding(routine, step, role)),
        *_beside(routine, step, role),
        open_questions(routine, step) if asked else (),
        _who(routine, step, role),
    )


def _beside(routine: Routine, step: graphs.Step, role: str) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Return an action's limit and consultation, for list and box.

    No arrow tells them. A box has less room: only the list tells what a limit is counted from, and that those who share
    the action consult each other.
    """
    if isinstance(step, Question):
        return (), ()
    told, noted = list[Phrase](), list[Phrase]()
    if limit := step.within:
        told.append(Phrase(wording.limit(routine, limit), ours(limit.basis)))
        noted.append(Phrase(f"Inom {numerals.period(limit.count, limit.unit)}", ours(limit.basis)))
    if step.jointly:
        told.append(Phrase(wording.capital(wording.JOINTLY), ours(step.jointly)))
    if asked := step.consulted:
        both = Phrase(wording.capital(wording.in_consultation(routine, asked, role)), ours(asked.basis))
        told.append(both)
        noted.append(both)
    return tuple(told), tuple(noted)


def _ways(graph: graphs.Graph, id: str, kept: Set[str], role: str) -> Iterator[FlowWay]:
    steps = {step.id: step for step in graph.steps()}
    for edge in graph.following(id):
        if edge.target in kept:
            target = steps[edge.target]
            label = wording.capital(edge.answer or "")
            text = target.asked_of(role) if isinstance(target, Question) else target.text
            yield FlowWay(edge.target, label, text, _words(target, edge), edge.reading)


def _words(step: graphs.Step, edge: graphs.Edge) -> str:
    """Return the condition or dependency of a step that an edge stands for."""
    if edge.answer:
        on = edge.source, edge.answer
        return next(each.text for each in step.conditions if (each.question, each.answer) == on)
    return next(each.text for each in step.after if each.action == edge.source)


def _who(routine: Routine, step: graphs.Step, role: str) -> str:
    """Name the holders of a step.

    Those who share a question answer it together. Those who share an action do it together only where the data says so,
    in `jointly`.
    """
    ids = holders(step)
    if role not in ids:
        return wording.capital(wording.names(routine, ids))
    rest = [id for id in ids if id != role]
    together = isinstance(step, Question) or step.jointly
    if rest and together:
        return f"Du, tillsammans med {wording.names(routine, rest)}"
    return wording.with_others(routine, "Du", rest)
