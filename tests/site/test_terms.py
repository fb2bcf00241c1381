"""What needs explaining is explained where it is first used on a page, in the words of the data."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

import pytest

from routine.terms import names
from tests.site.reading import Site, find, main, one, text

pytestmark = pytest.mark.site


def explained(element: Element) -> list[str]:
    return [text(word) for word in find(element, "dfn")]


def cards(page: Element) -> list[Element]:
    """The actions and questions of a role's page, in its order."""
    return [element for element in find(page) if {"rg-act", "rg-ask"} & set(element.get("class", "").split())]


def test_no_page_of_a_role_explains_a_word_twice(any_site: Site) -> None:
    for address in ("/latt/", "/rutinen/", *(f"/roller/{role.id}/" for role in any_site.routine.roles)):
        counts = Counter(explained(main(any_site.page(address))))
        assert set(counts.values()) <= {1}, (address, counts)


def test_an_action_that_uses_a_word_comes_after_its_explanation_or_has_it(any_site: Site) -> None:
    met = 0
    for role in any_site.routine.roles:
        page, known = main(any_site.page(f"/roller/{role.id}/")), {role.name}
        for paragraph in find(page, "p", "rg-note"):
            if paragraph not in [each for card in cards(page) for each in card.iter()]:
                known |= set(explained(paragraph))
        for card in cards(page):
            known |= set(explained(card))
            said = text(find(card, "p", "rg-act-text")[0]) if find(card, "p", "rg-act-text") else text(one(card, "h3"))
            notes = " ".join(text(note) for note in find(card, "p", "rg-lines"))
            for term in any_site.routine.terms:
                if names(term.word, said):
                    met += 1
                    assert term.word in known or names(term.word, notes), (role.id, said, term.word)
    assert met


def test_the_meaning_is_the_one_of_the_data(any_site: Site) -> None:
    meanings = {term.word: " ".join(term.meaning.split()) for term in any_site.routine.terms}
    found = [note for address in ("/guide/", "/rutinen/") for note in find(main(any_site.page(address)), "p", "rg-note") if find(note, "dfn")]
    assert found
    for note in found:
        word = text(one(note, "dfn"))
        assert text(note) == f"{word}: {meanings[word]}"


def test_in_the_guide_every_role_meets_the_explanation(any_site: Site) -> None:
    """In the conversation it sees its own steps alone."""
    page = main(any_site.page("/guide/"))
    for role in any_site.routine.roles:
        known: set[str] = set()
        for card in cards(page):
            if role.id in card.get("data-owners", "").split():
                known |= set(explained(card))
                said = text(find(card, data_text="")[0])
                notes = " ".join(text(note) for note in find(card, "p", "rg-lines"))
                missing = [term.word for term in any_site.routine.terms if names(term.word, said) and term.word not in known and not names(term.word, notes)]
                assert not missing, (role.id, said, missing)


def test_a_checklist_has_its_words_on_the_screen_and_not_on_paper(site: Site) -> None:
    found = {}
    for role in site.routine.roles:
        page = main(site.page(f"/checklistor/{role.id}/"))
        for part in find(page, "dl", "rg-terms"):
            found[role.id] = [text(word) for word in find(part, "dt")]
            assert part in list(one(page, "section", "rg-noprint").iter())
    assert "I samråd" in found["den-utsatte"]
    assert "Avropa" in found["kommunens-sakerhetsstrateg"]
