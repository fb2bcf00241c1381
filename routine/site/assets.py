"""The files that pages request: style sheets, scripts, the search index.

They are made from the parts in routine/pages/.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from routine import disk
from routine.disk import PAGES, SHELL
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages import minify, scripts
from routine.pages.listed import Listed
from routine.pages.registry import StyleSheet, listed
from routine.pages.styles import beside, sheet, with_versions
from routine.site.search_index import search_index, small_words
from routine.site.versioned import versions

SWEDISH = (
    "shell/words/swedish"  # The search's stop words are in a script of their own, which a phone has loaded by then.
)


def assets(routine: Routine, own: Iterable[Listed] = ()) -> dict[str, bytes]:
    """Make all files that pages request: path in the site → content.

    `own` are the pages that the body has added.
    """
    plain, parts = _plain(), sources()
    library = [plain.pop(f"assets/{name}") for name in at.SEARCH_LIBRARIES]
    made = {at.style(each): style(each, beside(routine)) for each in StyleSheet}
    made[at.SEARCH_INDEX] = search_index(routine, (*listed(routine), *own), small_words(parts[SWEDISH]))
    files = plain | {address.strip("/"): text.encode() for address, text in made.items()} | _scripts(parts)
    return files | ({at.SEARCH_LIBRARY.strip("/"): b"\n".join(library)} if library else {})


def style(name: str, some: Collection[str] = ()) -> str:
    """Make the style sheet with this name.

    `some` names the optional parts to include, which only some routines need.
    """
    return minify.style(with_versions(sheet(name, styles(), some), versions(_plain())))


def styles() -> dict[str, str]:
    """Read the sources of the style sheets: name → text."""
    return {file.stem: file.read_text(encoding="utf-8") for file in PAGES.rglob("*.css")}


def sources() -> dict[str, str]:
    """Read the parts of the site's scripts: path → text."""
    files = (file for file in sorted(PAGES.rglob("*.js")) if file.parent.name != "vendor")
    return {file.relative_to(PAGES).with_suffix("").as_posix(): file.read_text(encoding="utf-8") for file in files}


def _plain() -> dict[str, bytes]:
    """Read the files that are published unchanged.

    They are the icon, the typefaces, and third-party code with its licences.
    """
    files = [SHELL / "icon.svg", *(file for file in (SHELL / "vendor").iterdir() if file.name != "README.md")]
    return {f"assets/{file.relative_to(SHELL).as_posix()}": file.read_bytes() for file in files}


def _scripts(parts: dict[str, str]) -> dict[str, bytes]:
    """Bundle one script for each page, cached because minifying is slow."""
    texts = (each.encode() for part in parts.items() for each in part)
    made_of = disk.code(scripts, minify), *texts
    names = {at.script(name).strip("/"): name for name in scripts.SCRIPTS}
    return {path: disk.kept(_bundling(name, parts), b"script", name.encode(), *made_of) for path, name in names.items()}


def _bundling(name: str, parts: dict[str, str]) -> Callable[[], bytes]:
    return lambda: scripts.bundled(name, parts).encode()
