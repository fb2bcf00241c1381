"""Messages of the Nu HTML checker on pages, pictures and style sheets.

Every message counts.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from audit.figures import Figure
from routine.disk import PROJECT

CHECKER = PROJECT / "audit/node_modules/vnu-jar/build/dist/vnu.jar"
CHECKED = (".html", ".svg", ".css")
# For a page in a folder the checker assumes no origin of its own, and so reports that the policy refuses files beside
# it. A browser refuses nothing, which tests/browser/test_quiet.py tries. Messages on what lies elsewhere, or in the
# page, are kept.
BESIDE = r"Resource violates Content Security Policy \(meta tag\): [a-z ]+ “(?![a-z]+:|//)"
# Container queries, which every browser has had since 2023, are not among the CSS that the checker knows.
CONTAINERS = r"CSS: (“container-type”|Unrecognized at-rule “@container”)"
IGNORED = re.compile(f"{BESIDE}|{CONTAINERS}")


def checked(folders: Sequence[Path]) -> Iterator[Figure]:
    """Yield how many files were checked, their errors and their warnings.

    The files are those of the sites in these folders. What is no error is a warning: a hint too is something to mend.
    """
    files = {folder: checkable(folder) for folder in folders}
    messages = [message for folder in folders for message in read(_said(files[folder]), folder)]
    yield Figure("Filer som Nu har granskat", sum(map(len, files.values())), 1, least=True)
    for name, wanted in (("Fel enligt Nu", True), ("Varningar från Nu", False)):
        found = tuple(told for error, told in messages if error is wanted)
        yield Figure(name, len(found), 0, faults=found)


def checkable(folder: Path) -> list[Path]:
    """Return every file that the checker can read.

    Given the folder, it would take a PDF for a page.
    """
    return [file for file in sorted(folder.rglob("*")) if file.suffix in CHECKED]


def read(said: str, folder: Path) -> list[tuple[bool, str]]:
    """Parse the checker's JSON.

    Each message tells whether it is an error, and its file in the site, its text and the code that it refers to.
    """
    return [
        (
            found["type"] != "info",
            f"{Path(unquote(urlsplit(found['url']).path)).relative_to(folder).as_posix()}: {found['message']} "
            f"{' '.join(found.get('extract', '').split())}".strip(),
        )
        for found in json.loads(said)["messages"]
        if not IGNORED.match(found["message"])
    ]


def _said(files: Sequence[Path]) -> str:
    """Run the checker and return its JSON.

    The checker ends with 1 when it has found something, and also when it could not run: only the JSON tells which.
    """
    options = ["--stdout", "--format", "json", "--also-check-css", "--also-check-svg"]
    command = ["java", "-jar", str(CHECKER), *options, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if not done.stdout.startswith("{"):
        raise SystemExit(f"Nu gick inte att köra. Det behöver Java 17 eller senare.\n{done.stderr}")
    return done.stdout
