"""The statement of accessibility says all that the law wants, from the data, and is linked from every page."""

from __future__ import annotations

import pytest

from audit.built import Site, find, main, parse, text
from routine.domain import wording
from routine.domain.about import Accessibility
from routine.domain.model import Routine
from routine.html.render import render
from routine.views.accessibility import accessibility

pytestmark = pytest.mark.site

PAGE = "/om/tillganglighet/"
DEGREES = {"helt": "alla krav", "delvis": "delvis", "inte": "inte"}


def test_it_says_who_what_how_well_when_how_and_where_to_complain(every_site: Site) -> None:
    routine, said = every_site.routine, text(main(every_site.page(PAGE)))
    statement = routine.accessibility
    for words in (
        routine.organisation.name,
        routine.site.name,
        *(" ".join(failure.what.split()) for failure in statement.failures),
        *(" ".join(failure.reason.split()) for failure in statement.failures),
        wording.long_date(statement.assessed),
        " ".join(statement.method.split()),
        " ".join(statement.feedback.split()),
    ):
        assert words in said, words
    assert ("Kända brister" in said) == bool(statement.failures)
    assert ("Myndigheten för digital förvaltning" in said) == bool(statement.complaint)
    assert ("lagen" in said) == bool(statement.complaint), "which does not bind everybody"
    assert ("EN 301 549" in said) != bool(statement.complaint)
    outward = [link.get("href", "") for link in find(main(every_site.page(PAGE)), "a") if "//" in link.get("href", "")]
    assert outward == ([statement.complaint] if statement.complaint else [])


def test_ours_leads_to_the_authoritys_form(site: Site) -> None:
    assert site.routine.accessibility.complaint == "https://www.digg.se/tdosanmalan"


def shown(small: Routine, statement: Accessibility) -> str:
    html = render("accessibility", accessibility(small.model_copy(update={"accessibility": statement})), str)
    return text(parse(html))


@pytest.mark.parametrize("degree", DEGREES)
def test_each_degree_is_said_in_words(small: Routine, degree: str) -> None:
    failures = small.accessibility.failures if degree != "helt" else ()
    said = shown(small, small.accessibility.model_copy(update={"conformity": degree, "failures": failures}))
    sentences = {
        "helt": "Webbplatsen uppfyller alla krav i lagen. Vi känner inte till några brister.",
        "delvis": "Webbplatsen uppfyller lagens krav delvis.",
        "inte": "Webbplatsen uppfyller inte lagens krav.",
    }
    assert [other for other, sentence in sentences.items() if sentence in said] == [degree]
    assert ("Kända brister" in said) == (degree != "helt")


def test_every_page_leads_to_it(every_site: Site) -> None:
    apart = {"404.html", "om/tillganglighet/index.html"}  # The first knows here not where it lies, and links nowhere.
    for name in {*every_site.pages()} - apart:
        links = [link.get("href", "") for link in find(every_site.tree(name), "a")]
        assert any("tillganglighet/index.html" in link for link in links), name
