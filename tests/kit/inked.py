"""How much of a printed page is left blank, and how much room a hand has above each line to write on."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from tests.kit.drawn import DPI, MM

INK = 200  # Below this a pixel is ink.
BAND_MM = 12  # Lower bands are the room between lines, or the room that a hand has above one.
BOLD = 500
LINE_MM = 12  # A shorter line is part of a letter or a box.

Rows = list[bytes]


def _rows(page: pypdfium2.PdfPage) -> Rows:
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    data, stride = bytes(bitmap.buffer), bitmap.stride
    return [data[y * stride : y * stride + bitmap.width] for y in range(bitmap.height)]


def blank_share(made: bytes) -> float:
    """The share of the height, from the first ink to the last, that lies in bands without any. The mark along the right
    edge is no words."""
    blank = height = 0
    for page in pypdfium2.PdfDocument(made):
        rows = _rows(page)
        inked = [y for y, row in enumerate(rows) if min(row[: int(len(row) * 0.9)]) < INK]
        blank += sum(gap for gap in (after - before for before, after in pairwise(inked)) if gap > BAND_MM * MM)
        height += inked[-1] - inked[0]
    return blank / height


def writing_room(made: bytes) -> list[float]:
    """Millimetres without ink above each line to write on: what is ruled is grey, and other lines black."""
    found = []
    for page in pypdfium2.PdfDocument(made):
        rows, high = _rows(page), page.get_height()
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = item.get_bounds()
            if right - left > LINE_MM / 25.4 * 72 and top - bottom < 2 and _grey(item.raw):
                found.append(_above(rows, *(int(value * DPI / 72) for value in (left + 2, right - 2, high - top))))
    return found


def _grey(item: object) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetStrokeColor(item, *colour)
    return colour[0].value > 0


def spots(made: bytes, words: str) -> Iterator[tuple[float, float]]:
    """Wherever these words stand, to the letter: the millimetres to their left, and those without ink above them."""
    for page in pypdfium2.PdfDocument(made):
        rows, high, text = _rows(page), page.get_height(), page.get_textpage()
        search = text.search(words, match_case=True, match_whole_word=True)
        while found := search.get_next():
            boxes = [text.get_charbox(at) for at in range(found[0], sum(found))]
            left, right, top = boxes[0][0], boxes[-1][2], max(box[3] for box in boxes)
            yield left / 72 * 25.4, _above(rows, *(int(value * DPI / 72) for value in (left, right, high - top)))


def wide_lines(made: bytes) -> int:
    """How many lines to write on go over the whole sheet."""
    return sum(
        right - left > page.get_width() * 0.8 and top - bottom < 2
        for page in pypdfium2.PdfDocument(made)
        for left, bottom, right, top in (
            item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
        )
    )


def _above(rows: Rows, left: int, right: int, at: int) -> float:
    y = at - 2
    while y >= 0 and min(rows[y][left:right]) >= INK:
        y -= 1
    return (at - y) / MM


def sizes(made: bytes) -> Iterator[tuple[float, str]]:
    """Each character but spaces, with its size in points."""
    for page in pypdfium2.PdfDocument(made):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            if (letter := text.get_text_range(at, 1)).strip():
                yield pdfium.FPDFText_GetFontSize(text.raw, at), letter


def weights(made: bytes) -> Iterator[tuple[str, bool]]:
    """Each character but spaces, and whether it is bold."""
    for page in pypdfium2.PdfDocument(made):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            if (letter := text.get_text_range(at, 1)).strip():
                yield letter, pdfium.FPDFText_GetFontWeight(text.raw, at) > BOLD
