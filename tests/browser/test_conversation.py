"""The conversation has every fact of a step, comes by a link, says what a press has done, knows of other tabs, and
gives a limit to a calendar."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.kit.browsing import PHONE, Served, borrowing, visiting
from tests.kit.reader import EVENT, GUIDE, reading

pytestmark = pytest.mark.browser

# Every step, as the one who is responsible has it: without what is open when that is not reached, and what only leads
# to the page on a question.
LOST = """() => {
  const { read } = rutin.case;
  const steps = read(document.querySelector('.rg-guide-all'));
  const text = (element) => element.textContent.replace(/\\s+/g, ' ');
  return steps.flatMap((step) => {
    const scene = { roles: [], role: { id: '' }, handing: [], state: { over: {}, answers: {} } };
    const shows = { scene, moment: {}, how: '', left: false, said: {}, last: '', before: [] };
    const whole = (element) => {
      for (const fold of element.getElementsByTagName('details')) {
        fold.open = true;
        rutin.pieces.fill(fold);
      }
      return text(element);
    };
    const ask = { step, text: step.text, hers: true, given: undefined, unsure: false };
    const shown = whole(step.question ? rutin.questions.asked(ask) : rutin.acts.own(step, shows));
    const held = step.element.querySelectorAll('[data-fact]:not([data-fact="guidance"], [data-to-others])');
    const facts = [...held].map((fact) => {
      const plain = fact.cloneNode(true);
      plain.querySelectorAll('.rg-open').forEach((line) => line.remove());
      return text(plain);
    });
    return facts.filter((fact) => !shown.includes(fact));
  });
}"""


def key(name: str) -> str:
    return f'[data-key="{name}"]'


def press(page: Page, *names: str) -> None:
    for name in names:
        page.locator(key(name)).first.click()


def test_no_fact_of_a_step_is_lost_in_the_conversation(browser: Browser, site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(site.web(GUIDE))
        page.evaluate("rutin.opener.load()")
        assert page.locator(".rg-guide-all [data-fact]").count() > 10
        assert page.evaluate(LOST) == []


@pytest.mark.parametrize("before", ["", "#roll_vaktmastaren"])
def test_a_link_to_a_role_leads_there_also_on_an_open_guide_and_what_is_saved_goes_first(
    browser: Browser, site: Served, before: str
) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(site.web(GUIDE) + before)
        page.evaluate("location.hash = '#roll_rektorn'")
        press(page, "kryss:flytta-klassen", "spara", "spara-ja")
        expect(page.locator(key("radera"))).to_be_visible()
        assert page.url == site.web(GUIDE), "no role stands in the address"
        page.goto(site.web("index.html"))
        page.goto(site.web(f"{GUIDE}#roll_vaktmastaren"))
        expect(page.locator(key("kryss:beratta-for-hemmen"))).to_be_visible()


def test_what_a_press_has_done_is_told_to_who_listens_and_two_quick_presses_are_one(
    browser: Browser, site: Served
) -> None:
    with reading(browser, site, "rektorn") as reader:
        live = reader.page.locator(".rg-live").first
        expect(live).to_be_empty()
        reader.press("ja:rinner-det")
        expect(live).not_to_be_empty()
        reader.page.locator(key("kryss:flytta-klassen")).dblclick(delay=20)
        assert reader.stage("now", over=True) == ["flytta-klassen", "rinner-det"]


def test_what_another_tab_writes_or_erases_is_told_of_and_not_brought_back(browser: Browser, site: Served) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(site.web(f"{GUIDE}#roll_rektorn"))
        press(page, "spara", "spara-ja")
        expect(page.locator(key("radera"))).to_be_visible()
        other = page.context.new_page()
        other.goto(site.web(GUIDE))
        press(other, "kryss:flytta-klassen")
        expect(page.locator(".rg-notice")).to_be_visible()
        press(other, "radera", "radera-ja")
        expect(other.locator(key("roll:rektorn"))).to_be_visible()
        assert page.evaluate("localStorage.length") == 0


def test_a_limit_in_hours_is_given_to_a_calendar_at_its_moment(browser: Browser, site: Served, tmp_path: Path) -> None:
    """Around the night in which the clocks are put back; and not once the day has been."""
    with reading(browser, site, "va-ingenjoren", now="2026-10-24T22:00:00Z") as reader:
        page = reader.page
        press(page, f"annan:{EVENT}")
        page.locator(key(f"dag:{EVENT}")).fill("2026-10-24")
        page.locator(key(f"tid:{EVENT}")).fill("23:30")
        press(page, f"ange:{EVENT}")
        with page.expect_download() as waiting:
            press(page, "kalender:mata-flodet")
        waiting.value.save_as(tmp_path / "file")
        (event,) = Calendar.from_ical((tmp_path / "file").read_bytes()).walk("VEVENT")
        assert event["DTSTART"].to_ical() == b"20261025T013000Z"
        page.clock.set_fixed_time("2026-10-26T12:00:00Z")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator(key("kalender:mata-flodet"))).to_have_count(0)


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_each_cell_of_who_does_what_is_told_with_its_own_role(browser: Browser, site: Served, width: int) -> None:
    with borrowing(browser, width) as page:
        page.goto(site.web("rutinen/index.html"))
        dots = page.locator(".rg-dot").locator("visible=true")
        assert dots.count() > 5
        assert (page.get_by_role("columnheader").count() == 0) == (width == PHONE)
