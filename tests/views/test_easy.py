"""Lätt att läsa: all that the adopted routine says to the one who has
been exposed, in easier words, and nothing that it does not say."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from audit.built import Site, find, main, one, parse, text
from audit.readability import blocks, lix
from routine.domain import wording
from routine.domain.model import Action, Claim, Consulted, EasyRole, EasyStep, Proxy, Routine, Told
from routine.html.render import render
from routine.rules.easy import easy_words_missing, easy_words_unneeded
from routine.views.easy import easy

pytestmark = pytest.mark.site

PAGE = "/latt/"
EASY = 30  # LIX: what Björnsson calls very easy.
LESS = 4  # How much easier than with all words.


def parts_in(action: Action) -> dict[str, str]:
    """Role → what it has to do with the action, by the fields of the model."""
    parts = {told.role: "for" for told in action.helps}
    parts |= dict.fromkeys(action.consulted.roles if action.consulted else (), "consulted")
    parts |= {told.role: "with" for told in (*action.participants, *((action.proxy,) if action.proxy else ()))}
    return parts | dict.fromkeys(action.responsible, "own")


def test_every_step_that_concerns_the_role_stands_there_once(any_site: Site) -> None:
    routine, role = any_site.routine, any_site.routine.easy.role
    touched = [action.id for action in routine.actions if role in parts_in(action)]
    touched += [question.id for question in routine.questions if role in question.answered_by]
    page = main(any_site.page(PAGE))
    assert Counter(element.attrib["data-easy"] for element in find(page, data_easy=None)) == Counter(touched)
    for item in routine.easy.steps:
        shown = text(one(page, data_easy=item.step)).lower()
        assert all(" ".join(line.split()).lower() in shown for line in item.lines), item.step


def test_who_does_it_comes_from_the_actions(any_site: Site) -> None:
    """And is said with every deed, so that nobody takes it for their own."""
    routine, page, role = any_site.routine, main(any_site.page(PAGE)), any_site.routine.easy.role
    deeds = {action.id: action for action in routine.actions if parts_in(action).get(role) in {"for", "consulted"}}
    shown = {
        deed.attrib["data-easy"]: (text(one(part, "h3")), deed)
        for part in find(page, "section", "rg-helper")
        for deed in find(part, "li")
    }
    assert shown.keys() == deeds.keys()
    for id, action in deeds.items():
        section, deed = shown[id]
        assert section == routine.section(action.section).title
        assert text(one(deed, "b")) == wording.together(routine.role(owner).name for owner in action.responsible)
        assert not action.within or action.within.text in text(deed)


def test_who_the_others_are_is_said_once(any_site: Site) -> None:
    page, routine = text(main(any_site.page(PAGE))), any_site.routine
    for item in routine.easy.roles:
        own = " ".join(line for step in routine.easy.steps for line in step.lines)
        assert all(page.count(" ".join(line.split())) == 1 + own.count(line) for line in item.lines), item.role


def test_a_hard_word_is_explained_where_it_is_used(any_site: Site) -> None:
    page, routine = main(any_site.page(PAGE)), any_site.routine
    assert find(page, "dfn")
    for word in find(page, "dfn"):
        (place,) = [element for element in find(page, data_easy=None) if word in list(element.iter())] or [page]
        assert len(re.findall(re.escape(text(word)), text(place), re.IGNORECASE)) > 1, text(word)
    assert {text(word) for word in find(page, "dfn")} <= {term.word for term in routine.terms}


def test_whom_to_talk_to_comes_from_the_actions(site: Site) -> None:
    routine, role = site.routine, site.routine.easy.role
    consulted = [
        (action.id, action.consulted)
        for action in routine.actions
        if action.consulted and action.part_of(role) == "own"
    ]
    assert consulted
    for id, who in consulted:
        assert wording.talk(routine, who) in text(one(main(site.page(PAGE)), data_easy=id))


def test_it_is_the_role_that_the_routine_begins_with(site: Site) -> None:
    assert site.routine.actions[0].responsible == (site.routine.easy.role,)


def test_it_is_reached_from_the_start_page_and_from_the_roles_own(any_site: Site) -> None:
    for address in ("/", f"/roller/{any_site.routine.easy.role}/"):
        links = [link for link in find(main(any_site.page(address)), "a") if text(link) == "Lätt att läsa"]
        assert [link.attrib["href"].removesuffix("index.html").rstrip("/").rpartition("/")[2] for link in links] == [
            "latt"
        ], address


def test_it_is_easier_than_the_roles_own_page(site: Site) -> None:
    """The names of roles, which are long words and stand on both, are not what makes a page hard:
    each counts as one short word."""
    named = re.compile("|".join(re.escape(role.name) for role in site.routine.roles), re.IGNORECASE)
    pages = (PAGE, f"/roller/{site.routine.easy.role}/")
    ours, theirs = (lix([named.sub("hon", block) for block in blocks(main(site.page(address)))]) for address in pages)
    assert ours < EASY
    assert ours < theirs - LESS


def changed(routine: Routine, **updates: dict[str, object]) -> Routine:
    """With some actions changed, each with easy words of its own."""
    ids = {id.replace("_", "-"): update for id, update in updates.items()}
    actions = tuple(action.model_copy(update=ids.get(action.id, {})) for action in routine.actions)
    steps = (*routine.easy.steps, *(EasyStep(step=id, lines=(f"lätt {id}",)) for id in ids))
    return routine.model_copy(update={"actions": actions, "easy": routine.easy.model_copy(update={"steps": steps})})


def test_every_part_that_a_role_may_have_reads_as_such(small: Routine) -> None:
    """The small routine's role has two of them: here it is given the others."""
    role = small.easy.role
    routine = changed(
        small,
        grav_upp_ledningen={"proxy": Proxy(role=role, text="Gräv", basis="kalla")},
        byt_roret={
            "participants": (Told(role=role, text="Se på", basis="kalla"),),
            "say": (Claim(text="Nu byter jag röret.", basis="kalla"),),
            "requirement": Claim(text="Skriv upp det.", basis="kalla"),
        },
        mata_flodet={"consulted": Consulted(mode="alla", roles=(role,), basis="kalla")},
        flytta_klassen={"responsible": ("rektorn", role)},
    )
    page = parse(render("easy", easy(routine), lambda address: address))
    assert "Om VA-ingenjören ber dig." in text(one(page, "li", data_easy="grav-upp-ledningen"))
    assert "Vaktmästaren har ansvaret. Du deltar. När kranen är stängd Inom tre dagar" in text(
        one(page, "li", data_easy="byt-roret")
    )
    assert text(one(page, "li", data_easy="mata-flodet")) == "VA-ingenjören lätt mata-flodet"
    assert "De här frågar vad du tycker" in [text(heading) for heading in find(page, "h2")]
    assert "Ni gör det tillsammans: du och rektorn." in text(one(page, "li", data_easy="flytta-klassen"))
    assert not any(words in text(page) for words in ("Nu byter jag röret", "Skriv upp det")), (
        "what is its owner's to say and to see to"
    )


