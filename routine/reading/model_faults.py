"""Pydantic's errors as Swedish problems, one function a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Words
from typing import Any, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from routine.domain.editor_types import UNSAID
from routine.domain.fields import SEVERAL, Id, folded
from routine.domain.model import Routine
from routine.domain.numerals import WRITTEN, period_of, unit_of
from routine.domain.part import Part
from routine.domain.referring import Refers
from routine.domain.steps import Within
from routine.reading.characters import SPECIAL_SPACE
from routine.reading.likeness import closest, listing, nearest
from routine.reading.meant_keys import MeantKey, astray, set_aside
from routine.reading.meant_keys import hint as hint_for
from routine.reading.model_paths import annotation_at, choices_at, fields_at, part_of, without_none
from routine.reading.nodes import Mapping, Node, Path, Scalar, at, keys, place
from routine.reading.nodes import Sequence as Items
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
EVERY = ("alla", "allt", "samtliga", "all")
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
    hint = (said["code"] == "M005" and _as_known(fault)) or said["hint"]
    hint = HARD if SPECIAL_SPACE.search(str(fault.value)) else hint
    return Problem(said["code"], fault.value_mark, said["message"], said["allowed"], hint)


def _as_known(fault: Fault) -> str:
    """How an id that the file has was meant, where nothing but such a one may stand; empty when it is not clear."""
    # Of an id that is no id where it is given, what it may be there is meant.
    ids = {folded(id) for id in _ids(fault, fault.path)}
    if words := _known_words(str(fault.value), ids):
        return f"sätt komma mellan om det är flera: {', '.join(words)}."
    one = folded(str(fault.value))
    several = len(SEVERAL.split(str(fault.value))) > 1
    return "" if several or one in ids else closest(one, sorted(ids))


def _ids(fault: Fault, path: Path) -> set[str]:
    """The ids of the file that may stand there."""
    return set(_ids_in_order(fault, path))


def _ids_in_order(fault: Fault, path: Path) -> list[str]:
    marks = getattr(annotation_at(path, fault.model), "__metadata__", ())
    lists = [at(fault.root, (name,)) for mark in marks if isinstance(mark, Refers) for name in mark.to]
    items = [item for each in lists if isinstance(each, Items) for item in each.items]
    return [node.value for item in items if isinstance(node := at(item, ("id",)), Scalar)]


def _known_words(text: str, ids: set[str]) -> list[str]:
    """The words of a text when there are several, and each is one of the ids."""
    words = [folded(word) for word in text.split()]
    return words if len(words) > 1 and ids.issuperset(words) else []


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
    return _not_here(fault, fault.key_mark, hint_for(group, fault.name, part) if isinstance(group, Mapping) else "")


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
    hint = "skriv [a, b], eller en post per rad som börjar med ett streck; ta bort raden om listan är tom."
    if isinstance(fault.value, str) and fault.value and _is_id(annotation_at((*fault.path, 0), fault.model)):
        known = _known_words(fault.value, _ids(fault, (*fault.path, 0)))
        several = known or [folded(one) for one in SEVERAL.split(fault.value)]
        hint, ids = f"skriv {fault.name}: [{', '.join(several)}].", _ids_in_order(fault, (*fault.path, 0))
        if ids and not set(several) & set(ids) and not any(nearest(one, ids) for one in several):
            # Brackets around what nothing is called would be refused in the next round.
            return Problem(
                "M003", fault.value_mark, f"{fault.name} ska vara en lista.", listing(ids), _of_these(fault, ids)
            )
    elif isinstance(fault.value, str) and (words := _words(fault.value)):
        hint = f"skriv {fault.name}: [{', '.join(words)}]." if fault.name == "also" else hint
    if _has_parts(fault):
        field = _field(fault)
        needed = field is not None and field.is_required()
        spare = f". {_about(fault)}" if needed else "; ta bort raden om den inte behövs."
        hint = f"skriv en post för varje sak, med ett streck först{spare}"
    return _other_shape(fault, fault.name, "en lista", "en lista", hint)


def _of_these(fault: Fault, ids: list[str]) -> str:
    every = str(fault.value).casefold().strip(" .") in EVERY
    which = ids if every else ids[:2]
    return f"skriv {'alla' if every else 'dem som det gäller'} inom klamrar: {fault.name}: [{', '.join(which)}]."


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
    bare = without_none(annotation_at(fault.path, fault.model))
    return part_of(get_args(bare)[0] if get_origin(bare) is tuple else bare) is not None


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
