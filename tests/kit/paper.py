"""What a browser has printed: its sheets, whether there is
anything on them, and how it is marked for those who listen."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.kit.drawn import POINTS_PER_MM

# What is left of an A4 sheet inside the margins, in CSS pixels: where the print rules are measured.
PRINTED = {"width": 688, "height": 1030}
NAVIGATION = (".rg-skip", ".rg-menu", ".rg-search", ".rg-leave", ".rg-noprint", ".rg-do")
SEEN = """(all) => all
  .filter((each) => each.checkVisibility() && each.getClientRects().length)
  .map((each) => each.className || each.tagName)"""
BOX = """() => [...document.querySelectorAll('main :is([type=checkbox], [type=radio])')].map((box) => {
  const style = getComputedStyle(box), { width, height } = box.getBoundingClientRect();
  const drawn = (side) =>
    style[`border${side}Style`] === 'solid' &&
    parseFloat(style[`border${side}Width`]) >= 1 &&
    style[`border${side}Color`] === 'rgb(0, 0, 0)';
  return {
    id: box.id, width, height, native: style.appearance !== 'none',
    drawn: ['Top', 'Right', 'Bottom', 'Left'].every(drawn),
  };
})"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its size in points, how many letters are drawn on it, and how many millimetres are left empty above
    the highest and below the lowest of them."""

    width: float
    height: float
    letters: int
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Marks:
    """The document's language, empty if none is given, and its structure: H1, Table, TH … → how many there are."""

    language: str
    parts: Counter[str]


def sheets(pdf: bytes) -> list[Sheet]:
    """The sheets in order."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        bounds = [item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])]
        above = (height - max((top for *_, top in bounds), default=height)) / POINTS_PER_MM
        below = min((bottom for _, bottom, *_ in bounds), default=0) / POINTS_PER_MM
        found.append(Sheet(width, height, page.get_textpage().count_chars(), above, below))
    assert found, "no sheets"
    return found


def marks(pdf: bytes) -> Marks:
    """How the document is marked; no parts at all when it is not."""
    root: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    marked = root.get("/MarkInfo", {}).get("/Marked", False)
    return Marks(str(root.get("/Lang", "")), Counter(_parts(root["/StructTreeRoot"]) if marked else ()))


def _parts(element: Any) -> Iterator[str]:
    """Names of the structure's elements, those of marked content left out."""
    waiting = [element]
    while waiting:
        found = waiting.pop().get_object()
        if isinstance(found, list):
            waiting += found
        elif isinstance(found, dict):
            if "/S" in found:
                yield str(found["/S"]).lstrip("/")
            waiting += [found["/K"]] if "/K" in found else []


def as_paper(page: Page) -> None:
    page.emulate_media(media="print")
