"""The scripts and style sheets as two tools read them: TypeScript the types, Prettier the form."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence

from audit.figures import Figure
from audit.paths import PROJECT

TOOLS = PROJECT / "audit/node_modules/.bin"
FORMATTED = ("docs/assets/js", "docs/assets/css", "content")
FAULT = re.compile(r"^(?:\S.*: )?error TS\d+: ")


def checked() -> Iterator[Figure]:
    """How many faults each finds."""
    found = _told("TypeScript", ("tsc", "--project", "tsconfig.json", "--pretty", "false"), faults)
    yield Figure("Typfel i skripten enligt TypeScript", len(found), 0, faults=found)
    found = _told("Prettier", ("prettier", "--list-different", *FORMATTED), unformatted)
    yield Figure("Skript och stilmallar som make format skulle ändra", len(found), 0, faults=found)


def _told(name: str, command: Sequence[str], read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """What the tool found. Ends the audit when it failed without finding anything."""
    tool, *options = command
    done = subprocess.run(
        [str(TOOLS / tool), *options], cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    found = read(done.stdout)
    if done.returncode and not found:
        raise SystemExit(f"{name} gick inte att köra.\n{done.stdout}{done.stderr}")
    return found


def faults(said: str) -> tuple[str, ...]:
    """The first line of each; what explains it stands indented below."""
    return tuple(line for line in said.splitlines() if FAULT.match(line))


def unformatted(said: str) -> tuple[str, ...]:
    """A file a line."""
    return tuple(said.split("\n")[:-1])
