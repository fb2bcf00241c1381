"""What holds for an action, in words: one ordered tuple that every page, sheet and the search loops over.

A new field of an action is the field in the model, its value in the data, and a row of FACTS here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from routine.domain import wording
from routine.domain.graph import Step
from routine.domain.model import Routine
from routine.domain.people import Claim
from routine.domain.steps import Action, ActionCondition, After, Meaning, Participant, Told
from routine.domain.wording import ours

# How a page sets it: phrases in a row, a note of one phrase, a sentence
# that must be seen, a text, a list, words within quotation marks.
Shape = Literal["condition", "limit", "note", "must", "text", "list", "say"]
PHRASES = ("condition", "limit", "note")  # Begin with a small letter and have no full stop of their own.


class Phrase(Struct, frozen=True):
    """A piece of a fact. `reading` is true when it is ours and not the source's, and bears the mark for it. `own` is
    the same in words to the one whose it is, for a script that knows who reads."""

    text: str
    reading: bool = False
    own: str = ""

    @property
    def marked(self) -> str:
        """With its mark, where there are no links: on paper and in the search."""
        return wording.marked(self.text, self.reading)

    @property
    def sentence(self) -> Phrase:
        """As a sentence of its own."""
        return Phrase(wording.stopped(wording.capital(self.text)), self.reading)


def statement(said: After | Claim | Meaning | Told) -> Phrase:
    """What the data says in one text with whose word it is, as it stands there."""
    return Phrase(said.text, ours(said.basis))


class Kind(Struct, frozen=True):
    """A kind of fact, by the model's field, and where it is said.

    `phrases` gives its words to a reader with this role's id, or ''; none, and the action has no such fact. `page`: on
    every page that shows the action. `sheet`: in the sentences of a line on paper. `own`: it is among the action's own
    words, which hard words are looked for in. `search`: it can be found. `easy`: it stands beside easy words too, for
    who owns the action or for all.
    """

    field: str
    shape: Shape
    phrases: Callable[[Routine, Action, str], Iterable[Phrase]]
    page: bool = True
    sheet: bool = False
    own: bool = False
    search: bool = False
    easy: Literal["", "owner", "all"] = ""


class Fact(Struct, frozen=True):
    """What holds for one action."""

    kind: Kind
    phrases: tuple[Phrase, ...]

    @property
    def sentences(self) -> tuple[Phrase, ...]:
        """Each piece as a sentence of its own."""
        if self.kind.shape == "list":
            examples = wording.series([wording.inside(phrase.text) for phrase in self.phrases])
            return (Phrase(f"Till exempel {examples}."),)
        if self.kind.shape not in PHRASES:
            return self.phrases
        return tuple(phrase.sentence for phrase in self.phrases)

    @property
    def unmarked(self) -> Fact:
        """The same where readings are not marked one by one."""
        return Fact(self.kind, tuple(Phrase(phrase.text) for phrase in self.phrases))


def facts(routine: Routine, action: Action, reader: str = "") -> tuple[Fact, ...]:
    """The facts of an action in order, as the role `reader` is told them; without a reader, as anyone is."""
    found = (Fact(kind, tuple(kind.phrases(routine, action, reader))) for kind in FACTS)
    return tuple(fact for fact in found if fact.phrases)


def hanging(routine: Routine, step: Step, reader: str = "") -> Iterator[Phrase]:
    """The conditions of a step: in words to the reader, where it is the reader who answers."""
    for item in step.conditions:
        own = item.own if isinstance(item, ActionCondition) else None
        answers = own and reader in routine.question(item.question).answered_by
        yield Phrase(own if own and answers else item.text, ours(item.basis))


def holding(routine: Routine, step: Step, reader: str = "") -> Iterator[Phrase]:
    """When a step applies to the reader, and what it waits for."""
    yield from hanging(routine, step, reader)
    yield from map(statement, step.after)


def applying(routine: Routine, action: Action, asked: Participant) -> tuple[Phrase, ...]:
    """When an action applies to who is asked to do something in it. Who stands in has its limit as well."""
    return (*holding(routine, action, asked.role), *(_within(routine, action, "") if asked == action.proxy else ()))


def _group(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
    if action.group:
        yield Phrase(wording.SAME_CONTACT, ours(action.group.basis))


def _opens(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
    if action.opens:
        yield Phrase(wording.OPENS, ours(action.opens))


def _own(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
    if action.basis:
        yield Phrase("eget steg, inte ur källan")


def _within(routine: Routine, action: Action, _: str) -> Iterator[Phrase]:
    if action.within:
        yield Phrase(wording.limit(routine, action.within), ours(action.within.basis))


def _responsible(routine: Routine, action: Action, reader: str) -> Iterator[Phrase]:
    """To one of those who share it, with whom. Else the page says who is responsible, and this whose word that is."""
    reading = ours(action.responsible_basis)
    if action.shared:
        others = [id for id in action.responsible if id != reader]
        how = f", {wording.JOINTLY}" if action.jointly else ""
        with_whom = " med" if reader in action.responsible else ":"
        read = reading or action.jointly == "tolkning"
        yield Phrase(f"delat ansvar{how}{with_whom} {wording.names(routine, others)}", read)
    elif reading:
        yield Phrase("vem som ansvarar", reading)


def _consulted(routine: Routine, action: Action, reader: str) -> Iterator[Phrase]:
    if action.consulted:
        yield Phrase(wording.in_consultation(routine, action.consulted, reader), ours(action.consulted.basis))


def _proxy(routine: Routine, action: Action, _: str) -> Iterator[Phrase]:
    if action.proxy:
        who = wording.inside(routine.role(action.proxy.role).name)
        yield Phrase(f"kan göras av {who}", ours(action.proxy.basis))


def _say(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
    """Words bear no mark: that they are ours is said once a page, whatever the source wants said."""
    yield from (Phrase(claim.text) for claim in action.say)


def _statements(field: str) -> Callable[[Routine, Action, str], Iterator[Phrase]]:
    """What the field says as it stands there, once or several times, with whose word it is."""

    def phrases(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
        value: Claim | tuple[After | Told, ...] | None = getattr(action, field)
        yield from map(statement, value if isinstance(value, tuple) else (value,) if value else ())

    return phrases


def _texts(field: str) -> Callable[[Routine, Action, str], Iterator[Phrase]]:
    """The field's own text, or texts: explanations and examples, which have no basis of their own."""

    def phrases(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
        value: str | tuple[str, ...] | None = getattr(action, field)
        yield from map(Phrase, (value,) if isinstance(value, str) else value or ())

    return phrases


FACTS = (
    Kind("basis", "note", _own, sheet=True),
    Kind("opens", "condition", _opens, search=True),
    Kind("conditions", "condition", hanging, sheet=True, own=True, search=True, easy="all"),
    Kind("after", "condition", _statements("after"), sheet=True, own=True, search=True, easy="all"),
    Kind("group", "note", _group, sheet=True, search=True),
    Kind("within", "limit", _within, search=True, easy="all"),
    Kind("responsible", "note", _responsible, sheet=True, own=True, search=True),
    Kind("consulted", "note", _consulted, sheet=True, own=True, search=True),
    Kind("requirement", "must", _statements("requirement"), sheet=True, own=True, search=True, easy="owner"),
    Kind("proxy", "note", _proxy, sheet=True, own=True),
    Kind("detail", "text", _texts("detail"), sheet=True, search=True),
    Kind("groups", "list", _texts("groups"), sheet=True, own=True, search=True, easy="owner"),
    Kind("say", "say", _say, easy="owner"),
    Kind("participants", "note", _statements("participants"), page=False, search=True),
)
