"""The site while it is being written: a broken save tells in the page what is wrong, a mended one brings it back."""

from __future__ import annotations

import errno
import gc
import re
import socket
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from mkdocs.livereload import LiveReloadServer
from playwright.sync_api import Browser

from routine.build import build
from routine.commands.preview import HOST, SETTING, WATCHED, WATCHED_ALONE, PortError, Preview, serve, server
from routine.html import render
from routine.print import export, press
from routine.print.export import Files, StandIn
from routine.publish.files import write
from routine.publish.folder import FolderError
from tests.kit.laid import contents
from tests.kit.paths import PROJECT, SMALL
from tests.kit.prints import words as printed

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
    assert awaited(lambda: hasattr(found, "server_port") and found.serve_thread.is_alive()), "else it cannot be stopped"
    yield found
    found.shutdown(wait=True)
    thread.join()
    for setting in threading.enumerate():
        if setting.name == SETTING:
            setting.join()


def text(serving: LiveReloadServer, page: str) -> str:
    with urlopen(f"http://127.0.0.1:{serving.server_port}/{page}", timeout=SECONDS) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("127.0.0.1", 200), ("ond.example", 403), ("127.0.0.1.ond.example", 403)],
)
def test_only_the_machine_itself_reads_what_is_not_published(host: str, status: int, serving: LiveReloadServer) -> None:
    """A page on the net whose name has been given the machine's number is another host."""
    for named in (host, f"{host}:{serving.server_port}"):
        connection = HTTPConnection("127.0.0.1", serving.server_port, timeout=SECONDS)
        connection.request("GET", "/index.html", headers={"Host": named})
        assert connection.getresponse().status == status
        connection.close()


def test_what_is_shown_when_it_is_saved_is_what_is_said_to_be() -> None:
    """Python is read once. Whoever has changed a view would else look at the page as it was, and not know why."""
    said = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^- `make serve` shows (.+)\. Python is read\n  once", said, re.MULTILINE)
    assert set(re.findall(r"`([^`]+)`", line)) == {*WATCHED, *WATCHED_ALONE}
    suffixes = {file.suffix for name in WATCHED_ALONE for file in (PROJECT / name).iterdir() if file.is_file()}
    assert suffixes == {".html", ".typ"}


def swapped(text: str, swaps: Iterable[tuple[str, str]]) -> str:
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def test_all_that_pages_and_sheets_are_made_with_is_watched(serving: LiveReloadServer) -> None:
    made_with = {
        PROJECT / "docs",
        PROJECT / "routine/assets",
        PROJECT / "routine/theme",
        PROJECT / "mkdocs.yml",
        render.TEMPLATES,
        press.TEMPLATES,
    }
    assert made_with <= {Path(path) for path in serving._watched_paths}


def test_little_is_done_while_nobody_saves_anything(serving: LiveReloadServer) -> None:
    """Each that is watched has a thread that looks at all of it ten times a second. With one for each template that was
    a sixth of a processor, all day."""
    assert len(serving._watch_refs) < 10
    assert sum(1 for path in serving._watched_paths for _ in Path(path).rglob("*")) < 400


def test_what_lies_further_in_than_the_routine_and_the_templates_is_not_watched(
    serving: LiveReloadServer, file: Path
) -> None:
    """What a build writes may lie there: each would lead to another."""
    deep = {Path(path) for path, watch in serving._watch_refs.items() if watch.is_recursive}
    assert deep.isdisjoint({file.parent, render.TEMPLATES, press.TEMPLATES})


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


def test_advice_stands_at_the_foot_of_every_page_as_long_as_it_holds(serving: LiveReloadServer, file: Path) -> None:
    told = "Råd: ”Anna Svensson” ser ut som en persons namn."
    whole = file.read_text(encoding="utf-8")
    assert "Råd:" not in text(serving, "guide/index.html")
    file.write_text(swapped(whole, [("detail: Titta efter under", "detail: Fråga Anna Svensson under")]), "utf-8")
    assert awaited(lambda: told in text(serving, "guide/index.html"))
    page = text(serving, "kontakter/index.html")
    assert page.index("<footer") > page.index(told) > page.index("<main")
    assert "skriv rollen eller funktionen i stället." in page
    file.write_text("site\n", encoding="utf-8")
    assert awaited(lambda: "Något är fel" in text(serving, "guide/index.html"))
    assert told not in text(serving, "guide/index.html")
    file.write_text(whole, encoding="utf-8")
    assert awaited(lambda: "Råd:" not in text(serving, "guide/index.html") + text(serving, "kontakter/index.html"))


