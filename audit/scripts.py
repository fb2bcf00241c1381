"""Faults in scripts and style sheets, found by three tools.

TypeScript checks the types, Prettier the form, and Acorn those scripts that an old browser must understand too.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from audit.figures import Figure
from routine.disk import PROJECT
from routine.pages.scripts import OLD

TOOLS = PROJECT / "audit/node_modules/.bin"
FORMATTED = ("routine/pages/**/*.{js,ts,css}", "!**/vendor/**", "content")
FAULT = re.compile(r"^(?:\S.*: )?error TS\d+: ")


def checked(site: Path) -> Iterator[Figure]:
    """Yield the number of faults that each tool finds.

    Acorn reads the scripts of a site that has been built.
    """
    found = _told("TypeScript", ("tsc", "--project", "tsconfig.json", "--pretty", "false"), faults)
    yield Figure("Typfel i skripten enligt TypeScript", len(found), 0, faults=found)
    found = _told("Prettier", ("prettier", "--list-different", *FORMATTED), unformatted)
    yield Figure("Skript och stilmallar som make format skulle ändra", len(found), 0, faults=found)
    found = tuple(fault for name in OLD for fault in newer(site / f"assets/{name}.js"))
    yield Figure("Skript med nyare syntax än 2015, där det inte får finnas", len(found), 0, faults=found)


def newer(script: Path) -> tuple[str, ...]:
    """Return the first fault in a script for a browser of 2015."""
    done = _run("acorn", "--ecma2015", "--silent", str(script))
    told = done.stderr.partition("\n")[0]
    return (f"{script.name}: {told}",) if done.returncode else ()


def _run(tool: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [str(TOOLS / tool), *options]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False)


def _told(name: str, command: Sequence[str], read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Run a tool and return the faults that it finds.

    Ends the audit when the tool failed without finding anything.
    """
    done = _run(*command)
    found = read(done.stdout)
    if done.returncode and not found:
        raise SystemExit(f"{name} gick inte att köra.\n{done.stdout}{done.stderr}")
    return found


def faults(said: str) -> tuple[str, ...]:
    """Return the first line of each fault.

    The explanation stands indented below it.
    """
    return tuple(line for line in said.splitlines() if FAULT.match(line))


def unformatted(said: str) -> tuple[str, ...]:
    """Return the files that are listed, one a line."""
    return tuple(said.split("\n")[:-1])
