"""One role's checklist for paper, by track and in the source's order.

It has boxes to tick, questions right before the steps that depend on them, words to say, and lines for who and when
where somebody else needs to know. Guidance is kept apart from the routine's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from routine.model import wording
from routine.model.beside import Guidance, Term
from routine.model.fields import Answer
from routine.model.graph import Graph, Step, build, holders
from routine.model.model import Routine
from routine.model.people import EmergencyNumber, Role
from routine.model.steps import Action, Participant, Question, Section, Track
from routine.model.terms import used
from routine.model.wording import ours
from routine.pages.parts.calls import Spoken, spoken
from routine.pages.parts.facts import Phrase, statement
from routine.pages.parts.parts import (
    ASKED,
    Advice,
    ask,
    asked_title,
    card,
    owned,
    said_by,
    silent,
    standing_in,
    takes_part,
)
from routine.pages.parts.reachable import Reachable, reachable

OWNS_NOTHING = "Du ansvarar inte för något steg."
LONG = 10  # The most lines that fit one A4 with space between them.


class ListLine(Struct, frozen=True):
    """A line with a box to tick.

    `row` is the number in the source. `mine` is False where the role only takes part. `emphasis` is a part of the text.
    `said` is the action's own words without explanations. `held` are its conditions and dependencies, as parts of its
    sentence. `beside` are its other facts. `limit` is its time limit. `call` is the number to ring for it. `say` are
    words to say. `meanwhile` is advice for when it cannot be done.

    `signed`: somebody else needs to know when it was done, or asks afterwards. `several`: they also need to know by
    whom, since more than one may do it. `timed`: its limit ends at a time of day. `deed` is False where the line only
    tells what another role does or may do: then there is nothing to tick.
    """

    id: str
    row: int | None
    text: str
    emphasis: str
    reading: bool
    said: str
    say: tuple[str, ...]
    held: tuple[Phrase, ...] = ()
    beside: tuple[Phrase, ...] = ()
    limit: Phrase | None = None
    meanwhile: tuple[Advice, ...] = ()
    signed: bool = False
    several: bool = False
    call: Phrase | None = None
    mine: bool = True
    timed: bool = False
    deed: bool = True


class AskLine(Struct, frozen=True):
    """A question to answer, or an answer to note.

    `heard` is set where another role gives the answer: it names that role, before the answers. `means` holds for each
    answer its consequence for the role that answers, and the first statement that holds after it. `acute` is set where
    the role must not wait for the answer but call an emergency number; `ringing` is the same text split at its numbers.
    `signed`: somebody else needs to know when it was answered.
    """

    id: str
    question: str
    reading: bool
    conditions: tuple[Phrase, ...]
    signed: bool
    acute: str = ""
    heard: str = ""
    means: tuple[tuple[Answer, Phrase, Phrase | None], ...] = ()
    ringing: Spoken = ()

    @property
    def told(self) -> bool:
        """Return whether another role gives the answer."""
        return bool(self.heard)

    @property
    def text(self) -> str:
        """Return the question, with who has answered it if another role has."""
        return " ".join(filter(None, (self.question, self.heard)))


class PausePoint(Struct, frozen=True):
    """A section with the role's actions and questions in it."""

    section: Section
    items: tuple[ListLine | AskLine, ...]

    @property
    def aloud(self) -> bool:
        """Return whether it is read and done line by line.

        It is so where there is something to say or a number to call. Otherwise the role does all of it and then checks
        it.
        """
        return any(isinstance(item, ListLine) and (item.say or item.call) for item in self.items)


class PauseTrack(Struct, frozen=True):
    """The pause points of a track.

    `slot` counts from 1 and chooses the rail; it is 0, with no rail, where there is no track.
    """

    track: Track | None
    slot: int
    points: tuple[PausePoint, ...]


