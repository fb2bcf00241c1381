"""What belongs together stands together, and what does not is told apart: by room, by one rule, by size."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import DESK, OPEN_ALL, PHONE, Served, borrowing

pytestmark = pytest.mark.browser

# Of each two links after each other in a list, of which one is several lines: the room between them, and within them.
LINKS = """() => [...document.querySelectorAll('main .rg-links li + li')].map((each) => {
  const lines = (item) => {
    const words = document.createRange();
    words.selectNodeContents(item.querySelector('a'));
    return [...words.getClientRects()];
  };
  const [before, after] = [lines(each.previousElementSibling), lines(each)];
  const many = [before, after].find((all) => all.length > 1);
  return many && [after[0].top - before.at(-1).bottom, many[1].top - many[0].bottom];
}).filter(Boolean)"""


def test_a_link_of_several_lines_is_apart_from_the_next(browser: Browser, real_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        for name in ("fickkort/index.html", "vagledning/index.html"):
            page.goto(real_site.web(name))
            rooms = page.evaluate(LINKS)
            assert rooms, name
            assert all(between >= within + 8 for between, within in rooms), (name, rooms)


# Of each open question after another, or after what helps with it: the room between the rule of one and that of the
# next, in px.
RULES = """() => [...document.querySelectorAll('main :is(.rg-meanwhile, .rg-open) + .rg-open')].map((each) => [
  each.getBoundingClientRect().top - each.previousElementSibling.getBoundingClientRect().bottom,
  parseFloat(getComputedStyle(each).borderTopWidth),
  each.getBoundingClientRect().width - each.previousElementSibling.getBoundingClientRect().width,
])"""


@pytest.mark.parametrize(
    "name", ["guide/index.html", "flode/index.html", "roller/partiets-sakerhetsansvarig/index.html"]
)
def test_between_two_open_questions_there_is_one_rule(browser: Browser, real_site: Served, name: str) -> None:
    """As long above as below, also at a desk."""
    with borrowing(browser) as page:
        page.goto(real_site.web(name))
        page.evaluate(OPEN_ALL)
        found = page.evaluate(RULES)
        assert found
        assert all(between == [0, 0, 0] for between in found), found


# Of each name above what somebody does: the room to that.
NAMES = """() => [...document.querySelectorAll('main .rg-other p:has(> b)')].map((each) =>
  each.nextElementSibling.getBoundingClientRect().top - each.getBoundingClientRect().bottom)"""


def test_a_name_stands_with_what_is_its_own(browser: Browser, real_site: Served) -> None:
    """Nearer than two deeds of one person to each other."""
    found = []
    with borrowing(browser, PHONE) as page:
        for name in real_site.pages:
            if name.startswith("roller/"):
                page.goto(real_site.web(name))
                page.evaluate(OPEN_ALL)
                found += page.evaluate(NAMES)
    assert found
    assert max(found) <= 6, found


SIZES = """(place) => [...document.querySelectorAll('main ' + place)]
  .map((each) => parseFloat(getComputedStyle(each).fontSize))"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_on_a_checklist_no_words_are_larger_than_its_steps(browser: Browser, real_site: Served, width: int) -> None:
    """Words to say are read aloud under stress, and are not small; what the list is for is not larger than the list."""
    with borrowing(browser, width) as page:
        page.goto(real_site.web("checklistor/partiets-sakerhetsansvarig/index.html"))
        (step,) = {*page.evaluate(SIZES, ".rg-box-row > label")}
        assert {*page.evaluate(SIZES, ".rg-answer-text")} == {step}
        (read,) = {*page.evaluate(SIZES, ".rg-lead")}
        assert {*page.evaluate(SIZES, ".rg-box-say")} == {read}
        assert read <= step
        tint = "(each) => getComputedStyle(each).backgroundColor"
        assert page.locator(".rg-box-say").first.evaluate(tint) != "rgba(0, 0, 0, 0)"


# In the sum of a case: each mark of a reading that is not as small as it is elsewhere, and how many there are.
MARKS = """() => {
  const texts = document.createTreeWalker(document.querySelector('.rg-summary'), NodeFilter.SHOW_TEXT);
  const marks = [];
  while (texts.nextNode()) if (texts.currentNode.data.includes('≈')) marks.push(texts.currentNode);
  return [marks.length, marks.filter((each) => each.data.length > 11 || !each.parentElement.matches('.rg-reading'))
    .map((each) => each.data)];
}"""


def test_the_mark_of_a_reading_is_small_in_the_sum_as_well(browser: Browser, real_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web("guide/index.html#roll_den-utsatte"))
        page.locator("[data-guide=roll]").wait_for()
        page.locator(".rg-sum > summary").click()
        page.locator(".rg-summary").wait_for()
        count, large = page.evaluate(MARKS)
        assert count
        assert large == []


def test_the_track_of_what_is_done_first_is_apart_from_the_words_before_it(browser: Browser, real_site: Served) -> None:
    """Both are bold, and colour alone tells them apart for nobody who does not see it."""
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web("guide/index.html#roll_den-utsatte"))
        dot = page.locator(".rg-first-label > span").first.evaluate("(it) => getComputedStyle(it, '::before').content")
        assert dot.startswith('"· "')


# Each mark of a reading with none of the words before it on its line, of those that have any.
ALONE = """() => [...document.querySelectorAll('main .rg-reading')].filter((mark) => mark.getClientRects().length)
  .filter((mark) => {
    const before = document.createRange();
    before.selectNodeContents(mark.parentElement);
    before.setEndBefore(mark);
    const { top, bottom } = mark.getBoundingClientRect();
    const beside = (line) => line.width > 1 && line.bottom > top + 2 && line.top < bottom - 2;
    return before.toString().trim() && ![...before.getClientRects()].some(beside);
  }).map((mark) => mark.parentElement.textContent)"""


@pytest.mark.parametrize("width", [320, PHONE])
def test_no_mark_of_a_reading_is_alone_on_a_line(browser: Browser, real_site: Served, width: int) -> None:
    alone = {}
    with borrowing(browser, width) as page:
        for name in ("guide/index.html", "roller/den-utsatte/index.html", "rutinen/index.html"):
            page.goto(real_site.web(name))
            page.evaluate(OPEN_ALL)
            assert page.locator("main .rg-reading").count() > 3, name
            alone[name] = page.evaluate(ALONE)
    assert not any(alone.values()), alone
