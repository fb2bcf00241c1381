"""The gate before publishing: all that is left to fill in, in one list with places, in the order of the files."""

from __future__ import annotations

from collections.abc import Sequence

from routine.domain.nowhere import leads_nowhere
from routine.publish.address import reachable
from routine.reading.document import document
from routine.reading.nodes import place, raw
from routine.reading.problems import Mark, Problem, RoutineError, StopError


class GateError(StopError):
    """The site is not ready to be published. The message is whole."""


def settings_refused(name: str, text: str) -> RoutineError:
    """What the site's settings, a file with this name and text, lack: the address."""
    root = document(text, ("site_url",)).root
    values = raw(root) if root else {}
    address = str(values.get("site_url", "")) if isinstance(values, dict) else ""
    missing = Problem(
        "G006",
        place(root, ("site_url",)) if root else Mark(1, 1),
        "Webbplatsens adress är bara ett exempel." if address else "Webbplatsens adress saknas.",
        "adressen till mappen där webbplatsen ska ligga",
        "skriv adressen efter site_url:. Den trycks på allt som skrivs ut.",
    )
    return RoutineError(name, text, [missing] if leads_nowhere(reachable(address)) else [])


def ready(files: Sequence[RoutineError]) -> None:
    """Raises GateError with what is found in each of the files, if anything is."""
    found = [part for file in files for part in file.each()]
    if found:
        some = "En sak" if len(found) == 1 else f"{len(found)} saker"
        raise GateError("\n\n".join([*found, f"{some} att ordna innan webbplatsen publiceras."]))
