"""The gate before publishing: a list of all that is left to fill in.

The list has places, in the order of the files.
"""

from __future__ import annotations

from collections.abc import Sequence

from routine.check.nodes import place, raw
from routine.check.problems import Mark, Problem, RoutineError, StopError
from routine.check.source import look
from routine.check.yaml_reader import document
from routine.model.nowhere import leads_nowhere
from routine.site.address import ALLOWED, HINT, fault, reachable

# Codes of problems with which MkDocs would read other settings, or none. The rest is valid YAML, and not our concern.
UNREAD = ("S002", "S003", "S004", "S012", "S015", "S021")
FOLDER = "adressen till mappen där webbplatsen ska ligga"
WRITTEN = "skriv adressen efter site_url:. Den trycks på allt som skrivs ut."


class GateError(StopError):
    """A site that is not ready to be published. The message is complete."""


def settings_refused(name: str, text: str) -> RoutineError:
    """Report an address in the settings that is missing or unprintable.

    `name` and `text` are those of the settings file. Where it cannot be read, the report says why.
    """
    read = look(text.encode(), name, ("site_url",))
    if unread := [problem for problem in read.problems if problem.code in UNREAD]:
        return RoutineError(name, text, unread)
    root = read.root or document(text, ("site_url",)).root  # A slip that MkDocs accepts must not hide the address.
    values = raw(root) if root else {}
    address = str(values.get("site_url", "")) if isinstance(values, dict) else ""
    mark = place(root, ("site_url",)) if root else Mark(1, 1)
    if found := fault(address) if address else "Webbplatsens adress saknas.":
        allowed, hint = (ALLOWED, HINT) if address else (FOLDER, WRITTEN)
        return RoutineError(name, text, [Problem("G006", mark, found, allowed, hint)])
    nowhere = Problem("G006", mark, "Webbplatsens adress är bara ett exempel.", FOLDER, WRITTEN)
    return RoutineError(name, text, [nowhere] if leads_nowhere(reachable(address)) else [])


def ready(files: Sequence[RoutineError]) -> None:
    """Raise GateError with the problems of the files, if there are any."""
    found = [part for file in files for part in file.each()]
    if found:
        some = "En sak" if len(found) == 1 else f"{len(found)} saker"
        raise GateError("\n\n".join([*found, f"{some} att ordna innan webbplatsen publiceras."]))
