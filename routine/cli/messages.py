"""`messages` and `schema`: write what an editor, or an editor's program, reads of the rules."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from routine.check.finding import Message, messages
from routine.check.load import beside, values_of
from routine.disk import write_all
from routine.site.editor_schema import adopted_schema, editor_schema

HEAD = """\
# Felmeddelanden

För dig som ändrar rutinen. Kontrollen säger vilken rad felet står på, vad som är tillåtet och vad du ska göra. Här står
varje kod, och för de flesta ett exempel ur en påhittad rutin: raden med − är fel, raden med + är rätt. Sidan är gjord
av routine/check/messages.yaml, med `make messages`.
"""
KINDS = {
    "S": "Filen går inte att läsa rätt",
    "M": "En nyckel eller ett värde",
    "R": "Det som inte hänger ihop, eller inte ska stå där",
    "K": "Rutinen och det antagna dokumentet",
    "E": "En ny utgåva",
    "P": "Utskrifter",
    "N": "Namn som inte publiceras",
    "V": "Råd om språket",
    "D": "Dagar som har passerat eller inte har kommit",
    "G": "Det som ska fyllas i före publicering",
}


def run_messages(options: argparse.Namespace) -> None:
    """Print the page. The command has no options."""
    print(page(), end="")


def page() -> str:
    """List every code in use, under the heading of its letter."""
    return "\n".join((HEAD, *_lines()))


def _lines() -> Iterator[str]:
    for letter, title in KINDS.items():
        yield f"## {title}\n"
        for code, message in messages().items():
            if code[0] == letter:
                yield f"### {code} {message.title}\n"
                yield from _example(message)


def _example(message: Message) -> Iterator[str]:
    if message.file:
        yield f"I {message.file}:\n"
    if message.example:
        yield f"```diff\n{message.example.rstrip()}\n```\n"


def run_schema(options: argparse.Namespace) -> None:
    """Write the schemas, with the ids that there are now."""
    values, adopted = values_of(options.file), beside(options.file)
    found = {options.file: editor_schema(values), adopted: adopted_schema(values)}
    write_all({file.with_suffix(".schema.json"): text.encode() for file, text in found.items()})
