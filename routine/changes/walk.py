"""Walk of two parts side by side, field by field.

Every field that differs is reported, by its own sentence or else by the words of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from routine.changes.difference import Difference, Topic
from routine.changes.known import SPACES, Known
from routine.changes.matching import Matched, key_fields, matched
from routine.changes.phrases import READING, only, said, spoken, told_by, whole
from routine.changes.sentences import Sentence, sentence
from routine.model import wording
from routine.model.part import Part

# Lists of ids, and of the file's own keys: the values are replaced by names.
IN_ONE_BREATH = {*SPACES, "removed"}


class Setting(Struct, frozen=True):
    """The position of the walk.

    `within` is the part of the sentence that is settled: `Villkoret om ”Rinner det?”`.
    """

    old: Known
    new: Known
    topic: Topic
    subject: str
    place: str
    within: str = ""

    def under(self, label: str, topic: Topic | None = None) -> Setting:
        """Return the setting one level further in."""
        words = f"{self.within}, {wording.inside(label)}" if self.within and label else self.within or label
        return replace(self, within=wording.capital(words), topic=topic or self.topic)

    def tell(self, before: str = "", after: str = "") -> Difference:
        """Return a difference named by the setting, with its values."""
        return Difference(self.topic, self.subject, self.within, before, after, self.place)

    def say(self, words: str) -> Difference:
        """Return a difference in a sentence of its own.

        Further in, the sentence is added to the words of the setting.
        """
        return Difference(self.topic, self.subject, self.under(words).within, place=self.place)


def things(
    known: tuple[Known, Known], row: Sentence, found: Matched, place: Callable[[Any], str], known_by: str = "id"
) -> Iterator[Difference]:
    """Yield the differences of a top-level list.

    Each item is a subject by itself.
    """
    topic, (old, new) = row.topic or Topic.SITE, known
    for item in found.gone:
        yield Difference(topic, filled(old, row.called, item), row.gone, before=facts(old, item, known_by))
    for item in found.new:
        subject = filled(new, row.called, item)
        yield Difference(topic, subject, row.new, after=facts(new, item, known_by), place=place(item))
    for before, after in found.pairs:
        if before != after:
            yield from parts(Setting(old, new, topic, filled(new, row.called, after), place(after)), before, after)
    if found.moved:
        yield Difference(topic, row.label, order(row.label, found.moved, lambda item: filled(new, row.called, item)))


def parts(at: Setting, old: Part, new: Part) -> Iterator[Difference]:
    """Yield the differences between two parts of one kind."""
    names = [name for name in type(old).model_fields if getattr(old, name) != getattr(new, name)]
    together = told_by(at.new, old, new)
    before, after = spoken(at.old, old), spoken(at.new, new)
    if together and before != after:
        yield at.tell(before, after)
        names = [name for name in names if name not in together]
    for name in names:
        yield from field(at, sentence(type(old), name), name, getattr(old, name), getattr(new, name))


def field(at: Setting, row: Sentence, name: str, old: Any, new: Any) -> Iterator[Difference]:
    """Yield the differences between the values of one field."""
    here = at.under(row.label, row.topic)
    if isinstance(old, tuple) or isinstance(new, tuple):
        yield from _tuples(at, row, name, old or (), new or ())
    elif isinstance(old, Part) and isinstance(new, Part):
        yield from parts(here, old, new)
    elif isinstance(old, Part) or isinstance(new, Part):
        yield come(at, row, new) if old is None else gone(at, row, old)
    else:
        yield _value(here, name, old, new)


def _value(here: Setting, name: str, old: Any, new: Any) -> Difference:
    """Return the difference of two values in words.

    If both have the same words, as when two things have one name, the ids or the spaces are compared.
    """
    before, after = said(here.old, name, old), said(here.new, name, new)
    if before != after:
        return here.tell(*_differing(before, after))
    return here.tell(str(old), str(new)) if name in SPACES else _spaced(here, old, new)


def _spaced(here: Setting, old: str, new: str) -> Difference:
    """Return the difference of two texts that differ only in spaces."""
    words = [[line.split() for line in text.strip().splitlines()] for text in (old, new)]
    return here.say(f"bara {'mellanslagen' if words[0] == words[1] else 'radbrytningarna'} är andra.")


def _tuples(at: Setting, row: Sentence, name: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Difference]:
    """Yield the differences between two lists.

    The items are parts, texts, or ids; ids are put in one sentence.
    """
    if any(isinstance(item, Part) for item in (*old, *new)):
        yield from items(at, row, matched(old, new))
    elif old and new and name not in IN_ONE_BREATH:
        yield from lines(at, row, matched(old, new))
    else:
        here = at.under(row.label, row.topic)
        here = here.under("ordningen") if sorted(old) == sorted(new) else here
        yield _value(here, name, old, new)


def items(at: Setting, row: Sentence, found: Matched) -> Iterator[Difference]:
    """Yield the items that are gone, new or changed in a list of parts."""
    yield from (gone(at, row, item) for item in found.gone)
    yield from (come(at, row, item) for item in found.new)
    for old, new in found.pairs:
        if row.gone and row.new and any(getattr(old, name) != getattr(new, name) for name in key_fields(new)):
            # Report one gone and one new: under its new key the part did not exist before.
            yield from (gone(at, row, old), come(at, row, new))
        elif old != new:
            yield from parts(at.under(filled(at.new, row.called, new) or row.label, row.topic), old, new)
    if found.moved:
        yield at.under("", row.topic).say(order(row.label, found.moved, lambda part: short(at.new, part)))


def lines(at: Setting, row: Sentence, found: Matched) -> Iterator[Difference]:
    """Yield the items that are gone, new or changed in a list of texts."""
    here = at.under(row.label, row.topic)
    yield from (here.tell(text, "") for text in found.gone)
    yield from (here.tell("", text) for text in found.new)
    yield from (_line(here, before, after) for before, after in found.pairs if before != after)
    if found.moved:
        yield at.say(order(row.label, found.moved, lambda text: f"”{text}”"))


def _line(here: Setting, before: str, after: str) -> Difference:
    if before.split() == after.split():
        return _spaced(here, before, after)
    return here.tell(*_differing(before, after))


def come(at: Setting, row: Sentence, part: Part) -> Difference:
    """Return the difference for a part that is new."""
    here = at.under("", row.topic)
    return here.say(filled(at.new, row.new, part)) if row.new else here.under(row.label).tell("", whole(at.new, part))


def gone(at: Setting, row: Sentence, part: Part) -> Difference:
    """Return the difference for a part that is gone."""
    here = at.under("", row.topic)
    return here.say(filled(at.old, row.gone, part)) if row.gone else here.under(row.label).tell(whole(at.old, part), "")


def order(label: str, moved: tuple[tuple[Any, Any], ...], name: Callable[[Any], str]) -> str:
    """Return a sentence about a new order.

    `Ny ordning, ord att säga: ”A” står nu efter ”B”.`
    """
    places = [f"{name(item)} står nu {f'efter {name(last)}' if last is not None else 'först'}" for item, last in moved]
    return f"Ny ordning, {wording.inside(label)}: {'; '.join(places)}."


def filled(known: Known, words: str, part: Part) -> str:
    """Return the sentence with the values of the part filled in."""
    if not words:
        return ""
    values = {"title": getattr(part, "title", "")} | {name: said(known, name, value) for name, value in part}
    rest = whole(known, part, key_fields(part) or ("role",))
    mark = READING if getattr(part, "basis", "") == "tolkning" else ""
    return wording.capital(words.format(**values, rest=rest, mark=mark).rstrip(" :,/"))


def facts(known: Known, part: Part, without: str) -> str:
    """Return all content of an item, one line for each field."""
    told = (
        (sentence(type(part), name).label, said(known, name, value))
        for name, value in part
        if name != without and value != type(part).model_fields[name].default
    )
    return "\n".join(f"{label}: {words}" for label, words in told)


def short(known: Known, part: Part) -> str:
    """Return the value that tells a part from its neighbours."""
    if names := key_fields(part):
        return next((said(known, name, getattr(part, name)) for name in names if getattr(part, name) is not None), "")
    return f"”{said(known, '', getattr(part, next(iter(type(part).model_fields))))}”"


def _differing(before: str, after: str) -> tuple[str, str]:
    return only(before, after) if before and after else (before, after)
