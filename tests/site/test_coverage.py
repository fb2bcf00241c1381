"""Every action stands where it should, once, with those who own it and with nobody else. Holds for any routine."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from audit.built import Site, find, ids, main, one, plain, tag, text
from routine.model.model import Routine
from routine.model.steps import Action, Question

pytestmark = pytest.mark.site


def steps(routine: Routine) -> tuple[Action | Question, ...]:
    """Everything that is done or asked."""
    return (*routine.actions, *routine.questions)


def own_actions(page: Element) -> list[str]:
    """The actions that a role's page gives as the role's own."""
    return [element.attrib["data-action"] for element in find(main(page), data_action=None)]


def test_every_step_stands_once_in_what_shows_them_all(small_site: Site) -> None:
    """With its number in the source if it has one; where none has, there is no column of them."""
    routine = small_site.routine
    wanted = [(action.id, str(action.row) if action.row else None) for action in routine.actions]
    page = small_site.page("/rutinen/")
    assert [(row.attrib["data-action"], row.get("data-row")) for row in find(page, "li", data_action=None)] == wanted
    assert [row.attrib["data-action"] for row in find(page, "tr", data_action=None)] == [id for id, _ in wanted]
    listed = [element.attrib["data-step"] for element in find(page, "li", data_step=None)]
    assert sorted(listed) == sorted(step.id for step in steps(routine))
    page = small_site.page("/guide/")
    assert sorted(element.attrib["id"] for element in find(page, "li", "rg-act")) == sorted(
        action.id for action in routine.actions
    )
    asked = [element.attrib["id"] for element in find(page, "li", "rg-ask")]
    assert sorted(asked) == sorted(question.id for question in routine.questions)


def test_every_step_is_its_owners_own_and_nobody_elses(small_site: Site) -> None:
    routine = small_site.routine
    for role in routine.roles:
        wanted = Counter(action.id for action in routine.actions if role.id in action.responsible)
        assert Counter(own_actions(small_site.page(f"/roller/{role.id}/"))) == wanted, role.id
    for role in routine.roles:
        asked = [question.id for question in routine.questions if role.id in question.answered_by]
        page = small_site.page(f"/roller/{role.id}/")
        assert [element.attrib["id"] for element in find(page, "section", "rg-ask")] == asked, role.id


def test_each_of_a_roles_own_steps_has_a_box_in_its_label(small_site: Site) -> None:
    for role in small_site.routine.roles:
        for step in find(main(small_site.page(f"/roller/{role.id}/")), data_action=None):
            (label,) = (label for label in find(step, "label") if find(label, "input", type="checkbox"))
            assert text(label), role.id


def test_every_open_question_stands_once_and_every_step_it_touches_leads_there(small_site: Site) -> None:
    routine = small_site.routine
    items = find(small_site.page("/om/"), "section", "rg-open-item")
    assert [item.attrib["id"] for item in items] == [question.id for question in routine.open_questions]
    for item in items:
        touched = [step.text for step in steps(routine) if item.attrib["id"] in step.open_questions]
        assert [text(link) for link in find(item, "a")] == touched
    for step in steps(routine):
        place = one(small_site.page("/rutinen/" if isinstance(step, Action) else "/guide/"), id=step.id)
        told = [link.attrib["href"] for part in find(place, "p", "rg-open") for link in find(part, "a")]
        assert sorted(each.partition("#")[2] for each in told) == sorted(step.open_questions), step.id


def test_every_page_has_a_title_a_heading_a_description_and_ids_of_its_own(small_site: Site) -> None:
    seen = Counter[tuple[str, str]]()
    for page in map(small_site.tree, small_site.pages()):
        described = one(page, "meta", name_="description").attrib["content"]
        seen.update({("title", text(find(page, "title")[0])), ("h1", text(one(page, "h1"))), ("meta", described)})
        assert len(ids(page)) == len({*ids(page)})
        levels = [1] + [int(tag(each)[1]) for each in main(page).iter() if re.fullmatch("h[1-6]", tag(each))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert all(said and count == 1 for (_, said), count in seen.items()), seen.most_common(3)


def test_a_word_is_explained_once_a_page_in_the_words_of_the_data(small_site: Site) -> None:
    meanings = {term.word: plain(term.meaning) for term in small_site.routine.terms}
    roles = [f"/roller/{role.id}/" for role in small_site.routine.roles]
    for address in ("/rutinen/", *roles):
        page = main(small_site.page(address))
        count = Counter(text(word) for word in find(page, "dfn"))
        assert {*count.values()} <= {1}, address
        notes = [text(note) for note in find(page, "p", "rg-note") if find(note, "dfn")]
        for word, _, said in (note.partition(": ") for note in notes):
            assert said.startswith(meanings[word]), (address, word)


def test_no_title_and_no_description_tells_the_subject(site: Site) -> None:
    """Browsers keep both for every page that has been visited."""
    for name in site.pages():
        head = one(site.tree(name), "head")
        said = [text(one(head, "title")), *(element.get("content", "") for element in find(head, "meta"))]
        for word in ("hot", "våld", "utsatt", "polis", "trakasseri"):
            assert word not in " ".join(said).casefold(), name
