"""What the privacy page says is kept, is what the guide keeps: every field of it, and no longer than it says."""

from __future__ import annotations

import json
from datetime import date

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import Served
from tests.kit.reader import NOW
from tests.ours.states import entered

pytestmark = pytest.mark.browser

PAGE = "om/integritet/index.html"


def test_every_field_in_the_store_is_told_and_no_other(browser: Browser, real_site: Served) -> None:
    with entered(browser, real_site, "saved") as reader:
        reader.press("vet-inte:behovs-strategen")
        page = reader.page
        stored = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
        assert page.evaluate("[sessionStorage.length, document.cookie]") == [0, ""]
        (entry,) = map(json.loads, stored.values())
        page.goto(real_site.web(PAGE))
        told = page.locator("[data-kept]").evaluate_all("(all) => all.map((each) => each.dataset.kept)")
        days = page.locator(".rg-privacy").inner_text()
    assert sorted(told) == sorted([*entry["state"], *(field for field in entry if field != "state"), "site"])
    lasts = (date.fromisoformat(entry["until"]) - date.fromisoformat(NOW[:10])).days
    assert f" {lasts} dagar" in days
