"""An organisation's own site: a dozen files in a folder, and their upgrade to this version.

All else comes with the package. An old site has a copy of the engine in it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from routine import __version__
from routine.check.load import WORDS, beside, load, values_of
from routine.check.problems import RoutineError, StopError, in_full
from routine.deliver.migrations import MIGRATIONS, MOVED, mended
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


COPIED, PINNED, SETTINGS = "engine.json", "requirements.txt", "mkdocs.yml"
PIN = re.compile(r"^rutinguiden==\S+", re.MULTILINE)
# Lines of the settings whose value is the organisation's.
OWN_VALUE = re.compile(r"^(?P<key>site_name|site_url|  links):(?P<value>.*)$", re.MULTILINE)
# Digests of the files that 0.2.0 laid out beside its engine. Unchanged, they are of no use to a site.
LAID = {
    "tests/test_site.py": "c70e48943cdcf1590b1694d2cef9edf06db59c25bbcf1be4544cdebfd5aa6917",
    "tests/conftest.py": "c1919ab79a953ca2eb6924b67b6722409f9fc235ba8ef4835510364b3ccd454f",
    ".gitignore": "ed871bb0c45f824a8c824b8f4b0b8051ebf97c694d7ff8e331cc5233899fb3ff",
    "audit/lix.json": "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356",
    ".github/dependabot.yml": "3c1f982b32631e6faabc41c373836876feefdd05c5d888d07eea599851311bb3",
}
# Marks the roles' pages in docs/, which every build makes now.
WRITTEN = "# Skriven av python -m routine pages."


def upgrade(site: Path) -> tuple[list[str], list[str]]:
    """Upgrade the site.

    Returns the changes in the data's form, and the files of the old engine that somebody has changed. Raises SiteError
    before anything is done, and RoutineError for a routine that is left to be mended.
    """
    copied, pinned, data = site / COPIED, site / PINNED, site / DATA
    if not (copied.is_file() or (pinned.is_file() and PIN.search(pinned.read_text("utf-8")))) or not data.is_file():
        hint = "ange mappen med en webbplats som python -m routine new har gjort."
        raise SiteError(f"{site} är ingen sådan webbplats.\nGör så här: {hint}")
    kept = _without_engine(site, copied) if copied.is_file() else []
    if pinned.is_file():
        pinned.write_bytes(PIN.sub(f"rutinguiden=={__version__}", pinned.read_text("utf-8")).encode())
    before = data.read_bytes().decode("utf-8")
    told = [row.told for row in MIGRATIONS if row.mend(before) != before]
    text, words = mended(before)
    data.write_bytes(text.encode())
    if words:
        beside(data, WORDS).write_bytes(words.encode())
        told.append(MOVED)
    load(data, DATA)
    return told, kept


def _without_engine(site: Path, copied: Path) -> list[str]:
    """Remove the copy of the engine, and lay out the site's own files.

    Files of the engine that somebody has changed are kept. Returns their paths.
    """
    try:
        engine: Mapping[str, str] = json.loads(copied.read_text("utf-8"))["files"]
    except (ValueError, LookupError) as error:
        raise SiteError(f"{copied} går inte att läsa.\nGör så här: hämta tillbaka den, till exempel ur git.") from error
    settings = (site / SETTINGS).read_text("utf-8")
    values = {found["key"]: found["value"] for found in OWN_VALUE.finditer(settings)}
    kept = []
    for path, digest in {**engine, **LAID}.items():
        file = site / path
        if not file.is_file() or path == SETTINGS:
            continue
        if sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest() == digest:
            file.unlink()
        elif path in engine:
            kept.append(path)
    for page in site.glob("docs/*/*.md"):
        if WRITTEN in page.read_text("utf-8", errors="replace"):
            page.unlink()
    _emptied(site)
    name = values.get("site_name", "").strip(' "') or "Rutinen"
    files = {path: text for path, text in own_files(name).items() if path == SETTINGS or not (site / path).exists()}
    files[SETTINGS] = OWN_VALUE.sub(
        lambda found: f"{found['key']}:{values.get(found['key'], found['value'])}", files[SETTINGS]
    )
    write(files, site)
    copied.unlink()
    return kept


def _emptied(site: Path) -> None:
    """Remove folders that hold nothing but Python's caches."""
    for folder in sorted((each for each in site.rglob("*") if each.is_dir()), reverse=True):
        if folder.name == "__pycache__" and ".venv" not in folder.parts:
            for each in folder.iterdir():
                each.unlink()
        if ".git" not in folder.parts and ".venv" not in folder.parts and not any(folder.iterdir()):
            folder.rmdir()
