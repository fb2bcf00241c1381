"""Pydantic's errors as Swedish problems, one function per kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from routine.check.characters import SPECIAL_SPACE
from routine.check.likeness import asked, closest, listing, nearest
from routine.check.meant_ids import as_id, as_ids
from routine.check.model_paths import annotation_at, choices_at, fields_at, part_of
from routine.check.nodes import Node, Path, place
from routine.check.problems import Mark, Problem
from routine.model.fields import Id
from routine.model.model import Routine
from routine.model.numerals import WRITTEN, unit_of
from routine.model.part import Part

# Words for yes and no in other programs and languages.
SAME = {
    "ja": ("yes", "y", "true", "sant", "on", "på", "1", "x", "j"),
    "nej": ("no", "n", "false", "falskt", "off", "av", "0"),
}
# Words that people write for a key when they do not know it.
CALLED = {
    "number": ("telefon", "telefonnummer", "tel", "tfn", "mobil", "nummer", "phone"),
    "title": ("rubrik", "titel"),
    "date": ("datum", "dag"),
    "source": ("källa", "kalla"),
    "name": ("namn",),
    "section": ("avsnitt",),
    "row": ("rad",),
    "role": ("roll",),
    "roles": ("roller",),
    "responsible": ("ansvarig", "ansvariga", "ansvarar"),
    "hours": ("öppettider", "öppet", "tider"),
    "within": ("tidsgräns",),
    "conditions": ("villkor",),
    "participants": ("deltar", "deltagare"),
    "say": ("säg",),
    "url": ("länk", "lank", "webbadress", "adress", "link"),
}
# Hints for keys that many would write in a contact, though it has none.
ELSEWHERE = {
    **dict.fromkeys(
        ("e-post", "epost", "email", "e-mail", "mail", "mejl"),
        "skriv funktionens adress i ask: e-post har ingen egen nyckel. En persons adress skrivs aldrig.",
    ),
    **dict.fromkeys(
        ("namn", "name", "person"),
        "ta bort raden. En kontakt är en funktion och heter som den, i function: en persons namn skrivs aldrig.",
    ),
}
# A fault that cannot be seen: such a value may look right in every other way.
HARD = (
    "här står ett hårt mellanslag, som kommer med när text kopieras: radera det och skriv ett vanligt om något behövs."
)
NO_LIMIT = "En månad, en arbetsdag eller ”omgående” går inte att skriva som tidsgräns: skriv det i detail i stället."


class Fault(Struct, frozen=True):
    """One Pydantic error, with the value that it is about.

    `kind` is Pydantic's name of the error, `path` and `value` are those of the value in `model`, and `context` is what
    else the error knows.
    """

    kind: str
    model: type[Part]
    root: Node
    path: Path
    value: object
    context: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Return the last key of the path, as messages name it.

        For an item it is the name of its list.
        """
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def subject(self) -> str:
        """Return the value as the subject of a sentence."""
        return "Posten" if self.path and isinstance(self.path[-1], int) else self.name or "Filen"

    @property
    def value_mark(self) -> Mark:
        """Return the place of the value, or of the nearest thing above it."""
        return place(self.root, self.path)

    @property
    def key_mark(self) -> Mark:
        """Return the place of the key."""
        return place(self.root, self.path, key=True)

    @property
    def field(self) -> FieldInfo | None:
        """Return the field of the model that the error is about."""
        return fields_at(self.path[:-1], self.model).get(self.name)

    @property
    def about(self) -> str:
        """Return the description of the key, as editors read it."""
        return (self.field.description if self.field else None) or ""


def explain(error: ValidationError, root: Node, model: type[Part] = Routine) -> Iterator[Problem]:
    """Convert each error of the model to a problem at its place in the file."""
    faults = [
        Fault(detail["type"], model, root, tuple(detail["loc"]), detail["input"], detail.get("ctx", {}))
        for detail in error.errors(include_url=False)
        # Pydantic counts only the valid items of a list, so it may call a list too short that is long enough.
        if detail["type"] != "too_short" or len(detail["input"]) < detail["ctx"]["min_length"]
    ]
    # A misspelt key is one fault: the missing right key is only its consequence.
    meant = {(*each.path[:-1], key) for each in faults if each.kind == "extra_forbidden" for key in _meant(each)}
    for fault in faults:
        if fault.kind != "missing" or fault.path not in meant:
            yield KINDS.get(fault.kind, _not_taken)(fault)


def _refused(fault: Fault) -> Problem:
    """Report a refusal by one of our own types, in the words of that type."""
    said, value = fault.context, fault.value
    if said["code"] == "M003" and isinstance(value, dict) and len(value) == 1 and isinstance(fault.path[-1], int):
        begin = next(iter(value))
        message = f"Kolonet efter ”{begin}” gör texten till en nyckel."
        hint = f'sätt hela texten inom raka citattecken: "{begin}: …".'
        return Problem("M003", fault.value_mark, message, "en text", hint)
    allowed, hint = said["allowed"], said["hint"]
    if said["code"] == "M005":
        known, mend = as_id(fault.root, fault.path, fault.model, str(value))
        allowed, hint = known or allowed, mend or hint
    hint = HARD if SPECIAL_SPACE.search(str(value)) else hint
    return Problem(said["code"], fault.value_mark, said["message"], allowed, hint)


def _missing(fault: Fault) -> Problem:
    hint = f"lägg till ”{fault.name}: …”. {fault.about}".rstrip()
    mark = place(fault.root, fault.path[:-1], key=True)
    return Problem("M001", mark, f"Nyckeln ”{fault.name}” saknas.", hint=hint)


