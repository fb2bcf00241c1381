"""What is new, for those who follow the routine and for those who keep the site."""

from __future__ import annotations

import re

from routine.domain import wording
from routine.domain.model import Routine

NOTES = "las-mig.md"


def notes(routine: Routine, name: str, changes: str, program: str) -> str:
    """Markdown. `name` is the release's, `changes` what differs from the one before, empty when nobody has asked, and
    `program` what is new in the program."""
    edition = routine.edition
    parts = [
        f"# {routine.site.name}: {name}",
        f"Utgåva {edition.edition}, {wording.long_date(edition.date)}. {edition.summary}",
        changes,
        PLACING.format(name=name).strip(),
        f"## Programmet\n\n{program}" if program else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def of_version(changelog: str, version: str) -> str:
    """What a list of changes says of a version, without its heading; empty when it says nothing."""
    found = re.search(rf"^## {re.escape(version)}(?= |$).*\n([\s\S]*?)(?=^## |\Z)", changelog, re.MULTILINE)
    return found[1].strip() if found else ""


PLACING = """
## Lägg ut, och byt tillbaka

Webbservern visar en länk, `rutin`, och länken leder till mappen `site` i en version. Ingen läsare möter en halv
webbplats.

    sha256sum --check SHA256SUMS
    tar -xzf {name}.tar.gz
    ln -s {name}/site ny && mv -T ny rutin

Går något fel, låt länken leda till den förra versionens mapp på samma sätt. I mappen `kit` ligger filerna till
webbservern, i `licenser` licenserna för det som följer med, och `sbom.cdx.json` säger vad allt är gjort av.
"""
