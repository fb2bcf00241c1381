"""No page becomes harder to read than it was, by LIX.

The figures are shown in the report. They may fall; a page that becomes harder than it was is to be read again:
UPDATE_GOLDEN=1 keeps the new figure.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable

import pytest

from audit.built import Site
from audit.readability import KEPT, LEEWAY, lix, measured

pytestmark = pytest.mark.site


def test_the_figure_is_the_one_of_the_formula() -> None:
    assert lix(["Du ska ringa. Vänta inte"]) == pytest.approx(5 / 2)
    assert lix(["Kommunens säkerhetsstrateg ringer"]) == pytest.approx(3 + 100 * 2 / 3)
    assert lix(["Ring", "Vänta"]) == pytest.approx(1)


def test_no_page_becomes_harder_to_read(site: Site, record_property: Callable[[str, object], None]) -> None:
    found = measured(site)
    record_property("LIX", found)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        KEPT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert set(found) == set(kept), "a page that has no figure yet, or that is gone"
    assert {name: (value, kept[name]) for name, value in found.items() if value > kept[name] + LEEWAY} == {}
