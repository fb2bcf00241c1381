"""A page that the reader's browser translates: it puts elements of its own around each text, or other words into it,
and does so again with all that the guide writes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import Served, borrowing, settle
from tests.kit.reader import FOLDED, GUIDE, NOW

pytestmark = pytest.mark.browser

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
PRESSED = """() => [...document.querySelectorAll('.rg-case [data-key]')]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.dataset.key, each.checked, each.getAttribute('aria-pressed')])"""
# By the small routine's caretaker.
PRESSES = (
    *("kryss:stang-kranen", "ja:rinner-det", "idag:_handelsen", "hoppa:byt-roret", "nej:rinner-det", "byt-roll"),
    *("roll:vaktmastaren", "spara", "spara-ja"),
)


def walk(browser: Browser, site: Served, how: str) -> list[object]:
    """What can be pressed after each press, and what is said of what was saved when the page is opened anew."""
    states: list[object] = []
    with borrowing(browser, now=NOW) as page:
        page.goto(site.web(GUIDE))
        if how:
            page.evaluate(TRANSLATE, how)
        for key in ("roll:vaktmastaren", *PRESSES):
            for fold in page.evaluate(FOLDED, f'[data-key="{key}"]'):
                page.locator(f'details[data-fold="{fold}"] > summary').click()
            page.locator(f'[data-key="{key}"]').first.click()
            settle(page)
            states.append(page.evaluate(PRESSED))
            assert not how or page.evaluate(SWEDISH) == [], key
        page.reload()
        page.locator('.rg-case [data-key="rubrik:nu"]').wait_for()
        return [*states, page.locator(".rg-notice").all_inner_texts()]


def test_a_case_goes_and_is_kept_as_in_the_pages_own_words(browser: Browser, site: Served) -> None:
    own = walk(browser, site, "")
    assert len({str(state) for state in own}) >= len(PRESSES)
    assert own[-1] == []
    for how in ("around", "inside"):
        assert walk(browser, site, how) == own, how
