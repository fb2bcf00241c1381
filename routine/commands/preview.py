"""The site while it is being written: built anew when a file is saved. What is wrong with it is shown in the page that
is open, which comes back when it is mended; what could be better, at the foot of every page. MkDocs' own server would
stand still until then."""

from __future__ import annotations

import errno
import gc
import logging
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from routine import rules
from routine.build import build
from routine.commands.foreseen import FORESEEN, report
from routine.html.render import render
from routine.loading.load import load, refused
from routine.publish.assets import style
from routine.publish.folder import unwritable
from routine.publish.pages import StyleSheet
from routine.publish.settings import PROJECT
from routine.reading.problems import StopError, in_full
from routine.views import addresses as at

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

HOST = "127.0.0.1"
# What the machine calls itself. A page on the net may give its own name the machine's number, and read what is there.
LOCAL = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])?(:\d+)?")
POLL = 0.1  # Seconds between two looks at the files.
STILL = 0.05  # Seconds without another change: an editor may write a file in pieces.
FOLDER = PROJECT / ".cache/preview"
FREE, MOST = 1024, 65535  # The ports that nobody needs to be let use.
PICTURE = re.compile(r" *\d* \| ")
WATCHED = ("docs", "routine/assets", "routine/theme", "mkdocs.yml")
# Without the folders in them, where what has been made of the files lies.
WATCHED_ALONE = ("routine/html/templates", "routine/print/templates")


# As tall as any page, with what is wrong over it: the browser then keeps the place of the page that comes back.
KEEPING = (
    "@media screen{body{min-height:100000px}"
    "main{position:fixed;inset:0;padding:2rem;overflow:auto;overscroll-behavior:contain}}"
)


class PortError(StopError):
    """The server cannot be reached where it was asked to be. The message is whole."""

    def __init__(self, port: int, error: OSError) -> None:
        taken = error.errno == errno.EADDRINUSE
        why = "används redan av ett annat program" if taken else f"går inte att använda ({error.strerror})"
        another = port + 1 if FREE <= port < MOST else FREE
        allowed, hint = f"en ledig port mellan {FREE} och {MOST}", f"välj en annan med --port, som --port {another}."
        super().__init__(in_full(f"Port {port} {why}.", allowed, hint))


class Shown(Struct, frozen=True):
    """One fault of a report: its first line, the picture of its place, and what is said of it."""

    title: str
    picture: tuple[str, ...]
    lines: tuple[str, ...]

    @classmethod
    def of(cls, part: str) -> Shown:
        """A part of a report, without blank lines."""
        title, *rest = part.split("\n")
        shown = [line for line in rest if PICTURE.match(line)]
        return cls(title, tuple(shown), tuple(line.strip() for line in rest if line not in shown))


class Preview:
    """A site in `folder`, and beside it a page with what is wrong, which takes the place of every page, and a file that
    is touched when it must be made `again`."""

    def __init__(self, data: Path, folder: Path) -> None:
        self.data = data
        self.site, self._broken, self.again = folder / "site", folder / "fel", folder / "igen"
        self.broken = False
        self.advice = b""  # What is shown at the foot of every page.

    def make(self) -> None:
        """Build the site, or tell what is wrong."""
        try:
            self._build()
        except Exception as error:  # Else every page that is open would stand still, and nobody know why.
            self._tell_all(unforeseen(error))

    def _build(self) -> None:
        """Raises what nobody has foreseen."""
        try:
            build(self.data, self.site, preview=True)
        except FORESEEN as error:
            self._tell(report(error, self.data, self.data.as_posix()))
        else:
            self.broken = False
            self.advice = self._advised()

    def _advised(self) -> bytes:
        """The check's advice on what has been written, as a part of a page; nothing where there is none. Days that have
        passed are left to the check: they have nothing to do with what is being written."""
        if not (advice := tuple(rules.advise(load(self.data)))):
            return b""
        *parts, _ = refused(self.data, self.data.as_posix(), advice).advice().split("\n\n")
        return render("advised", tuple(map(Shown.of, parts)), str).encode()

    def with_advice(self, page: bytes) -> bytes:
        """A page of the site as it is shown."""
        before, end, after = page.rpartition(b"</main>")
        return page if self.broken else b"".join((before, self.advice if end else b"", end, after))

    @property
    def root(self) -> Path:
        """The folder that is shown now."""
        return self._broken if self.broken else self.site

    def _tell_all(self, report: str) -> None:
        """In the terminal as well: where the disk is full there may be no page to tell it in."""
        sys.stderr.write(f"{report}\n")
        with suppress(OSError):
            self._tell(report)

    def _tell(self, report: str) -> None:
        self.broken = True
        page = render("broken", tuple(Shown.of(part) for part in report.strip().split("\n\n")), str)
        (self._broken / "assets").mkdir(parents=True, exist_ok=True)
        name = StyleSheet.OTHERS
        (self._broken / f"assets/{name}.css").write_bytes((style(name) + KEEPING).encode())
        pages = {file.relative_to(self.site) for file in self.site.rglob("*.html")} | {
            Path("index.html"),
            Path(at.NOT_FOUND.strip("/")),
        }
        for page_file in pages:
            (self._broken / page_file).parent.mkdir(parents=True, exist_ok=True)
            (self._broken / page_file).write_bytes(page.encode())


