"""The guide in full: every step in reading order.

Each step has its owners and an anchor. The page's scripts turn it into a conversation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from routine.check import record as editions
from routine.check.record import Record
from routine.model import graph as graphs
from routine.model import wording
from routine.model.beginning import at_first, concerned, in_turn
from routine.model.beside import Guidance, Term
from routine.model.fields import ANSWERS, Answer
from routine.model.model import Routine
from routine.model.people import EmergencyNumber, Role
from routine.model.steps import Action, Question, Said, Track
from routine.model.terms import Passage, first_used
from routine.model.wording import ours
from routine.pages.parts.facts import Fact, Phrase, facts, hanging, holding, statement
from routine.pages.parts.parts import (
    AskCard,
    Card,
    Owner,
    TakesPart,
    ask,
    asked_title,
    card,
    handing_over,
    in_order,
    owner,
    passages,
    reach,
    takes_part,
)
from routine.pages.parts.reachable import Spoken, points
from routine.pages.parts.situations import WayIn, own_name, ways_in


class Branch(Struct, frozen=True):
    """The steps that depend on one answer to a question.

    `label` is Ja or Nej. `steps` holds the id and text of each step; empty when none depends on the answer.
    """

    label: str
    steps: tuple[tuple[str, str], ...]


class First(Struct, frozen=True):
    """The beginning of a role's conversation.

    `steps` are the actions that it does in one contact, or a question. For a role that only helps, the beginning is
    everything that it may be asked to do, `not_yours` the things that are not its to do, and `guidance` the guidance
    for it.

    `track` is the title that the beginning stands under. `waits` is true when the role has steps of its own but none
    can be done yet: `asked` is then what it may be asked to do now.
    """

    track: str
    slot: int
    waits: bool
    steps: tuple[GuideStep, ...]
    asked: tuple[tuple[GuideStep, TakesPart], ...]
    not_yours: tuple[Phrase, ...]
    guidance: tuple[Guidance, ...]

    @property
    def title(self) -> str:
        """Return the heading over what the role may be asked to do."""
        return asked_title([told.stands_in for _, told in self.asked])


class RoleChoice(Struct, frozen=True):
    """A role to choose.

    `own` is the role's name in its holder's own words.

    For the script: `reached` is the action that usually calls the role in, `gap` the open question for when that
    action does not happen, and `open` the id of that question.
    """

    owner: Owner
    own: str
    summary: str
    reached: str
    gap: str
    open: str
    first: First


class GuideStep(Struct, frozen=True):
    """A step of the guide: an action or a question.

    Exactly one of `card` and `question` is set; only a question has `ways`.

    The rest is for the script. `needs` holds the answers that the step depends on, as `question:answer`. `waits` holds
    the actions that it waits for, and `builds_on` those of them without which there is nothing to do. `days` or
    `hours` is the limit, 0 without one, and `after` the action that it is counted from. `done` is the action in words
    when it is done.

    `heard` are the roles that may report the answer, and `said` what those who answer a question say to them. `asks`
    holds, by role id, the question in a role's own words, for those of both that have such words. `calls` are the
    roles that are told according to the source. `group` joins the actions that are done in the same contact, and
    `talks_to` is whom the contact is with. `section` is the title that the step stands under. `theirs` holds the ids
    of the questions that are open, for others, when the one responsible has not been reached.
    """

    card: Card | None
    question: AskCard | None
    ways: tuple[Branch, ...]
    needs: str
    waits: str
    builds_on: str = ""
    days: int = 0
    hours: int = 0
    after: str = ""
    opens: bool = False
    group: str = ""
    informs: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    told: tuple[TakesPart, ...] = ()
    done: str = ""
    heard: tuple[str, ...] = ()
    section: str = ""
    talks_to: str = ""
    guidance: tuple[Guidance, ...] = ()
    said: tuple[Said, ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    theirs: tuple[str, ...] = ()

    def asked_of(self, role: str) -> str:
        """Return the question to a role that answers it or may report the answer."""
        assert self.question
        text, owners = self.question.text, self.question.owners
        if role in (owner.id for owner in owners):
            return dict(self.asks).get(role, text)
        return dict(self.asks).get(role) or wording.has_said([owner.name for owner in owners], text)

    @property
    def id(self) -> str:
        """Return the step's id, which is its anchor."""
        return self.card.id if self.card else self.question.id if self.question else ""


# A track with its steps, in order. The number chooses the rail, and is 0 without a track.
TrackSteps = tuple[Track | None, int, tuple[GuideStep, ...]]


