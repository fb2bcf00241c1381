"""Messages of the Nu HTML checker on pages, pictures and style sheets.

Every message counts.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Message:
    """A message on a file, with the code that it refers to.

    A message that is no error is a warning: a hint too is something to mend.
    """

    error: bool
    file: str
    text: str
    code: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.text}" + (f" Här: {self.code}" if self.code else "")


def checked(folders: Sequence[Path]) -> Iterator[Figure]:
    """Yield how many files were checked, their errors and their warnings.

    The files are those of the sites in these folders.
    """
    files = {folder: checkable(folder) for folder in folders}
    messages = [message for folder in folders for message in read(_said(files[folder]), folder)]
    errors = tuple(str(message) for message in messages if message.error)
    warnings = tuple(str(message) for message in messages if not message.error)
    yield Figure("Filer som Nu har granskat", sum(len(each) for each in files.values()), 1, least=True)
    yield Figure("Fel enligt Nu", len(errors), 0, faults=errors)
    yield Figure("Varningar från Nu", len(warnings), 0, faults=warnings)


def checkable(folder: Path) -> list[Path]:
    """Return every file that the checker can read.

    Given the folder, it would take a PDF for a page.
    """
    return [file for file in sorted(folder.rglob("*")) if file.suffix in CHECKED]


def read(said: str, folder: Path) -> list[Message]:
    """Parse the checker's JSON, with each file as its path in the site."""
    return [
        Message(
            error=found["type"] != "info",
            file=Path(unquote(urlsplit(found["url"]).path)).relative_to(folder).as_posix(),
            text=found["message"],
            code=" ".join(found.get("extract", "").split()),
        )
        for found in json.loads(said)["messages"]
        if not IGNORED.match(found["message"])
    ]


def _said(files: Sequence[Path]) -> str:
    """Run the checker and return its JSON.

    The checker ends with 1 when it has found something, and also when it could not run: only the JSON tells which.
    """
    command = [
        "java",
        "-jar",
        str(CHECKER),
        "--stdout",
        "--format",
        "json",
        "--also-check-css",
        "--also-check-svg",
        *map(str, files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if not done.stdout.startswith("{"):
        raise SystemExit(f"Nu gick inte att köra. Det behöver Java 17 eller senare.\n{done.stderr}")
    return done.stdout
