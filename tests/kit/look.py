"""What can be measured of the look: what is too wide, cut, broken, small, faint, or moves. Each look yields what is
wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from tests.kit import axe
from tests.kit.browsing import OPEN_ALL, OPEN_MAIN, PHONE, script

TARGET = 44
BOXES = """(all) => all.map((each) => {
  const { width, height } = each.getBoundingClientRect();
  return { text: each.textContent, width, height };
})"""
SIDEWAYS = """() => {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return '';
  const wide = [...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
    .filter((each) => !each.parentElement.closest('.rg-scroll, .rg-code'));
  return `${over} px too wide: ` + wide.slice(0, 3).map((each) => each.className || each.tagName).join(', ');
}"""
# What is read as one: a number, and the words of the bar.
BROKEN = """() => {
  const whole = document.querySelectorAll('.rg-sos b, .rg-number, .rg-menu > summary b, .rg-leave b');
  const broken = [...whole].filter((each) => {
    const words = document.createRange();
    words.selectNodeContents(each);
    const lines = new Set([...words.getClientRects()].map((line) => Math.round(line.top / 4)));
    return each.checkVisibility() && lines.size > 1;
  });
  return broken.map((each) => each.textContent);
}"""
# Words of at most twelve letters that are broken over two lines, where there is room for them; an address is one.
SPLIT = """() => {
  const found = new Set();
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const place = text.parentElement;
    if (!place.checkVisibility({ contentVisibilityAuto: true }) || place.closest('svg, .rg-skip, .rg-live')) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\\p{L}\\p{N}]+(?:\\.[\\p{L}\\p{N}]+)*/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (word.length > 12) continue;
      const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top / 4)));
      if (lines.size > 1) found.add(`${word} (${place.className || place.tagName})`);
    }
  }
  return [...found];
}"""
TEXT_TWICE = "html { font-size: 200% !important }"
# WCAG 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
# Text that is cut by its own box, which hides what does not fit.
CUT = """() => [...document.querySelectorAll('body *')].filter((each) => {
  const style = getComputedStyle(each);
  const hides = [style.overflowX, style.overflowY].some((way) => way === 'hidden' || way === 'clip');
  const cut = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
  return hides && each.checkVisibility() && style.clipPath === 'none' && cut;
}).map((each) => each.className || each.tagName)"""
# What moves now, and what would when it is pointed at, pressed or scrolled to.
MOVING = """() => {
  const lasting = (times) => times.split(',').some((time) => parseFloat(time) > 0);
  const moves = (style) =>
    lasting(style.transitionDuration) ||
    (style.animationName !== 'none' && lasting(style.animationDuration)) ||
    style.scrollBehavior === 'smooth';
  const would = (each) => [null, '::before', '::after'].some((part) => moves(getComputedStyle(each, part)));
  return document.getAnimations().filter((each) => each.playState === 'running').length
    + [...document.querySelectorAll('*')].filter(would).length;
}"""
LOWEST = 640
# Whether the first number is in sight without scrolling.
NUMBER = """() => {
  const { left, top, right, bottom } = document.querySelector('.rg-sos a[href^="tel:"]').getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}"""
PRESSED = """a[href^="tel:"], .rg-leave, .rg-menu > summary, .rg-menu-panel a, .rg-ways-home a, main .rg-do,
  main .rg-list a, main .rg-button, main .rg-links a, main label.rg-box, main summary"""
# No text waits for its typeface.
WAITS = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule.style?.fontFamily === 'Rutin' && rule.style.fontDisplay !== 'optional')
  .map((rule) => rule.cssText)"""
# The numbers whose first figure does not stand furthest to the left where the page is read from the right.
TURNED = """() => [...document.querySelectorAll('.rg-sos b, .rg-number')].filter((number) => {
  if (!number.checkVisibility() || !number.firstChild) return false;
  const [figure, all] = [document.createRange(), document.createRange()];
  figure.setStart(number.firstChild, 0);
  figure.setEnd(number.firstChild, 1);
  all.selectNodeContents(number);
  return figure.getBoundingClientRect().left > all.getBoundingClientRect().left + 1;
}).map((number) => number.textContent)"""
Found = Iterator[object]


def room(page: Page) -> Found:
    """Neither the page nor a text is too wide for where it stands."""
    yield from filter(None, [page.evaluate(SIDEWAYS)])
    yield from page.evaluate(CUT)


def number(page: Page) -> Found:
    if not page.evaluate(NUMBER):
        yield "no emergency number is in sight"


def words(page: Page) -> Found:
    yield from page.evaluate(SPLIT)


def targets(page: Page) -> Found:
    page.evaluate("() => { document.querySelector('.rg-menu').open = true }")
    boxes = page.locator(PRESSED).locator("visible=true").evaluate_all(BOXES)
    assert len(boxes) > 5
    yield from (box for box in boxes if min(box["width"], box["height"]) < TARGET)


def unfolded(page: Page) -> Found:
    page.evaluate(OPEN_ALL)
    yield from room(page)


def movement(page: Page) -> Found:
    yield from [count] if (count := page.evaluate(MOVING)) else []


def alarm(page: Page) -> Found:
    """The alarm colour belongs to the emergency numbers."""
    found = page.evaluate(script("colours"), ["--alarm", ".rg-sos, .rg-number-sos, .rg-easy-urgent"])
    assert found
    yield from (each for each in found if each["apart"])


def contrast(page: Page) -> Found:
    """7 : 1 everywhere, also for who asks for more contrast."""
    page.emulate_media(contrast="more")
    texts = page.evaluate(script("contrast"))
    page.emulate_media(contrast="no-preference")
    assert len(texts) > 10
    yield from (text for text in texts if text["ratio"] < 7)


def typeface(page: Page) -> Found:
    yield from page.evaluate(WAITS)


def by_axe(page: Page) -> Found:
    """In the light scheme, with the page's own folds open; the menu would lie over some of it. `contrast` measures the
    colours of both."""
    if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"):
        return
    page.evaluate("() => { document.querySelector('.rg-menu').open = false }")
    page.evaluate(OPEN_MAIN)
    yield from axe.judged(page)


def from_the_right(page: Page) -> Found:
    page.evaluate("document.documentElement.dir = 'rtl'")
    yield from page.evaluate(TURNED)
    yield from filter(None, [page.evaluate(SIDEWAYS)])
    page.evaluate("document.documentElement.removeAttribute('dir')")


def twice_as_large(page: Page) -> Found:
    """A phone whose text is set as large as it goes, and a desk's page at twice its size."""
    size = page.viewport_size
    assert size
    larger = page.add_style_tag(content=TEXT_TWICE)
    page.set_viewport_size({"width": PHONE if size["width"] < PHONE else 640, "height": LOWEST})
    yield from room(page)
    yield from page.evaluate(BROKEN)
    page.set_viewport_size(size)
    larger.evaluate("(each) => each.remove()")


def spaced_out(page: Page) -> Found:
    page.add_style_tag(content=SPACED)
    yield from room(page)


# In this order: the menu is opened, then all of it, and the style that is left comes last.
LOOKS: tuple[Callable[[Page], Found], ...] = (
    *(number, room, words, targets, by_axe, unfolded, movement, alarm, contrast, typeface, from_the_right),
    *(twice_as_large, spaced_out),
)
