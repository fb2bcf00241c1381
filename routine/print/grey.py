"""A picture of a sheet made small: one grey for each pixel, of a few, in place of Typst's four bytes in full colour.

A sheet is black, white and grey, so that nothing is lost but half tones. PNG: ISO/IEC 15948.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import accumulate, repeat
from operator import and_
from struct import pack, unpack

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BITS = 2  # For each pixel: black, white and two greys.
HEADER = ">IIBBBBB"  # Width, height, bits, kind of colour; compression, filters and order are the only ones.
GREY, COLOURS = 0, 6
OF_A_COLOUR = 4  # Bytes: red, green, blue and how much it covers.

Row = bytes | bytearray


def grey(png: bytes) -> bytes:
    """The same picture in greys. Raises ValueError for a PNG that is not as Typst writes them."""
    parts = list(_parts(png))
    width, height, *form = unpack(HEADER, parts[0][1])
    if not png.startswith(SIGNATURE) or form != [8, COLOURS, 0, 0, 0]:
        raise ValueError("Typst writes its pictures in another way: see how they are made grey.")
    data = zlib.decompress(b"".join(body for name, body in parts if name == b"IDAT"))
    rows = [b"\0" + _packed(row) for row in _rows(data, width * OF_A_COLOUR + 1)]
    return SIGNATURE + b"".join(
        _part(name, body)
        for name, body in (
            (b"IHDR", pack(HEADER, width, height, BITS, GREY, 0, 0, 0)),
            (b"IDAT", zlib.compress(b"".join(rows), 9)),
            (b"IEND", b""),
        )
    )


def measures(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    width, height = unpack(">II", png[16:24])
    return width, height


def _parts(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _part(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))


def _packed(row: Row) -> bytes:
    """Several pixels a byte, each rounded to one of the greys; what is left of the last byte is white."""
    per = 8 // BITS
    levels = row.translate(NEAREST) + bytes([WHITE]) * (-len(row) % per)
    first, second, third, fourth = (_number(levels[place::per]) for place in range(per))
    return _bytes(first << 6 | second << 4 | third << 2 | fourth, len(levels) // per)


WHITE = (1 << BITS) - 1
PALEST = 240  # What is darker than this is no paper: a thin line to write on is that pale in a small picture.
NEAREST = bytes(WHITE if shade >= PALEST else min(round(shade / 255 * WHITE), WHITE - 1) for shade in range(256))


# --- How a row is written from those before it -----------------------------------------------------------------------
# A loop over pixels takes most of the time of a picture: a row is read as one large number, or by what is written in C,
# wherever its filter lets it.


def _number(row: Row) -> int:
    """A row as a number, of which every byte is a pixel."""
    return int.from_bytes(row)


def _bytes(row: int, length: int) -> bytes:
    return row.to_bytes(length)


def _rows(data: bytes, length: int) -> Iterator[Row]:
    """One colour of each pixel, since all are alike: every row is told by what differs from its neighbours."""
    above: Row = bytes((length - 1) // OF_A_COLOUR)
    for at in range(0, len(data), length):
        above = FILTERS[data[at]](data[at + 1 : at + length : OF_A_COLOUR], above)
        yield above


def _same(row: Row, _: Row) -> Row:
    return row


def _left(row: Row, _: Row) -> Row:
    return bytes(map(and_, accumulate(row), repeat(255)))


def _up(row: Row, above: Row) -> Row:
    """Each pixel by itself: the highest bit of each is added apart, so that none reaches into the next."""
    highest = _number(b"\x80" * len(row))
    a, b = _number(row), _number(above)
    return _bytes(((a & ~highest) + (b & ~highest)) ^ ((a ^ b) & highest), len(row))


def _mean(row: Row, above: Row) -> Row:
    made, left = bytearray(row), 0
    for at, up in enumerate(above):
        made[at] = left = (made[at] + (left + up) // 2) & 255
    return made


def _nearest(row: Row, above: Row) -> Row:
    """The one of left, up and the corner between that is nearest to left + up - corner (Paeth)."""
    made, left, corner = bytearray(row), 0, 0
    for at, up in enumerate(above):
        if left == corner:
            left = up
        elif up != corner:
            aside, over, across = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
            if aside > over or aside > across:
                left = up if over <= across else corner
        made[at] = left = (made[at] + left) & 255
        corner = up
    return made


FILTERS = (_same, _left, _up, _mean, _nearest)
