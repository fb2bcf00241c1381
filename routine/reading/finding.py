"""A fault by its path in the routine: what it has before anybody knows where in a file that stands."""

from __future__ import annotations

from collections.abc import Iterable

from routine.reading.messages import messages
from routine.reading.nodes import Path


class Finding:
    """A broken rule: its code, its place, and the values that its sentences are filled with.

    `kind` chooses among sentences, where a code has several. `related` are other places to see, and `whys` a word on
    each, where they differ. `example` are lines that could stand there, with their indents from where the key stands
    that the path ends in. `part`: the words of the value that it is about. `more` is added to what to do.
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
        **values: object,
    ) -> None:
        self.code, self.path, self.kind, self.values = code, path, kind, values
        self.places, self.whys, self.example, self.part = tuple(related), tuple(whys), tuple(example), part
        self.more = ""

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
