"""What holds for an action, in words: one ordered tuple that every page, sheet and the search loops over.

A new field of an action is the field in the model, its value in the data, and a row of FACTS here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from routine.domain import wording
from routine.domain.graph import Step
from routine.domain.model import Action, Routine

# How a page sets it: phrases in a row, a note of one phrase, a sentence
# that must be seen, a text, a list, words within quotation marks.
Shape = Literal["condition", "limit", "note", "must", "text", "list", "say"]
PHRASES = ("condition", "limit", "note")  # Begin with a small letter and have no full stop of their own.


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a fact. `reading` is true when it is ours and not the source's."""

    text: str
    reading: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
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


@dataclass(frozen=True, slots=True)
class Fact:
    """What holds for one action."""

    kind: Kind
    phrases: tuple[Phrase, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each piece as a sentence of its own."""
        if self.kind.shape not in PHRASES:
            return tuple(phrase.text for phrase in self.phrases)
        return tuple(
            f"{wording.capital(phrase.text)}{' (vår tolkning)' if phrase.reading else ''}." for phrase in self.phrases
        )


def facts(routine: Routine, action: Action, reader: str = "") -> tuple[Fact, ...]:
    """The facts of an action in order, as the role `reader` is told them; without a reader, as anyone is."""
    found = (Fact(kind, tuple(kind.phrases(routine, action, reader))) for kind in FACTS)
    return tuple(fact for fact in found if fact.phrases)


def holding(step: Step) -> Iterator[Phrase]:
    """When a step applies, and what it waits for."""
    yield from (Phrase(item.text, item.basis == "tolkning") for item in step.conditions)
    yield from (Phrase(item.text, item.basis == "tolkning") for item in step.after)


def _conditions(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
    yield from (Phrase(item.text, item.basis == "tolkning") for item in action.conditions)


def _after(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
    yield from (Phrase(item.text, item.basis == "tolkning") for item in action.after)


def _group(routine: Routine, action: Action, _: str) -> Iterator[Phrase]:
    """The first of a group says nothing: the others say that they belong to it."""
    group = action.group
    if group:
        first = next(other for other in routine.actions if other.group and other.group.id == group.id)
        if first != action:
            yield Phrase(f"i samma kontakt som ”{first.text}”", group.basis == "tolkning")


def _within(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
    if action.within:
        yield Phrase(action.within.text)


def _shared(routine: Routine, action: Action, reader: str) -> Iterator[Phrase]:
    """To one of those who share it, with whom."""
    if action.shared and reader in action.responsible:
        others = [id for id in action.responsible if id != reader]
        yield Phrase(f"delat ansvar, i samråd med {wording.names(routine, others)}")


def _consulted(routine: Routine, action: Action, _: str) -> Iterator[Phrase]:
    if action.consulted:
        yield Phrase(wording.in_consultation(routine, action.consulted))


def _proxy(routine: Routine, action: Action, _: str) -> Iterator[Phrase]:
    if action.proxy:
        yield Phrase(f"kan göras av {wording.inside(routine.role(action.proxy.role).name)}")


def _participants(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
    yield from (Phrase(told.text) for told in action.participants)


def _texts(field: str) -> Callable[[Routine, Action, str], Iterator[Phrase]]:
    """The field's own text, or texts."""

    def phrases(_: Routine, action: Action, __: str) -> Iterator[Phrase]:
        value: str | tuple[str, ...] | None = getattr(action, field)
        yield from map(Phrase, (value,) if isinstance(value, str) else value or ())

    return phrases


FACTS = (
    Kind("conditions", "condition", _conditions, sheet=True, own=True, search=True, easy="all"),
    Kind("after", "condition", _after, sheet=True, own=True, search=True, easy="all"),
    Kind("group", "condition", _group, sheet=True, search=True),
    Kind("within", "limit", _within, easy="all"),
    Kind("responsible", "note", _shared, sheet=True, own=True),
    Kind("consulted", "note", _consulted, sheet=True, own=True),
    Kind("requirement", "must", _texts("requirement"), sheet=True, own=True, search=True, easy="owner"),
    Kind("proxy", "note", _proxy, sheet=True, own=True),
    Kind("detail", "text", _texts("detail"), search=True),
    Kind("groups", "list", _texts("groups"), own=True, search=True, easy="owner"),
    Kind("say", "say", _texts("say"), easy="owner"),
    Kind("participants", "note", _participants, page=False, search=True),
)
