"""Where a name is expected, no address stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.rules.core import rule
from routine.rules.texts import leaves

ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# What readers see as what somebody or something is called.
NAMES = frozenset({"publisher", "title", "name", "function", "label", "tab", "owner", "body"})


@rule()
def address_for_a_name(routine: Routine) -> Iterator[Finding]:
    for leaf in leaves(routine):
        if leaf.key in NAMES and ADDRESS.fullmatch(leaf.text.strip()):
            instead = "flytta adressen till url, och skriv" if leaf.path[-2] == "source" else "skriv"
            yield Finding(
                "R104",
                leaf.path,
                f"Här står en webbadress i stället för ett namn: {leaf.text}.",
                "ett namn i vanliga ord, som läsaren ser det",
                f"{instead} vad det heter i {leaf.key}.",
            )
