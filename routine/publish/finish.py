"""The last step, over the built folder, whatever engine made it:
the shell, the data, the search index, one style sheet."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from routine import cache, domain, json_text
from routine.domain import wording
from routine.domain.model import Routine
from routine.editions.record import Record
from routine.html.deferred import Fillings, filled, is_left
from routine.html.links import Links
from routine.html.render import render
from routine.print import export
from routine.print.export import Files
from routine.print.grey import measures
from routine.print.imprint import issue_of_all, sheets
from routine.publish import astray, json_export, minify, scripts
from routine.publish.alone import alone
from routine.publish.folder import finishable, mark, published
from routine.publish.json_export import export_json, export_schema
from routine.publish.monitoring import monitoring_json
from routine.publish.pages import LISTED, StyleSheet, first_of, listed, scripts_of, style_of
from routine.publish.search_index import search_index, small_words
from routine.publish.settings import Settings
from routine.publish.sources import is_left_out
from routine.publish.styles import sheet, with_versions
from routine.publish.versioned import VENDOR, ending, versions
from routine.servers.policy import META
from routine.views import addresses as at
from routine.views.shell import shell

THEME = Path(__file__).resolve().parents[2] / "theme"
# Markdown makes the heading's id from its words, which may be the id of an action too.
HEADING_ID = re.compile(r'<h1 id="[^"]*">')
# What the search passes by stands in a script of its own, which a phone has loaded by then.
SWEDISH = "assets/js/words/swedish.js"
# Made by the engine or the theme, or put together below; no page asks for it. The first two MkDocs leaves where they
# are. The site map carries the time of the build.
UNUSED = (
    "assets/css",
    "assets/js",
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images",
    "assets/_mkdocstrings.css",
    "sitemap.xml",
    "sitemap.xml.gz",
    "search",
    "search.json",
    "objects.inv",
)


def finish(routine: Routine, record: Record, site: Path, settings: Settings, prints: Callable[[], Files]) -> None:
    """Complete the built pages in `site`, and put what is printed there, which is asked for when nothing else is left
    to do. Running it twice changes nothing.

    Raises FolderError, before anything is written, where no engine has built, OSError, and what `prints` raises.
    """
    finishable(site)
    for page in {*LISTED} - {*listed(routine)}:
        with suppress(FileNotFoundError):  # And nothing else: it would be published.
            shutil.rmtree(_file(site, page.address))
    _assets(routine, site, settings.docs)
    asked_for = versions(site)
    pages = sorted({*site.rglob("*.html")} - {_file(site, at.TAKEN)})
    _write(_file(site, at.TAKEN), alone(routine, record, _styles(settings.docs), settings.address))
    issue = issue_of_all(routine, record)
    for file in pages:
        html = file.read_text(encoding="utf-8")
        html = _completed(routine, issue, html, file.relative_to(site), settings, asked_for)
        _write(file, html)
    _write(_file(site, at.ROUTINE_JSON), export_json(routine, record))
    _write(_file(site, at.ROUTINE_SCHEMA), _schema())
    for file in _left_behind(site):
        file.unlink()
    for name in UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    export.write(prints(), _file(site, at.PRINTS))
    _measured(site, pages)
    mark(site)
    others = {path: data for path, data in published(site).items() if path != at.STATUS_JSON.strip("/")}
    _write(_file(site, at.STATUS_JSON), monitoring_json(routine, record, others, settings.address))


def _assets(routine: Routine, site: Path, docs: Path) -> None:
    """All that pages ask for, before the pages, whose addresses of it follow from what it is."""
    small = small_words((docs / SWEDISH).read_text(encoding="utf-8"))
    _write(_file(site, at.SEARCH_INDEX), search_index(routine, listed(routine), small))
    texts, faces = _styles(docs), versions(docs, VENDOR)
    made = {at.style(each): _style(each, texts, faces, len(routine.strands)) for each in StyleSheet}
    made |= astray.sheets(ending(made[at.style(StyleSheet.START)].encode()))
    for address, text in made.items():
        _write(_file(site, address), text)
    _scripts(site, docs)
    _library(site)


def _left_behind(site: Path) -> list[Path]:
    """What Zensical takes with it from the theme's folder. A history or a server's settings are somebody else's."""
    files = [file for file in site.rglob("*") if is_left_out(file.relative_to(site)) and not file.is_dir()]
    return [file for file in files if _has_come(file.relative_to(site))]


