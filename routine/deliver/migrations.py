"""The forms that the data has had, and the migrations between them.

A migration tells an editor what changed, and mends a file. A migration may be run twice: an
interrupted upgrade is run again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct


class Migration(Struct, frozen=True):
    """A migration from the form before, in the order of the table.

    `mend` takes the text of the routine's file, with its comments.
    """

    told: str
    mend: Callable[[str], str]


# `opens: ja` did not say whose word it was. Only an editor knows whether the source says it.
OPENS = re.compile(r"^(?P<before>\s+(?:- )?opens:\s+)ja(?P<after>\s*)$", re.MULTILINE)


def _opens(text: str) -> str:
    return OPENS.sub(r"\g<before>tolkning\g<after>", text)


MIGRATIONS = (
    Migration(
        "opens säger vems ord det är: kalla eller tolkning, i stället för ja. Uppgraderingen skriver tolkning. "
        "Skriv kalla om källan säger att allt börjar med åtgärden.",
        _opens,
    ),
)


def mended(text: str) -> str:
    """Return the file's text in the form that this version reads."""
    for row in MIGRATIONS:
        text = row.mend(text)
    return text
