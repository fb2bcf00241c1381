"""`schema`: what editors' programs read beside the routine and its adopted document."""

from __future__ import annotations

import argparse
from pathlib import Path

from routine.editions.entry import write_whole
from routine.load import beside, values_of
from routine.publish.editor_schema import adopted_schema, editor_schema

BEHIND = (
    "Du behöver inte göra något, och webbplatsen påverkas inte. "
    "Men de förslag på ord som vissa program visar medan man skriver i filen är äldre än filen.\n"
    "    Den som sköter webbplatsen förnyar dem med: python -m routine schema"
)


def renew(options: argparse.Namespace) -> None:
    """Write it, with the ids that there are now."""
    for file, text in _schemas(options.file).items():
        write_whole(file, text.encode())


def behind(file: Path) -> bool:
    """Whether what is written for a routine's file knows less, or other, than the file has."""
    return any(each.is_file() and each.read_text(encoding="utf-8") != text for each, text in _schemas(file).items())


def _schemas(file: Path) -> dict[Path, str]:
    values, adopted = values_of(file), beside(file)
    found = ((file, editor_schema(values)), (adopted, adopted_schema(values)))
    return {each.with_suffix(".schema.json"): text for each, text in found}
