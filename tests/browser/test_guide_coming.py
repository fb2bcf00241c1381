"""From a role's page to its own conversation: nobody is asked twice who she is, and the address does not tell."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from routine.loading.load import load
from tests.kit.asked import as_asked, asked_wrongly
from tests.kit.browsing import PHONE, Served, borrowing, come, visiting
from tests.kit.reader import GUIDE
from tests.kit.views import IN_BOTH_PLACES

pytestmark = pytest.mark.browser

CONVERSATION_FILE = as_asked("conversation.js")
# What the region that is listened to holds when it is first there.
BEGAN = """new MutationObserver(() => {
  const live = document.querySelector('.rg-live');
  if (live) window.began ??= live.textContent;
}).observe(document, { childList: true, subtree: true })"""


@IN_BOTH_PLACES
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
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        for key in ("roll:rektorn", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        page.goto(small_site.web("roller/vaktmastaren/index.html"))
        page.locator("main a.rg-do").click()
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")


@pytest.mark.parametrize("fragment", ["roll_ingen", "roll_", "%E5%"])
def test_a_role_that_is_none_is_not_chosen(browser: Browser, real_site: Served, fragment: str) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(f"{GUIDE}#{fragment}"))
        expect(page.get_by_role("heading", name="Vad stämmer in på dig?")).to_be_visible()


def test_without_scripts_the_link_leads_to_the_roles_line(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, PHONE, java_script_enabled=False) as page:
        page.goto(small_site.web("roller/rektorn/index.html"))
        page.locator("main a.rg-do").click()
        expect(page.locator("#roll_rektorn")).to_be_in_viewport()
        what_follows = page.evaluate("document.querySelector('.rg-guide-all').getBoundingClientRect().top")
        last = page.locator("#roll_rektorn > :last-child").evaluate("(each) => each.getBoundingClientRect().bottom")
        assert what_follows - last < 100, "nothing is left out that would make all of it look finished"


@pytest.mark.parametrize("hand", ["pointer", "keyboard"])
def test_a_press_shows_the_roles_first_screen_before_the_conversation_has_come(
    browser: Browser, small_site: Served, hand: str
) -> None:
    """However long that takes; then the reader stands on what has come, and nothing of it is in the history."""
    held: list[Route] = []
    with visiting(browser, PHONE) as page:
        page.route(CONVERSATION_FILE, lambda route: held.append(route))
        page.goto(small_site.web(GUIDE))
        assert not held, "nobody has asked for it"
        visited = page.evaluate("history.length")
        press_role(page, hand)
        expect(page.locator("#roll_rektorn .rg-first-text, #roll_rektorn .rg-asks")).to_be_in_viewport()
        expect(page.locator(".rg-guide-who")).to_be_hidden()
        expect(page.locator(".rg-guide-all")).to_be_visible()
        come(page, lambda: held)
        assert len(held) == 1, "asked for once"
        held[0].continue_()
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")
        assert page.evaluate("document.activeElement.dataset.key") == "rubrik:nu"
        assert page.url == small_site.web(GUIDE)
        assert page.evaluate("history.length") == visited


def press_role(page: Page, hand: str) -> None:
    link = page.locator('[data-key="roll:rektorn"]')
    if hand == "pointer":
        link.click()
    else:
        link.focus()
        page.keyboard.press("Enter")


@pytest.mark.parametrize("chosen", [False, True], ids=["before", "in the conversation"])
@pytest.mark.parametrize("key", ["Control", "Shift"])
def test_a_role_pressed_with_a_key_held_is_opened_elsewhere_and_nothing_happens_here(
    browser: Browser, small_site: Served, key: Literal["Control", "Shift"], chosen: bool
) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        if chosen:
            press_role(page, "pointer")
            page.locator('[data-key="byt-roll"]').click()
        with page.context.expect_page() as opened:
            page.locator('[data-key="roll:rektorn"]').click(modifiers=[key])
        expect(opened.value.locator(".rg-case .rg-you")).to_contain_text("Rektorn")
        expect(page.get_by_role("heading", name="Vad stämmer in på dig?")).to_be_visible()
        assert page.url == small_site.web(GUIDE)


def test_a_second_tap_on_the_same_spot_is_no_press_of_its_own(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        page.locator('[data-key="roll:rektorn"]').dblclick()
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")
        assert page.url == small_site.web(GUIDE)


def test_what_did_not_come_is_asked_for_again_by_the_next_press(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.route(CONVERSATION_FILE, lambda route: route.abort())
        page.goto(small_site.web(GUIDE))
        press_role(page, "pointer")
        expect(page.locator("#roll_rektorn")).to_be_visible()
        page.locator("#roll_rektorn").get_by_text("Byt roll").click()
        page.unroute_all()
        press_role(page, "pointer")
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")


def test_the_way_back_from_a_roles_first_screen_works_also_where_no_conversation_comes(
    browser: Browser, small_site: Served
) -> None:
    with borrowing(browser, PHONE) as page:
        page.route(CONVERSATION_FILE, lambda route: route.abort())
        page.goto(small_site.web(f"{GUIDE}#roll_rektorn"))
        page.locator("#roll_rektorn").get_by_text("Byt roll").click()
        expect(page.locator("#roll_rektorn")).to_be_hidden()
        expect(page.locator('.rg-guide-who [data-key="roll:rektorn"]')).to_be_visible()


def test_a_link_to_another_role_is_met_by_what_is_saved_and_changes_nothing_of_it(
    browser: Browser, small_site: Served
) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        for key in ("roll:rektorn", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        page.evaluate("location.hash = '#roll_vaktmastaren'")
        expect(page.locator(".rg-notice")).to_contain_text("Du valde vaktmästaren, men här finns det som är sparat för")
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")
        page.reload()
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")


def test_whose_case_is_saved_is_said_to_who_comes_by_a_link_for_another(browser: Browser, small_site: Served) -> None:
    """It stands above the heading that the focus goes to, in a region that has stood there for a while."""
    with visiting(browser, PHONE) as page:
        page.add_init_script(BEGAN)
        page.goto(small_site.web(GUIDE))
        for key in ("roll:rektorn", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        page.goto(small_site.web("index.html"))
        page.goto(small_site.web(f"{GUIDE}#roll_vaktmastaren"))
        expect(page.locator('.rg-case [data-key="rubrik:nu"]')).to_be_focused()
        notice = page.locator(".rg-notice p").inner_text()
        assert notice.startswith("Du valde vaktmästaren")
        expect(page.locator(".rg-live")).to_have_text(notice)
        assert page.evaluate("window.began") == ""


def test_a_link_to_a_role_chooses_it_where_what_is_saved_has_none(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        for key in ("roll:rektorn", "spara", "spara-ja", "byt-roll"):
            page.locator(f'[data-key="{key}"]').click()
        page.evaluate("location.hash = '#roll_vaktmastaren'")
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Vaktmästaren")


def test_a_case_that_is_not_saved_is_gone_when_the_page_is_put_away(browser: Browser, small_site: Served) -> None:
    """As the guide says; a browser may keep the page, to show it when somebody presses Back."""
    put_away = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
    with visiting(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        for key in ("roll:rektorn", "kryss:flytta-klassen", "spara"):
            page.locator(f'[data-key="{key}"]').first.click()
        expect(page.locator('[data-key="spara-ja"]')).to_be_visible()
        page.evaluate(put_away)
        expect(page.locator(".rg-case .rg-you")).to_have_count(0)
        expect(page.locator(".rg-live")).to_be_empty()
        expect(page.locator('.rg-guide-who [data-key="roll:rektorn"]')).to_be_visible()
        page.locator('[data-key="roll:rektorn"]').click()
        expect(page.locator('[data-key="kryss:flytta-klassen"]').first).not_to_be_checked()
        expect(page.locator('[data-key="spara-ja"]')).to_have_count(0)
        for key in ("kryss:flytta-klassen", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').first.click()
        page.evaluate(put_away)
        expect(page.locator('[data-key="kryss:flytta-klassen"]').first).to_be_checked()


def test_a_link_to_a_role_has_the_conversation_on_its_way_before_the_page_is_read(
    browser: Browser, small_site: Served
) -> None:
    with visiting(browser, PHONE) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(small_site.web(f"{GUIDE}#roll_rektorn"))
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")
        assert sum("conversation.js" in url for url in asked) == 1
        page.goto(small_site.web(f"{GUIDE}#beratta"))
        assert sum("conversation.js" in url for url in asked) == 1
    assert asked_wrongly(asked, small_site.folder) == []


def test_a_case_on_the_device_brings_the_conversation_with_the_page(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        for key in ("roll:rektorn", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        page.reload()
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")


@pytest.mark.parametrize("before", ["", "#roll_vaktmastaren"])
def test_a_link_to_a_role_works_on_an_open_guide(browser: Browser, small_site: Served, before: str) -> None:
    """Of another role, or of the first one: a link in a letter, opened in the tab where the guide is."""
    with borrowing(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE + before))
        if before:
            expect(page.locator(".rg-case .rg-you")).to_contain_text("Vaktmästaren")
        page.evaluate("location.hash = '#roll_rektorn'")
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")
        assert page.url == small_site.web(GUIDE)
        page.evaluate("location.hash = '#finns-inte'")
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")


def test_nothing_changes_where_a_reader_is_before_she_has_chosen(browser: Browser, small_site: Served) -> None:
    """Also when her focus is on a role, or her finger on its way down."""
    with visiting(browser, PHONE) as page:
        page.goto(small_site.web(GUIDE))
        link = page.locator('[data-key="roll:rektorn"]')
        link.focus()
        link.dispatch_event("pointerdown")
        page.wait_for_function(
            "performance.getEntriesByName(new URL(rutin.late.conversation, document.baseURI).href).length"
        )
        assert not page.locator("html[data-guide]").count()
        assert page.locator(".rg-guide-all").is_visible()
