"""The page of contacts says when a number answers."""

from __future__ import annotations

from audit.built import Site, main, one, text


def test_a_number_stands_with_its_hours(small_site: Site) -> None:
    page = main(small_site.page("/kontakter/"))
    told = [each for each in small_site.routine.contacts if each.number and each.hours]
    assert told
    for contact in told:
        assert f"Öppet {contact.hours}." in text(one(page, "li", id=contact.id))
