"""Everything that is printed, against WeasyPrint for a single checklist:
the page that the site has, turned into a PDF."""

from __future__ import annotations

import logging
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import weasyprint

from bench.figures import Figure
from routine import cache as kept
from routine.domain.model import Routine
from routine.load import load
from routine.print import export

ROUNDS = 5


def compared(data: Path, site: Path, work: Path) -> tuple[Figure, Figure]:
    """WeasyPrint's one, and all of ours with that as their limit. Both when everything is loaded."""
    # It says which newer properties it leaves out.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    routine = load(data)
    work.mkdir()
    page = next(page for page in sorted((site / "checklistor").glob("*/index.html")) if _can_be_set(page))
    one = _took(lambda: weasyprint.HTML(filename=page).write_pdf(work / "checklista.pdf"))
    count = len(export.pressed(routine))
    every = _took(lambda: _all(routine, work))
    return (
        Figure("WeasyPrint, en checklista", statistics.median(one), max(one)),
        Figure(
            f"Alla {count} PDF-filer; gränsen är WeasyPrints för en", statistics.median(every), max(every), min(one)
        ),
    )


def _can_be_set(page: Path) -> bool:
    """WeasyPrint 70 fails on some pages with grids, which it takes for empty sheets."""
    try:
        weasyprint.HTML(filename=page).render()
    except AssertionError:
        return False
    return True


def _all(routine: Routine, work: Path) -> None:
    """Anew: nothing is kept from one round to the next."""
    kept.FOLDER = work / "kept"
    shutil.rmtree(kept.FOLDER, ignore_errors=True)
    export.forget()
    export.write(export.pressed(routine), work / "utskrift")


def _took(work: Callable[[], object]) -> list[float]:
    work()
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    return took
