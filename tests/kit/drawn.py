"""What a PDF of ours draws: its texts with size and colour,
and the outlines that are closed, as boxes to tick are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

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
