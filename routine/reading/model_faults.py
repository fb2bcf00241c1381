"""Pydantic's errors as Swedish problems, one function a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Words
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from routine.domain.editor_types import UNSAID
from routine.domain.fields import Id
from routine.domain.model import Routine
from routine.domain.numerals import WRITTEN, period_of, unit_of
from routine.domain.part import Part
from routine.domain.steps import Within
from routine.reading.characters import SPECIAL_SPACE
from routine.reading.likeness import closest, listing
from routine.reading.meant_ids import as_id, as_ids
from routine.reading.meant_keys import ANYTHING_ELSE, MeantKey, astray, further_out, set_aside
from routine.reading.meant_keys import hint as hint_for
from routine.reading.model_paths import annotation_at, choices_at, fields_at, item_type, part_of
from routine.reading.nodes import Mapping, Node, Path, at, keys, place
from routine.reading.problems import Mark, Problem
from routine.reading.written import written

# What an error knows of what is allowed → the same in words.
FACTS = {
    "ge": "minst",
    "gt": "mer än",
    "le": "högst",
    "lt": "mindre än",
    "multiple_of": "jämnt delbart med",
    "min_length": "längd minst",
    "max_length": "längd högst",
    "pattern": "mönstret",
}


# What other programs and languages call yes and no.
SAME = {
    "ja": ("yes", "y", "true", "sant", "on", "på", "1", "x", "j"),
    "nej": ("no", "n", "false", "falskt", "off", "av", "0"),
}
# What cannot be seen: all else about such a value may look right.
HARD = (
    "här står ett hårt mellanslag, som kommer med när text kopieras: radera det och skriv ett vanligt om något behövs."
)
NO_LIMIT = "En månad, en arbetsdag eller ”omgående” går inte att skriva som tidsgräns: skriv det i detail i stället."


class Fault(Struct, frozen=True):
    """One error of pydantic's: its name there, the model, the path and the value that it is about, and what the error
    knows besides."""

    kind: str
    model: type[Part]
    root: Node
    path: Path
    value: object
    context: Words[str, Any]

    @property
    def name(self) -> str:
        """The last key of the path, as it stands in messages: of an item, what its list is called."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def value_mark(self) -> Mark:
        """Where the value stands, or the nearest thing above it."""
        return place(self.root, self.path)

    @property
    def key_mark(self) -> Mark:
        """Where its key stands."""
        return place(self.root, self.path, key=True)


def explain(error: ValidationError, root: Node, model: type[Part] = Routine) -> Iterator[Problem]:
    """Each error of the model, at its place in the file."""
    shown = set[tuple[str, ...]]()
    faults = [
        Fault(detail["type"], model, root, tuple(detail["loc"]), detail["input"], detail.get("ctx", {}))
        for detail in details(error)
    ]
    aside = _aside(faults, root)
    for fault in faults:
        if fault.path in aside.values():
            continue
        stands = aside.get(fault.path)
        problem = set_aside(root, fault.path, stands) if stands else KINDS.get(fault.kind, _not_taken)(fault)
        # Of two faults in one group the first shows how it is written.
        yield replace(problem, example=()) if problem.example in shown else problem
        shown.add(problem.example)


def _aside(faults: list[Fault], root: Node) -> dict[Path, Path]:
    """The keys that stand beside where they belong: the path that each should have, and the one that it has."""
    missing, strange, wrong = [], [], []
    for fault in faults:
        field = _field(fault)
        if fault.kind == "missing":
            missing.append(fault.path)
        elif fault.kind == "extra_forbidden":
            strange.append(fault.path)
        elif field and not field.is_required():
            wrong.append(fault.path)
    return dict(astray(root, missing, strange, wrong))


def details(error: ValidationError) -> Iterator[ErrorDetails]:
    """What pydantic found wrong. It counts only the sound items of a list: of one that is long enough, with a fault in
    an item, it would say that it is too short."""
    for detail in error.errors(include_url=False):
        if detail["type"] != "too_short" or len(detail["input"]) < detail["ctx"]["min_length"]:
            yield detail


def _refused(fault: Fault) -> Problem:
    """By one of our own types, which has said what is wrong."""
    said = fault.context
    if (
        said["code"] == "M003"
        and isinstance(fault.value, dict)
        and len(fault.value) == 1
        and isinstance(fault.path[-1], int)
    ):
        return _colon_in_text(fault)
    allowed, hint = said["allowed"], said["hint"]
    if said["code"] == "M005":
        known, mend = as_id(fault.root, fault.path, fault.model, str(fault.value))
        allowed, hint = known or allowed, mend or hint
    hint = HARD if SPECIAL_SPACE.search(str(fault.value)) else hint
    return Problem(said["code"], fault.value_mark, said["message"], allowed, hint)


