"""No page becomes harder to read than it was, by LIX.

The figures are shown in the report. They may fall; a page that becomes harder than it was is to be read again:
UPDATE_GOLDEN=1 keeps the new figure. Those of what is published are audit/lix.json, and no test's.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from audit import pages
from audit.built import Site
from audit.readability import compared, keep, kept, lix, measured, renewed
from tests.kit.paths import PROJECT

KEPT = PROJECT / "tests/golden/lix.json"

pytestmark = pytest.mark.site


def test_the_figure_is_the_one_of_the_formula() -> None:
    assert lix(["Du ska ringa. Vänta inte"]) == pytest.approx(5 / 2)
    assert lix(["Kommunens säkerhetsstrateg ringer"]) == pytest.approx(3 + 100 * 2 / 3)
    assert lix(["Ring", "Vänta"]) == pytest.approx(1)


def test_no_page_becomes_harder_to_read(site: Site, record_property: Callable[[str, object], None]) -> None:
    found = measured(site)
    record_property("LIX", found)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        keep(site, KEPT)
    assert set(found) == set(kept(KEPT)), "a page without a figure, or that is gone: UPDATE_GOLDEN=1 mends it"
    assert [each for each in compared(found, kept(KEPT)) if each.harder] == []


def test_what_has_become_harder_comes_first_and_a_new_page_is_held_to_nothing() -> None:
    found = {"svår": 44.0, "ny": 60.0, "lättare": 20.0, "svårare": 33.0}
    told = compared(found, {"svår": 44.0, "lättare": 25.0, "svårare": 30.0, "borta": 9.0})
    assert [(each.page, each.harder) for each in told] == [("svårare", True), ("svår", False), ("lättare", False)]


def test_the_audit_judges_what_has_become_harder_and_not_the_hardest(
    small_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = measured(small_site)
    hardest, easiest = max(found, key=lambda page: found[page]), min(found, key=lambda page: found[page])
    others = {page: lix for page, lix in found.items() if page != hardest} | {easiest: found[easiest] - 2}
    monkeypatch.setattr("audit.pages.kept", lambda: others)
    figure = pages.hardest(small_site)
    assert (figure.name, figure.over) == (f"LIX: {easiest}", True)
    assert [fault.partition(":")[0] for fault in figure.faults] == [easiest]
    monkeypatch.setattr("audit.pages.kept", dict)
    assert not pages.hardest(small_site).over


def test_the_figures_that_are_kept_are_those_of_the_site(small_site: Site, tmp_path: Path) -> None:
    keep(small_site, tmp_path / "lix.json")
    assert kept(tmp_path / "lix.json") == measured(small_site)


def test_figures_of_no_site_are_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.readability.KEPT", tmp_path / "lix.json")
    assert "Gör så här: kör make site" in renewed(tmp_path)
    assert not (tmp_path / "lix.json").exists()
