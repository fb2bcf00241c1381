"""The search by keyboard: what is written has its answer first, and a press of Enter leads there."""

from __future__ import annotations

import pytest

from tests.kit.browsing import Served
from tests.kit.engines import Visit

pytestmark = [pytest.mark.browser, pytest.mark.full]

NUMBER, ANSWER = "11414", "vagledning/index.html#akut-fara"
FIRST = "document.querySelector('.rg-search-hit')"


@pytest.mark.parametrize("place", ["web", "file"])
def test_a_number_is_found_first_and_chosen_by_keyboard(visit: Visit, real_site: Served, place: str) -> None:
    start = real_site.web("om/index.html") if place == "web" else real_site.file("om/index.html")
    visit.go(start)
    visit.click(".rg-menu > summary")
    visit.click(".rg-search > summary")
    visit.until("document.activeElement.matches('.rg-search-input')")
    visit.press(*NUMBER)
    visit.until("/träff/.test(document.querySelector('.rg-search-status').textContent)")
    where = visit.run("() => document.querySelector('.rg-search-hit').href")
    assert where.endswith(ANSWER)
    visit.press("Tab")
    visit.until(f"document.activeElement === {FIRST}")
    visit.press("Enter")
    visit.until(f"location.href === '{where}'")
    visit.until("document.querySelector('#akut-fara')?.innerText.match(/114\\s14/)")


def test_enter_leads_to_the_first_hit(visit: Visit, real_site: Served) -> None:
    visit.go(real_site.web("om/index.html"))
    visit.click(".rg-menu > summary")
    visit.click(".rg-search > summary")
    visit.until("document.activeElement.matches('.rg-search-input')")
    visit.press(*NUMBER, "Enter")
    visit.until(f"location.href.endsWith('{ANSWER}')")


def test_a_word_is_found_in_another_form_and_escape_leads_back(visit: Visit, real_site: Served) -> None:
    visit.go(real_site.web("index.html"))
    visit.click(".rg-menu > summary")
    visit.click(".rg-search > summary")
    visit.until("document.activeElement.matches('.rg-search-input')")
    visit.press(*"polisanmala")
    visit.until("/träff/.test(document.querySelector('.rg-search-status').textContent)")
    assert "anmäl" in visit.says(".rg-search-results").lower()
    visit.press("Escape")
    visit.until("document.activeElement.matches('.rg-search > summary')")
    assert visit.run("() => document.querySelector('.rg-search').open") is False
