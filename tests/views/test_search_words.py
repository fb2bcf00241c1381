"""Every word of `also` stands on the editors' list, under the name of what it finds, and on no reader's page."""

from __future__ import annotations

from audit.built import Site, find, main, text
from routine.domain.asked_by import asked_by
from routine.domain.model import Routine
from routine.views import addresses as at
from tests.kit.bare import changed

WITH_WORDS = ("roles", "sections", "questions", "actions", "emergency", "guidance", "contacts", "open_questions")


def words_of(routine: Routine) -> list[str]:
    return [word for kind in WITH_WORDS for item in getattr(routine, kind) for word in item.also]


def test_all_that_may_have_words_is_listed_with_them(small: Routine) -> None:
    """Each kind that has the key: a new one would be missed here as well as there."""
    kinds = {
        name
        for name in type(small).model_fields
        for item in (getattr(small, name) if isinstance(getattr(small, name), tuple) else ())
        if hasattr(item, "also")
    }
    assert kinds == {*WITH_WORDS}
    listed = asked_by(small)
    assert listed
    assert words_of(small)
    assert [word for each in listed for word in each.words] == words_of(small)
    assert all(each.words for each in listed)


def test_what_has_one_name_is_listed_once_and_each_of_its_words_too(small: Routine) -> None:
    role, contact = small.roles[0], small.contacts[0]
    alike = changed(
        small,
        roles=(changed(role, also=("ett", "två")), *small.roles[1:]),
        contacts=(changed(contact, label=None, function=role.name, also=("två", "tre")), *small.contacts[1:]),
    )
    listed = asked_by(alike)
    assert listed
    assert [each.words for each in listed if each.title == role.name] == [("ett", "två", "tre")]


def test_they_stand_on_the_editors_page_of_them_and_on_no_readers_page(small_site: Site) -> None:
    readers = [page for page in small_site.pages() if not page.startswith(at.EDITORS.strip("/"))]
    rows = find(main(small_site.page(at.SEARCH_WORDS)), "dd")
    assert ", ".join(text(row) for row in rows).split(", ") == words_of(small_site.routine)
    for words in (each for each in words_of(small_site.routine) if " " in each):
        assert [page for page in readers if words in small_site.read(page)] == []
