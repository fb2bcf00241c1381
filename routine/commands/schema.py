"""`schema`: what editors' programs read beside the routine and its adopted document."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from routine import domain
from routine.disk.atomic import write_all
from routine.disk.cache import code, kept, versions
from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.domain.part import Part
from routine.loading.load import beside, values_of
from routine.publish.editor_schema import Schema, adopted_schema, editor_schema

BEHIND = (
    "De förslag på ord som vissa program visar medan man skriver i filen är äldre än filen. "
    "Det rör bara förslagen: du behöver inte göra något.\n"
    "    Den som sköter webbplatsen förnyar dem med: python -m routine schema"
)


def run(options: argparse.Namespace) -> None:
    """Write it, with the ids that there are now."""
    write_all({file: text.encode() for file, text in _schemas(options.file).items()})


def behind(file: Path) -> bool:
    """Whether what is written for a routine's file knows less, or other, than the file has."""
    return any(each.is_file() and _text(each) != text for each, text in _schemas(file).items())


def _text(file: Path) -> str:
    """One that is not UTF-8 is not what is written, and no more than that."""
    return file.read_text(encoding="utf-8", errors="replace")


def _schemas(file: Path) -> dict[Path, str]:
    values, adopted = values_of(file), beside(file)
    found = ((file, editor_schema(values, _plain(Routine))), (adopted, adopted_schema(values, _plain(Adopted))))
    return {each.with_suffix(".schema.json"): text for each, text in found}


def _plain(model: type[Part]) -> Schema:
    """What Pydantic says of a model. It follows from the code alone, and takes a tenth of a check: it is kept."""
    made_of = code(domain), versions("pydantic"), model.__name__.encode()
    found: Schema = json.loads(kept(lambda: json.dumps(model.model_json_schema()).encode(), b"model", *made_of))
    return found
