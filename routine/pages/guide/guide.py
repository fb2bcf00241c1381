"""The guide: a path for each role, and one past a role that somebody cannot turn to.

A path is a few screens. Its steps stand in the page once, and the script moves them between its lists by where the case
stands. What it reckons with, the graph, is JSON in the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from routine.check import record as editions
from routine.check.record import Record
from routine.model import graph as graphs
from routine.model import wording
from routine.model.beginning import concerned
from routine.model.beside import Guidance
from routine.model.fields import Answer
from routine.model.graph import Graph, Step
from routine.model.model import Routine
from routine.model.people import Aside, EmergencyNumber, Role
from routine.model.steps import Action, Participant, Proxy, Question, Section
from routine.pages import addresses as at
from routine.pages.parts.facts import Phrase, statement
from routine.pages.parts.parts import Advice, Reach, advice, asked_title, handing_over, reach, said_by, takes_part
from routine.pages.parts.reachable import Spoken, points
from routine.pages.parts.situations import WayIn, own_name, ways_in
from routine.pages.role.role import Line, lines

# Tells on one screen at a time, works through a list, or only helps.
Kind = Literal["screens", "list", "words"]
# Does it, takes part in it, answers it, tells what another answers, or waits for it.
Part = Literal["does", "joins", "answers", "hears", "waits"]


class Node(Struct, frozen=True, rename="camel", omit_defaults=True):
    """A step for the script.

    `needs` are the answers that the step depends on, `waits` the actions that it waits for, and `builds_on` those of
    them without which there is nothing to do. `told` are the roles that know whether the opening action is over.
    `days` or `hours` is the limit, counted from `after` or from the event.
    """

    id: str
    text: str
    owners: tuple[str, ...]
    question: bool = False
    told: tuple[str, ...] = ()
    needs: tuple[tuple[str, Answer], ...] = ()
    waits: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    start: bool = False
    opens: bool = False
    group: str = ""
    days: int = 0
    hours: int = 0
    after: str = ""
    done: str = ""


class Item(Struct, frozen=True):
    """A step as the reader of a path meets it.

    `told` is the reader's own part in an action of another. `to` names those whom the words are for, and `public` says
    that what is sent to them becomes a public record.
    """

    step: Step
    part: Part
    text: str
    line: Line | None = None
    told: Participant | None = None
    to: str = ""
    public: bool = False
    section: Section | None = None
    guidance: tuple[Guidance, ...] = ()

    @property
    def id(self) -> str:
        """Return the step's id."""
        return self.step.id

    @property
    def ask(self) -> str:
        """Return the step put as a question, or its text."""
        own = self.told or self.step
        return (None if isinstance(own, Question) else own.ask) or self.text

    @property
    def ticked(self) -> str:
        """Return the words on the button when it is done."""
        own = self.told or self.step
        return (None if isinstance(own, Question) else own.ticked) or "Det är gjort"

    @property
    def proxy(self) -> Proxy | None:
        """Return the reader's part when it is to stand in."""
        return self.told if isinstance(self.told, Proxy) else None


class Path(Struct, frozen=True):
    """A way through the guide. `id` is its anchor.

    `begins` is the step of the first screen where the path has screens. `others` is what others see to, for the
    reader. `unreached` is what helps when nobody answers, and `reach` whom a path past a role turns to.
    """

    id: str
    role: Role
    name: str
    kind: Kind
    items: tuple[Item, ...]
    begins: Item | None = None
    aside: Aside | None = None
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unreached: tuple[Advice, ...] = ()
    reach: tuple[Reach, ...] = ()
    past: str = ""
    not_yours: tuple[Phrase, ...] = ()
    guidance: tuple[Guidance, ...] = ()

    @property
    def title(self) -> str:
        """Return the heading over what a role that only helps may be asked to do."""
        return asked_title([item.line.notes[0].text for item in self.items if item.line and item.line.notes])

    @property
    def dated(self) -> bool:
        """Return whether a limit of the reader's own is counted from the event."""
        return any(_dated(item.step) for item in self.items if item.part == "does")

    @property
    def timed(self) -> bool:
        """Return whether such a limit is counted in hours."""
        steps = [item.step for item in self.items if item.part == "does" and _dated(item.step)]
        return any(isinstance(step, Action) and step.within and step.within.days is None for step in steps)

    @property
    def later(self) -> tuple[Section, ...]:
        """Return the sections with steps of the reader's own that may wait."""
        found = (item.section for item in self.items if item.section and item.section.later)
        return tuple({section.id: section for section in found}.values())


class Guide(Struct, frozen=True):
    """All paths, and what the guide's page needs.

    `edition` is the edition in force, which a saved case is held to. `nodes` is the graph as JSON.
    """

    edition: str
    emergency: tuple[EmergencyNumber, ...]
    ways: tuple[WayIn, ...]
    paths: tuple[Path, ...]
    points: Mapping[str, tuple[Spoken, ...]]
    handing_over: tuple[str, ...]
    nodes: str


def guide(routine: Routine, record: Record = ()) -> Guide:
    """Return the guide."""
    graph = graphs.build(routine)
    paths = tuple(_path(routine, graph, role) for role in routine.roles)
    past = tuple(
        _past(routine, path, situation.aside, situation.id)
        for situation in routine.situations
        for path in paths
        if situation.aside and path.kind == "screens"
    )
    return Guide(
        editions.current(routine, record).edition,
        routine.emergency,
        ways_in(routine),
        (*paths, *past),
        points(routine, routine.guidance),
        handing_over(routine),
        msgspec.json.encode([_node(graph, step) for step in graph.steps()]).decode(),
    )


