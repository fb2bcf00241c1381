"""What was measured of ours, beside what the same thing took of its peer, and what it may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Quantity(Enum):
    """What a figure is of: its sign in the table, and how many decimals tell anything."""

    SECONDS = ("s", 2)
    MILLISECONDS = ("ms", 1)
    MEGABYTES = ("MB", 0)
    KILOBYTES = ("kB", 1)
    PERCENT = ("%", 0)
    COUNT = ("st", 0)
    EXPONENT = ("", 2)

    @property
    def sign(self) -> str:
        return self.value[0]

    @property
    def decimals(self) -> int:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Peer:
    """What does the same thing: its name with its version, and what was measured of it in the same run.
    Without a value it could not be had; `missing` then says what to do about that."""

    name: str
    value: float | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """The most that a figure may be: in its own quantity, or with `ratio` so many times its peer's.
    With `least` it is the least."""

    value: float
    ratio: bool = False
    least: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table. What has no peer is held to its bound alone, and what has no bound is only told."""

    name: str
    quantity: Quantity
    ours: float
    peer: Peer | None = None
    bound: Bound | None = None

    @property
    def ratio(self) -> float | None:
        """How many times its peer's ours is; None without a peer that could be measured."""
        if not self.peer or not self.peer.value:
            return None
        return self.ours / self.peer.value

    @property
    def holds(self) -> bool | None:
        """Whether it is on the right side of its bound; None where there is none, or nothing to hold it to."""
        held = self.ratio if self.bound and self.bound.ratio else self.ours
        if not self.bound or held is None:
            return None
        return held >= self.bound.value if self.bound.least else held <= self.bound.value
