"""What lies in a file's place and is no file."""

from __future__ import annotations

import stat
from pathlib import Path

IRREGULAR = {
    stat.S_IFDIR: "en mapp",
    stat.S_IFIFO: "en namngiven pipa",
    stat.S_IFSOCK: "en sockel",
    stat.S_IFCHR: "en enhet",
    stat.S_IFBLK: "en enhet",
}


def irregular(file: Path) -> str:
    """What it is, in Swedish, as a named pipe, which may be waited for for ever; empty for a file, and for a link to
    one. Raises OSError."""
    mode = file.stat().st_mode
    return "" if stat.S_ISREG(mode) else IRREGULAR.get(stat.S_IFMT(mode), "något annat")
