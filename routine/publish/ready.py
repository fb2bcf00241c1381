"""The gate before publishing: all that is left to fill in, in one list with places, in the order of the files."""

from __future__ import annotations

from collections.abc import Sequence

from routine.domain.nowhere import leads_nowhere
from routine.publish.address import ALLOWED, HINT, fault, reachable
from routine.reading.nodes import place, raw
from routine.reading.problems import Mark, Problem, RoutineError, StopError
from routine.reading.source import look
from routine.reading.yaml_reader import document

# Of what is told of a file, that by which the engine reads another one or none. What YAML allows besides is its own.
UNREAD = ("S002", "S003", "S004", "S012", "S015", "S021")
FOLDER = "adressen till mappen där webbplatsen ska ligga"
WRITTEN = "skriv adressen efter site_url:. Den trycks på allt som skrivs ut."


class GateError(StopError):
    """The site is not ready to be published. The message is whole."""


def settings_refused(name: str, text: str) -> RoutineError:
    """What the site's settings, a file with this name and text, lack: the address, or one that can be printed. Where
    they cannot be read, why."""
    read = look(text.encode(), name, ("site_url",))
    if unread := [problem for problem in read.problems if problem.code in UNREAD]:
        return RoutineError(name, text, unread)
    root = read.root or document(text, ("site_url",)).root  # A slip that no engine minds hides no address.
    values = raw(root) if root else {}
    address = str(values.get("site_url", "")) if isinstance(values, dict) else ""
    mark = place(root, ("site_url",)) if root else Mark(1, 1)
    if found := fault(address) if address else "Webbplatsens adress saknas.":
        allowed, hint = (ALLOWED, HINT) if address else (FOLDER, WRITTEN)
        return RoutineError(name, text, [Problem("G006", mark, found, allowed, hint)])
    nowhere = Problem("G006", mark, "Webbplatsens adress är bara ett exempel.", FOLDER, WRITTEN)
    return RoutineError(name, text, [nowhere] if leads_nowhere(reachable(address)) else [])


def ready(files: Sequence[RoutineError]) -> None:
    """Raises GateError with what is found in each of the files, if anything is."""
    found = [part for file in files for part in file.each()]
    if found:
        some = "En sak" if len(found) == 1 else f"{len(found)} saker"
        raise GateError("\n\n".join([*found, f"{some} att ordna innan webbplatsen publiceras."]))
