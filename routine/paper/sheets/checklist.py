"""One role's checklist: blocks named by deed, and what each line of them says.

The large print, the booklet and the card are set from the same blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from routine.model import wording
from routine.model.graph import Graph, build
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Participant, Question, Section
from routine.model.wording import ours
from routine.pages.parts.facts import hanging
from routine.pages.parts.parts import open_questions, owned, standing_in
from routine.pages.parts.reachable import reachable
from routine.pages.parts.readings import readings
from routine.paper.sheets.common import Function, Number, numbers

MOST_OPEN = 2  # Open questions at the foot.
YOURS, TOGETHER, WHAT, SAME_TIME = "Du bestämmer:", "Ni bestämmer:", "Vad har {} bestämt?", "samtidigt"
NONE_SAID, GO_ON, LEAVE = "Nej eller inget svar", "Gör det som följer.", "Gör det inte."
EDGE, SIGNED = "Raden i kanten är källans.", f"{wording.SIGN} är vår tolkning."


class Line(Struct, frozen=True):
    """A line of a block: a step with a box, a decision, or what somebody else does.

    `strong` is the part of `text` in bold, `more` the sentences after it, `edge` the source's row with any sign of an
    interpretation. `say` are words to say, `branch` what to do where the routine leaves the step open, `answers` boxes
    on one line, `columns` the answers of a decision with what each means, `calm` what holds whatever the answer,
    `reach` whom the step is done with, `write` other lines to fill in. `own` marks a step of the role's own; `step` is
    its id.
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
    own: bool = False
    step: str = ""


class Block(Struct, frozen=True):
    """Lines under a heading, or a decision in its frame; `lead` begins each of the lines."""

    title: str
    lead: str
    beside: str
    lines: tuple[Line, ...]


class ChecklistMatter(Struct, frozen=True):
    """The content of one role's checklist.

    `first` and `last` are guidance before and after the steps, as words and their publisher. `back` pairs each of the
    others with what they do for the reader. `size` is that of its letters, in pt: the largest of them that has room.
    """

    title: str
    name: str
    owner: str
    numbers: tuple[Number, ...]
    intro: str
    head: str
    blocks: tuple[Block, ...]
    first: tuple[tuple[str, str, str], ...]
    last: tuple[tuple[str, str, str], ...]
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


def listed(routine: Routine, role: Role) -> ChecklistMatter:
    """Build the checklist of a role."""
    owns = bool(owned(routine, role.id))
    blocks, rest = _reached(routine, role, tuple(_blocks(routine, build(routine), role)))
    first, last = _guidance(routine, role, blocks)
    asked = any(line.columns for block in blocks for line in block.lines)
    case = routine.organisation.case_head if owns or asked else ()
    return ChecklistMatter(
        role.own or role.name,
        f"Checklista, {wording.inside(role.name)}",
        role.name,
        numbers(routine.emergency),
        "" if owns else f"{role.summary}.",
        next(iter(case), ""),
        blocks,
        first,
        last,
        tuple(limit.text for limit in role.limits),
        tuple(_unanswered(routine, role)),
        rest,
        case[1:],
        tuple(_back(routine, role)),
        (14, 13, 12) if owns else (16, 14),
        " ".join(
            filter(None, (*_legend(routine), wording.whose(routine), wording.order(bool(routine.source.ordered))))
        ),
    )


def _legend(routine: Routine) -> Iterator[str]:
    """Yield what the edge shows, of what stands there."""
    if any(action.row for action in routine.actions):
        yield EDGE
    if readings(routine):
        yield SIGNED


