"""A scanned or typed code gets one verdict, in the page alone;
without scripts the codes are there to compare by eye."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Locator, Page, Request, expect

from routine.editions import stored
from tests.kit.browsing import ADDRESS, DESK, PHONE, Served, borrowing, visiting
from tests.kit.views import IN_BOTH_PLACES, some

pytestmark = pytest.mark.browser

PAGE = "fickkort/kontroll/index.html"
# The small routine's edition 2, its edition 1 (made up), and a code that was never printed.
OLD, GONE, UNKNOWN = "AAA-222", "BBB-333", "ZZZ-ZZZ"


def printed(site: Served) -> dict[str, str]:
    """File → code, for the edition in force."""
    return {sheet.file: sheet.code for sheet in stored.read(stored.beside(site.data))[0].sheets}


@contextmanager
def asked(
    browser: Browser, site: Served, code: str = "", place: str = "web", width: int = DESK, **options: Any
) -> Iterator[Page]:
    """The page as it opens when a code has been scanned."""
    with visiting(browser, width, **options) as page:
        page.goto((site.web(PAGE) if place == "web" else site.file(PAGE)) + (f"#{code}" if code else ""))
        yield page


def note(sent: list[str], request: Request) -> None:
    sent.append(request.url)


def verdicts(page: Page) -> list[str]:
    return page.locator("[data-verdict]:visible > h2").all_inner_texts()


def field(page: Page) -> Locator:
    return page.get_by_label("Koden på utskriften")


def test_what_is_scanned_from_a_sheet_leads_to_its_verdict(browser: Browser, site: Served) -> None:
    """From the pixels of what the build has printed, to the address that stands in them."""
    for file, code in printed(site).items():
        if not file.startswith("planbokskort-"):
            continue
        bitmap = pypdfium2.PdfDocument(site.folder / "utskrift" / file)[0].render(scale=3, grayscale=True)
        pixels = memoryview(bitmap.buffer).cast("B", shape=[bitmap.height, bitmap.stride])
        (found,) = {each.text for each in zxingcpp.read_barcodes(pixels)}  # The same on each of ten cards.
        assert found == f"{ADDRESS}{PAGE}#{code}"
        with visiting(browser, PHONE) as page:
            sent: list[str] = []
            page.on("request", partial(note, sent))
            page.goto(found.replace(ADDRESS, site.root))
            expect(page.locator("[data-verdict]:visible")).to_have_count(1)
            assert verdicts(page) == ["Gäller"]
            assert not [
                url for url in sent if code in url.partition("#")[0] or code.replace("-", "") in url.partition("#")[0]
            ], "sent"
            top = page.locator("[data-verdict]:visible").bounding_box()
            assert top
            assert top["y"] < 800, "in sight when the page opens"


@IN_BOTH_PLACES
def test_each_kind_of_code_gets_its_verdict(browser: Browser, small_site: Served, place: str) -> None:
    now = printed(small_site)["fickkort-rektorn.pdf"]
    for code, verdict in (
        (now, "Gäller"),
        (OLD, "Gäller inte längre"),
        (GONE, "Gäller inte längre"),
        (UNKNOWN, "Koden finns inte här"),
        ("A", "Koden har sex tecken"),
        ("AAABBBB", "Koden har sex tecken"),
    ):
        with asked(browser, small_site, code, place) as page:
            assert verdicts(page) == [verdict], code
            assert field(page).input_value() == code


def test_the_field_knows_what_was_said_of_its_code(browser: Browser, small_site: Served) -> None:
    with asked(browser, small_site, UNKNOWN) as page:
        expect(field(page)).to_have_attribute("aria-invalid", "true")
        expect(field(page)).to_have_accessible_description(re.compile(r"Sex tecken.+ZZZ-ZZZ\. Koden finns inte här"))
        field(page).fill(OLD)
        expect(field(page)).to_have_attribute("aria-invalid", "false")
        expect(field(page)).to_have_accessible_description(re.compile("Gäller inte längre"))
        field(page).fill("A")
        expect(field(page)).not_to_have_attribute("aria-invalid", re.compile(""))
        expect(field(page)).to_have_accessible_description(re.compile(r"någonstans\.$"))


def test_what_holds_says_which_sheet_and_edition_it_is(browser: Browser, small_site: Served) -> None:
    with asked(browser, small_site, printed(small_site)["fickkort-rektorn.pdf"]) as page:
        verdict = page.locator("[data-verdict]:visible")
        expect(verdict).to_contain_text("Utskriften är Fickkort, rektorn.")
        expect(verdict).to_contain_text("stämmer med utgåva 2, 1 maj 2024.")


def test_what_was_printed_in_an_earlier_edition_and_says_the_same_still_holds(
    browser: Browser, small_site: Served
) -> None:
    """The log is the same in both editions."""
    with asked(browser, small_site, printed(small_site)["logg.pdf"]) as page:
        assert verdicts(page) == ["Gäller"]


def test_what_no_longer_holds_says_what_is_new_and_leads_to_the_new_sheet(browser: Browser, small_site: Served) -> None:
    with asked(browser, small_site, OLD) as page:
        verdict = page.locator("[data-verdict]:visible")
        expect(verdict).to_contain_text("Det stämde till och med utgåva 1, 15 januari 2023.")
        assert verdict.locator(".rg-news p").all_inner_texts() == [
            "Utgåva 2, 1 maj 2024. Tidsgränsen för återbesöket är ny."
        ]
        expect(verdict).to_contain_text("Utskriften är Fickkort, rektorn.")
        link = verdict.get_by_role("link")
        expect(link).to_have_text("Skriv ut det nya: Fickkort, rektorn (PDF)")
        assert page.request.get(link.evaluate("link => link.href")).headers["content-type"] == "application/pdf"


def test_a_sheet_of_a_role_that_is_gone_leads_to_those_there_are(browser: Browser, small_site: Served) -> None:
    """Also when another sheet, which has a new one, was asked about before it on the same page."""
    with asked(browser, small_site, OLD) as page:
        field(page).fill(GONE)
        verdict = page.locator("[data-verdict]:visible")
        expect(verdict).to_contain_text("Utskriften är Kort för plånboken, larmansvarig.")
        expect(verdict.get_by_role("link")).to_have_count(1)
        expect(verdict).not_to_contain_text("på nytt")
        expect(verdict.get_by_role("link")).to_have_text("Se vilka utskrifter som finns")
        expect(verdict.get_by_role("link")).to_have_attribute("href", "../index.html")
        field(page).fill(OLD)
        expect(verdict.get_by_role("link")).to_have_text("Skriv ut det nya: Fickkort, rektorn (PDF)")


def test_a_draft_is_said_to_be_one_and_what_it_replaces_still_holds(
    browser: Browser, draft_site: Served, small_site: Served
) -> None:
    """The old sheet holds until there is a new edition;
    what is printed now is a draft, and is not given in its stead."""
    with borrowing(browser) as page:
        page.goto(draft_site.web(PAGE))
        drafts = page.locator("[data-draft] code").all_inner_texts()
        assert drafts
        for code in drafts:
            field(page).fill(code)
            assert verdicts(page) == ["Utkast"]
        for code in printed(draft_site).values():
            field(page).fill(code)
            assert verdicts(page) == ["Gäller"]
        field(page).fill("CCC-111")
        expect(page.locator("[data-verdict]:visible").get_by_role("link")).to_have_text("Se vilka utskrifter som finns")


@IN_BOTH_PLACES
def test_a_code_is_typed_as_people_write_it(browser: Browser, small_site: Served, place: str) -> None:
    now = printed(small_site)["fickkort-rektorn.pdf"]
    bare = now.replace("-", "")
    with asked(browser, small_site, "", place) as page:
        assert verdicts(page) == []
        for written in (
            now,
            now.lower(),
            bare,
            f"Kod {now}",
            f"kod: {now}",
            f"kod{now.lower()}",
            f"K0D-{now}",
            f" {bare[:2]} {bare[2:]} ",
            now.replace("0", "o").replace("1", "l"),
        ):
            field(page).fill("")
            assert verdicts(page) == []
            field(page).press_sequentially(written)
            assert verdicts(page) == ["Gäller"], written
            expect(page.locator("rutin-validity [role=status]")).to_have_text(
                f"{now}. Gäller. Utskriften är Fickkort, rektorn."
            )
        field(page).press("Backspace")
        field(page).press("Backspace")
        assert verdicts(page) == [], "not a code yet"
        field(page).press("Enter")
        assert verdicts(page) == ["Koden har sex tecken"], "and the reader is done"


def test_a_code_that_begins_as_the_word_before_it_is_a_code(browser: Browser, small_site: Served) -> None:
    with asked(browser, small_site) as page:
        page.evaluate("document.querySelector('[data-edition] [data-sheet] code').textContent = 'K0D-4F2'")
        for written in ("K0D-4F2", "KOD-4F2", "kod 4f2", "kodk0d4f2", "Kod KOD-4F2"):
            field(page).fill("")
            field(page).press_sequentially(written)
            assert verdicts(page) == ["Gäller"], written
        field(page).fill("KOD-4F3")
        assert verdicts(page) == [], "it may be the word and the half of a code"
        field(page).press("Enter")
        assert verdicts(page) == ["Koden finns inte här"], "and the reader is done"


def test_the_code_is_gone_when_the_page_is_put_away(browser: Browser, small_site: Served) -> None:
    with asked(browser, small_site, OLD) as page:
        assert verdicts(page) == ["Gäller inte längre"]
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        expect(field(page)).to_have_value("")
        assert verdicts(page) == []


@pytest.mark.parametrize(("scanned", "stands"), [("%25", ""), ("%C3%A5", ""), (".", ""), ("A" * 5000, "A" * 12)])
def test_what_is_no_code_in_the_address_is_not_answered_at_length(
    browser: Browser, small_site: Served, scanned: str, stands: str
) -> None:
    with asked(browser, small_site, "") as page:
        page.evaluate("hash => { location.hash = hash }", scanned)
        expect(field(page)).to_have_value(stands)
        assert verdicts(page) == (["Koden har sex tecken"] if stands else [])


def test_signs_that_look_the_same_are_the_same(browser: Browser, real_site: Served, small_site: Served) -> None:
    met = ""
    for site in (real_site, small_site):
        with asked(browser, site) as page:
            for code in printed(site).values():
                met += code
                for one, zero in (("l", "o"), ("I", "O")):
                    field(page).fill(code.replace("0", zero).replace("1", one))
                    assert verdicts(page) == ["Gäller"], code
    assert {"0", "1"} <= set(met)


def test_another_scan_in_the_same_tab_gets_its_own_verdict(browser: Browser, small_site: Served) -> None:
    with asked(browser, small_site, OLD) as page:
        page.evaluate("code => { location.hash = code }", printed(small_site)["logg.pdf"])
        expect(page.locator("[data-verdict]:visible > h2")).to_have_text("Gäller")
        page.evaluate("location.hash = '_innehall'")
        expect(page.locator("[data-verdict]:visible > h2")).to_have_text("Gäller")
        page.evaluate("location.hash = '%E5%'")
        expect(page.locator("[data-verdict]:visible > h2")).to_have_text("Koden har sex tecken")


@pytest.mark.parametrize("place", some("web", full=("file",)))
def test_what_is_scanned_leaves_the_address_at_once(browser: Browser, small_site: Served, place: str) -> None:
    """Which sheet somebody has is nobody else's business; the page's own links still have their fragments."""
    with asked(browser, small_site, OLD, place) as page:
        assert verdicts(page) == ["Gäller inte längre"]
        assert page.url == (small_site.web(PAGE) if place == "web" else small_site.file(PAGE))
        assert page.evaluate("history.length") == 2
        assert OLD not in page.evaluate("JSON.stringify(history.state)")
        page.evaluate("location.hash = '_innehall'")
        assert page.url.endswith("#_innehall")


def test_the_verdict_is_said_after_the_page_has_come(browser: Browser, small_site: Served) -> None:
    """A live region that is filled from the start is read by nobody."""
    with visiting(browser) as page:
        page.add_init_script("""addEventListener('DOMContentLoaded', () => {
          window.first = document.querySelector('rutin-validity [role=status]').textContent;
        })""")
        page.goto(small_site.web(PAGE) + f"#{OLD}")
        expect(page.locator("rutin-validity [role=status]")).to_have_text(
            f"{OLD}. Gäller inte längre. Utskriften är Fickkort, rektorn."
        )
        assert page.evaluate("window.first") == ""
        field(page).fill(UNKNOWN)
        expect(page.locator("rutin-validity [role=status]")).to_contain_text(UNKNOWN)


def test_what_is_typed_is_kept_nowhere(browser: Browser, small_site: Served) -> None:
    with asked(browser, small_site) as page:
        before = (page.url, page.title(), page.evaluate("history.length"))
        sent: list[str] = []
        page.on("request", partial(note, sent))
        field(page).press_sequentially(OLD)
        field(page).press("Enter")
        assert verdicts(page) == ["Gäller inte längre"]
        assert (page.url, page.title(), page.evaluate("history.length")) == before
        assert sent == []
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("broken", ["nothing", "form", "verdict", "code"])
def test_when_it_fails_the_codes_are_there_and_nothing_else(browser: Browser, small_site: Served, broken: str) -> None:
    """Each thing that the script needs, taken away before it runs; nothing, to see that it would have worked."""
    takes = {"nothing": "nix", "form": ".rg-when input", "verdict": "[data-verdict] h2", "code": "[data-sheet] code"}
    with visiting(browser, DESK) as page:
        taken = f"document.querySelectorAll('{takes[broken]}').forEach((each) => each.remove())"
        page.add_init_script(f"addEventListener('readystatechange', () => {taken}, true)")
        page.goto(small_site.web(PAGE) + f"#{OLD}")
        whole = broken == "nothing"
        assert page.locator("[data-verdict]:visible").count() == whole
        assert page.locator(".rg-when").is_visible() == whole
        assert page.locator("[data-edition]").first.is_visible()


def test_without_scripts_every_code_is_there_to_compare_by_eye(browser: Browser, small_site: Served) -> None:
    with asked(browser, small_site, OLD, java_script_enabled=False) as page:
        compared(page, small_site)


def compared(page: Page, site: Served) -> None:
    assert not page.locator(".rg-when").is_visible()
    assert page.locator("[data-verdict]:visible").count() == 0
    shown = page.locator("[data-edition]").first.locator("code").all_inner_texts()
    assert sorted(shown) == sorted(
        code for file, code in printed(site).items() if not file.endswith("-sida-for-sida.pdf")
    )
    folded = page.locator("summary").filter(has_text="Koder").all()
    assert folded
    for name in folded:
        name.click()
    assert page.locator("code:visible").count() == page.locator("code").count()