def _meant(fault: Fault) -> list[str]:
    """Find the keys that an unknown key may have been meant as."""
    known = [*fields_at(fault.path[:-1], fault.model)]
    called = [key for key, words in CALLED.items() if key in known and fault.name.casefold() in words]
    return called[:1] or nearest(fault.name, known)


def _unknown_key(fault: Fault) -> Problem:
    known = fields_at(fault.path[:-1], fault.model)
    elsewhere = ELSEWHERE.get(fault.name.casefold(), "") if "ask" in known else ""
    hint = elsewhere or asked(_meant(fault)) or "ta bort raden, eller flytta den dit den hör."
    return Problem("M002", fault.key_mark, f"Nyckeln ”{fault.name}” finns inte här.", listing(known), hint)


def _no_choice(fault: Fault) -> Problem:
    choices, value, code, hint = choices_at(fault.path, fault.model), fault.value, "M004", "välj ett av orden."
    if not isinstance(value, str):
        code, message, hint = "M003", f"{fault.name} ska vara ett ord.", "välj ett av orden och skriv det utan klamrar."
    elif not value.strip():
        code, message = "M011", f"{fault.name} är tom."
    elif len(choices) == 1:
        message = f"”{value}” går inte: {fault.name} kan bara vara {choices[0]}."
        hint = _chosen(value, choices) or "ta bort raden, om det inte ska gälla."
    else:
        message = f"”{value}” är inte ett giltigt värde för {fault.name}."
        hint = _chosen(value, choices) or (f"{hint} {NO_LIMIT}" if set(choices) == set(WRITTEN) else hint)
    return Problem(code, fault.value_mark, message, listing(choices), hint)


def _chosen(value: str, choices: tuple[str, ...]) -> str:
    """Suggest the choice with the same meaning as the word, or a similar one."""
    word = value.casefold().strip()
    meant = unit_of(word) or next((each for each, words in SAME.items() if word in words), "")
    if meant in choices:
        return asked([meant])
    # A working day is not a day: a word that only ends in one is another limit.
    return "" if word.endswith(("dag", "dagar")) else closest(value, choices)


def _too_short(fault: Fault) -> Problem:
    return _length(fault, f"minst {fault.context['min_length']}", f"lägg till en post. {fault.about}".rstrip())


def _too_long(fault: Fault) -> Problem:
    return _length(fault, f"högst {fault.context['max_length']}", "ta bort poster.")


def _length(fault: Fault, allowed: str, hint: str) -> Problem:
    amount = int(fault.context["actual_length"])
    what = f"har {amount} {'post' if amount == 1 else 'poster'}" if amount else "är tom"
    return Problem("M012", fault.key_mark, f"Listan {fault.name} {what}.", allowed, hint)


def _no_list(fault: Fault) -> Problem:
    annotation = annotation_at((*fault.path, 0), fault.model)
    if isinstance(fault.value, str) and _is_id(annotation):
        # Also for an empty value: removing `responsible` would only cause the next fault.
        return _other_shape(fault, fault.name, "en lista", *as_ids(fault.root, fault.path, fault.model, fault.value))
    needed = fault.field is not None and fault.field.is_required()
    form = "en post för varje sak, med ett streck först" if part_of(annotation) else "[a, b], eller en post per rad"
    hint = f"skriv {form}{f'. {fault.about}' if needed else '; ta bort raden om listan är tom.'}"
    words = [word.strip(" \"'“”") for word in str(fault.value).strip("[] ").split(",")]
    if fault.name == "also" and all(re.fullmatch(r"[^\W\d_][\w /.-]*", word) for word in words):
        hint = f"skriv also: [{', '.join(words)}]."
    return _other_shape(fault, fault.name, "en lista", "en lista", hint)


def _is_id(annotation: object) -> bool:
    """Tell whether a value of this type is an id, whatever it names."""
    marks = getattr(annotation, "__metadata__", ())
    return all(mark in marks for mark in getattr(Id, "__metadata__", ()))


def _no_group(fault: Fault) -> Problem:
    hint = "skriv nycklarna på egna rader, indragna; ta bort raden om den inte behövs."
    hint = f"skriv nycklarna på egna rader, indragna. {NO_LIMIT}" if fault.name == "within" and fault.value else hint
    allowed = listing(fields_at(fault.path, fault.model))
    return _other_shape(fault, fault.subject, "en grupp av nycklar", allowed, hint)


def _other_shape(fault: Fault, subject: str, wanted: str, allowed: str, hint: str) -> Problem:
    code, said = ("M011", "är tom") if fault.value == "" else ("M003", f"ska vara {wanted}")
    return Problem(code, fault.value_mark, f"{subject} {said}.", allowed, hint)


def _not_taken(fault: Fault) -> Problem:
    """Report an error of a kind that has no message of its own.

    The hint gives Pydantic's name of the kind, for the operator of the website.
    """
    hint = f"ändra värdet. Hjälper inte det, visa den som sköter webbplatsen det här: {fault.kind}."
    return Problem("M003", fault.value_mark, f"{fault.subject} har ett värde som inte godtas.", hint=hint)


# A function for each error that the model can raise, by Pydantic's name of the error.
KINDS: dict[str, Callable[[Fault], Problem]] = {
    "refused": _refused,
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _no_choice,
    "too_short": _too_short,
    "too_long": _too_long,
    "tuple_type": _no_list,
    "model_type": _no_group,
}
