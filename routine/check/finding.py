"""A fault by its path in the routine, not yet placed in a file."""

from __future__ import annotations

from collections.abc import Iterable

from routine.check.messages import messages
from routine.check.nodes import Path


class Finding:
    """A broken rule: its code, its path, and the values for its sentences.

    `kind` chooses among sentences, where a code has several. `related` are other places to see, and `whys` explain
    each, where the reasons differ. `example` holds lines that could be written there, indented from the key that the
    path ends in. `part` is the words of the value that the fault is about. `more` is added to what to do.
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
