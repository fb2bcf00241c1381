"""What a PDF asks of the program that prints it: true size, paper of the page's own size, and which sides.

Typst cannot say it. Its catalog is the last object of the file, so that what is added there moves nothing but the table
of where all objects are: no other byte changes, and the same sheet is still the same bytes.
"""

from __future__ import annotations

from routine.print.sheet import Sides

PREFERENCES = b"/ViewerPreferences<<"
TABLE = b"startxref\n"
PAGE = b"/Type/Page/"


def asking(made: bytes, sides: Sides) -> bytes:
    """The PDF with its wishes; `sides` only where there is more than one page.

    Raises ValueError for a PDF that is not as Typst writes them.
    """
    asked = f"/PrintScaling/None/PickTrayByPDFSize true/Duplex/{sides if made.count(PAGE) > 1 else 'Simplex'}".encode()
    head, mark, rest = made.rpartition(PREFERENCES)
    middle, _, end = rest.rpartition(TABLE)
    place, _, end = end.partition(b"\n")
    at = int(place) if place.isdigit() else 0
    if made[at : at + 4] != b"xref" or made[len(head) : at].count(b"endobj") != 1 or PREFERENCES in head:
        raise ValueError("Typst writes its catalog in another way: see what it asks of a printer.")
    return b"".join((head, mark, asked, middle, TABLE, str(at + len(asked)).encode(), b"\n", end))
