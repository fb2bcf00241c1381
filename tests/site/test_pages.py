"""What holds for the HTML of every page: well-formed, no code of its own, no style of its own, and light."""

from __future__ import annotations

import re

import html5lib
import pytest

from audit import prints
from audit.built import Site, find, one, parse, scripts_of, tag, text
from audit.chart import KEPT_CROSSINGS
from audit.weight import (
    CONVERSED,
    GUIDE_PAGE,
    MOST_FILES,
    SEARCH_MOST,
    WHOLE_MOST,
    conversed,
    fetched,
    first_visit,
    most,
    search,
    whole,
)
from routine.layout import crossings
from routine.publish.pages import StyleSheet
from routine.views.flowchart import flowchart

pytestmark = pytest.mark.site

DRAWING = 15_000  # bytes of HTML

PICTURE = re.compile(r'<svg class="rg-flow".*?</svg>', re.DOTALL)


def test_every_page_is_valid_html(every_site: Site) -> None:
    wrong = {}
    for name in every_site.pages():
        try:
            parse(every_site.read(name), strict=True)
        except html5lib.html5parser.ParseError as error:
            wrong[name] = str(error)
    assert wrong == {}


def test_the_strict_parser_sees_faults() -> None:
    for fault in ("<p><div></p>", "<p title='a' title='b'>x</p>", "<ul><li>x</ul></div>", "<p>&nix;</p>"):
        with pytest.raises(html5lib.html5parser.ParseError):
            parse(f"<!doctype html><html lang=sv><head><title>x</title></head><body>{fault}</body></html>", strict=True)


def test_no_page_carries_code_or_style_of_its_own(every_site: Site) -> None:
    for name in every_site.pages():
        for element in every_site.tree(name).iter():
            assert tag(element) not in {"style", "iframe", "object", "embed", "base"}, f"{name}: {tag(element)}"
            attributes = [key for key in element.attrib if key == "style" or key.startswith("on")]
            assert attributes == [], f"{name}: {tag(element)}"
            if tag(element) == "script":
                assert element.get("src"), name
                assert not (element.text or "").strip(), name


def test_every_page_loads_the_same_few_files(every_site: Site) -> None:
    """From its own folder, and nothing that a page has got from its content."""
    for name in every_site.pages():
        tree = every_site.tree(name)
        loaded = [element.attrib["src"] for element in find(tree, src=None) if tag(element) != "img"]
        loaded += [element.attrib["href"] for element in find(tree, "link")]
        wanted = fetched(name)[1:] if name != "404.html" else [f"assets/{StyleSheet.START}.css"]
        found = [address.partition("?")[0].rpartition("assets/")[2] for address in loaded]
        assert sorted("assets/" + each for each in found) == sorted(wanted), name
        assert len(wanted) < MOST_FILES, name


def test_every_page_has_language_viewport_and_the_ways_out_first(every_site: Site) -> None:
    for name in every_site.pages():
        tree = every_site.tree(name)
        assert tree.get("lang") == "sv", name
        links = [element for element in find(tree, "a") if "href" in element.attrib]
        assert links[0].get("href") == "#_innehall", name
        numbers = ["tel:" + re.sub(r"[^0-9+]", "", number.number) for number in every_site.routine.emergency]
        assert [link.get("href") for link in links[1 : 1 + len(numbers)]] == numbers, name
        leave = every_site.routine.site.leave
        assert [link.get("href") for link in find(tree, "a", "rg-leave")] == ([leave] if leave else []), name


def test_what_is_a_stop_for_the_keyboard_without_being_a_control_has_a_role_and_a_name(every_site: Site) -> None:
    found = [(name, each) for name in every_site.pages() for each in find(every_site.tree(name), tabindex="0")]
    assert found
    assert [(name, tag(each)) for name, each in found if not (each.get("role") and each.get("aria-label"))] == []


def test_every_form_refuses_to_be_remembered(every_site: Site) -> None:
    """A box cannot say so itself, and does as its form."""
    for name in every_site.pages():
        tree = every_site.tree(name)
        told = {
            box
            for form in find(tree, "form")
            for box in find(form, "input")
            if box.get("type") in {"checkbox", "radio"}
        }
        for element in find(tree):
            if tag(element) in {"form", "input"} and element not in told:
                assert element.get("autocomplete") == "off", name


