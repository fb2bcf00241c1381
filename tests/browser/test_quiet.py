"""No page asks anyone for anything, keeps anything, complains, or is refused anything by its own policy: from a server
and from a file, with scripts and without."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page

from audit.built import TAKEN
from routine.pages.scripts import PLAIN
from tests.kit import axe
from tests.kit.asked import as_asked, asked_wrongly, script_of
from tests.kit.browsing import DESK, KEPT, OPEN_ALL, PHONE, SHOWN, Served, borrowing, come, open_search, told, visiting
from tests.kit.views import of_each_kind

# Tells a refusal in the console in words of its own, since a browser's are its own affair.
TELLS = (
    "document.addEventListener('securitypolicyviolation', (each) => console.error(`refused ${each.violatedDirective} "
)
TELLS += "${each.blockedURI} ${each.sourceFile}:${each.lineNumber}`))"
REFUSALS = ("refused ", "Content Security Policy", "Trusted")
MOST_PRESSES = 90
# What may be pressed on the way through the guide. What leads out of it, or prints, is no part of the way.
NEXT = """() => {
  window.pressed ??= new Set();
  const keys = [...document.querySelectorAll('rutin-guide :is(a[href^="#"], button, input, summary)[data-key]')]
    .filter((each) => each.checkVisibility() && !each.disabled && !/^(skriv-ut|radera|borja-om)/.test(each.dataset.key))
    .map((each) => each.dataset.key);
  const next = keys.find((key) => !window.pressed.has(key));
  if (next) window.pressed.add(next);
  return next ?? '';
}"""

COME = "allHasCome()"
# Playwright's own waiting makes a script of a text, which a page that is held does not.
UNTIL = """async () => {{
  for (let at = 0; !({}); at += 1) {{
    if (at > 500) throw new Error('it has not come');
    await new Promise((soon) => setTimeout(soon, 20));
  }}
}}"""


def until(page: Page, holds: str) -> None:
    """Wait until an expression in JavaScript holds, for ten seconds at most."""
    page.evaluate(UNTIL.format(holds))


def refused(page: Page) -> list[str]:
    """From now on, everything that a page is refused, with where it was asked for."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if any(each in message.text for each in REFUSALS):
            said.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    page.context.add_init_script(TELLS)
    return said


def read_all(page: Page) -> None:
    """Everything that is folded is folded out, and the menu with it."""
    page.evaluate(OPEN_ALL)
    until(page, COME)


def searched(page: Page) -> None:
    """The search opens, and finds something or says that it does not."""
    page.evaluate("document.querySelectorAll('details[open]').forEach((each) => { each.open = false })")
    open_search(page)
    page.locator(".rg-search-input").fill("steg")
    until(page, "/träff/.test(document.querySelector('.rg-search-status').textContent)")


def walked(page: Page) -> list[str]:
    """Everything in the guide that can be pressed is, as it comes. Returns what was, by its keys."""
    pressed: list[str] = []
    while (key := page.evaluate(NEXT)) and len(pressed) < MOST_PRESSES:
        page.locator(f'rutin-guide [data-key="{key}"]:visible').first.click()
        until(page, COME)
        pressed.append(key)
    assert len(pressed) > 10, "the guide has not come"
    return pressed


pytestmark = pytest.mark.browser

GUIDE = "guide/index.html"
Places = Callable[[str], str]


@pytest.fixture(params=["web", "file"])
def at(request: pytest.FixtureRequest, site: Served) -> Places:
    """The address of a page, from the server or from the folder."""
    return site.web if request.param == "web" else site.file


def listening(page: Page) -> list[str]:
    """From now on, what a page complains of, and what is not for its own site."""
    said = refused(page)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(error.message))
    return said


def test_a_page_of_each_kind_is_read_and_searched_in_silence(browser: Browser, site: Served, at: Places) -> None:
    asked: list[str] = []
    with visiting(browser, held=True) as page:
        said = listening(page)
        page.context.on("request", lambda request: asked.append(request.url))
        names = {*of_each_kind(site)} & {*site.linked} if at == site.web else {GUIDE, "index.html", "om/index.html"}
        for name in names:
            page.goto(at(name))
            assert not any("search" in url for url in asked), "before the menu is opened"
            before = page.url, page.title(), page.evaluate("history.length")
            read_all(page)
            searched(page)
            assert page.evaluate(KEPT) == []
            assert (page.url, page.title(), page.evaluate("history.length")) == before
            said += asked_wrongly(asked, site.folder)
            said += [url for url in asked if not url.startswith(at(""))]
            asked.clear()
        assert page.context.cookies() == []
    assert not said, told(said)


