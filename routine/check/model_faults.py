"""Pydantic's errors as Swedish problems, one function per kind."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from routine.check.likeness import CHOOSE, asked, closest, few, listing, nearest
from routine.check.model_paths import annotation_at, choices_at, fields_at, part_of, without_none
from routine.check.nodes import Mapping, Node, Path, Scalar, Sequence, at, place
from routine.check.problems import Mark, Problem
from routine.model.fields import SEVERAL, Id, folded
from routine.model.model import Routine
from routine.model.numerals import WRITTEN, unit_of
from routine.model.part import Part
from routine.model.referring import Refers

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
    "wallet": ("plånbok", "plånboken", "plånbokskort", "planbok"),
    "detail": ("förklaring", "detalj"),
    "helps": ("hjälper", "görs för"),
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
    context: abc.Mapping[str, Any]

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
    for fault in [each for each in faults if _is_divided(each)]:
        hint = "ta bort strecket, och låt raden börja rakt under nyckeln ovanför."
        yield Problem("S018", fault.value_mark, "Strecket delar en post i två.", "ett streck först i posten", hint)
        here, second = fault.path[:-2], int(fault.path[-2])
        halves = ((*here, second - 1), (*here, second))
        faults = [each for each in faults if each.path[: len(here) + 1] not in halves]
    # A misspelt key is one fault: the missing right key is only its consequence.
    meant = {(*each.path[:-1], key) for each in faults if each.kind == "extra_forbidden" for key in _meant(each)}
    for fault in faults:
        if fault.kind != "missing" or fault.path not in meant:
            yield KINDS.get(fault.kind, _not_taken)(fault)


def _is_divided(fault: Fault) -> bool:
    """Tell whether one dash too many has split an item in two.

    The second half then has no id, and shares no key with the first.
    """
    if fault.kind != "missing" or fault.name != "id" or not isinstance(fault.value, dict):
        return False
    *here, number, _ = fault.path
    if not isinstance(number, int) or number == 0:
        return False  # No post of a list, or the first of it.
    above = at(fault.root, (*here, number - 1))
    return isinstance(above, Mapping) and not {key.value for key, _ in above.entries} & fault.value.keys()


def _refused(fault: Fault) -> Problem:
    """Report a refusal by one of our own types, in the words of that type."""
    said, value = fault.context, fault.value
    if said["code"] == "M003" and isinstance(value, dict) and len(value) == 1 and isinstance(fault.path[-1], int):
        begin = next(iter(value))
        message = f"Kolonet efter ”{begin}” gör texten till en nyckel."
        hint = f'sätt hela texten inom raka citattecken: "{begin}: …".'
        return Problem("M003", fault.value_mark, message, "en text", hint)
    allowed, hint = said["allowed"], said["hint"]
    if said["code"] == "M011" and fault.field and fault.field.is_required():
        hint = f"skriv ett värde. {fault.about}".rstrip()  # Without the line the key would be missing.
    if said["code"] == "M005":
        known, mend = as_id(fault.root, fault.path, fault.model, str(value))
        allowed, hint = known or allowed, mend or hint
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
    if meant in choices or set(choices) == {*SAME}:  # A guessed answer would be dangerous.
        return asked([meant]) if meant else ""
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


# Keys that hold what a thing is called in words, other than its id.
NAMES = ("name", "title", "function", "text", "question")


def as_id(root: Node, path: Path, model: type[Part], value: str) -> tuple[str, str]:
    """Return the ids that are allowed at a path, and what to do.

    Both are empty where the file has no ids to choose from.
    """
    known, id = _known(root, path, model), folded(value)
    if not known:
        return "", ""
    named = [each for each, names in known.items() if each == id or id in names]
    several = [each for part in SEVERAL.split(value) if (each := folded(part)) in known]
    if len(several) > 1:
        return few(id, known), f"sätt komma mellan om det är flera: {', '.join(several)}."
    return few(id, known), f"skriv {named[0]}." if len(named) == 1 else asked(nearest(id, [*known])) or CHOOSE


def as_ids(root: Node, path: Path, model: type[Part], value: str) -> tuple[str, str]:
    """Return the allowed values and the hint where a list of ids belongs."""
    known, name = _known(root, (*path, 0), model), str(path[-1])
    ids = [folded(part) for part in SEVERAL.split(value)]
    found = [nearest(each, [*known])[:1] for each in ids] if known else [[each] for each in ids]
    if all(found):
        return "en lista", f"skriv {name}: [{', '.join(each for one in found for each in one)}]."
    return listing(known), "skriv dem som det gäller inom klamrar, med komma mellan."


def _known(root: Node, path: Path, model: type[Part]) -> dict[str, set[str]]:
    """Return the ids that may be named at a path, in the order of the file.

    Each comes with its name, written in the form of an id.
    """
    marks = getattr(without_none(annotation_at(path, model)), "__metadata__", ())
    lists = [at(root, (name,)) for mark in marks if isinstance(mark, Refers) for name in mark.to]
    found: dict[str, set[str]] = {}
    for item in [item for each in lists if isinstance(each, Sequence) for item in each.items]:
        if isinstance(id := at(item, ("id",)), Scalar):
            called = (at(item, (key,)) for key in NAMES)
            found[folded(id.value)] = {folded(each.value) for each in called if isinstance(each, Scalar)}
    return found
