"""A role that is called something else than in the edition in force, whose old name is left in texts, whole or in
short. The names of then are given: nothing here reads a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from routine.domain import naming, wording
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.rules.texts import of_today


def still_called(routine: Routine, then: Mapping[str, str]) -> Iterator[Finding]:
    """`then`: today's name → the one of then. One that stands under `formerly` is looked for by R074, text by text."""
    names = [role.name for role in routine.roles]
    for i, role in enumerate(routine.roles):
        old = then.get(role.name)
        if not old or old.casefold() in map(str.casefold, role.formerly):
            continue
        texts = [*of_today(routine)]
        left = [leaf.path for leaf in texts if naming.whole(old, names, leaf.text)]
        says = "säger det än"
        if not left:
            short = [(leaf.path, words[0]) for leaf in texts if (words := naming.in_short(old, names, leaf.text))]
            left = [path for path, _ in short]
            says = f"säger ”{short[0][1]}”, som kan vara det i korthet" if short else ""
        if left:
            yield Finding(
                "V009",
                ("roles", i, "name"),
                f"Rollen hette ”{old}” i den senaste utgåvan, och {wording.count(len(left), 'text', 'texter')} {says}.",
                "rollens namn i dag, i alla texter",
                f"skriv formerly: [{old}] på rollen. Då säger kontrollen vilka texter det är.",
                ((left[0], "en av dem"),),
            )
