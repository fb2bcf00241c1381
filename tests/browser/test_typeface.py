"""The typeface of the sheets, on the screen: small, never waited for, and in its place a face of the same lengths."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route

from tests.kit.browsing import PHONE, Served, come, visiting
from tests.kit.paths import PROJECT

pytestmark = pytest.mark.browser

MOST = 14_000  # bytes, of both weights
ALIKE = 0.01  # How much longer or shorter the text may be.
PAGE = "roller/den-utsatte/index.html"
FACES = sorted((PROJECT / "routine/assets/vendor").glob("*.woff2"))
# Once a text of the page has been painted, and not only the room for it: how the faces stand then.
PAINTED = """() => new Promise((done) => {
  const watch = new PerformanceObserver((list) => {
    if (list.getEntries().some(({ element }) => element?.closest('main') && element.textContent.trim())) {
      done([...document.fonts].filter((each) => each.family === 'Rutin').map((each) => each.status));
    }
  });
  watch.observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(done, 2000, []);
})"""
MOVED = """() => new Promise((done) => {
  const moved = [];
  const watch = new PerformanceObserver((list) => moved.push(...list.getEntries().map((each) => each.value)));
  watch.observe({ type: 'layout-shift', buffered: true });
  setTimeout(done, 50, moved);
})"""
# By weight: the length of all that is read in the face, and in the one that stands in for it.
LENGTHS = """async () => {
  const lengths = { 400: [0, 0], 700: [0, 0] };
  const pen = document.createElement('canvas').getContext('2d');
  const [sheet] = document.styleSheets;
  for (const { style } of [...sheet.cssRules].filter((rule) => rule.style?.fontFamily === 'Rutin')) {
    const [, file] = style.src.match(/url\\("(.*?)"\\)/);
    const how = { weight: style.fontWeight, unicodeRange: style.unicodeRange };
    document.fonts.add(await new FontFace('Provad', `url(${new URL(file, sheet.href)})`, how).load());
    await document.fonts.load(`${style.fontWeight} 17px Rutinreserv`);
  }
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const weight = parseInt(getComputedStyle(text.parentElement).fontWeight) < 600 ? 400 : 700;
    const words = text.data.replace(/\\s+/g, ' ').trim();
    for (const [at, face] of ['Provad, Rutinreserv', 'Rutinreserv'].entries()) {
      pen.font = `${weight} 17px ${face}`;
      lengths[weight][at] += pen.measureText(words).width;
    }
  }
  return lengths;
}"""


def test_it_is_small_and_of_our_own_site(real_site: Served) -> None:
    assert len(FACES) == 2
    assert sum(file.stat().st_size for file in FACES) <= MOST
    for file in FACES:
        assert (real_site.folder / "assets/vendor" / file.name).read_bytes() == file.read_bytes()


def test_a_nought_is_not_of_it_and_all_letters_of_the_language_are() -> None:
    """In this face a nought is struck through: in a date it reads as a letter."""
    ranges = re.findall(r"unicode-range: (.*);", (PROJECT / "routine/assets/css/face.css").read_text(encoding="utf-8"))
    assert len(ranges) == len(FACES)
    for each in ranges:
        parts = [part.strip().removeprefix("U+").split("-") for part in each.split(",")]
        covered = {code for part in parts for code in range(int(part[0], 16), int(part[-1], 16) + 1)}
        assert ord("0") not in covered
        assert {*map(ord, "abcdefghijklmnopqrstuvwxyzåäöéÅÄÖ123456789”–≈?!:")} <= covered


def test_text_is_painted_without_waiting_for_it(browser: Browser, real_site: Served) -> None:
    held: list[Route] = []
    with visiting(browser, PHONE) as page:
        page.route(re.compile(r"\.woff2\?"), lambda route: held.append(route))
        page.goto(real_site.web(PAGE), wait_until="domcontentloaded")
        assert page.evaluate(PAINTED) == ["loading", "loading"]
        come(page, lambda: len(held) == 2)
        for route in held:
            route.continue_()
        page.wait_for_function("() => [...document.fonts].every((each) => each.status === 'loaded')")
        page.wait_for_timeout(100)
        assert page.evaluate(MOVED) == [], "what came late moves no line"


def test_what_stands_in_for_it_is_as_long(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(real_site.web(PAGE))
        for weight, (face, other) in page.evaluate(LENGTHS).items():
            assert face > 1000, weight
            assert abs(face / other - 1) <= ALIKE, (weight, face / other)
            assert face != other, "or it is the same face"
