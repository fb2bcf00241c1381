"""The site as it is set otherwise: in the dark, opened as files, and without scripts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.built import TAKEN
from routine.publish.scripts import PLAIN
from tests.kit.asked import script_of
from tests.kit.browsing import HEIGHT, MISSING, PHONE, SHOWN, Served, told
from tests.kit.engines import Looks, Opens, Visit
from tests.kit.reader import GUIDE
from tests.kit.views import of_each_kind

pytestmark = [pytest.mark.browser, pytest.mark.full]

# How light the page and its text are, of 1: the ground, and the words on it.
LIGHT = """() => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  const of = (name) => light(getComputedStyle(document.documentElement)[name]);
  return [of('backgroundColor'), light(getComputedStyle(document.querySelector('main h1')).color)];
}"""
# What stands in the page and is not seen, outside what is folded or only paper shows.
HIDDEN_TEXT = """() => {
  const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll('main *')]
    .filter(says)
    .filter((element) => !element.closest('details, [hidden], .rg-paper, .rg-fill, .rg-sign, .rg-begins-with'))
    .filter((element) => !element.checkVisibility())
    .map((element) => element.textContent.trim());
}"""


@pytest.mark.parametrize("looks", [Looks(dark=True), Looks()], ids=["dark", "light"])
def test_the_scheme_is_the_readers_own(visit: Visit, small_site: Served, looks: Looks) -> None:
    for page in ("index.html", GUIDE):
        visit.go(small_site.web(page))
        ground, text = visit.run(LIGHT)
        assert (ground < 0.2) is looks.dark, page
        assert (text > 0.8) is looks.dark, page


def test_every_page_opens_as_a_file(visit: Visit, small_site: Served) -> None:
    problems = []
    for page in of_each_kind(small_site):
        if page != MISSING:
            visit.go(small_site.file(page))
            assert visit.run("() => Boolean(window.rutin)"), page
            problems += [f"{page}: {each}" for each in visit.heard()]
            styled = visit.run("() => getComputedStyle(document.querySelector('.rg-skip')).position === 'absolute'")
            problems += [] if styled else [f"{page}: has no style"]
    assert not problems, told(problems)


def test_the_file_to_take_along_is_whole_and_asks_for_nothing(visit: Visit, small_site: Served, tmp_path: Path) -> None:
    """As it was fetched: among nothing else."""
    alone = Path(shutil.copy(small_site.folder / TAKEN, tmp_path / "hamtad.html"))
    visit.go(alone.as_uri())
    assert visit.run("() => document.documentElement.scrollWidth") == PHONE
    assert visit.run("() => getComputedStyle(document.querySelector('.rg-sos')).display") == "flex", "its style holds"
    visit.click(".rg-list a")
    visit.until("document.querySelector(':target')?.localName === 'section'")
    assert [each for each in visit.asked() if not each.startswith((alone.as_uri(), "data:"))] == []


def test_without_scripts_all_text_is_seen(opens: Callable[[Looks], Opens], real_site: Served) -> None:
    """As with them; a page with scripts of its own may fold its list behind what they add, and shows it all without."""
    problems = []
    with opens(Looks())(PHONE, HEIGHT) as full, opens(Looks(scripts=False))(PHONE, HEIGHT) as bare:
        for page in of_each_kind(real_site):
            if page == MISSING:
                continue
            bare.go(real_site.web(page))
            assert not bare.run("() => Boolean(window.rutin)"), page
            if script_of(page) != PLAIN:
                problems += [f"{page}: hides {each}" for each in bare.run(HIDDEN_TEXT)]
                problems += [] if bare.run(SHOWN).strip() else [f"{page}: shows nothing"]
                continue
            full.go(real_site.web(page))
            problems += [] if full.run(SHOWN) == bare.run(SHOWN) else [f"{page}: shows other text"]
        bare.go(real_site.web("index.html"))
        bare.click(".rg-menu > summary")
        bare.until("document.querySelector('.rg-menu-panel nav a').checkVisibility()")
    assert not problems, told(problems)
