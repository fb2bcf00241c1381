"""`release`: what a keeper is given for a version, made from a site that has been built."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from routine import __version__
from routine.build import configured
from routine.changes.markdown import markdown
from routine.commands.check import missing
from routine.commands.diff import compared
from routine.commands.options import DATA
from routine.disk.atomic import write_all
from routine.disk.requirements import is_same, locked
from routine.domain.model import Routine
from routine.editions import record as editions
from routine.editions import stored
from routine.editions.git import (
    RefusedError,
    VersionError,
    clean_commit,
    differs,
    first_changed,
    refused,
    shared_address,
)
from routine.editions.versions import Version, version
from routine.loading.load import load
from routine.new.migrations import mended
from routine.print.imprint import sheets
from routine.publish.address import reachable, servable
from routine.publish.files import ASSETS
from routine.publish.folder import ELSEWHERE, FolderError, is_built, only_ours, published, unwritable
from routine.publish.json_export import digest
from routine.publish.monitoring import site_digest
from routine.publish.settings import PROJECT
from routine.reading.problems import RoutineError, StopError, in_full
from routine.release.bill import BILL, Licence, bill, commit_of
from routine.release.contents import name_of, release
from routine.release.notes import CHANGES, News
from routine.release.origin import ReleasedFrom
from routine.release.remarks import Unknown, remarks, unsaved, untold
from routine.rules.stale import stale
from routine.servers.hosting import Hosting, hosting_at
from routine.views import addresses as at

LOCK = PROJECT / "requirements/site.txt"
VENDOR = ASSETS / "vendor"
CHANGELOG = PROJECT / CHANGES
# What the files for servers follow from, beside the site's name.
KIT_FROM = ("routine/servers", "mkdocs.yml")
SINCE = (
    "skriv det som står efter ”Källan är” i den förra utgivningens las-mig.md. "
    "Är det den första utgivningen, eller går den förra inte att läsa längre, kör utan --since."
)
STATUS = at.STATUS_JSON.strip("/")
NAME_MOST = 40  # Characters.
ADVICE_OLD = "D002"  # What else has grown old, the gate tells.


def run(options: argparse.Namespace) -> None:
    """Write it, in a folder of its name. Raises FolderError, AddressError, StopError, RoutineError or EditionError."""
    routine = load(options.file)
    place = hosting_at(servable(configured(options.address)["site_url"]))
    site = _site(options.site, routine)
    _for_the_place(options.site, site, place)
    record = stored.of(options.file)
    now = sheets(routine)
    notices = editions.notices(routine, record, now)
    unissued = editions.unissued(routine, record, now)
    news = replace(news_since(options.since, options.file, elsewhere=bool(options.address)), drafts=len(unissued))
    told = _status(site)["site"]
    commit = clean_commit(PROJECT, options.file)
    packages = locked(LOCK.read_text(encoding="utf-8"))
    edition = editions.current(routine, record)
    made = release(
        routine,
        edition,
        name_of(edition, told, place),
        site,
        place,
        ReleasedFrom(commit, shared_address(PROJECT)),
        _licences(),
        bill(__version__, told, commit, packages, partial(_licence, packages), site),
        news,
    )
    unknown = None if commit else _unknown(options.file)
    _keep_the_known(options.out / made.name, unknown)
    _write(options.out / made.name, made.files)
    lacking = sum(len(each.problems) for each in missing(options.file, routine, record, now))
    old = sum(each.code == ADVICE_OLD for each in stale(routine, date.today()))
    for notice in (*notices, *remarks(unknown, place, lacking, old)):
        print(f"Obs! {notice}")
    print(f"Utgivningen ligger i {options.out / made.name}/. Börja med las-mig.md.")


def _site(folder: Path, routine: Routine) -> dict[str, bytes]:
    """The files of a site that this routine has been built to, and that nobody has changed since."""
    hint = "bygg först, eller ange mappen med --site."
    if not is_built(folder):
        raise FolderError(folder, "Där ligger ingen byggd webbplats.", "en mapp som ett bygge har gjort", hint)
    files = published(folder)
    said = _status(files)
    if (said.get("engine"), said.get("routine")) != (__version__, digest(routine)):
        message = "Webbplatsen är byggd av en annan rutin eller en annan version av programmet."
    elif said.get("site") != site_digest({path: data for path, data in files.items() if path != STATUS}):
        message = "Något i webbplatsen har ändrats sedan den byggdes."
    else:
        return files
    raise FolderError(folder, message, "en webbplats som nyss är byggd av samma fil", hint)


def _for_the_place(folder: Path, site: Mapping[str, bytes], place: Hosting) -> None:
    """Raises FolderError for a site that was built to lie elsewhere: its sheets and its page for a wrong address would
    lead there."""
    built, given = _status(site).get("address", ""), reachable(place.address)
    if built != given:
        raise FolderError(
            folder,
            f"Webbplatsen är byggd {_for(built)}, och ska packas {_for(place.address)}.",
            "en webbplats som är byggd för adressen som den packas för",
            f'kör python -m routine build --address "{place.address}" --out ../MAPP, och release igen med samma adress '
            "och --site ../MAPP. Står rätt adress i mkdocs.yml räcker make release.",
        )


def _for(address: str) -> str:
    return f"för {address}" if address else "utan adress"


def _status(site: Mapping[str, bytes]) -> dict[str, Any]:
    """What a site says of itself; nothing where somebody has written something else there."""
    with suppress(ValueError):
        said = json.loads(site.get(STATUS, b""))
        return said if isinstance(said, dict) else {}
    return {}


def _licence(locked: Mapping[str, str], package: str) -> Licence:
    """What an installed package says of itself. Raises StopError for one that is not there, or is there in another
    version than the locked one: the bill would tell of what has not made the site."""
    hint = "kör make site, som installerar det som låsfilen säger, och gör om det."
    try:
        said = metadata(package)
    except PackageNotFoundError as error:
        raise StopError(in_full(f"Paketet {package} är inte installerat.", "", hint)) from error
    if not is_same(said["Version"], locked[package]):
        message = f"Paketet {package} är installerat som {said['Version']}, och låsfilen säger {locked[package]}."
        raise StopError(in_full(message, "", hint))
    if "License-Expression" in said:
        return Licence(said["License-Expression"], said["License-Expression"])
    # Some have the whole text there. The kinds are coarser: "BSD License" may be any of three.
    names = [each for each in said.get_all("License", ()) if each != "UNKNOWN" and len(each) <= NAME_MOST]
    kinds = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier", ()) if each.startswith("License ::")]
    name = next(iter([*names, *kinds]), "")
    if not name:
        told = f"Paketet {package} säger inte vilken licens det har."
        raise StopError(in_full(told, "", "välj ett annat paket."))
    return Licence(name)


def _licences() -> dict[str, bytes]:
    """The texts of what lies in the archive: the program's own, and others'."""
    files = [PROJECT / "LICENSE", *sorted(VENDOR.glob("*-LICENSE.txt"))]
    return {file.name: file.read_bytes() for file in files}


def _program() -> str:
    """The program's own list of changes, where there is one."""
    return CHANGELOG.read_text(encoding="utf-8") if CHANGELOG.is_file() else ""


