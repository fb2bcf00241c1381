"""The types of the scripts, as TypeScript reads them."""

from __future__ import annotations

import re
import subprocess

from audit.figures import Figure
from audit.paths import PROJECT

COMPILER = PROJECT / "audit/node_modules/.bin/tsc"
FAULT = re.compile(r"^(?:\S.*: )?error TS\d+: ")


def checked() -> Figure:
    """How many faults it finds."""
    command = [str(COMPILER), "--project", "tsconfig.json", "--pretty", "false"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False)
    found = faults(done.stdout)
    if done.returncode and not found:
        raise SystemExit(f"TypeScript gick inte att köra.\n{done.stdout}{done.stderr}")
    return Figure("Typfel i skripten enligt TypeScript", len(found), 0, faults=found)


def faults(said: str) -> tuple[str, ...]:
    """The first line of each; what explains it stands indented below."""
    return tuple(line for line in said.splitlines() if FAULT.match(line))
