"""A QR code as a drawing. The only user of segno."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from routine.disk.cache import content, kept, versions


@lru_cache(maxsize=500)
def qr(address: str) -> str:
    """SVG of one square a module, with the quiet zone of four modules that the standard asks for (ISO/IEC 18004).

    A sheet's is asked for whenever the sheet is looked up, and takes 10 ms to make.
    """
    made_of = b"qr", address.encode(), versions("segno"), content(Path(__file__))
    return kept(lambda: _drawn(address).encode(), *made_of).decode()


def _drawn(address: str) -> str:
    import segno  # Only where an address is known.

    drawing: str = segno.make_qr(address, error="m").svg_inline(border=4, dark="#000", light="#fff")
    return drawing
