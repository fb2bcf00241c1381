"""For whoever puts the site on a server, with a host or on a file share: what to do at each place, and what to know."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class SentLine(Struct, frozen=True):
    """What a server sends with each page, by its name, and what it is for."""

    name: str
    about: str


class Deploy(Struct, frozen=True):
    """`sent` is what goes with each page, `chosen` what the keeper decides about."""

    sent: tuple[SentLine, ...]
    chosen: tuple[SentLine, ...]


def deploy(sent: Iterable[tuple[str, str]], chosen: Iterable[tuple[str, str]]) -> Deploy:
    """The same for every routine. Each line is a name and what it is for."""
    return Deploy(tuple(SentLine(*each) for each in sent), tuple(SentLine(*each) for each in chosen))
