"""Lätt att läsa: all that the adopted routine says to the one who has been exposed, in easier words, and nothing that it does not say."""

from __future__ import annotations

from collections import Counter

import pytest

from routine import wording
from routine.model import Routine, Told
from routine.render import render
from routine.views.easy import easy
from tests.site.reading import Site, find, main, one, parse, text
from tests.site.test_reading import blocks, lix

pytestmark = pytest.mark.site

PAGE = "/latt/"
EASY = 30  # LIX: what Björnsson calls very easy.


def test_every_step_that_concerns_the_role_stands_there_once(any_site: Site) -> None:
    routine, role = any_site.routine, any_site.routine.easy.role
    touched = [action.id for action in routine.actions if action.part_of(role)]
    touched += [question.id for question in routine.questions if role in question.answered_by]
    page = main(any_site.page(PAGE))
    assert Counter(element.attrib["data-easy"] for element in find(page, data_easy=None)) == Counter(touched)
    for item in routine.easy.steps:
        shown = text(one(page, data_easy=item.step))
        assert all(wording.capital(" ".join(line.split())) in shown for line in item.lines), item.step


def test_who_does_it_comes_from_the_actions(any_site: Site) -> None:
    page, role = main(any_site.page(PAGE)), any_site.routine.easy.role
    helpers = {
        element.attrib["data-easy"]: text(one(part, "h3")) for part in find(page, "section", "rg-helper") for element in find(part, "li", data_easy=None)
    }
    actions = {action.id: action for action in any_site.routine.actions if action.part_of(role) == "for"}
    assert helpers == {id: wording.series([any_site.routine.role(owner).name for owner in action.responsible]) for id, action in actions.items()}
    assert all(wording.limit(action.within) in text(one(page, data_easy=id)).lower() for id, action in actions.items() if action.within)


def test_whom_to_talk_to_comes_from_the_actions(site: Site) -> None:
    routine, role = site.routine, site.routine.easy.role
    consulted = [(action.id, action.consulted) for action in routine.actions if action.consulted and action.part_of(role) == "own"]
    assert consulted
    for id, who in consulted:
        assert wording.talk(routine, who) in text(one(main(site.page(PAGE)), data_easy=id))


def test_it_is_the_role_that_the_routine_begins_with(site: Site) -> None:
    assert site.routine.actions[0].responsible == (site.routine.easy.role,)


def test_it_is_reached_from_the_start_page_and_from_the_roles_own(any_site: Site) -> None:
    for address in ("/", f"/roller/{any_site.routine.easy.role}/"):
        links = [link for link in find(main(any_site.page(address)), "a") if text(link) == "Lätt att läsa"]
        assert [link.attrib["href"].removesuffix("index.html").rstrip("/").rpartition("/")[2] for link in links] == ["latt"], address


def test_it_is_easier_than_the_roles_own_page(site: Site) -> None:
    found = {address: lix(blocks(main(site.page(address)))) for address in (PAGE, f"/roller/{site.routine.easy.role}/")}
    assert found[PAGE] < EASY
    assert found[PAGE] < found[f"/roller/{site.routine.easy.role}/"] - 5


def test_who_may_stand_in_or_take_part_reads_it_as_such(small: Routine) -> None:
    """The small routine's role does neither: here it is changed to."""
    role = small.easy.role
    digs, mends = (action for action in small.actions if action.id in {"grav-upp-ledningen", "byt-roret"})
    changed = {
        digs.id: digs.model_copy(update={"proxy": Told(role=role, text="Gräv")}),
        mends.id: mends.model_copy(update={"participants": (Told(role=role, text="Se på"),)}),
    }
    steps = (*small.easy.steps, *(small.easy.steps[0].model_copy(update={"step": id, "lines": (f"Lätt {id}",)}) for id in changed))
    routine = small.model_copy(
        update={"actions": tuple(changed.get(action.id, action) for action in small.actions), "easy": small.easy.model_copy(update={"steps": steps})}
    )
    page = parse(render("easy", easy(routine), lambda address: address))
    assert "Om VA-ingenjören ber dig" in text(one(page, "li", data_easy=digs.id))
    assert "Vaktmästaren ansvarar. Du är med" in text(one(page, "li", data_easy=mends.id))
