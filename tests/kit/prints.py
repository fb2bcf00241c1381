"""Reads back what a site has printed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import page as page_checker
import pdfua
from pypdf import PdfReader

from audit.built import Site
from audit.pdf_text import pages_read


def read(site: Site, file: str) -> PdfReader:
    """A printed file of the site."""
    return PdfReader(io.BytesIO(bytes_of(site, file)))


def bytes_of(site: Site, file: str) -> bytes:
    return (site.folder / "utskrift" / file).read_bytes()


def words(made: bytes) -> str:
    """All its text, with the spaces that lines break at as plain ones."""
    return " ".join(pages_read(made))


def run(text: str) -> str:
    """Without any space: words in bold are pieces of their own."""
    return "".join(text.split())


def preferences(reader: PdfReader) -> dict[str, Any]:
    """What the file asks of the program that shows or prints it."""
    root: Any = reader.trailer["/Root"]
    return dict(root["/ViewerPreferences"])


def unheard(file: Path) -> list[str]:
    """Its faults for those who listen. Two checkers that are independent of each other: neither finds all."""
    return [*by_pdfua(file), *by_page(file)]


def by_pdfua(file: Path) -> list[str]:
    findings = pdfua.validate(str(file)).findings
    return [f"{each.rule_id}: {each.message}" for each in findings if each.severity is not pdfua.Severity.INFO]


def by_page(file: Path) -> list[str]:
    report = page_checker.validate_pdf(str(file), profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
