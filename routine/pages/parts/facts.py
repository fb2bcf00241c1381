"""The facts of an action, in words.

FACTS is one ordered tuple that every page, sheet and the search loops over.

A new field of an action needs the field in the model, its value in the data, and a row of FACTS here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from routine.model import wording
from routine.model.graph import Step
from routine.model.model import Routine
from routine.model.people import Claim
from routine.model.steps import Action, ActionCondition, After, Meaning, Participant, Told
from routine.model.wording import ours

# The form on a page: phrases in a row (condition, limit), a note of one phrase, a sentence that must be seen, a text, a
# list, words within quotation marks.
Shape = Literal["condition", "limit", "note", "must", "text", "list", "say"]
PHRASES = ("condition", "limit", "note")  # They begin in lower case, without a full stop.


class Phrase(Struct, frozen=True):
    """A piece of a fact.

    `reading` is True when the phrase is our interpretation and not the source's; it then bears the mark. `own` is the
    same text in words to the role it is about, for a script that knows who reads.
    """

    text: str
    reading: bool = False
    own: str = ""

    @property
    def marked(self) -> str:
        """Return the text with its mark.

        It is used where there are no links: on paper and in the search.
        """
        return wording.marked(self.text, self.reading)

    @property
    def sentence(self) -> Phrase:
        """Return the phrase as a sentence of its own."""
        return Phrase(wording.stopped(wording.capital(self.text)), self.reading)


def statement(said: After | Claim | Meaning | Told) -> Phrase:
    """Return a statement of the data, marked by its basis.

    The text is unchanged.
    """
    return Phrase(said.text, ours(said.basis))


class Kind(Struct, frozen=True):
    """A kind of fact, by the model's field, and where it is shown.

    `phrases` returns its words to a reader with this role's id, or ''; an action for which it returns none has no such
    fact. `page`: on every page that shows the action. `sheet`: in the sentences of a line on paper. `own`: it is among
    the action's own words, which are searched for hard words. `search`: it can be found by the search. `easy`: it is
    shown beside easy words too, for the owner of the action or for all.
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
    """A fact of one action, of one kind."""

    kind: Kind
    phrases: tuple[Phrase, ...]

    @property
    def sentences(self) -> tuple[Phrase, ...]:
        """Return each piece as a sentence of its own.

        A list becomes one sentence.
        """
        if self.kind.shape == "list":
            examples = wording.series([wording.inside(phrase.text) for phrase in self.phrases])
            return (Phrase(f"Till exempel {examples}."),)
        if self.kind.shape not in PHRASES:
            return self.phrases
        return tuple(phrase.sentence for phrase in self.phrases)

    @property
    def unmarked(self) -> Fact:
        """Return the same fact with no mark on its phrases.

        It is for pages that do not mark interpretations one by one.
        """
        return Fact(self.kind, tuple(Phrase(phrase.text) for phrase in self.phrases))


def facts(routine: Routine, action: Action, reader: str = "") -> tuple[Fact, ...]:
    """Return the facts of an action in order, for the role `reader`.

    Without a reader they are worded for anyone.
    """
    found = (Fact(kind, tuple(kind.phrases(routine, action, reader))) for kind in FACTS)
    return tuple(fact for fact in found if fact.phrases)


def once(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases of a step, with a mark on its last reading only."""
    found = tuple(phrases)
    last = max((at for at, phrase in enumerate(found) if phrase.reading), default=-1)
    yield from (Phrase(phrase.text, at == last, phrase.own) for at, phrase in enumerate(found))


def hanging(routine: Routine, step: Step, reader: str = "") -> Iterator[Phrase]:
    """Yield the conditions of a step.

    A condition is put in words to the reader where the reader answers the question.
    """
    for item in step.conditions:
        own = item.own if isinstance(item, ActionCondition) else None
        answers = own and reader in routine.question(item.question).answered_by
        yield Phrase(own if own and answers else item.text, ours(item.basis))


def holding(routine: Routine, step: Step, reader: str = "") -> Iterator[Phrase]:
    """Yield the conditions and dependencies of a step, for the reader."""
    yield from hanging(routine, step, reader)
    yield from map(statement, step.after)


def applying(routine: Routine, action: Action, asked: Participant) -> tuple[Phrase, ...]:
    """Return when an action applies to a role invited to take part.

    It has the conditions and dependencies of the action; for a proxy also its limit.
    """
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
    """Yield who shares the responsibility.

    An owner is told with whom, any other reader who all of them are. A single owner is told only where that is our
    interpretation, for its mark: the page names the owner anyway.
    """
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
    """Yield the words to say, without marks.

    A page says once that the words are ours, whatever the source wants said.
    """
    yield from (Phrase(claim.text) for claim in action.say)


def _statements(field: str) -> Callable[[Routine, Action, str], Iterator[Phrase]]:
    """Return a function that yields the statements in a field.

    The field holds one or several, each with its basis. Their texts are unchanged.
    """

    def phrases(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
        value: Claim | tuple[After | Told, ...] | None = getattr(action, field)
        yield from map(statement, value if isinstance(value, tuple) else (value,) if value else ())

    return phrases


def _texts(field: str) -> Callable[[Routine, Action, str], Iterator[Phrase]]:
    """Return a function that yields the text, or texts, of a field.

    The texts are explanations and examples, which have no basis of their own.
    """

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
