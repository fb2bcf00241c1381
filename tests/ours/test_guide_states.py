"""Every state of our guide: nothing is cut off, all can be read, pressed and reached, it is told as it was read, and it
prints whole."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from routine.domain import wording
from routine.loading.load import load
from tests.kit import axe
from tests.kit.browsing import DESK, HEIGHT, PHONE, Served, borrowing, script, told, visiting
from tests.kit.golden import kept
from tests.kit.keyboard import REORDERED, bad, missed, stops
from tests.kit.look import BOXES, CUT, MOVING, SCHEMES, SPACED, SPLIT, TARGET, TEXT_TWICE, sideways
from tests.kit.paper import BOX, NAVIGATION, PRINTED, SEEN, as_paper, sheets
from tests.kit.paths import REAL
from tests.kit.reader import NOW
from tests.kit.variants import leaves, values_of
from tests.ours.states import ALIKE, STATES, enter

pytestmark = pytest.mark.browser

PRESSED = "main :is(button, summary, input, .rg-number):visible"
IDS = "() => [...document.querySelectorAll('[id]')].map((each) => each.id)"
# What is not announced: a field or a button without a name, and a group whose name is nobody's.
NAMELESS = """() => {
  const named = (each) =>
    each.getAttribute('aria-label') || each.textContent.trim() || each.labels?.[0]?.textContent.trim();
  return [...document.querySelectorAll('main :is(button, input, textarea, [role=group])')]
    .filter((each) => each.checkVisibility() && !named(each))
    .map((each) => each.outerHTML.slice(0, 80));
}"""
# As many steps as there may be: two figures beside each heading.
MANY = "() => document.querySelectorAll('.rg-stage .rg-small').forEach((each) => { each.textContent = '88'; })"
# Without the focus, Tab would go on from where it was.
FROM_THE_TOP = (
    "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }"
)
COLOURFUL = """() => {
  const coloured = (style, name) => {
    const [r, g, b, alpha = 1] = style[name].match(/[\\d.]+/g).map(Number);
    return alpha > 0 && Math.max(r, g, b) - Math.min(r, g, b) > 2;
  };
  const places = ['color', 'backgroundColor', 'borderTopColor', 'borderInlineStartColor'];
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.checkVisibility())
    .filter((each) => places.some((name) => coloured(getComputedStyle(each), name)))
    .map((each) => each.className || each.tagName);
}"""
LEVELS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((each) => each.checkVisibility())
  .map((each) => Number(each.tagName[1]))"""


def cramped(page: Page, width: int) -> list[str]:
    """What is cut off, or too small to press; also with larger text and with more space around it."""
    small = [box for box in page.locator(PRESSED).evaluate_all(BOXES) if min(box["width"], box["height"]) < TARGET]
    page.evaluate(MANY)
    problems = [
        *sideways(page),
        *(f"too small: {box}" for box in small),
        *(f"broken: {word}" for word in page.evaluate(SPLIT)),
    ]
    for name, style in (("200 % text", TEXT_TWICE), ("spaced text", SPACED)):
        tag = page.add_style_tag(content=style)
        problems += [f"{name}: {each}" for each in sideways(page)]
        problems += [f"{name}: {each} cuts its text" for each in page.evaluate(CUT)]
        if style == TEXT_TWICE:
            page.set_viewport_size({"width": max(width, PHONE), "height": HEIGHT})
            problems += [f"{name}: {word} is broken" for word in page.evaluate(SPLIT)]
            page.set_viewport_size({"width": width, "height": HEIGHT})
        tag.evaluate("(each) => each.remove()")
    return problems


