"""The flowchart: the same steps and arrows drawn by ours when the site is built, by Graphviz, and in the reader's
browser by Mermaid, as Material draws a chart."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser

from audit.built import Site, of
from bench.alone import spent
from bench.browsing import script, slowed
from bench.charts import dot, mermaid
from bench.ground import Ground
from bench.measured import Measured, Peer, Quantity
from bench.turns import Timed, in_turn, timed
from content import chromium
from routine.html.links import file_of
from routine.layout import Drawing
from routine.views import addresses as at
from routine.views.flowchart import flowchart

MERMAID = Path(__file__).resolve().parent.parent / "audit/node_modules/@mermaid-js/tiny"
PICTURE = re.compile(r'<svg class="rg-flow".*?</svg>', re.DOTALL)
NO_GRAPHVIZ = "installera graphviz"
NO_MERMAID = "installera Node"


def drawn(ground: Ground) -> Iterator[Measured]:
    """A routine without steps has no chart, and no lines here."""
    site = of(ground.ours, ground.data)
    view = flowchart(site.routine)
    if not view:
        return
    work = ground.work / "flowchart"
    work.mkdir()
    drawings = [part.drawing for part in view.parts]
    yield from _beside_graphviz(ground, _pictures(site), drawings, work)
    yield from _beside_mermaid(_pictures(site), drawings, work)


def _pictures(site: Site) -> str:
    """As they stand on their page, without what its style sheet says of them."""
    return "\n".join(PICTURE.findall(site.read(file_of(at.FLOWCHART))))


# --- Graphviz --------------------------------------------------------------------------------------------------------


def _beside_graphviz(ground: Ground, pictures: str, drawings: list[Drawing], work: Path) -> Iterator[Measured]:
    numbers = count()

    def ours() -> float:
        return spent("flowchart", ground.data, work / f"{next(numbers)}").wall

    file = work / "flode.dot"
    file.write_text(dot(drawings), encoding="utf-8")
    program = shutil.which("dot")
    if not program:
        (took,) = in_turn(ours)
        peer = size = Peer("Graphviz", missing=NO_GRAPHVIZ)
    else:
        took, other = in_turn(ours, timed(lambda: _by_dot(program, file)))
        name = f"Graphviz {_version(program)}"
        peer, size = Peer(name, 1000 * other), Peer(name, _weight(_by_dot(program, file)))
    yield Measured("Flödesschemat, från rutin till bild", Quantity.MILLISECONDS, 1000 * took, peer)
    yield Measured("Flödesschemats bild, komprimerad", Quantity.KILOBYTES, _weight(pictures), size)


def _by_dot(program: str, file: Path) -> str:
    done = subprocess.run([program, "-Tsvg", str(file)], check=True, capture_output=True, text=True, encoding="utf-8")
    return done.stdout


def _version(program: str) -> str:
    """It tells on stderr: `dot - graphviz version 2.42.4 (0)`."""
    said = subprocess.run([program, "-V"], check=True, capture_output=True, text=True).stderr
    return next(iter(re.findall(r"version (\S+)", said)), "")


# --- Mermaid ---------------------------------------------------------------------------------------------------------


def _beside_mermaid(pictures: str, drawings: list[Drawing], work: Path) -> Iterator[Measured]:
    """What a reader waits for and fetches: ours comes drawn in the page. Its smallest make, with flowcharts and few
    other kinds; what Material fetches is several times as large."""
    code = MERMAID / "dist/mermaid.tiny.js"
    with chromium.opened() as browser:
        page = _page(work / "ours.html", pictures)
        if not code.is_file():
            (took,) = in_turn(_shown(browser, page))
            peer = size = Peer("Mermaid", missing=NO_MERMAID)
        else:
            words = mermaid(drawings)
            theirs = _page(work / "mermaid.html", f'<pre class="mermaid">{escape(words)}</pre>{_loading(code)}')
            took, other = in_turn(_shown(browser, page), _shown(browser, theirs))
            name = f"Mermaid {json.loads((MERMAID / 'package.json').read_text(encoding='utf-8'))['version']}"
            fetched = _weight(words) + _weight(code.read_text(encoding="utf-8"))
            peer, size = Peer(name, 1000 * other), Peer(name, fetched)
    yield Measured("Flödesschemat, tills telefonen visar det", Quantity.MILLISECONDS, 1000 * took, peer)
    yield Measured("Flödesschemat, det som telefonen hämtar", Quantity.KILOBYTES, _weight(pictures), size)


def _loading(code: Path) -> str:
    return f'<script src="{code.as_uri()}"></script><script>mermaid.initialize({{ startOnLoad: true }})</script>'


def _page(file: Path, body: str) -> Path:
    head = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Flödesschema</title>'
    file.write_text(f"{head}<body>{body}</body></html>", encoding="utf-8")
    return file


def _shown(browser: Browser, page: Path) -> Timed:
    """Seconds from that the page is asked for until it has a picture that is painted."""

    def seconds() -> float:
        tab = browser.new_page()
        slowed(tab)
        tab.goto(page.as_uri())
        took: float = tab.evaluate(script("picture"))
        tab.close()
        return took / 1000

    return seconds


def _weight(text: str) -> float:
    """Kilobytes, compressed."""
    return len(gzip.compress(text.encode())) / 1000
