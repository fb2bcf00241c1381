"""Faults by their path, and the messages of every code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

import yaml
from msgspec import Struct, convert

from routine.check.likeness import listing
from routine.check.nodes import Path
from routine.model.wording import inside, long_date

FILE = files("routine.check") / "messages.yaml"
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


class Finding:
    """A broken rule: its code, its path, and the values for its sentences.

    `kind` chooses among sentences, where a code has several. `related` are other places to see, and `whys` explain
    each, where the reasons differ. `example` holds lines that could be written there, indented from the key that the
    path ends in, or with `whole` from the margin. `part` is the words of the value that the fault is about. `more` is
    added to what to do.
    """

    def __init__(
        self,
        code: str,
        path: Path,
        kind: str = "",
        *,
        related: Iterable[Path] = (),
        whys: Iterable[str] = (),
        example: Iterable[str] = (),
        part: str = "",
        whole: bool = False,
        **values: object,
    ) -> None:
        self.code, self.path, self.kind, self.values = code, path, kind, values
        self.places, self.whys, self.example, self.part = tuple(related), tuple(whys), tuple(example), part
        self.more, self.whole = "", whole

    @property
    def message(self) -> str:
        return self._told("message")

    @property
    def allowed(self) -> str:
        return self._told("allowed")

    @property
    def hint(self) -> str:
        return self._told("hint") + self.more

    @property
    def related(self) -> tuple[tuple[Path, str], ...]:
        whys = self.whys or (self._told("also"),) * len(self.places)
        return tuple(zip(self.places, whys, strict=True))

    def _told(self, part: str) -> str:
        return messages()[self.code].told(part, self.kind, self.values)
