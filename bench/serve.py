"""From a saved file until the page says what was saved, while it is being written: `make serve`, and MkDocs' own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.ground import MATERIAL, Ground
from bench.measured import Bound, Measured, Peer, Quantity
from bench.turns import Work, in_turn, timed
from routine.loading.load import load

HOST = "127.0.0.1"
MOST_AWAITED = 1.0  # Seconds.
GIVEN_UP = 60.0  # Seconds: then something is wrong.
LOOK = 0.01  # Seconds between two looks at the page.
PAGE = "guide/index.html"


class NotShownError(Exception):
    """The page never said what was saved."""


def shown(ground: Ground) -> Iterator[Measured]:
    """The words of an action are changed, and so are the same words of the twin."""
    work = shutil.copytree(ground.data.parent, ground.work / "serve")
    words = min((action.text for action in load(ground.data).actions), key=len)
    data, page = work / ground.data.name, ground.twin.parent / "docs/guide.md"
    whole = page.read_text(encoding="utf-8")
    with (
        _serving("routine", "serve", str(data), "--port") as ours,
        # Said, since Click 8.3 and later take the default of this choice for no.
        _serving("mkdocs", "serve", "--livereload", "--config-file", str(ground.twin), "--dev-addr") as theirs,
    ):
        took, peer = in_turn(timed(_saving(data, words, ours)), timed(_saving(page, words, theirs)))
    page.write_text(whole, encoding="utf-8")  # Others build it too.
    yield Measured(
        "Sparad fil till ändrad sida i förhandsvisningen",
        Quantity.SECONDS,
        took,
        Peer(f"mkdocs serve, {MATERIAL}", peer),
        Bound(MOST_AWAITED),
    )


def _saving(file: Path, words: str, root: str) -> Work:
    """Saves the file with a word that was not there, another each time, and waits until that is shown."""
    whole, saved = file.read_text(encoding="utf-8"), count(1)
    _awaited(root, "</html>")

    def save() -> None:
        mark = f"prov{next(saved)}"
        file.write_text(whole.replace(words, f"{words} {mark}", 1), encoding="utf-8")
        _awaited(root, mark)

    return save


def _awaited(root: str, words: str) -> None:
    """Until the page says them. Raises NotShownError."""
    end = time.monotonic() + GIVEN_UP
    while time.monotonic() < end:
        with suppress(URLError, ConnectionError), urlopen(root + PAGE, timeout=GIVEN_UP) as answer:
            if words in answer.read().decode():
                return
        time.sleep(LOOK)
    raise NotShownError(f"{root}{PAGE} visar inte ”{words}” efter {GIVEN_UP:.0f} sekunder.")


@contextmanager
def _serving(*command: str) -> Iterator[str]:
    """A server at a free port, which is the last word of its command; its address. It ends with the block."""
    port = _free()
    last = str(port) if command[-1] == "--port" else f"{HOST}:{port}"
    started = subprocess.Popen(
        [sys.executable, "-m", *command, last], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://{HOST}:{port}/"
    finally:
        started.terminate()
        started.wait()


def _free() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
