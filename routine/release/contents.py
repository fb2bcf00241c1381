"""All that is in a release, inside its archive and beside it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from routine.domain.about import Revision
from routine.domain.model import Routine
from routine.publish.checksums import CHECKSUMS, checksums
from routine.publish.monitoring import site_digest
from routine.release.archive import archive
from routine.release.bill import BILL
from routine.release.notes import CHANGES, NOTES, News, notes
from routine.release.origin import ReleasedFrom, origin
from routine.release.placing import placing
from routine.servers.hosting import Hosting
from routine.servers.kit import kit
from routine.views import addresses as at


class Release(Struct, frozen=True):
    """`files` are path → content of what a keeper is given, in a folder of that name."""

    name: str
    files: Mapping[str, bytes]


def name_of(edition: Revision, digest: str, place: Hosting) -> str:
    """The edition's day, and what tells this site from all others: `rutin-2026-11-25-3fe2c1b8a904`."""
    return f"{place.slug}-{edition.date.isoformat()}-{digest[:12]}"


def release(
    routine: Routine,
    edition: Revision,
    name: str,
    site: Mapping[str, bytes],
    place: Hosting,
    source: ReleasedFrom,
    licences: Mapping[str, bytes],
    bill: str,
    news: News,
) -> Release:
    """The release of a built site, under its name, for the place where it will lie.

    `edition` is the one in force, and `source` what it was made of.
    """
    digest = site_digest({path: data for path, data in site.items() if path != at.STATUS_JSON.strip("/")})
    placed = placing(name, place, compared=news.compares_kit), origin(name, digest, source, place)
    beside = {BILL: bill.encode(), NOTES: notes(routine, edition, name, placed, news).encode()}
    inside = beside | {f"site/{path}": data for path, data in site.items()}
    inside |= {f"kit/{path}": text.encode() for path, text in kit(place, routine.site.name).items()}
    inside |= {f"licenser/{path}": data for path, data in licences.items()}
    inside |= {CHANGES: news.program.encode()} if news.program else {}
    inside[CHECKSUMS] = checksums(inside).encode()
    files = beside | {f"{name}.tar.gz": archive(name, inside, edition.date)}
    return Release(name, files | {CHECKSUMS: checksums(files).encode()})
