"""A slip of the hand: what is wrong, and the lines as they were probably meant, so that the reading can go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from routine.reading.problems import Problem


class Slip(Struct, frozen=True):
    """One mistake. `edits`: number of a line, from 0 → what stands there instead. `also`: numbers of further lines
    that nothing more should be said about. `lost`: what is gone may be named anywhere, so that nothing else is told.
    """

    problem: Problem
    edits: Mapping[int, str] = field(default_factory=dict)
    also: frozenset[int] = frozenset()
    lost: bool = False

    @property
    def covers(self) -> frozenset[int]:
        """The lines that it explains, counted from 1 as in messages."""
        return frozenset(number + 1 for number in (*self.edits, *self.also)) | {self.problem.mark.line}


def applied(lines: list[str], slips: Iterable[Slip]) -> None:
    """Write the lines as they were meant."""
    for slip in slips:
        for number, line in slip.edits.items():
            lines[number] = line
