"""What pages ask for, put in a built folder: style sheets and scripts, made of those in routine/assets/, and
what the search looks through."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from shutil import copytree, ignore_patterns

from routine.disk import cache
from routine.domain.model import Routine
from routine.publish import astray, minify, scripts
from routine.publish.files import ASSETS, ENGINE, file_of, write
from routine.publish.pages import StyleSheet, listed
from routine.publish.search_index import search_index, small_words
from routine.publish.styles import beside, sheet, with_versions
from routine.publish.versioned import VENDOR, ending, versions
from routine.views import addresses as at

# What the search passes by stands in a script of its own, which a phone has loaded by then.
SWEDISH = ASSETS / "js/words/swedish.js"
# What only a developer reads, and what is put together.
APART = ignore_patterns("README.md", "css", "js")


def write_assets(routine: Routine, site: Path) -> None:
    """All that pages ask for, before the pages, whose addresses of it follow from what it is."""
    copytree(ASSETS, site / "assets", ignore=APART, dirs_exist_ok=True)
    small = small_words(SWEDISH.read_text(encoding="utf-8"))
    write(file_of(site, at.SEARCH_INDEX), search_index(routine, listed(routine), small))
    texts, faces = styles(), versions(ENGINE, VENDOR)
    made = {at.style(each): _style(each, texts, faces, beside(routine)) for each in StyleSheet}
    made |= astray.sheets(ending(made[at.style(StyleSheet.START)].encode()))
    for address, text in made.items():
        write(file_of(site, address), text)
    _scripts(site)
    _library(site)


def style(name: str, some: Collection[str] = ()) -> str:
    """A style sheet of the site, by its name, with so much of what only some routines have."""
    return _style(name, styles(), versions(ENGINE, VENDOR), some)


def _style(name: str, texts: Mapping[str, str], faces: Mapping[str, str], some: Collection[str]) -> str:
    return minify.style(with_versions(sheet(name, texts, some), faces))


def styles() -> dict[str, str]:
    """What the site's sheets are made of, text by name."""
    return {file.stem: file.read_text(encoding="utf-8") for file in (ASSETS / "css").glob("*.css")}


def _scripts(site: Path) -> None:
    """One file a page in place of the parts."""
    parts = ASSETS / "js"
    sources = {
        file.relative_to(parts).with_suffix("").as_posix(): file.read_text(encoding="utf-8")
        for file in parts.rglob("*.js")
    }
    made_of = cache.code(scripts, minify), cache.versions(*minify.MADE_BY), *_said(sources)
    for name in scripts.SCRIPTS:
        made = cache.kept(partial(_bundled, name, sources), b"script", name.encode(), *made_of)
        write(file_of(site, at.script(name)), made.decode())


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
        write(file_of(site, at.SEARCH_LIBRARY), "\n".join(part.read_text(encoding="utf-8") for part in parts))
    for part in parts:
        part.unlink(missing_ok=True)
