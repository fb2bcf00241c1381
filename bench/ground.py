"""What several measurements stand on: the routine, its site, and the same pages in Material as it comes.
Each is made when it is first asked for."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from bench import plain
from bench.large import enlarged

MATERIAL = f"Material {version('mkdocs-material')}"


@dataclass(frozen=True)
class Ground:
    """`work` is an empty folder, for what is made on the way."""

    data: Path
    work: Path

    @cached_property
    def ours(self) -> Path:
        """The site of the routine."""
        python("routine", "build", str(self.data), "--out", str(self.work / "ours"))
        return self.work / "ours"

    @cached_property
    def twin(self) -> Path:
        """The settings of the same pages as plain Markdown."""
        return plain.written(self.ours, self.work / "plain")

    @cached_property
    def stock(self) -> Path:
        """The site that Material makes of them."""
        material(self.twin)
        return self.twin.parent / "site"

    def large(self, times: int) -> Path:
        """A routine so many times as large."""
        out = self.work / f"{times}.yaml"
        return out if out.is_file() else enlarged(self.data, times, out)


def material(settings: Path) -> None:
    """Builds them."""
    python("mkdocs", "build", "--quiet", "--config-file", str(settings))


def python(*command: str) -> None:
    """`python -m command`, as a process of its own. What it says is let alone."""
    subprocess.run([sys.executable, "-m", *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
