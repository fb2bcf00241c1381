"""A page that becomes harder to read than it was, by LIX, is to be read again. UPDATE_GOLDEN=1 keeps the figures of
this routine; those of what is published are audit/lix.json, and no test's."""

from __future__ import annotations

import os

import pytest

from audit.built import Site
from audit.readability import compared, keep, kept, lix, measured
from tests.kit.paths import PROJECT

KEPT = PROJECT / "tests/golden/lix.json"

pytestmark = pytest.mark.site


def test_the_figure_is_the_one_of_the_formula() -> None:
    assert lix(["Du ska ringa. Vänta inte"]) == pytest.approx(5 / 2)
    assert lix(["Kommunens säkerhetsstrateg ringer"]) == pytest.approx(3 + 100 * 2 / 3)


def test_no_page_becomes_harder_to_read(site: Site) -> None:
    if os.environ.get("UPDATE_GOLDEN") == "1":
        keep(site, KEPT)
    assert set(measured(site)) == set(kept(KEPT)), "a page without a figure, or that is gone: UPDATE_GOLDEN=1 mends it"
    assert [each for each in compared(measured(site), kept(KEPT)) if each.harder] == []


def test_what_has_become_harder_comes_first_and_a_new_page_is_held_to_nothing() -> None:
    found = {"svår": 44.0, "ny": 60.0, "lättare": 20.0, "svårare": 33.0}
    told = compared(found, {"svår": 44.0, "lättare": 25.0, "svårare": 30.0, "borta": 9.0})
    assert [(each.page, each.harder) for each in told] == [("svårare", True), ("svår", False), ("lättare", False)]
