"""What the file says that is taken along is what the pages say, and it tells where to ask whether it still holds."""

from __future__ import annotations

from audit.built import find, one, parse, text
from routine.domain import wording
from routine.domain.model import Routine
from routine.editions import stored
from routine.html.render import render
from routine.publish.taken import pictured, taken
from routine.views import addresses as at
from routine.views.checklist import checklist
from routine.views.flowchart import flowchart
from routine.views.guide import guide
from routine.views.take import take
from tests.kit.paths import SMALL

ADDRESS = "https://kommun.example/rutin/"


def test_each_role_has_what_its_pages_have(every_routine: Routine) -> None:
    view = taken(every_routine)
    assert view.guide == guide(every_routine)
    assert [each.role for each in view.roles] == list(every_routine.roles)
    for each in view.roles:
        assert each.choice.owner.id == each.role.id
        assert each.checklist == checklist(every_routine, each.role.id)


def test_it_tells_its_edition_and_where_to_ask(small: Routine) -> None:
    assert taken(small).check == ""
    assert taken(small, (), ADDRESS).check == f"{ADDRESS.rstrip('/')}{at.VALIDITY_FILE}"
    assert taken(small, (), ADDRESS.rstrip("/")) == taken(small, (), ADDRESS)
    record = stored.of(SMALL)
    assert taken(small, record).issue == wording.edition(small.latest.edition, small.latest.date)


def test_it_is_a_draft_as_soon_as_one_sheet_is(small: Routine) -> None:
    """What says something else than the edition must not bear its name."""
    assert taken(small).issue == f"Utkast till utgåva {small.latest.edition}"
    first, *others = small.actions
    changed = small.model_copy(update={"actions": (first.model_copy(update={"text": "Gör något annat"}), *others)})
    assert taken(changed, stored.of(SMALL)).issue == f"Utkast efter utgåva {small.latest.edition}"


def test_a_flowchart_in_parts_has_no_room(every_routine: Routine) -> None:
    chart = flowchart(every_routine)
    assert chart
    assert pictured(every_routine) == (chart if len(chart.parts) == 1 else None)


def test_the_page_tells_what_is_in_the_file_and_where_the_file_is(small: Routine) -> None:
    tree = parse(render("take", take(small, "Utgåva 7", pictured=True), str))
    link = one(tree, "a", "rg-do")
    assert link.get("href") == at.TAKEN
    assert "download" in link.attrib
    assert "Utgåva 7" in text(tree)
    inside = text(find(tree, "ul")[0])
    assert "flödesschemat" in inside
    assert "vägledning" in inside
    assert at.VALIDITY in [each.get("href") for each in find(tree, "a")]
    assert "service worker" in text(tree)


def test_the_page_promises_nothing_that_the_file_has_not(small: Routine) -> None:
    bare = small.model_copy(update={"guidance": (), "contacts": ()})
    inside = text(find(parse(render("take", take(bare, "Utgåva 7", pictured=False), str)), "ul")[0])
    for absent in ("flödesschemat", "vägledning", "övriga nummer"):
        assert absent not in inside