def faint(page: Page) -> list[str]:
    """Texts that do not stand out, in light and in dark."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {text}" for text in page.evaluate(script("contrast")) if text["ratio"] < 7]
    return found


def unnamed(page: Page) -> list[str]:
    """What assistive technology could not make sense of."""
    levels = page.evaluate(LEVELS)
    skipped = levels[0] != 1 or any(level - before > 1 for before, level in pairwise(levels))
    twice = [id for id, count in Counter(page.evaluate(IDS)).items() if count > 1]
    return [*page.evaluate(NAMELESS), *([f"levels {levels}"] if skipped else []), *(f"id {id} twice" for id in twice)]


def out_of_reach(page: Page) -> list[str]:
    """What Tab does not reach, and stops that are out of order, out of sight, covered, or without a ring."""
    page.evaluate(FROM_THE_TOP)
    return [
        *(f"{stop['name']} ({stop['kind']}) {fault}" for stop in stops(page) if (fault := bad(stop))),
        *missed(page),
        *page.evaluate(REORDERED),
    ]


def colourful(page: Page) -> list[str]:
    """What has a colour on paper."""
    found: list[str] = page.evaluate(COLOURFUL)
    return found


def unprintable(page: Page) -> list[str]:
    """What is wrong with it on paper, printed from a dark screen."""
    page.set_viewport_size({"width": PRINTED["width"], "height": PRINTED["height"]})
    page.emulate_media(media="print", color_scheme="dark")
    # An answer with its box is read, and filled in by hand where none was given.
    pressed = page.locator("main button:not(.rg-case [aria-pressed]):visible").count()
    seen = page.locator("[data-section]:visible").count()
    # The complete list is printed where there is no case, or when the reader has folded it out.
    alone = page.locator("html:is([data-guide=roll], [data-guide=samtal]) .rg-all:not([open])").count()
    steps = 0 if alone else page.locator("[data-section]").count()
    pale = [text for text in page.evaluate(script("contrast"), [255, 255, 255]) if text["ratio"] < 7]
    blank = [sheet for sheet in sheets(page.pdf(format="A4", prefer_css_page_size=True)) if not sheet.letters]
    return [
        *(f"{each} is printed" for each in page.locator(", ".join(NAVIGATION)).evaluate_all(SEEN)),
        *([f"{pressed} buttons, which cannot be pressed on paper"] if pressed else []),
        *([f"{seen} of {steps} steps"] if seen != steps else []),
        *(f"{each} has a colour" for each in colourful(page)),
        *(f"{box} is not drawn" for box in page.evaluate(BOX) if box["native"] or not box["drawn"]),
        *(["wider than the sheet"] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []),
        *map(str, pale),
        *(f"{sheet} is blank" for sheet in blank),
    ]


@dataclass(frozen=True, slots=True)
class Looked:
    """What has been found in one state at one width: what was looked for → what is wrong; and what is told of it."""

    state: str
    wrong: dict[str, list[str]]
    told: str


@pytest.fixture(
    scope="module",
    params=[
        *(
            pytest.param((state, 320), id=f"{state}-320", marks=[pytest.mark.full] if state in ALIKE else [])
            for state in STATES
        ),
        *(pytest.param((state, DESK), id=f"{state}-{DESK}", marks=pytest.mark.full) for state in STATES),
    ],
)
def looked(request: pytest.FixtureRequest, browser: Browser, real_site: Served) -> Looked:
    """The state is entered once, and all that can be measured there is."""
    state, width = request.param
    with borrowing(browser, DESK, now=NOW) as page:
        enter(page, real_site, state)
        said = page.locator("main").aria_snapshot()
        page.set_viewport_size({"width": width, "height": HEIGHT})
        moving = page.evaluate(MOVING)
        wrong = {
            "moves": [f"{moving} running"] if moving else [],
            "axe": axe.judged(page, state, set(), axe.ASKED if width == DESK else {"light": axe.EVERY}),
            "cramped": cramped(page, width),
            "faint": faint(page),
            "unnamed": unnamed(page),
            "out of reach": out_of_reach(page),
            "unprintable": unprintable(page),
        }
    return Looked(state, wrong, said)


def nothing(problems: list[str]) -> None:
    assert not problems, told(problems)


def test_nothing_is_cut_off_or_too_small_to_press(looked: Looked) -> None:
    nothing(looked.wrong["cramped"])


def test_every_text_can_be_read(looked: Looked) -> None:
    nothing(looked.wrong["faint"])


def test_everything_has_a_name_and_a_level_of_its_own(looked: Looked) -> None:
    nothing(looked.wrong["unnamed"])


def test_everything_is_reached_by_keys(looked: Looked) -> None:
    nothing(looked.wrong["out of reach"])


def test_nothing_moves_in_the_guide(looked: Looked) -> None:
    nothing(looked.wrong["moves"])


def test_axe_finds_nothing_in_any_state_of_the_guide(looked: Looked) -> None:
    nothing(looked.wrong["axe"])


def test_it_prints_whole_black_on_white_without_a_blank_sheet(looked: Looked) -> None:
    nothing(looked.wrong["unprintable"])


def test_what_a_screen_reader_is_told_of_a_state_is_what_was_read(looked: Looked) -> None:
    """With the routine's own words left out."""
    kept(Path(__file__).parent / "aria", file_of(looked.state), of_the_routine().sub("…", looked.told))


