"""Everything is reached, seen and used with the keyboard alone, on a phone's width and a desk's."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Browser, Page, expect

from routine.domain.model import Routine
from routine.domain.wording import dial
from routine.loading.load import load
from tests.kit.browsing import DESK, OPEN_MAIN, PHONE, Served, borrowing, settle, told
from tests.kit.keyboard import FOCUSED, REORDERED, Stop, bad, missed, of_each_depth, press, stops, tab_to
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import Pages, View, every_page, of_each_kind, others, some

pytestmark = pytest.mark.browser

# Where a link that is pressed leads is noted, and it is not followed until that is asked for.
NOTED = """() => {
  window.noted = [];
  window.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.defaultPrevented || window.followed) return;
    window.noted.push(new URL(link.getAttribute('href'), location.href).href);
    event.preventDefault();
  });
}"""
OTHERS = tuple((body, PHONE) for body in OTHER_BODIES)
IS_OPEN = "(selector) => document.querySelector(selector).open"


def found_from(page: Page, site: Served, name: str) -> tuple[int, list[Stop]]:
    """Open a page's menu by keyboard: how many presses lead to it, and every stop after it."""
    page.goto(site.web(name))
    before = tab_to(page, ".rg-menu > summary")
    press(page, "Enter")
    page.wait_for_function(IS_OPEN, arg=".rg-menu")
    return before, stops(page)


def led_to(page: Page, site: Served, name: str, before: int, on: Iterable[int]) -> list[str | None]:
    """Where Enter leads on each of these stops of a page with its menu open, by how many presses each is away. The last
    is followed too."""
    page.goto(site.web(name))
    page.evaluate(NOTED)
    press(page, "Tab", before)
    press(page, "Enter")
    at = 0
    for presses in on:  # None for the first one recorded, the menu's own word.
        press(page, "Tab", presses - at)
        press(page, "Enter")
        at = presses
    found = [site.page_of(url) for url in page.evaluate("noted")]
    page.evaluate("window.followed = true")
    press(page, "Enter")
    page.wait_for_url(lambda url: site.page_of(url) == found[-1], wait_until="domcontentloaded")
    return found


@pytest.mark.parametrize(
    ("routine", "width"),
    some(
        ("minst", PHONE),
        full=(*(each for each in OTHERS if each[0] != "minst"), ("real", PHONE), ("small", PHONE), ("small", DESK)),
    ),
)
def test_every_page_is_reached_by_keys_from_the_start_page(
    browser: Browser, site_named: Callable[[str], Served], routine: str, width: int
) -> None:
    """A search over the site as a graph.
    A page that keys have led to is later opened by its address, to go on from there."""
    site = site_named(routine)
    pages, reached, queue = {*site.linked}, {"index.html"}, ["index.html"]
    with borrowing(browser, width) as page:
        while queue and reached != pages:
            name = queue.pop(0)
            before, list_of_stops = found_from(page, site, name)
            on: dict[str, int] = {}
            for stop in list_of_stops:
                target = site.page_of(stop["href"])
                if target in pages - reached:
                    on.setdefault(target, stop["presses"])
            if on:
                assert led_to(page, site, name, before, on.values()) == [*on]
            reached |= {*on}
            queue += on
    assert not pages - reached


def ways_in(routine: Routine) -> list[str]:
    """The first stops of every page."""
    numbers = [f'.rg-sos a[href="tel:{dial(each.number)}"]' for each in routine.emergency]
    return [".rg-skip", *numbers, ".rg-menu > summary", *([".rg-leave"] if routine.site.leave else [])]


@pytest.mark.parametrize(
    ("routine", "width", "pages"),
    some(
        ("small", DESK, of_each_kind),
        full=tuple(
            (routine, width, every_page) for routine in ("real", "small", *OTHER_BODIES) for width in (PHONE, DESK)
        ),
    ),
)
def test_the_ways_in_come_first_on_every_page(
    browser: Browser, site_named: Callable[[str], Served], routine: str, width: int, pages: Pages
) -> None:
    """Skip link, the numbers, the menu, Lämna sidan if there is one: five presses with two numbers. The skip link leads
    past them, into the text."""
    problems, site = [], site_named(routine)
    ways = ways_in(load(site.data))
    assert routine in OTHER_BODIES or len(ways) == 5
    with borrowing(browser, width) as page:
        for name in pages(site):
            page.goto(site.web(name))
            for expected in ways:
                press(page, "Tab")
                if not page.evaluate(FOCUSED, expected):
                    problems.append(f"{name}: {expected} is not where it should be among the first stops")
            press(page, "Shift+Tab", len(ways) - 1)
            press(page, "Enter")
            if not page.evaluate(FOCUSED, "main"):
                problems.append(f"{name}: the skip link does not move the focus to main")
            press(page, "Tab")
            if page.evaluate("document.activeElement.matches('.rg-skip, .rg-bar *')"):
                problems.append(f"{name}: after the skip link Tab goes back to the head of the page")
    assert not problems, told(problems)


