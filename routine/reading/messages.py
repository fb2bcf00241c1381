"""Read what is said of each code, from the file that has all of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from msgspec import Struct, convert

FILE = Path(__file__).parents[1] / "messages.yaml"
RETIRED = "retired"


class Message(Struct, frozen=True):
    """A code's title and example. `file` is where the example stands, when that is not the routine."""

    title: str
    example: str = ""
    file: str = ""

    @property
    def wrong(self) -> str:
        return self._without("+")

    @property
    def right(self) -> str:
        return self._without("-")

    def _without(self, sign: str) -> str:
        return "".join(line[1:] for line in self.example.splitlines(keepends=True) if line[0] != sign)


@cache
def _file() -> dict[str, object]:
    # Only read where something is told: what a sound file costs nothing of.
    read: dict[str, object] = yaml.load(FILE.read_bytes(), yaml.CSafeLoader)
    return read


@cache
def messages() -> dict[str, Message]:
    """Every code in use, in the order of the file."""
    return convert({code: said for code, said in _file().items() if code != RETIRED}, dict[str, Message])


@cache
def retired() -> frozenset[str]:
    """The codes of rules that are no more."""
    return convert(_file()[RETIRED], frozenset[str])
