"""One role's checklist for paper, by track and in the source's order: boxes to tick, questions right before what hangs
on them, words to say, lines for who and when where somebody else needs to know, and what helps apart from the routine's
own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from routine.domain import wording
from routine.domain.beside import Guidance, Term
from routine.domain.fields import Answer
from routine.domain.graph import Graph, Step, build, holders
from routine.domain.model import Routine
from routine.domain.people import EmergencyNumber, Role
from routine.domain.steps import Action, Participant, Question, Section, Track
from routine.domain.terms import used
from routine.domain.wording import ours
from routine.views.calls import Spoken, spoken
from routine.views.facts import Phrase, statement
from routine.views.parts import ASKED, Advice, ask, asked_title, card, owned, said_by, silent, standing_in, takes_part
from routine.views.reachable import Reachable, reachable

OWNS_NOTHING = "Du ansvarar inte för något steg."
LONG = 10  # Lines that stand on one A4 with air between them.


class ListLine(Struct, frozen=True):
    """A line with a box to tick. `row` is the number in the source; `mine` is False where the role only takes
    part.

    `emphasis` is a part of its text, `said` its own words without explanations, `held` when it applies and what it
    waits for, as parts of its sentence, `beside` what else is said of it, `call` the number to ring for it, `say` words
    to say, `meanwhile` what helps when it cannot be done. `signed`: somebody else needs to know when it was done, or
    asks afterwards; `several`: and by whom, since more than one may do it. `timed`: its limit ends at a time. `deed` is
    False where it only tells of what another does or may do: then there is nothing to tick.
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
    """A question to answer, or `heard` from somebody else what the answer was: by whom, before the answers. `means` is
    what an answer leads to, to the one who gives it, and the first that holds after it, `acute` when not to wait for it
    but to call, `ringing` the same taken apart. `signed`: somebody else needs to know when it was answered."""

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
        """Whether somebody else tells the answer."""
        return bool(self.heard)

    @property
    def text(self) -> str:
        """The question, and who has answered it where that is another."""
        return " ".join(filter(None, (self.question, self.heard)))


class PausePoint(Struct, frozen=True):
    """A section, and what of it the role does or decides. `aloud`: there is something to say or to call, so that it is
    read while it is done; else it is done and then checked."""

    section: Section
    items: tuple[ListLine | AskLine, ...]

    @property
    def aloud(self) -> bool:
        """Whether it is read and done, line by line."""
        return any(isinstance(item, ListLine) and (item.say or item.call) for item in self.items)


class PauseTrack(Struct, frozen=True):
    """A track's pause points. `slot` counts from 1 and chooses the rail; 0, without a track, has none."""

    track: Track | None
    slot: int
    points: tuple[PausePoint, ...]


class Checklist(Struct, frozen=True):
    """`owns` is whether the role is responsible for anything, `standing` what it is told of standing in for somebody
    else, a sentence an action, `not_yours` what is not its to do. `case_head` is what is written of the case, by whom
    does or answers anything. `long` asks for rows closer together on paper."""

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
        """To a role that owns nothing, or empty. What is not its to do, the data may say in its own words."""
        if self.owns:
            return ""
        asked = (f"{asked_title(self.standing)}.",) if self.lines else ()
        return " ".join(asked if asked and self.not_yours else (*asked, OWNS_NOTHING))

    @property
    def points(self) -> tuple[PausePoint, ...]:
        """The pause points of all tracks."""
        return tuple(point for track in self.tracks for point in track.points)

    @property
    def lines(self) -> tuple[ListLine, ...]:
        """What there is to tick."""
        return tuple(item for point in self.points for item in point.items if isinstance(item, ListLine))

    @property
    def ticks(self) -> bool:
        """Whether anything is the role's to tick."""
        return any(line.deed for line in self.lines)

    @property
    def asked(self) -> tuple[AskLine, ...]:
        """What there is to answer."""
        return tuple(item for point in self.points for item in point.items if isinstance(item, AskLine))


def checklist(routine: Routine, id: str) -> Checklist:
    """The checklist of the role with this id. Raises KeyError when there is none."""
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
    """The steps of a track by section: a question stands in that of the first action that hangs on it."""
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
    """What the role may be asked to do."""
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
    """That another asks the role first: nothing to tick, but nothing to learn only when it is asked either."""
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
    """What it waits for and its own words tell: `efter det första samtalet` of what is done with that."""
    waits = ((each.text, each.text.partition(" ")[2]) for each in action.after)
    return frozenset(text for text, what in waits if what and what in action.text)


def _of_others(routine: Routine, role: str) -> str | None:
    """The open question that is none to the role itself: what others do as long as it has not been called in."""
    reached = routine.role(role).reached_by
    return reached.open_question if reached else None


def _taking_part(routine: Routine, action: Action, role: str, standing: str) -> Iterator[Phrase]:
    """Whose it is, among what is the role's own. Who stands in does it when asked to, or unasked where she may. And
    what the source leaves open in it, to the one who is asked in short."""
    who = wording.names(routine, action.responsible)
    owns = bool(owned(routine, role))
    if standing == ASKED and not owns:
        yield Phrase(f"Gör det om {who} ber dig.")
    elif owns or standing:
        does = "Gör det om du blir ombedd." if standing == ASKED else standing
        yield Phrase(f"{wording.capital(who)} har ansvaret. {does}".strip())
    yield from (Phrase(f"Rutinen svarar inte på: {question.short}") for question in silent(routine, action, role))


def _needed(graph: Graph, action: Action) -> bool:
    """Whether somebody else needs to know that an action is done, by whom and when: it has a limit, it tells a role
    that then takes over, several share it, another's step waits for it, or it is called in, which is asked for
    afterwards."""
    after = {edge.target for edge in graph.following(action.id)}
    others = (step for step in graph.steps() if step.id in after and holders(step) != action.responsible)
    return bool(action.within or action.informs or action.shared or action.call or any(others))


def _decision(routine: Routine, graph: Graph, question: Question, role: str) -> Iterator[AskLine]:
    """A question that the role answers; or one that it hears the answer to, when a step of its own hangs on that."""
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
    """What its explanation says of calling an emergency number."""
    said = re.split(r"(?<=[.!?])\s+", question.detail or "")
    numbers = "|".join(re.escape(each.number) for each in routine.emergency)
    return " ".join(each for each in said if numbers and re.search(rf"(?<!\d)(?:{numbers})(?!\d)", each))


def _carries(graph: Graph, question: Question) -> bool:
    """Whether somebody else needs to know the answer: it may be told by another, or another's step hangs on it."""
    hanging = (step for step in graph.steps() if any(asked == question.id for asked, _ in graph.needs[step.id]))
    return bool(question.heard_by) or any(holders(step) != question.answered_by for step in hanging)


def _hangs(routine: Routine, graph: Graph, question: Question, role: str) -> bool:
    own = owned(routine, role)
    return any(question.id == asked for action in own for asked, _ in graph.needs[action.id])