def test_a_page_that_is_not_there_is_the_sites_own_and_comes_back(serving: LiveReloadServer) -> None:
    with pytest.raises(HTTPError) as raised:
        text(serving, "roller/borta/")
    with raised.value as answer:
        page = answer.read().decode()
    assert (answer.code, "Sidan finns inte" in page, "livereload(" in page) == (404, True, True)


def test_what_is_wrong_from_the_start_is_told_at_every_address(file: Path, tmp_path: Path) -> None:
    save(file, ("site:\n", "site\n"))
    preview = Preview(file, tmp_path / "visas")
    preview.make()
    assert all("S0" in (preview.root / name).read_text(encoding="utf-8") for name in ("index.html", "404.html"))


@pytest.mark.browser
def test_the_place_on_the_page_is_kept_while_something_is_wrong(
    serving: LiveReloadServer, file: Path, browser: Browser
) -> None:
    whole = file.read_text(encoding="utf-8")
    page = browser.new_page(viewport={"width": 800, "height": 250})
    page.goto(f"http://127.0.0.1:{serving.server_port}/vem-gor-vad/index.html")
    page.evaluate("scrollTo(0, 600)")
    for said, title in (("site\n", "Något är fel"), (whole, "Vem gör vad")):
        file.write_text(said, encoding="utf-8")
        page.get_by_role("heading", name=title, exact=True, level=1).wait_for()
        page.wait_for_function("scrollY === 600")
        if said != whole:
            assert page.evaluate("document.querySelector('h1').getBoundingClientRect().top") < 200
            page.keyboard.press("End")
            page.wait_for_function("document.querySelector('main').scrollTop > 0 && scrollY === 600")
    page.close()


def test_the_open_page_tells_what_has_no_room_as_soon_as_it_is_known(serving: LiveReloadServer, file: Path) -> None:
    text_before = file.read_text(encoding="utf-8")
    assert "P001" not in text(serving, "guide/index.html")
    file.write_text(swapped(text_before, TOO_LONG), encoding="utf-8")
    assert awaited(lambda: "P001" in text(serving, "guide/index.html"))
    file.write_text(text_before, encoding="utf-8")
    assert awaited(lambda: "P001" not in text(serving, "guide/index.html"))


def test_where_nothing_can_be_written_that_is_told_and_not_at_each_save(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").touch()
    monkeypatch.setattr("routine.commands.preview.FOLDER", tmp_path / "fil/visas")
    with pytest.raises(FolderError, match="arbeta i en kopia"):
        serve(file, 0, lambda _: None)


def test_on_a_port_that_is_taken_no_address_is_told_but_how_to_choose_another(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preview, "make", lambda _: None)
    said: list[str] = []
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortError) as raised:
            server(preview, port, said.append).serve()  # type: ignore[no-untyped-call]
    assert said == []
    assert str(raised.value).startswith(f"Port {port} används redan av ett annat program.\n    Tillåtet: ")
    assert f"välj en annan med --port, som --port {port + 1}." in str(raised.value)


# --- Pages first, and then what is printed ---------------------------------------------------------------------------


@pytest.fixture
def preview(file: Path, tmp_path: Path) -> Preview:
    """Of a text that has been seen whole."""
    made = Preview(file, tmp_path / "visas")
    made.make()
    assert not made.complete()
    return made


def save(file: Path, *swaps: tuple[str, str]) -> None:
    file.write_text(swapped(file.read_text(encoding="utf-8"), swaps), encoding="utf-8")


def rename(preview: Preview, file: Path) -> None:
    """Another name of a role is saved and shown, and not yet printed."""
    save(file, ("name: Rektorn\n", "name: Skolans chef\n"))
    preview.make()


def words(preview: Preview, sheet: str) -> str:
    return printed((preview.site / "utskrift" / sheet).read_bytes()).lower()


def test_a_page_does_not_wait_for_what_is_printed_which_comes_by_itself(
    preview: Preview, file: Path, tmp_path: Path
) -> None:
    rename(preview, file)
    assert "Skolans chef" in (preview.root / "guide/index.html").read_text(encoding="utf-8")
    assert "checklista, rektorn" in words(preview, "checklista-rektorn.pdf")
    assert not preview.complete()
    assert "checklista, skolans chef" in words(preview, "checklista-rektorn.pdf")
    build(file, tmp_path / "byggd", preview=True)
    made, shown = (contents(folder / "utskrift") for folder in (tmp_path / "byggd", preview.site))
    assert made == shown


