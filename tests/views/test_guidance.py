"""What the routine says of the same thing as guidance is nobody else's word: it stands apart from their points."""

from __future__ import annotations

from audit.built import find, one, parse, text
from routine.domain.model import Routine
from routine.html.render import render
from routine.views.guidance import guidance


def test_what_the_routine_says_stands_after_the_source_and_not_among_its_points(small: Routine) -> None:
    page = parse(render("guidance", guidance(small), str))
    for item in small.guidance:
        section = one(page, "section", id=item.id)
        assert text(section).count("Jämför rutinen:") == bool(item.routine)
        if item.routine:
            assert item.routine not in text(find(section, "ul")[0])
            assert text(section).index("Källa:") < text(section).index(item.routine)
    assert any(item.routine for item in small.guidance)