def unforeseen(error: Exception) -> str:
    """What is told of an error that is not of ours: its name and what it says, and what an editor can do."""
    said = " ".join(f"{type(error).__name__}: {error}".split())
    hint = "spara igen. Hjälper inte det, visa den som sköter webbplatsen vad som står här."
    return in_full(f"Sidorna gick inte att bygga. {said}", "", hint)


def server(preview: Preview, port: int, said: Callable[[str], object] = str) -> LiveReloadServer:
    """A server that builds when a file is saved, and lets an open page know. What is to be told of it is `said`. It
    raises PortError when it is to serve and cannot."""
    from mkdocs.livereload import LiveReloadServer

    class Listening(LiveReloadServer):
        def server_bind(self) -> None:
            try:
                super().server_bind()
            except OSError as error:
                raise PortError(port, error) from error

        def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:
            if not LOCAL.fullmatch(environ.get("HTTP_HOST", "")):
                start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
                return [f"Förhandsvisningen svarar bara på {self.url}".encode()]
            return super().serve_request(environ, start_response)

        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            shown = preview.with_advice(content)
            page: bytes = super()._inject_js_into_html(shown, epoch)  # type: ignore[no-untyped-call]
            return page

        def server_activate(self) -> None:
            super().server_activate()
            # Not before: until now it may be somebody else's.
            said(f"Förhandsvisning: {self.url} (avsluta med Ctrl+C)")

    def made() -> None:
        preview.make()
        serving.root = str(preview.root)
        gc.collect()  # No other command does, since it ends: this one goes on for hours.

    preview.make()
    preview.again.touch()
    gc.collect()
    serving = Listening(made, HOST, port, str(preview.root), polling_interval=POLL)
    serving.build_delay = STILL
    serving.error_handler = lambda _: _not_found(serving)
    _watch(serving, preview)
    return serving


def _watch(serving: LiveReloadServer, preview: Preview) -> None:
    """What a page is made of, and what tells that it shall be made again. As few as can be: each is looked through by a
    thread of its own all the time, also when nobody saves anything."""
    for each in (*(PROJECT / name for name in WATCHED), preview.again):
        serving.watch(str(each))
    # A routine too may lie where the environment and what is kept do, which a build writes in.
    for each in (*(PROJECT / name for name in WATCHED_ALONE), preview.data.resolve().parent):
        serving.watch(str(each), recursive=False)


def _not_found(serving: LiveReloadServer) -> bytes:
    """The site's own page for what is not there, as it is not while a role has another id: it comes back by itself."""
    page = (Path(serving.root) / at.NOT_FOUND.strip("/")).read_bytes()
    found: bytes = serving._inject_js_into_html(page, serving._visible_epoch)  # type: ignore[no-untyped-call]
    return found


def serve(data: Path, port: int, said: Callable[[str], None]) -> None:
    """Until the reader stops it. Raises PortError, or FolderError where nothing can be written to be shown."""
    preview = Preview(data, FOLDER)
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        preview.again.touch()
    except OSError as error:
        raise unwritable(FOLDER, error, "ge dig rätt att skriva i projektets mapp, eller arbeta i en kopia.") from error
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    serving = server(preview, port, said)
    try:
        serving.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        serving.shutdown()