def _node(graph: Graph, step: Step) -> Node:
    action = step if isinstance(step, Action) else None
    opens = graph.opening is not None and graph.opening.action == step.id
    within = action.within if action else None
    return Node(
        step.id,
        step.text,
        graphs.holders(step),
        question=action is None,
        told=tuple(sorted(graph.opening.roles)) if opens and graph.opening else (),
        needs=tuple(sorted(graph.needs[step.id])),
        waits=graph.waits[step.id],
        builds_on=graph.builds_on.get(step.id, ()),
        start=step.id in graph.start,
        opens=opens,
        group=action.group.id if action and action.group else "",
        days=(within.days or 0) if within else 0,
        hours=within.hours if within and within.days is None else 0,
        after=(within.after or "") if within else "",
        done=(action.done or action.others) if action else "",
    )


def _dated(step: Step) -> bool:
    return isinstance(step, Action) and step.within is not None and not step.within.after


def _path(routine: Routine, graph: Graph, role: Role) -> Path:
    items = tuple(_items(routine, graph, role))
    own = [item for item in items if item.part in ("does", "answers", "hears")]
    begins = next((item for item in own if isinstance(item.step, Action) and item.step.opens), None)
    kind: Kind = "words" if not own else "list" if begins is None else "screens"
    called = routine.role(begins.step.informs[0].role) if begins and _informs(begins.step) else None
    aside = next((each for each in routine.situations if each.aside and called and each.aside.role == called.id), None)
    return Path(
        at.path_anchor(role.id),
        role,
        own_name(routine, role.id),
        kind,
        items,
        begins,
        others=tuple(_others(routine, role.id, called)) if called else (),
        unreached=_unreached(routine, called) if called else (),
        past=at.past_anchor(aside.id) if aside else "",
        not_yours=tuple(map(statement, role.limits)) if kind == "words" else (),
        guidance=tuple(item for item in routine.guidance if role.id in item.checklists) if kind == "words" else (),
    )


def _informs(step: Step) -> bool:
    return isinstance(step, Action) and bool(step.informs)


def _past(routine: Routine, path: Path, aside: Aside, situation: str) -> Path:
    """Return the same path past a role: it is named no more, and what it would see to is asked of somebody else."""
    name = routine.role(aside.role).name.lower()

    def silent(item: Item) -> Item:
        notes = tuple(note for note in item.line.notes if name not in note.text.lower()) if item.line else ()
        return msgspec.structs.replace(item, line=item.line and msgspec.structs.replace(item.line, notes=notes))

    contacts = next(each for each in routine.situations if each.id == situation).contacts
    return msgspec.structs.replace(
        path,
        id=at.past_anchor(situation),
        items=tuple(silent(item) for item in path.items if name not in item.text.lower()),
        aside=aside,
        others=(),
        unreached=tuple(
            advice(routine, routine.open_question(each.open_question))
            for each in routine.situations
            if each.id == situation and each.open_question
        ),
        reach=tuple(
            Reach(contact.title, contact.number or "", contact.ask, at.contact(contact.id), False, True)
            for contact in map(routine.contact, contacts)
        ),
    )


def _items(routine: Routine, graph: Graph, role: Role) -> Iterator[Item]:
    """Yield the reader's steps in reading order, and last what they hang on that others do or answer."""
    mine = []
    for step in graph.steps():
        found = tuple(_of_step(routine, graph, step, role.id))
        yield from found
        if any(item.part != "joins" for item in found):
            mine.append(step)
    known = {step.id for step in mine}
    steps = {step.id: step for step in graph.steps()}
    held = [id for step in mine for id in (*(question for question, _ in sorted(graph.needs[step.id])), *graph.waits[step.id])]
    for step in (steps[id] for id in dict.fromkeys(held) if id not in known):
        names = [routine.role(owner).name for owner in graphs.holders(step)]
        if isinstance(step, Question):
            yield Item(step, "hears", wording.has_said(names, step.text))
        else:
            yield Item(step, "waits", f"{wording.together(names)} har {step.done or step.others}")


def _of_step(routine: Routine, graph: Graph, step: Step, role: str) -> Iterator[Item]:
    if isinstance(step, Action):
        for line in lines(routine, step, role):
            told = next((each for each in step.invited if each.role == role and each.text == line.text), None)
            yield Item(
                step,
                "does" if line.own else "joins",
                line.text,
                line,
                told,
                **_receivers(routine, step),
                section=routine.section(step.section),
                guidance=tuple(item for item in routine.guidance if item.id in step.guidance),
            )
    elif role in concerned(step):
        answers, text = role in step.answered_by, step.asked_of(role)
        if not answers and text == step.text:
            text = wording.has_said([routine.role(owner).name for owner in step.answered_by], text)
        to = [routine.role(heard.role) for heard in step.heard_by]
        yield Item(
            step,
            "answers" if answers else "hears",
            text,
            to=wording.series([wording.inside(each.name) for each in to]),
            public=any(each.public for each in to),
        )


def _receivers(routine: Routine, action: Action) -> dict[str, str | bool]:
    roles = [routine.role(item.role) for item in action.informs]
    return {
        "to": wording.series([wording.inside(role.name) for role in roles]),
        "public": any(role.public for role in roles),
    }


def _others(routine: Routine, reader: str, called: Role) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what the role that is told first sees to for the reader at once."""
    helps = (
        told.paper or told.text
        for action in routine.actions
        if called.id in action.responsible and not routine.section(action.section).later
        for told in action.helps
        if told.role == reader
    )
    if found := tuple(helps):
        yield called.name, found


def _unreached(routine: Routine, called: Role) -> tuple[Advice, ...]:
    """Return what helps when the role that is told first does not answer."""
    if not (called.reached_by and called.reached_by.open_question):
        return ()
    found = advice(routine, routine.open_question(called.reached_by.open_question))
    return (found,) if found.words else ()
