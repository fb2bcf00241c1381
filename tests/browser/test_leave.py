"""Lämna sidan: everywhere, at once, by press or by Shift three times;
it says nothing of where the reader was, and Back does not lead here."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, TimeoutError, expect

from routine.loading.load import load
from tests.kit.browsing import DESK, KEPT, OPEN_ALL, PHONE, Served, borrowing, come, open_search, told, visiting
from tests.kit.keyboard import bad, of_each_depth, stops
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import Pages, View, every_page, others, some, views

pytestmark = pytest.mark.browser

ELSEWHERE = "<!doctype html><title>Elsewhere</title><p>Elsewhere"
SIZES = ((360, 640), (1280, 800), (320, 256))
TARGET = 44
# Listeners that keep a page from being kept for the way back, or that ask before leaving.
WATCH = """() => {
  window.heldBack = [];
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    if (kind === 'unload' || kind === 'beforeunload') window.heldBack.push(kind);
    return add.call(this, kind, ...rest);
  };
}"""
# While another site is awaited nothing can be asked of the
# page, so it tells by itself what the next picture of it shows.
TELL = """() => {
  const tell = () => requestAnimationFrame(() => {
    const cover = document.querySelector('.rg-cover');
    const at = (x, y) => document.elementFromPoint(x * (innerWidth - 1), y * (innerHeight - 1));
    const spots = [0, .25, .5, .75, 1].flatMap((x) => [0, .25, .5, .75, 1].map((y) => at(x, y)));
    console.log(JSON.stringify({
      covered: Boolean(cover) && spots.every((each) => each === cover),
      colour: cover ? getComputedStyle(cover).backgroundColor : '',
      ground: getComputedStyle(document.documentElement).backgroundColor,
      words: document.body.innerText.trim(),
      ring: cover ? getComputedStyle(cover).outlineStyle : '',
      title: document.title,
      url: location.href,
    }));
  });
  window.addEventListener('click', tell);
  window.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift') return;
    window.shifts = (window.shifts ?? 0) + 1;
    if (window.shifts === 3) tell();
  });
}"""
# Whether the link and the name stand apart, also when the name is long.
APART = """() => {
  const [name, link] = ['.rg-name', '.rg-leave'].map((each) => document.querySelector(each));
  const free = () => name.getBoundingClientRect().right <= link.getBoundingClientRect().left;
  const short = free();
  name.textContent = 'Rutin för förtroendevalda som möter hot';
  return short && free();
}"""
COVER = "Boolean(document.querySelector('.rg-cover'))"
# The link as the reader finds it so far down the page: its box, and whether every part of it answers to a press.
REACH = """(parts) => parts.map((part) => {
  const link = document.querySelector('.rg-leave');
  document.scrollingElement.scrollTop = part * document.documentElement.scrollHeight;
  const { left, right, top, bottom, width, height } = link.getBoundingClientRect();
  const spots = [[.5, .5], [.05, .2], [.95, .2], [.05, .8], [.95, .8]];
  return {
    inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
    hit: spots.every(([x, y]) => link.contains(document.elementFromPoint(left + x * width, top + y * height))),
    width, height,
  };
})"""


def out(site: Served) -> str:
    return load(site.data).site.leave or ""


def checklist(site: Served) -> str:
    return next(name for name in site.linked if name.startswith("checklistor/"))


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def answer(route: Route) -> None:
    route.fulfill(body=ELSEWHERE, content_type="text/html")


@contextmanager
def standing_in(browser: Browser, site: Served, width: int = DESK, height: int = 800, **options: Any) -> Iterator[Page]:
    """A page with a stand-in for the other site: nothing leaves the machine."""
    with borrowing(browser, width, height, **options) as page:
        page.context.route(out(site) + "**", answer)
        yield page


def stayed(page: Page, url: str) -> bool:
    """Leaving covers in the same breath, so there is nothing to wait for."""
    return not page.evaluate(COVER) and page.url == url


def until(page: Page, url: str) -> None:
    """Wait for the address alone; a wait for a page would fail when the one before it is broken off."""
    for _ in range(500):
        if page.url == url:
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{page.url} is not {url}")


def press_link(page: Page) -> None:
    """As a finger: a press that waits for nothing."""
    box = page.locator(".rg-leave").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def enter_link(page: Page) -> None:
    page.locator(".rg-leave").focus()
    page.keyboard.press("Enter")


def three_shifts(page: Page) -> None:
    shift(page, 3)


WAYS = (press_link, enter_link, three_shifts)
BY_EACH_WAY = pytest.mark.parametrize("leave", WAYS)


# The other bodies that have somewhere to leave to.
LEAVING = [name for name, data in OTHER_BODIES.items() if load(data).site.leave]


@pytest.fixture(scope="module", params=some("small", full=("real", *LEAVING)))
def leaving_site(request: pytest.FixtureRequest, site_named: Callable[[str], Served]) -> Served:
    return site_named(request.param)


@pytest.mark.full
@pytest.mark.parametrize("name", sorted({*OTHER_BODIES} - {*LEAVING}))
def test_with_nowhere_to_leave_to_nothing_is_said_of_it_and_shift_does_nothing(
    browser: Browser, site_named: Callable[[str], Served], name: str
) -> None:
    site = site_named(name)
    with borrowing(browser) as page:
        for file in site.pages:
            page.goto(site.web(file))
            shift(page, 4)
            assert stayed(page, site.web(file))
            assert not page.locator(".rg-leave, .rg-leave-note").count(), file
            said = page.locator("html").text_content() or ""
            assert "Lämna sidan" not in said or file.startswith("redigera/"), file
            assert "Skift" not in said, file


# At one of these widths what the link cannot do stands beside it. It is of the shell, and the same on every page.
EVERYWHERE = views(
    View("small", PHONE, "light", of_each_depth),
    View("small", DESK, "light", of_each_depth),
    full=(
        View("real", PHONE, "light", every_page),
        View("small", DESK, "light", every_page),
        *(view for view in others(PHONE, DESK, pages=every_page) if view.site in LEAVING),
    ),
)


@dataclass
class Ways:
    """What is wrong with the way out of each page: what was looked for → page and fault."""

    site: Served
    width: int
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def nothing(self, looked_for: Callable[..., object]) -> None:
        assert looked_for.__name__ in self.wrong
        assert not self.wrong[looked_for.__name__], told(self.wrong[looked_for.__name__])


def the_link(page: Page, ways: Ways) -> Iterator[str]:
    link = page.locator(".rg-leave")
    silent = "noreferrer" in (link.get_attribute("rel") or "").split()
    if (
        link.count() != 1
        or " ".join(link.inner_text().split()) != "Lämna sidan"
        or link.get_attribute("href") != out(ways.site)
    ):
        yield str(link.all_inner_texts())
    elif not silent:
        yield "tells the other site where the reader was"


def the_note(page: Page, ways: Ways) -> Iterator[str]:
    """What it cannot do: beside it where there is room, always in its description."""
    note = page.locator("#" + (page.locator(".rg-leave").get_attribute("aria-describedby") or "missing"))
    words = note.inner_text()
    if "historik" not in words or "loggar" not in words or "Skift tre gånger" not in words:
        yield words
    box = note.bounding_box()
    if (box is not None and box["width"] > 100) != (ways.width == DESK):
        yield "the words beside it are not shown as they should"


def the_foot(page: Page, ways: Ways) -> Iterator[str]:
    """A way to read more, of every page that is not missing."""
    links = page.locator(".rg-foot a", has_text="Lämna sidan")
    places = links.evaluate_all("(all) => all.map((each) => each.href)")
    if not page.url.endswith("404.html") and [*map(ways.site.page_of, places)] != ["om/integritet/index.html"]:
        yield str(places)


def the_listeners(page: Page, _: Ways) -> Iterator[str]:
    page.evaluate(OPEN_ALL)
    page.wait_for_selector(".rg-search-input")
    if page.evaluate("[...heldBack, ...['onunload', 'onbeforeunload'].filter((each) => window[each])].length"):
        yield "listens for being left"


def the_reach(page: Page, _: Ways) -> Iterator[str]:
    """On a phone, on a desk and at 400 % zoom: at the top, in the middle and at the end, with everything unfolded."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        parts = (0, 0.5, 1)
        for part, found in zip(parts, page.evaluate(REACH, parts), strict=True):
            if not found["inside"] or not found["hit"] or min(found["width"], found["height"]) < TARGET:
                yield f"{width}×{height} at {part}: {found}"


