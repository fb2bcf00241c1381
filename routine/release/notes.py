"""What is new, for those who follow the routine and for those who keep the site."""

from __future__ import annotations

import re
from collections.abc import Iterable

from routine.domain import wording
from routine.domain.model import Routine

NOTES = "las-mig.md"


def notes(routine: Routine, name: str, placed: Iterable[str], changes: str, program: str) -> str:
    """Markdown. `name` is the release's, `placed` how it is put on a server and seen to be it, `changes` what
    differs from the one before, empty when nobody has asked, and `program` what is new in the program."""
    edition = routine.edition
    parts = [
        f"# {routine.site.name}: {name}",
        f"Utgåva {edition.edition}, {wording.long_date(edition.date)}. {edition.summary}",
        changes,
        *placed,
        f"## Programmet\n\n{program}" if program else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def of_version(changelog: str, version: str) -> str:
    """What a list of changes says of a version, without its heading; empty when it says nothing."""
    found = re.search(rf"^## {re.escape(version)}(?= |$).*\n([\s\S]*?)(?=^## |\Z)", changelog, re.MULTILINE)
    return found[1].strip() if found else ""
