"""What a part of the routine has, filled in: with what the editor has written where it fits, else with an example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from routine.domain import fields
from routine.domain.about import Approval, Failure
from routine.domain.adopted import Decision
from routine.domain.beside import Blank, Reference, StandInAdvice
from routine.domain.days import understood
from routine.domain.easy import EasyRole, EasyStep
from routine.domain.editor_types import UNSAID
from routine.domain.numerals import amount_of, period_of, unit_of
from routine.domain.part import Part
from routine.domain.people import Claim
from routine.domain.referring import Refers
from routine.domain.steps import After, Condition, Meaning, Receiver, Said, Told
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
    Said: {"text": "Ja, jag vill det."},
    StandInAdvice: {"short": "Svarar ingen?", "meanwhile": "Fråga den som bad dig."},
    Told: {"text": "ringer jouren"},
}
WORDS = (fields.Line, fields.Text, fields.Keyword)
ADDRESS = re.compile(r"https://\S+")
# What nobody has said is left open, with at most an example of how it is worded: `check` refuses it as it stands.
SOME = UNSAID


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
        here = own_keys = own if isinstance(own, dict) else {}
        said, types = " ".join(_said(own, part.model_fields)), hints(part)
        if address := ADDRESS.search(said):
            # What has an address is told where it has one, and not what it is called.
            here = {
                **dict.fromkeys(
                    (key for key in part.model_fields if without_none(types[key]) == fields.Url), address[0]
                ),
                **here,
            }
        texts = next((TEXTS[kind] for kind in part.__mro__ if kind in TEXTS), {})
        added = {*here, *(() if own_keys else texts)}
        names = [name for name, field in part.model_fields.items() if name in added or field.is_required()]
        text = next((name for name in names if types[name] in WORDS and name not in here), "")
        heard = {name: "" if types[name] in WORDS and (name != text or address) else said for name in names}
        return {name: self.filled(types[name], here.get(name), texts.get(name, ""), heard[name]) for name in names}

    def _value(self, annotation: Any, example: str, said: str) -> str:
        if found := next(self._meant(annotation, said), ""):
            return found
        if annotation == fields.Basis:
            return "tolkning"  # It is first thought to be ours, which promises the least.
        only = _choices(annotation)
        return only[0] if len(only) == 1 else f"{SOME} {example}".rstrip()

    def _meant(self, annotation: Any, said: str) -> Iterator[str]:
        """What in the words can be taken for a value of the type: an id of the file, a number or a word to choose."""
        folded = fields.folded(said)
        if annotation in WORDS:
            yield from [said] if said and folded not in self._ids(("actions", "questions", "roles")) else []
        elif annotation == fields.Date:
            yield from [str(day)] if (day := understood(said)) else []
        elif names := self._known(annotation):
            yield from (id for id in names if id == folded)
        elif annotation in (fields.Count, fields.Unit):
            yield from _of_a_limit(annotation, said)
        else:
            for word in re.findall(r"[^\W_]+", said.casefold()):
                # Källan, tolkad. Of other words to choose from, only one that is written in full is meant.
                end = 3 if annotation == fields.Basis and len(word) > 2 else None
                yield from (each for each in _choices(annotation) if each[:end] == fields.folded(word)[:end])

    def _known(self, annotation: Any) -> list[str]:
        """The ids that a value of the type may be, of those that there are."""
        refers = (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Refers))
        return [id for each in refers for id in self._ids(each.to, each.key)]

    def _ids(self, lists: tuple[str, ...], key: str = "id") -> list[str]:
        values = self._values if isinstance(self._values, dict) else {}
        items = [item for name in lists if isinstance(found := values.get(name), list) for item in found]
        return [id for item in items if isinstance(item, dict) and isinstance(id := item.get(key), str)]


def _of_a_limit(annotation: Any, said: str) -> Iterator[str]:
    """The amount or the unit of a limit, of words that say one, and of half a one that stands by itself."""
    words = said.replace(",", " ").strip()
    whole = period_of(words)
    if annotation == fields.Count:
        amount = whole[0] if whole else amount_of(words)
        yield from [str(amount)] if amount else []
    elif unit := whole[1] if whole else unit_of(words):
        yield unit


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
