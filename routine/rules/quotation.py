"""Quotation marks that belong to nothing, or that the pages set themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.rules.asked import KEYS
from routine.rules.core import rule
from routine.rules.texts import Leaf, leaves

MARKS = (re.compile(r"(\d?)\""), re.compile(r"(\d?)[“”„]"))
AROUND = re.compile(r"[“”„»\"].*[“”„«\"]")
SIGNS = re.compile(r"[“”„«»\"]|^[‘’‚']|[‘’']$")
# Words to say: they stand within quotation marks on every page and sheet.
SPOKEN = ("say", "said")


@rule()
def stray_quotation_mark(routine: Routine) -> Iterator[Finding]:
    """Mostly what is left of a pair in the file, or what a word processor put around a value."""
    for leaf in leaves(routine):
        if found := _in_keyword(leaf) or (_around(leaf) or _alone(leaf) if leaf.kind == "ours" else None):
            yield found


def _in_keyword(leaf: Leaf) -> Finding | None:
    """Only the search reads it, which would look for the sign as well."""
    if len(leaf.path) < 2 or leaf.path[-2] not in KEYS or not SIGNS.search(leaf.text):
        return None
    bare = SIGNS.sub("", leaf.text).strip()
    hint = f"skriv {bare}, utan citattecken." if bare else "ta bort ordet."
    return Finding("R088", leaf.path, f"Sökordet {leaf.text} har citattecken.", "ord utan citattecken", hint)


def _around(leaf: Leaf) -> Finding | None:
    if not set(SPOKEN) & set(leaf.path) or not AROUND.fullmatch(leaf.text) or len(SIGNS.findall(leaf.text)) != 2:
        return None
    return Finding(
        "R088",
        leaf.path,
        "Här står citattecken runt ord att säga: webbplatsen sätter dem själv.",
        "orden utan citattecken runt",
        f"ta bort citattecknen, så att texten börjar {leaf.text[1:].split()[0].strip('“”„«»' + chr(34))}.",
    )


def _alone(leaf: Leaf) -> Finding | None:
    if not any(_odd(marks.findall(leaf.text)) for marks in MARKS):
        return None
    return Finding(
        "R088",
        leaf.path,
        "Ett citattecken i texten hör inte ihop med något annat.",
        "citattecken i par, ett före och ett efter det som de står runt",
        "ta bort det som är ensamt, eller sätt ett likadant där det andra ska stå.",
    )


def _odd(before: list[str]) -> bool:
    """Of the marks of a text, with the figure before each, whether one is alone. After a figure one may stand for
    inches or end what is quoted: both are taken."""
    return len(before) % 2 == 1 and not any(before)
