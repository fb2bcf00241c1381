"""Which pages a routine has: the plain ones that stand in
docs/, and two for each role, whose stubs are written here."""

from __future__ import annotations

from pathlib import Path

from routine.domain.model import Routine
from routine.publish.pages import PAGES
from routine.publish.sources import is_left_out

ROLE_FOLDERS = {page.folder: page.name for page in PAGES if page.folder}

STUBS = {
    "role": """\
---
# Skriven av python -m routine pages. Ändra den inte för hand.
title: {id}
---

# {{{{ heading("{id}") }}}}

{{{{ role("{id}") }}}}

{{{{ flow("{id}") }}}}
""",
    "checklist": """\
---
# Skriven av python -m routine pages. Ändra den inte för hand.
title: {id}
---

# Checklista: {{{{ heading("{id}") }}}}

{{{{ checklist("{id}") }}}}
""",
}


def stubs(routine: Routine) -> dict[str, str]:
    """Path under docs/ → text, for every page that follows from the roles."""
    return {
        f"{folder}/{role.id}.md": STUBS[name].format(id=role.id)
        for folder, name in ROLE_FOLDERS.items()
        for role in routine.roles
    }


def _present(docs: Path) -> dict[str, Path]:
    files = (file for folder in ROLE_FOLDERS for file in (docs / folder).glob("*.md"))
    return {f"{file.parent.name}/{file.name}": file for file in files if not is_left_out(file.relative_to(docs))}


def write(routine: Routine, docs: Path) -> None:
    """Make the role pages in `docs` those of the routine, and no others."""
    wanted = stubs(routine)
    for name, file in _present(docs).items():
        if name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


def differences(routine: Routine, docs: Path) -> list[str]:
    """What keeps the role pages in `docs` from being those of the routine, in Swedish; empty when they are."""
    wanted = stubs(routine)
    found = _present(docs)
    missing = [f"Sidan docs/{name} saknas." for name in wanted.keys() - found.keys()]
    extra = [f"Sidan docs/{name} har ingen roll." for name in found.keys() - wanted.keys()]
    stale = [
        f"Sidan docs/{name} är ändrad för hand."
        for name in wanted.keys() & found.keys()
        if found[name].read_text(encoding="utf-8") != wanted[name]
    ]
    return sorted(missing + extra + stale)
