"""Reads back what a site has printed."""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader

from audit.built import Site


def read(site: Site, file: str) -> PdfReader:
    """A printed file of the site."""
    return PdfReader(io.BytesIO((site.folder / "utskrift" / file).read_bytes()))


def words(reader: PdfReader) -> str:
    """All its text, with the spaces that lines break at as plain ones."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def preferences(reader: PdfReader) -> dict[str, Any]:
    """What the file asks of the program that shows or prints it."""
    root: Any = reader.trailer["/Root"]
    return dict(root["/ViewerPreferences"])


def files_of(id: str) -> list[str]:
    """A role's own files."""
    return [
        f"checklista-{id}.pdf",
        f"checklista-{id}-stor-stil.pdf",
        f"fickkort-{id}.pdf",
        f"fickkort-{id}-sida-for-sida.pdf",
        f"planbokskort-{id}.pdf",
        f"planbokskort-{id}-ett-kort.pdf",
    ]
