"""Figures on printed sheets: number, size, and faults by two checkers.

The checkers look for faults against PDF/UA.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import page
import pdfua

from audit.built import Site
from audit.figures import Figure
from routine.paper.sheet import Printed
from routine.paper.sheets import printed

# Bytes: a checklist, which is fetched by phone, and all PDF files of the site.
CHECKLIST_MOST, ALL_MOST = 66_000, 2_600_000


def counted(site: Site) -> Iterator[Figure]:
    """Count the PDF files, their bytes and their faults.

    The files are those of the site, not ones made anew.
    """
    found = tuple(f"{file.name}: {fault}" for file in files(site) for fault in unheard(file))
    yield Figure("PDF-filer", len(files(site)), len(sheets(site)), least=True)
    yield Figure("PDF-filer, byte i allt", sum(file.stat().st_size for file in files(site)), ALL_MOST)
    yield Figure("Fel i dem enligt PDF/UA", len(found), 0, faults=found)


def files(site: Site) -> list[Path]:
    """Return every PDF of the site."""
    return sorted((site.folder / "utskrift").glob("*.pdf"))


def unheard(file: Path) -> list[str]:
    """Return a PDF's faults for those who listen, as programs can find them.

    Two checkers that are independent of each other are asked, since neither finds all.
    """
    return [*by_pdfua(file), *by_page(file)]


def by_pdfua(file: Path) -> list[str]:
    findings = pdfua.validate(str(file)).findings
    return [
        f"{finding.rule_id}: {finding.message}" for finding in findings if finding.severity is not pdfua.Severity.INFO
    ]


def by_page(file: Path) -> list[str]:
    report = page.validate_pdf(str(file), profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def sheets(site: Site) -> list[Printed]:
    """Return every sheet that the site prints."""
    return list(printed(site.routine))
