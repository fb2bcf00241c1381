"""A page that the reader's browser translates: it puts elements of its own around each text, or other words into it,
and does so again with all that the guide writes; and it may be read from the right."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit.browsing import PHONE, Served, settle, visiting
from tests.kit.reader import FOLDED, GUIDE, NOW
from tests.kit.views import of_each_kind, some

pytestmark = pytest.mark.browser

How = Literal["around", "inside"]
# Its language is capitals.
TRANSLATE = """(how) => {
  const mine = new WeakMap();
  const one = (text) => {
    const around = text.parentElement;
    if (!around || !text.nodeValue.trim() || mine.get(text) === text.nodeValue) return;
    if (around.closest('script, style, [translate="no"]')) return;
    const said = text.nodeValue.toUpperCase();
    const own = how === 'around' ? document.createTextNode(said) : text;
    mine.set(own, said);
    if (how === 'inside') text.nodeValue = said;
    else {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(document.createElement('font'));
      font.firstChild.append(own);
    }
  };
  const all = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = root.nodeType === 3 ? [root] : [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(one);
  };
  document.documentElement.lang = 'en';
  all(document.body);
  const watched = { childList: true, characterData: true, subtree: true };
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes) type === 'childList' ? addedNodes.forEach(all) : one(target);
  }).observe(document.body, watched);
}"""
SWEDISH = """() => {
  const texts = document.createTreeWalker(document.querySelector('.rg-case'), NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode())
    if (/\\p{Ll}/u.test(texts.currentNode.nodeValue)) found.push(texts.currentNode.nodeValue);
  return found;
}"""
SHOWN = """() => [...document.querySelectorAll('.rg-case [data-key]')]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.dataset.key, each.checked, each.getAttribute('aria-pressed'), each === document.activeElement])
"""
# The numbers whose first figure does not stand furthest to the left.
TURNED = """() => [...document.querySelectorAll('.rg-sos b, .rg-number')].filter((number) => {
  if (!number.checkVisibility() || !number.firstChild) return false;
  const [figure, all] = [document.createRange(), document.createRange()];
  figure.setStart(number.firstChild, 0);
  figure.setEnd(number.firstChild, 1);
  all.selectNodeContents(number);
  return figure.getBoundingClientRect().left > all.getBoundingClientRect().left + 1;
}).map((number) => number.textContent)"""
# The folds whose name begins where their sign stands.
COVERED = """() => [...document.querySelectorAll('.rg-more > summary > span:first-child')]
  .filter((name) => name.checkVisibility() && getComputedStyle(name.parentElement, '::before').position === 'absolute')
  .filter((name) => name.parentElement.getBoundingClientRect().right - name.getBoundingClientRect().right < 12)
  .map((name) => name.textContent)"""
# By the small routine's caretaker.
PRESSES = (
    *("mer:stang-kranen", "kryss:stang-kranen", "ja:rinner-det", "idag:_handelsen", "person:va-ingenjoren"),
    *("hoppa:byt-roret", "nej:rinner-det", "kryss:stang-kranen", "byt-roll"),
)


def begin(page: Page, site: Served, role: str, *, how: How | None) -> None:
    """The guide for the role, chosen on a page that has been translated, if it is."""
    page.clock.set_fixed_time(NOW)
    page.goto(site.web(GUIDE))
    if how:
        page.evaluate(TRANSLATE, how)
    page.locator(f'a[href="#roll_{role}"]').first.evaluate("(link) => link.click()")
    page.locator('.rg-case [data-key="rubrik:nu"]').wait_for()
    settle(page)


def press(page: Page, key: str) -> None:
    for fold in page.evaluate(FOLDED, f'[data-key="{key}"]'):
        page.locator(f'details[data-fold="{fold}"] > summary').click()
    page.locator(f'[data-key="{key}"]').first.click()
    settle(page)


def walk(browser: Browser, site: Served, how: How | None) -> list[object]:
    """What can be pressed, and where the reader is, after each press."""
    problems: list[str] = []
    with visiting(browser, PHONE) as page:
        page.on("pageerror", lambda error: problems.append(str(error)))
        begin(page, site, "vaktmastaren", how=how)
        states = []
        for key in PRESSES:
            press(page, key)
            states.append(page.evaluate(SHOWN))
            if how:
                assert page.evaluate(SWEDISH) == [], key
    assert problems == []
    return states


@pytest.mark.parametrize("how", ["around", "inside"])
def test_a_case_goes_as_it_does_in_the_pages_own_words(browser: Browser, small_site: Served, how: How) -> None:
    own = walk(browser, small_site, None)
    assert len({str(state) for state in own}) == len(PRESSES), "each press does something"
    assert walk(browser, small_site, how) == own


@pytest.mark.parametrize("how", ["around", "inside"])
def test_what_was_saved_in_other_words_is_not_said_to_have_been_changed(
    browser: Browser, small_site: Served, how: How
) -> None:
    with visiting(browser, PHONE) as page:
        begin(page, small_site, "vaktmastaren", how=how)
        for key in ("kryss:stang-kranen", "spara", "spara-ja"):
            press(page, key)
        page.reload()
        expect(page.locator('.rg-case [data-key="rubrik:nu"]')).to_be_visible()
        assert page.locator(".rg-notice").count() == 0, page.locator(".rg-notice").all_inner_texts()


@pytest.mark.parametrize("width", some(PHONE, full=(1280,)))
def test_read_from_the_right_no_number_is_turned_and_nothing_covers_a_name(
    browser: Browser, small_site: Served, width: int
) -> None:
    with visiting(browser, width) as page:
        for name in of_each_kind(small_site):
            page.goto(small_site.web(name))
            page.evaluate("document.documentElement.dir = 'rtl'")
            assert page.evaluate(TURNED) == [], name
            assert page.evaluate(COVERED) == [], name
            assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), name
