"""What is printed: that every sheet is there, and what the PDF/UA checker finds in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pdfua import Severity, validate

from audit.built import Site
from audit.figures import Figure
from routine.print.sheet import Printed
from routine.print.sheets import printed


def counted(site: Site) -> Iterator[Figure]:
    """Of the files that the site has, not of ones made anew."""
    files = sorted((site.folder / "utskrift").glob("*.pdf"))
    found = tuple(f"{file.name}: {fault}" for file in files for fault in unheard(file))
    yield Figure("PDF-filer", len(files), len(sheets(site)), least=True)
    yield Figure("Fel i dem enligt PDF/UA", len(found), 0, faults=found)


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
