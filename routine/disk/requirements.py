"""A file of locked requirements, by its text, as pip reads it."""

from __future__ import annotations

import re

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def locked(text: str) -> dict[str, str]:
    """Package → version."""
    return dict(LOCKED.findall(text))
