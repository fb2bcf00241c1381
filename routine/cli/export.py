"""`build` and `export`: write the site, or the routine as JSON with its printed sheets.

The sheets have unpublished names where a file gives them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from routine.check import record as editions
from routine.check.load import load
from routine.check.problems import StopError
from routine.disk import write_all
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.paper import export
from routine.paper.names import Holders, holders, unplaced
from routine.site.build import BuildError, build, configured
from routine.site.folder import UNSHARED, FolderError, exportable, private, read_private
from routine.site.json_export import export_json
from routine.site.settings import PROJECT, Settings, settings


def run_export(options: argparse.Namespace) -> None:
    """Write the routine as JSON to stdout.

    With a folder, write it there, with everything that is printed beside it.
    """
    routine = load(options.file)
    record = editions.of(options.file)
    if options.out is None and not options.names:
        sys.stdout.write(export_json(routine, record))
        return
    address = settings_of(options).address
    if options.names:
        who = _holders(options, routine)
        exportable(options.out)
        prints = export.private(routine, record, address, who, date.today())
    else:
        exportable(options.out)
        prints = export.pressed(routine, record, address)
    folder = options.out / at.PRINTS.strip("/")
    files = {folder / name: data for name, data in prints.items()}
    write_all(files | {options.out / at.ROUTINE_JSON.strip("/"): export_json(routine, record).encode()})
    if others := _others(folder, prints):
        told = f"Ligger kvar sedan tidigare, ta bort det som inte gäller: {', '.join(others)}"
        print(f"{folder.as_posix()}: {told}", file=sys.stderr)


def _others(folder: Path, written: Collection[str]) -> list[str]:
    """Return the sheets in a folder that were not written now.

    They may be those of a role that is gone, with the name of the person who held it. They may also be somebody else's,
    and are left.
    """
    return sorted(file.name for file in folder.iterdir() if file.suffix == ".pdf" and file.name not in written)


def _holders(options: argparse.Namespace, routine: Routine) -> Holders:
    """Read the file of names, and return who holds each role.

    Neither the file nor the sheets printed from it may lie where others see them. Raises FolderError.
    """
    private(options.names, "Filen med namn", PROJECT)
    if options.out is None:
        message, hint = "N001 Utskrifter med namn behöver en egen mapp.", "lägg till --out och mappen."
        raise FolderError(options.names, message, UNSHARED, hint)
    private(options.out, "Mappen för utskrifter med namn", PROJECT)
    who = holders(read_private(options.names), options.names.as_posix(), routine)
    for id in unplaced(who, routine):
        hint = "Gör så här om någon behöver nå den: skriv id:t under reach, hos den roll som behöver det."
        print(f"Obs! Ingen utskrift har en rad för ”{id}”.\n    {hint}", file=sys.stderr)
    return who


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings; the command line overrides mkdocs.yml."""
    found = settings(configured(options.address))
    return replace(found, data=options.file, shown=str(options.file), style=options.links or found.style)


def run_build(options: argparse.Namespace) -> None:
    """Build the site, and print where it lies. Raises StopError."""
    try:
        build(options.file, options.out, address=options.address, style=options.links)
    except BuildError as error:
        raise StopError(f"{error}\nBygget stoppades. {options.out} är som det var.") from error
    print(f"Webbplatsen ligger i {options.out}/. Öppna {options.out}/index.html.")
