"""Texts that point at a row of the source by its number, which nothing else holds to the rows that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.likeness import listing
from routine.rules.core import rule
from routine.rules.texts import of_today

# `rad 3`, `raden 3–5`, `raderna 3, 4 och 7`; not after `i`, where it may as well be how something stands or how often:
# `i rad 30 minuter`. Of a single row what comes after a comma or an och counts something else.
NUMBER = r"\d{1,3}\b(?![.,]\d)"
POINTS = re.compile(
    rf"(?<!\bi )\b(?:rad(?:en)?\s+{NUMBER}(?:\s?[–-]\s?{NUMBER})?"
    rf"|rader(?:na)?\s+{NUMBER}(?:(?:\s?[–-]\s?|, (?:och )?| och | eller | till ){NUMBER})*)",
    re.IGNORECASE,
)


@rule("actions.*.row")
def row_of_nothing(routine: Routine) -> Iterator[Finding]:
    """A row that a decision took away may well be spoken of."""
    there = {action.row for action in routine.actions if action.row}
    known = there | {change.row for _, decision in routine.decisions for change in decision.changes}
    for leaf in of_today(routine) if there else ():
        numbers = (int(each) for found in POINTS.findall(leaf.text) for each in re.findall(r"\d+", found))
        missing = [number for number in dict.fromkeys(numbers) if number not in known]
        if missing:
            yield Finding(
                "V021",
                leaf.path,
                f"Texten nämner rad {missing[0]}, men ingen åtgärd har den raden.",
                listing(map(str, sorted(there))),
                "rätta numret, eller säg i ord vad som menas. Är det en rad i något annat än källan, skriv var den "
                "står, utan nummer.",
            )