class Checklist(Struct, frozen=True):
    """The contents of a role's checklist.

    `owns` tells whether the role is responsible for any action. `standing` tells it that it is a proxy, in one sentence
    per action. `not_yours` lists what the role must not do. `case_head` are the labels of the blanks about the case at
    the top; it is empty for a role that neither owns an action nor answers or notes a question. `long` asks for rows
    closer together on paper.
    """

    role: Role
    owns: bool
    standing: tuple[str, ...]
    not_yours: tuple[Phrase, ...]
    emergency: tuple[EmergencyNumber, ...]
    case_head: tuple[str, ...]
    tracks: tuple[PauseTrack, ...]
    long: bool
    guidance: tuple[Guidance, ...]
    reach: tuple[Reachable, ...]
    terms: tuple[Term, ...]

    @property
    def only_asked(self) -> str:
        """Return the text to a role that owns nothing, or an empty string.

        The data may say in its own words what such a role must not do; then the standard sentence is left out.
        """
        if self.owns:
            return ""
        asked = (f"{asked_title(self.standing)}.",) if self.lines else ()
        return " ".join(asked if asked and self.not_yours else (*asked, OWNS_NOTHING))

    @property
    def points(self) -> tuple[PausePoint, ...]:
        """Return the pause points of all tracks."""
        return tuple(point for track in self.tracks for point in track.points)

    @property
    def lines(self) -> tuple[ListLine, ...]:
        """Return the lines of all pause points, questions apart."""
        return tuple(item for point in self.points for item in point.items if isinstance(item, ListLine))

    @property
    def ticks(self) -> bool:
        """Return whether the role has any box to tick."""
        return any(line.deed for line in self.lines)

    @property
    def asked(self) -> tuple[AskLine, ...]:
        """Return the questions of all pause points."""
        return tuple(item for point in self.points for item in point.items if isinstance(item, AskLine))


def checklist(routine: Routine, id: str) -> Checklist:
    """Build the checklist of the role with this id.

    Raises KeyError when there is no such role.
    """
    role = routine.role(id)
    tracks = tuple(_tracks(routine, build(routine), id))
    items = [item for track in tracks for point in track.points for item in point.items]
    owns = bool(owned(routine, id))
    lines = [item for item in items if isinstance(item, ListLine)]
    asked = any(isinstance(item, AskLine) for item in items)
    return Checklist(
        role=role,
        owns=owns,
        standing=tuple(_standing(routine, id)),
        not_yours=tuple(map(statement, role.limits)),
        emergency=routine.emergency,
        case_head=(*routine.organisation.case_head, wording.FILLED_BY) if owns or asked else (),
        tracks=tracks,
        long=len(lines) > LONG,
        guidance=tuple(item for item in routine.guidance if id in item.checklists),
        reach=tuple(reachable(routine, id)),
        terms=used(routine.terms, [item.said if isinstance(item, ListLine) else item.text for item in items]),
    )


def _standing(routine: Routine, role: str) -> Iterator[str]:
    for action in routine.actions:
        if action.proxy and action.proxy.role == role:
            yield standing_in(action, action.proxy)


def _tracks(routine: Routine, graph: Graph, role: str) -> Iterator[PauseTrack]:
    for (slot, track), (_, steps) in zip(routine.strands, graph.tracks, strict=True):
        if points := tuple(_points(routine, graph, steps, role)):
            yield PauseTrack(track, slot, points)


def _points(routine: Routine, graph: Graph, steps: tuple[Step, ...], role: str) -> Iterator[PausePoint]:
    """Group the steps of a track by section.

    A question belongs to the section of the first action after it, which depends on it.
    """
    found: dict[str, list[ListLine | AskLine]] = {}
    waiting: list[Question] = []
    for step in steps:
        if isinstance(step, Question):
            waiting.append(step)
            continue
        items = found.setdefault(step.section, [])
        items += (item for question in waiting for item in _decision(routine, graph, question, role))
        items += _lines(routine, graph, step, role)
        waiting = []
    for id, items in found.items():
        if items:
            yield PausePoint(routine.section(id), tuple(items))


def _lines(routine: Routine, graph: Graph, action: Action, role: str) -> Iterator[ListLine]:
    if role in action.responsible:
        yield _own_line(routine, graph, action, role)
    yield from (_invited_line(routine, action, told) for told in action.invited if told.role == role)
    yield from _consultation(routine, action, role)


def _own_line(routine: Routine, graph: Graph, action: Action, role: str) -> ListLine:
    shown = card(routine, action, role)
    return ListLine(
        action.id,
        action.row,
        action.text,
        action.emphasis or "",
        shown.reading,
        shown.said,
        said_by(action),
        tuple(phrase for phrase in shown.held if phrase.text not in _told(action)),
        shown.sentences,
        Phrase(shown.limit, shown.limit_read) if shown.limit else None,
        tuple(advice for advice in shown.meanwhile if advice.question.id != _of_others(routine, role)),
        _needed(graph, action),
        action.shared or action.proxy is not None,
        Phrase(action.call.number, ours(action.call.basis)) if action.call else None,
        timed=action.within is not None and action.within.days is None,
    )


