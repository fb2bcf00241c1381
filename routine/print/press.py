"""From a sheet to a PDF or a picture. The only user of Typst, which gets data and never a source built from strings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import typst

from routine import wording
from routine.print.imprint import Imprint
from routine.print.matter import BookletMatter, Printed, WalletMatter
from routine.print.qr import qr

MOST_STEPS = 6
TEMPLATES = Path(__file__).parent / "templates"
PICTURE_PPI = 96  # A CSS pixel for each.


class FitError(Exception):
    """Text that its page has no room for. It is never made smaller or cut."""


def pdf(sheet: Printed, imprint: Imprint) -> bytes:
    """The sheet as a tagged PDF. The same routine gives the same bytes, whatever the day."""
    made: bytes = typst.compile(_template(sheet), pdf_standards=["ua-1"], **_given(sheet, imprint))
    return made


def pictures(sheet: Printed, imprint: Imprint) -> list[bytes]:
    """Its pages as PNG, in CSS pixels."""
    made = typst.compile(_template(sheet), format="png", ppi=PICTURE_PPI, **_given(sheet, imprint))
    return [made] if isinstance(made, bytes) else list(made or ())


def check(sheets: Iterable[tuple[Printed, Imprint]]) -> None:
    """Raises FitError with everything that has no room, by sheet and page, and how much too much it is."""
    lacking = [line for sheet, imprint in sheets if not sheet.linear for line in _lacking(sheet, imprint)]
    if lacking:
        raise FitError("\n\n".join(lacking))


def _lacking(sheet: Printed, imprint: Imprint) -> Iterator[str]:
    matter = sheet.matter
    if isinstance(matter, WalletMatter) and len(matter.steps) > MOST_STEPS:
        yield _fault(
            f"Planbokskortet för {wording.inside(matter.owner)} har {len(matter.steps)} steg.", f"högst {MOST_STEPS}", "ta bort wallet från någon åtgärd."
        )
    if isinstance(matter, BookletMatter | WalletMatter):
        card = "Fickkortet" if isinstance(matter, BookletMatter) else "Planbokskortet"
        for over in json.loads(typst.query(_template(sheet), "<over>", field="value", **_given(sheet, imprint))):
            yield _fault(
                f"{card} för {wording.inside(matter.owner)}, sida {over['page']}: texten är {over['mm']} mm för hög.",
                "det som ryms på sidan, för texten skrivs aldrig mindre och kapas aldrig",
                "korta texterna som står där, eller dela upp rollens åtgärder.",
            )


def _fault(message: str, allowed: str, hint: str) -> str:
    return f"{message}\n    Tillåtet: {allowed}\n    Gör så här: {hint}"


def _template(sheet: Printed) -> Path:
    return TEMPLATES / f"{sheet.template}.typ"


@cache
def _fonts() -> typst.Fonts:
    """The typeface as its own package brings it, and no other."""
    with resources.as_file(resources.files("fontpkg_atkinson_hyperlegible") / "files") as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _given(sheet: Printed, imprint: Imprint) -> dict[str, Any]:
    """The sheet's data, and the type to set it in."""
    data = asdict(sheet.matter) | asdict(imprint) | {"qr": qr(imprint.control) if imprint.control else "", "linear": sheet.linear}
    return {"root": TEMPLATES, "font_paths": _fonts(), "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)}}
