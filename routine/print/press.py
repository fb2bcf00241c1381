"""From a sheet to a PDF. The only user of Typst, which gets data and never a source built from strings."""

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
from routine.model import Routine
from routine.print.codes import code
from routine.print.matter import BookletMatter, Printed, WalletMatter

MOST_STEPS = 6
TEMPLATES = Path(__file__).parent / "templates"


@cache
def font_folder() -> Path:
    """Where the typeface lies, as its own package brings it."""
    with resources.as_file(resources.files("fontpkg_atkinson_hyperlegible") / "files") as folder:
        return folder


class FitError(Exception):
    """Text that its page has no room for. It is never made smaller or cut."""


def pdf(routine: Routine, sheet: Printed) -> bytes:
    """The sheet as a tagged PDF. The same routine gives the same bytes, whatever the day."""
    made: bytes = typst.compile(_template(sheet), pdf_standards=["ua-1"], **_given(routine, sheet))
    return made


def check(routine: Routine, sheets: Iterable[Printed]) -> None:
    """Raises FitError with everything that has no room, by sheet and page, and how much too much it is."""
    lacking = [line for sheet in sheets if not sheet.linear for line in _lacking(routine, sheet)]
    if lacking:
        raise FitError("\n\n".join(lacking))


def _lacking(routine: Routine, sheet: Printed) -> Iterator[str]:
    matter = sheet.matter
    if isinstance(matter, WalletMatter) and len(matter.steps) > MOST_STEPS:
        yield _fault(
            f"Planbokskortet för {wording.inside(matter.owner)} har {len(matter.steps)} steg.", f"högst {MOST_STEPS}", "ta bort wallet från någon åtgärd."
        )
    if isinstance(matter, BookletMatter | WalletMatter):
        card = "Fickkortet" if isinstance(matter, BookletMatter) else "Planbokskortet"
        for over in json.loads(typst.query(_template(sheet), "<over>", field="value", **_given(routine, sheet))):
            yield _fault(
                f"{card} för {wording.inside(matter.owner)}, sida {over['page']}: texten är {over['mm']} mm för hög.",
                "det som ryms på sidan, för texten skrivs aldrig mindre och kapas aldrig",
                "korta texterna som står där, eller dela upp rollens åtgärder.",
            )


def _fault(message: str, allowed: str, hint: str) -> str:
    return f"{message}\n    Tillåtet: {allowed}\n    Gör så här: {hint}"


def _template(sheet: Printed) -> Path:
    return TEMPLATES / f"{sheet.template}.typ"


def _given(routine: Routine, sheet: Printed) -> dict[str, Any]:
    """The sheet's data, and the type to set it in."""
    edition = routine.edition
    data = asdict(sheet.matter) | {
        "organisation": routine.organisation.name,
        "edition": edition.edition,
        "date": wording.long_date(edition.date),
        "code": code(sheet),
        "linear": sheet.linear,
    }
    return {"root": TEMPLATES, "font_paths": [font_folder()], "ignore_system_fonts": True, "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)}}
