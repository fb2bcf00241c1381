"""A QR code as a drawing. The only user of segno."""

from __future__ import annotations


def qr(address: str) -> str:
    """SVG of one square a module, with the quiet zone of four modules that the standard asks for (ISO/IEC 18004)."""
    import segno  # Only where an address is known.

    drawing: str = segno.make_qr(address, error="m").svg_inline(border=4, dark="#000", light="#fff")
    return drawing
