"""What is printed: that every sheet is there, and what two checkers of PDF/UA find in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import page
import pdfua

from audit.built import Site
from audit.figures import Figure
from routine.print.sheet import Printed
from routine.print.sheets import printed

# Bytes: one that is fetched by phone, and all that the site has.
CHECKLIST_MOST, ALL_MOST = 66_000, 2_600_000


def counted(site: Site) -> Iterator[Figure]:
    """Of the files that the site has, not of ones made anew."""
    found = tuple(f"{file.name}: {fault}" for file in files(site) for fault in unheard(file))
    yield Figure("PDF-filer", len(files(site)), len(sheets(site)), least=True)
    yield Figure("PDF-filer, byte i allt", sum(file.stat().st_size for file in files(site)), ALL_MOST)
    yield Figure("Fel i dem enligt PDF/UA", len(found), 0, faults=found)


def files(site: Site) -> list[Path]:
    """Every PDF."""
    return sorted((site.folder / "utskrift").glob("*.pdf"))


def unheard(file: Path) -> list[str]:
    """What is wrong with a PDF for those who listen, of what can be told by a program. Two that know nothing of each
    other are asked, since neither tells all."""
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
    """Everything that the site prints."""
    return list(printed(site.routine))
