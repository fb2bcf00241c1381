"""What took time to make is kept, under a name that follows from all that it was made of. Losing it costs only time.

It lies in `.cache/` in the project, which `make clean` empties. Where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

FOLDER = Path(__file__).resolve().parent.parent / ".cache/rutin"
MOST = 2000  # Files. Those that have not been asked for the longest go first.


def kept(make: Callable[[], bytes], *made_of: bytes) -> bytes:
    """What `make` gives, made only once for each `made_of`, which must hold everything that it depends on."""
    found = find(made_of)
    if found is None:
        found = make()
        keep(found, made_of)
    return found


def find(made_of: Sequence[bytes]) -> bytes | None:
    """What is kept of this, or None."""
    file = _file(made_of)
    try:
        found = file.read_bytes()
        file.touch()
    except OSError:
        return None
    return found


def keep(made: bytes, made_of: Sequence[bytes]) -> None:
    """Whole or not at all, whoever else keeps the same just now; not at all where it cannot be written."""
    file = _file(made_of)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{uuid4().hex}.ny")
        new.write_bytes(made)
        new.replace(file)
        for old in sorted(file.parent.iterdir(), key=lambda each: each.stat().st_mtime)[:-MOST]:
            old.unlink(missing_ok=True)


def _file(made_of: Sequence[bytes]) -> Path:
    digest = hashlib.sha256()
    for part in made_of:
        digest.update(len(part).to_bytes(8) + part)
    return FOLDER / digest.hexdigest()