def test_no_form_can_be_sent(every_site: Site) -> None:
    """Enter on a box would load the page anew in some browsers, and the ticks would be gone."""
    forms = [form for name in every_site.pages() for form in find(every_site.tree(name), "form")]
    assert forms
    assert all(form.get("method") == "dialog" and "action" not in form.attrib for form in forms)


def test_nothing_is_left_of_the_engines_own_files(every_site: Site) -> None:
    shared = {"404.html", "rutin.json", "rutin.schema.json", "rutin.txt", "om/status.json"}
    others = {name for name in every_site.files() if not name.endswith(".html")} - shared
    assert {name for name in others if not name.startswith(("assets/", "utskrift/"))} == set()
    styles = {name for name in others if name.endswith(".css")}
    assert styles == {f"assets/{name}.css" for name in StyleSheet}
    text = "".join(map(every_site.read, sorted(styles)))
    assert "@import" not in text
    urls = re.findall(r"url\(([^)]*)\)", text)
    assert [url for url in urls if not url.startswith(("data:", "#", "vendor/atkinson-hyperlegible-"))] == []


def test_a_first_visit_is_light(site: Site) -> None:
    """Whichever page it begins with, and lightest where somebody in need arrives."""
    weights = {page: first_visit(site, page) for page in site.pages()}
    assert {page: weight for page, weight in weights.items() if weight > most(page)} == {}
    assert len({most(page) for page in weights}) == 4
    assert first_visit(site, GUIDE_PAGE) + 15_000 < conversed(site) <= CONVERSED


def test_the_whole_site_is_light_without_what_is_printed(site: Site) -> None:
    assert WHOLE_MOST / 2 < whole(site) <= WHOLE_MOST


def test_what_is_printed_is_light(site: Site) -> None:
    """A checklist on a phone, and all of it on a server."""
    files = {file.name: file.stat().st_size for file in prints.files(site)}
    lists = {name: size for name, size in files.items() if name.startswith("checklista-")}
    owners = {id for action in site.routine.actions for id in action.responsible}
    assert len(lists) == len(site.routine.roles) + len(owners)
    assert {name: size for name, size in lists.items() if size > prints.CHECKLIST_MOST} == {}
    assert max(lists.values()) < sum(files.values()) <= prints.ALL_MOST


def test_the_search_is_light_with_all_that_it_knows(site: Site) -> None:
    assert 10_000 < search(site) <= SEARCH_MOST


def test_what_only_a_developer_reads_is_left_out(site: Site) -> None:
    for name in (*scripts_of("guide/index.html"), *(f"assets/{name}.css" for name in StyleSheet)):
        assert "/*" not in site.read(name), name
        assert not re.search(r"^\s*//", site.read(name), re.MULTILINE), name


def test_every_picture_has_a_role_a_name_and_a_description_and_links_with_names(every_site: Site) -> None:
    count = 0
    for name in every_site.pages():
        for picture in find(every_site.tree(name), "svg", "rg-flow"):
            count += 1
            title, about = picture[0], one(picture, "desc")
            assert tag(title) == "title", name
            assert picture.get("role") == "group", name
            assert [picture.get("aria-labelledby"), picture.get("aria-describedby")] == [
                title.get("id"),
                about.get("id"),
            ], name
            assert all(map(text, (title, about))), name
            links = find(picture, "a")
            assert links, name
            assert all(text(one(link, "title")) and link.get("href") for link in links), name
    assert count


def test_the_whole_routines_picture_is_light(site: Site) -> None:
    found = PICTURE.findall(site.read("flode/index.html"))
    assert len(found) == 1
    assert len(found[0].encode()) < DRAWING


def test_the_whole_routines_picture_gets_no_more_crossings(site: Site) -> None:
    view = flowchart(site.routine)
    assert view
    assert sum(crossings(part.drawing) for part in view.parts) <= KEPT_CROSSINGS
