"""A script that fails takes nothing from the reader: every text of the routine is on the page, and in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from routine.loading.load import load
from routine.publish.scripts import (
    CONVERSATION,
    FIRST,
    KEEPING,
    LATER,
    LEAVE,
    MENU,
    PLAIN,
    REMINDER,
    SCRIPTS,
    SUMMARY,
    bundled,
)
from tests.kit.asked import as_asked, script_of
from tests.kit.browsing import OPEN_MAIN, PHONE, SHOWN, Served, told, visiting
from tests.kit.failing import STEP, UNSEEN, functions, whole
from tests.kit.parts import parts_of, sources
from tests.kit.paths import REAL
from tests.kit.reader import GUIDE
from tests.kit.views import some

pytestmark = pytest.mark.browser

THROWS = "throw new Error('made to fail');"
FAULTS = {"throws": THROWS, "cannot be read": "((", "is not there": None}
LEFT = load(REAL).site.leave or ""
HAS_SEARCH = "Boolean(customElements.get('rutin-search'))"
# The search's own script comes when the menu is opened, the conversation when a role is chosen, and the one that keeps
# when something is to be kept, which test_guide_keeping.py tries; the one that is run first adds nothing of its own;
# every other one with its page.
OF_A_PAGE = [name for name in SCRIPTS if name not in (LATER, CONVERSATION, KEEPING, FIRST)]
# Once the conversation has come, or has failed to, or what asks for it has.
CONVERSED = "async () => { try { await window.rutin.opener.load(); } catch {} }"
# Until what it has asked for has come, or has failed.
OPEN_MENU = """() => new Promise((done) => {
  const menu = document.querySelector('.rg-menu');
  menu.addEventListener('toggle', () => {
    const script = document.querySelector('script[src*="search.js"]');
    if (!script) done();
    for (const end of ['load', 'error']) script?.addEventListener(end, done);
  });
  menu.open = true;
})"""


def fail(page: Page, script: str, fault: str) -> None:
    answer(page, script, FAULTS[fault])


def answer(page: Page, script: str, body: str | None) -> None:
    """Give this instead of the script, or nothing."""
    page.route(
        as_asked(script),
        lambda route: route.abort() if body is None else route.fulfill(body=body, content_type="text/javascript"),
    )


def bare(browser: Browser, site: Served, names: list[str]) -> dict[str, str]:
    """What the pages show without scripts."""
    with visiting(browser, PHONE, java_script_enabled=False) as page:
        shown = {}
        for name in names:
            page.goto(site.web(name))
            shown[name] = page.evaluate(SHOWN)
    return shown


@pytest.mark.parametrize("fault", some("throws", full=("cannot be read", "is not there")))
def test_with_any_script_failing_every_page_shows_all_that_it_shows_without_scripts(
    browser: Browser, real_site: Served, fault: str
) -> None:
    """A page without its own file; of the way out, a page that has no script of its own. Of what throws, which each
    part is tried for below, some of them."""
    needing = {
        script: [name for name in real_site.linked if script_of(name) == (PLAIN if script == LEAVE else script)]
        for script in OF_A_PAGE
    }
    looked_at = {script: pages[:: 5 if fault == "throws" else 1] for script, pages in needing.items()}
    without = bare(browser, real_site, sorted({name for pages in looked_at.values() for name in pages}))
    problems = []
    for script, pages in looked_at.items():
        with visiting(browser, PHONE) as page:
            fail(page, f"{script}.js", fault)
            assert pages, script
            for name in pages:
                page.goto(real_site.web(name))
                if page.evaluate(SHOWN) != without[name]:
                    problems.append(f"{name} without {script}")
    assert not problems, told(problems)


# Some of a script's parts in each run, all of them in the full one.
EACH = pytest.mark.parametrize("each", some(4, full=(1,)))


@EACH
@pytest.mark.parametrize("script", [name for name in SCRIPTS if name not in (LEAVE, KEEPING, FIRST)])
def test_any_part_that_throws_is_named_and_stops_only_what_needs_it(
    browser: Browser, real_site: Served, script: str, each: int
) -> None:
    """The search goes on without the page's own, and they without the search's; else the page is as without scripts."""
    whose = {LATER: PLAIN, CONVERSATION: "guide"}.get(script, script)
    name = next(name for name in real_site.linked if script_of(name) == whose)
    without = bare(browser, real_site, [name])[name]
    problems = []
    with visiting(browser, PHONE) as page:
        warned: list[str] = []
        page.on("console", lambda message: warned.append(message.text))
        page.goto(real_site.web(name))
        page.evaluate(CONVERSED)
        usual = page.evaluate(SHOWN)
        for part in parts_of(script)[::each]:
            body = bundled(script, {**sources(), part: THROWS})
            page.unroute_all()
            answer(page, f"{script}.js", body)
            warned.clear()
            page.reload()
            page.evaluate(CONVERSED)
            shown = page.evaluate(SHOWN)
            page.evaluate(OPEN_MENU)
            if not warned or not warned[0].startswith(f"{part}: Error: made to fail"):
                problems.append(f"{part}: told {warned}")
            # The guide asks for the conversation by what the menu asks for the search by.
            goes_on = part in MENU and (script, part) != ("guide", "shared/script")
            if shown != (usual if goes_on else without):
                problems.append(f"{part}: other text")
            # What only measures the bar or closes the menu stops nothing.
            stops = part not in ("shared/bar", "shared/menu") and (script == LATER or part in MENU)
            if page.evaluate(HAS_SEARCH) == stops:
                problems.append(f"{part}: the search")
    assert not problems, told(problems)
    assert (usual != without) is (script not in (PLAIN, LATER)), "or nothing has been seen"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_role_that_a_link_brings_comes_also_without_what_is_run_first(
    browser: Browser, real_site: Served, fault: str
) -> None:
    with visiting(browser, PHONE) as page:
        fail(page, f"{FIRST}.js", fault)
        page.goto(real_site.web(GUIDE) + "#roll_ombud")
        expect(page.locator(".rg-case .rg-you")).to_contain_text("ombud")
        assert not page.locator(".rg-begins-with:visible").count()


@pytest.mark.parametrize("fault", FAULTS)
def test_the_guide_goes_on_without_the_way_out_and_all_its_text_unfolds(
    browser: Browser, real_site: Served, fault: str
) -> None:
    with visiting(browser, PHONE) as page:
        fail(page, f"{LEAVE}.js", fault)
        page.goto(real_site.web(GUIDE))
        page.locator('[data-key^="roll:"]').first.click()
        expect(page.locator('[data-key^="kryss:"]').first).to_be_visible()
        page.get_by_text("Alla steg i rutinen").click()
        page.evaluate(OPEN_MAIN)
        assert page.evaluate(UNSEEN) == []


@EACH
def test_a_part_of_what_keeps_that_throws_keeps_nothing_and_the_guide_goes_on(
    browser: Browser, real_site: Served, each: int
) -> None:
    problems = []
    with visiting(browser, PHONE) as page:
        for part in parts_of(KEEPING)[::each]:
            page.unroute_all()
            answer(page, f"{KEEPING}.js", bundled(KEEPING, {**sources(), part: THROWS}))
            page.goto(real_site.web(GUIDE))
            for key in ("roll:den-utsatte", "spara"):
                page.locator(f'[data-key="{key}"]').click()
            expect(page.locator(".rg-notice, [data-key='spara-ja']")).to_be_visible()
            page.locator('[data-key="kryss:beratta"]').click()
            asks = page.locator('[data-key="spara-ja"]').count()
            if page.evaluate("localStorage.length") or not page.locator('[data-key="idag:beratta"]').is_visible():
                problems.append(part)
            if bool(asks) is not (part in (*REMINDER, *SUMMARY)):
                problems.append(f"{part}: {asks}")
    assert not problems, told(problems)


def test_the_page_can_be_left_where_its_own_script_cannot_be_read(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PHONE) as page:
        fail(page, "guide.js", "cannot be read")
        page.context.route(
            "**", lambda route: route.fulfill(body="") if route.request.url == LEFT else route.fallback()
        )
        page.goto(real_site.web(GUIDE))
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url(LEFT)


@STEP
def test_any_function_that_fails_when_the_guide_begins_leaves_the_list(
    browser: Browser, breakable_site: Served, step: int
) -> None:
    problems, left = [], set()
    without = bare(browser, breakable_site, [GUIDE])[GUIDE]
    names = functions(browser, breakable_site)
    with visiting(browser, PHONE) as page:
        page.goto(breakable_site.web(GUIDE))
        for name in names[::step]:
            page.evaluate("(name) => { window.name = name; }", name)
            page.reload()
            page.evaluate(CONVERSED)
            if wrong := whole(page):
                problems.append(f"{name}: {wrong}")
            if not page.locator(".rg-case").count():
                left.add(name)
                if page.evaluate(SHOWN) != without:
                    problems.append(f"{name}: other text")
    assert not problems, told(problems)
    needed = {"case.read", "moves.empty", "keeping.lies", "dom.el", "page.roles", "dates.today"}
    assert needed <= {*names}
    assert needed & {*names[::step]} <= left
