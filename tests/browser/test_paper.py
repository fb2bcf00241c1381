"""On paper: no blank sheet, no navigation, the numbers, boxes to tick, heads on every sheet, and the picture."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from routine.load import load
from tests.kit.browsing import PHONE, Served, script, told, visiting
from tests.kit.paper import BOX, NAVIGATION, PRINTED, SEEN, as_paper, marks, sheets
from tests.kit.variants import LONG

pytestmark = pytest.mark.browser

A4 = (595, 842)
HEADS = """() => [...document.querySelectorAll('main table')].map((table) => {
  const style = getComputedStyle(table.tHead);
  return [getComputedStyle(table).display, style.display, style.position, style.clipPath, getComputedStyle(table.rows[1]).display];
})"""


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_no_sheet_is_blank_every_sheet_is_a4_and_the_whole_is_tagged(browser: Browser, site: Served) -> None:
    problems = []
    with visiting(browser) as page:
        for name in site.pages:
            page.goto(site.web(name))
            pdf = page.pdf(prefer_css_page_size=True, tagged=True)
            found, tables = marks(pdf), page.locator("main table").count()
            if (found.language, found.parts["H1"], found.parts["Table"]) != ("sv", 1, tables) or found.parts[
                "TH"
            ] < 2 * tables:
                problems.append(f"{name}: marked as {found}")
            for number, sheet in enumerate(sheets(pdf), 1):
                if not sheet.texts:
                    problems.append(f"{name}: sheet {number} is blank")
                if (round(sheet.width), round(sheet.height)) != A4:
                    problems.append(f"{name}: sheet {number} is {sheet.width} × {sheet.height}")
    assert not problems, told(problems)


def test_every_checklist_is_one_sheet(browser: Browser, site: Served) -> None:
    """Also as a reader's browser prints it who has no say over the margins."""
    counts = {}
    with visiting(browser, PHONE) as page:
        for name in site.linked:
            if name.startswith("checklistor/"):
                page.goto(site.web(name))
                counts[name] = len(sheets(page.pdf(prefer_css_page_size=True)))
    assert counts
    assert set(counts.values()) == {1}, counts


def test_a_checklist_of_twenty_actions_is_one_sheet(browser: Browser, long_site: Served) -> None:
    (role,) = [role for role in load(long_site.data).roles if len(own(long_site, role.id)) == LONG]
    with visiting(browser, PHONE) as page:
        page.goto(long_site.web(f"checklistor/{role.id}/index.html"))
        assert page.locator(".rg-box-row[data-action]").count() == LONG
        assert len(sheets(page.pdf(prefer_css_page_size=True))) == 1


def own(site: Served, role: str) -> list[str]:
    return [action.id for action in load(site.data).actions if role in action.responsible]


def test_a_link_out_says_its_address_on_paper(browser: Browser, real_site: Served) -> None:
    """It cannot be pressed there. The ways out of the site that are not printed need none."""
    with visiting(browser, PRINTED["width"], PRINTED["height"]) as page:
        count = 0
        for name in real_site.linked:
            page.goto(real_site.web(name))
            as_paper(page)
            for link in page.locator('main a[href^="http"]:visible').all():
                count += 1
                shown = link.evaluate("link => getComputedStyle(link, '::after').content")
                assert shown == '" (" attr(href) ")"' or link.get_attribute("href") in shown, f"{name}: {shown}"
                assert link.evaluate("link => getComputedStyle(link).textDecorationLine") == "underline"
        assert count


def test_paper_has_the_numbers_and_no_navigation(browser: Browser, site: Served) -> None:
    problems = []
    with visiting(browser, PRINTED["width"], PRINTED["height"]) as page:
        for name in site.pages:
            page.goto(site.web(name))
            as_paper(page)
            problems += [
                f"{name}: {kind} is printed" for kind in page.locator(", ".join(NAVIGATION)).evaluate_all(SEEN)
            ]
            numbers = page.locator('.rg-sos a[href^="tel:"]:visible').all_inner_texts()
            if not any("112" in number for number in numbers) or len(numbers) != page.locator(".rg-sos a").count():
                problems.append(f"{name}: the emergency numbers are not printed, only {numbers}")
            if "Utgåva" not in page.locator(".rg-foot p").first.inner_text():
                problems.append(f"{name}: the edition is not printed")
            if not page.locator("main h1").is_visible():
                problems.append(f"{name}: the heading is not printed")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                problems.append(f"{name}: wider than the sheet")
    assert not problems, told(problems)


def test_paper_is_dark_on_white_whatever_the_screen_is(browser: Browser, site: Served, scheme: str) -> None:
    problems = []
    with visiting(browser, PRINTED["width"], PRINTED["height"], color_scheme=scheme) as page:
        for name in site.pages:
            page.goto(site.web(name))
            as_paper(page)
            texts = page.evaluate(script("contrast"), [255, 255, 255])
            assert texts
            problems += [
                f"{name}: {text['ratio']:.2f} {text['where']}: {text['text']}" for text in texts if text["ratio"] < 7
            ]
    assert not problems, told(problems)


def test_boxes_to_tick_are_drawn(browser: Browser, site: Served, scheme: str) -> None:
    """Large enough for a pen, with a frame of our own: what a browser draws itself prints as a grey dot."""
    problems, count = [], 0
    with visiting(browser, PRINTED["width"], PRINTED["height"], color_scheme=scheme) as page:
        for name in site.linked:
            page.goto(site.web(name))
            as_paper(page)
            for box in page.evaluate(BOX):
                count += 1
                if box["native"] or not box["drawn"] or min(box["width"], box["height"]) < 12:
                    problems.append(f"{name}: {box}")
            rows, signed = (
                page.locator(".rg-box-row[data-action]").count(),
                page.locator(".rg-box-row[data-action]:has(input):has(.rg-sign:visible)").count(),
            )
            if rows != signed:
                problems.append(f"{name}: {rows} actions, {signed} with a box and a line to sign on")
    assert count
    assert not problems, told(problems)


def test_tables_are_tables_with_a_head_on_every_sheet(browser: Browser, site: Served) -> None:
    problems, count = [], 0
    with visiting(browser, PRINTED["width"], PRINTED["height"]) as page:
        for name in site.linked:
            page.goto(site.web(name))
            as_paper(page)
            for found in page.evaluate(HEADS):
                count += 1
                if found != ["table", "table-header-group", "static", "none", "table-row"]:
                    problems.append(f"{name}: {found}")
    assert count
    assert not problems, told(problems)


def test_the_flowchart_is_printed_though_it_is_folded(browser: Browser, site: Served) -> None:
    problems, count = [], 0
    with visiting(browser, PRINTED["width"], PRINTED["height"]) as page:
        for name in site.linked:
            page.goto(site.web(name))
            as_paper(page)
            for picture in page.locator("svg.rg-flow").all():
                count += 1
                box = picture.bounding_box()
                if not picture.is_visible() or not box or box["width"] < 100 or box["height"] < 100:
                    problems.append(f"{name}: not printed")
                elif box["x"] + box["width"] > PRINTED["width"] or box["height"] > PRINTED["height"]:
                    problems.append(f"{name}: larger than the sheet")
            shown = page.evaluate(
                "() => [...document.querySelectorAll('main details:not([open], [hidden])')].filter((each) => !each.lastElementChild.checkVisibility()).length"
            )
            if shown:
                problems.append(f"{name}: {shown} fold-outs are not printed")
    assert count
    assert not problems, told(problems)
