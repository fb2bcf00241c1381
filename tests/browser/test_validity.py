"""A scanned or typed code gets one verdict, in the page alone; without scripts the codes are compared by eye."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Locator, Page, expect

from routine.check import record as editions
from tests.kit.browsing import ADDRESS, PHONE, Served, visiting

pytestmark = pytest.mark.browser

PAGE = "skriv-ut/kontroll/index.html"
# The small routine's edition 2, its edition 1 (made up), and a code that was never printed.
OLD, GONE, UNKNOWN = "AAA-222", "BBB-333", "ZZZ-ZZZ"
CARD = "fickkort-rektorn.pdf"


def printed(site: Served) -> dict[str, str]:
    """File → code, for the edition in force."""
    return {sheet.file: sheet.code for sheet in editions.read(editions.beside(site.data))[0].sheets}


@contextmanager
def asked(browser: Browser, site: Served, code: str = "", place: str = "web", **options: Any) -> Iterator[Page]:
    """The page as it opens when a code has been scanned."""
    with visiting(browser, PHONE, **options) as page:
        page.goto((site.web(PAGE) if place == "web" else site.file(PAGE)) + (f"#{code}" if code else ""))
        yield page


def verdicts(page: Page) -> list[str]:
    found: list[str] = page.locator("[data-verdict]:visible").evaluate_all(
        "(all) => all.map((each) => each.dataset.verdict)"
    )
    return found


def field(page: Page) -> Locator:
    return page.locator("rutin-validity input")


def test_what_is_scanned_from_a_sheet_leads_to_its_verdict_and_leaves_the_address(
    browser: Browser, site: Served
) -> None:
    """From the pixels of what the build has printed. Which sheet somebody has is nobody else's business."""
    file, code = next((file, code) for file, code in printed(site).items() if file.startswith("planbokskort-"))
    bitmap = pypdfium2.PdfDocument(site.folder / "utskrift" / file)[0].render(scale=3, grayscale=True)
    pixels = memoryview(bitmap.buffer).cast("B", shape=[bitmap.height, bitmap.stride])
    assert {each.text for each in zxingcpp.read_barcodes(pixels)} == {f"{ADDRESS}{PAGE}#{code}"}
    with visiting(browser, PHONE) as page:
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url.partition("#")[0]))
        page.goto(site.web(PAGE) + f"#{code}")
        assert verdicts(page) == ["galler"]
        box = page.locator("[data-verdict]:visible").bounding_box()
        assert box
        assert box["y"] < 800, "in sight when the page opens"
        assert not [url for url in sent if code in url]
        assert page.url == site.web(PAGE)
        assert page.evaluate("history.length") == 2


VERDICTS = [(OLD, "gammalt"), (GONE, "gammalt"), (UNKNOWN, "okand"), ("A", "langd")]


@pytest.mark.parametrize("place", ["web", "file"])
def test_each_kind_of_code_gets_its_verdict_and_is_kept_nowhere(browser: Browser, site: Served, place: str) -> None:
    now = printed(site)[CARD]
    bare = now.replace("-", "")
    typed = (now, now.lower(), bare, f"Kod {now}", f" {bare[:2]} {bare[2:]} ", now.replace("0", "o").replace("1", "l"))
    with asked(browser, site, now, place) as page:
        before = page.url, page.title(), page.evaluate("history.length")
        for written in typed:
            field(page).fill("")
            assert verdicts(page) == []
            field(page).press_sequentially(written)
            assert verdicts(page) == ["galler"], written
        for code, verdict in VERDICTS:
            field(page).fill(code)
            field(page).press("Enter")
            assert verdicts(page) == [verdict], code
            expect(page.locator("rutin-validity [role=status]")).not_to_be_empty()
        assert (page.url, page.title(), page.evaluate("history.length")) == before
        page.evaluate("code => { location.hash = code }", now)
        expect(page.locator('[data-verdict="galler"]')).to_be_visible()
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        expect(field(page)).to_have_value("")
        assert verdicts(page) == []


@pytest.mark.parametrize(("code", "leads"), [(OLD, "utskrift/fickkort-rektorn.pdf"), (GONE, "skriv-ut/index.html")])
def test_what_no_longer_holds_leads_to_the_new_sheet_or_to_those_there_are(
    browser: Browser, site: Served, code: str, leads: str
) -> None:
    with asked(browser, site, code) as page:
        (link,) = page.locator("[data-verdict] a:visible").evaluate_all("(all) => all.map((each) => each.href)")
        assert link.partition("?")[0] == site.web(leads)


def test_a_draft_is_said_to_be_one_and_what_it_replaces_still_holds(
    browser: Browser, site_named: Callable[[str], Served]
) -> None:
    draft = site_named("draft")
    with asked(browser, draft) as page:
        drafts = page.locator("[data-draft] code").all_inner_texts()
        assert drafts
        for code in (*drafts, *printed(draft).values()):
            field(page).fill(code)
            assert verdicts(page) == ["utkast" if code in drafts else "galler"], code


@pytest.mark.parametrize("scripted", [True, False])
def test_without_what_the_script_needs_every_code_is_there_to_compare_by_eye(
    browser: Browser, site: Served, scripted: bool
) -> None:
    with visiting(browser, PHONE, java_script_enabled=scripted) as page:
        page.route("**/validity.js*", lambda route: route.abort())
        page.goto(f"{site.web(PAGE)}#{OLD}")
        assert verdicts(page) == []
        assert not field(page).locator("visible=true").count()
        shown = page.locator("[data-edition]").first.locator("code").all_inner_texts()
        assert {*printed(site).values()} == {*shown}


def test_of_a_withdrawn_routine_no_code_holds_and_each_page_says_so_first(
    browser: Browser, site_named: Callable[[str], Served]
) -> None:
    withdrawn = site_named("withdrawn")
    record = editions.read(editions.beside(withdrawn.data))
    assert len(record) > 1
    with asked(browser, withdrawn) as page:
        for code in {sheet.code for edition in record for sheet in edition.sheets}:
            field(page).fill(code)
            title = page.locator("[data-verdict]:visible h2").inner_text()
            assert title.startswith("Gäller inte"), code
    with visiting(browser, 320, java_script_enabled=False) as page:
        for address in ("index.html", "guide/index.html", "inte/har.html", PAGE):
            page.goto(withdrawn.web(address))
            assert page.locator("main > :first-child.rg-withdrawn").is_visible(), address
            assert page.evaluate("document.documentElement.scrollWidth") == 320, address
        assert page.locator("[data-verdict]:visible").count() == 0