def the_name(page: Page, _: Ways) -> Iterator[str]:
    """In the lowest window, not a long one either, as another municipality's may be."""
    if not page.evaluate(APART):
        yield "lies over the name"


def three_presses(page: Page, ways: Ways) -> Iterator[str]:
    """The other site is asked for. What a page says when it is opened is asked elsewhere."""
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(error.message))
    page.on("console", lambda message: failed.append(message.text))
    try:
        with page.expect_request(out(ways.site) + "**", timeout=2000):
            shift(page, 3)
    except TimeoutError:
        failed.append("the page is still there")
    yield from failed


# In this order: what is opened and resized by one is so for the next, and the last leaves.
LOOKED_FOR: tuple[Callable[[Page, Ways], Iterator[str]], ...] = (
    the_link,
    the_note,
    the_foot,
    the_listeners,
    the_reach,
    the_name,
    three_presses,
)


@pytest.fixture(scope="module", params=EVERYWHERE)
def ways(request: pytest.FixtureRequest, browser: Browser, site_named: Callable[[str], Served]) -> Ways:
    """Each page is opened once, looked at, and left; the other site answers with nothing, which keeps the browser from
    making room for it."""
    view: View = request.param
    found = Ways(site_named(view.site), view.width)
    with visiting(browser, view.width) as page:
        page.context.route(out(found.site) + "**", lambda route: route.fulfill(status=204))
        page.add_init_script(f"({WATCH})()")
        for file in view.pages(found.site):
            page.set_viewport_size({"width": view.width, "height": 800})
            page.goto(found.site.web(file))
            for look in LOOKED_FOR:
                found.wrong[look.__name__] += [f"{file}: {each}" for each in look(page, found)]
    return found


