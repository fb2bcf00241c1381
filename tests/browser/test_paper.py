"""On paper: no blank sheet, no navigation, the numbers, boxes to tick, heads on every sheet, and addresses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from audit.pdf_text import pages_read
from tests.kit.browsing import Served, borrowing, script, told
from tests.kit.drawn import EDGE_MM
from tests.kit.look import SPLIT
from tests.kit.paper import BOX, NAVIGATION, PRINTED, SEEN, as_paper, marks, sheets
from tests.kit.reader import reading
from tests.kit.views import of_each_kind

pytestmark = pytest.mark.browser

A4 = (595, 842)
HEADS = """() => [...document.querySelectorAll('main table')].map((table) => {
  const head = getComputedStyle(table.tHead);
  return [head.display, head.position, getComputedStyle(table.rows[1]).display].join(' ');
})"""
# What a fold-out holds is printed, though it is folded.
FOLDED = """() => [...document.querySelectorAll('main details:not([open], [hidden], .rg-begins-with *)')]
  .filter((each) => !each.closest('.rg-noprint'))
  .filter((each) => ![...each.children].slice(1).some((part) => part.checkVisibility()))
  .map((each) => each.textContent)"""
# Every link out that is seen, and what is printed after it.
OUT = """() => [...document.querySelectorAll('main a[href^="http"]')]
  .filter((each) => each.checkVisibility() && each.getClientRects().length)
  .map((each) => [each.getAttribute('href'), getComputedStyle(each, '::after').content])"""
# Each line to sign on: how high it is below its label.
Found = Iterator[tuple[int, list[object]]]


def shell(page: Page) -> Found:
    """The numbers, the edition and the heading, and no navigation."""
    yield 1, page.locator(", ".join(NAVIGATION)).evaluate_all(SEEN)
    for there in ('.rg-sos a[href="tel:112"]', ".rg-foot p", "main h1"):
        yield 1, [] if page.locator(there).first.is_visible() else [f"{there} is not printed"]
    yield 1, ["wider than the sheet"] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []


def ink(page: Page) -> Found:
    texts = page.evaluate(script("contrast"), [255, 255, 255])
    yield len(texts), [text for text in texts if text["ratio"] < 7]


def boxes(page: Page) -> Found:
    """Large enough for a pen, with a frame of our own: what a browser draws itself prints as a grey dot."""
    found = page.evaluate(BOX)
    yield (
        len(found),
        [box for box in found if box["native"] or not box["drawn"] or min(box["width"], box["height"]) < 12],
    )


def heads(page: Page) -> Found:
    found = page.evaluate(HEADS)
    yield len(found), [each for each in found if each != "table-header-group static table-row"]


def words(page: Page) -> Found:
    yield 1, page.evaluate(SPLIT)


def folds(page: Page) -> Found:
    yield page.locator("main details").count(), page.evaluate(FOLDED)


def links_out(page: Page) -> Found:
    found = page.evaluate(OUT)
    yield len(found), [link for link in found if link[1] != '" (" attr(href) ")"' and link[0] not in link[1]]


def on_sheets(page: Page) -> Found:
    """As Chromium prints them: of what size, how they are marked for those who listen, and which each says it is."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True, tagged=True)
    found, tables = marks(pdf), page.locator("main table").count()
    yield 1, [] if (found.language, found.parts["H1"], found.parts["Table"]) == ("sv", 1, tables) else [found]
    printed, whose = sheets(pdf), page.evaluate("document.documentElement.dataset.page ?? ''")
    wrong: list[object] = [each for each in printed if not each.letters or min(each.above, each.below) < EDGE_MM]
    wrong += [each for each in printed if (each.width, each.height) != pytest.approx(A4, 1e-2)]
    for number, text in enumerate(map(squeezed, pages_read(pdf)), 1):
        missing = [each for each in (f"Sida {number} av {len(printed)}", whose) if squeezed(each) not in text]
        wrong += [f"sheet {number} does not say {each}" for each in missing]
    yield len(printed), wrong


def squeezed(text: str) -> str:
    return "".join(text.split())


LOOKS: tuple[Callable[[Page], Found], ...] = (
    *(shell, ink, boxes, heads, words, folds, links_out),
    on_sheets,
)


@pytest.fixture(scope="module")
def paper(browser: Browser, site: Served) -> tuple[dict[str, list[str]], Counter[str]]:
    """What is wrong with each look, and how much was looked at: printed from a dark screen."""
    wrong, count = defaultdict[str, list[str]](list), Counter[str]()
    with borrowing(browser, PRINTED["width"], PRINTED["height"], color_scheme="dark") as page:
        as_paper(page)
        for name in of_each_kind(site):
            page.goto(site.web(name))
            for look in LOOKS:
                for many, faults in look(page):
                    count[look.__name__] += many
                    wrong[look.__name__] += [f"{name}: {each}" for each in faults]
    return wrong, count


@pytest.mark.parametrize("look", [look.__name__ for look in LOOKS])
def test_on_paper_nothing_is_wrong_with(paper: tuple[dict[str, list[str]], Counter[str]], look: str) -> None:
    wrong, count = paper
    assert count[look]
    assert not wrong[look], told(wrong[look])


def test_the_first_page_is_one_sheet(browser: Browser, real_site: Served) -> None:
    """As a reader's browser prints it who has no say over the margins."""
    with borrowing(browser, PRINTED["width"]) as page:
        page.goto(real_site.web("index.html"))
        assert len(pages_read(page.pdf(format="A4", prefer_css_page_size=True))) == 1


def test_the_guide_prints_the_case_alone_with_its_answers_as_full_boxes(browser: Browser, site: Served) -> None:
    """Before a role is chosen there is no case, and the whole list is printed. Ink: a browser prints no backgrounds."""
    widths = "(all) => all.map((each) => parseFloat(getComputedStyle(each, '::before').borderTopWidth))"
    with reading(browser, site) as reader:
        as_paper(reader.page)
        assert reader.page.locator("[data-section]:visible").count() == reader.page.locator("[data-section]").count()
        reader.page.emulate_media(media="screen")
        reader.follow("roll:rektorn ja:rinner-det")
        reader.page.emulate_media(media="print", color_scheme="dark")
        assert reader.page.locator("[data-section]:visible").count() == 0
        assert reader.page.locator(".rg-case [data-item]:visible").count() > 1
        given = reader.page.locator('.rg-case [aria-pressed="true"]:visible').evaluate_all(widths)
        empty = reader.page.locator('.rg-case [aria-pressed="false"]:visible').evaluate_all(widths)
        assert min(given) > 2 * max(empty) > 0
