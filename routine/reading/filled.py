"""What a part of the routine has, filled in: with what the editor has written where it fits, else with an example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from routine.domain import fields
from routine.domain.about import Approval, Failure
from routine.domain.adopted import Decision
from routine.domain.beside import Blank, Reference
from routine.domain.days import understood
from routine.domain.easy import EasyRole, EasyStep
from routine.domain.numerals import NUMBERS
from routine.domain.part import Part
from routine.domain.people import Claim
from routine.domain.referring import Refers
from routine.domain.steps import After, Condition, Meaning, Receiver, Told
from routine.reading.model_paths import hints, part_of, without_none
from routine.reading.nodes import Raw

# Texts that a part has, in words that any routine could have.
TEXTS: dict[type[Part], dict[str, str]] = {
    After: {"text": "när det är gjort"},
    Approval: {"body": "Styrelsen", "reference": "§ 12"},
    Blank: {"label": "Vad som sades", "choices": "Ja"},
    Claim: {"text": "Ta med legitimation."},
    Condition: {"text": "om svaret är ja"},
    Decision: {"body": "Styrelsen", "reference": "§ 12"},
    EasyRole: {"lines": "Hon hjälper dig."},
    EasyStep: {"lines": "Ring jouren."},
    Failure: {"what": "En bild saknar text för den som inte ser.", "reason": "Texten skrivs i vår."},
    Meaning: {"text": "Då ringer hon jouren."},
    Receiver: {"who": "Jouren", "what": "får veta vad som har hänt"},
    Reference: {"publisher": "Myndigheten", "title": "Råd till den som drabbas"},
    Told: {"text": "ringer jouren"},
}
# Every other kind of value that names nothing. A basis is first thought to be ours, which promises the least.
VALUES: tuple[tuple[Any, str], ...] = (
    (fields.Basis, "tolkning"),
    (fields.Count, "3"),
    (fields.Date, "2027-03-15"),
    (fields.Edition, "2"),
    (fields.Id, "ett-namn"),
    (fields.Phone, "010-555 01 00"),
    (fields.Label, "3.1.2"),
    (fields.Url, "https://www.example.org/"),
)
WORDS = (fields.Line, fields.Text, fields.Keyword)
SOME = "…"


class Filler:
    """Knows the ids of one file, which may be wrong in any other way."""

    def __init__(self, values: Raw) -> None:
        self._values = values

    def filled(self, annotation: Any, own: Raw | None, example: str = "", said: str = "") -> Raw:
        """A value of the type, from what stands there, or from what the editor has `said` beside it."""
        bare = without_none(annotation)
        if part := part_of(bare):
            return self._part(part, own)
        if get_origin(bare) is tuple:
            items: list[Raw | None] = [*own] if isinstance(own, list) and own else [own or None]
            return [self.filled(get_args(bare)[0], item, example) for item in items]
        if isinstance(own, str):
            return own if _takes(bare, own) else self._value(bare, example, own)
        return self._value(bare, example, said)

    def _part(self, part: Any, own: Raw | None) -> Raw:
        """Every key that must be there, or that the editor has written."""
        here = own if isinstance(own, dict) else {}
        said, types = " ".join(_said(own, part.model_fields)), hints(part)
        texts = next((TEXTS[kind] for kind in part.__mro__ if kind in TEXTS), {})
        added = {*here, *(() if here else texts)}
        names = [name for name, field in part.model_fields.items() if name in added or field.is_required()]
        text = next((name for name in names if types[name] in WORDS and name not in here), "")
        heard = {name: "" if types[name] in WORDS and name != text else said for name in names}
        return {name: self.filled(types[name], here.get(name), texts.get(name, ""), heard[name]) for name in names}

    def _value(self, annotation: Any, example: str, said: str) -> str:
        return next(self._meant(annotation, said), "") or self._example(annotation, example)

    def _meant(self, annotation: Any, said: str) -> Iterator[str]:
        """What in the words can be taken for a value of the type: an id of the file, a number or a word to choose."""
        folded = fields.folded(said)
        if annotation in WORDS:
            yield from [said] if said and folded not in self._ids(("actions", "questions", "roles")) else []
        elif annotation == fields.Date:
            yield from [str(day)] if (day := understood(said)) else []
        elif names := self._known(annotation):
            yield from (id for id in names if id == folded)
        else:
            for word in re.findall(r"[^\W_]+", said.casefold()):
                number = str(NUMBERS.index(word)) if word in NUMBERS else word
                yield from (each for each in _choices(annotation) if each[:3] == fields.folded(word)[:3])
                yield from [number] if annotation == fields.Count and _takes(annotation, number) else []

    def _example(self, annotation: Any, text: str) -> str:
        kinds = (value for kind, value in VALUES if kind == annotation)
        return next(filter(None, (*self._known(annotation), text, *kinds, *_choices(annotation), SOME)))

    def _known(self, annotation: Any) -> list[str]:
        """The ids that a value of the type may be, of those that there are."""
        refers = (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Refers))
        return [id for each in refers for id in self._ids(each.to, each.key)]

    def _ids(self, lists: tuple[str, ...], key: str = "id") -> list[str]:
        values = self._values if isinstance(self._values, dict) else {}
        items = [item for name in lists if isinstance(found := values.get(name), list) for item in found]
        return [id for item in items if isinstance(item, dict) and isinstance(id := item.get(key), str)]


def _said(own: Raw | None, known: Mapping[str, Any]) -> Iterator[str]:
    """The words of an editor who has not written the keys, or not by their names."""
    if isinstance(own, str):
        yield own
    elif isinstance(own, list):
        yield from (each for each in own if isinstance(each, str))
    elif isinstance(own, dict):
        yield from (each for key, each in own.items() if key not in known and isinstance(each, str))


def _choices(annotation: Any) -> tuple[str, ...]:
    return get_args(annotation) if all(isinstance(each, str) for each in get_args(annotation)) else ()


def _takes(annotation: Any, value: str) -> bool:
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True