def _blocks(routine: Routine, graph: Graph, role: Role) -> Iterator[Block]:
    """Yield the blocks in the order of reading.

    A decision is a block of its own. Sections that follow each other under the same words are one block.
    """
    begun = False
    for (_, track), (_, steps) in zip(routine.strands, graph.tracks, strict=True):
        together = f"{SAME_TIME} {wording.SIGN}" if track and ours(track.basis) else SAME_TIME
        beside = together if begun and graph.parallel else ""
        block: Block | None = None
        for step in steps:
            if isinstance(step, Question):
                if decision := _decision(routine, step, role):
                    if block:
                        yield block
                    yield Block(_title(routine, step, role), "", beside, (decision,))
                    block, beside, begun = None, "", True
                elif block and (asked := _asked(routine, step, role)):
                    block = replace(block, lines=(*block.lines, asked))
                continue
            lines = tuple(_lines(routine, step, role))
            if not lines:
                continue
            title, lead = _heading(routine.section(step.section), role)
            if block and (block.title, block.lead) == (title, lead):
                block = replace(block, lines=(*block.lines, *lines))
            else:
                if block:
                    yield block
                block, beside, begun = Block(title, lead, beside, lines), "", True
        if block:
            yield block


def _heading(section: Section, role: Role) -> tuple[str, str]:
    """Return the heading over a role's steps in a section, and their lead."""
    own = next((each for each in section.paper if each.role == role.id), None)
    return (own.title, own.lead or "") if own else (section.title, "")


def _title(routine: Routine, question: Question, role: Role) -> str:
    if role.id in question.answered_by:
        yours = TOGETHER if len(question.answered_by) > 1 else YOURS
        return f"{yours} {question.paper.text if question.paper else question.asked_of(role.id)}"
    return WHAT.format(wording.names(routine, question.answered_by))


def _hang(routine: Routine, question: Question, role: Role) -> tuple[Action, ...]:
    """Return the role's own actions that hang on the answer."""
    return tuple(a for a in owned(routine, role.id) if any(c.question == question.id for c in a.conditions))


def _decision(routine: Routine, question: Question, role: Role) -> Line | None:
    """Return a decision of the role, or the gate before steps that hang on another's."""
    heard = next((each for each in question.heard_by if each.role == role.id), None)
    hanging_on = [(a, c) for a in routine.actions for c in a.conditions if c.question == question.id]
    rows = [a.row for a, c in hanging_on if a.row]
    if not question.decided or not (role.id in question.answered_by or (heard and _hang(routine, question, role))):
        return None
    bases = [heard.basis] if heard else [question.basis, *(each.basis for each in question.means)]
    edge = _edge(min(rows, default=None), reading=any(map(ours, bases)))
    if heard:
        needed = {c.answer for a in _hang(routine, question, role) for c in a.conditions if c.question == question.id}
        said = {True: GO_ON, False: heard.otherwise or LEAVE}
        gate = ((wording.YES, said["ja" in needed]), (NONE_SAID, said["nej" in needed]))
        write = (wording.TOLD_BY, wording.DAY, wording.TIME)
        return Line(question.asked_of(role.id), edge=edge, columns=gate, write=write, step=question.id)
    short = question.paper
    means = {each.answer: each.text for each in question.means}
    columns = (
        (wording.YES, short.after_yes if short else means["ja"]),
        (wording.NO, short.after_no if short else means["nej"]),
        (wording.NOT_YET, (short and short.undecided) or ""),
    )
    then = [claim.text for each in question.means for claim in each.then]
    return Line(
        "",
        edge=edge,
        columns=columns,
        calm=(short and short.calm) or "",
        notes=(short.notes if short else tuple(then)),
        write=(wording.TOLD_TO, wording.DAY, wording.TIME) if question.heard_by else (),
        step=question.id,
    )


def _asked(routine: Routine, question: Question, role: Role) -> Line | None:
    """Return a question that others' steps hang on, with its answers.

    One that only the role's own steps hang on is no line: their condition says it.
    """
    hanging_on = [a for a in routine.actions if any(c.question == question.id for c in a.conditions)]
    if role.id not in question.answered_by or all(role.id in a.responsible for a in hanging_on):
        return None
    answers = (wording.YES, wording.NO, wording.NOT_YET)
    edge = wording.SIGN if ours(question.basis) else ""
    return Line(question.asked_of(role.id), edge=edge, answers=answers, step=question.id)


def _lines(routine: Routine, action: Action, role: Role) -> Iterator[Line]:
    if role.id in action.responsible:
        yield _own(routine, action, role)
    yield from (_invited(routine, action, told) for told in action.invited if told.role == role.id)
    if action.consulted and role.id in action.consulted.roles:
        text = wording.consulting(routine, action, action.consulted, role.id)
        yield Line(f"{text}.", edge=_edge(action.row, reading=ours(action.consulted.basis)), step=action.id)


