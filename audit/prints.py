"""What is printed: that every sheet is there, and what the PDF/UA checker finds in them."""

from __future__ import annotations

from collections.abc import Iterator

from audit.figures import Figure
from tests.kit.built import Site
from tests.kit.prints import sheets, unheard


def printed(site: Site) -> Iterator[Figure]:
    """Of the files that the site has, not of ones made anew."""
    files = sorted((site.folder / "utskrift").glob("*.pdf"))
    found = tuple(f"{file.name}: {fault}" for file in files for fault in unheard(file))
    yield Figure("PDF-filer", len(files), len(sheets(site)), least=True)
    yield Figure("Fel i dem enligt PDF/UA", len(found), 0, faults=found)
