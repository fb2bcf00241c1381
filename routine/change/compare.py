"""Differences between two routines, field by field.

Every field that differs is told: by a sentence of its own, or else as `field: before → after`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from routine.change.words import (
    HEADINGS,
    ROW,
    SENTENCES,
    SUBJECTS,
    Subject,
    Topic,
    called,
    key,
    label,
    phrase,
    refers,
    said,
    sentence,
    short,
    whole,
)
from routine.model import wording
from routine.model.decided import Rows
from routine.model.model import Routine
from routine.model.part import Part

HEADED = (Topic.PEOPLE, Topic.QUESTIONS)  # Those of roles, actions and questions.


class Difference(Struct, frozen=True):
    """A difference: the subject, the statement, and the values if any.

    `what` is a sentence about the subject, or the name of a value. `before` and `after` are the value then and now,
    each empty where there is none. `place` is the address where the subject is read on the site, or empty.
    """

    topic: Topic
    subject: str
    what: str
    before: str = ""
    after: str = ""
    place: str = ""


Told = tuple[str, str, str]  # What, before and after.


class Both(Struct, frozen=True):
    """The two routines, which give names to the ids of each."""

    old: Routine
    new: Routine

    def parts(self, old: Part, new: Part) -> Iterator[tuple[str, Told]]:
        """Yield each field that differs, with what is told of it."""
        for name in type(old).model_fields:
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                yield from ((name, told) for told in self.field(type(old), name, before, after))

    def field(self, part: type[Part], name: str, old: Any, new: Any) -> Iterator[Told]:
        """Yield the differences of a field."""
        title, ids = label(part, name), refers(part, name)
        if isinstance(old, Part) and isinstance(new, Part) and not (name in SENTENCES and _of_another(old, new)):
            yield from self._within(title, old, new)
        elif not ids and isinstance(old or new, tuple | Part):
            yield from self._items(title, name, _listed(old), _listed(new))
        else:
            yield _differing(title, said(self.old, part, name, old), said(self.new, part, name, new))

    def _within(self, title: str, old: Part, new: Part) -> Iterator[Told]:
        before, fields = phrase(self.old, old)
        after, _ = phrase(self.new, new)
        if before != after:
            yield title, before, after
        for name, (what, was, now) in self.parts(old, new):
            if before == after or name not in fields:
                yield f"{title}, {wording.inside(what)}", was, now

    def _items(self, title: str, name: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Told]:
        pairs, gone, come = matched(old, new)
        come_words, gone_words = SENTENCES.get(name, ("", ""))
        if isinstance((*old, *new)[0], str):
            if gone or come:
                yield _differing(title, " · ".join(gone), " · ".join(come))
        elif come_words:
            yield from ((sentence(self.old, gone_words, item), "", "") for item in gone)
            yield from ((sentence(self.new, come_words, item), "", "") for item in come)
        else:  # What is written anew has nothing to be known by but its place.
            for before, after in zip(gone, come, strict=False):
                yield from self._within(title, before, after)
            yield from ((title, whole(self.old, item), "") for item in gone[len(come) :])
            yield from ((title, "", whole(self.new, item)) for item in come[len(gone) :])
        for before, after in pairs:
            if before != after:
                yield from self._within(f"{title} ({short(self.new, after)})", before, after)
        yield from self._order(title, old, new)

    def _order(self, title: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Told]:
        """Yield how what both have is reordered, without the unchanged ends."""
        was = [item for item in old if key(item) in [*map(key, new)]]
        now = [item for item in new if key(item) in [*map(key, old)]]
        if differ := [i for i, (one, other) in enumerate(zip(was, now, strict=False)) if key(one) != key(other)]:
            part = slice(differ[0], differ[-1] + 1)
            before, after = (" · ".join(short(self.new, item) for item in items[part]) for items in (was, now))
            yield f"{title}, ordningen", before, after

    def things(self, subject: Subject, old: Sequence[Part], new: Sequence[Part]) -> Iterator[Difference]:
        """Yield the differences of a list whose items are subjects."""
        pairs, gone, come = matched(old, new)
        for item in gone:
            yield Difference(subject.topic, called(subject, item), "Tas bort.", self._facts(self.old, item))
        for item in come:
            facts, place = self._facts(self.new, item), subject.place(item)
            yield Difference(subject.topic, called(subject, item), "Kommer till.", "", facts, place)
        for before, after in pairs:
            for name, told in self.parts(before, after):
                topic = HEADINGS.get(name, subject.topic) if subject.topic in HEADED else subject.topic
                yield Difference(topic, called(subject, after), *told, subject.place(after))
        for told in self._order(subject.topic.value, old, new):
            yield Difference(subject.topic, subject.topic.value, *told)

    def _facts(self, routine: Routine, item: Part) -> str:
        """Render all content of an item, a line for each field."""
        part = type(item)
        given = [(name, value) for name, value in item if name != "id" and value != part.model_fields[name].default]
        return "\n".join(f"{label(part, name)}: {said(routine, part, name, value)}" for name, value in given)


def differences(old: Routine, new: Routine) -> tuple[Difference, ...]:
    """Return all differences between two routines, sorted by topic.

    Empty when they say the same. Within a topic the order is that of the data.
    """
    found = [each for name in Routine.model_fields for each in _of(Both(old, new), name)]
    order = list(Topic)
    return tuple(sorted(found, key=lambda each: order.index(each.topic)))


def of_rows(old: Routine, new: Routine, before: Rows, after: Rows) -> tuple[Difference, ...]:
    """Return every fact that differs between two adopted documents."""
    return tuple(Both(old, new).things(ROW, before, after))


def _of(both: Both, name: str) -> Iterator[Difference]:
    subject, old, new = SUBJECTS[name], getattr(both.old, name), getattr(both.new, name)
    if old == new:
        return
    if isinstance(old, tuple) and isinstance((*old, *new)[0], Part):
        yield from both.things(subject, old, new)
    else:
        parts = isinstance(old, Part) and isinstance(new, Part)
        told = [told for _, told in both.parts(old, new)] if parts else both.field(Routine, name, old, new)
        yield from (Difference(subject.topic, subject.called, *each, subject.place(new)) for each in told)


def matched(old: Sequence[Any], new: Sequence[Any]) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Match the items of two lists: those in both, those gone and those new.

    Equal items are matched first, since two may share a key; items with a new id last, by their row or name.
    """
    pairs, gone, come = list[tuple[Any, Any]](), list(old), list(new)
    for known in (_itself, key, _otherwise):
        for one in [*gone]:
            if (at := next((i for i, other in enumerate(come) if known(one) == known(other)), None)) is not None:
                gone.remove(one)
                pairs.append((one, come.pop(at)))
    return pairs, gone, come


def _itself(item: Any) -> Any:
    return item


def _otherwise(item: Any) -> Any:
    return getattr(item, "row", None) or getattr(item, "name", None) or object()


def _of_another(old: Part, new: Part) -> bool:
    """Tell whether two parts are about different things of the routine."""
    first = next(iter(type(old).model_fields))
    return bool(refers(type(old), first)) and key(old) != key(new)


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _differing(title: str, before: str, after: str) -> Told:
    """Tell both values; of two that read alike, that the file differs."""
    if before.split() == after.split():
        return f"{title}: orden är desamma, men de står på ett annat sätt i filen.", "", ""
    return title, before, after
