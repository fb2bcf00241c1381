"""What a site knows of its engine: the version, the form of its data, and a digest of each of the engine's files.
By it an upgrade sees what was changed by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field

from routine.disk.json_text import indented
from routine.new.engine import SETTINGS
from routine.new.settings import without_values
from routine.reading.problems import StopError

NAME = "engine.json"


class EngineError(StopError):
    """A site cannot be laid out or brought up to this version. The message is whole."""


class Manifest(Struct, frozen=True):
    """`towards` are the digests that an upgrade is on its way to; empty when none was broken off."""

    version: str
    form: int
    files: Mapping[str, str]
    towards: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> bytes:
        """The file."""
        said = {"version": self.version, "form": self.form, "files": dict(sorted(self.files.items()))}
        if self.towards:
            said["towards"] = dict(sorted(self.towards.items()))
        return indented(said).encode()


def digest(path: str, data: bytes) -> str:
    """Of what is the engine's in a file: line endings are the machine's, and some settings the body's."""
    plain = data.replace(b"\r\n", b"\n")
    if path == SETTINGS:
        plain = without_values(plain.decode("utf-8", "replace")).encode()
    return sha256(plain).hexdigest()


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Of each file."""
    return {path: digest(path, data) for path, data in files.items()}


def manifest_of(site: Path) -> Manifest:
    """What the site knows. Raises EngineError."""
    try:
        said = json.loads((site / NAME).read_text(encoding="utf-8"))
        return Manifest(str(said["version"]), int(said["form"]), dict(said["files"]), dict(said.get("towards", {})))
    except FileNotFoundError:
        hint = "ange mappen med en webbplats som python -m routine new har gjort."
        raise EngineError(f"{site} har ingen fil {NAME}.\nGör så här: {hint}") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        hint = f"hämta tillbaka {NAME} som den var, till exempel ur git, och försök igen."
        raise EngineError(f"{site / NAME} går inte att läsa.\nGör så här: {hint}") from None