class Guide(Struct, frozen=True):
    """All tracks with their steps, and what the guide's page needs.

    `edition` is the edition in force: for a draft, a saved case is told which words have changed, and is told of a new
    edition only when there is one. `terms` holds the terms to explain in each step, by its id, and `points` those of
    each guidance item, by its id. `care` is what the organisation says about keeping a summary. `ordered` is whether
    the source's order is one to work in.
    """

    edition: str
    care: str
    emergency: tuple[EmergencyNumber, ...]
    ways: tuple[WayIn, ...]
    guidance: tuple[Guidance, ...]
    points: Mapping[str, tuple[Spoken, ...]]
    guided: bool
    roles: tuple[RoleChoice, ...]
    tracks: tuple[TrackSteps, ...]
    terms: Mapping[str, tuple[Term, ...]]
    handing_over: tuple[str, ...]
    parallel: bool
    ordered: bool


def guide(routine: Routine, record: Record = ()) -> Guide:
    """Return the guide.

    It shows the same graph as the flowchart, as a list.
    """
    graph = graphs.build(routine)
    tracks = []
    for (slot, track), (_, steps) in zip(routine.strands, graph.tracks, strict=True):
        tracks.append((track, slot, tuple(_step(routine, graph, step) for step in steps)))
    roles = tuple(_role(routine, role, _first(routine, graph, role, tracks)) for role in routine.roles)
    return Guide(
        editions.current(routine, record).edition,
        routine.organisation.care or "",
        routine.emergency,
        ways_in(routine),
        in_order(routine.guidance, _named(roles, tracks)),
        points(routine, routine.guidance),
        bool(routine.guidance),
        roles,
        tuple(tracks),
        _terms(routine, tracks),
        handing_over(routine),
        graph.parallel,
        bool(routine.source.ordered),
    )


def _named(roles: Iterable[RoleChoice], tracks: Iterable[TrackSteps]) -> Iterator[str]:
    """Yield the ids of the guidance that something in the guide leads to."""
    steps = [step for _, _, part in tracks for step in part]
    items = [role.first.guidance for role in roles] + [step.guidance for step in steps]
    items += [meant.guidance for step in steps for meant in (step.question.means if step.question else ())]
    yield from (item.id for part in items for item in part)


def _role(routine: Routine, role: Role, first: First) -> RoleChoice:
    reached = role.reached_by
    gap = next((item for item in routine.open_questions if reached and item.id == reached.open_question), None)
    return RoleChoice(
        owner(routine, role.id),
        own_name(routine, role.id),
        role.summary,
        reached.action if reached else "",
        gap.question if gap else "",
        gap.id if gap else "",
        first,
    )


def _first(routine: Routine, graph: graphs.Graph, role: Role, tracks: Iterable[TrackSteps]) -> First:
    now = at_first(graph, role.id)
    begin = in_turn(graph, role.id, now)[:1]
    steps = [(track, slot, step) for track, slot, part in tracks for step in part]
    lead = next(((track, slot, step) for track, slot, step in steps if step.id in begin), None)
    own = any(role.id in concerned(step) for step in graph.steps())
    asked = tuple(
        (step, line)
        for _, _, step in steps
        for line in step.told
        if line.role == role.id and (not own or step.id in now)
    )
    return First(
        lead[0].title if lead and lead[0] else "",
        lead[1] if lead else 0,
        not lead and own,
        tuple(step for _, _, step in steps if lead and _together(step, lead[2])),
        () if lead else asked,
        tuple(map(statement, role.limits)),
        () if lead else _helpful(routine, role),
    )


def _helpful(routine: Routine, role: Role) -> tuple[Guidance, ...]:
    """Return the guidance for a role that only helps.

    Urgent guidance is left out: the bar on every page has it.
    """
    return tuple(item for item in routine.guidance if role.id in item.roles and not item.urgent)


def _together(step: GuideStep, lead: GuideStep) -> bool:
    """Return whether the step is the first one or in the same contact."""
    return step.id == lead.id or (step.group != "" and step.group == lead.group)


def _terms(routine: Routine, tracks: Iterable[TrackSteps]) -> dict[str, tuple[Term, ...]]:
    """Return the terms to explain in each step, by its id.

    In the conversation a role meets only its own steps. Each step therefore explains the terms that no earlier step of
    the same owners has explained.
    """
    steps = [step for _, _, part in tracks for step in part]
    by_owners: dict[tuple[Owner, ...], list[Passage]] = {}
    for step in steps:
        shown = step.card or step.question
        assert shown, "a step is an action or a question"
        by_owners.setdefault(shown.owners, []).extend(
            passages((step.card,) if step.card else (), (step.question,) if step.question else ())
        )
    return {id: found for group in by_owners.values() for id, found in first_used(routine.terms, group).items()}


def _asks(question: Question) -> Iterator[tuple[str, str]]:
    """Yield each role with its own wording of the question, if it has one."""
    for role in (*question.answered_by, *(item.role for item in question.heard_by)):
        if (text := question.asked_of(role)) != question.text:
            yield role, text


