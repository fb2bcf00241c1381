"""Every state of our guide: nothing is cut off, all can be read, pressed and reached, it prints whole, and it is told
as it was read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from routine.check.load import load
from tests.kit.browsing import DESK, Served, script, told
from tests.kit.keyboard import REORDERED, bad, missed, stops
from tests.kit.look import LOOKS, LOWEST, by_axe
from tests.kit.outline import kept
from tests.kit.paper import BOX, NAVIGATION, PRINTED, SEEN, sheets
from tests.kit.paths import REAL
from tests.kit.variants import leaves, values_of
from tests.ours.states import STATES, entered

pytestmark = pytest.mark.browser

# What is not announced: a field or a button without a name, and a group whose name is nobody's.
NAMELESS = """() => {
  const named = (each) =>
    each.getAttribute('aria-label') || each.textContent.trim() || each.labels?.[0]?.textContent.trim();
  return [...document.querySelectorAll('main :is(button, input, textarea, [role=group])')]
    .filter((each) => each.checkVisibility() && !named(each))
    .map((each) => each.outerHTML.slice(0, 80));
}"""
FROM_THE_TOP = "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex') }"
# The menu is that of any page, and takes the reader's folds with it when it is opened.
OF_A_STATE = [look for look in LOOKS if look.__name__ not in ("number", "unfolded", "typeface", "by_axe")]
# As long as all the others together: asked where something is new to it.
LOOKED_AT = [state for state in STATES if state not in ("one contact", "saved")]  # Nothing in them is theirs alone.
JUDGED = ("just done", "in a call", "the summary", "asked whether to save")


@pytest.mark.parametrize("state", LOOKED_AT)
def test_nothing_is_wrong_with_a_state(browser: Browser, real_site: Served, state: str) -> None:
    with entered(browser, real_site, state) as reader:
        page = reader.page
        page.set_viewport_size({"width": 320, "height": LOWEST})
        page.evaluate(FROM_THE_TOP)
        wrong = [*page.evaluate(NAMELESS), *(f"{each}" for each in stops(page) if bad(each)), *missed(page)]
        wrong += page.evaluate(REORDERED)
        page.evaluate("document.activeElement.blur()")
        looks = [*([by_axe] if state in JUDGED else []), *OF_A_STATE]
        wrong += [f"{look.__name__}: {each}" for look in looks for each in look(page)]
    assert not wrong, told(wrong)


@pytest.mark.parametrize("state", ["much to do", "in a call", "the summary"])
def test_it_prints_whole_dark_on_white_and_without_buttons(browser: Browser, real_site: Served, state: str) -> None:
    with entered(browser, real_site, state) as reader:
        page = reader.page
        page.set_viewport_size({"width": PRINTED["width"], "height": PRINTED["height"]})
        page.emulate_media(media="print", color_scheme="dark")
        wrong = page.locator(", ".join(NAVIGATION)).evaluate_all(SEEN)
        # An answer with its box is read, and filled in by hand where none was given.
        wrong += page.locator("main button:not(.rg-case [aria-pressed]):visible").evaluate_all(SEEN)
        wrong += [text for text in page.evaluate(script("contrast"), [255, 255, 255]) if text["ratio"] < 7]
        wrong += [box for box in page.evaluate(BOX) if box["native"] or not box["drawn"]]
        wrong += [sheet for sheet in sheets(page.pdf(format="A4", prefer_css_page_size=True)) if not sheet.letters]
        assert page.locator(".rg-case [data-item]:visible, .rg-summary [data-text]:visible").count() > 2
    assert not wrong, told([str(each) for each in wrong])


@pytest.mark.parametrize("state", ["just done", "one contact", "in a call"])
def test_what_a_screen_reader_is_told_of_a_state_is_what_was_read(
    browser: Browser, real_site: Served, state: str
) -> None:
    """With the routine's own words left out."""
    with entered(browser, real_site, state, DESK) as reader:
        said = reader.page.locator(".rg-case").aria_snapshot()
    kept(Path(__file__).parent / "aria", f"guide-{state.replace(' ', '-')}", of_the_routine().sub("…", said))


@cache
def of_the_routine() -> re.Pattern[str]:
    """Everything that our routine says, the longest first; what is one word, as whole words."""
    texts = {" ".join(text.split()) for path, text in leaves(values_of(REAL)) if path[-1] != "id"}
    texts |= {action.within.text for action in load(REAL).actions if action.within}
    words = (re.escape(text) for text in sorted(texts, key=len, reverse=True) if len(text) > 3)
    return re.compile("|".join(rf"(?<!\w){each}(?!\w)" for each in words), re.IGNORECASE)