def test_the_guide_is_walked_and_saved_without_anything_refused(browser: Browser, site: Served) -> None:
    """From a file, where a browser allows least."""
    with visiting(browser, PHONE, held=True) as page:
        said = listening(page)
        page.goto(site.file(GUIDE))
        assert "spara-ja" in walked(page)
    assert not said, told(said)


@pytest.mark.parametrize(
    ("attempt", "stopped_by"),
    [
        ("document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))", "style-src"),
        ("document.body.setAttribute('onclick', 'void 0')", "require-trusted-types-for"),
        ("document.body.innerHTML = '<p></p>'", "require-trusted-types-for"),
        ("document.createElement('script').src = 'assets/page.js'", "require-trusted-types-for"),
        ("fetch('rutin.json').catch(() => 0)", "connect-src"),
    ],
)
def test_what_no_page_of_ours_does_is_refused(browser: Browser, site: Served, attempt: str, stopped_by: str) -> None:
    with visiting(browser, held=True) as page:
        said = refused(page)
        page.goto(site.web("index.html"))
        with suppress(Error):
            page.evaluate(f"() => {{ {attempt} }}")
        come(page, lambda: any(stopped_by in each for each in said))


# What stands in the page and cannot be seen, outside what the reader can unfold or only paper shows, and a role's first
# screen in the guide, which a link to it shows.
HIDDEN = """() => [...document.querySelectorAll('main *')]
  .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((each) => !each.closest('details, [hidden], .rg-paper, .rg-begins-with'))
  .filter((each) => !each.checkVisibility())
  .map((each) => each.textContent)"""


def test_without_scripts_a_page_of_each_kind_shows_all_of_it_and_the_menu_opens(browser: Browser, site: Served) -> None:
    """A page with scripts of its own may fold its list behind what they add: without them all of it is in sight."""
    with borrowing(browser, PHONE) as full, borrowing(browser, PHONE, java_script_enabled=False) as page:
        for name in of_each_kind(site):
            page.goto(site.web(name))
            full.goto(site.web(name))
            if script_of(name) == PLAIN:
                assert page.evaluate(SHOWN) == full.evaluate(SHOWN) != "", name
            else:
                assert page.evaluate(HIDDEN) == [], name
        page.goto(site.web("index.html"))
        page.locator(".rg-menu > summary").click()
        assert page.locator(".rg-menu-panel nav a:visible").count() == page.locator(".rg-menu-panel nav a").count() > 3


# But for what is folded in a step itself, which folds out without scripts.
UNSEEN = """() => [...document.querySelectorAll('[data-section], [data-section] *')]
  .filter((each) => !each.checkVisibility() && !each.parentElement.closest('[data-section] details:not([open])'))
  .map((each) => each.id || each.textContent)"""


@pytest.mark.parametrize("how", ["gone", "throws"])
@pytest.mark.parametrize("file", ["leave.js", "first.js", "guide.js", "conversation.js", "exports.js"])
def test_whichever_script_of_the_guide_fails_all_steps_are_there_or_the_conversation_is(
    browser: Browser, site: Served, file: str, how: str
) -> None:
    with visiting(browser, PHONE) as page:
        page.route(
            as_asked(file),
            lambda route: route.abort() if how == "gone" else route.fulfill(body="throw new Error('made to fail')"),
        )
        page.goto(site.web(GUIDE))
        page.locator('[data-key="roll:rektorn"]').click()
        page.wait_for_function("allHasCome()")
        if page.locator(".rg-case h2:visible").count() == 0:
            assert file not in ("leave.js", "first.js", "exports.js")
            page.goto(site.web(GUIDE))
            assert page.evaluate(UNSEEN) == []
        elif file == "exports.js":
            page.locator('[data-key="sammanstallning"]').click()
            page.locator(".rg-sum p").first.wait_for()
            assert page.evaluate("localStorage.length") == 0


def test_the_file_to_take_along_is_whole_where_nothing_else_is(browser: Browser, site: Served, tmp_path: Path) -> None:
    alone = Path(shutil.copy(site.folder / TAKEN, tmp_path / "hamtad.html")).as_uri()
    for width in (320, DESK):
        with visiting(browser, width, held=True) as page:
            said = listening(page)
            page.goto(alone)
            assert page.evaluate("performance.getEntriesByType('resource').length") == 0
            assert page.evaluate("document.documentElement.scrollWidth") == width
            # The style has been taken: with another digest it would have been refused.
            assert page.evaluate("getComputedStyle(document.querySelector('.rg-sos')).display") == "flex"
            page.click(".rg-list a")
            assert page.evaluate("document.querySelector(':target').localName") == "section"
        assert not said, told(said)
    with borrowing(browser) as page:
        page.goto(alone)
        assert axe.judged(page) == []
