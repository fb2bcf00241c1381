"""Measures all, prints a line for each figure, and ends with 1 if one is over its limit."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import build, guide, prints, search
from bench.figures import Figure
from bench.large import enlarged

ROUTINE = Path("data/routine.yaml")
TIMES = 10


def figures(work: Path) -> Iterator[Figure]:
    large = enlarged(ROUTINE, TIMES, work / "large.yaml")
    yield build.measured("Bygge", ROUTINE, work / "ours")
    yield from build.compared(ROUTINE, work / "builds", work / "ours")
    yield from prints.compared(ROUTINE, work / "ours", work / "prints")
    yield build.large(f"Bygge, {TIMES} gånger så stor rutin", large, work / "ten")
    yield from search.measured(ROUTINE, work / "ours", limit_ms=50)
    yield from guide.measured("Guiden", work / "ours", limit_ms=50)
    yield from guide.measured(f"Guiden, {TIMES} gånger så stor rutin", work / "ten", limit_ms=100)


def main() -> int:
    with tempfile.TemporaryDirectory() as work:
        over = False
        for figure in figures(Path(work)):
            print(figure, flush=True)
            over |= figure.over
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