KEYS = pytest.mark.parametrize(
    ("routine", "width", "key"),
    some(
        ("real", PHONE, "Enter"),
        ("small", DESK, "Space"),
        full=tuple(
            (routine, width, key)
            for routine in ("real", "small", *OTHER_BODIES)
            for width in (PHONE, DESK)
            for key in ("Enter", "Space")
            if (routine, width, key) not in {("real", PHONE, "Enter"), ("small", DESK, "Space")}
        ),
    ),
)


def test_an_answer_on_a_checklist_is_one_of_three_and_is_taken_back_without_a_script(
    browser: Browser, small_site: Served
) -> None:
    with borrowing(browser, PHONE, java_script_enabled=False) as page:
        page.goto(small_site.web("checklistor/vaktmastaren/index.html"))
        question, box = page.locator(".rg-answer-row").first, page.locator("main [type=checkbox]").first
        back = question.get_by_role("button", name="Ta bort svaret")
        assert back.count() == 0
        box.check()
        question.get_by_role("radio", name="Ja").focus()
        press(page, "Space")
        press(page, "ArrowRight")
        assert [each.is_checked() for each in question.get_by_role("radio").all()] == [False, True, False]
        weights = question.locator("label").evaluate_all(
            "(all) => all.map((each) => getComputedStyle(each).fontWeight)"
        )
        assert weights == ["400", "600", "400"], "the answer that is given is the one that is seen"
        press(page, "Tab")
        press(page, "Enter")
        assert question.locator(":checked").count() == 0
        assert box.is_checked(), "what is done was taken back with it"
        assert back.is_visible(), "the focus was lost"
        press(page, "Tab")
        assert back.count() == 0
        question.get_by_role("radio", name="Nej").check()
        back.click()
        assert question.locator(":checked").count() == 0
        expect(back).to_be_focused()


@KEYS
def test_the_menu_opens_and_closes_by_keyboard(
    browser: Browser, site_named: Callable[[str], Served], routine: str, width: int, key: str
) -> None:
    site = site_named(routine)
    with borrowing(browser, width) as page:
        for name in of_each_depth(site):
            page.goto(site.web(name))
            panel = page.locator(".rg-menu-panel")
            tab_to(page, ".rg-menu > summary")
            assert panel.is_hidden()
            press(page, key)
            panel.wait_for(state="visible")
            press(page, "Tab")
            assert page.evaluate(FOCUSED, ".rg-menu-panel summary")
            press(page, "Shift+Tab")
            assert page.evaluate(FOCUSED, ".rg-menu > summary")
            press(page, key)
            panel.wait_for(state="hidden")


@pytest.mark.parametrize("out", ["Escape", "Tab"])
def test_a_menu_that_is_left_is_closed_and_not_only_hidden(browser: Browser, small_site: Served, out: str) -> None:
    """Else it is said to be open where nothing of it is, and lies over the page again when the focus comes back."""
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web("roller/vaktmastaren/index.html"))
        tab_to(page, ".rg-menu > summary")
        press(page, "Enter")
        settle(page)
        press(page, "Tab", 3)
        assert page.evaluate(IS_OPEN, ".rg-menu")
        if out == "Escape":
            press(page, out)
            assert page.evaluate(FOCUSED, ".rg-menu > summary")
        else:
            tab_to(page, "main a")
        assert not page.evaluate(IS_OPEN, ".rg-menu")


