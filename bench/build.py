"""A whole build, as a process of its own."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.figures import Figure

ROUNDS = 3


def measured(name: str, data: Path, out: Path) -> Figure:
    """Builds the site of `data` into `out`."""
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "routine", "build", str(data), "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
        took.append((time.perf_counter() - start) * 1000)
    return Figure(name, statistics.median(took), max(took))
