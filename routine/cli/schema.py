"""`schema`: write the JSON Schemas that editors' programs read.

They lie beside the routine and its adopted document.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from routine import model as routine_model
from routine.check.load import beside, values_of
from routine.disk import code, kept, versions, write_all
from routine.model.adopted import Adopted
from routine.model.model import Routine
from routine.model.part import Part
from routine.site.editor_schema import Schema, adopted_schema, editor_schema

BEHIND = (
    "De förslag på ord som vissa program visar medan man skriver i filen är äldre än filen. "
    "Det rör bara förslagen: du behöver inte göra något.\n"
    "    Den som sköter webbplatsen förnyar dem med: python -m routine schema"
)


def run(options: argparse.Namespace) -> None:
    """Write the schemas, with the ids that there are now."""
    write_all({file: text.encode() for file, text in _schemas(options.file).items()})


def behind(file: Path) -> bool:
    """Return whether a written schema differs from what the file would give."""
    return any(each.is_file() and _text(each) != text for each, text in _schemas(file).items())


def _text(file: Path) -> str:
    """Read a schema. One that is not UTF-8 is merely out of date."""
    return file.read_text(encoding="utf-8", errors="replace")


def _schemas(file: Path) -> dict[Path, str]:
    values, adopted = values_of(file), beside(file)
    found = ((file, editor_schema(values, _plain(Routine))), (adopted, adopted_schema(values, _plain(Adopted))))
    return {each.with_suffix(".schema.json"): text for each, text in found}


def _plain(model: type[Part]) -> Schema:
    """Return Pydantic's schema of a model, cached.

    It depends on the code alone, and takes a tenth of the time of a check.
    """
    made_of = code(routine_model), versions("pydantic"), model.__name__.encode()
    found: Schema = json.loads(kept(lambda: json.dumps(model.model_json_schema()).encode(), b"model", *made_of))
    return found
