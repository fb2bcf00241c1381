"""The entry of a new edition among the routine's revisions.

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
    before = parse(data, name)
    _, root = read(data, name)
    mark = place(root, ("revisions", 0))
    lines = data.decode().splitlines(keepends=True)
    at, (indent, _) = mark.line - 1, _first(lines, name, mark)
    ending = "\r\n" if lines[at].endswith("\r\n") else "\n"
    keys = [
        f"edition: {_quoted(revision.edition)}",
        f"date: {revision.date.isoformat()}",
        f"summary: {_quoted(revision.summary)}",
        *_approval(revision.approval),
    ]
    new = [f"{indent}{'  ' if n else '- '}{key}{ending}" for n, key in enumerate(keys)]
    expected = before.model_copy(update={"revisions": (revision, *before.revisions)})
    return _held("".join([*lines[:at], *new, *lines[at:]]), name, mark, expected, "Utgåvan")


def with_approval(data: bytes, name: str, approval: Approval) -> bytes:
    """Return the file's bytes with the approval added to the first revision.

    It is added last in the revision, which an editor wrote without any. Raises as `with_entry`.
    """
    before = parse(data, name)
    _, root = read(data, name)
    mark = place(root, ("revisions", 0))
    lines = data.decode().splitlines(keepends=True)
    _, rest = _first(lines, name, mark)
    if rest.startswith("{"):  # No key can follow on a line below it.
        raise _on_no_lines(name, mark)
    indent = " " * (mark.column - 1)
    at = mark.line + _further_in(lines[mark.line :], indent)
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[at - 1].endswith("\n"):  # The last line of the file.
        lines[at - 1] += ending
    new = [f"{indent}{key}{ending}" for key in _approval(approval)]
    revision = before.latest.model_copy(update={"approval": approval})
    expected = before.model_copy(update={"revisions": (revision, *before.revisions[1:])})
    return _held("".join([*lines[:at], *new, *lines[at:]]), name, mark, expected, "Godkännandet")


def _further_in(lines: list[str], indent: str) -> int:
    """Count the leading lines that are indented at least this far.

    Also counts those after an empty line, which may be in the middle of a text.
    """
    inside = takewhile(lambda line: not line.strip() or line.startswith(indent), lines)
    return max((at for at, line in enumerate(inside, start=1) if line.strip()), default=0)


def _first(lines: list[str], name: str, mark: Mark) -> tuple[str, str]:
    """Return the text before and after the dash of the first edition.

    Raises EditionError when the edition has no line of its own.
    """
    indent, dash, rest = lines[mark.line - 1].partition("- ")
    if not dash or indent.strip() or len(indent) + len(dash) != mark.column - 1:
        raise _on_no_lines(name, mark)
    return indent, rest


def _on_no_lines(name: str, mark: Mark) -> EditionError:
    return EditionError(
        "E002",
        "Under revisions står utgåvorna inte på egna rader.",
        "- edition: först på en rad, en gång för varje utgåva",
        "skriv listan så, och kör igen.",
        f"{name}:{mark.line}:{mark.column}",
    )


def _held(text: str, name: str, mark: Mark, expected: Routine, what: str) -> bytes:
    """Return the bytes of a changed file, once checked.

    Raises EditionError unless its routine is `expected`: with what is new, and otherwise as before.
    """
    changed = text.encode()
    if parse(changed, name) != expected:
        where = f"{name}:{mark.line}:{mark.column}"
        told = f"{what} går inte att skriva in utan att annat ändras."
        raise EditionError("E002", told, "", "skriv in det för hand, och kör igen.", where)
    return changed


def _approval(approval: Approval | None) -> Iterator[str]:
    if approval:
        yield "approval:"
        yield f"  body: {_quoted(approval.body)}"
        yield f"  date: {approval.date.isoformat()}"
        yield f"  reference: {_quoted(approval.reference)}"


def _quoted(text: str) -> str:
    """Quote a text for YAML, whose double quotes take JSON's strings."""
    return json.dumps(text, ensure_ascii=False)
