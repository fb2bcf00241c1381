"""The site while it is being written: a broken save tells in the page what is wrong, a mended one brings it back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from mkdocs.livereload import LiveReloadServer

from routine.preview import Preview, server
from tests.kit.paths import SMALL

pytestmark = pytest.mark.site

SECONDS = 20  # Until a test gives up. How fast it is stands in the bench.


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copied = tmp_path / "data" / "rutin.yaml"
    copied.parent.mkdir()
    copied.write_bytes(SMALL.read_bytes())
    return copied


@pytest.fixture
def serving(file: Path, tmp_path: Path) -> Iterator[LiveReloadServer]:
    found = server(Preview(file, tmp_path / "visas"), 0)
    thread = threading.Thread(target=found.serve)
    thread.start()
    assert awaited(lambda: hasattr(found, "server_port"))
    yield found
    found.shutdown(wait=True)
    thread.join()


def text(serving: LiveReloadServer, page: str) -> str:
    with urlopen(f"http://127.0.0.1:{serving.server_port}/{page}", timeout=SECONDS) as answer:
        return str(answer.read().decode())


def awaited(found: Callable[[], bool]) -> bool:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if found():
            return True
        time.sleep(0.05)
    return False


def test_a_broken_save_is_told_in_the_open_page_which_comes_back_when_it_is_mended(
    serving: LiveReloadServer, file: Path
) -> None:
    page = "roller/rektorn/index.html"
    whole = file.read_text(encoding="utf-8")
    assert "Rektorn" in text(serving, page)
    assert "Content-Security-Policy" not in text(serving, page), "which would stop what brings the page back"
    file.write_text(whole.replace("responsible: [rektorn]", "responsible: [rektor]", 1), encoding="utf-8")
    assert awaited(lambda: "Rollen ”rektor” finns inte" in text(serving, page))
    told = text(serving, page)
    assert "Menade du ”rektorn”?" in told
    assert "livereload(" in told, "so that it comes back by itself"
    assert "Traceback" not in told
    file.write_text(whole.replace("name: Rektorn\n", "name: Rektor Ek\n", 1), encoding="utf-8")
    assert awaited(lambda: "Rektor Ek" in text(serving, page))


TOO_LONG = (
    ("Byt röret\n", f"Berätta {'mycket utförligt ' * 60}\n"),
    ("exceptions:\n", "exceptions:\n  - {code: R070, where: byt-roret.text, reason: Den ska vara för lång.}\n"),
)


@pytest.mark.parametrize(
    ("swaps", "said"),
    [
        ((("site:\n", "site\n"),), "S0"),
        ((("name: Rektorn\n", "nam: <b>Rektorn</b>\n"),), "M002"),
        (TOO_LONG, "P001"),
    ],
    ids=["not YAML", "a key that is none", "no room on paper"],
)
def test_whatever_is_wrong_is_told_as_text_in_place_of_every_page(
    swaps: tuple[tuple[str, str], ...], said: str, file: Path, tmp_path: Path
) -> None:
    preview = Preview(file, tmp_path / "visas")
    preview.make()
    assert not preview.broken
    text = file.read_text(encoding="utf-8")
    for old, new in swaps:
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    preview.make()
    pages = [(preview.root / name).read_text(encoding="utf-8") for name in ("index.html", "guide/index.html")]
    assert said in pages[0]
    assert pages[0] == pages[1]
    assert "<b>" not in pages[0]
