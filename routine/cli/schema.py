"""`schema`: write the JSON Schemas that editors' programs read.

They lie beside the routine and its adopted document.
"""

from __future__ import annotations

import argparse

from routine.check.load import beside, values_of
from routine.disk import write_all
from routine.site.editor_schema import adopted_schema, editor_schema


def run(options: argparse.Namespace) -> None:
    """Write the schemas, with the ids that there are now."""
    values, adopted = values_of(options.file), beside(options.file)
    found = {options.file: editor_schema(values), adopted: adopted_schema(values)}
    write_all({file.with_suffix(".schema.json"): text.encode() for file, text in found.items()})
