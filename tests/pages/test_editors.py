"""The reference for editors: what it says to write is taken by the check."""

from __future__ import annotations

import re
from typing import Any

from audit.built import find, parse, text
from routine.check import rules
from routine.check.parse import parse as parse_routine
from routine.check.parse import values_in
from routine.cli.options import parser
from routine.model.model import Routine
from routine.model.part import Part
from routine.model.people import Role
from routine.model.steps import Action, Question
from routine.pages.editors.editors import decision, editors
from routine.pages.render import render
from tests.kit.paths import SMALL

WHEN = {"question": "ny-fraga", "answer": "ja", "text": "om någon svarar", "basis": "tolkning"}
# What a recipe names: under which key, the model's own required keys, and what else is needed.
RECIPES: dict[str, tuple[type[Part], list[str]]] = {
    "roles": (Role, ["actions", "responsible", "participants", "proxy", "questions", "answered_by"]),
    "actions": (Action, ["responsible", "row", "basis: egen", "done"]),
    "questions": (Question, ["actions", "conditions"]),
}


def test_the_example_of_a_decision_is_of_the_routines_own_rows(every_routine: Routine) -> None:
    own = {action.row for action in every_routine.actions if action.row}
    shown = [int(row) for row in re.findall(r"row: (\d+)", decision(every_routine))]
    assert {*shown[:-1]} <= own
    assert shown[-1] == max(own, default=0) + 1
    assert shown == sorted(set(shown))


def test_the_example_of_a_withdrawn_routine_has_each_key_and_is_taken_as_it_stands(small: Routine) -> None:
    page = parse(render("editors", editors(small), str))
    (example,) = (shown for code in find(page, "pre") if (shown := "".join(code.itertext())).startswith("withdrawn:"))
    routine = parse_routine(f"{SMALL.read_text(encoding='utf-8')}{example}".encode(), "rutin.yaml")
    assert routine.withdrawn
    assert all(value is not None for _, value in routine.withdrawn)


def test_a_recipe_has_the_keys_that_the_model_requires_and_what_it_says_is_enough(small: Routine) -> None:
    page = parse(render("editors", editors(small), str))
    told = {str(part.get("data-recipe")): [text(code) for code in find(part, "code")] for part in find(page, "ul")}
    for under, (model, named) in RECIPES.items():
        needed = [key for key, field in model.model_fields.items() if field.is_required()]
        assert told[under] == [under, *needed, *named, "easy"]
    new: Any = values_in(SMALL.read_bytes(), "small.yaml")
    role = ("ny", "Den nya", "Mitt", "Du hjälper.", "Du hjälper.")
    step = ("nytt", "7.2.1", "Ring jouren", "ringer jouren", ["ny"])
    asked = ("ny-fraga", "Svarar någon?", "tolkning", ["ny"])
    for under, values in (("roles", role), ("actions", step), ("questions", asked)):
        new[under].append(dict(zip(told[under][1 : 1 + len(values)], values, strict=True)))
    new["actions"][-1] |= {"basis": "egen", "conditions": [WHEN]}
    assert list(rules.check(Routine.model_validate(new))) == []


def test_who_works_on_her_own_computer_is_told_commands_that_there_are(small: Routine) -> None:
    page = parse(render("editors", editors(small), str))
    told = [words for code in find(page, "code") if (words := text(code).split())[1:3] == ["-m", "routine"]]
    assert [parser().parse_args(words[3:]).command for words in told] == ["check", "diff", "edition"]
