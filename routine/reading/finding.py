"""A fault by its path in the routine: what it has before anybody knows where in a file that stands."""

from __future__ import annotations

from msgspec import Struct

from routine.reading.nodes import Path


class Finding(Struct, frozen=True):
    """A broken rule. `related` are other paths that the reader should see, each with a word on why. `example` are lines
    that could stand there, with their indents from where the key stands that the path ends in. `part`: the words of
    the value that it is about, when it is about those alone."""

    code: str
    path: Path
    message: str
    allowed: str = ""
    hint: str = ""
    related: tuple[tuple[Path, str], ...] = ()
    example: tuple[str, ...] = ()
    part: str = ""
