"""Typesetting of a sheet as a PDF or a picture.

The only module that uses Typst, which gets data and never a source built from strings.
"""

from __future__ import annotations

import json
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins
from msgspec.json import encode

from routine.check.finding import Finding
from routine.check.problems import in_full
from routine.disk import content, kept
from routine.model import wording
from routine.paper.grey import grey
from routine.paper.imprint import Imprint
from routine.paper.qr import qr
from routine.paper.sheet import Printed
from routine.paper.viewing import asking

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "templates"
# Pixels per inch of a picture: a sheet is shown small, and a card in its true size.
PICTURE_PPI, CARD_PPI = 44, 96
# A template's message that something does not fit begins so; JSON follows, with a page and millimetres for each.
OVER = "assertion failed: over "


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
    made = kept(lambda: _fitted(sheet, data), b"pdf", *_made_of(sheet, data)) if keep else _fitted(sheet, data)
    return asking(made, sheet.sides)


def _fitted(sheet: Printed, data: str) -> bytes:
    import typst

    try:
        made = _presses.compiler.compile(_template(sheet), pdf_standards=["ua-1"], sys_inputs={"data": data})
    except typst.TypstError as error:
        if not error.message.startswith(OVER):
            raise
        raise FitError(_too_high(sheet, error.message.removeprefix(OVER))) from None
    assert isinstance(made, bytes)
    return made


def pictures(sheet: Printed, imprint: Imprint, count: int) -> list[bytes]:
    """Draw the first pages of a sheet as small PNG, in greys.

    A sheet of ten wallet cards is drawn as one card.
    """
    data = _json(sheet, imprint, alone=sheet.template == "wallet")
    made = kept(lambda: _drawn(sheet, data, count), b"png %d" % count, *_made_of(sheet, data))
    return [b64decode(page) for page in json.loads(made)]


def _drawn(sheet: Printed, data: str, count: int) -> bytes:
    ppi = CARD_PPI if sheet.template == "wallet" else PICTURE_PPI
    made = _presses.compiler.compile(_template(sheet), format="png", ppi=ppi, sys_inputs={"data": data})
    pages = [made] if isinstance(made, bytes) else made or []
    return json.dumps([b64encode(grey(page)).decode() for page in pages[:count]]).encode()


def _too_high(sheet: Printed, told: str) -> Iterator[Finding]:
    for over in json.loads(told):
        yield Finding("P001", sheet.place, card="Planbokskortet", owner=wording.inside(sheet.owner), **over)


def _template(sheet: Printed) -> Path:
    return TEMPLATES / f"{sheet.template}.typ"


class _Presses(threading.local):
    """A compiler for each thread.

    It remembers the templates, and for a picture how its PDF was set.
    """

    @cached_property
    def compiler(self) -> typst.Compiler:
        import typst  # Large, and not needed when the result is cached.

        return typst.Compiler(root=TEMPLATES, font_paths=_fonts())


_presses = _Presses()


@cache
def _fonts() -> typst.Fonts:
    """Load the typeface from its own package, and no other."""
    import typst

    with resources.as_file(resources.files("fontpkg_atkinson_hyperlegible") / "files") as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _json(sheet: Printed, imprint: Imprint, *, alone: bool = False) -> str:
    """Encode all the data that a template gets."""
    shown = (imprint.issue, f"Kod {imprint.code}", imprint.approved)
    data: dict[str, Any] = to_builtins(sheet.matter) | to_builtins(imprint)
    data["qr"] = qr(f"{imprint.control}#{imprint.code}") if imprint.control else ""
    data |= {"alone": alone, "two_sided": sheet.sides != "Simplex"}
    return encode(data | {"property": " · ".join(filter(None, shown))}).decode()


def _made_of(sheet: Printed, data: str) -> tuple[bytes, ...]:
    """Return everything that a sheet depends on, as the parts of a cache key.

    It depends on its content, and on how it is set.
    """
    files = (Path(__file__), Path(__file__).with_name("grey.py"), TEMPLATES / "parts.typ", _template(sheet))
    return data.encode(), *map(content, files)
