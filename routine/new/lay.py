"""A site of a body's own in a new folder: the engine, its settings, and what is the body's from the first day."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from routine import __version__
from routine.disk.atomic import write_whole
from routine.loading.load import load, values_of
from routine.new.engine import SETTINGS, engine_files
from routine.new.manifest import NAME, EngineError, Manifest, digests
from routine.new.migrations import FORM
from routine.new.settings import with_values
from routine.new.templates import Body, own_files, written_files
from routine.publish import stubs
from routine.publish.editor_schema import adopted_schema, editor_schema
from routine.publish.settings import PROJECT
from routine.publish.swap import NEW, staging
from routine.reading.problems import RoutineError

DATA = "data/routine.yaml"
SCHEMA = "data/routine.schema.json"
# Only a site that has asked for it has this one.
SCHEMA_BESIDE = "data/adopted.schema.json"
# What is no file of the site's, and may lie in a folder before it has one: a history.
BEFORE = {".git"}


def engine(values: Mapping[str, str], project: Path = PROJECT) -> dict[str, bytes]:
    """Path → content of all that is the engine's in a site with these values in its settings."""
    settings = with_values((project / SETTINGS).read_text(encoding="utf-8"), dict(values))
    copied = {path: (project / path).read_bytes() for path in engine_files(project)}
    return copied | written_files() | {SETTINGS: settings.encode()}


def lay(body: Body, site: Path) -> None:
    """Make the site, whole or not at all. Raises EngineError or FolderError."""
    hold_free(site)
    place = site.resolve()
    files = engine({"site_name": f" {body.words()['quoted']}", "site_url": ' ""'})
    with staging(place, "ändra det, eller ange en annan mapp.") as work:
        made = work / NEW
        _write(made, files | own_files(body))
        (made / NAME).write_bytes(Manifest(__version__, FORM, digests(files)).text())
        _hold_to_name(made, body)
        _moved(made, place)


def hold_free(site: Path) -> None:
    """Nothing of anybody's lies where the site is to be made. Raises EngineError."""
    if fault := _fault(site.resolve()):
        hint = "ange en mapp som inte finns, eller som är tom."
        raise EngineError(f"{site}: {fault}\nGör så här: {hint}")


def _hold_to_name(made: Path, body: Body) -> None:
    """Of the example all holds but what the body is called: where that does not, no file is left that has the line."""
    try:
        followed(made)
    except RoutineError as error:
        first = error.problems[0]
        hint = f"Tillåtet: {first.allowed}\nGör så här: skriv namnet på ett annat sätt."
        raise EngineError(f"Namnet ”{body.name}” går inte att använda. {first.message}\n{hint}") from error


def followed(site: Path) -> None:
    """Write what follows from the routine's file: the roles' pages, and what editors' programs read.
    Raises RoutineError."""
    data = site / DATA
    stubs.write(load(data, DATA), site / "docs")
    values = values_of(data)
    write_whole(site / SCHEMA, editor_schema(values).encode())
    if (site / SCHEMA_BESIDE).is_file():
        write_whole(site / SCHEMA_BESIDE, adopted_schema(values).encode())


def _fault(place: Path) -> str:
    if place == PROJECT or PROJECT in place.parents:
        return "Mappen ligger i det här projektet."
    if above := next((each for each in (place, *place.parents) if each.exists() and not each.is_dir()), None):
        return f"{above} är ingen mapp."
    if place.is_dir() and {each.name for each in place.iterdir()} - BEFORE:
        return "Mappen har redan innehåll."
    return ""


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        if data.startswith(b"#!"):
            file.chmod(0o755)


def _moved(made: Path, place: Path) -> None:
    """All of it, one name at a time into a folder that is there, or nothing."""
    if not place.exists():
        made.rename(place)
        return
    moved: list[Path] = []
    try:
        for each in sorted(made.iterdir()):
            each.rename(place / each.name)
            moved.append(place / each.name)
    except BaseException:
        for each in moved:
            each.rename(made / each.name)
        raise
