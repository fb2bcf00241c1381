"""The files under assets/ as a page asks for them: which, and the address of each, which ends in the version of its
very bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from routine.publish.pages import scripts_of

ASKED_FOR = re.compile(r"/assets/(?P<file>[\w./-]+)\?v=(?P<version>[0-9a-f]{8})$")


def with_version(*names: str) -> re.Pattern[str]:
    """What the addresses of these files look like, by their names under assets/: for what is to stand between."""
    either = "|".join(map(re.escape, names))
    return re.compile(rf"/assets/(?:{either})\?v=[0-9a-f]{{8}}$")


def file_of_asset(url: str) -> str:
    """The name under assets/ of what is asked for; '' for what is not there, or has no version."""
    found = ASKED_FOR.search(url)
    return found["file"] if found else ""


def script_of(page: str) -> str:
    """The name of the script that a page has beside the way out."""
    return scripts_of(f"/{page.removesuffix('index.html')}")[1]


def without_version(urls: Iterable[str], site: Path) -> list[str]:
    """Those addresses of files under assets/ that do not end in the version of what lies in the site."""
    return [url for url in urls if "assets/" in url and not _holds(url, site)]


def _holds(url: str, site: Path) -> bool:
    parts = urlsplit(url)
    file = site / "assets" / parts.path.rpartition("assets/")[2]
    return file.is_file() and parts.query == f"v={sha256(file.read_bytes()).hexdigest()[:8]}"
