"""For whoever wants a guide of their own: what is done in the first half hour, what it costs, and how it is kept up."""

from __future__ import annotations

from msgspec import Struct


class Adopt(Struct, frozen=True):
    """The version that the page tells of."""

    version: str


def adopt(version: str) -> Adopt:
    """The same for every routine."""
    return Adopt(version)
