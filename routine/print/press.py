"""From a sheet to a PDF or a picture. The only user of Typst, which gets data and never a source built from strings."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from routine.cache import kept
from routine.domain import wording
from routine.print.imprint import Imprint
from routine.print.qr import qr
from routine.print.sheet import Printed
from routine.print.sheets.booklet import BookletMatter
from routine.print.sheets.wallet import WalletMatter
from routine.print.viewing import asking
from routine.rules import Finding

if TYPE_CHECKING:
    import typst

MOST_STEPS = 6
TEMPLATES = Path(__file__).parent / "templates"
PICTURE_PPI = 96  # A CSS pixel for each.
# How a template tells that something has no room: what follows is JSON, a page and millimetres for each.
OVER = "assertion failed: over "


class FitError(Exception):
    """Something has no room. A text is never made smaller or cut."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(
            "\n\n".join(
                f"{found.message}\n    Tillåtet: {found.allowed}\n    Gör så här: {found.hint}"
                for found in self.findings
            )
        )


def pdf(sheet: Printed, imprint: Imprint, *, keep: bool = True) -> bytes:
    """The sheet as a tagged PDF. The same routine gives the same bytes, whatever the day.

    Without `keep` nothing of it is kept for the next time.
    Raises FitError with everything that has no room, by page, and how much too much it is.
    """
    data = _data(sheet, imprint)
    if findings := list(_too_many(sheet)):
        raise FitError(findings)
    made = kept(lambda: _set(sheet, data), b"pdf", *_made_of(sheet, data)) if keep else _set(sheet, data)
    return asking(made, sheet.sides)


def _set(sheet: Printed, data: str) -> bytes:
    import typst  # Large, and not needed for what is kept.

    try:
        made: bytes = typst.compile(_template(sheet), pdf_standards=["ua-1"], **_given(data))
    except typst.TypstError as error:
        if not error.message.startswith(OVER):
            raise
        raise FitError(_too_high(sheet, error.message.removeprefix(OVER))) from None
    return made


def pictures(sheet: Printed, imprint: Imprint) -> list[bytes]:
    """Its pages as PNG, in CSS pixels."""
    data = _data(sheet, imprint)
    return [b64decode(page) for page in json.loads(kept(lambda: _drawn(sheet, data), b"png", *_made_of(sheet, data)))]


def _drawn(sheet: Printed, data: str) -> bytes:
    import typst

    made = typst.compile(_template(sheet), format="png", ppi=PICTURE_PPI, **_given(data))
    return json.dumps(
        [b64encode(page).decode() for page in ([made] if isinstance(made, bytes) else made or [])]
    ).encode()


def _too_many(sheet: Printed) -> Iterator[Finding]:
    matter = sheet.matter
    if isinstance(matter, WalletMatter) and len(matter.steps) > MOST_STEPS:
        message = f"Planbokskortet för {wording.inside(matter.owner)} har {len(matter.steps)} steg."
        yield Finding("P001", sheet.place, message, f"högst {MOST_STEPS}", "ta bort wallet från någon åtgärd.")


def _too_high(sheet: Printed, told: str) -> Iterator[Finding]:
    matter = sheet.matter
    assert isinstance(matter, BookletMatter | WalletMatter), "other sheets go on to another page"
    card = "Fickkortet" if isinstance(matter, BookletMatter) else "Planbokskortet"
    for over in json.loads(told):
        yield Finding(
            "P001",
            sheet.place,
            f"{card} för {wording.inside(matter.owner)}, sida {over['page']}: texten är {over['mm']} mm för hög.",
            "det som ryms på sidan, för texten skrivs aldrig mindre och kapas aldrig",
            "korta texterna som står där, eller dela upp rollens åtgärder.",
        )


def _template(sheet: Printed) -> Path:
    return TEMPLATES / f"{sheet.template}.typ"


@cache
def _fonts() -> typst.Fonts:
    """The typeface as its own package brings it, and no other."""
    import typst

    with resources.as_file(resources.files("fontpkg_atkinson_hyperlegible") / "files") as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _data(sheet: Printed, imprint: Imprint) -> str:
    """All that a template gets, as JSON."""
    data = (
        asdict(sheet.matter)
        | asdict(imprint)
        | {"qr": qr(f"{imprint.control}#{imprint.code}") if imprint.control else "", "linear": sheet.linear}
    )
    return json.dumps(data, ensure_ascii=False)


def _given(data: str) -> dict[str, Any]:
    """The data, and the type to set it in."""
    return {"root": TEMPLATES, "font_paths": _fonts(), "sys_inputs": {"data": data}}


@cache
def _versions() -> bytes:
    """Of what sets the sheets, and of the typeface."""
    return " ".join(version(package) for package in ("typst", "fontpkg-atkinson-hyperlegible")).encode()


def templates() -> bytes:
    """What every template says now. Read again each time, for a preview."""
    return b"".join(file.read_bytes() for file in sorted(TEMPLATES.glob("*.typ")))


def _made_of(sheet: Printed, data: str) -> tuple[bytes, ...]:
    """Everything that a sheet depends on: what stands on it, how it is set, and with what.
    The files are read again each time, for a preview."""
    files = (Path(__file__), TEMPLATES / "parts.typ", _template(sheet))
    return data.encode(), _versions(), *(file.read_bytes() for file in files)
