"""The files that pages request: style sheets, scripts, the search index.

They are made from the parts in routine/pages/.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from hashlib import sha256

from routine import disk
from routine.disk import PAGES, SHELL
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages import minify, scripts
from routine.pages.links import Listed
from routine.pages.registry import StyleSheet, listed
from routine.pages.scripts import CONVERSATION, EXPORTS
from routine.pages.scripts import LATER as SEARCH
from routine.pages.styles import beside, sheet, with_versions
from routine.site.search_index import search_index, small_words

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


SIGNS = 8  # Hex digits of a digest: enough to tell versions of one file apart, not any two files.
# Requested by a page that is already open: when the search is opened, a role is chosen, or a summary is to be made.
LATER = frozenset(
    address.strip("/")
    for address in (
        *map(at.script, (SEARCH, CONVERSATION, EXPORTS)),
        at.style(SEARCH),
        at.SEARCH_LIBRARY,
        at.SEARCH_INDEX,
    )
)


def versions(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the version of each file that is requested with its page.

    The keys are paths in the site. A version follows from the file's bytes and ends its address, as
    `assets/guide.css?v=1a2b3c4d`: a browser that has the address has the file, and need not request it again.

    Files keep their names, so that a page that is open while a newer site replaces this one still gets the scripts that
    it requests later, as they are then. So these have no version, and a browser asks each time whether they have
    changed: else it would cache the new file under the address of the old one, also when the old one is put back.
    """
    return {path: f"?v={sha256(data).hexdigest()[:SIGNS]}" for path, data in files.items() if path not in LATER}
