"""What a PDF of ours draws: its texts with size and colour, and the outlines that are closed, as boxes to tick are; and
what of it reaches those who listen.
"""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Text:
    """Points, and the fill's components: a single 0 is black."""

    size: float
    fill: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Its extent in millimetres, how thick its line is in points, and the line's colour."""

    width: float
    height: float
    line: float
    stroke: tuple[float, ...]


@cache
def drawn(made: bytes) -> tuple[Text | Outline, ...]:
    """Everything of a PDF, page by page."""
    return tuple(item for page in PdfReader(io.BytesIO(made)).pages for item in _drawn(page))


def _drawn(page: PageObject) -> Iterator[Text | Outline]:
    """In the order of the page. Typst turns and moves but never scales, so sizes are those in the stream; what is
    scaled, a code to scan, is left out."""
    contents = page.get_contents()
    assert isinstance(contents, ContentStream)
    size, line = 0.0, 1.0
    fill: tuple[float, ...] = (0.0,)
    stroke: tuple[float, ...] = (0.0,)
    scaled = False
    kept: list[tuple[tuple[float, ...], tuple[float, ...], float, bool]] = []
    points: list[tuple[float, float]] = []
    for operands, operator in contents.operations:
        values: list[Any] = list(operands)
        match operator:
            case b"q":
                kept.append((fill, stroke, line, scaled))
            case b"Q":
                fill, stroke, line, scaled = kept.pop()
            case b"cm" | b"Tm":
                a, b, c, d = map(float, values[:4])
                scaled |= abs(abs(a * d - b * c) - 1) > 1e-6
            case b"g" | b"rg" | b"k" | b"G" | b"RG" | b"K" | b"gs":
                raise AssertionError(f"{operator!r}: a colour that is not read here")
            case b"scn":
                fill = tuple(map(float, values))
            case b"SCN":
                stroke = tuple(map(float, values))
            case b"w":
                line = float(values[0])
            case b"Tf":
                size = float(values[1])
            case b"m":
                points = [(float(values[0]), float(values[1]))]
            case b"l" | b"c" | b"v" | b"y":
                points.append((float(values[-2]), float(values[-1])))
            case b"h":
                points.append(points[0])
            case b"Tj" | b"TJ":
                assert not scaled
                yield Text(size, fill)
            case b"S" | b"s" | b"B" if len(points) > 2 and not scaled:
                xs, ys = zip(*points, strict=True)
                yield Outline((max(xs) - min(xs)) / POINTS_PER_MM, (max(ys) - min(ys)) / POINTS_PER_MM, line, stroke)


DPI = 100
MM = DPI / 25.4
EDGE_MM = 7  # What every printer can leave empty.


def heard(made: bytes) -> str:
    """Its text in the order of the pages, save what is marked as an artifact: that is never read aloud."""
    found = []
    for page in pypdfium2.PdfDocument(made):
        texts = page.get_textpage()
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            if "Artifact" not in _marks(item.raw):
                found.append(_text(item.raw, texts.raw))
    # A hyphen that a line breaks at is told as that.
    return plain(re.sub("\x02\\s*", "-", " ".join(found)))


def plain(text: str) -> str:
    """With single spaces, which a line may break at."""
    return " ".join(text.split())


def _marks(item: object) -> list[str]:
    return [_name(pdfium.FPDFPageObj_GetMark(item, at)) for at in range(pdfium.FPDFPageObj_CountMarks(item))]


def _name(mark: object) -> str:
    buffer, size = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), size)
    return bytes(buffer)[: size.value].decode("utf-16-le").rstrip("\0")


def _text(item: object, texts: object) -> str:
    size = pdfium.FPDFTextObj_GetText(item, texts, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(item, texts, buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le").rstrip("\0")


def clear(made: bytes) -> list[tuple[float, float, float, float]]:
    """Millimetres without ink at each page's left, top, right and bottom: all of it where there is none."""
    return [_clear(page) for page in pypdfium2.PdfDocument(made)]


def _clear(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    width, height, stride, data = bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    rows = [data[y * stride : y * stride + width] for y in range(height)]
    inked = [y for y, row in enumerate(rows) if min(row) < 200]
    if not inked:
        return width / MM, height / MM, width / MM, height / MM
    columns = [x for x in range(width) if any(rows[y][x] < 200 for y in inked)]
    return columns[0] / MM, inked[0] / MM, (width - 1 - columns[-1]) / MM, (height - 1 - inked[-1]) / MM
