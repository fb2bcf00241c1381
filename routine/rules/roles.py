"""What a role's own texts may not say: that it does nothing where it does, and in a browser's tab what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import rule

# Of all steps: of a section or a kind of step it may well be true.
NONE = re.compile(r"\bansvarar inte för (?:något|några|någon) (?:steg|åtgärd(?:er)?)(?: i rutinen)?\s*(?:[.!]|$)", re.I)
# A shorter word begins many others: hot, hotell.
LEAST_OF_A_STEM = 4


@rule("actions.*.responsible", "roles.*.limits")
def owns_after_all(routine: Routine) -> Iterator[Finding]:
    """Whoever reads that nothing is hers looks no further, though her page has it: a step may have come since."""
    for i, role in enumerate(routine.roles):
        owned = next((k for k, action in enumerate(routine.actions) if role.id in action.responsible), None)
        for j, limit in enumerate(role.limits):
            if owned is not None and NONE.search(limit.text):
                yield Finding(
                    "R101",
                    ("roles", i, "limits", j, "text"),
                    f"Rollen ”{role.name}” ansvarar för ”{routine.actions[owned].text}”, men här står att den inte "
                    "ansvarar för något steg.",
                    "det som stämmer med responsible",
                    "ta bort raden, eller rätta responsible. Gäller raden bara källans steg, skriv det i den.",
                    ((("actions", owned, "responsible"), "här ansvarar rollen"),),
                )


@rule("roles.*.tab", "roles.*.name", "site.name", "site.subject")
def tab_tells(routine: Routine) -> Iterator[Finding]:
    """Who looks over a shoulder reads the tabs, and who has the device afterwards its history. What a role is called
    says who reads."""
    names = " ".join(role.name for role in routine.roles).casefold()
    words = [word for word in map(str.casefold, routine.site.subject) if word not in names]
    ends = {word: "" if len(word) >= LEAST_OF_A_STEM else r"(?!\w)" for word in words}
    told = re.compile("|".join(rf"(?<!\w){re.escape(word)}{end}" for word, end in ends.items()))
    tabs: list[tuple[Path, str]] = [(("site", "name"), routine.site.name)]
    tabs += [(("roles", i, "tab"), role.tab) for i, role in enumerate(routine.roles)]
    for path, text in tabs if words else ():
        if match := told.search(text.casefold()):
            yield Finding(
                "V014",
                path,
                f"”{text}” avslöjar ämnet i webbläsarens flik: ”{match.group()}” står under subject.",
                "ord som inte säger vad rutinen handlar om",
                "skriv något som kan stå i flik och historik, som Min sida.",
            )
