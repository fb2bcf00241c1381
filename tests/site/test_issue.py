"""Every page says the edition that what is printed says, and that its text is in none where a sheet is a draft."""

from __future__ import annotations

import pytest

from audit.built import Site, find, parse, text
from routine.editions.record import Issued, Record
from routine.html.render import render
from routine.print.imprint import issue_of_all, sheets
from routine.publish.pages import PAGES, Given
from tests.kit.building import Workshop
from tests.kit.sites import site_of

BEFORE, AFTER, IN_FORCE = "Utkast till utgåva 1", "Utkast efter utgåva 2", "Utgåva 2, 1 maj 2024"


def feet(site: Site) -> set[str]:
    """How the foot of each page begins."""
    feet = (find(parse(site.read(name)), "footer") for name in site.pages())
    return {text(foot).partition(".")[0].strip() for foot, *_ in feet}


def test_a_text_of_an_edition_says_which(small_site: Site) -> None:
    assert feet(small_site) == {IN_FORCE}


def test_a_text_that_has_changed_since_says_so(draft_site: Site) -> None:
    assert feet(draft_site) == {AFTER}


def test_a_text_before_the_first_edition_says_so(workshop: Workshop) -> None:
    assert feet(site_of("region", workshop)) == {BEFORE}


@pytest.mark.parametrize(
    ("edition", "said"), [("2", "2, 1 maj 2024"), ("1", "1, 15 januari 2023"), ("", "Utkast till utgåva 2")]
)
def test_the_page_about_the_guide_says_the_edition_in_force(small_site: Site, edition: str, said: str) -> None:
    """That an edition stands first in the file does not put it in force: it has to be entered."""
    routine = small_site.routine
    record: Record = (Issued(edition, sheets(routine)),) if edition else ()
    (page,) = (page for page in PAGES if page.name == "about")
    assert f"<dd>{said}</dd>" in render("about", page.view(Given(routine, record)), str)
    assert issue_of_all(routine, record).endswith(said)
