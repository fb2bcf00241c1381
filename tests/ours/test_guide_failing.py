"""A script that fails takes nothing from the reader: every text of the routine is on the page, and in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from audit.built import script_of
from routine.load import load
from routine.publish.scripts import BASE, LEAVE, PLAIN, SCRIPTS, SEARCH, bundled
from tests.kit.browsing import PHONE, SHOWN, Served, told, visiting
from tests.kit.parts import parts_of, sources
from tests.kit.paths import REAL
from tests.kit.reader import GUIDE
from tests.kit.states import NOW
from tests.kit.views import some

pytestmark = pytest.mark.browser

THROWS = "throw new Error('made to fail');"
FAULTS = {"throws": THROWS, "cannot be read": "((", "is not there": None}
LEFT = load(REAL).site.leave
HAS_SEARCH = "Boolean(customElements.get('rutin-search'))"
UNSEEN = """() => [...document.querySelectorAll('[data-kind], [data-kind] *')].filter((each) => !each.checkVisibility()).map((each) => each.id || each.textContent)"""
# What the scripts of the page have given each other, as `dates.add`, but for the search.
NAMES = """() => Object.entries(window.rutin).flatMap(([part, all]) => {
  const functions = typeof all === 'function' ? all.prototype : all;
  return Object.getOwnPropertyNames(functions).filter((name) => !part.startsWith('search') && functions[name]?.breakable).map((name) => `${part}.${name}`);
})"""
# Presses, and with a colon first a value for a field.
WALK = (
    *(
        "roll:partiets-sakerhetsansvarig",
        "hit:bedom-laget",
        ":#_dag 2026-01-05",
        "hoppa:bedom-laget",
        "avbryt:bedom-laget",
        "kryss:bedom-laget",
    ),
    *(
        "vet-inte:behovs-strategen",
        "ja:behovs-strategen",
        "angra:behovs-strategen",
        ":#_dag 2026-11-24",
        "kalender:forsta-samtal",
    ),
    *(
        "byt-roll",
        "roll:ombud",
        "byt-roll",
        "roll:kommunchefen",
        "hit:polisanmal",
        "kryss:polisanmal",
        "sammanstallning",
        "kopiera:sammanstallning",
        "skriv-ut",
    ),
    *(
        "spara",
        "spara-nej",
        "spara",
        "spara-ja",
        "kryss:begar-atkomstskydd",
        "kryss:uppge-uppdraget",
        "kopiera:over",
        "radera",
    ),
)
# Functions that only two tabs, a saved case, a new day or a reason for leaving a step out come to, which
# test_guide_keeping.py and test_guide_walks.py walk through, and what the page for the timeline shares.
ELSEWHERE = {
    "Conversation.other",
    "Conversation.restore",
    "Conversation.submit",
    "SaveChoice.adopt",
    "SaveChoice.other",
    "ShownCase.renew",
    "dates.between",
    "editionChange.news",
    "editionChange.sift",
    "eventDay.read",
    "grammar.capital",
    "savedForm.bare",
    "savedForm.earliest",
    "savedForm.own",
    "setAside.move",
    "store.adopt",
}
ALONE = {"calendar.file", "calendar.offer"}
AT_THE_START = {
    "Frame.enter",
    "Frame.unfold",
    "SaveChoice.open",
    "ShownCase.begin",
    "case.read",
    "days.make",
    "place.part",
    "eventDay.follow",
    "page.broughtRole",
    "page.pointedAt",
    "page.roles",
    "savedForm.aside",
    "scene.reachable",
    "setAside.tidy",
    "storage.onCase",
    "storage.use",
    "store.onOther",
    "store.open",
}
# The rest of a walk, with a function that fails; stops where the guide does. What could not be pressed, or nothing.
GO_ON = """async ([broken, walk]) => {
  window.broken = broken;
  for (const key of walk) {
    if (!document.querySelector('.rg-case')) return '';
    if (key.startsWith(':')) {
      const [selector, value] = key.slice(1).split(' ');
      Object.assign(document.querySelector(selector), { value }).dispatchEvent(new Event('blur'));
      continue;
    }
    const target = document.querySelector(`[data-key="${key}"]`);
    if (!target) return `no ${key}`;
    target.click();
    await new Promise((done) => setTimeout(done, 5));
  }
  return '';
}"""


def fail(page: Page, script: str, fault: str) -> None:
    answer(page, script, FAULTS[fault])


def answer(page: Page, script: str, body: str | None) -> None:
    """Give this instead of the script, or nothing."""
    page.route(
        f"**/{script}",
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
    """A page without its own file; of the way out, a page that has no other script than the search."""
    without = bare(browser, real_site, real_site.linked)
    problems = []
    for script in SCRIPTS:
        with visiting(browser, PHONE) as page:
            fail(page, f"assets/{script}.js", fault)
            pages = [name for name in real_site.linked if script_of(name) == (PLAIN if script == LEAVE else script)]
            assert pages, script
            for name in pages:
                page.goto(real_site.web(name))
                if page.evaluate(SHOWN) != without[name]:
                    problems.append(f"{name} without {script}")
    assert not problems, told(problems)


@pytest.mark.parametrize("script", [name for name in SCRIPTS if name != LEAVE])
def test_any_part_that_throws_is_named_and_stops_only_what_needs_it(
    browser: Browser, real_site: Served, script: str
) -> None:
    """The search goes on without the page's own, and they without the search's; else the page is as without scripts."""
    name = next(name for name in real_site.linked if script_of(name) == script)
    without = bare(browser, real_site, [name])[name]
    problems = []
    with visiting(browser, PHONE) as page:
        warned: list[str] = []
        page.on("console", lambda message: warned.append(message.text))
        page.goto(real_site.web(name))
        usual = page.evaluate(SHOWN)
        for part in parts_of(script):
            body = bundled(script, {**sources(), part: THROWS})
            page.unroute_all()
            answer(page, f"assets/{script}.js", body)
            warned.clear()
            page.reload()
            if not warned or not warned[0].startswith(f"{part}: Error: made to fail"):
                problems.append(f"{part}: told {warned}")
            if page.evaluate(SHOWN) != (usual if part in SEARCH else without):
                problems.append(f"{part}: other text")
            if page.evaluate(HAS_SEARCH) != (part not in (*BASE, *SEARCH)):
                problems.append(f"{part}: the search")
    assert not problems, told(problems)
    assert (usual != without) is (script != PLAIN), "or nothing has been seen"


@pytest.mark.parametrize("fault", FAULTS)
def test_the_guide_goes_on_without_the_way_out_and_all_its_text_unfolds(
    browser: Browser, real_site: Served, fault: str
) -> None:
    with visiting(browser, PHONE) as page:
        fail(page, f"assets/{LEAVE}.js", fault)
        page.goto(real_site.web(GUIDE))
        page.locator('[data-key="roll:den-utsatte"]').click()
        assert page.locator('[data-key="kryss:beratta"]').is_visible()
        page.get_by_text("Alla steg i rutinen").click()
        assert page.evaluate(UNSEEN) == []


def test_the_page_can_be_left_where_its_own_script_cannot_be_read(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PHONE) as page:
        fail(page, "assets/guide.js", "cannot be read")
        page.context.route(
            "**", lambda route: route.fulfill(body="") if route.request.url == LEFT else route.fallback()
        )
        page.goto(real_site.web(GUIDE))
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url(LEFT)


def whole(page: Page) -> str:
    """Either the conversation is there, with the list under it, or the list alone is, all of it in sight.
    What is wrong, or nothing."""
    if page.locator(".rg-case").count():
        there = page.locator(".rg-case h2:visible").count() and page.locator(".rg-case button:visible").count()
        return "" if there and page.locator(".rg-more .rg-guide-all").count() else "half a conversation"
    if page.locator(".rg-more").count() or page.locator(".rg-guide-who[hidden]").count():
        return "half a list"
    return f"not seen: {unseen}" if (unseen := page.evaluate(UNSEEN)) else ""


def functions(browser: Browser, site: Served) -> list[str]:
    with visiting(browser, PHONE) as page:
        page.goto(site.web(GUIDE))
        found: list[str] = page.evaluate(NAMES)
    return found


# Every function in turn takes half a minute: each run sees some of them, the full one all.
STEP = pytest.mark.parametrize("step", some(4, full=(1,)))


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
            if wrong := whole(page):
                problems.append(f"{name}: {wrong}")
            if not page.locator(".rg-case").count():
                left.add(name)
                if page.evaluate(SHOWN) != without:
                    problems.append(f"{name}: other text")
    assert not problems, told(problems)
    needed = {"case.read", "moves.empty", "store.open", "stages.choose", "dom.el", "days.make", "dates.today"}
    assert needed <= {*names}
    assert needed & {*names[::step]} <= left


@STEP
def test_any_function_that_fails_on_the_way_gives_the_list_back_and_says_so(
    browser: Browser, breakable_site: Served, step: int
) -> None:
    """A walk, in which the function fails from some press on."""
    problems, given = [], set()
    names = functions(browser, breakable_site)
    with visiting(browser, PHONE) as page:
        page.clock.set_fixed_time(NOW)
        page.add_init_script("window.print = () => {}")
        page.goto(breakable_site.web(GUIDE))
        assert page.evaluate(GO_ON, ["", WALK]) == "", "the walk itself"
        assert {*names} - {*page.evaluate("[...window.called]")} <= ELSEWHERE
        for name in names[::step]:
            page.goto(breakable_site.web(GUIDE))
            page.locator(f'[data-key="{WALK[0]}"]').click()
            fault = page.evaluate(GO_ON, [name, WALK[1:]])
            if fault or (fault := whole(page)):
                problems.append(f"{name}: {fault}")
            if not page.locator(".rg-case").count():
                given.add(name)
                if not page.locator(".rg-notice:focus").count():
                    problems.append(f"{name}: not told")
            page.evaluate("localStorage.clear()")
    assert not problems, told(problems)
    # These fail alone: the reader is told, and the conversation goes on.
    assert {*names[::step]} - given - ELSEWHERE == (ALONE | AT_THE_START) & {*names[::step]}