def _own(routine: Routine, action: Action, role: Role) -> Line:
    """Return the line of a step that the role is responsible for.

    Its condition, limit and co-owners come from the facts, whatever the short words are.
    """
    spoken = action.paper in [said.text for said in action.say]
    text = f"”{action.paper}”" if spoken else action.paper or action.text
    decided = {q.id for q in routine.questions if q.decided and _decision(routine, q, role)}
    waits = [each for each in action.after if each.text.partition(" ")[2] not in action.text]
    said = [*zip(action.conditions, hanging(routine, action, role.id), strict=True)]
    held = [phrase for condition, phrase in said if condition.question not in decided]
    parts = [*(phrase.text for phrase in held), *(each.text for each in waits)]
    parts += [wording.in_consultation(routine, action.consulted)] if action.consulted else []
    parts += [wording.limit(routine, action.within)] if action.within else []
    claim, more = _claim(text, parts)
    others = [id for id in action.responsible if id != role.id]
    if others:
        shared = f"{wording.capital(wording.with_others(routine, 'du', others))} ansvarar"
        more.append(f"{shared}, {wording.JOINTLY}." if action.jointly else f"{shared} tillsammans.")
    if not action.paper:
        more += [action.detail.replace("\n", " ").strip()] if action.detail else []
        more += [wording.stopped(action.requirement.text)] if action.requirement else []
        more += (
            [f"Till exempel {wording.series([wording.inside(each) for each in action.groups])}."]
            if action.groups
            else []
        )
    if action.call and not _heading(routine.section(action.section), role)[1]:
        more.append(f"{wording.CALL} {action.call.number}.")
    reading = any(phrase.reading for _, phrase in said) or any(ours(each.basis) for each in waits)
    reading |= ours(action.responsible_basis) or action.jointly == "tolkning"
    reading |= bool(action.within and ours(action.within.basis))
    reading |= bool(action.consulted and ours(action.consulted.basis))
    limit = ("Senast den", "Gjort, dag") if action.within else ()
    told = any(c for c in action.conditions if c.question not in decided and _heard(routine, c.question, role.id))
    signed = (wording.DAY, wording.TIME) if action.calls or action.call else ()
    return Line(
        claim,
        action.emphasis if action.emphasis and action.emphasis in claim else claim.partition(",")[0].removesuffix("."),
        " ".join(more),
        _edge(action.row, reading=reading),
        box=True,
        say="" if spoken else "” ”".join(said.text for said in action.say),
        branch=_branch(routine, action, role),
        write=limit or ((wording.TOLD_BY, *signed) if told else signed),
        own=True,
        step=action.id,
    )


def _heard(routine: Routine, question: str, role: str) -> bool:
    return any(each.role == role for each in routine.question(question).heard_by)


def _invited(routine: Routine, action: Action, told: Participant) -> Line:
    """Return the line of a role that takes part, or acts in another's place."""
    standing = standing_in(action, told)
    held = [phrase.text for phrase in hanging(routine, action, told.role)]
    claim, more = _claim(told.paper or told.text, held)
    owns = bool(owned(routine, told.role))
    if told == action.proxy:
        who = wording.names(routine, action.responsible)
        more.append(f"Gör det om {who} ber dig." if not action.proxy.unasked else standing)
    deed = not wording.of_another(routine, told.text)
    strong = told.emphasis if told.emphasis and told.emphasis in claim else ""
    return Line(
        claim,
        strong,
        " ".join(filter(None, more)),
        _edge(action.row, reading=ours(told.basis) or any(ours(each.basis) for each in action.conditions)),
        box=deed,
        say="” ”".join(said.text for said in told.say),
        branch=_branch(routine, action, routine.role(told.role), stands_in=True) if told == action.proxy else "",
        own=owns,
        step=action.id,
    )


