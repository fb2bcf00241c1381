"""The reference for editors tells of each key what may stand there, and leads to the keys of that."""

from __future__ import annotations

from audit.built import find, parse, text
from routine.domain.model import Routine
from routine.html.render import render
from routine.views.editors import editors


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


def test_an_id_of_the_reference_is_none_of_the_datas(small: Routine) -> None:
    ids = [part.id for part in editors(small).parts]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("_") for id in ids)
