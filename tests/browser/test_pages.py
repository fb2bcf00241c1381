"""A page of each kind, opened once at a width and in a scheme: all that can be measured of its look is."""

from __future__ import annotations

from collections import defaultdict

import pytest
from playwright.sync_api import Browser

from tests.kit import axe
from tests.kit.browsing import DESK, PHONE, Served, borrowing, told
from tests.kit.look import LOOKS, LOWEST
from tests.kit.views import Scheme, of_each_kind

pytestmark = pytest.mark.browser

Wrong = dict[str, list[str]]


@pytest.fixture(scope="module", params=[(320, "light"), (DESK, "dark")], ids=["320-light", "desk-dark"])
def wrong(request: pytest.FixtureRequest, browser: Browser, site: Served) -> Wrong:
    """What has been found of each look."""
    width, scheme = request.param
    found: Wrong = defaultdict(list)
    with borrowing(browser, width, LOWEST, color_scheme=scheme) as page:
        for name in of_each_kind(site):
            page.goto(site.web(name))
            for look in LOOKS:
                found[look.__name__] += [f"{name}: {each}" for each in look(page)]
    return found


@pytest.mark.parametrize("look", [look.__name__ for look in LOOKS])
def test_on_a_page_of_each_kind_nothing_is_wrong_with(wrong: Wrong, look: str) -> None:
    assert not wrong[look], told(wrong[look])


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("image-alt", "document.querySelector('main').append(document.createElement('img'))"),
        ("color-contrast-enhanced", "document.querySelector('.rg-foot p').style.color = '#6b6b6b'"),
        ("html-has-lang", "document.documentElement.removeAttribute('lang')"),
    ],
)
def test_axe_finds_what_is_wrong(browser: Browser, site: Served, rule: str, change: str) -> None:
    with borrowing(browser) as page:
        page.goto(site.web("index.html"))
        page.evaluate(change)
        assert any(f"{rule} at" in each for each in axe.judged(page))


BAR = """() => {
  scrollTo(0, 400);
  const box = (place) => document.querySelector(place).getBoundingClientRect();
  return [box('.rg-bar').height, box('.rg-bar').top === 0, box('.rg-leave').top === 0];
}"""


@pytest.mark.parametrize(
    ("width", "height", "follows"),
    [(PHONE, 760, True), (PHONE, 480, False), (844, 390, False), (DESK, 639, False), (DESK, 800, True)],
)
def test_the_bar_is_low_and_follows_where_it_takes_a_tenth_and_the_way_out_everywhere(
    browser: Browser, site: Served, width: int, height: int, follows: bool
) -> None:
    with borrowing(browser, width, height) as page:
        page.goto(site.web("rutinen/index.html"))
        high, there, way_out = page.evaluate(BAR)
        assert high <= 64
        assert (there, way_out) == (follows, True)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_with_large_text_the_numbers_and_the_way_out_are_in_sight_far_down(
    browser: Browser, site: Served, width: int
) -> None:
    with borrowing(browser, width, 760) as page:
        page.goto(site.web("guide/index.html"))
        page.add_style_tag(content="html { font-size: 130% }")
        page.evaluate("scrollTo(0, 900)")
        tops = "(all) => all.map((each) => each.getBoundingClientRect().top)"
        assert all(-0.5 <= top < 4 for top in page.locator(".rg-sos a, .rg-leave").evaluate_all(tops))


# A line around it of a pixel at least, which forced colours keep; a background they take.
FRAME = """(all) => all.map((each) => ['borderTop', 'outline']
  .filter((line) => parseFloat(getComputedStyle(each)[`${line}Width`]) >= 1)
  .map((line) => getComputedStyle(each)[`${line}Style`]))"""
FRAMED = {
    "index.html": ".rg-sos a",
    "roller/vaktmastaren/index.html": ".rg-sheet, .rg-other",
    "roller/upptackaren/index.html": ".rg-say",
    "skriv-ut/kontroll/index.html#AAA-AAA": ".rg-validity .rg-box:not([hidden])",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_framed_and_ticked_is_seen_in_forced_colours(browser: Browser, site: Served, scheme: Scheme) -> None:
    with borrowing(browser, forced_colors="active", color_scheme=scheme) as page:
        for name, places in FRAMED.items():
            page.goto(site.web(name))
            frames = page.locator(places).evaluate_all(FRAME)
            assert frames, name
            assert all("solid" in frame for frame in frames), name
        page.goto(site.web("roller/vaktmastaren/index.html"))
        for box in page.locator("main input[type=checkbox]").all()[:2]:
            before = box.screenshot()
            box.check()
            page.mouse.move(0, 0)
            box.evaluate("(each) => each.blur()")
            assert box.screenshot() != before
