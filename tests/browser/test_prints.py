"""What there is to print is light to look at: few bytes at the first visit, and nothing moves when a picture comes."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response, Route

from routine.loading.load import load
from tests.kit.browsing import PHONE, Served, visiting

pytestmark = pytest.mark.browser

FIRST_VISIT = 60_000  # Bytes of all that is asked for, as a server compresses it, without the typeface.
OF_A_ROLE = 100_000  # With the pictures that are near the window.
LOOKS = "all => all.map((each) => [each.width, each.height, each.naturalWidth, each.getBoundingClientRect().y])"


def weighed(browser: Browser, site: Served, name: str) -> int:
    """What a phone asks for. A picture is compressed already."""
    with visiting(browser, PHONE) as page:
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(site.web(name), wait_until="networkidle")
        bodies = [answer.body() for answer in answers if ".woff" not in answer.url]
        assert len(bodies) > 2, "the page, its style sheets and its scripts"
        return sum(min(len(body), len(gzip.compress(body))) for body in bodies)


def test_the_page_about_what_there_is_to_print_is_light(browser: Browser, served_site: Served) -> None:
    assert weighed(browser, served_site, "fickkort/index.html") <= FIRST_VISIT


def test_a_roles_prints_are_light_though_they_are_shown(browser: Browser, served_site: Served) -> None:
    for role in load(served_site.data).roles:
        assert weighed(browser, served_site, f"utskrifter/{role.id}/index.html") <= OF_A_ROLE, role.id


def test_nothing_moves_when_a_picture_comes(browser: Browser, served_site: Served) -> None:
    """Each has its room before it is there; and none is drawn larger than its pixels or as another shape."""
    role = load(served_site.data).roles[0]
    with visiting(browser, PHONE) as page:
        held: list[Route] = []
        page.route("**/*.png", lambda route: held.append(route))
        page.goto(served_site.web(f"utskrifter/{role.id}/index.html"), wait_until="domcontentloaded")
        before = page.locator("img").evaluate_all(LOOKS)
        assert all(natural == 0 for _, _, natural, _ in before), "not there yet"
        page.route("**/*.png", lambda route: route.continue_())
        for route in held:
            route.continue_()
        for picture in page.locator("img").all():
            picture.scroll_into_view_if_needed()
        page.wait_for_function("() => [...document.images].every((each) => each.naturalWidth)")
        page.evaluate("window.scrollTo(0, 0)")
        after = page.locator("img").evaluate_all(LOOKS)
        assert [each[:2] for each in after] == [each[:2] for each in before]
        assert [each[3] for each in after] == pytest.approx([each[3] for each in before])
        assert all(width <= natural for width, _, natural, _ in after)
