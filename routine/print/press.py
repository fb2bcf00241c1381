"""From a sheet to a PDF. The only user of Typst, which gets data and never a source built from strings."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib import resources
from pathlib import Path

import typst

from routine import wording
from routine.model import Routine
from routine.print.codes import code
from routine.print.matter import Printed

TEMPLATES = Path(__file__).parent / "templates"


@cache
def font_folder() -> Path:
    """Where the typeface lies, as its own package brings it."""
    with resources.as_file(resources.files("fontpkg_atkinson_hyperlegible") / "files") as folder:
        return folder


def pdf(routine: Routine, sheet: Printed) -> bytes:
    """The sheet as a tagged PDF. The same routine gives the same bytes, whatever the day."""
    edition = routine.edition
    data = asdict(sheet.matter) | {
        "organisation": routine.organisation.name,
        "edition": edition.edition,
        "date": wording.long_date(edition.date),
        "code": code(sheet),
    }
    made: bytes = typst.compile(
        TEMPLATES / f"{sheet.template}.typ",
        root=TEMPLATES,
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    return made
