"""The last step, over the built folder, whatever engine made it: what pages ask for, their shell, the data, what is
printed, and nothing that an engine left."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from routine import domain
from routine.disk import cache, json_text
from routine.domain import wording
from routine.domain.model import Routine
from routine.editions.record import Record
from routine.html.deferred import Fillings, filled, is_left, unpacked
from routine.html.links import Links
from routine.html.render import render
from routine.print.export import Files
from routine.print.grey import measures
from routine.print.imprint import issue_of_all, sheets
from routine.publish import astray, json_export
from routine.publish.assets import styles, write_assets
from routine.publish.files import THEME, file_of, write
from routine.publish.folder import finishable, mark, published
from routine.publish.json_export import export_json, export_schema
from routine.publish.monitoring import monitoring_json
from routine.publish.pages import LISTED, around, listed
from routine.publish.settings import Settings
from routine.publish.sources import is_left_out
from routine.publish.standalone import standalone
from routine.publish.versioned import versions
from routine.servers.policy import META
from routine.views import addresses as at

# Markdown makes the heading's id from its words, which may be the id of an action too.
HEADING_ID = re.compile(r'<h1 id="[^"]*">')
# Made by the engine; no page asks for it. The site map carries the time of the build.
UNUSED = (
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
    _take_away_empty(routine, site)
    write_assets(routine, site)
    asked_for = versions(site)
    pages = sorted({*site.rglob("*.html")} - {file_of(site, at.TAKEN)})
    write(file_of(site, at.TAKEN), standalone(routine, record, styles(), settings.address))
    issue = issue_of_all(routine, record)
    for file in pages:
        html = file.read_text(encoding="utf-8")
        html = _completed(routine, issue, html, file.relative_to(site), settings, asked_for)
        write(file, html)
    write(file_of(site, at.ROUTINE_JSON), export_json(routine, record))
    write(file_of(site, at.ROUTINE_SCHEMA), _schema())
    _take_away_unused(site)
    for name, data in prints().items():
        write(file_of(site, at.PRINTS) / name, data)
    _measured(site, pages)
    mark(site)
    others = {path: data for path, data in published(site).items() if path != at.STATUS_JSON.strip("/")}
    write(file_of(site, at.STATUS_JSON), monitoring_json(routine, record, others, settings.address))


def _take_away_empty(routine: Routine, site: Path) -> None:
    """The pages that the routine has nothing to show on."""
    for page in {*LISTED} - {*listed(routine)}:
        with suppress(FileNotFoundError):  # And nothing else: it would be published.
            shutil.rmtree(file_of(site, page.address))


def _take_away_unused(site: Path) -> None:
    """What no page asks for, of the engine's and the theme's."""
    for file in _left_behind(site):
        file.unlink()
    for name in UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


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
    """What pages tell of what is printed: sizes, and how the booklets are folded, of which one that
    lies down is cut."""
    booklets = site.glob(at.picture(at.booklet_sheet("*")).strip("/"))
    cut = {width > height for width, height in (measures(each.read_bytes()) for each in booklets)}
    fillings: Fillings = {
        "size": lambda file: wording.size(file_of(site, file).stat().st_size),
        "measures": lambda picture: _measures(file_of(site, picture)),
        "folds-twice": lambda html: unpacked(html) if False in cut else "",
        "folds-cut": lambda html: unpacked(html) if True in cut else "",
        "folds-both": lambda html: unpacked(html) if len(cut) > 1 else "",
    }
    for file in filter(Path.is_file, pages):  # Some were left behind, and are gone.
        html = file.read_text(encoding="utf-8")
        if is_left(html):
            write(file, filled(html, fillings))


def _fillings(routine: Routine, issue: str, address: str, links: Links, settings: Settings) -> Fillings:
    """What is known now: where the page lies, what surrounds it, and the codes of what it leads to."""
    placed = address != at.NOT_FOUND or settings.base is not None
    view = around(routine, address, issue, placed=placed)
    return {
        "policy": lambda _: "" if settings.preview else META,
        "address": links,
        "code": {sheet.file: sheet.code for sheet in sheets(routine)}.__getitem__,
        "root": lambda _: render("shell_root", view, links),
        "head": lambda _: (
            render("shell_head", view, links) + astray.rendered("astray_head", view, settings.style, links.versions)
        ),
        "top": lambda _: render("shell_top", view, links),
        "band": lambda _: render("shell_band", view, links),
        "foot": lambda _: render("shell_foot", view, links),
        "not-found": lambda _: (
            render("not_found", view, links) + astray.rendered("astray", view, settings.style, links.versions)
        ),
    }


def _measures(picture: Path) -> str:
    """So that what stands below does not move when the picture comes."""
    width, height = measures(picture.read_bytes())
    return f'width="{width}" height="{height}"'


def _schema() -> str:
    """It follows from the model alone, and takes as long to make as twenty pages."""
    made_of = cache.code(domain, json_export, json_text, at), cache.versions("pydantic")
    return cache.kept(lambda: export_schema().encode(), b"schema", *made_of).decode()
