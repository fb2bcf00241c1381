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


# The easy page had a list of roles and one of steps; now it has parts, each with the steps that it tells of.
EASY = re.compile(r"^easy:\n(?:(?:[ #].*)?\n)*", re.MULTILINE)


def _easy(text: str) -> str:
    return EASY.sub(lambda block: _in_parts(block[0]), text)


def _in_parts(block: str) -> str:
    """Put the lines of all steps in one part, and those on roles in the introduction."""
    before, _, after = block.partition("\n  steps:\n")
    before, _, roles = before.partition("\n  roles:\n")
    if not after:
        return block
    people, told = (re.findall(r"^ {8}- .*$", words, re.MULTILINE) for words in (roles, after))
    steps = ", ".join(re.findall(r"^ {4}- step: (\S+)", after, re.MULTILINE))
    part = ["  parts:", "    - title: Det här gäller dig", "      lines:", *told, f"      steps: [{steps}]"]
    rest = after[len(after.rstrip("\n")) :]
    return "\n".join((before, *(line[4:] for line in people), *part)) + rest


MIGRATIONS = (
    Migration(
        "opens säger vems ord det är: kalla eller tolkning, i stället för ja. Uppgraderingen skriver tolkning. "
        "Skriv kalla om källan säger att allt börjar med åtgärden.",
        _opens,
    ),
    Migration(
        "easy har parts i stället för roles och steps. Uppgraderingen lägger alla rader i en del. Läs dem: en rad om "
        "det som någon annan gör började efter dennes namn.",
        _easy,
    ),
)


def mended(text: str) -> str:
    """Return the file's text in the form that this version reads."""
    for row in MIGRATIONS:
        text = row.mend(text)
    return text
