"""What needs explaining is explained where it is first used on a page, in the words of the data."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

import pytest

from audit.built import Site, find, main, one, tag, text
from routine.domain.model import Routine
from routine.domain.terms import names
from routine.views.guide import guide

pytestmark = pytest.mark.site


def explained(element: Element) -> list[str]:
    return [text(word) for word in find(element, "dfn")]


def cards(page: Element) -> list[Element]:
    """The actions and questions of a role's page, in its order."""
    return [element for element in find(page) if {"rg-act", "rg-ask"} & set(element.get("class", "").split())]


def test_no_page_of_a_role_explains_a_word_twice(every_site: Site) -> None:
    easy = ("/latt/",) if every_site.routine.easy else ()
    for address in (*easy, "/rutinen/", *(f"/roller/{role.id}/" for role in every_site.routine.roles)):
        counts = Counter(explained(main(every_site.page(address))))
        assert set(counts.values()) <= {1}, (address, counts)


def said(card: Element) -> str:
    """What a card says itself: neither what explains it nor what is to be said to others."""
    apart = {
        each
        for part in find(card)
        if {"rg-say", "rg-advice", "rg-lines", "rg-who", "rg-open", "rg-ways"} & set(part.get("class", "").split())
        for each in part.iter()
    }
    return ". ".join(
        text(each)
        for each in find(card)
        if tag(each) in {"p", "li", "h3", "h4", "summary"}
        and each not in apart
        and each is not card
        and not find(each, "dfn")
    )


def in_order(page: Element) -> list[Element]:
    """Definitions and cards as they come down the page."""
    return [
        each for each in find(page) if tag(each) == "dfn" or {"rg-act", "rg-ask"} & set(each.get("class", "").split())
    ]


def test_an_action_that_uses_a_word_comes_after_its_explanation_or_has_it(every_site: Site) -> None:
    met = 0
    for role in every_site.routine.roles:
        known = {role.name}
        for each in in_order(main(every_site.page(f"/roller/{role.id}/"))):
            known |= {text(each)} if tag(each) == "dfn" else set(explained(each))
            if tag(each) == "dfn":
                continue
            details = " ".join(text(note) for note in find(each, "p", "rg-lines"))
            for term in every_site.routine.terms:
                if names(term.word, said(each)):
                    met += 1
                    assert term.word in known or names(term.word, details), (role.id, said(each), term.word)
    assert met >= len(every_site.routine.terms)


def test_that_several_do_it_in_consultation_is_explained_at_the_first_of_them(every_site: Site) -> None:
    """On the page of the whole routine the words stand beside the owners' names."""
    rows = find(main(every_site.page("/rutinen/")), "tr", data_action=None)
    rows = [row for row in rows if "i samråd" in text(row).lower()]
    told = [term.word for term in every_site.routine.terms if names(term.word, "i samråd")]
    assert bool(rows) == any(action.jointly or action.consulted for action in every_site.routine.actions)
    assert not rows or set(told) <= set(explained(rows[0]))


def test_the_meaning_is_the_one_of_the_data(every_site: Site) -> None:
    meanings = {
        term.word: " ".join(term.meaning.split()) + " ≈ tolkning" * (term.basis == "tolkning")
        for term in every_site.routine.terms
    }
    found = [
        note
        for address in ("/guide/", "/rutinen/")
        for note in find(main(every_site.page(address)), "p", "rg-note")
        if find(note, "dfn")
    ]
    assert bool(found) == bool(meanings)
    for note in found:
        word = text(one(note, "dfn"))
        assert text(note) == f"{word}: {meanings[word]}"


def test_in_the_guide_every_role_meets_the_explanation(every_site: Site) -> None:
    """In the conversation it sees its own steps alone."""
    for role in every_site.routine.roles:
        known: set[str] = set()
        for card in cards(main(every_site.page("/guide/"))):
            if role.id in [link.get("data-owner") for link in card.iter("a")]:
                known |= set(explained(card))
                details = " ".join(text(note) for note in find(card, "p", "rg-lines"))
                missing = [
                    term.word
                    for term in every_site.routine.terms
                    if names(term.word, said(card)) and term.word not in known and not names(term.word, details)
                ]
                assert not missing, (role.id, said(card), missing)


def test_in_the_guide_a_word_that_two_roles_meet_is_explained_to_both(small: Routine) -> None:
    """Here `huvudkran`, which the caretaker meets anyhow, is put into a step of the headmaster's."""
    actions = tuple(
        action.model_copy(update={"text": "Titta på huvudkranen"} if action.id == "flytta-klassen" else {})
        for action in small.actions
    )
    terms = guide(small.model_copy(update={"actions": actions})).terms
    assert {id for id, found in terms.items() if "Huvudkran" in {term.word for term in found}} == {
        "stang-kranen",
        "flytta-klassen",
    }


def test_a_page_that_shows_every_action_lists_their_hard_words(every_site: Site) -> None:
    met = {
        term.word
        for term in every_site.routine.terms
        if any(names(term.word, action.text) for action in every_site.routine.actions)
    }
    for address in ("/flode/", "/vem-gor-vad/"):
        lists = find(main(every_site.page(address)), "dl", "rg-terms")
        assert len(lists) == bool(met), address
        listed = [text(word) for part in lists for word in find(part, "dt")]
        assert met <= set(listed), address
        assert len(listed) == len(set(listed)), address


def test_a_checklist_has_its_words_on_the_screen_and_not_on_paper(site: Site) -> None:
    found = {}
    for role in site.routine.roles:
        page = main(site.page(f"/checklistor/{role.id}/"))
        for part in find(page, "dl", "rg-terms"):
            found[role.id] = [text(word) for word in find(part, "dt")]
            assert part in list(one(page, "section", "rg-noprint").iter())
    assert "I samråd" in found["den-utsatte"]
    assert "Avropa" in found["kommunens-sakerhetsstrateg"]
