"""What a part of the routine has, filled in: with what the editor has written where it fits, else with an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from routine.domain import fields
from routine.domain.about import Approval, Failure
from routine.domain.adopted import Decision
from routine.domain.beside import Blank, Reference, StandInAdvice
from routine.domain.days import day_in
from routine.domain.easy import EasyRole, EasyStep
from routine.domain.editor_types import UNSAID
from routine.domain.part import Part
from routine.domain.people import Claim
from routine.domain.referring import EmergencyCall, Refers
from routine.domain.steps import After, Condition, Meaning, Participant, Receiver, Said, Told
from routine.reading.heard import choices, chosen, each_answer, of_a_limit, parted
from routine.reading.heard import said as words_of
from routine.reading.model_paths import hints, item_type, part_of, without_none
from routine.reading.nodes import Raw

# Texts that a part has, in words that any routine could have.
TEXTS: dict[type[Part], dict[str, str]] = {
    After: {"text": "när det är gjort"},
    Approval: {"body": "Styrelsen", "reference": "§ 12"},
    Blank: {"label": "Vad som sades"},
    Claim: {"text": "Ta med legitimation."},
    Condition: {"text": "om svaret är ja"},
    Decision: {"body": "Styrelsen", "reference": "§ 12"},
    EasyRole: {"lines": "Hon hjälper dig."},
    EasyStep: {"lines": "Ring jouren."},
    Failure: {"what": "En bild saknar text för den som inte ser.", "reason": "Texten skrivs i vår."},
    Meaning: {"text": "Då ringer hon jouren."},
    Participant: {"text": "Ring jouren"},
    Receiver: {"who": "Jouren", "what": "får veta vad som har hänt"},
    Reference: {"publisher": "Myndigheten", "title": "Råd till den som drabbas"},
    Said: {"text": "Ja, jag vill det."},
    StandInAdvice: {"short": "Svarar ingen?", "meanwhile": "Fråga den som bad dig."},
    Told: {"text": "ringer jouren"},
}
# Where a claim is not what comes with a deed, its words are other ones.
CLAIMS = {
    "starts": "någon har ringt dig.",
    "limits": "Du behöver inte utreda något.",
    "say": "Jag ringer för någon annan.",
    "then": "Du kan ändra dig.",
}
WORDS = (fields.Line, fields.Text, fields.Keyword)
ADDRESS = re.compile(r"https://\S+")
# What nobody has said is left open, with at most an example of how it is worded: `check` refuses it as it stands.
SOME = UNSAID


class Filler:
    """Knows the ids of one file, which may be wrong in any other way."""

    def __init__(self, values: Raw) -> None:
        self._values = values

    def filled(self, annotation: Any, own: Raw | None, key: str = "", example: str = "", said: str = "") -> Raw:
        """A value of the type, from what stands there, or from what the editor has `said` beside it. `key` is what it
        is the value of."""
        bare = without_none(annotation)
        if part := part_of(bare):
            return self._part(part, own, key)
        if get_origin(bare) is tuple:
            return self._list(get_args(bare)[0], own, key, example, said)
        if isinstance(own, str):
            return own if _takes(bare, own) else self._value(bare, example, own)
        return self._value(bare, example, said)

    def _list(self, annotation: Any, own: Raw | None, key: str, example: str, said: str) -> list[Raw]:
        part, items = part_of(annotation), [own or None]
        if isinstance(own, list) and own:
            items = [*own]
        elif part and isinstance(own, dict) and not own.keys() & part.model_fields.keys():
            items = [{name: value} for name, value in own.items()] or [None]
        elif part and isinstance(own, str) and "answer" in part.model_fields:
            items = [*each_answer(own)]
        elif not own and (ids := self._mentioned(annotation, said)):
            items = [*ids]
        return [self.filled(annotation, item, key, example, said) for item in items]

    def _part(self, part: Any, own: Raw | None, key: str) -> Raw:
        """Every key that must be there, or that the editor has written or said."""
        here, types = own if isinstance(own, dict) else {}, hints(part)
        texts = _texts(part, key)
        wanted = [name for name, field in part.model_fields.items() if field.is_required() or name in here]
        added = [] if here else [*texts]
        told, said = parted(part, " ".join(words_of(own, part.model_fields)))
        if address := ADDRESS.search(said):
            # What has an address is told where it has one, and not what it is called.
            told |= dict.fromkeys((name for name in types if without_none(types[name]) == fields.Url), address[0])
            said = ""
        elif who := self._whose(part, said, wanted):
            # For who has a role no name is needed.
            told[who], added = said, []
        names = [name for name in part.model_fields if name in {*wanted, *added, *told}]
        here = {**told, **here}
        heard = self._heard(part, names, said, {name: texts.get(name, "") for name in names if name not in here})
        return {
            name: self.filled(types[name], here.get(name), name, texts.get(name, ""), heard.get(name, ""))
            for name in names
        }

    def _heard(self, part: Any, names: list[str], said: str, texts: dict[str, str]) -> dict[str, str]:
        """What each key is told: the words; of `texts`, which are not there yet, only the one that they are meant for
        is."""
        types, asks = hints(part), said.endswith("?")
        wordy = [name for name in texts if item_type(types[name]) in WORDS]
        alike = [name for name in wordy if texts[name].endswith("?") == asks]
        text = (alike or wordy or [""])[0]
        heard = {
            name: said for name in names if item_type(types[name]) not in WORDS and not part_of(item_type(types[name]))
        }
        if text and not self._bare(said):
            role, _, rest = said.partition(" ")
            # A name before the deed is no part of how it is said to the one who has it.
            named = issubclass(part, Told) and rest and fields.folded(role) in self._ids(("roles",))
            heard[text] = f"{SOME} {rest}" if named else said
        return heard

    def _whose(self, part: Any, said: str, names: list[str]) -> str:
        """The key, of those that need not be there, that names what is said and nothing else."""
        types, id = hints(part), fields.folded(said)
        found = [name for name in part.model_fields if id in map(fields.folded, self._known(types[name]))]
        return "" if not found or set(found) & set(names) else found[0]

    def _bare(self, said: str) -> bool:
        """Whether the words are ids, answers or a basis, and no text."""
        ids = {*self._ids(("actions", "questions", "roles")), *fields.ANSWERS, *get_args(fields.Basis)}
        return {fields.folded(word) for word in re.split(r"[\s,:]+", said)} <= ids or fields.folded(said) in ids

    def _value(self, annotation: Any, example: str, said: str) -> str:
        if found := next(self._meant(annotation, said), ""):
            return found
        if annotation == fields.Basis:
            return "tolkning"  # It is first thought to be ours, which promises the least.
        only = choices(annotation)
        return only[0] if len(only) == 1 else f"{SOME} {example}".rstrip()

    def _meant(self, annotation: Any, said: str) -> Iterator[str]:
        """What in the words can be taken for a value of the type: an id of the file, a number or a word to choose."""
        if annotation in WORDS:
            yield from [said] if said and not self._bare(said) else []
        elif annotation == fields.Date:
            yield from [str(day)] if (day := day_in(said)) else []
        elif self._known(annotation):
            yield from self._named(annotation, said)
        elif annotation == fields.Id:
            yield from [said] if fields.ID.fullmatch(said) and not self._bare(said) else []
        elif annotation in (fields.Count, fields.Unit):
            yield from of_a_limit(annotation, said)
        else:
            found = dict.fromkeys(chosen(annotation, said))
            yield from found if len(found) == 1 else ()

    def _named(self, annotation: Any, said: str) -> Iterator[str]:
        """The one that the words begin with; a number is one wherever it stands."""
        found, id = self._mentioned(annotation, said), fields.folded(said)
        number = annotation == EmergencyCall and len(found) == 1
        yield from (each for each in found if number or f"{id}-".startswith(f"{fields.folded(each)}-"))

    def _mentioned(self, annotation: Any, said: str) -> list[str]:
        """The ids that a value of the type may be and that stand in the words, in their order. Of one that is a part of
        another the longer is meant."""
        words, found = f"-{fields.folded(said)}-", dict[int, str]()
        for each in sorted(self._known(annotation), key=len, reverse=True):
            if (start := words.find(f"-{fields.folded(each)}-")) >= 0:
                found[start] = each
                words = words.replace(f"-{fields.folded(each)}-", f"-{' ' * len(fields.folded(each))}-")
        return [each for _, each in sorted(found.items())]

    def _known(self, annotation: Any) -> list[str]:
        """The ids that a value of the type may be, of those that there are."""
        refers = (mark for mark in getattr(without_none(annotation), "__metadata__", ()) if isinstance(mark, Refers))
        return [id for each in refers for id in self._ids(each.to, each.key)]

    def _ids(self, lists: tuple[str, ...], key: str = "id") -> list[str]:
        values = self._values if isinstance(self._values, dict) else {}
        items = [item for name in lists if isinstance(found := values.get(name), list) for item in found]
        return [id for item in items if isinstance(item, dict) and isinstance(id := item.get(key), str)]


def _texts(part: Any, key: str) -> dict[str, str]:
    """How the texts of a part are worded, where the part is the value of the key."""
    texts = next((TEXTS[kind] for kind in part.__mro__ if kind in TEXTS), {})
    return {**texts, "text": CLAIMS[key]} if part is Claim and key in CLAIMS else texts


def _takes(annotation: Any, value: str) -> bool:
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True
