"""The preview: the site is built anew when a file is saved.

A bar on every page tells the faults, while the last good site stays behind it, or the advice; how tall the page is on a
phone; and the line of what one points at. MkDocs' own server would stand still until a fault is mended.
"""

from __future__ import annotations

import argparse
import errno
import gc
import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from routine.check import rules
from routine.check.load import load, refused
from routine.check.nodes import Mapping, Node, Scalar
from routine.check.problems import StopError, in_full
from routine.check.source import read
from routine.cli.ending import FORESEEN, report
from routine.pages import addresses as at
from routine.pages.render import render
from routine.site.build import build
from routine.site.folder import unwritable
from routine.site.settings import PROJECT

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

HOST = "127.0.0.1"
# Names of the local machine. A page on the net may point its own name at the machine's address, and read the preview.
LOCAL = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])?(:\d+)?")
POLL = 0.1  # Seconds between two looks at the files.
STILL = 0.05  # Seconds without another change: an editor may write a file in pieces.
FOLDER = PROJECT / ".cache/preview"
FREE, MOST = 1024, 65535  # The ports that need no privilege.
SCRIPT, STYLE = (Path(__file__).with_suffix(kind).read_text(encoding="utf-8") for kind in (".js", ".css"))
PICTURE = re.compile(r" *\d* \| ")
WATCHED = ("docs", "routine/pages", "mkdocs.yml")
# Watched without their subfolders, where files made from them lie.
WATCHED_ALONE = ("routine/paper/templates",)

SHORTEST = 6  # Letters of a text whose line is told: shorter ones stand in many places.
# Before the first good build there is no page to show the faults in.
EMPTY = '<!doctype html>\n<html lang="sv"><meta charset="utf-8"><title>Något är fel</title>\n<body>\n<main></main>\n'


class PortError(StopError):
    """A port that the server cannot use. The message is complete."""

    def __init__(self, port: int, error: OSError) -> None:
        taken = error.errno == errno.EADDRINUSE
        why = "används redan av ett annat program" if taken else f"går inte att använda ({error.strerror})"
        another = port + 1 if FREE <= port < MOST else FREE
        allowed, hint = f"en ledig port mellan {FREE} och {MOST}", f"välj en annan med --port, som --port {another}."
        super().__init__(in_full(f"Port {port} {why}.", allowed, hint))


class Shown(Struct, frozen=True):
    """A fault of a report: its first line, the picture of its place, the rest."""

    title: str
    picture: tuple[str, ...]
    lines: tuple[str, ...]

    @classmethod
    def of(cls, part: str) -> Shown:
        """Parse a part of a report, which has no blank lines."""
        title, *rest = part.split("\n")
        shown = [line for line in rest if PICTURE.match(line)]
        return cls(title, tuple(shown), tuple(line.strip() for line in rest if line not in shown))


class Bar(Struct, frozen=True):
    """The bar on a page: its message, and whether that tells of a fault.

    `said` tells whether the lines of texts are known.
    """

    title: str
    told: tuple[Shown, ...]
    wrong: bool
    said: bool


class Preview:
    """A preview of a site.

    The file `again` is touched when it must be built anew. The site is in `folder`; what has no page there, in the
    folder `fel` beside it.
    """

    def __init__(self, data: Path, folder: Path) -> None:
        self.data = data
        self.site, self._none, self.again = folder / "site", folder / "fel", folder / "igen"
        self.bar = b""  # HTML for the top of every page.

    def make(self) -> None:
        """Build the site, or show what is wrong."""
        try:
            self._build()
        except Exception as error:  # Else every open page would stand still, and nobody would know why.
            report = unforeseen(error)
            sys.stderr.write(f"{report}\n")
            self._tell("Något är fel", report.strip().split("\n\n"), wrong=True)

    def _build(self) -> None:
        """Build the site, or show the expected errors. Raises all others."""
        try:
            build(self.data, self.site, preview=True)
        except FORESEEN as error:
            told = report(error, self.data, self.data.as_posix()).strip().split("\n\n")
            self._tell("Något är fel", told, wrong=True)
        else:
            # Days that have passed are left to the check: they have nothing to do with what is being written.
            advice = tuple(rules.advise(load(self.data)))
            *told, _ = refused(self.data, self.data.as_posix(), advice).advice().split("\n\n") if advice else [""]
            self._tell(f"{len(told)} råd", told)

    def shown(self, page: bytes) -> bytes:
        """Return a page of the site with the bar on top."""
        before, begun, after = page.partition(b"<body>")
        return b"".join((before, begun, self.bar, after)) if begun else page

    @property
    def root(self) -> Path:
        """Return the folder that is shown now."""
        return self.site if self.site.is_dir() else self._none

    def _tell(self, title: str, told: list[str], *, wrong: bool = False) -> None:
        """Write the bar, and where there is no site a page to show it in."""
        said = [] if wrong else lines(self.data)
        data = msgspec.json.encode([self.data.as_posix(), sorted(said, key=lambda each: -len(each[0]))])
        called = f"<script>{SCRIPT.strip()}(...{data.decode().replace('<', chr(92) + 'u003c')})</script>"
        style = f"<style>{STYLE}</style>\n"
        bar = Bar(title, tuple(map(Shown.of, told)), wrong, bool(said))
        self.bar = (style + render("preview", bar, str) + called).encode()
        with suppress(OSError):  # Where the disk is full.
            self._none.mkdir(parents=True, exist_ok=True)
            (self._none / at.NOT_FOUND.strip("/")).write_text(EMPTY, encoding="utf-8")