def _colon_in_text(fault: Fault) -> Problem:
    """An item that should be a text, and became a group by a colon in it."""
    begin = next(iter(fault.value)) if isinstance(fault.value, dict) else ""
    message = f"Kolonet efter ”{begin}” gör texten till en nyckel."
    return Problem(
        "M003", fault.value_mark, message, "en text", f'sätt hela texten inom raka citattecken: "{begin}: …".'
    )


def _missing(fault: Fault) -> Problem:
    hint = f"lägg till ”{fault.name}: …”. {_about(fault)}".rstrip()
    mark = place(fault.root, fault.path[:-1], key=True)
    problem = Problem("M001", mark, f"Nyckeln ”{fault.name}” saknas.", hint=hint)
    return _within(fault, problem, fault.path if _has_parts(fault) else fault.path[:-1])


def _about(fault: Fault) -> str:
    """What the key is for, as editors read of it."""
    field = _field(fault)
    return (field.description if field else None) or ""


def _field(fault: Fault) -> FieldInfo | None:
    return fields_at(fault.path[:-1], fault.model).get(fault.name)


def misspelt(meant: MeantKey, root: Node, model: type[Part] = Routine) -> Problem:
    """A key that has been read as another. `root` is what it was read as."""
    fault = Fault("extra_forbidden", model, root, (*meant.path, meant.key.value), "", {})
    return _not_here(fault, meant.key.mark, f"menade du ”{meant.name}”?")


def _unknown_key(fault: Fault) -> Problem:
    group, part = at(fault.root, fault.path[:-1]), part_of(annotation_at(fault.path[:-1], fault.model))
    hint = hint_for(group, fault.name, part) if isinstance(group, Mapping) else ""
    if hint == ANYTHING_ELSE:
        hint = further_out(fault.root, fault.path, fault.model) or hint
    return _not_here(fault, fault.key_mark, hint)


def _not_here(fault: Fault, mark: Mark, hint: str) -> Problem:
    known = fields_at(fault.path[:-1], fault.model)
    problem = Problem("M002", mark, f"Nyckeln ”{fault.name}” finns inte här.", listing(known), hint)
    return _within(fault, problem, fault.path[:-1])


def _no_choice(fault: Fault) -> Problem:
    choices, value, hint = choices_at(fault.path, fault.model), fault.value, "välj ett av orden."
    if not isinstance(value, str):
        code, message, hint = "M003", f"{fault.name} ska vara ett ord.", "välj ett av orden och skriv det utan klamrar."
    elif not value.strip():
        code, message = "M011", f"{fault.name} är tom."
    else:
        code, message = "M004", f"”{value}” är inte ett giltigt värde för {fault.name}."
        of_time = set(choices) == set(WRITTEN)
        # A working day is no day: what only ends with one is another limit.
        other = of_time and value.casefold().strip().endswith(("dag", "dagar")) and not _chosen(value, choices)
        hint = _chosen(value, choices) or ("" if other else closest(value, choices)) or hint
        if of_time and hint == "välj ett av orden.":
            hint = f"välj ett av orden. {NO_LIMIT}"
        if len(choices) == 1 and not hint.startswith("menade"):
            message, hint = (
                f"”{value}” går inte: {fault.name} kan bara vara {choices[0]}.",
                "ta bort raden, om det inte ska gälla.",
            )
    return Problem(code, fault.value_mark, message, listing(choices), hint)


def _chosen(value: str, choices: tuple[str, ...]) -> str:
    """What is meant by a word that says the same as one of those to choose from."""
    word = value.casefold().strip()
    meant = unit_of(word) or next((each for each, words in SAME.items() if word in words), "")
    return f"menade du ”{meant}”?" if meant in choices else ""


def _too_short(fault: Fault) -> Problem:
    return _length(fault, f"minst {fault.context['min_length']}", f"lägg till en post. {_about(fault)}".rstrip())


def _too_long(fault: Fault) -> Problem:
    return _length(fault, f"högst {fault.context['max_length']}", "ta bort poster.")


def _length(fault: Fault, allowed: str, hint: str) -> Problem:
    amount = int(fault.context["actual_length"])
    what = f"har {amount} {'post' if amount == 1 else 'poster'}" if amount else "är tom"
    message = f"Listan {fault.name} {what}."
    return Problem("M012", fault.key_mark, message, allowed, hint)


