"""A routine of 60 actions, 12 roles, 8 tracks and 12 questions is read as well as a small one: letters are as large,
what has no room is scrolled or listed, and no number and no word of a name is broken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import DESK, OPEN_MAIN, PHONE, Served, script, told, visiting
from tests.kit.heard import EDGE_MM, clear
from tests.kit.inked import sizes
from tests.kit.large import slug
from tests.kit.large_words import ROLES
from tests.kit.look import sideways
from tests.kit.views import some

pytestmark = [pytest.mark.browser, pytest.mark.full]

LEAST_PX = 11
LEAST_PT = 7.5  # Of the flowchart there is a test of its own.
PANEL_MM = 6  # A page of what is folded; what goes over its edge goes into the next.
BUSIEST = slug(ROLES["be"][0])
WIDEST = slug(ROLES["in"][0])  # The longest word of all the names.
CHART = "flode/index.html"
PAGES = ("index.html", CHART, "vem-gor-vad/index.html", "guide/index.html", f"roller/{BUSIEST}/index.html")
# The smallest letters of each picture as they are seen, and whether what is wider than its region is reached by key.
PICTURES = """() => [...document.querySelectorAll('svg.rg-flow')].map((picture) => {
  const scale = picture.getScreenCTM().a;
  const texts = [...picture.querySelectorAll('text')];
  const region = picture.parentElement;
  return {
    letters: Math.min(...texts.map((each) => parseFloat(getComputedStyle(each).fontSize) * scale)),
    wide: region.scrollWidth > region.clientWidth,
    reached: region.tabIndex === 0 && Boolean(region.getAttribute('aria-label')),
  };
})"""
# Words of names, and numbers, that stand on more than one line.
BROKEN = """(names) => {
  const words = new Set(names.flatMap((name) => name.split(' ')));
  const found = new Set();
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const place = text.parentElement;
    if (!place.checkVisibility({ contentVisibilityAuto: true }) || place.closest('svg, .rg-skip')) continue;
    for (const { 0: word, index } of text.data.matchAll(/010-555 02 \\d\\d|\\p{L}+/gu)) {
      if (!words.has(word) && !/\\d/.test(word)) continue;
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top / 4)));
      if (lines.size > 1) found.add(`${word} (${place.className || place.tagName})`);
    }
  }
  return [...found];
}"""


@pytest.fixture(scope="module")
def site(site_named: Callable[[str], Served]) -> Served:
    return site_named("large")


@pytest.mark.parametrize("width", some(PHONE, full=(320, 768, 1024, DESK)))
def test_its_pages_are_read_at_any_width(browser: Browser, site: Served, width: int) -> None:
    names = [name for name, *_ in ROLES.values()]
    problems, pictures = [], 0
    with visiting(browser, width) as page:
        for name in PAGES:
            page.goto(site.web(name))
            page.evaluate(OPEN_MAIN)
            problems += [f"{name}: {each}" for each in sideways(page)]
            if width >= PHONE:
                broken = page.evaluate(BROKEN, [*names, "Försörjningsguiden"])
                problems += [f"{name}: {each} is broken" for each in broken]
            for each in page.evaluate(PICTURES):
                pictures += 1
                if each["letters"] < LEAST_PX or (each["wide"] and not each["reached"]):
                    problems.append(f"{name}: {each}")
            problems += [f"{name}: {each}" for each in page.evaluate(script("picture"))]
    assert pictures > 8
    assert not problems, told(problems)


def test_what_is_wide_is_scrolled_or_listed(browser: Browser, site: Served) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(site.web(CHART))
        page.evaluate(OPEN_MAIN)
        assert any(each["wide"] for each in page.evaluate(PICTURES))
        page.goto(site.web("vem-gor-vad/index.html"))
        assert page.locator("main table").count() == 0
        assert page.locator("main [data-action]").count() == 60


@pytest.mark.parametrize("role", some(BUSIEST, WIDEST, full=tuple(slug(name) for name, *_ in ROLES.values())))
def test_its_sheets_are_read_and_have_room(site: Served, role: str) -> None:
    problems = []
    for file in sorted((site.folder / "utskrift").glob(f"*{role}*.pdf")):
        if file.name.startswith(
            ("allt-", "planbokskort-")
        ):  # The same once more, and cards have a margin of their own.
            continue
        least = min(size for size, _ in sizes(file.read_bytes()))
        problems += [f"{file.name}: {least} pt"] if least < LEAST_PT else []
        edge = min(side for page in clear(file.read_bytes()) for side in page)
        problems += (
            [f"{file.name}: {edge} mm"] if edge < (PANEL_MM if "sida-for-sida" in file.name else EDGE_MM) else []
        )
    assert not problems, told(problems)