def lines(file: Path) -> list[tuple[str, int]]:
    """Return each text of the routine's file, with its line.

    Ids and chosen words are no texts.
    """
    _, root = read(file.read_bytes(), file.as_posix())
    found = (each for each in _scalars(root) if " " in each.value or each.value[:1].isupper())
    return [(each.value, each.mark.line) for each in found if len(each.value) >= SHORTEST]


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        parts = (value for _, value in node.entries) if isinstance(node, Mapping) else node.items
        for part in parts:
            yield from _scalars(part)


def unforeseen(error: Exception) -> str:
    """Describe an unexpected error: its name, its message and a remedy."""
    said = " ".join(f"{type(error).__name__}: {error}".split())
    hint = "spara igen. Hjälper inte det, visa den som sköter webbplatsen vad som står här."
    return in_full(f"Sidorna gick inte att bygga. {said}", "", hint)


def server(preview: Preview, port: int, said: Callable[[str], object] = str) -> LiveReloadServer:
    """Make a server that builds when a file is saved, and reloads open pages.

    `said` prints its address. The server raises PortError when it cannot serve.
    """
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
            page: bytes = super()._inject_js_into_html(preview.shown(content), epoch)  # type: ignore[no-untyped-call]
            return page

        def server_activate(self) -> None:
            super().server_activate()
            # Not before: until now the port may be another program's.
            said(f"Förhandsvisning: {self.url} (avsluta med Ctrl+C)")

    def made() -> None:
        preview.make()
        serving.root = str(preview.root)
        gc.collect()  # Other commands end before they need it: this one runs for hours.

    preview.make()
    preview.again.touch()
    gc.collect()
    serving = Listening(made, HOST, port, str(preview.root), polling_interval=POLL)
    serving.build_delay = STILL
    serving.error_handler = lambda _: _not_found(serving)
    _watch(serving, preview)
    return serving


def _watch(serving: LiveReloadServer, preview: Preview) -> None:
    """Watch the files that pages are made of, and the file `again`.

    They are as few as possible: each is polled by a thread of its own all the time, also when nobody saves anything.
    """
    for each in (*(PROJECT / name for name in WATCHED), preview.again):
        serving.watch(str(each))
    # The routine may also lie in the folder of the environment and the cache, which a build writes to.
    for each in (*(PROJECT / name for name in WATCHED_ALONE), preview.data.resolve().parent):
        serving.watch(str(each), recursive=False)


def _not_found(serving: LiveReloadServer) -> bytes:
    """Return the site's own 404 page, which reloads by itself.

    A page may be missing only for a time, as while a role has another id.
    """
    page = (Path(serving.root) / at.NOT_FOUND.strip("/")).read_bytes()
    found: bytes = serving._inject_js_into_html(page, serving._visible_epoch)  # type: ignore[no-untyped-call]
    return found


def serve(data: Path, port: int, said: Callable[[str], None]) -> None:
    """Serve the preview until the reader stops it.

    Raises PortError, or FolderError where nothing can be written to be shown.
    """
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


def run_serve(options: argparse.Namespace) -> None:
    """Show the preview until the reader stops it."""
    serve(options.file, options.port, lambda line: print(line, flush=True))