def _has_come(path: Path) -> bool:
    return not path.parts[0].startswith(".") or (THEME / path.parts[0]).exists()


def _completed(
    routine: Routine, issue: str, html: str, file: Path, settings: Settings, asked_for: Mapping[str, str]
) -> str:
    address = "/" + file.as_posix().removesuffix("index.html")
    links = Links(address, settings.style, settings.base if address == at.NOT_FOUND else None, asked_for)
    return HEADING_ID.sub("<h1>", filled(html, _fillings(routine, issue, address, links, settings)))


def _measured(site: Path, pages: list[Path]) -> None:
    """The sizes of what is printed, where pages tell them."""
    fillings: Fillings = {
        "size": lambda file: wording.size(_file(site, file).stat().st_size),
        "measures": lambda picture: _measures(_file(site, picture)),
    }
    for file in filter(Path.is_file, pages):  # Some were left behind, and are gone.
        html = file.read_text(encoding="utf-8")
        if is_left(html):
            _write(file, filled(html, fillings))


def _fillings(routine: Routine, issue: str, address: str, links: Links, settings: Settings) -> Fillings:
    """What is known now: where the page lies, what surrounds it, and the codes of what it leads to."""
    placed = address != at.NOT_FOUND or settings.base is not None
    given = routine, address, listed(routine), scripts_of(address), style_of(address), first_of(address)
    view = shell(*given, issue=issue, placed=placed)
    return {
        "policy": lambda _: "" if settings.preview else META,
        "address": links,
        "code": {sheet.file: sheet.code for sheet in sheets(routine)}.__getitem__,
        "root": lambda _: render("shell_root", view, links),
        "head": lambda _: (
            render("shell_head", view, links) + astray.rendered("astray_head", view, settings.style, links.versions)
        ),
        "top": lambda _: render("shell_top", view, links),
        "foot": lambda _: render("shell_foot", view, links),
        "not-found": lambda _: (
            render("not_found", view, links) + astray.rendered("astray", view, settings.style, links.versions)
        ),
    }


def _measures(picture: Path) -> str:
    """So that what stands below does not move when the picture comes."""
    width, height = measures(picture.read_bytes())
    return f'width="{width}" height="{height}"'


def _file(site: Path, address: str) -> Path:
    return site / address.strip("/")


def style(name: str, docs: Path, tracks: int = 0) -> str:
    """A style sheet of the site, by its name, made of those in docs/, for a routine with so many tracks."""
    return _style(name, _styles(docs), versions(docs, VENDOR), tracks)


def _style(name: str, texts: Mapping[str, str], faces: Mapping[str, str], tracks: int) -> str:
    return minify.style(with_versions(sheet(name, texts, tracks), faces))


def _styles(docs: Path) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in (docs / "assets/css").glob("*.css")}


def _schema() -> str:
    """It follows from the model alone, and takes as long to make as twenty pages."""
    made_of = cache.code(domain, json_export, json_text, at), cache.versions("pydantic")
    return cache.kept(lambda: export_schema().encode(), b"schema", *made_of).decode()


def _scripts(site: Path, docs: Path) -> None:
    """One file a page in place of the parts."""
    parts = docs / "assets/js"
    sources = {
        file.relative_to(parts).with_suffix("").as_posix(): file.read_text(encoding="utf-8")
        for file in parts.rglob("*.js")
    }
    made_of = cache.code(scripts, minify), cache.versions(*minify.MADE_BY), *_said(sources)
    for name in scripts.SCRIPTS:
        made = cache.kept(partial(_bundled, name, sources), b"script", name.encode(), *made_of)
        _write(_file(site, at.script(name)), made.decode())


def _bundled(name: str, sources: Mapping[str, str]) -> bytes:
    return scripts.bundled(name, sources).encode()


def _said(sources: Mapping[str, str]) -> Iterator[bytes]:
    for name in sorted(sources):
        yield name.encode()
        yield sources[name].encode()


def _library(site: Path) -> None:
    """What the search has from others, as they publish it, in one file: one thing to ask for instead of several."""
    parts = [site / "assets" / name for name in at.SEARCH_LIBRARIES]
    if parts[0].is_file():
        _write(_file(site, at.SEARCH_LIBRARY), "\n".join(part.read_text(encoding="utf-8") for part in parts))
    for part in parts:
        part.unlink(missing_ok=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())  # Not as a text, whose lines a system breaks in its own way.
