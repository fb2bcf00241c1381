"""The forms that the data has had, and the migrations between them.

A migration tells an editor what changed, and mends a file. A form is a number. A migration may be run twice: an
interrupted upgrade is run again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct


class Migration(Struct, frozen=True):
    """A migration to `form` from the one before.

    `mend` takes the text of the routine's file, with its comments.
    """

    form: int
    told: str
    mend: Callable[[str], str]


# `opens: ja` did not say whose word it was. Only an editor knows whether the source says it.
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
    """Return the migrations after that form, in order."""
    return tuple(sorted((row for row in MIGRATIONS if row.form > form), key=lambda row: row.form))


def mended(text: str, form: int = 1) -> str:
    """Return the file's text in the form that this version reads.

    Without a known form, it is mended from the first.
    """
    for row in since(form):
        text = row.mend(text)
    return text
