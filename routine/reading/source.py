"""The bytes of a file to its text and its nodes, with nothing changed on the way."""

from __future__ import annotations

import codecs
from functools import lru_cache

from routine.reading.characters import misread_spaces, odd_characters
from routine.reading.nodes import Mapping
from routine.reading.problems import Mark, Problem, RoutineError
from routine.reading.yaml_reader import document

MAX_BYTES = 1024 * 1024


@lru_cache(maxsize=4)  # Whoever needs places or values asks again for the same bytes, and nodes never change.
def read(data: bytes, name: str, keys: tuple[str, ...] = ("site", "roles")) -> tuple[str, Mapping]:
    """The text of the file and its nodes. `keys` are what such a file begins with.

    Raises RoutineError with every problem that can be seen before the types are known; a fault in the YAML syntax
    itself ends the reading, so at most one of those is among them.
    """
    text = _decode(data, name)
    if problems := [*odd_characters(text), *misread_spaces(text)]:
        raise RoutineError(name, text, problems)
    root, problems = document(text, keys)
    if problems or root is None:
        raise RoutineError(name, text, problems)
    return text, root


def _decode(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        size = Problem(
            "S010",
            Mark(1, 1),
            f"Filen är {_grouped(len(data))} byte.",
            f"högst {_grouped(MAX_BYTES)} byte",
            "flytta ut det som inte hör till rutinen.",
        )
        raise RoutineError(name, "", [size])
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        before = _lines(body[: error.start].decode())
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        fault = Problem(
            "S001",
            mark,
            f"Byte 0x{body[error.start]:02x} är inte UTF-8.",
            "UTF-8",
            "spara filen igen och välj kodningen UTF-8.",
        )
        raise RoutineError(name, before, [fault]) from None
    return _lines(text)


def _grouped(amount: int) -> str:
    """`1 055 909`, with spaces that do not break."""
    return f"{amount:,}".replace(",", "\N{NO-BREAK SPACE}")


def _lines(text: str) -> str:
    """With the same line break everywhere, whatever system the file was saved on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
