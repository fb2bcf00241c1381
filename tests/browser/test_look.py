"""What can be measured of the look:
nothing is cut off, what matters is large and near, every text can be read, and nothing moves.

Each page is opened once at a width and in a scheme, and all that can be measured there is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from routine.loading.load import load
from tests.kit.browsing import OPEN_ALL, Served, script, told, visiting
from tests.kit.look import BROKEN, CUT, MOVING, SPACED, SPLIT, TARGET, TEXT_TWICE, sideways
from tests.kit.variants import LONGEST
from tests.kit.views import View, grid, views

pytestmark = pytest.mark.browser

LOWEST = 640
# A phone whose text is set as large as it goes, and a desk's page at twice its size.
AT_TEXT_TWICE = {320: 360, 1280: 640}
# Twice as large, they have not room for twelve letters; nor has an address or a piece of code.
LARGEST = re.compile(r" \((H1|H2|CODE|PRE|rg-code)\b")
PRESSED = (
    'a[href^="tel:"]',
    ".rg-leave",
    ".rg-menu > summary",
    ".rg-menu-panel a",
    ".rg-search > summary",
    "main .rg-do",
    "main .rg-list a",
    "main .rg-button",
    "main .rg-links a",
    "main [type=checkbox]",
    "main [type=radio]",
    "main .rg-answers label",
    "main summary",
)
BOXES = """(kinds) => kinds.flatMap((kind) => {
  const all = [...document.querySelectorAll(kind)];
  return all.filter((each) => each.checkVisibility({ visibilityProperty: true })).map((each) => {
    const { width, height } = each.getBoundingClientRect();
    return { kind, text: each.textContent, width, height };
  });
})"""
FIRST_NUMBER = """() => {
  const number = document.querySelector('a[href^="tel:"]');
  if (!number?.checkVisibility({ visibilityProperty: true })) return null;
  const { x, y, width, height } = number.getBoundingClientRect();
  return { x, y, width, height };
}"""
IN_TEST = (View("small", 320, "light"), View("small", 1280, "dark"))
# A routine with much of everything.
MUCH = (View("large", 360, "light"), View("large", 1280, "dark"))
VIEWS = views(*IN_TEST, full=(*grid(320, 360, 390, 768, 1280), *MUCH))


@dataclass
class Seen:
    """What has been found at one view: what to look for → what is wrong, and what was there to be looked at."""

    view: View
    site: Served
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    met: set[str] = field(default_factory=set)
    texts: int = 0

    @property
    def pages(self) -> list[str]:
        return self.view.pages(self.site)


def the_numbers(page: Page, seen: Seen) -> Iterator[str]:
    """An emergency number in sight without scrolling."""
    box = page.evaluate(FIRST_NUMBER)
    if (
        not box
        or box["y"] < 0
        or box["y"] + box["height"] > LOWEST
        or box["x"] < 0
        or box["x"] + box["width"] > seen.view.width
    ):
        yield str(box)


def the_width(page: Page, _: Seen) -> Iterator[str]:
    yield from sideways(page)


def the_words(page: Page, _: Seen) -> Iterator[str]:
    yield from (f"{word} is broken" for word in page.evaluate(SPLIT))


def the_targets(page: Page, seen: Seen) -> Iterator[str]:
    page.evaluate("() => { document.querySelector('.rg-menu').open = true }")
    for box in page.evaluate(BOXES, PRESSED):
        seen.met.add(box["kind"])
        if box["width"] < TARGET or box["height"] < TARGET:
            yield str(box)


def unfolded(page: Page, _: Seen) -> Iterator[str]:
    page.evaluate(OPEN_ALL)
    yield from ()


def the_movement(page: Page, _: Seen) -> Iterator[str]:
    if count := page.evaluate(MOVING):
        yield f"{count} running"


def the_alarm(page: Page, _: Seen) -> Iterator[str]:
    found = page.evaluate(script("colours"), ["--alarm", ".rg-sos, .rg-numbers"])
    if not found:
        yield "the emergency numbers do not have it"
    yield from (f"{each['where']} has it as {each['property']}" for each in found if each["apart"])


def the_contrast(page: Page, seen: Seen) -> Iterator[str]:
    page.emulate_media(contrast="more")
    texts = page.evaluate(script("contrast"))
    seen.texts += len(texts)
    yield from (f"{text['ratio']:.2f} {text['where']}: {text['text']}" for text in texts if text["ratio"] < 7)
    page.emulate_media(contrast="no-preference")


def the_larger_text(page: Page, seen: Seen) -> Iterator[str]:
    if not (width := AT_TEXT_TWICE.get(seen.view.width)):
        return
    larger = page.add_style_tag(content=TEXT_TWICE)
    page.set_viewport_size({"width": width, "height": LOWEST})
    yield from sideways(page)
    yield from (f"{each} cuts its text" for each in page.evaluate(CUT))
    yield from (f"{each} is broken" for each in page.evaluate(BROKEN))
    yield from (f"{word} is broken" for word in page.evaluate(SPLIT) if not LARGEST.search(word))
    page.set_viewport_size({"width": seen.view.width, "height": LOWEST})
    larger.evaluate("(each) => each.remove()")


def the_spaced_text(page: Page, _: Seen) -> Iterator[str]:
    page.add_style_tag(content=SPACED)
    yield from sideways(page)
    yield from (f"{each} cuts its text" for each in page.evaluate(CUT))


# In this order: the menu is opened, then all of it, and the style sheets that are added come last.
LOOKED_FOR: tuple[Callable[[Page, Seen], Iterator[str]], ...] = (
    the_numbers,
    the_width,
    the_words,
    the_targets,
    unfolded,
    the_width,
    the_words,
    the_movement,
    the_alarm,
    the_contrast,
    the_larger_text,
    the_spaced_text,
)


@pytest.fixture(scope="module", params=VIEWS)
def seen(request: pytest.FixtureRequest, browser: Browser, site_named: Callable[[str], Served]) -> Seen:
    view: View = request.param
    found = Seen(view, site_named(view.site))
    with visiting(browser, view.width, LOWEST, color_scheme=view.scheme) as page:
        for name in found.pages:
            page.goto(found.site.web(name))
            for look in LOOKED_FOR:
                found.wrong[look.__name__] += [f"{name}: {each}" for each in look(page, found)]
    return found


def nothing(problems: list[str]) -> None:
    assert not problems, told(problems)


def test_no_page_scrolls_sideways(seen: Seen) -> None:
    """As it is, and with everything unfolded."""
    nothing(seen.wrong["the_width"])


def test_no_short_word_is_broken(seen: Seen) -> None:
    nothing(seen.wrong["the_words"])


def test_text_twice_as_large_is_neither_cut_nor_too_wide(seen: Seen) -> None:
    nothing(seen.wrong["the_larger_text"])


def test_text_that_is_spaced_out_is_neither_cut_nor_too_wide(seen: Seen) -> None:
    nothing(seen.wrong["the_spaced_text"])


def test_an_emergency_number_is_in_sight_in_the_lowest_window(seen: Seen) -> None:
    nothing(seen.wrong["the_numbers"])


def test_what_is_pressed_in_haste_is_large_enough(seen: Seen) -> None:
    nothing(seen.wrong["the_targets"])
    assert seen.met == set(PRESSED) - lacking(seen.site)


def lacking(site: Served) -> set[str]:
    """What there is none of where the routine has no place to leave to, or no question."""
    routine = load(site.data)
    return {
        *(() if routine.site.leave else (".rg-leave",)),
        *(() if routine.questions else ("main [type=radio]", "main .rg-answers label")),
    }


def test_every_text_stands_out_from_what_is_behind_it(seen: Seen) -> None:
    """7 : 1 everywhere, also for who asks for more contrast; with the menu, the search and the fold-outs open."""
    nothing(seen.wrong["the_contrast"])
    assert seen.texts > 30 * len(seen.pages)


def test_the_alarm_colour_belongs_to_the_emergency_numbers(seen: Seen) -> None:
    nothing(seen.wrong["the_alarm"])


def test_nothing_moves_for_who_does_not_want_it(seen: Seen) -> None:
    nothing(seen.wrong["the_movement"])


@pytest.mark.full
def test_the_longest_words_of_the_language_fit_on_the_smallest_phone(browser: Browser, wordy_site: Served) -> None:
    problems = []
    with visiting(browser, 320) as page:
        for name in wordy_site.pages:
            page.goto(wordy_site.web(name))
            page.evaluate(OPEN_ALL)
            assert LONGEST[-1] in (page.locator("body").text_content() or ""), name
            problems += [f"{name}: {each}" for each in sideways(page)]
            problems += [f"{name}: {each} cuts its text" for each in page.evaluate(CUT)]
    nothing(problems)