@KEYS
def test_the_search_opens_and_closes_by_keyboard(
    browser: Browser, site_named: Callable[[str], Served], routine: str, width: int, key: str
) -> None:
    site = site_named(routine)
    with borrowing(browser, width) as page:
        for name in of_each_depth(site):
            page.goto(site.web(name))
            field = page.locator(".rg-search-input")
            tab_to(page, ".rg-menu > summary")
            press(page, key)
            tab_to(page, ".rg-search > summary")
            press(page, key)
            field.wait_for(state="visible")
            page.wait_for_function(FOCUSED, arg=".rg-search-input")
            press(page, "Escape")
            field.wait_for(state="hidden")
            assert page.evaluate(FOCUSED, ".rg-search > summary")
            press(page, key)
            field.wait_for(state="visible")
            page.wait_for_function(FOCUSED, arg=".rg-search-input")
            page.keyboard.insert_text("steg")
            page.locator(".rg-search-hit").first.wait_for()
            press(page, "Tab")
            assert page.evaluate(FOCUSED, ".rg-search-hit")
            press(page, "Escape")
            field.wait_for(state="hidden")
            assert page.evaluate(FOCUSED, ".rg-search > summary")
            assert page.evaluate(IS_OPEN, ".rg-menu")


def closed(page: Page) -> None:
    """As the page stands when it is opened."""


def unfolded(page: Page) -> None:
    """The menu and the page's own fold-outs open, the search closed, since it closes when the focus leaves it."""
    page.evaluate(OPEN_MAIN)
    page.evaluate("() => { document.querySelector('.rg-menu').open = true }")


WAYS = ((unfolded, "Tab"), (closed, "Shift+Tab"))


@pytest.mark.parametrize(
    ("view", "state", "key"),
    some(
        (View("small", PHONE, "dark"), unfolded, "Tab"),
        full=(
            *((View("real", PHONE, "dark", every_page), *way) for way in WAYS),
            *((View("real", DESK, "light", every_page), *way) for way in WAYS),
            *((View("small", PHONE, "light", every_page), *way) for way in WAYS),
            (View("small", DESK, "light", every_page), closed, "Shift+Tab"),
            *((view, unfolded, "Tab") for view in others(PHONE)),
            *((view, closed, "Shift+Tab") for view in others(DESK)),
        ),
    ),
    ids=lambda value: str(value) if isinstance(value, View) else None,
)
def test_everything_is_reached_in_order_in_sight_uncovered_and_ringed(
    browser: Browser, site_named: Callable[[str], Served], view: View, state: Callable[[Page], None], key: str
) -> None:
    """Down the page with all of it unfolded, and up as it stands:
    on the way up the bar that follows along could cover a stop."""
    problems, count, site = [], 0, site_named(view.site)
    pages = view.pages(site)
    with borrowing(browser, view.width, color_scheme=view.scheme) as page:
        for name in pages:
            page.goto(site.web(name))
            state(page)
            problems += [f"{name}: {each} stands elsewhere than in the page" for each in page.evaluate(REORDERED)]
            for stop in stops(page, key):
                count += 1
                if fault := bad(stop, key):
                    problems.append(f"{name}: {stop['name']} ({stop['kind']}) {fault}")
            problems += [f"{name}: {each}" for each in missed(page)]
    assert count > (5 if view.site in OTHER_BODIES else 10) * len(pages)
    assert not problems, told(problems)


FAULTS = {
    "is not reached": """const text = document.querySelector('h1');
      text.addEventListener('click', () => {});
      text.style.cursor = 'pointer';""",
    "is out of order": "document.querySelector('main a').tabIndex = 7",
    "stands elsewhere": "document.querySelector('main a').style.order = 3",
    "has no ring": "for (const each of document.querySelectorAll('main a')) each.style.outlineColor = '#bbb'",
    "has no size": """document.querySelector('main').insertAdjacentHTML(
      'beforeend',
      '<a href="#a" style="position: absolute"></a>',
    );""",
    "is outside the window": """document.querySelector('main').insertAdjacentHTML(
      'beforeend',
      '<a href="#a" style="position: fixed; left: -99em">Borta</a>',
    );""",
    "is covered": """document.body.insertAdjacentHTML(
      'beforeend',
      '<div style="position: fixed; inset: 0; z-index: 99"></div>',
    );""",
}


def wrong(page: Page) -> list[str]:
    """All that the walk finds, down the page."""
    moved = [f"{each} stands elsewhere than in the page" for each in page.evaluate(REORDERED)]
    return [*moved, *(fault for stop in stops(page) if (fault := bad(stop))), *missed(page)]


@pytest.mark.parametrize("fault", FAULTS)
def test_the_walk_sees_what_is_wrong(browser: Browser, small_site: Served, fault: str) -> None:
    with borrowing(browser) as page:
        page.goto(small_site.web("index.html"))
        page.evaluate(f"() => {{ {FAULTS[fault]} }}")
        assert [each for each in wrong(page) if fault in each]
        page.reload()
        assert wrong(page) == []
