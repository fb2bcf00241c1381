"""What can be measured of the look: what is too wide, cut or broken, and how large a thing to press is."""

from __future__ import annotations

import re
from typing import Literal

from playwright.sync_api import Page, Route

from tests.kit.browsing import Served

TARGET = 44
BOXES = """(all) => all.map((each) => {
  const { width, height } = each.getBoundingClientRect();
  return { text: each.textContent, width, height };
})"""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Pages that are read in haste.
URGENT = ".rg-start, .rg-role, .rg-checklist, .rg-guide"
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

# So many of the typeface's two weights are here.
WORN = """(count) => [...document.fonts].every(({ status }) => status !== 'loading') && count ===
  [...document.fonts].filter(({ family, status }) => family === 'Rutin' && status === 'loaded').length"""
# The typeface as it is on a second visit, and where it never comes.
FACES = {"Rutin": ("font-display:optional", "font-display:block"), "its stand-in": ("font-family:Rutin;", "")}


def restyled(page: Page, site: Served, style: str, old: str = "", new: str = "") -> None:
    """From now on with the reader's style: as a part of the page's, since no script may be there to add it."""

    def more(route: Route) -> None:
        file = site.folder / route.request.url.removeprefix(site.root).partition("?")[0]
        route.fulfill(body=file.read_text(encoding="utf-8").replace(old, new) + style, content_type="text/css")

    page.route("**/*.css*", more)


def sideways(page: Page) -> list[str]:
    """By how much the page is too wide, and what is."""
    return [over] if (over := page.evaluate(SIDEWAYS)) else []


def lightness(colour: str) -> float:
    """Of a colour as the browser computes it, without its transparency."""
    numbers = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in numbers)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """As WCAG counts it, from 1 to 21."""
    low, high = sorted((lightness(one), lightness(two)))
    return (high + 0.05) / (low + 0.05)
