"""A wrong address, however deep, is answered by a page that is whole and leads back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import Served, serving, told, visiting
from tests.kit.building import Workshop, site_of

pytestmark = pytest.mark.browser

WRONG = ("finns-inte", "finns-inte.html", "roller/finns/inte/alls/")
LOCAL = """() => [...document.querySelectorAll('a[href]')].filter((each) => each.checkVisibility())
  .map((each) => each.href.replace(/#.*/, '')).filter((each) => new URL(each).origin === location.origin)"""


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_address_is_answered_by_a_whole_page(browser: Browser, site: Served, wrong: str) -> None:
    problems = list[str]()
    with visiting(browser, held=True) as page:
        page.on("requestfailed", lambda request: problems.append(request.url))
        answer = page.goto(site.root + wrong)
        assert answer
        assert answer.status == 404
        assert page.locator(".rg-leave, .rg-sos a[href='tel:112']").locator("visible=true").count() == 2
        assert page.locator(".rg-skip").evaluate("(each) => getComputedStyle(each).position") == "absolute", "no style"
        assert page.evaluate("Boolean(window.rutin)"), "without its script"
        links = {*page.evaluate(LOCAL)} - {site.root + wrong}
        assert links
        problems += [url for url in links if page.request.get(url).status != 200]
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url.startswith(site.root + wrong + "#"))
        page.locator("main .rg-do").click()
        page.wait_for_url(lambda url: site.page_of(url) == "index.html")
    assert not problems, told(problems)


def test_a_site_that_does_not_know_where_it_lies_has_the_numbers_and_no_link_that_leads_wrong(
    browser: Browser, workshop: Workshop
) -> None:
    with serving(site_of("den lilla", workshop).folder, "/a/b/") as server, visiting(browser, held=True) as page:
        for wrong in WRONG:
            page.goto(server.root + wrong)
            assert page.locator(".rg-leave, .rg-sos a[href='tel:112']").locator("visible=true").count() == 2
            assert page.evaluate(LOCAL) == [server.root + wrong], "the skip link alone"