def _claim(text: str, parts: Iterable[str]) -> tuple[str, list[str]]:
    """Return the first sentence with what holds for it, and the others."""
    head, _, more = text.partition(". ")
    ending = "" if head.endswith(("”", "?", "!")) else "."
    held = ", ".join((head.removesuffix("."), *parts))
    return f"{held}{ending if held == head else '.'}", [wording.stopped(more)] if more else []


def _branch(routine: Routine, action: Action, role: Role, *, stands_in: bool = False) -> str:
    """Return what to do where the routine leaves the step open.

    Not of what the others do as long as this role has not been called in.
    """
    for each in open_questions(routine, action):
        if each.meanwhile and not (role.reached_by and role.reached_by.open_question == each.id):
            own = each.proxy if stands_in and each.proxy else None
            short = f"{own.short} {own.meanwhile}" if own else f"{each.short or each.question} {each.meanwhile}"
            return (own and own.paper) or each.paper or short
    return ""


def _edge(row: int | None, *, reading: bool) -> str:
    return " ".join(filter(None, (str(row) if row else "", wording.SIGN if reading else "")))


def _reached(routine: Routine, role: Role, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Function, ...]]:
    """Put each function under the first step that is done with it; return also the others."""
    left = [Function(each.name, each.number, each.hours, each.ask, each.ids) for each in reachable(routine, role.id)]

    def placed(line: Line) -> Line:
        wanted = _wanted(routine, line, role)
        found = tuple(each for each in left if wanted & {*each.ids, each.function})
        for each in found:
            left.remove(each)
        return replace(line, reach=found)

    made = tuple(replace(block, lines=tuple(map(placed, block.lines))) for block in blocks)
    return made, tuple(left)


def _wanted(routine: Routine, line: Line, role: Role) -> set[str]:
    """Return the ids of the roles, or names of others, that a line is done with."""
    if line.columns:
        (question,) = (each for each in routine.questions if each.id == line.step)
        return {each.role for each in question.heard_by} - {role.id} if role.id in question.answered_by else set()
    if not (line.box or line.strong):
        return set()
    action = routine.action(line.step)
    found = {*action.responsible, *(each.role for each in action.informs), *(each.role for each in action.participants)}
    found |= {each for told in action.tells for each in (told.role, told.who) if each}
    return found - {role.id} - {told.role for told in action.helps}


def _guidance(
    routine: Routine, role: Role, blocks: tuple[Block, ...]
) -> tuple[tuple[tuple[str, str, str], ...], tuple[tuple[str, str, str], ...]]:
    """Return the guidance before the steps and after: before them what helps with the first."""
    shown = [item for item in routine.guidance if role.id in item.checklists]
    steps = [line.step for block in blocks for line in block.lines]
    early = {id for action in routine.actions if steps[:1] == [action.id] for id in action.guidance}
    said = {
        item.id: (*_guided(item.paper or f"{item.title}. {' '.join(item.points)}"), item.source.publisher)
        for item in shown
    }
    return tuple(said[i.id] for i in shown if i.id in early), tuple(said[i.id] for i in shown if i.id not in early)


def _guided(text: str) -> tuple[str, str]:
    found = re.match(r"(.+?[.?!]) (.+)", text)
    return (found[1], found[2]) if found else (text, "")


def _unanswered(routine: Routine, role: Role) -> Iterator[str]:
    """Yield the open questions at the foot: those chosen for the role, or the first of its own steps."""
    chosen = [each.question for each in routine.open_questions if role.id in each.checklists]
    own = (q for action in owned(routine, role.id) for q in open_questions(routine, action) if not q.meanwhile)
    yield from chosen[:MOST_OPEN] or list(dict.fromkeys(q.question for q in own))[:MOST_OPEN]


def _back(routine: Routine, role: Role) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield each of the others with what they do for the reader, and the row of that."""
    if not owned(routine, role.id):
        return
    found: dict[str, list[tuple[str, str]]] = {}
    for action in routine.actions:
        for told in action.helps:
            if told.role == role.id:
                who = wording.capital(wording.names(routine, action.responsible))
                edge = _edge(action.row, reading=ours(told.basis))
                found.setdefault(who, []).append((wording.stopped(told.paper or told.text), edge))
    yield from ((who, tuple(lines)) for who, lines in found.items())
