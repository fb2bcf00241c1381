"""A file of locked requirements, by its text, as pip reads it, and the versions in it, as pip tells them apart."""

from __future__ import annotations

import re

from packaging.version import InvalidVersion, Version

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def locked(text: str) -> dict[str, str]:
    """Package → version."""
    return dict(LOCKED.findall(text))


def is_later(one: str, other: str) -> bool:
    """Whether one version comes after another. Nothing does where one of them is none."""
    first, second = _version(one), _version(other)
    return first is not None and second is not None and first > second


def is_same(one: str, other: str) -> bool:
    """Whether both say the same, as 1.0 and 1 do."""
    return one == other or (_version(one) is not None and _version(one) == _version(other))


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:  # Of a file that somebody has written in.
        return None