def test_what_a_build_leaves_in_memory_is_thrown_away_before_the_next(serving: LiveReloadServer) -> None:
    """A command leaves it to its end, so that nothing is looked for meanwhile: this one has none for hours."""
    left = Left()
    left.itself, gone = left, weakref.ref(left)
    gc.disable()
    try:
        del left
        serving.builder()
        assert awaited(lambda: gone() is None)
    finally:
        gc.enable()


class Left:
    """Something that only looking through memory finds."""

    itself: Left


def test_a_role_with_another_id_has_its_sheets_with_its_pages(preview: Preview, file: Path) -> None:
    """They lead to files that the text before did not have."""
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?<![\w-])rektorn(?![\w-])", "ledaren", text), encoding="utf-8")
    preview.make()
    assert not preview.broken
    assert "checklista, rektorn" in words(preview, "checklista-ledaren.pdf")


def test_what_was_saved_meanwhile_is_not_replaced_by_what_was_printed_before_it(
    preview: Preview, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(preview, file)
    due = StandIn.due

    def slowly(stand_in: StandIn) -> Files:
        monkeypatch.setattr(StandIn, "due", due)
        save(file, ("name: Skolans chef\n", "name: Skolans ledare\n"))
        preview.make()
        return due(stand_in)

    monkeypatch.setattr(StandIn, "due", slowly)
    assert not preview.complete()
    assert "checklista, rektorn" in words(preview, "checklista-rektorn.pdf")
    assert not preview.complete()
    assert "checklista, skolans ledare" in words(preview, "checklista-rektorn.pdf")


def test_a_disk_that_is_full_for_what_is_printed_is_told(
    preview: Preview, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    rename(preview, file)
    monkeypatch.setattr("routine.commands.preview.write_all", full)
    assert preview.complete()
    monkeypatch.setattr(
        "routine.publish.finish.write", lambda file, said: full() if file.suffix == ".pdf" else write(file, said)
    )
    preview.make()
    assert "Disken är full" in (preview.root / "index.html").read_text(encoding="utf-8")


def test_where_only_what_is_printed_cannot_be_replaced_it_is_made_whole_once_and_not_again_and_again(
    preview: Preview, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when somebody has a sheet open, on Windows."""

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "open elsewhere")

    rename(preview, file)
    monkeypatch.setattr("routine.commands.preview.write_all", held)
    assert preview.complete()
    preview.make()
    assert not preview.complete()
    assert "checklista, skolans chef" in words(preview, "checklista-rektorn.pdf")


def test_whatever_stops_what_is_printed_is_met_again_by_who_can_tell_it(
    preview: Preview, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise RuntimeError("a template that is being written")

    rename(preview, file)
    with monkeypatch.context() as while_broken:
        while_broken.setattr(press, "pdf", broken)
        export.forget()
        assert preview.complete()
        preview.make()
    said = "Sidorna gick inte att bygga. RuntimeError: a template that is being written"
    assert said in (preview.root / "index.html").read_text(encoding="utf-8")
    assert capsys.readouterr().err.startswith(f"{said}\n    Gör så här: spara igen.")
    preview.make()
    assert not preview.broken
    assert "Skolans chef" in (preview.root / "guide/index.html").read_text(encoding="utf-8")


def test_what_nobody_has_foreseen_does_not_freeze_the_open_page_and_the_next_save_is_tried(
    serving: LiveReloadServer, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError("no text")

    with monkeypatch.context() as while_broken:
        while_broken.setattr("routine.commands.preview.build", broken)
        save(file, ("name: Rektorn\n", "name: Skolans chef\n"))
        assert awaited(lambda: "TypeError: no text" in text(serving, "guide/index.html"))
    assert "TypeError: no text" in capsys.readouterr().err
    save(file, ("name: Skolans chef\n", "name: Skolans ledare\n"))
    assert awaited(lambda: "Skolans ledare" in text(serving, "guide/index.html"))


def test_where_the_disk_is_full_for_what_is_wrong_as_well_it_is_told_in_the_terminal(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("routine.commands.preview.build", full)
    monkeypatch.setattr("routine.commands.preview.render", full)
    preview.make()
    assert "Sidorna gick inte att bygga. OSError: " in capsys.readouterr().err


# --- Whatever is wrong -----------------------------------------------------------------------------------------------

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
    save(file, *swaps)
    preview.make()
    if preview.complete():
        preview.make()
    pages = [(preview.root / name).read_text(encoding="utf-8") for name in ("index.html", "guide/index.html")]
    assert said in pages[0]
    assert pages[0] == pages[1]
    assert "<b>" not in pages[0]
