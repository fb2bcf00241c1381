"""A wrong address, however deep, is answered in Swedish by a page that is whole and leads back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from routine.loading.load import load
from routine.publish.astray import DEPTHS
from tests.kit.browsing import Served, borrowing, serving, told, visiting
from tests.kit.building import Workshop
from tests.kit.paths import OTHER_BODIES
from tests.kit.sites import site_of
from tests.kit.views import some

pytestmark = pytest.mark.browser

WRONG = ("finns-inte", "finns-inte.html", "roller/finns-inte/", "roller/finns/inte/alls/", "a-o/finns/inte/sida.html")
LOCAL = """() => [...document.querySelectorAll('a[href], link[href]')]
  .map((each) => each.href)
  .filter((each) => new URL(each).origin === location.origin)"""


@pytest.mark.parametrize(
    ("style", "wrong"),
    some(
        ("small", WRONG[0]),
        ("folders", WRONG[-2]),
        full=tuple(
            (style, wrong)
            for style in ("real", "small", "folders", *OTHER_BODIES)
            for wrong in WRONG
            if (style, wrong) not in {("small", WRONG[0]), ("folders", WRONG[-2])}
        ),
    ),
)
def test_a_wrong_address_is_answered_by_a_whole_page(
    browser: Browser, site_named: Callable[[str], Served], style: str, wrong: str
) -> None:
    site = site_named(style)
    problems: list[str] = []
    with visiting(browser) as page:
        page.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
        page.on(
            "response",
            lambda answer: (
                problems.append(f"{answer.status}: {answer.url}")
                if answer.status >= 400 and answer.url != site.root + wrong
                else None
            ),
        )
        answer = page.goto(site.root + wrong)
        assert answer
        assert answer.status == 404
        assert page.locator("html").get_attribute("lang") == "sv"
        assert page.locator("h1").inner_text() == "Sidan finns inte"
        assert page.locator('.rg-sos a[href="tel:112"]').is_visible()
        assert page.locator(".rg-leave").is_visible() == bool(load(site.data).site.leave)
        assert page.locator(".rg-skip").evaluate("(each) => getComputedStyle(each).position") == "absolute", (
            "without its style sheet"
        )
        assert page.evaluate("Boolean(window.rutin)"), "without its script"
        links = sorted({url.partition("#")[0] for url in page.evaluate(LOCAL)} - {site.root + wrong})
        assert len(links) > len(site.linked) / 2
        for url in links:
            reply = page.request.get(url)
            if reply.status != 200 or not url.startswith(site.root):
                problems.append(f"{reply.status}: {url}")
        page.locator("main .rg-do").click()
        page.wait_for_url(lambda url: site.page_of(url) == "index.html")
    assert not problems, told(problems)


@pytest.mark.parametrize("place", some("/a/b/c/d/e/", full=("/", "/kommun/rutin/")))
def test_a_site_that_does_not_know_where_it_lies_answers_in_its_own_style(
    browser: Browser, workshop: Workshop, place: str
) -> None:
    """Built without an address: each depth's style sheet is asked for, and that which is there shows its own links."""
    with serving(site_of("den lilla", workshop).folder, place) as server, visiting(browser, held=True) as page:
        for wrong in (*WRONG, "fickkort/kontroll/inte/här"):
            page.goto(server.root + wrong)
            assert page.locator("h1").inner_text() == "Sidan finns inte"
            assert page.locator('.rg-sos a[href="tel:112"]').is_visible()
            assert page.locator(".rg-skip").evaluate("(each) => getComputedStyle(each).position") == "absolute", wrong
            ways = page.locator("main a:visible").evaluate_all("(all) => all.map((each) => each.href)")
            assert ways[0] == server.root + "index.html", wrong
            assert len(ways) == len({*ways}), "each once"
            assert [each for each in ways if page.request.get(each).status != 200] == [], wrong
            page.locator("main .rg-do:visible").click()
            page.wait_for_url(server.root + "index.html")


def test_deeper_than_any_page_it_is_plain_and_says_what_to_do(browser: Browser, workshop: Workshop) -> None:
    with serving(site_of("den lilla", workshop).folder) as server, visiting(browser, held=True) as page:
        page.goto(server.root + "/".join("x" * (len(DEPTHS) + 1)))
        assert page.locator('.rg-sos a[href="tel:112"]').is_visible()
        assert "Ta bort det som står sist i adressen" in page.locator("main").inner_text()
        assert page.locator("main a:visible").count() == 0, "none of them leads right"
        deepest = max(each.count("/") for each in site_of("den lilla", workshop).pages())
        assert max(DEPTHS) == deepest + 2


def test_the_missing_page_says_in_its_title_that_it_is_missing(browser: Browser, served_site: Served) -> None:
    with borrowing(browser) as page:
        page.goto(served_site.root + "finns-inte")
        assert page.title().startswith("Sidan finns inte")


def test_a_place_on_the_missing_page_itself_is_reached(browser: Browser, small_site: Served) -> None:
    """The skip link names only a place, and so holds at any address."""
    with borrowing(browser) as page:
        page.goto(small_site.root + "finns/inte/alls")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.matches('main')")
        assert page.url == small_site.root + "finns/inte/alls#_innehall"


def test_the_way_out_stands_where_it_does_on_every_page(browser: Browser, workshop: Workshop) -> None:
    """Also with no menu between it and the numbers."""
    edges = set()
    with serving(site_of("den lilla", workshop).folder) as server, borrowing(browser) as page:
        for address in ("index.html", "finns-inte"):
            page.goto(server.root + address)
            box = page.locator(".rg-leave").bounding_box()
            assert box
            edges.add(round(box["x"] + box["width"]))
    assert len(edges) == 1
