"""Which pages a routine has: the plain ones that stand in docs/, and two for each role, whose stubs are written here."""

from __future__ import annotations

from pathlib import Path

from routine.domain.model import Role, Routine

ROLE_FOLDERS = {"roller": "role", "checklistor": "checklist"}
BEFORE_NAME = {"role": "", "checklist": "Checklista: "}

STUB = """\
---
title: {title}
---

# {before}{{{{ heading("{id}") }}}}

{{{{ {macro}("{id}") }}}}
"""


def stubs(routine: Routine) -> dict[str, str]:
    """Path under docs/ → text, for every page that follows from the roles."""
    return {
        f"{folder}/{role.id}.md": _stub(role, macro) for folder, macro in ROLE_FOLDERS.items() for role in routine.roles
    }


def _stub(role: Role, macro: str) -> str:
    # The title that a reader sees comes from the data, in the last step; this one only shows in a raw build.
    return STUB.format(title=role.id, id=role.id, macro=macro, before=BEFORE_NAME[macro])


def write(routine: Routine, docs: Path) -> None:
    """Make the role pages in `docs` those of the routine, and no others."""
    wanted = stubs(routine)
    for folder in ROLE_FOLDERS:
        for file in (docs / folder).glob("*.md"):
            if f"{folder}/{file.name}" not in wanted:
                file.unlink()
    for name, text in wanted.items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


def differences(routine: Routine, docs: Path) -> list[str]:
    """What keeps the role pages in `docs` from being those of the routine, in Swedish; empty when they are."""
    wanted = stubs(routine)
    found = {f"{folder}/{file.name}": file for folder in ROLE_FOLDERS for file in (docs / folder).glob("*.md")}
    missing = [f"Sidan docs/{name} saknas." for name in wanted.keys() - found.keys()]
    extra = [f"Sidan docs/{name} har ingen roll." for name in found.keys() - wanted.keys()]
    stale = [
        f"Sidan docs/{name} är ändrad för hand."
        for name in wanted.keys() & found.keys()
        if found[name].read_text(encoding="utf-8") != wanted[name]
    ]
    return sorted(missing + extra + stale)
