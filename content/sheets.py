"""How checklists and booklets are printed where the site has an address, as what is published has: its code to scan and
the address below it take room that a build without one does not show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from audit.built import Site
from audit.pdf_text import pages_read
from content.faults import Fault
from routine.build import configured
from routine.editions import stored
from routine.print.imprint import imprinted
from routine.print.press import pdf
from routine.print.sheet import Printed

EXAMPLE = "https://webben.example/rutin/"  # Until it is known where the site will lie.
FEW = 430  # Letters of a sheet with little more than its foot.


def spilled(site: Site) -> Iterator[Fault]:
    """Checklists whose last sheet is there for a line or two. Advice: nothing is lost by it but paper."""
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
    """Booklets without room for all that is said beside the steps. Advice: everything that is to be done is there."""
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
    """Without what lines break at."""
    return "".join(text.replace("-", "").split())


def _printed(site: Site, template: str) -> Iterator[tuple[Printed, bytes]]:
    """Each sheet of that kind."""
    record = stored.of(site.data) if site.data else ()
    for sheet, imprint in imprinted(site.routine, record, _address()):
        if sheet.template == template:
            yield sheet, pdf(sheet, imprint)


@cache
def _address() -> str:
    """Raises what reading mkdocs.yml does."""
    return configured(None).site_url or EXAMPLE
