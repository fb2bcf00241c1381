"""Reduction of a sheet's picture to a few greys, to make the file small.

Each pixel is one of a few greys, in place of the four bytes in full colour that Typst writes. A sheet is black, white
and grey, so nothing is lost but half tones.
"""

from __future__ import annotations

from io import BytesIO
from struct import unpack

BITS = 2  # For each pixel: black, white and two greys.
WHITE = (1 << BITS) - 1
PALEST = 240  # Anything darker is ink: a thin line to write on is that pale in a small picture.
NEAREST = bytes(WHITE if shade >= PALEST else min(round(shade / 255 * WHITE), WHITE - 1) for shade in range(256))
GREYS = bytes(level * 255 // WHITE for level in range(WHITE + 1) for _ in "rgb")
OTHERWISE = "Typst writes its pictures in another way: see how they are made grey."


def grey(picture: bytes) -> bytes:
    """Convert a picture to greys.

    Raises ValueError if it is not a picture in full colour.
    """
    from PIL import Image  # Large, and not needed when the result is cached.

    try:
        full = Image.open(BytesIO(picture), formats=["PNG"])
    except OSError:  # It would be taken for a fault of the disk.
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
    """Return the width and height of a PNG in pixels.

    Source of their positions in the file: ISO/IEC 15948, 11.2.1.
    """
    width, height = unpack(">II", png[16:24])
    return width, height