def _invited_line(routine: Routine, action: Action, told: Participant) -> ListLine:
    """Return the line of an action that the role may be asked to do."""
    part = takes_part(routine, action, told)
    return ListLine(
        action.id,
        None,
        part.text,
        told.emphasis or "",
        part.reading,
        part.text,
        part.say,
        part.conditions,
        tuple(_taking_part(routine, action, part.role, part.stands_in)),
        meanwhile=part.meanwhile if part.stands_in else (),
        mine=False,
        deed=not wording.of_another(routine, told.text),
    )


def _consultation(routine: Routine, action: Action, role: str) -> Iterator[ListLine]:
    """Yield a line for an action on which another role consults this one.

    There is nothing to tick, but the role should not learn of it only when it is asked.
    """
    if action.consulted and role in action.consulted.roles:
        text = wording.consulting(routine, action, action.consulted, role)
        yield ListLine(
            action.id,
            None,
            text,
            wording.CONSULTS,
            ours(action.consulted.basis),
            text,
            (),
            mine=False,
            deed=False,
        )


def _told(action: Action) -> frozenset[str]:
    """Return the dependencies that the action's own text already tells.

    An example is `efter det första samtalet`, in an action about that call.
    """
    waits = ((each.text, each.text.partition(" ")[2]) for each in action.after)
    return frozenset(text for text, what in waits if what and what in action.text)


def _of_others(routine: Routine, role: str) -> str | None:
    """Return the id of the open question that only other roles have.

    It is about what the others do as long as this role has not been called in, so the role itself needs no advice on
    it.
    """
    reached = routine.role(role).reached_by
    return reached.open_question if reached else None


def _taking_part(routine: Routine, action: Action, role: str, standing: str) -> Iterator[Phrase]:
    """Yield who is responsible for an action that the role takes part in.

    It is told where the role has actions of its own. A proxy does the action when asked to, or unasked where the data
    allows it. Open questions about the action follow, for the role whose questions are put in short.
    """
    who = wording.names(routine, action.responsible)
    owns = bool(owned(routine, role))
    if standing == ASKED and not owns:
        yield Phrase(f"Gör det om {who} ber dig.")
    elif owns or standing:
        does = "Gör det om du blir ombedd." if standing == ASKED else standing
        yield Phrase(f"{wording.capital(who)} har ansvaret. {does}".strip())
    yield from (Phrase(f"Rutinen svarar inte på: {question.short}") for question in silent(routine, action, role))


def _needed(graph: Graph, action: Action) -> bool:
    """Return whether somebody else needs to know who did an action, and when.

    It is needed if the action has a limit, if it informs a role that then takes over, if several share it, if another
    role's step depends on it, or if it is a call, which is asked for afterwards.
    """
    after = {edge.target for edge in graph.following(action.id)}
    others = (step for step in graph.steps() if step.id in after and holders(step) != action.responsible)
    return bool(action.within or action.informs or action.shared or action.call or any(others))


def _decision(routine: Routine, graph: Graph, question: Question, role: str) -> Iterator[AskLine]:
    """Yield the line of a question that the role answers, or hears answered.

    A role that hears the answer has the line only where an action of its own depends on it.
    """
    shown = ask(routine, question, role)
    if role in question.answered_by:
        yield AskLine(
            question.id,
            shown.text,
            shown.reading,
            shown.conditions,
            signed=_carries(graph, question),
            acute=_acute(routine, question),
            ringing=spoken(routine, _acute(routine, question)),
            means=tuple(
                (each.answer, statement(each), next(map(statement, each.then), None)) for each in question.means
            ),
        )
    elif any(heard.role == role for heard in question.heard_by) and _hangs(routine, graph, question, role):
        who = wording.capital(wording.names(routine, question.answered_by))
        yield AskLine(question.id, shown.text, shown.reading, shown.conditions, signed=True, heard=f"{who} har svarat:")


def _acute(routine: Routine, question: Question) -> str:
    """Return the sentences of the detail that name an emergency number."""
    said = re.split(r"(?<=[.!?])\s+", question.detail or "")
    numbers = "|".join(re.escape(each.number) for each in routine.emergency)
    return " ".join(each for each in said if numbers and re.search(rf"(?<!\d)(?:{numbers})(?!\d)", each))


def _carries(graph: Graph, question: Question) -> bool:
    """Return whether somebody else needs to know the answer.

    Another role may report it, or another role's step may depend on it.
    """
    hanging = (step for step in graph.steps() if any(asked == question.id for asked, _ in graph.needs[step.id]))
    return bool(question.heard_by) or any(holders(step) != question.answered_by for step in hanging)


def _hangs(routine: Routine, graph: Graph, question: Question, role: str) -> bool:
    own = owned(routine, role)
    return any(question.id == asked for action in own for asked, _ in graph.needs[action.id])
