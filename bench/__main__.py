"""Measures all, or what is named; prints the machine and one table, and ends with 1 if a figure is over its bound.

python -m bench bygge sokning
"""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import build, flowchart, growth, guide, memory, prints, search, serve, visits
from bench.ground import Ground
from bench.machine import machine
from bench.measured import Measured
from bench.table import table

ROUTINE = Path("data/routine.yaml")
Measurement = Callable[[Ground], Iterator[Measured]]
MEASUREMENTS: dict[str, Measurement] = {
    "bygge": build.built,
    "check": build.checked,
    "forhandsvisning": serve.shown,
    "tillvaxt": growth.grown,
    "minne": memory.held,
    "utskrift": prints.printed,
    "flodesschema": flowchart.drawn,
    "besok": visits.visited,
    "sokning": search.searched,
    "guide": guide.pressed,
}


def main(names: Sequence[str]) -> int:
    """Returns the exit code: 2 for a name that is none."""
    if unknown := [name for name in names if name not in MEASUREMENTS]:
        print(f"Det finns inget mått som heter {unknown[0]}.", file=sys.stderr)
        print(f"    Tillåtet: {', '.join(MEASUREMENTS)}", file=sys.stderr)
        print("    Gör så här: skriv något av dem, eller inget namn för att mäta allt.", file=sys.stderr)
        return 2
    print(f"{machine()}\n", flush=True)
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as work:
        lines = list(_measured(Ground(ROUTINE, Path(work).resolve()), names or tuple(MEASUREMENTS), broken))
    print(table(lines))
    for name in broken:
        print(f"Måttet {name} gick sönder: varför står ovanför.", file=sys.stderr)
    return int(bool(broken) or any(line.holds is False for line in lines))


def _measured(ground: Ground, names: Sequence[str], broken: list[str]) -> Iterator[Measured]:
    """Who waits is told what for. A measurement that breaks takes none of the others with it."""
    for name in names:
        print(f"Mäter {name} …", file=sys.stderr, flush=True)
        try:
            yield from MEASUREMENTS[name](ground)
        except Exception:
            traceback.print_exc()
            broken.append(name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