def test_every_page_has_the_way_out_that_the_routine_names(ways: Ways) -> None:
    ways.nothing(the_link)


def test_no_page_listens_for_being_left(ways: Ways) -> None:
    ways.nothing(the_listeners)


def test_it_is_one_press_away_wherever_the_reader_is(ways: Ways) -> None:
    ways.nothing(the_reach)


def test_in_a_low_window_it_does_not_lie_over_the_name(ways: Ways) -> None:
    ways.nothing(the_name)


def test_what_it_cannot_do_is_said(ways: Ways) -> None:
    ways.nothing(the_note)


def test_from_the_foot_of_every_page_there_is_a_way_to_read_more(ways: Ways) -> None:
    ways.nothing(the_foot)


def test_three_shifts_leave_from_every_page(ways: Ways) -> None:
    ways.nothing(three_presses)


def test_the_way_to_read_more_leads_to_what_it_is_about(browser: Browser, leaving_site: Served) -> None:
    with borrowing(browser) as page:
        for name in of_each_depth(leaving_site):
            if name != "404.html":
                page.goto(leaving_site.web(name))
                page.locator(".rg-foot a", has_text="Lämna sidan").click()
                page.wait_for_url("**/om/integritet/**")
                assert page.evaluate("document.querySelector(':target')?.textContent") == "Lämna sidan", name


def test_three_shifts_leave_a_page_of_a_file_share_too(browser: Browser, leaving_site: Served) -> None:
    with standing_in(browser, leaving_site) as page:
        for name in set(of_each_depth(leaving_site)) & set(leaving_site.linked):
            page.goto(leaving_site.file(name))
            shift(page, 3)
            page.wait_for_url(out(leaving_site) + "**")


@pytest.mark.parametrize(
    ("name", "pages"),
    some(("small", of_each_depth), full=tuple((name, every_page) for name in ("small", "real", *LEAVING))),
)
def test_in_a_low_window_it_covers_no_stop(
    browser: Browser, site_named: Callable[[str], Served], name: str, pages: Pages
) -> None:
    site, problems = site_named(name), []
    with borrowing(browser, 320, 256) as page:
        for file in pages(site):
            page.goto(site.web(file))
            faults = [f"{stop['name']} ({stop['kind']}) {fault}" for stop in stops(page) if (fault := bad(stop))]
            problems += [f"{file}: {each}" for each in faults]
    assert not problems, told(problems)


