"""A picture of a sheet has the same shape in greys, whichever way its rows were written, and weighs little."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from itertools import chain, pairwise
from random import Random
from struct import pack, unpack

import pytest

from audit.built import Site
from routine.print.grey import SIGNATURE, WHITE, grey, measures

WIDE, HIGH = 41, 45
SHADES = Random(7)
# Few shades beside many: a row is told by neighbours that are alike, or as far apart.
PICTURE = [[SHADES.choice((0, 64, 128, 192, SHADES.randrange(256))) for _ in range(WIDE)] for _ in range(HIGH)]
Predicted = Callable[[int, int, int], int]  # From what is left, above, and the corner between.


def paeth(left: int, up: int, corner: int) -> int:
    """As the standard words it (ISO/IEC 15948, 9.4)."""
    guess = left + up - corner
    distances = [abs(guess - left), abs(guess - up), abs(guess - corner)]
    return (left, up, corner)[distances.index(min(distances))]


PREDICTED: tuple[Predicted, ...] = (
    lambda left, up, corner: 0,
    lambda left, up, corner: left,
    lambda left, up, corner: up,
    lambda left, up, corner: (left + up) // 2,
    paeth,
)


def chunk(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))


def written(ways: list[int], form: bytes = bytes([8, 6, 0, 0, 0])) -> bytes:
    """The picture as a PNG in full colour, each row in its way."""
    data = b""
    for y, (way, row) in enumerate(zip(ways, PICTURE, strict=True)):
        above = PICTURE[y - 1] if y else [0] * WIDE
        data += bytes([way])
        for x, value in enumerate(row):
            left, corner = (row[x - 1], above[x - 1]) if x else (0, 0)
            told = (value - PREDICTED[way](left, above[x], corner)) % 256
            data += bytes([told, told, told, 255])
    half = len(data) // 2
    packed = zlib.compress(data)
    return SIGNATURE + b"".join(
        chunk(name, body)
        for name, body in (
            (b"IHDR", pack(">II", WIDE, HIGH) + form),
            (b"IDAT", packed[:half]),
            (b"IDAT", packed[half:]),
            (b"IEND", b""),
        )
    )


def levels(png: bytes) -> list[list[int]]:
    """What a reader of PNG sees: rows of four pixels a byte, none told by its neighbours."""
    width, height, bits, kind = unpack(">IIBB", png[16:26])
    assert (bits, kind) == (2, 0)
    (length,) = unpack(">I", png[33:37])
    data = zlib.decompress(png[41 : 41 + length])
    long = 1 + (width + 3) // 4
    rows = [data[at : at + long] for at in range(0, len(data), long)]
    assert len(rows) == height
    assert {row[0] for row in rows} == {0}
    return [[row[1 + x // 4] >> 6 - 2 * (x % 4) & 3 for x in range(width)] for row in rows]


@pytest.mark.parametrize("way", range(5))
def test_a_row_is_read_whichever_way_it_is_written(way: int) -> None:
    found = levels(grey(written([way] * HIGH)))
    assert found == levels(grey(written([0] * HIGH)))
    assert measures(grey(written([way] * HIGH))) == (WIDE, HIGH)


def test_rows_may_be_written_in_different_ways() -> None:
    assert levels(grey(written([4, 1, 3, 2, 0] * 9))) == levels(grey(written([0] * HIGH)))


def test_darker_stays_darker_and_a_thin_line_is_no_paper() -> None:
    found = levels(grey(written([0] * HIGH)))
    shown = dict(zip(chain.from_iterable(PICTURE), chain.from_iterable(found), strict=True))
    assert set(shown.values()) == set(range(WHITE + 1))
    for (dark, below), (pale, above) in pairwise(sorted(shown.items())):
        assert below <= above, (dark, pale)
    assert all((level == WHITE) == (shade >= 240) for shade, level in shown.items())


def test_what_is_written_in_another_way_is_refused() -> None:
    for other in (written([0] * HIGH, bytes([8, 2, 0, 0, 0])), b"GIF89a" + written([0] * HIGH)[6:]):
        with pytest.raises(ValueError, match="another way"):
            grey(other)


@pytest.mark.site
def test_every_picture_weighs_little(every_site: Site) -> None:
    pictures = list((every_site.folder / "utskrift/bilder").iterdir())
    assert pictures
    assert all(file.stat().st_size < 12_000 for file in pictures)
