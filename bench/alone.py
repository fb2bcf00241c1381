"""One deed in a process of its own, so that its time and its memory are nobody else's.

python -m bench.alone build data/routine.yaml /tmp/out

It says on its last line what the deed took: its own seconds, those of the processor, and the megabytes of the process.
What is loaded before it, Python itself included, takes as long for a small routine as for a large one: it is not timed.
"""

from __future__ import annotations

import gc
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from bench import weasy
from bench.large import roomy, unbounded
from routine.__main__ import main as routine
from routine.disk import cache
from routine.html.render import later, render
from routine.loading.load import load
from routine.print import export, press
from routine.print.imprint import imprinted
from routine.views.flowchart import flowchart

STATUS = Path("/proc/self/status")
PEAK = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)

Ready = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the clock, seconds of all cores together, and megabytes at the most."""

    wall: float
    cpu: float
    peak: float


def spent(deed: str, given: Path, work: Path, *more: str) -> Spent:
    """What it takes. Raises CalledProcessError when it fails; what it said of that is not kept back."""
    command = [sys.executable, "-m", "bench.alone", deed, str(given), str(work), *more]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    return Spent(*json.loads(done.stdout.splitlines()[-1]))


def _check(data: Path, work: Path) -> Ready:
    _loaded("routine.commands.check", "typst")
    return lambda: _done(routine(["check", str(data)]))


def _build(data: Path, work: Path) -> Ready:
    _loaded("routine.build", "mkdocs.commands.build", "mkdocs_macros.plugin", "typst")
    return lambda: _done(routine(["build", str(data), "--out", str(work / "site")]))


def _flowchart(data: Path, work: Path) -> Ready:
    """From the routine to its picture and list as HTML."""
    loaded = load(data)
    return lambda: render("flowchart", flowchart(loaded), later)


def _prints(data: Path, work: Path) -> Ready:
    _loaded("typst")
    loaded = load(data)
    return lambda: export.pressed(loaded)


def _sheet(data: Path, work: Path, file: str) -> Ready:
    """One of the files, for the first time: Typst remembers how a text was set."""
    _loaded("typst")
    loaded = load(data)
    sheet, imprint = next(given for given in imprinted(loaded) if given[0].file == file)
    return lambda: press.pdf(sheet, imprint)


def _weasyprint(page: Path, work: Path) -> Ready:
    _loaded("weasyprint")
    return lambda: weasy.pdf(page)


def _material(settings: Path, work: Path) -> Ready:
    from mkdocs.__main__ import cli

    return lambda: cli(["build", "--quiet", "--config-file", str(settings)], standalone_mode=False)


def _loaded(*modules: str) -> None:
    """What is else loaded when it is first needed."""
    for module in modules:
        import_module(module)


def _done(code: int) -> None:
    if code:
        raise SystemExit(code)


DOABLE: dict[str, Callable[..., Ready]] = {
    "check": _check,
    "build": _build,
    "flowchart": _flowchart,
    "prints": _prints,
    "sheet": _sheet,
    "weasyprint": _weasyprint,
    "material": _material,
}


PEERS = ("weasyprint", "material")


def main(name: str, given: Path, work: Path, *more: str) -> None:
    """Nothing is kept from before: `work` is an empty folder, or one that is not there."""
    cache.FOLDER = work / "kept"
    with roomy(), unbounded():
        deed = DOABLE[name](given, work, *more)
        if name not in PEERS:
            gc.disable()  # As a command does.
        wall, cpu = time.perf_counter(), time.process_time()
        deed()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    sys.stdout.write(f"\n{json.dumps([wall, cpu, peak()])}\n")


def peak() -> float:
    """The most memory that this process has had, in megabytes. What Linux tells a parent of its child would be at
    least the parent's own."""
    if STATUS.is_file() and (found := PEAK.search(STATUS.read_text(encoding="utf-8"))):
        return int(found[1]) / 1024
    import resource  # Which Windows has not.

    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:])