@BY_EACH_WAY
def test_leaving_puts_the_other_site_in_the_pages_place(
    browser: Browser, leaving_site: Served, leave: Callable[[Page], None]
) -> None:
    """The history does not grow, Back leads to what was before, and the other site is not told where the reader was."""
    site = leaving_site
    address = out(site)
    asked: list[Request] = []
    with standing_in(browser, site) as page:
        page.context.on("request", lambda request: asked.append(request))
        page.goto(site.web("index.html"))
        page.goto(site.web(checklist(site)))
        page.locator("main input[type=checkbox]").first.check()
        open_search(page)
        page.locator(".rg-search-input").fill("hemligt")
        length = page.evaluate("history.length")
        leave(page)
        page.wait_for_url(address + "**")
        assert page.evaluate("history.length") == length
        assert page.evaluate("document.referrer") == ""
        left = [request for request in asked if request.url.startswith(address)]
        assert len(left) == 1
        assert "referer" not in left[0].all_headers()
        assert site.root not in left[0].url
        page.go_back()
        page.wait_for_url(site.web("index.html"))
        assert page.locator("main h1").is_visible()
        page.go_forward()
        page.wait_for_url(address + "**")
        page.goto(site.web(checklist(site)))
        assert not page.locator("main input[type=checkbox]:checked").count()
        assert not page.locator(".rg-search-input").count()
        page.locator(".rg-menu > summary").click()
        page.locator(".rg-menu-panel nav a").first.wait_for(state="visible")


@BY_EACH_WAY
@pytest.mark.parametrize("link", [".rg-skip", "main a[href^='#'], main a[href*='om/index.html#']"])
def test_back_leads_to_no_place_on_the_page_that_was_left(
    browser: Browser, leaving_site: Served, leave: Callable[[Page], None], link: str
) -> None:
    site = leaving_site
    with standing_in(browser, site) as page:
        page.goto(site.web("index.html"))
        page.goto(site.web("om/index.html"))
        length = page.evaluate("history.length")
        pressed = page.locator(link).last
        place = pressed.evaluate("(each) => new URL(each.href).hash")
        pressed.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(site.web("om/index.html") + place)
        assert page.evaluate("history.length") == length
        leave(page)
        page.wait_for_url(out(site) + "**")
        page.go_back()
        page.wait_for_url(site.web("index.html"))


def test_what_was_filled_in_is_gone_when_the_page_is_put_away(browser: Browser, small_site: Served) -> None:
    """The event is played here, as by a browser that keeps the page to show it when somebody presses Back."""
    with standing_in(browser, small_site) as page:
        page.goto(small_site.web(checklist(small_site)))
        page.locator("main input[type=checkbox]").first.check()
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        assert not page.locator("main input[type=checkbox]:checked").count()


@BY_EACH_WAY
@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_the_page_is_covered_before_the_other_site_answers(
    browser: Browser, small_site: Served, leave: Callable[[Page], None], look: Literal["light", "dark", "forced"]
) -> None:
    """The answer is held back until the page has told what it shows: nothing of itself, under the title it had."""
    held: list[Route] = []
    look_of: dict[str, Any] = {"forced_colors": "active"} if look == "forced" else {"color_scheme": look}
    with borrowing(browser, **look_of) as page:
        page.context.route(out(small_site) + "**", lambda route: held.append(route))
        page.goto(small_site.web(checklist(small_site)))
        title = page.title()
        page.evaluate(TELL)
        page.evaluate("scrollTo(0, 200)")
        with page.expect_console_message() as message:
            leave(page)
        shown = json.loads(message.value.text)
        assert shown == {
            "covered": True,
            "colour": shown["ground"],
            "ground": shown["ground"],
            "words": "Laddar …",
            "ring": "none",
            "title": title,
            "url": small_site.web(checklist(small_site)),
        }
        assert shown["colour"].startswith("rgb("), "not opaque"
        come(page, lambda: held)
        answer(held[0])
        page.wait_for_url(out(small_site) + "**")


def test_fewer_or_slower_shifts_stay(browser: Browser, small_site: Served) -> None:
    """Three within two seconds, counted from the first."""
    url = small_site.web("index.html")
    with standing_in(browser, small_site) as page:
        page.goto(url)
        shift(page, 2)
        assert stayed(page, url)
        page.wait_for_timeout(2100)
        for _ in range(3):
            shift(page, 1)
            page.wait_for_timeout(1100)
        assert stayed(page, url)
        page.wait_for_timeout(1000)
        shift(page, 3)
        page.wait_for_url(out(small_site) + "**")