def _no_list(fault: Fault) -> Problem:
    field = _field(fault)
    needed = field is not None and field.is_required()
    spare = f". {_about(fault)}" if needed else "; ta bort raden om listan är tom."
    hint = f"skriv [a, b], eller en post per rad som börjar med ett streck{spare}"
    if isinstance(fault.value, str) and fault.value and _is_id(annotation_at((*fault.path, 0), fault.model)):
        allowed, hint = as_ids(fault.root, fault.path, fault.model, fault.value)
        return Problem("M003", fault.value_mark, f"{fault.name} ska vara en lista.", allowed, hint)
    if isinstance(fault.value, str) and (words := _words(fault.value)):
        hint = f"skriv {fault.name}: [{', '.join(words)}]." if fault.name == "also" else hint
    if _has_parts(fault):
        spare = spare if needed else "; ta bort raden om den inte behövs."
        hint = f"skriv en post för varje sak, med ett streck först{spare}"
    return _other_shape(fault, fault.name, "en lista", "en lista", hint)


def _words(text: str) -> list[str]:
    """Words with commas between, where a list of them could be written so."""
    words = [word.strip(" \"'“”") for word in text.strip("[] ").split(",")]
    return words if all(re.fullmatch(r"[^\W\d_][\w /.-]*", word) for word in words) else []


def _is_id(annotation: object) -> bool:
    """Whether a value of this type is an id, whatever it names."""
    marks = getattr(annotation, "__metadata__", ())
    return all(mark in marks for mark in getattr(Id, "__metadata__", ()))


def _no_group(fault: Fault) -> Problem:
    subject = "Posten" if fault.path and isinstance(fault.path[-1], int) else fault.name
    hint = "skriv nycklarna på egna rader, indragna; ta bort raden om den inte behövs."
    if part_of(annotation_at(fault.path, fault.model)) is Within and isinstance(fault.value, str) and fault.value:
        hint = f"skriv nycklarna på egna rader, indragna. {NO_LIMIT}" if not period_of(fault.value) else hint
    return _other_shape(fault, subject, "en grupp av nycklar", listing(fields_at(fault.path, fault.model)), hint)


def _not_taken(fault: Fault) -> Problem:
    """Of a kind that nobody has found words for: no more than is known is said, and what it is called."""
    subject = "Posten" if fault.path and isinstance(fault.path[-1], int) else fault.name or "Filen"
    facts = [f"{words} {fault.context[key]}" for key, words in FACTS.items() if key in fault.context]
    hint = f"ändra värdet. Hjälper inte det, visa den som sköter webbplatsen det här: {fault.kind}."
    return Problem("M003", fault.value_mark, f"{subject} har ett värde som inte godtas.", ", ".join(facts), hint)


def _other_shape(fault: Fault, subject: str, wanted: str, allowed: str, hint: str) -> Problem:
    code, said = ("M011", "är tom") if fault.value == "" else ("M003", f"ska vara {wanted}")
    problem = Problem(code, fault.value_mark, f"{subject} {said}.", allowed, hint)
    return _with_example(fault, problem, fault.path) if _has_parts(fault) else problem


def _has_parts(fault: Fault) -> bool:
    """Whether the value is a group of keys, or a list of such."""
    return part_of(item_type(annotation_at(fault.path, fault.model))) is not None


def _within(fault: Fault, problem: Problem, path: Path) -> Problem:
    """The problem with how the group at the path is written; a whole thing of the routine would be too much."""
    return _with_example(fault, problem, path) if len(path) > 2 else problem


def _with_example(fault: Fault, problem: Problem, path: Path) -> Problem:
    lines, there = written(fault.root, path, fault.model), at(fault.root, path)
    ours = any(line.endswith("basis: tolkning") for line in lines) and "basis" not in (fault.name, *keys(there))
    hint = (
        f"{problem.hint} Byt {UNSAID} mot det som gäller."
        if any(f" {UNSAID}" in line for line in lines)
        else problem.hint
    )
    hint = f"{hint} Skriv basis: kalla om källan säger det." if ours else hint
    return replace(problem, hint=hint, example=lines)


# Pydantic's name of each error that the model can raise.
KINDS: Words[str, Callable[[Fault], Problem]] = {
    "refused": _refused,
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _no_choice,
    "too_short": _too_short,
    "too_long": _too_long,
    "tuple_type": _no_list,
    "model_type": _no_group,
}
