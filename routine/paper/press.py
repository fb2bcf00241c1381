"""Typesetting of a sheet as a PDF or a picture.

The only module that uses Typst, which gets data and never a source built from strings, and segno.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import lru_cache, partial
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins
from msgspec.json import decode, encode

from routine.check.finding import Finding
from routine.check.problems import in_full
from routine.disk import content, kept
from routine.model import wording
from routine.paper.imprint import Imprint
from routine.paper.sheet import Printed

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "templates"
# A template's message that something does not fit begins so; JSON follows, with a page and millimetres for each.
OVER = "assertion failed: over "
# Pixels per inch of a picture: a sheet is shown small, and a card in its true size.
PICTURE_PPI, CARD_PPI = 44, 96
# A picture is small: two bits for each pixel are black, white and two greys. A sheet has no more, and nothing
# is lost but half tones. Anything darker than PALEST is ink: a thin line to write on is that pale.
BITS, WHITE, STEP, PALEST = 2, 3, 85, 240
NEAREST = bytes(WHITE if shade >= PALEST else min(round(shade / STEP), WHITE - 1) for shade in range(256))
GREYS = bytes(shade for shade in range(0, 256, STEP) for _ in "rgb")


class FitError(Exception):
    """Text that does not fit on its sheet.

    A text is never made smaller or cut.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n\n".join(in_full(found.message, found.allowed, found.hint) for found in self.findings))


def pdf(sheet: Printed, imprint: Imprint, *, keep: bool = True) -> bytes:
    """Set the sheet as a tagged PDF.

    The same routine gives the same bytes, whatever the day. Without `keep` the result is not cached.

    Raises FitError with everything that does not fit, by page, and by how much.
    """
    data = _json(sheet, imprint)
    made = partial(_fitted, sheet, imprint, data)
    return asking(kept(made, b"pdf", *_made_of(sheet, data)) if keep else made(), sheet.sides)


def _fitted(sheet: Printed, imprint: Imprint, data: bytes) -> bytes:
    import typst

    try:
        made = _set(sheet, imprint, data, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        if not error.message.startswith(OVER):
            raise
        owner, told = wording.inside(sheet.owner), decode(error.message.removeprefix(OVER))
        found = (Finding("P001", sheet.place, card="Planbokskortet", owner=owner, **over) for over in told)
        raise FitError(found) from None
    assert isinstance(made, bytes)
    return made


def _set(sheet: Printed, imprint: Imprint, data: bytes, **how: Any) -> Any:
    qr = ""
    if imprint.control:
        import segno  # Needed only where an address is known.

        # With the quiet zone that ISO/IEC 18004 asks for.
        code = segno.make_qr(f"{imprint.control}#{imprint.code}", error="m")
        qr = code.svg_inline(border=4, dark="#000", light="#fff")
    return _compiler(threading.get_ident()).compile(
        TEMPLATES / f"{sheet.template}.typ", sys_inputs={"data": data.decode(), "qr": qr}, **how
    )


def asking(made: bytes, sides: str) -> bytes:
    """Add to a PDF what it asks of a printer.

    That is true size, paper of the page's size, and the sides of several pages. Typst cannot write it. Its catalog is
    the last object of the file, so an addition there moves only the table of object positions. Raises ValueError for a
    PDF that is not written so.
    """
    sides = sides if made.count(b"/Type/Page/") > 1 else "Simplex"
    asked = f"/PrintScaling/None/PickTrayByPDFSize true/Duplex/{sides}".encode()
    head, mark, rest = made.rpartition(b"/ViewerPreferences<<")
    middle, table, end = rest.rpartition(b"startxref\n")
    place, _, end = end.partition(b"\n")
    at = int(place) if place.isdigit() else 0
    if made[at : at + 4] != b"xref" or made[len(head) : at].count(b"endobj") != 1:
        raise ValueError("Typst writes its catalog in another way: see what it asks of a printer.")
    return b"".join((head, mark, asked, middle, table, str(at + len(asked)).encode(), b"\n", end))


def picture(sheet: Printed, imprint: Imprint) -> bytes:
    """Draw the first page of a sheet, or one wallet card, as a small PNG."""
    data = _json(sheet, imprint, alone=sheet.template == "wallet")
    return kept(partial(_drawn, sheet, imprint, data), b"png", *_made_of(sheet, data))


def _drawn(sheet: Printed, imprint: Imprint, data: bytes) -> bytes:
    made = _set(sheet, imprint, data, format="png", ppi=CARD_PPI if sheet.template == "wallet" else PICTURE_PPI)
    return _grey(made[0] if isinstance(made, list) else made)


def _grey(picture: bytes) -> bytes:
    from PIL import Image  # Large, and not needed when the result is cached.

    levels = Image.open(BytesIO(picture)).convert("L").point(NEAREST)
    small = Image.frombytes("P", levels.size, levels.tobytes())
    small.putpalette(GREYS)
    made = BytesIO()
    small.save(made, "PNG", bits=BITS, compress_level=6)
    return made.getvalue()


@lru_cache(maxsize=4)  # The presses, the thread that everything begins in, and one to spare.
def _compiler(thread: int) -> typst.Compiler:
    """Return the compiler of a thread.

    It remembers the templates, and for a picture how its PDF was set. The typeface comes from its own package, and
    there is no other.
    """
    import typst  # Large, and not needed when the result is cached.

    with resources.as_file(resources.files("fontpkg_atkinson_hyperlegible") / "files") as folder:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return typst.Compiler(root=TEMPLATES, font_paths=fonts)


def _json(sheet: Printed, imprint: Imprint, *, alone: bool = False) -> bytes:
    """Encode the data that a template gets, except the code to scan.

    That follows from the rest."""
    told = " · ".join(filter(None, (imprint.issue, f"Kod {imprint.code}", imprint.approved)))
    shown = {"alone": alone, "two_sided": sheet.sides != "Simplex", "property": told}
    return encode(to_builtins(sheet.matter) | to_builtins(imprint) | shown)


def _made_of(sheet: Printed, data: bytes) -> tuple[bytes, ...]:
    """Return everything that a sheet depends on, as the parts of a cache key.

    It depends on its content, and on how it is set.
    """
    templates = (TEMPLATES / f"{name}.typ" for name in ("parts", sheet.template))
    return data, *map(content, (Path(__file__), *templates))
