"""What the privacy page says is kept, is what the guide keeps: every field of it, and no longer than it says."""

from __future__ import annotations

import json
from datetime import date

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import Served, visiting
from tests.kit.store import key_of
from tests.ours.states import enter, press_in

pytestmark = pytest.mark.browser

PAGE = "om/integritet/index.html"


def test_every_field_in_the_store_is_told_and_no_other(browser: Browser, real_site: Served) -> None:
    with visiting(browser) as page:
        enter(page, real_site, "saved")
        press_in(page, "vet-inte:behovs-strategen")
        stored = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
        key = key_of(real_site.root)
        assert list(stored) == [key]
        assert page.evaluate("[sessionStorage.length, document.cookie]") == [0, ""]
        entry = json.loads(stored[key])
        page.goto(real_site.web(PAGE))
        told = page.locator("[data-kept]").evaluate_all("(all) => all.map((each) => each.dataset.kept)")
        days = page.locator(".rg-privacy").inner_text()
    assert sorted(told) == sorted([*entry["state"], *(field for field in entry if field != "state"), "site"])
    lasts = (date.fromisoformat(entry["until"]) - date.fromisoformat(entry["saved"])).days
    assert f"i högst {lasts} dagar" in days
