"""What took time to make is kept, under a name that follows from all that it was made of. Losing it costs only time.

It lies in `.cache/` in the project, which `make clean` empties. Where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

FOLDER = Path(__file__).resolve().parent.parent / ".cache/rutin"
MOST = 1000  # Files. The oldest go first.


def kept(make: Callable[[], bytes], *made_of: bytes) -> bytes:
    """What `make` gives, made only once for each `made_of`, which must hold everything that it depends on."""
    digest = hashlib.sha256()
    for part in made_of:
        digest.update(len(part).to_bytes(8) + part)
    file = FOLDER / digest.hexdigest()
    with suppress(OSError):
        return file.read_bytes()
    made = make()
    with suppress(OSError):
        _keep(file, made)
    return made


def _keep(file: Path, made: bytes) -> None:
    """Whole or not at all, whoever else keeps the same just now."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{uuid4().hex}.ny")
    new.write_bytes(made)
    new.replace(file)
    files = sorted(file.parent.iterdir(), key=lambda each: each.stat().st_mtime)
    for old in files[:-MOST]:
        old.unlink(missing_ok=True)
