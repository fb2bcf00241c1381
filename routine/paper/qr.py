"""QR codes as drawings. The only module that uses segno."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from routine.disk import content, kept


@lru_cache(maxsize=500)
def qr(address: str) -> str:
    """Draw the QR code of an address as SVG, one square a module.

    It has the quiet zone of four modules that the standard asks for (ISO/IEC 18004). A sheet's code is asked for
    whenever the sheet is looked up, and takes 10 ms to make.
    """
    made_of = b"qr", address.encode(), content(Path(__file__))
    return kept(lambda: _drawn(address).encode(), *made_of).decode()


def _drawn(address: str) -> str:
    import segno  # Needed only where an address is known.

    drawing: str = segno.make_qr(address, error="m").svg_inline(border=4, dark="#000", light="#fff")
    return drawing
