"""Every link leads to something, in both ways of writing links, and only the data leads out of the site."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from audit.built import TAKEN, Site, find, of, tag
from content.addresses import faults, is_own, links, target
from routine.build import build
from routine.html.links import Style
from routine.publish.scripts import LATER
from tests.kit.paths import REAL, SMALL

pytestmark = pytest.mark.site

ADDRESS = "https://exempel.se/rutin/"
BUILT = [
    *(pytest.param(each, id=f"{each[0].stem}-{each[1]}") for each in ((SMALL, "filer"), (SMALL, "mappar"))),
    *(
        pytest.param(each, id=f"{each[0].stem}-{each[1]}", marks=pytest.mark.full)
        for each in ((REAL, "filer"), (REAL, "mappar"))
    ),
]


@pytest.fixture(scope="module", params=BUILT)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Style]:
    """A site that knows its address, so that the 404 page is made for it."""
    data, style = request.param
    out = tmp_path_factory.mktemp("lank") / "site"
    build(data, out, address=ADDRESS, style=style)
    return of(out, data), style


def test_every_link_leads_to_a_file_and_a_place_that_are_there(built: tuple[Site, Style]) -> None:
    site, _ = built
    own = [
        (page, address)
        for page in site.pages()
        if page != "404.html"
        for _, address in links(site.tree(page))
        if is_own(address)
    ]
    assert len(own) > 500
    assert [fault for page, address in own for fault in faults(site, page, address)] == []


def test_no_link_counts_from_the_servers_root(built: tuple[Site, Style]) -> None:
    """It would break on a file share, and under a folder."""
    site, _ = built
    absolute = [
        (page, address)
        for page in site.pages()
        if page != "404.html"
        for _, address in links(site.tree(page))
        if address.startswith("/") or ADDRESS in address
    ]
    assert absolute == []


def test_links_are_written_in_the_style_asked_for(built: tuple[Site, Style]) -> None:
    site, style = built
    pages = [
        (page, urlsplit(address).path)
        for page in site.pages()
        for what, address in links(site.tree(page))
        if what == "a[href]" and is_own(address)
    ]
    paths = [(page, path) for page, path in pages if path and not path.endswith((".json", ".pdf"))]
    wrong = (
        [pair for pair in paths if pair[1].endswith("/index.html") or pair[1] == "index.html"]
        if style == "mappar"
        else [pair for pair in paths if not pair[1].endswith(".html")]
    )
    assert wrong == []


def test_the_404_page_holds_at_any_depth(built: tuple[Site, Style]) -> None:
    site, _ = built
    own = [address for _, address in links(site.tree("404.html")) if is_own(address) and not address.startswith("#")]
    assert own
    assert [address for address in own if not address.startswith("/rutin/")] == []
    assert [fault for address in own for fault in faults(site, "404.html", address, root="/rutin/")] == []
    assert {address for _, address in links(site.tree("404.html")) if address.startswith("#")} == {"#_innehall"}


def test_only_the_data_leads_out_and_tells_nobody_where_from(built: tuple[Site, Style]) -> None:
    site, _ = built
    routine = site.routine
    allowed = {
        routine.site.leave,
        routine.site.edit,
        routine.accessibility.complaint,
        *(item.source.url for item in routine.guidance),
    } - {None}
    found = set()
    for page in site.pages():
        for element in site.tree(page).iter():
            for name in ("href", "src"):
                address = element.get(name, "")
                if address and not is_own(address) and not address.startswith("tel:"):
                    found.add(address)
                    assert (tag(element), name) == ("a", "href"), f"{page}: {address}"
                    assert address in allowed, f"{page}: {address}"
                    assert "noreferrer" in element.get("rel", "").split(), f"{page}: {address} saknar rel=noreferrer"
                    assert element.get("target") is None, f"{page}: {address}"
    assert found == allowed


def test_every_telephone_link_calls_the_number_that_it_shows(every_site: Site) -> None:
    shown = set()
    for page in every_site.pages():
        for link in find(every_site.tree(page), "a"):
            if link.get("href", "").startswith("tel:"):
                words = "".join(link.itertext())
                digits = "".join(sign for sign in words if sign in "+0123456789")
                assert link.attrib["href"] == f"tel:{digits}", f"{page}: {words}"
                shown.add(digits)
    numbers = [number.number for number in every_site.routine.emergency] + [
        contact.number for contact in every_site.routine.contacts if contact.number
    ]
    known = {"".join(sign for sign in number if sign in "+0123456789") for number in numbers}
    points = " ".join(point for item in every_site.routine.guidance for point in item.points)
    assert known <= shown <= known | {*re.findall(r"\b[Rr]ing (11\d+)\b", points)}


def test_what_names_a_step_leads_to_that_step(built: tuple[Site, Style]) -> None:
    """Not only to its page: from the matrix, the list of the chart,
    the pages' words on what others do, and the search."""
    site, _ = built
    steps = {action.text: action.id for action in site.routine.actions} | {
        question.text: question.id for question in site.routine.questions
    }
    for row in find(site.page("/vem-gor-vad/"), "tr", data_action=None):
        assert led_to(row) == [row.attrib["data-action"]]
    for page in site.pages():
        for deed in find(site.tree(page), "li", data_deed=None):
            assert led_to(deed) == [deed.attrib["data-deed"]], page
        for step in find(site.tree(page), "li", data_step=None):
            assert find(step, "a")[0].attrib["href"].partition("#")[2] == step.attrib["data-step"], page
    places = {(entry["title"], entry["href"].partition("/")[0]): entry["href"] for entry in site.search_index()}
    assert {words: places[words, "roller"].partition("#")[2] for words in steps} == steps


