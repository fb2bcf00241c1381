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
        whole = [(leaf.path, "") for leaf in of_today(routine) if naming.whole(old, names, leaf.text)]
        short = ((leaf.path, naming.in_short(old, names, leaf.text)) for leaf in of_today(routine))
        if left := whole or [(path, words[0]) for path, words in short if words]:
            count, (path, word) = wording.count(len(left), "text", "texter"), left[0]
            kind, related = "then-short" if word else "then", [path]
            yield Finding("V009", ("roles", i, "name"), kind, related=related, old=old, count=count, word=word)
