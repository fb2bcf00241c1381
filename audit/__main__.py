"""Reads the site that lies in site/, and a small one of the routine that uses every feature; prints the table, and ends with 1 if a figure does not hold."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from audit import chart, markup, pages, prints, scripts, statement, weight
from audit.figures import Figure, table
from routine.build import build
from tests.kit.built import Site, of
from tests.kit.paths import PROJECT, REAL, SMALL


def figures(site: Site, small: Path) -> Iterator[Figure]:
    yield from markup.checked((site.folder, small))
    yield scripts.checked()
    yield from pages.counted(site)
    yield pages.hardest(site)
    yield from weight.weighed(site)
    yield chart.crossed(site.routine)
    yield from prints.printed(site)
    yield statement.aged(site.routine, date.today())


def main() -> int:
    with tempfile.TemporaryDirectory() as work:
        small = Path(work).resolve() / "site"
        build(SMALL, small)
        found = list(figures(of(PROJECT / "site", REAL), small))
    print(table(found))
    return int(any(figure.over for figure in found))


if __name__ == "__main__":
    sys.exit(main())
