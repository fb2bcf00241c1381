"""A routine that is withdrawn says so in sight, on screen and on paper, with scripts and without; and every code
that has been printed gets that for an answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.pdf_text import pages_read
from routine.editions import stored
from tests.kit import axe
from tests.kit.browsing import DESK, HEIGHT, PHONE, Served, borrowing
from tests.kit.reader import GUIDE
from tests.kit.variants import WITHDRAWAL
from tests.kit.views import some

pytestmark = pytest.mark.browser

CONTROL, EASY, START, MISSING = "fickkort/kontroll/index.html", "latt/index.html", "index.html", "inte/har.html"
OVER = "Rutinen gäller inte efter 31 augusti 2024."
HIGH = 0.5  # At most so much of a phone's window is taken before the page's own heading.


def band(page: Page) -> str:
    return page.locator("main > :first-child.rg-withdrawn").inner_text()


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("address", some(START, GUIDE, MISSING, full=(EASY, CONTROL)))
def test_it_is_seen_first_and_the_page_is_still_there(
    browser: Browser, withdrawn_site: Served, address: str, scripted: bool
) -> None:
    for width in (320, DESK):
        with borrowing(browser, width, java_script_enabled=scripted) as page:
            page.goto(withdrawn_site.web(address))
            assert band(page).startswith(OVER)
            assert WITHDRAWAL.text in band(page), "its lines are lines"
            box, heading = (page.locator(each).first.bounding_box() for each in (".rg-withdrawn", "main h1"))
            assert box
            assert heading
            assert box["y"] + box["height"] <= heading["y"] < HEIGHT * HIGH
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert page.locator(".rg-sos").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_with_it_for_who_listens_or_sees_little(
    browser: Browser, withdrawn_site: Served, scheme: str
) -> None:
    with borrowing(browser, PHONE, color_scheme=scheme) as page:
        for address in (START, GUIDE, CONTROL):
            page.goto(withdrawn_site.web(address))
            found = axe.found(page, [".rg-withdrawn"], strict=True)
            assert [each for each in found if each.wrong or each.place] == [], address


def test_it_is_framed_where_the_reader_has_colours_of_her_own(browser: Browser, withdrawn_site: Served) -> None:
    with borrowing(browser, PHONE, forced_colors="active") as page:
        page.goto(withdrawn_site.web(START))
        frame = page.locator(".rg-withdrawn").evaluate("each => getComputedStyle(each).borderTopWidth")
        assert frame == "3px"


def test_a_case_goes_on_below_it_and_is_printed_with_it(browser: Browser, withdrawn_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(withdrawn_site.web(GUIDE))
        page.locator('[data-key="roll:rektorn"]').click()
        expect(page.locator(".rg-case .rg-you")).to_contain_text("Rektorn")
        assert band(page).startswith(OVER)
        (paper, *_) = pages_read(page.pdf())
        assert OVER in paper
        assert paper.index(OVER) < paper.index("Rektorn")


def test_the_search_finds_what_it_found(browser: Browser, withdrawn_site: Served, small_site: Served) -> None:
    hits = []
    for site in (withdrawn_site, small_site):
        with borrowing(browser) as page:
            page.goto(site.web(START))
            page.locator(".rg-menu > summary").click()
            page.locator(".rg-search > summary").click()
            page.locator(".rg-search-input").fill("kranen")
            page.wait_for_function("() => /träff/.test(document.querySelector('.rg-search-status').textContent)")
            hits.append(page.locator("rutin-search li").all_inner_texts())
    assert hits[0] == hits[1] != []


def test_every_code_that_was_printed_is_answered_that_it_holds_no_more(
    browser: Browser, withdrawn_site: Served
) -> None:
    record = stored.read(stored.beside(withdrawn_site.data))
    assert len(record) > 1
    with borrowing(browser, PHONE) as page:
        for at, edition in enumerate(record):
            for code in {sheet.code for sheet in edition.sheets}:
                page.goto("about:blank")
                page.goto(f"{withdrawn_site.web(CONTROL)}#{code}")
                verdict = page.locator("[data-verdict]:visible")
                expect(verdict).to_have_count(1)
                title = verdict.locator("h2").inner_text()
                assert title.startswith("Gäller inte"), code
                expect(verdict).to_contain_text(OVER)
                expect(verdict.get_by_role("link")).to_have_attribute("href", WITHDRAWAL.url or "")
                status = page.locator("rutin-validity [role=status]")
                expect(status).to_contain_text(f"{code}. {title}. Utskriften är")
                if at and title == "Gäller inte längre":
                    expect(verdict).to_contain_text("Det stämde till och med utgåva 1, 15 januari 2023.")


def test_without_scripts_no_edition_is_said_to_hold(browser: Browser, withdrawn_site: Served) -> None:
    with borrowing(browser, PHONE, java_script_enabled=False) as page:
        page.goto(withdrawn_site.web(CONTROL))
        assert page.locator("[data-verdict]:visible").count() == 0
        expect(page.locator("[data-edition] > :first-child").first).to_have_text(
            "Utgåva 2, 1 maj 2024: gäller inte efter 31 augusti 2024"
        )
        assert "utskriften aktuell." not in page.locator("main").inner_text()
        assert OVER in pages_read(page.pdf())[0]
