"""What is kept to be read by a person, and compared with what is found."""

from __future__ import annotations

import os
from pathlib import Path


def kept(folder: Path, name: str, found: str) -> None:
    """Compare with the file of that name, YAML where it has no ending; UPDATE_GOLDEN=1 writes it anew."""
    file = folder / (name if "." in name else f"{name}.yaml")
    if os.environ.get("UPDATE_GOLDEN") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found + "\n", encoding="utf-8")
    assert found + "\n" == file.read_text(encoding="utf-8")
