"""Every link leads to something, in both ways of writing links, and only the data leads out of the site."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from audit.built import TAKEN, Site, find, of, tag
from content.pages import faults, is_own, links, target
from routine.model.steps import Action, Question
from routine.pages import addresses as at
from routine.pages.links import Style, file_of
from routine.site.build import build
from tests.kit.building import paperless
from tests.kit.paths import SMALL

pytestmark = pytest.mark.site

ADDRESS = "https://exempel.se/rutin/"


@pytest.fixture(scope="module", params=["filer", "mappar"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Style]:
    """A site that knows its address, so that the 404 page is made for it."""
    out = tmp_path_factory.mktemp("lank") / "site"
    with paperless():
        build(SMALL, out, address=ADDRESS, style=request.param)
    return of(out, SMALL), request.param


def own(site: Site) -> list[tuple[str, str, str]]:
    """Page, holder and address of everything that stays on the site, the 404 page apart."""
    pages = [page for page in site.pages() if page != "404.html"]
    return [(page, what, address) for page in pages for what, address in links(site.tree(page)) if is_own(address)]


def test_every_link_is_there_in_the_style_asked_for_and_counts_from_no_root(built: tuple[Site, Style]) -> None:
    """From the server's root it would break on a file share, and under a folder."""
    site, style = built
    assert len(own(site)) > 200
    for page, what, address in own(site):
        path = urlsplit(address).path
        assert not faults(site, page, address)
        assert not path.startswith("/"), page
        if what == "a[href]" and path and not path.endswith((".json", ".pdf")):
            assert path.endswith(".html") == (style == "filer" or path.endswith(TAKEN)), (page, address)


def test_the_404_page_holds_at_any_depth(built: tuple[Site, Style]) -> None:
    site, _ = built
    found = [address for _, address in links(site.tree("404.html")) if is_own(address) and not address.startswith("#")]
    assert found
    assert [address for address in found if not address.startswith("/rutin/")] == []
    assert [fault for address in found for fault in faults(site, "404.html", address, root="/rutin/")] == []


def test_every_link_of_a_site_without_an_address_is_there(small_site: Site) -> None:
    hits = [("index.html", "", entry["href"]) for entry in small_site.search_index()]
    assert len(hits) > 20
    assert [
        fault for page, _, address in (*own(small_site), *hits) for fault in faults(small_site, page, address)
    ] == []


def test_only_the_data_leads_out_and_tells_nobody_where_from(small_site: Site) -> None:
    routine = small_site.routine
    stated = {routine.site.leave, routine.site.edit, routine.accessibility.complaint}
    stated |= {item.source.url for item in routine.guidance}
    stated |= {option.source.url for question in routine.open_questions for option in question.options}
    found = set()
    for page in small_site.pages():
        for element in small_site.tree(page).iter():
            for name in ("href", "src"):
                address = element.get(name, "")
                if address and not is_own(address) and not address.startswith("tel:"):
                    found.add(address)
                    assert (tag(element), name) == ("a", "href"), f"{page}: {address}"
                    assert "noreferrer" in element.get("rel", "").split(), f"{page}: {address}"
                    assert element.get("target") is None, f"{page}: {address}"
    assert found == stated - {None}


def test_every_telephone_link_calls_the_number_that_it_shows(small_site: Site) -> None:
    shown = set()
    for page in small_site.pages():
        for link in find(small_site.tree(page), "a"):
            if link.get("href", "").startswith("tel:"):
                shown.add(re.sub(r"[^+\d]", "", "".join(link.itertext())))
                assert link.attrib["href"].removeprefix("tel:") in shown, page
    routine = small_site.routine
    numbers = [each.number for each in routine.emergency]
    numbers += [each.number for each in routine.contacts if each.number]
    assert {re.sub(r"[^+\d]", "", number) for number in numbers} <= shown


def led_to(part: Element) -> list[str]:
    """The anchors that it leads to, apart from the mark of a reading."""
    marks = {link for mark in find(part, "span", "rg-reading") for link in find(mark, "a")}
    return [link.attrib["href"].partition("#")[2] for link in find(part, "a") if link not in marks]


def test_what_names_a_step_leads_to_that_step(small_site: Site) -> None:
    """Not only to its page: from the chart and the search."""
    for page in small_site.pages():
        for step in find(small_site.tree(page), "li", data_step=None):
            assert led_to(step)[0] == step.attrib["data-step"], page
    routine = small_site.routine
    steps: tuple[Action | Question, ...] = (*routine.actions, *routine.questions)
    hits = {(entry["title"], entry["href"].partition("#")[2]) for entry in small_site.search_index()}
    assert {(step.text, step.id) for step in steps} <= hits


def test_every_page_can_be_reached_from_the_start_and_the_menu_marks_it_alone(small_site: Site) -> None:
    found, todo = set(), ["index.html"]
    ways = [(page, target(small_site, page, address)[0]) for page, what, address in own(small_site) if what[0] == "a"]
    while todo:
        page = todo.pop()
        found.add(page)
        todo += {to for at, to in ways if at == page and to.endswith(".html")} - found
    assert found == {*small_site.pages(), TAKEN} - {"404.html", file_of(at.MOVED)}
    for page in small_site.pages():
        marked = find(small_site.tree(page), "a", aria_current="page")
        assert {target(small_site, page, element.attrib["href"])[0] for element in marked} <= {page}, page
        assert marked or not page.startswith("roller/"), page


def test_the_folder_can_lie_anywhere(small_site: Site, tmp_path: Path) -> None:
    """Built twice in different places, with the same bytes: nothing of the path is in it."""
    out = tmp_path / "annan plats" / "åäö"
    build(SMALL, out)
    for name in small_site.files():
        assert (out / name).read_bytes() == (small_site.folder / name).read_bytes(), name
