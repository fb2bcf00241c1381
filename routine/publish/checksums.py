"""The checksums of files, as `sha256sum --check` and `shasum -a 256 --check` read them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

CHECKSUMS = "SHA256SUMS"


def checksums(files: Mapping[str, bytes]) -> str:
    """A line for each file, sorted by its path."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
