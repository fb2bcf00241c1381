"""An organisation's own site in a new folder: a dozen files.

All else comes with the package.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from routine import __version__
from routine.check.load import load, values_of
from routine.check.problems import RoutineError, StopError, in_full
from routine.site.editor_schema import editor_schema

OWN = Path(__file__).parent / "own"
DATA, SCHEMA = "data/routine.yaml", "data/routine.schema.json"
# Kind of organisation → its definite form, and the genitive of that.
BODY_KINDS = {
    "kommun": ("kommunen", "kommunens"),
    "region": ("regionen", "regionens"),
    "skola": ("skolan", "skolans"),
    "förening": ("föreningen", "föreningens"),
    "myndighet": ("myndigheten", "myndighetens"),
    "företag": ("företaget", "företagets"),
    "organisation": ("organisationen", "organisationens"),
}


class SiteError(StopError):
    """A site that cannot be laid out or upgraded. The message is complete."""


def lay(name: str, kind: str, today: date, site: Path) -> None:
    """Make the site, or nothing. Raises SiteError."""
    hold_free(site)
    with TemporaryDirectory() as work:
        made = Path(work)
        write(own_files(name, kind, today), made)
        try:
            load(made / DATA, DATA)
        except RoutineError as error:  # The example is sound, so only the organisation's name can be at fault.
            problem = error.problems[0]
            told = f"Namnet ”{name}” går inte att använda. {problem.message}"
            raise SiteError(in_full(told, problem.allowed, "skriv namnet på ett annat sätt.")) from error
        (made / SCHEMA).write_bytes(editor_schema(values_of(made / DATA)).encode())
        shutil.copytree(made, site, dirs_exist_ok=True)


def hold_free(site: Path) -> None:
    """Raise SiteError unless the folder is free. A git history may be there."""
    hint = "ange en mapp som inte finns, eller som är tom."
    if any(each.exists() and not each.is_dir() for each in (site, *site.parents)):
        raise SiteError(in_full(f"{site} är ingen mapp.", "", hint))
    if site.is_dir() and {each.name for each in site.iterdir()} - {".git"}:
        raise SiteError(in_full(f"{site}: Mappen har redan innehåll.", "", hint))


def own_files(name: str, kind: str = "organisation", today: date | None = None) -> dict[str, str]:
    """Return the text of each file by path, with the answers filled in.

    Templates of hidden files are named `dot-...`: a wheel leaves out names that begin with a dot.
    """
    which, whose = BODY_KINDS[kind]
    words = {"name": name, "quoted": json.dumps(name, ensure_ascii=False), "which": which, "whose": whose}
    words |= {"today": f"{today}", "version": __version__}
    return {
        file.relative_to(OWN).as_posix().removesuffix(".template").replace("dot-", "."): re.sub(
            r"\{\{(\w+)\}\}", lambda mark: words[mark[1]], file.read_text(encoding="utf-8")
        )
        for file in sorted(OWN.rglob("*.template"))
    }


def write(files: dict[str, str], folder: Path) -> None:
    """Write the files, with the same line breaks on every system."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
