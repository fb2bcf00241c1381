"""The forms that the data has had, and the migrations between them.

A migration tells an editor what changed, and mends a file. A migration may be run twice: an
interrupted upgrade is run again.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable

from msgspec import Struct

from routine.check.model_paths import ALSO
from routine.check.nodes import Mapping, Raw, raw
from routine.check.problems import RoutineError
from routine.check.source import read
from routine.check.spread import SOUGHT, items_of


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
    """Move lines on steps to one part, and lines on roles to the introduction."""
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


MOVED = "also, orden att söka på, står i sokord.yaml. Uppgraderingen flyttar dem dit."
AS_IT_IS = "surrogateescape"  # Of a file in another encoding.
PLAIN = re.compile(r"(?=.*[^\W\d])\w[\w /.-]*")
WIDTH = 120


def mended(text: str) -> tuple[str, str]:
    """Return the file's text as this version reads it, and its search words.

    Those once stood in it, and get a file of their own; empty if there are none.
    """
    for row in MIGRATIONS:
        text = row.mend(text)
    try:
        _, root = read(text.encode(errors=AS_IT_IS), "")
    except RoutineError:  # It is left to be mended by hand.
        return text, ""
    lines, found = [*text.split("\n"), ""], dict[str, list[str]]()
    cut = set[int]()
    for name in SOUGHT:
        for id, item in items_of(root, name):
            for key, words in item.entries if isinstance(item, Mapping) else ():
                if key.value == ALSO:
                    first, column = key.mark.line - 1, key.mark.column - 1
                    end = first + 1
                    while lines[end][:column].isspace() and lines[end][column : column + 1] in (" ", "-"):
                        end += 1
                    if lines[first][:column].strip():  # The dash of the item is that of its next key.
                        lines[end] = f"{lines[first][:column]}{lines[end].lstrip()}"
                    cut |= {*range(first, end)}
                    found.setdefault(f"{name}:", []).append(_listed(id, raw(words)))
    kept = (line for number, line in enumerate(lines) if number not in cut)
    listed = (line for name, lines in found.items() for line in (name, *lines))
    return "\n".join(kept)[:-1], "".join(f"{line}\n" for line in listed)


def _listed(id: str, words: Raw) -> str:
    """Render words on lines that are no longer than an editor's window."""
    said = [_quoted(word).replace(" ", "\xa0") for word in words if isinstance(word, str)]
    head = f"  {id if re.match(r'[a-z]', id) else json.dumps(id)}: ["
    text = textwrap.fill(
        f"{', '.join(said)}]", WIDTH, initial_indent=head, subsequent_indent="    ", break_on_hyphens=False
    )
    return text.replace("\xa0", " ")


def _quoted(word: str) -> str:
    return word if PLAIN.fullmatch(word) else json.dumps(word, ensure_ascii=False)
