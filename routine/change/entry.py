"""Entry of an edition among the routine's revisions.

It is a change of the file's text that leaves every other line as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
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
    before, mark, lines = _opened(data, name)
    keys = [f"edition: {_quoted(revision.edition)}", f"date: {revision.date}", f"summary: {_quoted(revision.summary)}"]
    keys += _approval(revision.approval)
    indent = " " * (mark.column - 1)
    lines[mark.line - 1 : mark.line - 1] = [f"{indent[:-2]}- {keys[0]}", *(f"{indent}{key}" for key in keys[1:])]
    return _held(data, lines, name, mark, before, (revision, *before.revisions))


def with_approval(data: bytes, name: str, approval: Approval) -> bytes:
    """Return the file's bytes with the approval added last in the first revision.

    Raises as `with_entry`.
    """
    before, mark, lines = _opened(data, name)
    indent = " " * (mark.column - 1)
    inside = [*takewhile(lambda line: not line.strip() or line.startswith(indent), lines[mark.line :])]
    while inside and not inside[-1].strip():
        inside.pop()
    at = mark.line + len(inside)
    lines[at:at] = [f"{indent}{key}" for key in _approval(approval)]
    revision = before.latest.model_copy(update={"approval": approval})
    return _held(data, lines, name, mark, before, (revision, *before.revisions[1:]))


def _opened(data: bytes, name: str) -> tuple[Routine, Mark, list[str]]:
    """Return the routine, the place of its first revision, and the file's lines.

    Raises EditionError when the revision has no lines of its own.
    """
    _, root = read(data, name)
    mark, lines = place(root, ("revisions", 0)), data.decode().splitlines()
    line = lines[mark.line - 1]
    if line[: mark.column - 1].strip() != "-" or line[mark.column - 3] != "-" or line[mark.column - 1] == "{":
        raise _by_hand(name, mark)
    return parse(data, name), mark, lines


def _held(data: bytes, lines: list[str], name: str, mark: Mark, old: Routine, new: tuple[Revision, ...]) -> bytes:
    """Return the bytes of the changed file, if nothing but the revisions is new."""
    ending = "\r\n" if b"\r\n" in data else "\n"
    changed = "".join(f"{line}{ending}" for line in lines).encode()
    if parse(changed, name) != old.model_copy(update={"revisions": new}):
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