def _step(routine: Routine, graph: graphs.Graph, step: graphs.Step) -> GuideStep:
    return _question(routine, graph, step) if isinstance(step, Question) else _action(routine, graph, step)


def _question(routine: Routine, graph: graphs.Graph, question: Question) -> GuideStep:
    return GuideStep(
        None,
        ask(routine, question),
        tuple(_branch(graph, question, answer) for answer in ANSWERS),
        _needs(graph, question),
        _waits(graph, question),
        heard=tuple(item.role for item in question.heard_by),
        asks=tuple(_asks(question)),
        section=_section(routine, graph, question),
        said=question.said,
        calls=tuple(item.role for item in question.heard_by if not ours(item.basis)),
    )


def _action(routine: Routine, graph: graphs.Graph, action: Action) -> GuideStep:
    within = action.within
    return GuideStep(
        # In the conversation only those responsible for an action see it.
        replace(
            card(routine, action),
            facts=tuple(_with_own(routine, action)),
            reach=tuple(reach(routine, action)),
        ),
        None,
        (),
        _needs(graph, action),
        _waits(graph, action),
        " ".join(graph.builds_on[action.id]),
        done=action.done or "",
        days=(within.days or 0) if within else 0,
        hours=within.hours if within and within.days is None else 0,
        after=(within.after or "") if within else "",
        opens=action.opens is not None,
        group=action.group.id if action.group else "",
        informs=tuple(item.role for item in action.informs),
        calls=action.calls,
        told=(*(takes_part(routine, action, item) for item in action.invited), *_consulted(routine, action)),
        section=_section(routine, graph, action),
        talks_to=_talks_to(routine, action),
        guidance=in_order(routine.guidance, action.guidance),
        theirs=tuple(_unreached(routine, action)),
    )


def _unreached(routine: Routine, action: Action) -> Iterator[str]:
    """Yield the question that is open while the one responsible is unreached.

    Yields nothing when several are responsible, as the others may then ask it.
    """
    reached = None if action.shared else routine.role(action.responsible[0]).reached_by
    if reached and reached.open_question in action.open_questions:
        yield reached.open_question


def _needs(graph: graphs.Graph, step: graphs.Step) -> str:
    return " ".join(f"{question}:{answer}" for question, answer in sorted(graph.needs[step.id]))


def _waits(graph: graphs.Graph, step: graphs.Step) -> str:
    return " ".join(graph.waits[step.id])


def _with_own(routine: Routine, action: Action) -> Iterator[Fact]:
    """Yield the facts of an action, with its conditions also in own words.

    The own words are for the one responsible, when that role also answers the question. With several responsible there
    are none, as the script does not know which of them is reading.
    """
    owner = "" if action.shared else action.responsible[0]
    own = [phrase.text for phrase in hanging(routine, action, owner)]
    for fact in facts(routine, action):
        if fact.kind.field == "conditions":
            pairs = zip(fact.phrases, own, strict=True)
            phrases = (replace(each, own=words if words != each.text else "") for each, words in pairs)
            yield replace(fact, phrases=tuple(phrases))
        else:
            yield fact


def _consulted(routine: Routine, action: Action) -> Iterator[TakesPart]:
    """Yield the roles that are consulted in an action.

    They take part in an action that somebody else is responsible for, and are told who else is consulted.
    """
    if action.consulted is None:
        return
    for role in action.consulted.roles:
        yield TakesPart(
            role,
            routine.role(role).name,
            wording.consulting(routine, action, action.consulted, role),
            "",
            False,
            ours(action.consulted.basis),
            tuple(holding(routine, action, role)),
        )


def _section(routine: Routine, graph: graphs.Graph, step: graphs.Step) -> str:
    """Return the title of the section that a step stands under.

    A question stands under the first action that depends on it.
    """
    if isinstance(step, Action):
        return routine.section(step.section).title
    hanging = (
        action for action in routine.actions if any(question == step.id for question, _ in graph.needs[action.id])
    )
    action = next(hanging, None)
    return routine.section(action.section).title if action else ""


def _talks_to(routine: Routine, action: Action) -> str:
    """Return whom the contact is with, such as `polisen`.

    These are the ones who are told something, else the ones who take part with the one responsible.
    """
    informed = [routine.role(item.role).name for item in action.informs]
    told = [item.who for item in action.tells if item.who]
    taking = [routine.role(item.role).name for item in action.participants]
    return wording.series([wording.inside(name) for name in informed or told or taking])


def _branch(graph: graphs.Graph, question: Question, answer: Answer) -> Branch:
    texts = {step.id: step.text for step in graph.steps()}
    hanging = (edge.target for edge in graph.following(question.id) if edge.answer == answer)
    return Branch(wording.capital(answer), tuple((id, texts[id]) for id in hanging))
