"""Checksums of files.

The format is that of `sha256sum --check` and `shasum -a 256 --check`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

CHECKSUMS = "SHA256SUMS"


def checksums(files: Mapping[str, bytes]) -> str:
    """Write a line for each file, sorted by path."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
