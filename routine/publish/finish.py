"""The last step, over the built folder, whatever engine made it: the shell, the data, the search index, one style sheet."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from routine.domain.model import Routine
from routine.html.links import Links, file_of, resolved
from routine.html.passthrough import opened
from routine.html.render import render
from routine.html.sizes import sized
from routine.print import export
from routine.print.export import Files
from routine.publish import minify as lean
from routine.publish.json_export import SCHEMA_NAME, twin, twin_schema
from routine.publish.macros import Settings
from routine.publish.prune import bundle
from routine.views.index import entries
from routine.views.shell import shell

PRINTS = "utskrift"
CLASSES = re.compile(r'class="([^"]*)"')
ELEMENTS = re.compile(r"<([a-z][a-z0-9]*)")
BY_SCRIPT = ("button", "input", "label", "textarea", "form")  # What scripts put on a page.
ENGINE_TITLE = re.compile(r"<title>(.*?) – [^<]*</title>", re.DOTALL)
# Markdown makes the heading's id from its words, which may be the id of an action too.
HEADING_ID = re.compile(r'<h1 id="[^"]*">')
# Made by the engine or the theme, and used by no page here. The site map carries the time of the build.
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


def finish(routine: Routine, site: Path, settings: Settings, prints: Files) -> None:
    """Complete the built pages in `site`, and put what is printed there. Running it twice changes nothing."""
    export.write(prints, site / PRINTS)
    used = {*BY_SCRIPT}
    for file in sorted(site.rglob("*.html")):
        html = sized(opened(file.read_text(encoding="utf-8")), site)
        html = _complete(routine, html, file.relative_to(site).as_posix(), settings)
        file.write_text(html, encoding="utf-8")
        for names in CLASSES.findall(html):
            used |= {f".{name}" for name in names.split()}
        used |= set(ELEMENTS.findall(html))
    _write(site / "rutin.json", twin(routine))
    _write(site / SCHEMA_NAME, twin_schema())
    _write(site / "assets/search-index.js", search_index(routine))
    _style(site, used)
    for file in (site / "assets/js").glob("*.js"):
        _write(file, lean.script(file.read_text(encoding="utf-8")))
    for name in UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _complete(routine: Routine, html: str, file: str, settings: Settings) -> str:
    missing = file == "404.html"
    here = "/" + file.removesuffix("index.html")
    links = Links(here, settings.style, settings.base if missing else None)
    view = shell(routine, here)
    html = resolved(HEADING_ID.sub("<h1>", html), links)
    regions = {
        "top": render("shell_top", view, links),
        "foot": render("shell_foot", view, links),
        "head": render("shell_head", view, links),
    }
    if missing:
        regions["not-found"] = render("not_found", view, links)
        html = re.sub(r'(href|src)="[^"]*?assets/', lambda match: f'{match.group(1)}="{settings.base}assets/', html)
    if not view.title and (title := ENGINE_TITLE.search(html)):
        regions["head"] = regions["head"].replace("<title>", f"<title>{title.group(1)} – ", 1)
    for name, text in regions.items():
        html = _filled(html, name, text)
    return html


def _filled(html: str, region: str, text: str) -> str:
    """The page with `text` between a region's marks. A function, so that no sign in the text has a meaning."""
    start, end = f"<!--rutin:{region}-->", f"<!--/rutin:{region}-->"
    return re.sub(f"{start}.*?{end}", lambda _: f"{start}{text}{end}", html, flags=re.DOTALL)


def search_index(routine: Routine) -> str:
    """The entries of A–Ö as a script, which also loads from a file share."""
    found = [{"title": e.title, "text": e.text, "kind": e.kind, "href": _href(e.address)} for e in entries(routine)]
    # U+2028 and < are legal in JSON and not safe in every script.
    text = (
        json.dumps(found, ensure_ascii=False)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
    return f"window.rutinSearchIndex = {text};\n"


def _href(address: str) -> str:
    path, mark, anchor = address.partition("#")
    return file_of(path) + mark + anchor


def _style(site: Path, used: set[str]) -> None:
    sheet = site / "assets/site.css"
    # Zensical has two looks, in folders of their own; the first by name, classic, is Material's.
    theme = next(iter(sorted((site / "assets/stylesheets").rglob("main.*.min.css"))), None)
    if theme is None and "@import" not in sheet.read_text(encoding="utf-8"):
        return
    if theme is not None:
        theme.replace(site / "assets/stylesheets/theme.css")
    _write(sheet, lean.style(bundle(sheet, used)))
    shutil.rmtree(site / "assets/css", ignore_errors=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
