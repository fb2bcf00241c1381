"""The version of each file that pages ask for. It follows from the file's bytes and stands in the address, as
`assets/guide.css?v=1a2b3c4d`: what a browser has of that address is the file, and need not be asked for again.

The files keep their names, so that a page that is open while the site is changed for a newer one still gets the scripts
that it asks for later.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

FOLDER, VENDOR = "assets", "assets/vendor"
SIGNS = 8  # Of a digest in hex. Two versions of one file are told apart, not any two files.


def versions(site: Path, folder: str = FOLDER) -> Mapping[str, str]:
    """File, by its path in the site → what its address ends in, for each in this folder of it."""
    files = (file for file in (site / folder).rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): ending(file.read_bytes()) for file in files}


def ending(content: bytes) -> str:
    """What the address of a file with these bytes ends in."""
    return f"?v={sha256(content).hexdigest()[:SIGNS]}"
