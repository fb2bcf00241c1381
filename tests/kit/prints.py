"""Reads back what a site has printed."""

from __future__ import annotations

import io
import re
from pathlib import Path

from pdfua import Severity, validate
from pypdf import PdfReader

from routine.print.compose import printed
from routine.print.matter import Printed
from tests.kit.built import Site


def read(site: Site, file: str) -> PdfReader:
    """A printed file of the site."""
    return PdfReader(io.BytesIO((site.folder / "utskrift" / file).read_bytes()))


def words(reader: PdfReader) -> str:
    """All its text, with the spaces that lines break at as plain ones."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def unheard(file: Path) -> list[str]:
    """What is wrong with a PDF for those who listen, of what the checker can tell."""
    return [
        f"{finding.rule_id}: {finding.message}"
        for finding in validate(str(file)).findings
        if finding.severity is not Severity.INFO
    ]


def sheets(site: Site) -> list[Printed]:
    """Everything that the site prints."""
    return list(printed(site.routine))


def files_of(id: str) -> list[str]:
    """A role's own files."""
    return [f"checklista-{id}.pdf", f"fickkort-{id}.pdf", f"fickkort-{id}-sida-for-sida.pdf", f"planbokskort-{id}.pdf"]