def led_to(part: Element) -> list[str]:
    """The anchors that it leads to, apart from the mark of a reading."""
    marks = {link for mark in find(part, "span", "rg-reading") for link in find(mark, "a")}
    return [link.attrib["href"].partition("#")[2] for link in find(part, "a") if link not in marks]


def test_every_page_can_be_reached_from_the_start(every_site: Site) -> None:
    found, todo = set(), ["index.html"]
    while todo:
        page = todo.pop()
        if page in found:
            continue
        found.add(page)
        for what, address in links(every_site.tree(page)):
            if what == "a[href]" and is_own(address):
                file = target(every_site, page, address)[0]
                todo += [file] if file.endswith(".html") else []
    assert found == {*every_site.pages(), TAKEN} - {"404.html"}


def test_the_menu_marks_the_page_that_is_shown_and_no_other(every_site: Site) -> None:
    for page in every_site.pages():
        marked = find(every_site.tree(page), "a", aria_current="page")
        assert {target(every_site, page, element.attrib["href"])[0] for element in marked} <= {page}, page
    for role in every_site.routine.roles:
        assert find(every_site.page(f"/roller/{role.id}/"), "a", aria_current="page"), role.id


def test_every_hit_of_the_search_leads_to_a_place_that_is_there(every_site: Site) -> None:
    entries = every_site.search_index()
    assert len(entries) > 20
    assert [fault for entry in entries for fault in faults(every_site, "index.html", entry["href"])] == []


def test_the_search_loads_from_the_root_of_the_site(every_site: Site) -> None:
    for page in every_site.pages():
        if page != "404.html":
            element = find(every_site.tree(page), "rutin-search")[0]
            assert target(every_site, page, element.attrib["data-root"])[0] == "index.html", page
            assert target(every_site, page, element.attrib["data-script"])[0] == f"assets/{LATER}.js", page
            assert target(every_site, page, element.attrib["data-index"])[0] == "assets/search-index.js", page


def test_the_folder_can_lie_anywhere(small_site: Site, tmp_path: Path) -> None:
    """Built twice in different places, with the same bytes: nothing of the path is in it."""
    out = tmp_path / "annan plats" / "åäö"
    build(SMALL, out)
    for name in small_site.files():
        assert (out / name).read_bytes() == (small_site.folder / name).read_bytes(), name
