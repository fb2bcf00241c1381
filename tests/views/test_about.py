"""The page about the site tells what has been decided, under its edition, and nothing where nothing was."""

from __future__ import annotations

import pytest

from audit.built import Site, find, parse, text
from routine.domain.model import Routine
from routine.html.render import render
from routine.views.about import about

pytestmark = pytest.mark.site


def editions(html: str) -> list[str]:
    """What stands under each edition, the latest first."""
    (items, *_) = (part for part in find(parse(html), "ul", "rg-plain"))
    return [" ".join(text(note) for note in find(item, "p")) for item in find(items, "li")]


def test_a_decision_stands_under_its_edition_in_plain_swedish(small: Routine) -> None:
    assert editions(render("about", about(small, "Utgåva 2, 1 maj 2024"), str)) == [
        "Godkänd av Rektorn, 25 april 2024, dnr 7. "
        "Beslutat av Byggnadsnämnden, 17 april 2024, punkt 8: rad 1, vem som kan göra det i stället; "
        "rad 6, det som måste sägas eller göras; rad 7, samrådet mellan dem som ansvarar och målgrupperna; "
        "rad 8 är ny; rad 9, tidsgränsen.",
        "Beslutat av Skolnämnden, 30 november 2022, punkt 40: rad 2, vilka som är med; rad 3, villkoren; "
        "rad 5, avsnittet, ansvaret och samrådet; rad 9, tidsgränsen och inte längre målgrupperna; "
        "rad 12 är borttagen.",
    ]


def test_an_edition_without_a_decision_says_nothing_of_one_and_without_an_approval_that(small: Routine) -> None:
    plain = tuple(revision.model_copy(update={"decision": None}) for revision in small.revisions)
    html = render("about", about(small.model_copy(update={"revisions": plain}), ""), str)
    assert editions(html) == ["Godkänd av Rektorn, 25 april 2024, dnr 7.", "Här står inte vem som har godkänt den."]
    assert "Beslutat" not in html


@pytest.mark.parametrize(
    ("part_of", "said"), [("Bilaga 7", "i en skola. Bilaga 7, 29 februari"), (None, "i en skola. 29 februari")]
)
def test_the_source_is_one_sentence_whatever_it_is_part_of(small: Routine, part_of: str | None, said: str) -> None:
    source = small.source.model_copy(update={"part_of": part_of})
    assert said in text(parse(render("about", about(small.model_copy(update={"source": source}), ""), str)))


def test_a_source_whose_title_is_a_question_is_followed_by_no_full_stop(small: Routine) -> None:
    source = small.source.model_copy(update={"title": "Vad gör vi när det läcker?", "part_of": "Bilaga 7"})
    said = text(parse(render("about", about(small.model_copy(update={"source": source}), ""), str)))
    assert "Vad gör vi när det läcker? Bilaga 7, 29 februari" in said


def test_decisions_stand_on_that_page_alone(small_site: Site) -> None:
    said = {name for name in small_site.pages() if "Skolnämnden" in small_site.read(name)}
    assert said == {"om/index.html"}
