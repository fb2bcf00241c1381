"""One role's checklist: blocks named by deed, and what each line of them says.

The large print, the booklet and the card are set from the same blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import astuple, replace

from routine.model import wording
from routine.model.fields import Basis
from routine.model.graph import build
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Participant, Question
from routine.model.wording import ours
from routine.pages.parts.facts import hanging
from routine.pages.parts.parts import ASKED, open_questions, owned, said_by, standing_in
from routine.pages.parts.reachable import Reachable, reachable
from routine.pages.parts.readings import readings

MOST_OPEN = 2  # Open questions at the foot.
YOURS, TOGETHER, WHAT, SAME_TIME = "Du bestämmer:", "Ni bestämmer:", "Vad har {} bestämt?", "samtidigt"
NONE_SAID, GO_ON, LEAVE = "Nej eller inget svar", "Gör det som följer.", "Gör det inte."
EDGE, SIGNED = "Raden i kanten är källans.", f"{wording.SIGN} är vår tolkning."
ANSWERS = (wording.YES, wording.NO, wording.NOT_YET)

Heading = tuple[str, str, str]  # A title, a lead, and the id of the decision that the block is.
Guided = tuple[str, str, str]  # Words in bold, the others, and whose guidance it is.


class Number(Struct, frozen=True):
    """An emergency number and when to call it."""

    number: str
    label: str


class Function(Reachable, frozen=True):
    """A function to reach: a role or a contact.

    Without a number there are lines to write a name and a number on; a function that is `named` needs no line for the
    name.
    """

    named: bool = False


class Line(Struct, frozen=True):
    """A line of a block: a step, a decision, or what somebody else does.

    `strong` is the part of `text` in bold, `more` the sentences after it, `edge` the source's row with any sign of an
    interpretation. `say` are words to say, `branch` what to do where the routine leaves the step open, `answers` boxes
    on one line, `columns` the answers of a decision with what each means, `calm` what holds whatever the answer,
    `reach` whom the step is done with, `write` other lines to fill in. `step` is its id.
    """

    text: str
    strong: str = ""
    more: str = ""
    edge: str = ""
    box: bool = False
    say: str = ""
    branch: str = ""
    answers: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    calm: str = ""
    notes: tuple[str, ...] = ()
    reach: tuple[Function, ...] = ()
    write: tuple[str, ...] = ()
    step: str = ""


class Block(Struct, frozen=True):
    """Lines under a heading, or a decision in its frame.

    `lead` begins each of the lines."""

    title: str
    lead: str
    beside: str
    lines: tuple[Line, ...]


class ChecklistMatter(Struct, frozen=True):
    """The content of one role's checklist.

    `first` and `last` are guidance before and after the steps. `back` pairs each of the others with what they do for
    the reader. `sizes` are those of its letters, in pt: the largest of them that has room.
    """

    title: str
    name: str
    numbers: tuple[Number, ...]
    intro: str
    blocks: tuple[Block, ...]
    first: tuple[Guided, ...]
    last: tuple[Guided, ...]
    limits: tuple[str, ...]
    unanswered: tuple[str, ...]
    contacts: tuple[Function, ...]
    case: tuple[str, ...]
    back: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    sizes: tuple[float, ...]
    ours: str
    large: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for block in self.blocks for line in block.lines)


def numbers(routine: Routine) -> tuple[Number, ...]:
    return tuple(Number(each.number, each.label) for each in routine.emergency)


def listed(routine: Routine, role: Role) -> ChecklistMatter:
    """Build the checklist of a role."""
    owns = bool(owned(routine, role.id))
    left = [Function(*astuple(each)) for each in reachable(routine, role.id)]
    blocks = tuple(_blocks(routine, role, left))
    lines = [line for block in blocks for line in block.lines]
    # Before the steps stands what helps with the first of them.
    early = {id for action in routine.actions if lines and action.id == lines[0].step for id in action.guidance}
    shown = [item for item in routine.guidance if role.id in item.checklists]
    said = {}
    for item in shown:
        head, *rest = re.split(r"(?<=[.?!]) ", item.paper or f"{item.title}. {' '.join(item.points)}", maxsplit=1)
        said[item.id] = (head, "".join(rest), item.source.publisher)
    edges = [EDGE] if any(action.row for action in routine.actions) else []
    edges += [SIGNED] if readings(routine) else []
    return ChecklistMatter(
        role.own or role.name,
        f"Checklista, {wording.inside(role.name)}",
        numbers(routine),
        "" if owns else f"{role.summary}.",
        blocks,
        tuple(said[item.id] for item in shown if item.id in early),
        tuple(said[item.id] for item in shown if item.id not in early),
        tuple(limit.text for limit in role.limits),
        _unanswered(routine, role),
        tuple(left),
        routine.organisation.case_head if owns or any(line.columns for line in lines) else (),
        _back(routine, role) if owns else (),
        (14, 13, 12) if owns else (16, 14),
        " ".join((*edges, wording.whose(routine), wording.order(bool(routine.source.ordered)))),
    )


def _blocks(routine: Routine, role: Role, left: list[Function]) -> Iterator[Block]:
    """Yield the blocks in the order of reading.

    Each function to reach is moved from `left` to its first line. A decision is a block of its own. Sections that
    follow each other under the same words are one block.
    """
    graph, begun = build(routine), False
    for (_, track), (_, steps) in zip(routine.strands, graph.tracks, strict=True):
        together = f"{SAME_TIME} {wording.SIGN}" if track and ours(track.basis) else SAME_TIME
        beside = together if begun and graph.parallel else ""
        told: list[tuple[Heading, Line]] = []
        for step in steps:
            if isinstance(step, Question):
                told += _asked(routine, step, role, told[-1][0] if told else ("", "", ""))
            else:
                section = routine.section(step.section)
                own = next((each for each in section.paper if each.role == role.id), None)
                heading = (own.title, own.lead or "", "") if own else (section.title, "", "")
                told += ((heading, line) for line in _lines(routine, step, role, led=bool(heading[1])))
        for (title, lead, _), group in groupby(told, itemgetter(0)):
            yield Block(title, lead, beside, tuple(_reaching(routine, line, role, left) for _, line in group))
            begun, beside = True, ""


def _asked(routine: Routine, question: Question, role: Role, before: Heading) -> Iterator[tuple[Heading, Line]]:
    """Yield a decision as a block, or as a line where others wait for it.

    A question that only the role's own steps hang on is no line: their condition says it.
    """
    if decision := _decision(routine, question, role):
        title = WHAT.format(wording.names(routine, question.answered_by))
        if role.id in question.answered_by:
            yours = TOGETHER if len(question.answered_by) > 1 else YOURS
            title = f"{yours} {question.paper.text if question.paper else question.asked_of(role.id)}"
        yield (title, "", question.id), decision
    elif before[0] and not before[2] and role.id in question.answered_by:
        hanging_on = (a for a in routine.actions if any(c.question == question.id for c in a.conditions))
        if not all(role.id in action.responsible for action in hanging_on):
            text, edge = question.asked_of(role.id), _edge(None, question.basis)
            yield before, Line(text, edge=edge, answers=ANSWERS, step=question.id)


def _decision(routine: Routine, question: Question, role: Role) -> Line | None:
    """Return the role's decision, or another's before steps that wait for it."""
    heard = next((each for each in question.heard_by if each.role == role.id), None)
    hanging_on = [(a, c.answer) for a in routine.actions for c in a.conditions if c.question == question.id]
    needed = {answer for action, answer in hanging_on if role.id in action.responsible}
    if not question.decided or not (role.id in question.answered_by or (heard and needed)):
        return None
    bases = [heard.basis] if heard else [question.basis, *(each.basis for each in question.means)]
    edge = _edge(min((a.row for a, _ in hanging_on if a.row), default=None), *bases)
    if heard:
        said = {True: GO_ON, False: heard.otherwise or LEAVE}
        gate = ((wording.YES, said["ja" in needed]), (NONE_SAID, said["nej" in needed]))
        asked, write = question.asked_of(role.id), (wording.TOLD_BY, wording.DAY, wording.TIME)
        return Line(asked, edge=edge, columns=gate, write=write, step=question.id)
    means = {each.answer: each.text for each in question.means}
    answers, calm = (means["ja"], means["nej"], ""), ""
    notes = tuple(claim.text for each in question.means for claim in each.then)
    if short := question.paper:
        answers = (short.after_yes, short.after_no, short.undecided or "")
        calm, notes = short.calm or "", short.notes
    return Line(
        "",
        edge=edge,
        columns=tuple(zip(ANSWERS, answers, strict=True)),
        calm=calm,
        notes=notes,
        write=(wording.TOLD_TO, wording.DAY, wording.TIME) if question.heard_by else (),
        step=question.id,
    )


def _lines(routine: Routine, action: Action, role: Role, *, led: bool) -> Iterator[Line]:
    if role.id in action.responsible:
        yield _own(routine, action, role, led=led)
    yield from (_invited(routine, action, told) for told in action.invited if told.role == role.id)
    if action.consulted and role.id in action.consulted.roles:
        text = wording.consulting(routine, action, action.consulted, role.id)
        yield Line(f"{text}.", edge=_edge(action.row, action.consulted.basis), step=action.id)


def _own(routine: Routine, action: Action, role: Role, *, led: bool) -> Line:
    """Return the line of a step that the role is responsible for.

    Its condition, limit and co-owners come from the facts, whatever the short words are. Where it is `led` by words
    that begin each line, the number to call is one of them.
    """
    said = said_by(action)
    spoken = action.paper in said
    gates = {each.id for each in routine.questions if _decision(routine, each, role)}
    waits = [each for each in action.after if each.text.partition(" ")[2] not in action.text]
    phrases = zip(action.conditions, hanging(routine, action, role.id), strict=True)
    free = [(condition, phrase.text) for condition, phrase in phrases if condition.question not in gates]
    parts = [*(text for _, text in free), *(each.text for each in waits)]
    bases = [action.responsible_basis, action.jointly, *(each.basis for each in waits)]
    bases += [each.basis for each in action.conditions]
    if action.consulted:
        parts.append(wording.in_consultation(routine, action.consulted))
        bases.append(action.consulted.basis)
    if action.within:
        parts.append(wording.limit(routine, action.within))
        bases.append(action.within.basis)
    claim, more = _claim(f"”{action.paper}”" if spoken else action.paper or action.text, parts)
    if others := [id for id in action.responsible if id != role.id]:
        how = f", {wording.JOINTLY}" if action.jointly else " tillsammans"
        more.append(f"{wording.capital(wording.with_others(routine, 'du', others))} ansvarar{how}.")
    if not action.paper:
        more += [action.detail.replace("\n", " ").strip()] if action.detail else []
        more += [wording.stopped(action.requirement.text)] if action.requirement else []
        groups = wording.series([wording.inside(each) for each in action.groups])
        more += [f"Till exempel {groups}."] if groups else []
    if action.call and not led:
        more.append(f"{wording.CALL} {action.call.number}.")
    write: tuple[str, ...] = (wording.DAY, wording.TIME) if action.calls or action.call else ()
    if action.within:
        write = ("Senast den", "Gjort, dag")
    elif any(role.id == each.role for c, _ in free for each in routine.question(c.question).heard_by):
        write = (wording.TOLD_BY, *write)
    return Line(
        claim,
        _strong(claim, action.emphasis) or claim.partition(",")[0].removesuffix("."),
        " ".join(more),
        _edge(action.row, *bases),
        box=True,
        say="" if spoken else "” ”".join(said),
        branch=_branch(routine, action, role),
        write=write,
        step=action.id,
    )


def _invited(routine: Routine, action: Action, told: Participant) -> Line:
    """Return the line of a role that takes part, or acts in another's place."""
    claim, more = _claim(told.paper or told.text, [each.text for each in hanging(routine, action, told.role)])
    if standing := standing_in(action, told):
        asked = f"Gör det om {wording.names(routine, action.responsible)} ber dig."
        more.append(asked if standing == ASKED else standing)
    return Line(
        claim,
        _strong(claim, told.emphasis),
        " ".join(more),
        _edge(action.row, told.basis, *(each.basis for each in action.conditions)),
        box=not wording.of_another(routine, told.text),
        say="” ”".join(said_by(told)),
        branch=_branch(routine, action, routine.role(told.role), stands_in=True) if standing else "",
        step=action.id,
    )


