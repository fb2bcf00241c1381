"""The files of a release, inside its archive and beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from routine.deliver.archive import archive
from routine.deliver.hosting import Hosting
from routine.deliver.kit import environment, kit
from routine.model import wording
from routine.model.about import Revision
from routine.model.model import Routine
from routine.site.checksums import CHECKSUMS, checksums

NOTES = "las-mig.md"
TEMPLATES = environment(Path(__file__).parent)


def release(
    routine: Routine,
    edition: Revision,
    site: Mapping[str, bytes],
    digest: str,
    place: Hosting,
    licences: Mapping[str, bytes],
    commit: str = "",
    changes: str = "",
) -> tuple[str, dict[str, bytes]]:
    """Return the release's name and its files, path → content.

    The release is made for a built site and the place where it will lie. `edition` is the one in force, `digest` the
    site's; `commit` is empty where git gives none, and `changes` where nobody has asked for them.
    """
    # The edition's day, and the digest that identifies this site.
    name = f"{place.slug}-{edition.date.isoformat()}-{digest[:12]}"
    said = {NOTES: _notes(routine, edition, place, name=name, digest=digest, commit=commit, changes=changes).encode()}
    inside = said | {f"site/{path}": data for path, data in site.items()}
    inside |= {f"kit/{path}": text.encode() for path, text in kit(place, routine.site.name).items()}
    inside |= {f"licenser/{path}": data for path, data in licences.items()}
    inside[CHECKSUMS] = checksums(inside).encode()
    files = said | {f"{name}.tar.gz": archive(name, inside, edition.date)}
    return name, files | {CHECKSUMS: checksums(files).encode()}


def _notes(routine: Routine, edition: Revision, place: Hosting, **told: str) -> str:
    """Describe how to install a version, take it back, and verify it."""
    withdrawn = routine.withdrawn and wording.recalled(routine.withdrawn.until)
    day = wording.long_date(edition.date)
    template = TEMPLATES.get_template(NOTES)
    return template.render(routine=routine, edition=edition, day=day, place=place, withdrawn=withdrawn, **told)
