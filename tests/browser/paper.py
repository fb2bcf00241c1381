"""Reads just enough of a PDF made by Chromium: its sheets, and whether there is anything on them."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
STREAM = re.compile(rb"^(<<.*?>>)\s*stream\r?\n(.*)\r?\nendstream", re.DOTALL)
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
CONTENTS = re.compile(rb"/Contents\s+(\d+) 0 R")
SHOWS_TEXT = re.compile(rb"\bTJ\b|\bTj\b")
SIZE = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its size in points, and how many times its drawing shows a piece of text."""

    width: float
    height: float
    texts: int


def sheets(pdf: bytes) -> list[Sheet]:
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    found = []
    for body in objects.values():
        if not PAGE.search(body):
            continue
        size, contents = SIZE.search(body), CONTENTS.search(body)
        assert size, "a sheet without a size"
        assert contents, "a sheet without a drawing"
        found.append(Sheet(float(size[1]), float(size[2]), len(SHOWS_TEXT.findall(_drawing(objects[int(contents[1])])))))
    assert found, "no sheets: is it a PDF from Chromium?"
    return found


def _drawing(body: bytes) -> bytes:
    parts = STREAM.match(body)
    assert parts, "a drawing that is no stream"
    return zlib.decompress(parts[2]) if b"/FlateDecode" in parts[1] else parts[2]
