"""Entry of an edition among the routine's revisions.

It is a change of the file's text that leaves every other line as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import takewhile

from routine.check.nodes import place
from routine.check.parse import parse
from routine.check.problems import Mark
from routine.check.record import EditionError
from routine.check.source import read
from routine.model.about import Approval, Revision
from routine.model.model import Routine


def with_entry(data: bytes, name: str, revision: Revision) -> bytes:
    """Return the file's bytes with the revision added first.

    Raises RoutineError when the revision is invalid, EditionError when there is no place for it.
    """
    old, mark, lines = _opened(data, name)
    keys = [f"edition: {_quoted(revision.edition)}", f"date: {revision.date}", f"summary: {_quoted(revision.summary)}"]
    keys += _approval(revision.approval)
    new = [f"{'  ' if n else '- '}{key}" for n, key in enumerate(keys)]
    _insert(lines, mark.line - 1, mark.column - 3, new)
    return _held(lines, name, mark, old.model_copy(update={"revisions": (revision, *old.revisions)}))


def with_approval(data: bytes, name: str, approval: Approval) -> bytes:
    """Return the file's bytes with the first revision approved.

    Raises as `with_entry`.
    """
    old, mark, lines = _opened(data, name)
    indent = " " * (mark.column - 1)
    inside = [*takewhile(lambda line: not line.strip() or line.startswith(indent), lines[mark.line :])]
    while inside and not inside[-1].strip():
        inside.pop()
    _insert(lines, mark.line + len(inside), len(indent), _approval(approval))
    revision = old.latest.model_copy(update={"approval": approval})
    return _held(lines, name, mark, old.model_copy(update={"revisions": (revision, *old.revisions[1:])}))


def _opened(data: bytes, name: str) -> tuple[Routine, Mark, list[str]]:
    """Return the routine, its first revision's place, and the file's lines.

    Raises EditionError when the revision has no lines of its own.
    """
    _, root = read(data, name)
    mark, lines = place(root, ("revisions", 0)), data.decode().split("\n")
    line = lines[mark.line - 1]
    if line[: mark.column - 1].strip() != "-" or line[mark.column - 3] != "-" or line[mark.column - 1] == "{":
        raise _by_hand(name, mark)
    return parse(data, name), mark, lines


def _insert(lines: list[str], at: int, indent: int, new: Iterable[str]) -> None:
    """Insert lines that are indented, and end as the file's do."""
    ending = "\r" if lines[0].endswith("\r") else ""
    lines[at:at] = [f"{' ' * indent}{line}{ending}" for line in new]


def _held(lines: list[str], name: str, mark: Mark, expected: Routine) -> bytes:
    """Return the bytes of the changed file, if its routine is as expected."""
    changed = "\n".join(lines).encode()
    if parse(changed, name) != expected:
        raise _by_hand(name, mark)
    return changed


def _by_hand(name: str, mark: Mark) -> EditionError:
    told = "Under revisions står utgåvorna inte på egna rader, så där går inget att skriva in."
    hint = "skriv - edition: först på en rad för varje utgåva, eller skriv in det för hand. Kör sedan igen."
    return EditionError("E002", told, hint=hint, place=f"{name}:{mark.line}:{mark.column}")


def _approval(approval: Approval | None) -> Iterator[str]:
    if approval:
        yield "approval:"
        yield f"  body: {_quoted(approval.body)}"
        yield f"  date: {approval.date}"
        yield f"  reference: {_quoted(approval.reference)}"


def _quoted(text: str) -> str:
    """Quote a text for YAML, whose double quotes take JSON's strings."""
    return json.dumps(text, ensure_ascii=False)
