"""Changed copies of the small routine, made by walking its values with the model's types beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path as FilePath
from typing import Any

from routine.check import record as editions
from routine.check.model_paths import annotation_at, without_none
from routine.check.nodes import Path, Raw, raw
from routine.check.source import read
from routine.model.about import Withdrawal
from tests.kit.paths import SMALL


def small() -> dict[str, Raw]:
    """The small routine as plain values, every scalar the text that stands in the file."""
    return values_of(SMALL)


def values_of(file: FilePath) -> dict[str, Raw]:
    """A routine as plain values."""
    _, root = read(file.read_bytes(), file.name)
    values = raw(root)
    assert isinstance(values, dict)
    return values


def leaves(values: Raw, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every scalar with its path."""
    if isinstance(values, str):
        yield path, values
    else:
        for step, item in values.items() if isinstance(values, dict) else enumerate(values):
            yield from leaves(item, (*path, step))


def kind(path: Path) -> str:
    """What the model takes at the path, by its validator in routine/model/fields.py: line, text, id, date …;
    else choice."""
    marks = getattr(without_none(annotation_at(path)), "__metadata__", ())
    return next((mark.func.__name__.lstrip("_") for mark in marks if hasattr(mark, "func")), "choice")


def changed(values: dict[str, Raw], change: Callable[[Path, str], str]) -> dict[str, Raw]:
    """A copy in which each scalar is what `change` makes of it."""
    copy = deepcopy(values)
    for path, text in leaves(values):
        put(copy, path, change(path, text))
    return copy


def put(values: dict[str, Raw], path: Path, value: Raw) -> None:
    """Set one value in place."""
    here: Any = values
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value


def write(values: dict[str, Raw], file: FilePath) -> FilePath:
    """As a file that the reader takes: JSON is YAML in which every text is within quotation marks."""
    file.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
    return file


def drafted(out: FilePath) -> FilePath:
    """The small routine, changed since its edition was entered: what says so is a draft."""
    out.write_text(SMALL.read_text(encoding="utf-8").replace("Byt röret\n", "Byt hela röret\n", 1), encoding="utf-8")
    editions.beside(out).write_bytes(editions.beside(SMALL).read_bytes())
    return out


# The last day, who decided, and where what holds instead stands.
UPHELD_UNTIL = {
    "until": "2024-08-31",
    "text": "Rektorn har upphävt rutinen.\nFölj skolans plan för skador.",
    "url": "https://plan.example.com/skador/",
}
WITHDRAWAL = Withdrawal.model_validate(UPHELD_UNTIL)


def withdrawn(text: str) -> str:
    """The text of a routine that is withdrawn. The small one is not: each page and sheet would be about that."""
    lines = UPHELD_UNTIL["text"].replace("\n", "\n    ")
    return f"{text}\nwithdrawn:\n  until: 2024-08-31\n  text: |-\n    {lines}\n  url: {UPHELD_UNTIL['url']}\n"


def withdrawn_file(out: FilePath, file: FilePath = SMALL) -> FilePath:
    """A routine that is withdrawn, else as it was: in the same edition, with the same codes."""
    out.write_text(withdrawn(file.read_text(encoding="utf-8")), encoding="utf-8")
    editions.beside(out).write_bytes(editions.beside(file).read_bytes())
    return out


def name(path: Path) -> str:
    """The path as one reads it: actions.0.text."""
    return ".".join(str(step) for step in path)
