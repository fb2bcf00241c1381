"""The files under assets/ as a page asks for them: which, and the address of each, which ends in the version of its
very bytes, or in nothing where it is asked for later than its page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from routine.pages.registry import scripts_of

LATER = ("search.js", "search.css", "search-library.js", "search-index.js", "conversation.js", "exports.js")
ASKED_FOR = re.compile(r"/assets/(?P<file>[\w./-]+)(?P<version>\?v=[0-9a-f]{8})?$")


def as_asked(*names: str) -> re.Pattern[str]:
    """What the addresses of these files look like, by their names under assets/: for what is to stand between."""
    either = "|".join(re.escape(name) + ("" if name in LATER else r"\?v=[0-9a-f]{8}") for name in names)
    return re.compile(rf"/assets/(?:{either})$")


def file_of_asset(url: str) -> str:
    """The name under assets/ of what is asked for; '' for what is not there, or has no version and should."""
    found = ASKED_FOR.search(url)
    return found["file"] if found and (found["version"] is None) == (found["file"] in LATER) else ""


def script_of(page: str) -> str:
    """The name of the script that a page has beside the way out."""
    return scripts_of(f"/{page.removesuffix('index.html')}")[1]


def asked_wrongly(urls: Iterable[str], site: Path) -> list[str]:
    """Those addresses of files under assets/ that do not end in the version of what lies in the site; or that do, and
    are asked for later than their page."""
    return [url for url in urls if "assets/" in url and not _holds(url, site)]


def _holds(url: str, site: Path) -> bool:
    parts = urlsplit(url)
    name = parts.path.rpartition("assets/")[2]
    file = site / "assets" / name
    if name in LATER:
        return file.is_file() and not parts.query
    return file.is_file() and parts.query == f"v={sha256(file.read_bytes()).hexdigest()[:8]}"
