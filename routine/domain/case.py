"""Where a case stands, from what has been answered and ticked:
the rules that the guide's script follows, kept here as its oracle.

1. What is over stays over: an action that is done or left out, whatever is answered afterwards.
2. A step hangs on all its conditions and, through them, on those of its questions. One answer that is not the wanted
   one and it falls away; else one that is not given and it is not known yet; else it applies. But what belongs to a
   contact of which something is done applies, whatever is answered afterwards; and what belongs to one whose first
   action is left out falls away, as does what there is nothing to do of when another action is left out.
3. A step that applies waits for the actions in its `after`, until each is over or has fallen away. What is not known
   yet holds it up. Waits are direct: they are not inherited through questions.
4. A limit is counted from the event, or from that an action was done. It holds until its own action is over or has
   fallen away; from an action that is left out or has fallen away nothing is counted.
5. The case has begun when the action that opens it is over, or when the reader has a role that could not know that.
   Before that there is only that action and the questions that are asked at the start, or have been answered: by
   somebody else, who had the same device.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from msgspec import Struct, field

from routine.domain.fields import Answer
from routine.domain.graph import Graph, Step, holders
from routine.domain.steps import Action


class Place(StrEnum):
    """Where a step stands. The values are those of the page."""

    NOW = "nu"
    LATER = "sedan"
    OVER = "klart"
    OUT = "utgar"
    UNKNOWN = "okant"  # the action that opens the case, to a role that cannot know whether it is over


class Case(Struct, frozen=True):
    """Answers by question, where a question without an answer is not answered yet;
    `done` and `left` are actions, `left` those that are not applicable. `role` is the reader's, or ''."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    done: Collection[str] = ()
    left: Collection[str] = ()
    role: str = ""

    def over(self, id: str) -> bool:
        """Whether an action is over."""
        return id in self.done or id in self.left


def begun(graph: Graph, case: Case) -> bool:
    """Whether there is more than the beginning."""
    opening = graph.opening
    return not opening or case.over(opening.action) or (case.role != "" and case.role not in opening.roles)


def standing(graph: Graph, case: Case) -> dict[str, Place]:
    """The place of every step."""
    started = begun(graph, case)
    return {step.id: _place(graph, case, step, started) for step in graph.steps()}


def _place(graph: Graph, case: Case, step: Step, started: bool) -> Place:
    if case.over(step.id):
        return Place.OVER
    applies = _applies(graph, case, step.id)
    if applies is False:
        return Place.OUT
    opens = graph.opening is not None and graph.opening.action == step.id
    if opens and started:
        return Place.UNKNOWN
    if applies is None:
        return Place.LATER
    if step.id in case.answers:
        return Place.OVER
    if not (started or opens or step.id in graph.start):
        return Place.LATER
    return Place.NOW if all(_settled(graph, case, id) for id in graph.waits[step.id]) else Place.LATER


def _applies(graph: Graph, case: Case, id: str) -> bool | None:
    """Whether a step applies; None while that is not known."""
    contact = graph.contacts.get(id, ())
    if any(other in case.done for other in contact):
        return True
    if any(other in case.left and other not in case.done for other in (*contact[:1], *graph.builds_on.get(id, ()))):
        return False
    given = [case.answers.get(question) == answer for question, answer in graph.needs[id] if question in case.answers]
    if not all(given):
        return False
    return True if len(given) == len(graph.needs[id]) else None


def _settled(graph: Graph, case: Case, id: str) -> bool:
    """Whether nothing needs to wait for an action any more. Who may not know the opening one does not wait for it."""
    unknown = graph.opening is not None and graph.opening.action == id and begun(graph, case)
    return case.over(id) or unknown or _applies(graph, case, id) is False


def due(graph: Graph, case: Case, role: str) -> tuple[str, ...]:
    """What the role does, answers or reports now: first the first open action of its own, or the question that stands
    before that, unless it is asked at the start or is the role's to decide; then the questions that are asked at the
    start, then the rest in the order of reading."""
    places = standing(graph, case)
    mine = [step for step in graph.steps() if places[step.id] is Place.NOW and role in concerned(step)]
    first = next((step for step in mine if isinstance(step, Action) or _in_its_turn(graph, step, role)), None)
    return tuple(step.id for step in sorted(mine, key=lambda step: (step != first, step.id not in graph.start)))


def _in_its_turn(graph: Graph, step: Step, role: str) -> bool:
    """Whether it is a question that is answered where it stands among what is done."""
    if isinstance(step, Action) or step.id in graph.start:
        return False
    return not (step.decided and role in step.answered_by)


def concerned(step: Step) -> tuple[str, ...]:
    """The roles that have a step before them: its holders, and those who may report the answer to a question."""
    return holders(step) if isinstance(step, Action) else (*step.answered_by, *(heard.role for heard in step.heard_by))
