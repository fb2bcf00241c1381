"""A picture of a sheet made small: one grey for each pixel, of a few, in place of Typst's four bytes in full colour.

A sheet is black, white and grey, so that nothing is lost but half tones.
"""

from __future__ import annotations

from io import BytesIO
from struct import unpack

BITS = 2  # For each pixel: black, white and two greys.
WHITE = (1 << BITS) - 1
PALEST = 240  # What is darker than this is no paper: a thin line to write on is that pale in a small picture.
NEAREST = bytes(WHITE if shade >= PALEST else min(round(shade / 255 * WHITE), WHITE - 1) for shade in range(256))
GREYS = bytes(level * 255 // WHITE for level in range(WHITE + 1) for _ in "rgb")
OTHERWISE = "Typst writes its pictures in another way: see how they are made grey."


def grey(picture: bytes) -> bytes:
    """The same picture in greys. Raises ValueError for what is no picture in full colour."""
    from PIL import Image  # Large, and not needed for what is kept.

    try:
        full = Image.open(BytesIO(picture), formats=["PNG"])
    except OSError:  # Which would be taken for the disk's.
        raise ValueError(OTHERWISE) from None
    if full.mode != "RGBA":
        raise ValueError(OTHERWISE)
    levels = full.convert("L").point(NEAREST)
    small = Image.frombytes("P", levels.size, levels.tobytes())
    small.putpalette(GREYS)
    made = BytesIO()
    small.save(made, "PNG", bits=BITS, compress_level=6)
    return made.getvalue()


def measures(png: bytes) -> tuple[int, int]:
    """Width and height in pixels. Where they stand: ISO/IEC 15948, 11.2.1."""
    width, height = unpack(">II", png[16:24])
    return width, height