def test_capital_letters_in_the_search_stay(browser: Browser, small_site: Served) -> None:
    url = small_site.web("index.html")
    with standing_in(browser, small_site) as page:
        page.goto(url)
        open_search(page)
        field = page.locator(".rg-search-input")
        field.focus()
        for _ in range(4):
            page.keyboard.press("Shift+A")
        assert field.input_value() == "AAAA"
        shift(page, 2)
        page.keyboard.press("Shift+B")
        assert stayed(page, url), "the third press was the start of a letter"
        shift(page, 2)
        page.keyboard.press("c")
        shift(page, 1)
        assert stayed(page, url), "a letter came in between"
        shift(page, 2)
        page.wait_for_url(out(small_site) + "**")


def test_a_shift_held_down_is_one_press(browser: Browser, small_site: Served) -> None:
    url = small_site.web("index.html")
    with standing_in(browser, small_site) as page:
        page.goto(url)
        page.evaluate(
            "window.addEventListener('keydown', (event) => { window.repeats = (window.repeats ?? 0) + event.repeat })"
        )
        for _ in range(5):
            page.keyboard.down("Shift")
        assert page.evaluate("window.repeats") == 4
        page.keyboard.up("Shift")
        assert stayed(page, url)
        shift(page, 1)
        assert stayed(page, url)


@pytest.mark.parametrize("other", ["Control", "Alt", "Meta", "Tab"])
def test_shift_with_another_key_is_no_press(browser: Browser, small_site: Served, other: str) -> None:
    """As when Tab goes backwards, or when a keyboard's language is changed."""
    url = small_site.web("index.html")
    with standing_in(browser, small_site) as page:
        page.goto(url)
        for _ in range(4):
            page.keyboard.press(f"Shift+{other}")
        assert stayed(page, url)
        for _ in range(4):
            page.keyboard.press(f"{other}+Shift")
        assert stayed(page, url)
        if other != "Tab":  # The others can be held while Shift is pressed over and over.
            page.keyboard.down(other)
            shift(page, 4)
            assert stayed(page, url)
            page.keyboard.up(other)


def test_clicks_with_shift_held_are_no_presses(browser: Browser, small_site: Served) -> None:
    url = small_site.web("index.html")
    with standing_in(browser, small_site) as page:
        page.goto(url)
        page.locator("main h1").hover()
        for _ in range(4):
            page.keyboard.down("Shift")
            page.mouse.down()
            page.mouse.up()
            page.keyboard.down("Shift")  # It repeats while it is held.
            page.keyboard.up("Shift")
        shift(page, 2)
        assert stayed(page, url)
        for _ in range(4):
            page.keyboard.down("Shift")
            page.mouse.wheel(0, 10)
            page.wait_for_timeout(50)
            page.keyboard.up("Shift")
        assert stayed(page, url)


def test_the_press_before_the_last_is_announced(browser: Browser, small_site: Served) -> None:
    """The region stands there, empty, before it is given words; another key takes them away, and so does time."""
    with standing_in(browser, small_site) as page:
        page.goto(small_site.web("index.html"))
        status = page.locator("body > [role=status]")
        assert not status.count()
        shift(page, 1)
        assert status.all_inner_texts() == [""]
        shift(page, 1)
        assert status.all_inner_texts() == ["Tryck Skift en gång till för att lämna sidan."]
        page.keyboard.press("ArrowDown")
        assert status.all_inner_texts() == [""]
        shift(page, 2)
        assert status.inner_text()
        page.wait_for_function("() => !document.querySelector('body > [role=status]').textContent")


def test_without_script_it_is_a_plain_link(browser: Browser, leaving_site: Served) -> None:
    """And nothing is said of keys that would do nothing."""
    with standing_in(browser, leaving_site, java_script_enabled=False) as page:
        page.goto(leaving_site.web(checklist(leaving_site)))
        assert page.locator(".rg-leave-note").is_visible()
        assert "Skift" not in page.locator(".rg-bar").inner_text()
        page.locator(".rg-leave").click()
        page.wait_for_url(out(leaving_site) + "**")
        page.go_back()
        page.wait_for_url(leaving_site.web(checklist(leaving_site)))


