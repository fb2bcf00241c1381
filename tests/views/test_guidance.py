"""What the routine says of the same thing as guidance is nobody else's word: it stands apart from their points."""

from __future__ import annotations

from audit.built import find, one, parse, text
from routine.domain.model import Routine
from routine.html.render import render
from routine.views.contacts import contacts
from routine.views.easy import easy
from routine.views.guidance import guidance
from routine.views.guide import guide
from routine.views.reachable import other_ways
from tests.kit.bare import changed


def test_what_the_routine_says_stands_after_the_source_and_not_among_its_points(small: Routine) -> None:
    page = parse(render("guidance", guidance(small), str))
    assert [(link.attrib["href"], link.text) for link in find(page, "nav")[0].iter("a")] == [
        (f"#{item.id}", item.title) for item in small.guidance
    ], "a page of many pieces of advice begins with what they are"
    for item in small.guidance:
        section = one(page, "section", id=item.id)
        assert text(section).count("Jämför rutinen:") == bool(item.routine)
        if item.routine:
            assert item.routine not in text(find(section, "ul")[0])
            assert text(section).index("Källa:") < text(section).index(item.routine)
    assert any(item.routine for item in small.guidance)


def test_it_stands_beside_the_guidance_that_the_guide_brings_too(small: Routine) -> None:
    """Where somebody has just decided what the guidance has another view of."""
    page = parse(render("guide", guide(small, ()), str))
    for item in small.guidance:
        if shown := find(page, "details", id=f"vag_{item.id}"):
            assert text(shown[0]).count("Jämför rutinen:") == bool(item.routine)
            assert (item.routine or "") in text(shown[0])


def test_who_cannot_ring_is_led_from_the_numbers_to_what_guidance_says(small: Routine) -> None:
    """Where there is any, by what it tells of: no number that only contains the first, and not what stands there."""
    assert other_ways(small) == ()
    urgent, mould = small.guidance
    number = small.emergency[0].number
    silent = changed(mould, points=(f"Nå {number} med sms.",))
    other = changed(mould, id="annat", points=(f"Ring inte {number}0.", f"Ring {number} vid fara."))
    told = changed(small, guidance=(changed(urgent, points=(f"Ring {number}.",)), silent, other))
    assert [item.id for item in other_ways(told)] == [mould.id]
    for name, view in {"contacts": contacts(told), "easy": easy(told)}.items():
        page = parse(render(name, view, str))
        assert [text(a) for a in find(page, "a") if (a.get("href") or "").endswith(f"#{mould.id}")] == [mould.title]
    assert other_ways(changed(small, emergency=())) == ()
