"""From a role's page to its own conversation: nobody is asked twice who she is, and the address does not tell."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from routine.load import load
from tests.kit.browsing import PHONE, Served, visiting
from tests.kit.reader import GUIDE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("place", ["web", "file"])
def test_a_roles_page_leads_to_its_own_conversation(browser: Browser, served_site: Served, place: str) -> None:
    address = served_site.web if place == "web" else served_site.file
    with visiting(browser, PHONE) as page:
        for role in load(served_site.data).roles:
            page.goto(address(f"roller/{role.id}/index.html"))
            visited = page.evaluate("history.length")
            page.locator("main a.rg-do").click()
            expect(page.locator(".rg-case .rg-you")).to_contain_text(role.own or role.name)
            assert page.url == address(GUIDE), "the role is not left in the address"
            assert page.evaluate("history.length") == visited + 1
            assert page.evaluate("window.scrollY") == 0
            page.go_back()
            assert page.url == address(f"roller/{role.id}/index.html")


def test_what_was_saved_goes_first(browser: Browser, small_site: Served) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        for key in ("roll:rektorn", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        page.goto(small_site.web("roller/vaktmastaren/index.html"))
        page.locator("main a.rg-do").click()
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")


@pytest.mark.parametrize("fragment", ["roll_ingen", "roll_", "%E5%"])
def test_a_role_that_is_none_is_not_chosen(browser: Browser, real_site: Served, fragment: str) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(real_site.web(f"{GUIDE}#{fragment}"))
        expect(page.get_by_role("heading", name="Vad stämmer för dig?")).to_be_visible()


def test_without_scripts_the_link_leads_to_the_roles_line(browser: Browser, small_site: Served) -> None:
    with visiting(browser, PHONE, java_script_enabled=False) as page:
        page.goto(small_site.web("roller/rektorn/index.html"))
        page.locator("main a.rg-do").click()
        expect(page.locator("#roll_rektorn")).to_be_in_viewport()