def news_since(since: str | None, data: Path, *, elsewhere: bool) -> News:
    """The program's list, and what is new in what somebody has asked for: in the routine, for whom, what follows. What
    is released for a place `elsewhere` than the settings say has not moved, whatever they say. Raises VersionError,
    with what to write instead."""
    if since is None:
        return News(_program(), 0)
    try:
        old, new = released_before(since), version(str(data), data)
        kit = None if Path(since).is_file() else differs(since.partition(":")[0], PROJECT, *KIT_FROM)
    except RefusedError:
        raise
    except VersionError as error:
        raise VersionError(error.told, SINCE) from error
    kit = True if old.routine.site.name != new.routine.site.name else kit
    addresses = ("", "") if elsewhere else (reachable(old.address or ""), reachable(new.address or ""))
    found = compared(old, new, addresses)
    lost = len(found.follows.lost) if found.follows else 0
    name = Path(since).name if Path(since).is_file() else since
    return News(_program(), 0, name, markdown(found), kit, lost, found.left)


def released_before(since: str) -> Version:
    """The version that was released before. Raises VersionError for one in history that cannot be read any more: nobody
    can mend it."""
    try:
        return version(since, DATA, mended)
    except RoutineError as error:
        if Path(since).is_file():
            raise
        message = f"Rutinen i {since} har en form som den här versionen av programmet inte läser: {error.counted}."
        raise VersionError(message, SINCE) from error


def _unknown(file: Path) -> Unknown:
    """Why git does not say what the release is made of."""
    silent = refused(PROJECT)
    return untold(silent.why, silent.remedy) if silent else unsaved(first_changed(PROJECT, file))


def _keep_the_known(folder: Path, unknown: Unknown | None) -> None:
    """Raises FolderError where a release that can be made again would give way to one that cannot."""
    try:
        known = commit_of((folder / BILL).read_bytes()) if unknown else ""
    except OSError:
        return  # None is there.
    if unknown and known:
        raise FolderError(
            folder,
            f"Där ligger samma utgivning med känd källa, {known[:12]}, och den nya har ingen: {unknown.why}.",
            "en utgivning vars källa är sparad i git",
            f"{unknown.first} Ska den ändå göras: {ELSEWHERE}",
        )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        only_ours(folder, set(files))
        write_all({folder / name: data for name, data in files.items()})
    except OSError as error:
        raise unwritable(folder, error) from error
