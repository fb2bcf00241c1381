"""Lämna sidan: everywhere, at once, by press or by Shift three times; it says nothing of where the reader was, and Back
does not lead here."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from routine.check.load import load
from tests.kit.browsing import DESK, PHONE, Served, borrowing, come, open_search, visiting

pytestmark = pytest.mark.browser

CHECKLIST = "roller/vaktmastaren/index.html"
SOME = ("index.html", CHECKLIST, "guide/index.html", "skriv-ut/kontroll/index.html")  # Each with other scripts.
# The link so far down the page: whether all of it is in the window, large enough, and answers to a press.
REACH = """(part) => {
  const link = document.querySelector('.rg-leave');
  scrollTo(0, part * document.documentElement.scrollHeight);
  const { left, top, right, bottom, width, height } = link.getBoundingClientRect();
  const hit = [.05, .5, .95].every((x) => link.contains(document.elementFromPoint(left + x * width, top + height / 2)));
  return hit && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && Math.min(width, height) >= 44;
}"""
# While another site is awaited nothing can be asked of the page: it tells by itself what its next picture shows.
TELL = """() => {
  const tell = () => requestAnimationFrame(() => {
    const cover = document.querySelector('.rg-cover');
    const spots = [0, .5, 1].flatMap((x) => [0, .5, 1].map((y) => [x * (innerWidth - 1), y * (innerHeight - 1)]));
    const covered = Boolean(cover) && spots.every(([x, y]) => document.elementFromPoint(x, y) === cover);
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const opaque = cover && getComputedStyle(cover).backgroundColor === ground && ground.startsWith('rgb(');
    console.log(JSON.stringify([covered, opaque]));
  });
  let shifts = 0;
  addEventListener('click', tell);
  addEventListener('keyup', ({ key }) => key === 'Shift' && (shifts += 1) === 3 && tell());
}"""
COVER = "Boolean(document.querySelector('.rg-cover'))"


def out(site: Served) -> str:
    return load(site.data).site.leave or ""


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def answer(route: Route) -> None:
    route.fulfill(body="<!doctype html><title>Elsewhere</title>", content_type="text/html")


@contextmanager
def standing_in(browser: Browser, site: Served, name: str = "index.html", **options: Any) -> Iterator[Page]:
    """A page with a stand-in for the other site: nothing leaves the machine."""
    with borrowing(browser, **options) as page:
        page.context.route(out(site) + "**", answer)
        page.goto(site.web(name))
        yield page


def stayed(page: Page) -> bool:
    """Leaving covers in the same breath, so there is nothing to wait for."""
    return not page.evaluate(COVER) and "127.0.0.1" in page.url


def press_link(page: Page) -> None:
    """As a finger: a press that waits for nothing."""
    box = page.locator(".rg-leave").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def three_shifts(page: Page) -> None:
    shift(page, 3)


BY_EACH_WAY = pytest.mark.parametrize("leave", [press_link, three_shifts])


def test_whatever_scripts_a_page_has_the_way_out_that_the_routine_names_within_reach(
    browser: Browser, site: Served
) -> None:
    with borrowing(browser) as page:
        for name in SOME:
            page.goto(site.web(name))
            link = page.locator(".rg-leave")
            assert link.get_attribute("href") == out(site)
            assert link.get_attribute("rel") == "noreferrer"
            for width, height in ((360, 640), (DESK, 800), (320, 256)):
                page.set_viewport_size({"width": width, "height": height})
                assert all(page.evaluate(REACH, part) for part in (0, 0.5, 1)), (name, width)


def test_the_footer_leads_to_what_leaving_does_and_does_not(browser: Browser, site: Served) -> None:
    with borrowing(browser) as page:
        page.goto(site.web(CHECKLIST))
        page.locator('.rg-foot a[href*="om/integritet"]').click()
        expect(page.locator("#lamna-sidan")).to_be_visible()


@pytest.mark.parametrize("place", ["web", "file"])
def test_three_shifts_leave_whatever_scripts_a_page_has(browser: Browser, site: Served, place: str) -> None:
    with standing_in(browser, site) as page:
        for name in SOME:
            page.goto(site.web(name) if place == "web" else site.file(name))
            shift(page, 3)
            page.wait_for_url(out(site) + "**")


@BY_EACH_WAY
def test_leaving_puts_the_other_site_in_the_pages_place(
    browser: Browser, site: Served, leave: Callable[[Page], None]
) -> None:
    """The history does not grow, also after a link within the page, Back leads to what was before, what was filled in
    is gone, and the other site is not told where the reader was."""
    asked: list[Request] = []
    with standing_in(browser, site) as page:
        page.context.on("request", lambda request: asked.append(request))
        page.goto(site.web(CHECKLIST))
        page.locator("main input[type=checkbox]").first.check()
        page.locator(".rg-skip").focus()
        page.keyboard.press("Enter")
        open_search(page)
        page.locator(".rg-search-input").fill("hemligt")
        page.locator(".rg-menu > summary").click()
        length = page.evaluate("history.length")
        leave(page)
        page.wait_for_url(out(site) + "**")
        assert page.evaluate("history.length") == length
        assert page.evaluate("document.referrer") == ""
        (left,) = [request for request in asked if request.url.startswith(out(site))]
        assert "referer" not in left.all_headers()
        page.go_back()
        page.wait_for_url(site.web("index.html"))
        page.go_forward()
        page.wait_for_url(out(site) + "**")
        page.goto(site.web(CHECKLIST))
        assert page.locator("main input:checked, .rg-search-input").count() == 0


@pytest.mark.parametrize(("name", "field"), [(CHECKLIST, "main input[type=checkbox]"), ("guide/index.html", "")])
def test_what_was_filled_in_is_gone_when_the_page_is_put_away(
    browser: Browser, site: Served, name: str, field: str
) -> None:
    """As by a browser that keeps the page, to show it when somebody presses Back."""
    with standing_in(browser, site, name) as page:
        page.locator(field or '[data-key="roll:rektorn"]').first.click()
        page.locator(".rg-case, main input:checked").first.wait_for()
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        expect(page.locator('main input:checked, .rg-case [data-key^="kryss:"]')).to_have_count(0)


@BY_EACH_WAY
def test_the_page_is_covered_before_the_other_site_answers(
    browser: Browser, site: Served, leave: Callable[[Page], None]
) -> None:
    held: list[Route] = []
    with borrowing(browser, color_scheme="dark") as page:
        page.context.route(out(site) + "**", lambda route: held.append(route))
        page.goto(site.web(CHECKLIST))
        page.evaluate(TELL)
        with page.expect_console_message() as message:
            leave(page)
        assert json.loads(message.value.text) == [True, True]
        come(page, lambda: held)
        answer(held[0])
        page.wait_for_url(out(site) + "**")


def test_fewer_or_slower_shifts_stay_and_the_press_before_the_last_is_announced(browser: Browser, site: Served) -> None:
    """Three within two seconds, counted from the first."""
    with standing_in(browser, site) as page:
        status = page.locator("body > [role=status]")
        shift(page, 1)
        assert status.all_inner_texts() == [""], "it stands there before it is given words"
        shift(page, 1)
        assert status.inner_text()
        page.wait_for_timeout(2100)
        for _ in range(2):
            shift(page, 1)
            page.wait_for_timeout(1100)
        shift(page, 1)
        assert stayed(page)


def held_down(page: Page) -> None:
    for _ in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")


def with_clicks(page: Page) -> None:
    page.locator("main h1").hover()
    for _ in range(4):
        page.keyboard.down("Shift")
        page.mouse.down()
        page.mouse.up()
        page.keyboard.up("Shift")


def keys(*pressed: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        for key in pressed * 4:
            page.keyboard.press(key)

    return press


@pytest.mark.parametrize(
    "press",
    [held_down, with_clicks, keys("Shift+A"), keys("Shift", "Shift", "c"), keys("Shift+Tab"), keys("Control+Shift")],
    ids=["held down", "with clicks", "capitals", "a letter between", "Tab backwards", "a change of keyboard"],
)
def test_shift_for_something_else_is_no_press(browser: Browser, site: Served, press: Callable[[Page], None]) -> None:
    with standing_in(browser, site) as page:
        press(page)
        assert stayed(page)


def test_without_script_it_is_a_plain_link_and_nothing_is_said_of_keys(browser: Browser, site: Served) -> None:
    with standing_in(browser, site, CHECKLIST, java_script_enabled=False) as page:
        assert "Skift" not in page.locator(".rg-bar").inner_text()
        page.locator(".rg-leave").click()
        page.wait_for_url(out(site) + "**")


@pytest.mark.parametrize("how", ["ctrlKey: true", "metaKey: true", "shiftKey: true", "button: 1"])
def test_a_press_with_a_key_held_is_left_to_the_browser(browser: Browser, site: Served, how: str) -> None:
    through = """(how) => {
      let through;
      addEventListener('click', (event) => {
        through = !event.defaultPrevented;
        event.preventDefault();
      }, { once: true });
      const press = new MouseEvent('click', { bubbles: true, cancelable: true, ...how });
      document.querySelector('.rg-leave').dispatchEvent(press);
      return through;
    }"""
    with standing_in(browser, site) as page:
        assert page.evaluate(f"({through})({{ {how} }})")
        assert stayed(page)


def test_a_page_brought_back_while_leaving_stays_covered(browser: Browser, site: Served) -> None:
    """Back while the other site is awaited, then Forward: it is shown as it was kept, covered until one chooses to go
    on. The browser of the other tests keeps no pages; this one does."""
    found = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    keeping = browser.browser_type.launch(
        executable_path=found, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    )
    with visiting(keeping, PHONE) as page:
        page.context.route(out(site) + "**", lambda route: None)
        page.goto(site.web("index.html"))
        page.goto(site.web(CHECKLIST))
        page.locator("main input[type=checkbox]").first.check()
        page.evaluate("setTimeout(() => history.back(), 500)")
        shift(page, 3)
        come(page, lambda: page.url == site.web("index.html"))
        page.evaluate("setTimeout(() => history.forward())")
        come(page, lambda: page.url == site.web(CHECKLIST))
        assert page.evaluate(COVER)
        page.keyboard.press("Enter")
        assert page.evaluate(COVER), "a key that was meant for something else chose"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert not page.evaluate(COVER)
        assert page.locator("main input:checked").count() == 0
    keeping.close()
