"""`release` and `kit`: pack what an operator gets: the site, and the files for a web server."""

from __future__ import annotations

import argparse
import json
from contextlib import suppress
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from routine import __version__
from routine.change.report import markdown, report
from routine.change.versions import clean_commit, version
from routine.check import record as editions
from routine.check.load import load
from routine.cli.check import missing
from routine.cli.options import DATA
from routine.deliver.contents import release
from routine.deliver.hosting import Hosting, hosting_at, kit
from routine.deliver.migrations import mended
from routine.disk import ENGINE, SHELL, write_all
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.paper.imprint import sheets
from routine.site.build import configured
from routine.site.folder import FolderError, only_ours, published, unwritable
from routine.site.json_export import digest, site_digest
from routine.site.settings import PROJECT, reachable, servable

STATUS = at.STATUS_JSON.strip("/")


def run_release(options: argparse.Namespace) -> None:
    """Write the release, in a folder of its name.

    Raises what a build raises, or VersionError.
    """
    routine, record = load(options.file), editions.of(options.file)
    place = hosting_at(servable(configured(options.address)["site_url"]))
    site = published(options.site)
    said = _held(options.site, site, routine, reachable(place.address))
    commit = clean_commit(PROJECT, options.file)
    edition = editions.current(routine, record)
    changes = _changes(options.since, options.file) if options.since else ""
    name, files = release(routine, edition, site, said, place, _licences(), commit, changes)
    folder = options.out / name
    try:
        only_ours(folder, set(files))
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in files.items():
            (folder / path).write_bytes(data)
    except OSError as error:
        raise unwritable(folder, error) from error
    notices = [*editions.notices(routine, record, sheets(routine))]
    if not commit:
        notices.append("Källan är inte känd. Spara allt i git först: annars går utgivningen inte att göra om.")
    if not place.known:
        notices.append("Adressen är inte känd. Skriv den efter site_url i mkdocs.yml.")
    if any(each.problems for each in missing(options.file, routine, record, sheets(routine))):
        notices.append("Allt är inte ifyllt. Kör python -m routine check --publish, som säger vad.")
    print("".join(f"Obs! {notice}\n" for notice in notices), end="")
    print(f"Utgivningen ligger i {folder}/. Börja med las-mig.md.")


def _held(folder: Path, site: dict[str, bytes], routine: Routine, address: str) -> str:
    """Check that the site is this routine's, built for this address.

    It must be built by this version of the program, and unchanged since. Returns its digest. Raises FolderError.
    """
    said: dict[str, Any] = {}
    with suppress(ValueError):
        said = dict(json.loads(site.get(STATUS, b"{}")))
    if not said:
        message = "Där ligger ingen byggd webbplats."
    elif (said.get("engine"), said.get("routine")) != (__version__, digest(routine)):
        message = "Webbplatsen är byggd av en annan rutin eller en annan version av programmet."
    elif said.get("site") != site_digest({path: data for path, data in site.items() if path != STATUS}):
        message = "Något i webbplatsen har ändrats sedan den byggdes."
    elif said.get("address", "") != address:
        message = f"Webbplatsen är byggd för adressen ”{said.get('address', '')}”, och ska packas för ”{address}”."
    else:
        return str(said["site"])
    hint = "bygg först, med samma --address, eller ange mappen med --site."
    raise FolderError(folder, message, "en webbplats som nyss är byggd av samma fil, för samma adress", hint)


def _licences() -> dict[str, bytes]:
    """Read the licences in the archive: the program's own, and others'."""
    own = ENGINE.parent / "LICENSE"
    text = own.read_text("utf-8") if own.is_file() else distribution("rutinguiden").read_text("licenses/LICENSE")
    others = {file.name: file.read_bytes() for file in sorted((SHELL / "vendor").glob("*-LICENSE.txt"))}
    return {"LICENSE": (text or "").encode()} | others


def _changes(since: str, data: Path) -> str:
    """Report what is new in the routine, for whom, and what follows.

    Raises VersionError.
    """
    return markdown(report(version(since, DATA, mended), version(str(data), data)))


READ_FIRST = "las-mig.txt"


def run_kit(options: argparse.Namespace) -> None:
    """Write the files, for the address in mkdocs.yml or in the options.

    Raises FolderError or CodedError.
    """
    place = hosting_at(servable(configured(options.address)["site_url"]))
    files = kit(place, load(options.file).site.name)
    try:
        only_ours(options.out, set(files))
        write_all({options.out / name: text.encode() for name, text in files.items()})
    except OSError as error:
        raise unwritable(options.out, error) from error
    print(_said(options.out, place))


def _said(folder: Path, place: Hosting) -> str:
    said = f"Filerna till webbservern ligger i {folder}/. Börja med {folder}/{READ_FIRST}."
    if place.known:
        return said
    hint = "skriv site_url i mkdocs.yml, eller lägg till --address och adressen."
    return f"{said}\nAdressen är inte känd: i filerna står {place.host} och roten.\n    Gör så här: {hint}"
