"""The command that measures ten figures of speed and weight.

It prints them with their limits, and ends with 1 if one is over.

make bench     alone on the machine: other work there adds to every second
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page

from audit import weight
from audit.built import of
from audit.figures import Figure, table
from content import chromium
from routine import disk

ROUTINE = Path("data/routine.yaml")
PORT = 8765
SLOWED = 4  # Times as slow: like a cheap phone.
GIVEN_UP = 60  # Seconds.
MOST_PRESSES = 60
WALKS = 3  # Several, since the machine has other things to do.
PRESS = Path(__file__).with_name("press.js")
LARGEST_PAINT = """() => new Promise((done) =>
  new PerformanceObserver((seen) => done(seen.getEntries().at(-1).startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true }))"""


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU seconds of all cores together, and the peak memory in megabytes."""

    cpu: float
    peak: float


def figures(data: Path, work: Path) -> Iterator[Figure]:
    """Measure each figure in turn, with its files made in an empty folder."""
    site = work / "site"
    build = ("build", str(data), "--out", str(site))
    shutil.rmtree(disk.FOLDER, ignore_errors=True)
    first, again = spent(*build), spent(*build)
    yield Figure("check, sekunder av processorn", spent("check", str(data)).cpu, 0.5)
    yield Figure("Första bygget, sekunder av processorn", first.cpu, 12)
    yield Figure("Bygget därefter, sekunder av processorn", again.cpu, 5)
    yield Figure("Minne vid det första bygget, MB", first.peak, 400)
    yield Figure("Sparad fil till ändrad sida i förhandsvisningen, sekunder", saved(data, work), 2)
    read = of(site, data)
    for page in ("index.html", max(p for p in read.pages() if p.startswith("roller/")), weight.GUIDE_PAGE):
        yield Figure(f"Första besöket, kB: {page}", weight.first_visit(read, page) / 1000, weight.most(page) / 1000)
    able = [id for action in read.routine.actions for id in action.responsible]
    with chromium.opened() as browser:
        yield Figure("Största måleriet på startsidan, ms", painted(browser, site), 1500)
        slowest = pressed(browser, site, max(able, key=able.count))  # The role that can tick most.
        yield Figure("Långsammaste tryck i guiden, ms", slowest, 50)


def spent(*command: str) -> Spent:
    """Run a command of ours in a process of its own, and measure it."""
    process = subprocess.Popen([sys.executable, "-m", "routine", *command], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def saved(data: Path, work: Path) -> float:
    """Return the seconds from a saved file until the preview shows it."""
    copy, page = work / data.name, f"http://127.0.0.1:{PORT}/rutinen/"
    whole = data.read_text(encoding="utf-8")
    copy.write_text(whole, encoding="utf-8")
    title = next(line for line in whole.splitlines() if line.lstrip("- ").startswith("title:"))
    with serving(copy):
        _awaited(page, lambda said: "</html>" in said)
        began = time.perf_counter()
        copy.write_text(whole.replace(title, f"{title} prov"), encoding="utf-8")
        _awaited(page, lambda said: " prov" in said)
        return time.perf_counter() - began


@contextmanager
def serving(data: Path) -> Iterator[None]:
    """Keep a preview of the file until the block ends."""
    server = subprocess.Popen(
        [sys.executable, "-m", "routine", "serve", str(data), "--port", str(PORT)], stdout=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def _awaited(page: str, shown: Callable[[str], bool]) -> None:
    end = time.monotonic() + GIVEN_UP
    while time.monotonic() < end:
        try:
            with urlopen(page) as answer:
                if shown(answer.read().decode()):
                    return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.01)
    raise TimeoutError(page)


def painted(browser: Browser, site: Path) -> float:
    """Return the ms until the largest thing on the start page is painted."""
    page = _slowed(browser)
    page.goto((site / "index.html").as_uri())
    return float(page.evaluate(LARGEST_PAINT))


def pressed(browser: Browser, site: Path, role: str) -> float:
    """Return the ms of the slowest press in the guide, until it is painted.

    Each press is timed in several walks; its time is the median of them.
    """
    walks: list[list[float]] = []
    for _ in range(WALKS):
        page = _slowed(browser)
        page.goto((site / weight.GUIDE_PAGE).as_uri())
        page.evaluate("rutin.opener.load()")  # In use it is on its way before the finger has come up again.
        walks.append(page.evaluate(PRESS.read_text(encoding="utf-8"), [role, MOST_PRESSES]))
        page.close()
    return float(max(statistics.median(same) for same in zip(*walks, strict=True)))


def _slowed(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    return page


def main() -> int:
    """Print the table; return 1 if a figure is over its limit."""
    with tempfile.TemporaryDirectory() as work:
        found = list(figures(ROUTINE, Path(work).resolve()))
    print(table(found))
    return int(any(figure.over for figure in found))


if __name__ == "__main__":
    sys.exit(main())