def test_what_is_kept_of_a_state_is_of_one_that_there_is() -> None:
    kept = {file.stem for file in (Path(__file__).parent / "aria").glob("*.yaml")}
    assert kept == {file_of(state) for state in STATES}


def file_of(state: str) -> str:
    return "guide-" + re.sub(r"\W+", "-", state)


@cache
def of_the_routine() -> re.Pattern[str]:
    """Everything that our routine says, the longest first; what is one word, as whole words."""
    texts = {
        line
        for path, text in leaves(values_of(REAL))
        if path[-1] != "id"
        for line in (text, " ".join(text.split()), wording.inside(text))
    }
    texts |= {action.within.text for action in load(REAL).actions if action.within}
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in sorted(texts, key=len, reverse=True) if len(text) > 3),
        re.IGNORECASE,
    )


def test_the_summary_prints_alone_with_every_step_and_room_for_notes(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PRINTED["width"], PRINTED["height"]) as page:
        page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
        enter(page, real_site, "the summary")
        page.locator('[data-key="skriv-ut"]').click()
        assert page.evaluate("window.printed") == 1
        as_paper(page)
        shown = page.locator("main").inner_text()
        steps = page.locator("[data-text]").all_text_contents()
        assert all(page.locator(".rg-summary").get_by_text(text).first.is_visible() for text in steps)
        assert not page.locator("[data-section]:visible, .rg-now:visible").count(), "nothing else"
        assert page.locator(".rg-sos:visible").count() == 1, "but the numbers, as on every sheet"
        assert not page.locator(".rg-sum > summary:visible").count(), "its heading says the same"
        for words in (
            "20 november 2026",
            "Senast 4 december 2026",
            "Inte aktuellt: har redan stöd",
            "Klart 25 november 2026",
            "Svar: Ja",
            "Anteckningar",
        ):
            assert words in shown, words
        assert "sekretess" in shown
        assert page.locator(".rg-notes .rg-rule:visible").count() >= 3
        assert colourful(page) == []
        printed = sheets(page.pdf(format="A4", prefer_css_page_size=True))
        assert all(sheet.letters for sheet in printed)
        assert len(printed) <= 2
        page.emulate_media(media="screen")
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        as_paper(page)
        assert page.locator(".rg-case h2:visible").count() > 1, "the case prints as before"


def test_a_state_is_entered_whole_however_slowly_what_it_asks_for_comes(browser: Browser, real_site: Served) -> None:
    """So that a busy machine is told of what the reader sees, and not of the moment before."""
    with visiting(browser) as page:
        slow = {"offline": False, "latency": 400, "downloadThroughput": -1, "uploadThroughput": -1}
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
        enter(page, real_site, "asked whether to save")
        assert page.locator('[data-key="spara-ja"]').is_visible()
