"""The site while it is being written: a broken save is told over the last good page, and a mended one takes it away."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import urlopen

import pytest
from mkdocs.livereload import LiveReloadServer

from routine.cli.preview import HOST, PortError, Preview, server
from tests.kit.paths import SMALL

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("no_paper")]

SECONDS = 20  # Until a test gives up.
PAGE = "roller/rektorn/index.html"
NAMED = "name: Rektorn\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copied = tmp_path / "data/rutin.yaml"
    copied.parent.mkdir()
    copied.write_bytes(SMALL.read_bytes())
    return copied


@pytest.fixture
def preview(file: Path, tmp_path: Path) -> Preview:
    return Preview(file, tmp_path / "visas")


@pytest.fixture
def serving(preview: Preview) -> Iterator[LiveReloadServer]:
    found = server(preview, 0)
    thread = threading.Thread(target=found.serve)
    thread.start()
    assert awaited(lambda: hasattr(found, "server_port") and found.serve_thread.is_alive()), "else it cannot be stopped"
    yield found
    found.shutdown(wait=True)
    thread.join()


def awaited(found: Callable[[], bool]) -> bool:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if found():
            return True
        time.sleep(0.05)
    return False


def text(serving: LiveReloadServer, page: str = PAGE) -> str:
    with urlopen(f"http://{HOST}:{serving.server_port}/{page}", timeout=SECONDS) as answer:
        return str(answer.read().decode())


def save(file: Path, old: str, new: str) -> None:
    before = file.read_text(encoding="utf-8")
    assert old in before
    file.write_text(before.replace(old, new, 1), encoding="utf-8")


def test_a_save_is_shown_and_a_broken_one_told_in_the_open_page(serving: LiveReloadServer, file: Path) -> None:
    whole = file.read_text(encoding="utf-8")
    assert "Content-Security-Policy" not in text(serving), "which would stop what brings the page back"
    for code, (old, new) in {
        "M002": (NAMED, "nam: <b>Rektorn</b>\n"),
        "S0": ("site:\n", "site\n"),
    }.items():
        save(file, old, new)
        assert awaited(lambda code=code: code in text(serving)), code  # type: ignore[misc]
        told = text(serving)
        assert "livereload(" in told, "so that it comes back by itself"
        assert "nam: &lt;b&gt;Rektorn" in told or code != "M002"
        assert told.index("rg-preview") < told.index("<main"), "over the page as it was"
        assert "Rektorn</h1>" in told
        file.write_text(whole, encoding="utf-8")
        assert awaited(lambda code=code: code not in text(serving)), code  # type: ignore[misc]
    save(file, NAMED, "name: Rektor Ek\n")
    assert awaited(lambda: "Rektor Ek" in text(serving))


def test_advice_is_counted_on_top_of_every_page_and_each_text_has_its_line(
    serving: LiveReloadServer, file: Path
) -> None:
    assert "Råd:" not in text(serving)
    save(file, "detail: Titta efter under", "detail: Ring 0470-123 45, och titta efter under")
    assert awaited(lambda: "<b>1 råd</b>" in text(serving))
    page = text(serving)
    line = next(at for at, each in enumerate(file.read_text("utf-8").splitlines(), 1) if "0470-123 45" in each)
    assert page.index("Råd:") < page.index(f'diskhon.",{line}]') < page.index("<main")


@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("127.0.0.1", 200), ("127.0.0.1.ond.example", 403)])
def test_only_the_machine_itself_reads_what_is_not_published(host: str, status: int, serving: LiveReloadServer) -> None:
    """A page on the net whose name has been given the machine's number is another host."""
    connection = HTTPConnection(HOST, serving.server_port, timeout=SECONDS)
    connection.request("GET", "/index.html", headers={"Host": host})
    assert connection.getresponse().status == status
    connection.close()


def test_a_port_that_is_taken_is_told_and_no_address(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Preview, "make", lambda found: found.site.mkdir(parents=True))
    said: list[str] = []
    with socket.create_server((HOST, 0)) as taken, pytest.raises(PortError):
        server(preview, taken.getsockname()[1], said.append).serve()  # type: ignore[no-untyped-call]
    assert said == []


def test_what_nobody_has_foreseen_is_told_and_the_next_save_is_tried(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError("no text")

    with monkeypatch.context() as while_broken:
        while_broken.setattr("routine.cli.preview.build", broken)
        preview.make()
    assert "TypeError: no text" in capsys.readouterr().err
    assert b"TypeError: no text" in preview.shown((preview.root / "404.html").read_bytes())
    preview.make()
    assert b"TypeError" not in preview.shown((preview.root / "404.html").read_bytes())
