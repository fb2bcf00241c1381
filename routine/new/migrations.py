"""The forms that the data has had: what changed from one to the next, said to an editor, and how a file is mended.

A form is a number, kept in the site's manifest. A row may be run twice: an upgrade that was broken off is run again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct


class Migration(Struct, frozen=True):
    """To `form` from the one before. `mend` takes the text of the routine's file, comments and all."""

    form: int
    told: str
    mend: Callable[[str], str]


# `opens: ja` did not say whose word it was. That the source says it, nobody but an editor knows.
OPENS = re.compile(r"^(?P<before>\s+(?:- )?opens:\s+)ja(?P<after>\s*)$", re.MULTILINE)


def _opens(text: str) -> str:
    return OPENS.sub(r"\g<before>tolkning\g<after>", text)


MIGRATIONS = (
    Migration(
        2,
        "opens säger vems ord det är: kalla eller tolkning, i stället för ja. Uppgraderingen skriver tolkning. "
        "Skriv kalla om källan säger att allt börjar med åtgärden.",
        _opens,
    ),
)
FORM = max(row.form for row in MIGRATIONS)


def since(form: int) -> tuple[Migration, ...]:
    """What has changed since that form, in order."""
    return tuple(sorted((row for row in MIGRATIONS if row.form > form), key=lambda row: row.form))


def mended(text: str, form: int = 1) -> str:
    """The file's text in the form that this version reads, from the first form where nobody knows which it has."""
    for row in since(form):
        text = row.mend(text)
    return text