@pytest.mark.parametrize("key", ["Control", "Shift"])
def test_a_new_tab_or_window_is_the_browsers(
    browser: Browser, small_site: Served, key: Literal["Control", "Shift"]
) -> None:
    """The link is led to our own server: a new tab may ask before a stand-in is in its place."""
    url, target = small_site.web("index.html"), small_site.web("om/index.html")
    with standing_in(browser, small_site) as page:
        page.goto(url)
        page.locator(".rg-leave").evaluate("(each, target) => { each.href = target }", target)
        # What is asked for by the new one, which may be gone before it has shown it: this browser draws it to nobody.
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(request.url))
        with page.context.expect_page():
            page.locator(".rg-leave").click(modifiers=[key])
        for _ in range(250):
            if target in asked:
                break
            page.wait_for_timeout(20)
        assert target in asked
        assert stayed(page, url)


@pytest.mark.parametrize("changed", ["ctrlKey: true", "metaKey: true", "shiftKey: true", "altKey: true", "button: 1"])
def test_a_press_with_a_key_held_is_left_to_the_browser(browser: Browser, small_site: Served, changed: str) -> None:
    """What the browser does then differs between systems, so the
    question is only whether the press comes through as it was."""
    url = small_site.web("index.html")
    through = """(how) => {
      let through;
      const look = (event) => {
        through = !event.defaultPrevented;
        event.preventDefault();
      };
      window.addEventListener('click', look, { once: true });
      const press = new MouseEvent('click', { bubbles: true, cancelable: true, ...how });
      document.querySelector('.rg-leave').dispatchEvent(press);
      return through;
    }"""
    with standing_in(browser, small_site) as page:
        page.goto(url)
        assert page.evaluate(f"({through})({{ {changed} }})")
        assert stayed(page, url)


def test_a_page_brought_back_while_leaving_stays_covered(browser: Browser, small_site: Served) -> None:
    """Back while the other site is awaited, then Forward:
    the page is shown as it was kept, and stays covered until one chooses to go on.

    The browser of the other tests keeps no pages; this one does, so nothing is played.
    """
    url = small_site.web(checklist(small_site))
    said: list[ConsoleMessage] = []
    found = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    keeping = browser.browser_type.launch(
        executable_path=found,
        args=["--no-sandbox", "--disable-gpu"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    try:
        with visiting(keeping, PHONE) as page:
            page.context.route(out(small_site) + "**", lambda route: None)
            page.on("console", lambda message: said.append(message))
            page.goto(small_site.web("index.html"))
            page.goto(url)
            page.evaluate("window.addEventListener('pageshow', (event) => { window.broughtBack = event.persisted })")
            page.evaluate("scrollTo(0, 300)")
            page.locator("main input[type=checkbox]").first.evaluate(
                "(each) => { each.focus({ preventScroll: true }); each.checked = true }"
            )
            scroll, title = page.evaluate("scrollY"), page.title()
            page.evaluate("setTimeout(() => history.back(), 500)")
            shift(page, 3)
            until(page, small_site.web("index.html"))
            assert stayed(page, small_site.web("index.html"))
            page.evaluate("setTimeout(() => history.forward())")
            until(page, url)
            assert page.evaluate("window.broughtBack"), "the browser did not keep the page"
            assert page.evaluate(COVER)
            assert page.evaluate("document.body.innerText.trim()") == "Fortsätt"
            assert page.title() == title
            page.keyboard.press("Enter")
            page.keyboard.press("Space")
            assert page.evaluate(COVER), "a key that was meant for something else chose"
            assert page.evaluate(KEPT) == []
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            assert not page.evaluate(COVER)
            assert page.locator("main h1").is_visible()
            assert page.evaluate("scrollY") == scroll
            assert page.evaluate("document.activeElement.matches('main input[type=checkbox]')")
            assert not page.locator("main input[type=checkbox]:checked").count(), "what was filled in is not kept"
            page.context.unroute_all()
            page.context.route(out(small_site) + "**", answer)
            shift(page, 3)
            until(page, out(small_site))
    finally:
        keeping.close()
    assert not said


def test_a_page_that_was_not_left_comes_back_uncovered(browser: Browser, small_site: Served) -> None:
    """The event is played here, as by a browser that had kept the page."""
    with standing_in(browser, small_site) as page:
        page.goto(small_site.web("index.html"))
        shift(page, 2)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        shift(page, 1)
        assert stayed(page, small_site.web("index.html"))
