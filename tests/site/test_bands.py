"""Bands, not boxes: one thing comes first on a page, and no tint says alone whose words or deeds a band holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from audit.built import Site, classes, find, main, tag, text
from routine.domain.graph import build
from tests.kit.paths import PROJECT

pytestmark = pytest.mark.site

SILENT = "Öppen fråga"
# A role's first screen in the guide: that of the address is shown, in the place of the choice.
SCREEN = "rg-begins-with"
# Each tint: its token, and the selectors that it may stand at.
TINTS = {
    "--say": {".rg-say", ".rg-box-say"},
    "--other": {".rg-other"},
    "--guidance": {".rg-guide-band"},
    "--fill": {
        ".rg-tag-full",
        ".rg-situations > .rg-now-row",
        ".rg-button[aria-pressed='true']",
        ".rg-ruler > .rg-today",
    },
}


def rules() -> Iterator[tuple[str, str]]:
    """Selector and body of every rule that is for the screen."""
    for file in sorted((PROJECT / "routine/assets/css").glob("*.css")):
        bare = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        yield from ((" ".join(selector.split()), body) for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", bare))


def bands(site: Site, name: str) -> list[tuple[str, Element]]:
    """Every band of this kind in the site, with its page."""
    return [(page, band) for page in site.pages() for band in find(main(site.tree(page)), class_=name)]


def seen(root: Element, name: str) -> int:
    """How many of them stand outside what is folded; most, where the address shows one screen of several."""
    folded = {each for fold in find(root, "details") for each in fold.iter()}
    screens = [{*screen.iter()} for screen in find(root, class_=SCREEN)]
    found = [each for each in find(root, class_=name) if each not in folded]
    shown = [sum(each in screen for each in found) for screen in screens]
    return max([*shown, sum(not any(each in screen for screen in screens) for each in found)])


def test_a_page_has_at_most_one_sheet_and_one_filled_button(every_site: Site) -> None:
    """Before anything is folded out: a role's own flowchart has a sheet in its fold."""
    for name in ("rg-sheet", "rg-do"):
        count = {page: seen(every_site.tree(page), name) for page in every_site.pages()}
        assert {page for page, times in count.items() if times > 1} == set()
        assert 1 in count.values()


def test_a_list_of_links_lies_in_its_sheet_and_is_none_itself(every_site: Site) -> None:
    """Its words would else begin at the edge of a phone; that of the situations has room of its own."""
    for page in every_site.pages():
        for sheet in find(main(every_site.tree(page)), "ul", "rg-sheet"):
            assert "rg-situations" in classes(sheet), page


def test_a_sheet_holds_the_matrix_and_the_flowchart(every_site: Site) -> None:
    for page, what in (("/vem-gor-vad/", "table"), ("/flode/", "svg")):
        (sheet,) = find(every_site.page(page), class_="rg-sheet")
        assert find(sheet, what)
        assert "rg-scroll" in classes(sheet)


def test_the_readers_own_words_are_quoted(every_site: Site) -> None:
    found = bands(every_site, "rg-say")
    assert bool(found) == any(action.say for action in every_site.routine.actions)
    for page, band in found:
        lines = [text(part) for part in band.iter() if tag(part) == "p" and "rg-say-label" not in classes(part)]
        assert lines, page
        assert [line for line in lines if not re.fullmatch("”[^”]+”", line)] == [], page


def test_others_deeds_stand_under_the_name_of_who_does_them(every_site: Site) -> None:
    routine = every_site.routine
    names = [role.name for role in routine.roles]
    found = bands(every_site, "rg-other")
    helped = any(action.helps or action.consulted for action in routine.actions)
    assert bool(found) == (helped or bool(build(routine).edges))
    for page, band in found:
        assert find(band, "h2"), page
        for fold in find(band, "details"):
            (summary,) = find(fold, "summary")
            bold = [text(summary), *(text(each) for each in find(fold, "b"))]
            assert any(each.startswith(name) for each in bold for name in names), (page, text(summary))


def test_guidance_says_that_it_is_not_the_routine(every_site: Site) -> None:
    routine = every_site.routine
    found = bands(every_site, "rg-guide-band")
    assert bool(found) == bool(routine.guidance or any(question.meanwhile for question in routine.open_questions))
    for page, band in found:
        assert re.search("[Ii]nte en del av rutinen", text(band)), page


def test_what_the_source_does_not_say_is_called_an_open_question(every_site: Site) -> None:
    silent = bands(every_site, "rg-silent")
    tags = [(page, tag_) for page, tag_ in bands(every_site, "rg-tag-not") if tag(tag_) == "a"]
    assert bool(silent) == any(situation.open_question for situation in every_site.routine.situations)
    assert bool(tags) == any(question.short for question in every_site.routine.open_questions)
    for page, band in (*silent, *tags):
        assert SILENT in text(band), (page, text(band))


@pytest.mark.parametrize("token", TINTS)
def test_a_tint_means_one_thing(token: str) -> None:
    used = {
        part.strip()
        for selector, body in rules()
        if re.search(rf"background: [^;]*var\({token}\)", body)
        for part in selector.split(",")
    }
    assert used == TINTS[token]
