"""How hard each page is to read, by LIX (Björnsson 1968): words to a sentence, and the share of words of more than six letters.

The figures are shown in the report. They may fall; a page that becomes harder than it was is to be read again: UPDATE_GOLDEN=1 keeps the new figure.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from tests.kit.built import Site, main, tag, text
from tests.kit.paths import GOLDEN

pytestmark = pytest.mark.site

KEPT = GOLDEN / "lix.json"
LEEWAY = 1.0  # A word more or less is no harder page.
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "label", "summary"}
LONG = 6


def blocks(element: Element) -> list[str]:
    """The texts that stand by themselves, those within others left out."""
    found = []
    for child in element:
        if tag(child) in BLOCKS and not any(tag(each) in BLOCKS for each in child.iter() if each is not child):
            found.append(text(child))
        elif tag(child) not in {"svg", "pre"}:
            found += blocks(child)
    return [each for each in found if each]


def lix(texts: list[str]) -> float:
    """What follows the last full stop, or has none, is a sentence of its own."""
    words = [word for each in texts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", each)]
    sentences = sum(len([part for part in re.split(r"[.!?:](?=\s|$)", each) if part.strip()]) for each in texts)
    long = sum(len(word) > LONG for word in words)
    return len(words) / sentences + 100 * long / len(words)


def measured(site: Site) -> dict[str, float]:
    """Each page's figure."""
    return {name: round(lix(blocks(main(site.tree(name)))), 1) for name in site.pages()}


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
