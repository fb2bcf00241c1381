"""What of a PDF reaches those who listen, and where its ink lies."""

from __future__ import annotations

import ctypes
import re

import pypdfium2
import pypdfium2.raw as pdfium

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
