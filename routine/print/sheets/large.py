"""One role's checklist in large print: the same, for those who need larger letters."""

from __future__ import annotations

from msgspec.structs import replace

from routine.domain import wording
from routine.domain.people import Role
from routine.print.sheets.checklist import ChecklistMatter


def large(role: Role, page: ChecklistMatter) -> ChecklistMatter:
    """What the checklist says, under a title of its own."""
    name = f"Checklista med stor stil, {wording.inside(role.name)}"
    return replace(page, title=name, name=name)
