"""How a checklist is printed where the site has an address, as what is published has: its code to scan and the address
below it take room that a build without one does not show."""

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

EXAMPLE = "https://webben.example/rutin/"  # Until it is known where the site will lie.
FEW = 430  # Letters of a sheet with little more than its foot.


def spilled(site: Site) -> Iterator[Fault]:
    """Those whose last sheet is there for a line or two. Advice: nothing is lost by it but paper."""
    record = stored.of(site.data) if site.data else ()
    for sheet, imprint in imprinted(site.routine, record, _address()):
        if sheet.template != "checklist":
            continue
        _, *others = pages_read(pdf(sheet, imprint))
        if others and len(others[-1]) < FEW:
            yield Fault(
                sheet.file,
                f"Blad {len(others) + 1} av utskriften har bara några rader, när webbplatsen har en adress.",
                "korta rollens texter med några rader, så att den ryms på ett blad mindre.",
                advice=True,
            )


@cache
def _address() -> str:
    """Raises what reading mkdocs.yml does."""
    return configured(None).site_url or EXAMPLE
