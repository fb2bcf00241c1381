"""The reference for editors tells of each key what may stand there, and leads to the keys of that."""

from __future__ import annotations

import re

from audit.built import find, parse, text
from routine.domain.model import Routine
from routine.domain.steps import Within
from routine.html.render import render
from routine.views.deciding import decision
from routine.views.editors import editors
from tests.kit.bare import changed, of_all


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
    assert set(shown) <= own if own else shown == [1]
    assert shown == sorted(set(shown))
    assert rows(of_all(every_routine, "actions", row=None)) == [1]
    bare = of_all(every_routine, "actions", within=None, consulted=None, proxy=None, conditions=())
    assert "removed" not in decision(bare)
    assert "within" not in decision(bare)


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
