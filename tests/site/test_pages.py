"""Every page is well-formed, without code or style of its own, and light."""

from __future__ import annotations

import re

import html5lib
import pytest

from audit import weight
from audit.built import TAKEN, Site, find, main, parse, tag, text
from routine.pages import addresses as at
from routine.pages.links import file_of
from routine.pages.registry import StyleSheet

pytestmark = pytest.mark.site

# Words of a theme, an engine or a developer. None of them is a Swedish word as well.
ENGLISH = re.compile(
    r"\b(?:the|and|of|with|this|page|search|toggle|close|open|next|previous|back|skip|content|loading|results?|"
    r"navigation|home|warning|table|edit|view|click|here|error|missing|show|hide|print|menu|settings)\b",
    re.IGNORECASE,
)


def test_every_page_is_valid_html(small_site: Site) -> None:
    for name in (*small_site.pages(), TAKEN):
        try:
            parse(small_site.read(name), strict=True)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{name}: {error}")


def test_no_page_carries_code_or_style_of_its_own(small_site: Site) -> None:
    for name in small_site.pages():
        for element in small_site.tree(name).iter():
            assert tag(element) not in {"style", "iframe", "object", "embed", "base"}, f"{name}: {tag(element)}"
            assert not [key for key in element.attrib if key == "style" or key.startswith("on")], name
            if tag(element) == "script":
                assert element.get("src"), name
                assert not (element.text or "").strip(), name


def test_every_page_loads_the_same_few_files(small_site: Site) -> None:
    for name in small_site.pages():
        tree = small_site.tree(name)
        loaded = [element.attrib["src"] for element in find(tree, src=None) if tag(element) != "img"]
        loaded += [element.attrib["href"] for element in find(tree, "link")]
        wanted = weight.fetched(name)[1:] if name != "404.html" else (f"assets/{StyleSheet.START}.css",)
        found = ["assets/" + address.partition("?")[0].rpartition("assets/")[2] for address in loaded]
        assert sorted(found) == sorted(wanted), name
        assert len(wanted) < weight.MOST_FILES, name


def test_every_page_has_its_language_and_the_ways_out_first(small_site: Site) -> None:
    numbers = ["tel:" + re.sub(r"[^0-9+]", "", number.number) for number in small_site.routine.emergency]
    leave = small_site.routine.site.leave
    for name in small_site.pages():
        tree = small_site.tree(name)
        assert tree.get("lang") == "sv", name
        links = [element.attrib["href"] for element in find(tree, "a", href=None)]
        assert links[: 1 + len(numbers)] == ["#_innehall", *numbers], name
        assert [link.get("href") for link in find(tree, "a", "rg-leave")] == ([leave] if leave else []), name


def test_no_page_says_anything_in_english(small_site: Site) -> None:
    heard = ("aria-label", "title", "alt", "placeholder", "aria-roledescription")
    assert ENGLISH.search("Page not found")
    for name in small_site.pages():
        tree = small_site.tree(name)
        code = {each for part in find(tree) if tag(part) in {"code", "pre", "script"} for each in part.iter()}
        said = [each.text or "" for each in find(tree) if each not in code]
        said += [element.attrib[key] for element in find(tree) for key in heard if key in element.attrib]
        assert [each for each in said if ENGLISH.search(each.replace("GitHub Pages", ""))] == [], name


def test_what_is_a_stop_for_the_keyboard_without_being_a_control_has_a_role_and_a_name(small_site: Site) -> None:
    found = [each for name in small_site.pages() for each in find(small_site.tree(name), tabindex="0")]
    assert found
    assert all(each.get("role") and each.get("aria-label") for each in found)


def test_no_form_is_remembered_or_sent(small_site: Site) -> None:
    forms = [form for name in small_site.pages() for form in find(small_site.tree(name), "form")]
    assert forms
    assert all(form.get("method") == "dialog" and "action" not in form.attrib for form in forms)
    boxes = {box for form in forms for box in find(form, "input", type="checkbox")}
    inputs = {each for name in small_site.pages() for each in find(small_site.tree(name), "input")}
    assert all(each.get("autocomplete") == "off" for each in {*forms} | (inputs - boxes))


def test_nothing_is_left_of_the_engines_own_files_or_of_the_developers_words(small_site: Site) -> None:
    own = {"404.html", "rutin.json", "rutin.schema.json", "rutin.txt", "om/status.json"}
    others = {name for name in small_site.files() if not name.endswith(".html")} - own
    assert [name for name in others if not name.startswith(("assets/", "utskrift/"))] == []
    styles = {name for name in others if name.endswith(".css")}
    assert styles == {f"assets/{name}.css" for name in StyleSheet}
    for name in {*styles, *weight.fetched(weight.GUIDE_PAGE)} - {weight.GUIDE_PAGE}:
        assert "/*" not in small_site.read(name), name
        assert not re.search(r"^\s*//|@import", small_site.read(name), re.MULTILINE), name
    assert small_site.read(TAKEN).endswith("</html>\n")
    assert "<!--" not in small_site.read(TAKEN)


def test_a_page_has_at_most_one_sheet_and_one_filled_button(small_site: Site) -> None:
    """Before anything is folded out, where the address shows one screen of several. What is printed has one a role."""
    for name in small_site.pages():
        page = main(small_site.tree(name))
        apart = [*find(page, "details"), *find(page, class_="rg-begins-with")]
        hidden = {each for part in apart for each in part.iter()}
        for kind in ("rg-sheet", "rg-do"):
            most = len(small_site.routine.roles) if name == file_of(at.PRINT) and kind == "rg-do" else 1
            assert sum(each not in hidden for each in find(page, class_=kind)) <= most, (name, kind)


def test_guidance_says_that_it_is_not_the_routine_and_words_to_say_are_quoted(small_site: Site) -> None:
    pages = [main(small_site.tree(name)) for name in small_site.pages()]
    guidance = [text(band) for page in pages for band in find(page, class_="rg-guide-band")]
    assert guidance
    assert all(re.search("[Ii]nte en del av rutinen", each) for each in guidance)
    said = [each for page in pages for band in find(page, class_="rg-say") for each in find(band, "p")]
    words = [text(each) for each in said if "rg-say-label" not in each.get("class", "")]
    assert words
    assert [each for each in words if not re.fullmatch("”[^”]+”", each)] == []


def test_our_site_is_light(site: Site) -> None:
    """Whichever page a visit begins with, and lightest where somebody in need arrives."""
    heavy = [page for page in site.pages() if weight.first_visit(site, page) > weight.most(page)]
    assert heavy == []
    assert [figure.name for figure in weight.weighed(site) if figure.over] == []
    lists = site.folder.glob("utskrift/checklista-*.pdf")
    assert [file.name for file in lists if file.stat().st_size > weight.CHECKLIST_MOST] == []
