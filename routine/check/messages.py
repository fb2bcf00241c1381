"""Messages of every code, read from the one file that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml
from msgspec import Struct, convert

from routine.check.likeness import listing
from routine.model.wording import inside, long_date

FILE = Path(__file__).with_name("messages.yaml")
RETIRED = "retired"
# One sentence, or several by kind; "" is the sentence of any other kind.
Said = str | dict[str, str]


class Message(Struct, frozen=True):
    """The messages of one code.

    `also` explains why another place is shown; `file` is the file that the example belongs to.
    """

    title: str
    message: Said = ""
    allowed: Said = ""
    hint: Said = ""
    also: Said = ""
    example: str = ""
    file: str = ""

    def told(self, part: str, kind: str, values: Mapping[str, object]) -> str:
        """Render one of the sentences with its values filled in."""
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
    """A formatter with conversions for dates, names and lists.

    `{day!d}` writes a date in full, `{name!i}` writes a name as inside a sentence, and several words are separated by
    commas.
    """

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
    # Read only when there is something to report: a valid file needs no message.
    read: dict[str, object] = yaml.load(FILE.read_bytes(), yaml.CSafeLoader)
    return read


@cache
def messages() -> dict[str, Message]:
    """Return the messages of every code in use, in the order of the file."""
    return convert({code: said for code, said in _file().items() if code != RETIRED}, dict[str, Message])


@cache
def retired() -> frozenset[str]:
    """Return the codes of rules that no longer exist."""
    return convert(_file()[RETIRED], frozenset[str])
