"""A–Ö has each name once, with all that bears it."""

from __future__ import annotations

from audit.built import find, one, parse, text
from routine.changes.known import Known
from routine.domain.model import Routine
from routine.html.render import render
from routine.publish.pages import LISTED
from routine.publish.sought import sought
from routine.views import addresses as at
from routine.views.addresses import READINGS
from routine.views.index import WORD, Index, Name, entries, index
from routine.views.shell import tab_title
from tests.kit.bare import changed


def names(view: Index) -> list[Name]:
    return [name for _, group in view.letters for name in group]


def named(routine: Routine, action: str, word: str) -> Routine:
    """With another text for the first action, and another first word."""
    actions = (routine.actions[0].model_copy(update={"text": action}), *routine.actions[1:])
    terms = (routine.terms[0].model_copy(update={"word": word}), *routine.terms[1:])
    return routine.model_copy(update={"actions": actions, "terms": terms})


def test_no_name_comes_twice_and_nothing_is_left_out(real: Routine, small: Routine) -> None:
    role = small.roles[0].name
    for routine in (real, small, named(small, role, role), named(small, role.upper(), role)):
        found = names(index(routine, LISTED))
        assert len({name.title for name in found}) == len(found)
        things = [entry for name in found for entry in name.things]
        words = [name.title for name in found if name.meaning]
        assert sorted(map(repr, things)) == sorted(
            repr(entry) for entry in entries(routine, LISTED) if entry.kind != WORD
        )
        assert sorted(words) == sorted(term.word for term in routine.terms)


def test_what_shares_a_name_can_still_be_found(small: Routine) -> None:
    """The name leads to the first of them, the others by their kind; the word's meaning and place are there too."""
    role, term = small.roles[0].name, small.terms[0]
    tree = parse(render("index", index(named(small, role, role), LISTED), str))
    group = next(
        group
        for group in find(one(tree, "body"), "div")
        if group.get("id", "").startswith("ord_") and role in text(group)
    )
    assert [(text(link), link.get("href")) for link in find(group, "a")] == [
        (role, f"/roller/{small.roles[0].id}/"),
        ("Steg", f"/guide/#{small.actions[0].id}"),
        ("≈ tolkning", READINGS),
    ]
    meaning = f"{' '.join(term.meaning.split())} ≈ tolkning"
    assert [text(part) for part in find(group, "dd")] == ["Roll", "Steg", meaning]


def test_an_abbreviation_keeps_its_capitals_in_the_index_and_in_a_tab(small: Routine) -> None:
    role = small.roles[0].model_copy(update={"name": "HR-chefen", "tab": "IT och larm"})
    routine = small.model_copy(update={"roles": (role, *small.roles[1:])})
    titles = {entry.title for entry in entries(routine, LISTED)}
    assert "Checklista, HR-chefen" in titles
    assert tab_title(routine, f"/checklistor/{role.id}/", LISTED) == "Checklista, IT och larm"


def test_a_contacts_name_keeps_its_capital_letter_since_it_may_be_a_proper_name(small: Routine) -> None:
    contact = small.contacts[0].model_copy(update={"function": "Brottsofferjouren", "label": None})
    routine = small.model_copy(update={"contacts": (contact, *small.contacts[1:])})
    for found in (entries(routine, LISTED), sought(routine, LISTED)):
        numbers = [each.title for each in found if each.kind == "Kontakt" and each.address == at.contact(contact.id)]
        assert numbers == ["Nummer: Brottsofferjouren"]
    assert Known(routine).name("contacts", contact.id) == "”Brottsofferjouren”"


def test_names_stand_as_in_a_swedish_list(small: Routine) -> None:
    """Word by word, a figure in it first, and neither a hyphen, an accent nor a quotation mark moves a name."""
    told = ["A-kassan", "Allt", "Élitchefen", "Ring 112", "Ring polisen", "Ringa in", "”Zon”", "Ås", "Ö", "112"]
    terms = tuple(changed(small.terms[0], word=word) for word in reversed(told))
    found = [(letter, name.title) for letter, group in index(changed(small, terms=terms), ()).letters for name in group]
    assert [each for each in found if each[1] in told] == list(zip("AAERRRZÅÖ#", told, strict=True))
