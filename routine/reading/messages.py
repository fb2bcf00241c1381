"""Read what is said of each code, from the file that has all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml
from msgspec import Struct, convert

from routine.domain.wording import inside, long_date
from routine.reading.likeness import listing

FILE = Path(__file__).parents[1] / "messages.yaml"
RETIRED = "retired"
# A sentence, or several by what distinguishes them; "" is any other.
Said = str | dict[str, str]


class Message(Struct, frozen=True):
    """What is said of a code. `also` is why another place is shown; `file` is where the example stands."""

    title: str
    message: Said = ""
    allowed: Said = ""
    hint: Said = ""
    also: Said = ""
    example: str = ""
    file: str = ""

    def told(self, part: str, kind: str, values: Mapping[str, object]) -> str:
        """Fill in one of its sentences."""
        said: Said = getattr(self, part)
        return _FORMATTER.vformat(said if isinstance(said, str) else said.get(kind, said.get("", "")), (), values)

    @property
    def wrong(self) -> str:
        return self._without("+")

    @property
    def right(self) -> str:
        return self._without("-")

    def _without(self, sign: str) -> str:
        return "".join(line[1:] for line in self.example.splitlines(keepends=True) if line[0] != sign)


class _Words(Formatter):
    """`{day!d}` is written out, `{name!i}` is as inside a sentence, and of several words there are commas between."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion == "d":
            return long_date(value)
        return inside(value) if conversion == "i" else value

    def format_field(self, value: Any, format_spec: str) -> str:
        several = isinstance(value, Iterable) and not isinstance(value, str | date)
        return listing(map(str, value)) if several else str(value)


_FORMATTER = _Words()


@cache
def _file() -> dict[str, object]:
    # Only read where something is told: a sound file needs nothing of it.
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
