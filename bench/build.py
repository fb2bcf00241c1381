"""A whole build, as a process of its own: ours, and the same pages as plain Markdown in Material as it comes."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench import plain
from bench.figures import Figure
from bench.large import roomy
from routine import cache as kept
from routine.build import build

ROUNDS = 5
TIMES_PLAIN = 1.6


def measured(name: str, data: Path, out: Path) -> Figure:
    """Builds the site of `data` into `out`."""
    return _figure(name, "routine", "build", str(data), "--out", str(out))


def large(name: str, data: Path, out: Path) -> Figure:
    """One so large that no booklet has room for it, once and in this process."""
    start = time.perf_counter()
    with roomy():
        build(data, out)
    took = (time.perf_counter() - start) * 1000
    return Figure(name, took, took)


def compared(data: Path, work: Path, out: Path) -> tuple[Figure, ...]:
    """Plain Material, and ours with its limit. In turn, so that what else the machine does falls on both alike."""
    site = str(work / "ours")
    settings = plain.written(out, work / "plain")
    theirs, ours, first = [], [], []
    _took("routine", "build", str(data), "--out", site)
    for _ in range(ROUNDS):
        theirs.append(_took("mkdocs", "build", "--quiet", "--config-file", str(settings)))
        ours.append(_took("routine", "build", str(data), "--out", site))
        shutil.rmtree(kept.FOLDER, ignore_errors=True)
        first.append(_took("routine", "build", str(data), "--out", site))
    limit = TIMES_PLAIN * statistics.median(theirs)
    return (
        Figure("Samma sidor som ren Markdown i Material", statistics.median(theirs), max(theirs)),
        Figure("Första bygget, då inget är sparat sedan förut", statistics.median(first), max(first)),
        Figure(
            f"Bygge igen; gränsen är {TIMES_PLAIN} gånger Material",
            statistics.median(ours),
            max(ours),
            limit,
            by_median=True,
        ),
    )


def _figure(name: str, *command: str) -> Figure:
    took = [_took(*command) for _ in range(ROUNDS)]
    return Figure(name, statistics.median(took), max(took))


def _took(*command: str) -> float:
    """Milliseconds for `python -m command`."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000
