"""Print settings of a PDF: true size, paper of the page's size, and sides.

Typst cannot write them. Its catalog is the last object of the file, so an addition there moves only the table of
object positions: no other byte changes, and the same sheet still gives the same bytes.
"""

from __future__ import annotations

from routine.paper.sheet import Sides

PREFERENCES = b"/ViewerPreferences<<"
TABLE = b"startxref\n"
PAGE = b"/Type/Page/"


def asking(made: bytes, sides: Sides) -> bytes:
    """Add the print settings to a PDF.

    `sides` is used only where there is more than one page.

    Raises ValueError for a PDF that is not written as Typst writes them.
    """
    asked = f"/PrintScaling/None/PickTrayByPDFSize true/Duplex/{sides if made.count(PAGE) > 1 else 'Simplex'}".encode()
    head, mark, rest = made.rpartition(PREFERENCES)
    middle, _, end = rest.rpartition(TABLE)
    place, _, end = end.partition(b"\n")
    at = int(place) if place.isdigit() else 0
    if made[at : at + 4] != b"xref" or made[len(head) : at].count(b"endobj") != 1 or PREFERENCES in head:
        raise ValueError("Typst writes its catalog in another way: see what it asks of a printer.")
    return b"".join((head, mark, asked, middle, TABLE, str(at + len(asked)).encode(), b"\n", end))
