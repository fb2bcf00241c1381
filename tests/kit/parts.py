"""The parts that the site's scripts are made of, and scripts of other parts than those that are published."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from routine.pages import minify
from routine.pages.scripts import SCRIPTS, Group, assembled, bundled
from tests.kit.paths import PROJECT

FOLDER = PROJECT / "routine/pages"


@cache
def sources() -> Mapping[str, str]:
    """Part → its text."""
    files = (file for file in sorted(FOLDER.rglob("*.js")) if file.parent.name != "vendor")
    return {file.relative_to(FOLDER).with_suffix("").as_posix(): file.read_text(encoding="utf-8") for file in files}


def publish(folder: Path, parts: Mapping[str, str]) -> None:
    """Put these in a built site, in place of its own."""
    for name in SCRIPTS:
        (folder / f"assets/{name}.js").write_text(bundled(name, parts), encoding="utf-8")


def parts_of(script: str) -> list[str]:
    """All that a page's script is made of, in order."""
    return [part for group in SCRIPTS[script] for part in group]


def script_of(*groups: Group) -> str:
    """These alone, as one script."""
    return assembled(groups, sources(), minify.script)
