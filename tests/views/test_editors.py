"""The reference for editors tells of each key what may stand there, and leads to the keys of that."""

from __future__ import annotations

import re
from typing import Any

from audit.built import find, parse, text
from routine import rules
from routine.commands.options import parser
from routine.domain.model import Routine
from routine.domain.people import Role
from routine.domain.steps import Action, Question, Within
from routine.html.render import render
from routine.loading.parse import parse as parse_routine
from routine.loading.parse import values_in
from routine.views.checklist import checklist
from routine.views.deciding import decision
from routine.views.editors import editors
from routine.views.role import role_page
from tests.kit.bare import changed, of_all
from tests.kit.paths import SMALL

WHEN = {"answer": "ja", "text": "om någon svarar", "basis": "tolkning"}


def test_what_a_list_or_a_group_holds_is_told_and_led_to(small: Routine) -> None:
    page = parse(render("editors", editors(small), str))
    parts = {part.get("id"): text(find(part, "summary")[0]) for part in find(page, "details", "rg-more")}
    told: dict[str, set[str]] = {}
    for key in find(page, "dl", "rg-fields"):
        for row in find(key, "div"):
            (kind,) = find(row, "span")
            for link in find(kind, "a"):
                assert parts[str(link.get("href")).removeprefix("#")] == text(link)
            told.setdefault(text(find(row, "code")[0]), set()).add(text(kind))
    assert told["limits"] == {"lista, varje post: Uppgift, får utelämnas"}
    assert told["then"] == {"lista, varje post: Uppgift, får utelämnas"}
    assert told["within"] >= {"grupp: Tidsgräns, får utelämnas"}
    assert told["points"] == {"lista med text"}
    assert not any(kind in ("lista", "grupp") for kinds in told.values() for kind in kinds)


def test_the_example_of_a_decision_is_of_the_routines_own_rows(every_routine: Routine) -> None:
    """A stranger's rows and words are no example to who has none of them."""

    def rows(routine: Routine) -> list[int]:
        return [int(row) for row in re.findall(r"row: (\d+)", decision(routine))]

    own = {action.row for action in every_routine.actions if action.row}
    shown = rows(every_routine)
    assert {*shown[:-1]} <= own and shown[-1] == max(own) + 1 if own else shown == [1]
    assert shown == sorted(set(shown))
    assert rows(of_all(every_routine, "actions", row=None)) == [1]
    bare = of_all(every_routine, "actions", within=None, jointly=None, consulted=None, proxy=None, conditions=())
    assert "removed" not in decision(bare)
    assert "within" not in decision(bare)


def test_the_example_of_a_withdrawn_routine_has_each_key_and_is_taken_as_it_stands(small: Routine) -> None:
    page = parse(render("editors", editors(small), str))
    (example,) = (shown for code in find(page, "pre") if (shown := "".join(code.itertext())).startswith("withdrawn:"))
    routine = parse_routine(f"{SMALL.read_text(encoding='utf-8')}{example}".encode(), "rutin.yaml")
    assert routine.withdrawn
    assert all(value is not None for _, value in routine.withdrawn)


def test_a_limit_that_is_counted_from_a_step_still_is(small: Routine) -> None:
    within = Within.model_validate({"count": "2", "unit": "dagar", "after": small.actions[0].id, "basis": "kalla"})
    bare = of_all(small, "actions", within=None)
    actions = (*bare.actions[:1], changed(bare.actions[1], within=within), *bare.actions[2:])
    entry = decision(changed(bare, actions=actions))
    assert f"count: 3\n            unit: dagar\n            after: {small.actions[0].id}\n" in entry


def test_an_id_of_the_reference_is_none_of_the_datas(small: Routine) -> None:
    ids = [part.id for part in editors(small).parts]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("_") for id in ids)


def test_a_recipe_has_the_keys_that_the_model_requires_and_what_it_says_is_enough(small: Routine) -> None:
    page = parse(render("editors", editors(small), str))
    told: dict[str, list[str]] = {
        str(part.get("data-recipe")): [text(code) for code in find(part, "code")] for part in find(page, "ul")
    }
    new: Any = values_in(SMALL.read_bytes(), "small.yaml")
    for under, model, named in (
        ("roles", Role, ["actions", "responsible", "participants", "proxy", "questions", "answered_by"]),
        ("actions", Action, ["row", "basis: egen", "done"]),
        ("questions", Question, ["actions", "conditions"]),
    ):
        needed = [key for key, field in model.model_fields.items() if field.is_required()]
        also = ["responsible"] if under == "actions" else []
        assert told[under] == [under, *needed, *also, *named, "easy"]
    role = dict(zip(told["roles"][1:6], ("ny", "Den nya", "Mitt", "Du hjälper.", "Du hjälper."), strict=True))
    new["roles"].append(role)
    step = dict(zip(told["actions"][1:6], ("nytt", "7.2.1", "Ring jouren", "ringer jouren", ["ny"]), strict=True))
    new["actions"].append({**step, "basis": "egen", "conditions": [{**WHEN, "question": "ny-fraga"}]})
    asked = dict(zip(told["questions"][1:5], ("ny-fraga", "Svarar någon?", "tolkning", ["ny"]), strict=True))
    new["questions"].append(asked)
    assert list(rules.check(Routine.model_validate(new))) == []


def test_what_the_order_means_is_said_as_the_data_has_it(small: Routine) -> None:
    """Pages say that the order is one to work in where the source does, and this one does not deny it. Neither way does
    it make a step wait: that is what an editor must know."""

    def told(routine: Routine) -> str:
        return text(parse(render("editors", editors(routine), str)))

    free, bound = told(small), told(changed(small, source=changed(small.source, ordered="ja")))
    assert "ingen väntar på den före" in free
    assert "som är en turordning" not in free
    assert "ingen väntar på den före" not in bound
    assert "som är en turordning" in bound
    for page in (free, bound):
        assert "Det som en åtgärd eller fråga väntar på står under after" in " ".join(page.split())


def test_what_has_been_decided_of_a_source_without_rows_is_entered_as_an_approval(small: Routine) -> None:
    """A decision tells what it changes row by row."""

    def told(routine: Routine) -> str:
        return " ".join(text(parse(render("editors", editors(routine), str))).split())

    assert "Har källan inga rader skriver du approval i stället" in told(of_all(small, "actions", row=None))
    assert "Har källan inga rader skriver du" not in told(small)


def test_who_works_on_her_own_computer_is_told_the_commands(small: Routine) -> None:
    page = parse(render("editors", editors(small), str))
    told = [words for code in find(page, "code") if (words := text(code).split())[1:3] == ["-m", "routine"]]
    assert [words[3] for words in told] == ["check", "diff", "edition"]
    for words in told:
        assert parser().parse_args(words[3:]).command == words[3]


def test_what_is_done_every_year_is_written_where_it_makes_no_step(small: Routine) -> None:
    """As the page says: in the introduction of a role that also does something, beside a source without its row."""
    head = small.role("rektorn")
    yearly = changed(head, intro=f"{head.intro} Varje år redovisar du läckorna för nämnden.")
    others = tuple(yearly if each.id == yearly.id else each for each in small.roles)
    told = changed(small, roles=others)
    assert [each.code for each in rules.check(told)] == [each.code for each in rules.check(small)]
    assert "Varje år redovisar du" in text(parse(render("role", role_page(told, "rektorn"), str)))
    assert "Varje år" not in text(parse(render("checklist", checklist(told, "rektorn"), str)))
