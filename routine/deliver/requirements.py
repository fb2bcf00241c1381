"""Locked requirements in a file's text, and comparison of versions.

Both follow pip.
"""

from __future__ import annotations

import re

from packaging.version import InvalidVersion, Version

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def locked(text: str) -> dict[str, str]:
    """Return package → version."""
    return dict(LOCKED.findall(text))


def is_later(one: str, other: str) -> bool:
    """Tell whether one version comes after another.

    False when either of them is no version.
    """
    first, second = _version(one), _version(other)
    return first is not None and second is not None and first > second


def is_same(one: str, other: str) -> bool:
    """Tell whether two versions are the same, as 1.0 and 1 are."""
    return one == other or (_version(one) is not None and _version(one) == _version(other))


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:  # From a file that somebody has edited by hand.
        return None