def test_who_is_only_talked_to_is_presented_at_the_end(small: Routine) -> None:
    routine = changed(small, sag_till={"consulted": Consulted(mode="alla", roles=("rektorn",), basis="kalla")})
    words = routine.easy.model_copy(
        update={"roles": (*routine.easy.roles, EasyRole(role="rektorn", lines=("Rektorn leder skolan.",)))}
    )
    page = parse(render("easy", easy(routine.model_copy(update={"easy": words})), lambda address: address))
    assert "Prata med rektorn." in text(one(page, "li", data_easy="sag-till"))
    (last,) = [
        section for section in find(page, "section") if "Rektorn" in [text(heading) for heading in find(section, "h3")]
    ]
    assert text(last) == "RektornRektorn leder skolan."


def test_the_rule_wants_the_same_and_no_more(small: Routine) -> None:
    routine = changed(small, mata_flodet={"consulted": Consulted(mode="alla", roles=(small.easy.role,), basis="kalla")})
    assert [finding.message for finding in easy_words_missing(routine)] == [
        "Rollen ”va-ingenjoren” saknas under roles: VA-ingenjören."
    ]
    assert list(easy_words_unneeded(routine)) == []
    nobody = routine.model_copy(update={"easy": routine.easy.model_copy(update={"role": "ingen"})})
    assert next(easy_words_missing(nobody)).path == ("easy", "role")
    assert len(list(easy_words_unneeded(nobody))) == len(routine.easy.steps) + len(routine.easy.roles)
