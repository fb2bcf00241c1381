"""The statement of accessibility must agree with itself."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.rules.core import rule


@rule("accessibility.conformity", "accessibility.failures")
def conformity_and_failures(routine: Routine) -> Iterator[Finding]:
    """Who fulfils everything has no known failures, and who does not has at least one."""
    said = routine.accessibility
    if (said.conformity == "helt") == bool(said.failures):
        failures = "det finns kända brister" if said.failures else "ingen brist är angiven"
        yield Finding(
            "R025",
            ("accessibility", "conformity"),
            f"Här står {said.conformity}, men {failures}.",
            "helt utan failures; delvis eller inte med minst en",
            "ändra ordet, eller skriv bristerna under failures.",
        )
