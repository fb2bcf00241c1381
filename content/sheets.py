"""Checklists and booklets as printed for a site with an address.

What is published has an address: its code to scan and the address below it take room that a build without one does
not show.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from audit.built import Site
from audit.pdf_text import pages_read
from content.faults import Fault
from routine.check import record as editions
from routine.paper.imprint import imprinted
from routine.paper.press import pdf
from routine.paper.sheet import Printed
from routine.site.build import configured

EXAMPLE = "https://webben.example/rutin/"  # Used until the site's address is known.
FEW = 430  # Fewer letters than this are little more than a sheet's foot.


def spilled(site: Site) -> Iterator[Fault]:
    """Yield checklists whose last sheet is there for a line or two.

    As advice: nothing is lost by it but paper.
    """
    for sheet, made in _printed(site, "checklist"):
        _, *others = pages_read(made)
        if others and len(others[-1]) < FEW:
            yield Fault(
                sheet.file,
                f"Blad {len(others) + 1} av utskriften har bara några rader, när webbplatsen har en adress.",
                "korta rollens texter med några rader, så att den ryms på ett blad mindre.",
                advice=True,
            )


def shortened(site: Site) -> Iterator[Fault]:
    """Yield booklets without room for all that is said beside the steps.

    As advice: everything that is to be done is there.
    """
    for sheet, made in _printed(site, "booklet"):
        said = _run(" ".join(pages_read(made)))
        rows = [row for group in sheet.matter.groups for row in group.rows]
        beside = [row.fuller for row in rows] + [each.words for row in rows for each in row.meanwhile]
        if any(_run(each) not in said for each in beside):
            yield Fault(
                sheet.file,
                "Fickkortet har inte rum för allt som står vid stegen på rollens checklista.",
                "korta rollens texter, om det ska stå på kortet. På rollens sida och checklista står det.",
                advice=True,
            )


def _run(text: str) -> str:
    """Return the text without the characters that lines break at."""
    return "".join(text.replace("-", "").split())


def _printed(site: Site, template: str) -> Iterator[tuple[Printed, bytes]]:
    """Yield each sheet of a template, with its PDF."""
    record = editions.of(site.data) if site.data else ()
    for sheet, imprint in imprinted(site.routine, record, _address()):
        if sheet.template == template:
            yield sheet, pdf(sheet, imprint)


@cache
def _address() -> str:
    """Return the site's address, or an example of one.

    Raises what reading mkdocs.yml raises.
    """
    return configured(None).site_url or EXAMPLE