def _claim(text: str, parts: Iterable[str]) -> tuple[str, list[str]]:
    """Return the first sentence with what holds for it, and the others."""
    head, _, more = text.partition(". ")
    held = ", ".join((head.removesuffix("."), *parts))
    ending = "" if held == head and head.endswith(("”", "?", "!")) else "."
    return f"{held}{ending}", [wording.stopped(more)] if more else []


def _strong(claim: str, emphasis: str | None) -> str:
    return emphasis if emphasis and emphasis in claim else ""


def _branch(routine: Routine, action: Action, role: Role, *, stands_in: bool = False) -> str:
    """Return what to do where the routine leaves the step open.

    What others do before this role is called in is left out.
    """
    for each in open_questions(routine, action):
        if each.meanwhile and not (role.reached_by and role.reached_by.open_question == each.id):
            if stands_in and (own := each.proxy):
                return own.paper or each.paper or f"{own.short} {own.meanwhile}"
            return each.paper or f"{each.short or each.question} {each.meanwhile}"
    return ""


def _edge(row: int | None, *bases: Basis | None) -> str:
    return " ".join((*([str(row)] if row else []), *([wording.SIGN] if "tolkning" in bases else [])))


def _reaching(routine: Routine, line: Line, role: Role, left: list[Function]) -> Line:
    """Move to a line the functions in `left` that it is done with."""
    done_with: set[str] = set()
    if line.columns:
        question = routine.question(line.step)
        done_with = {each.role for each in question.heard_by if role.id in question.answered_by}
    elif line.box or line.strong:
        action = routine.action(line.step)
        done_with = {*action.responsible, *(each.role for each in action.informs)}
        done_with |= {each.role for each in action.participants}
        done_with |= {each for told in action.tells for each in (told.role, told.who) if each}
        done_with -= {told.role for told in action.helps}
    found = tuple(each for each in left if (done_with - {role.id}) & {*each.ids, each.name})
    for each in found:
        left.remove(each)
    return replace(line, reach=found)


def _unanswered(routine: Routine, role: Role) -> tuple[str, ...]:
    """Return the open questions at the foot.

    They are those chosen for the role, or else the first of its own steps."""
    chosen = [each for each in routine.open_questions if role.id in each.checklists]
    own = (each for action in owned(routine, role.id) for each in open_questions(routine, action) if not each.meanwhile)
    return tuple(dict.fromkeys(each.question for each in chosen or own))[:MOST_OPEN]


def _back(routine: Routine, role: Role) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return what each of the others does for the reader, with its row."""
    helping = [(action, told) for action in routine.actions for told in action.helps if told.role == role.id]
    found = by_key(
        (wording.names(routine, a.responsible), (wording.stopped(told.paper or told.text), _edge(a.row, told.basis)))
        for a, told in helping
    )
    return tuple((wording.capital(who), tuple(lines)) for who, lines in found.items())
