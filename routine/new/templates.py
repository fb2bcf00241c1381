"""What a site has of its own, from the templates: its words are theirs, and what is asked is put into them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from msgspec import Struct

from routine.new.engine import WRITTEN
from routine.new.kinds import BODY_KINDS

OWN = Path(__file__).parent / "own"
ENDING = ".template"
ASKED = re.compile(r"\{\{(\w+)\}\}")
# The gate before publishing tells of a word that begins so.
NAMELESS = "Exempelorganisationen"


class Body(Struct, frozen=True):
    """What is asked of whoever makes a site, and the day on which it is made."""

    name: str
    kind: str
    today: date

    def words(self) -> dict[str, str]:
        """What stands in place of each mark of a template."""
        which, whose = BODY_KINDS[self.kind]
        return {
            "name": self.name,
            "quoted": json.dumps(self.name, ensure_ascii=False),
            "kind": self.kind,
            "which": which,
            "whose": whose,
            "today": self.today.isoformat(),
        }


def own_files(body: Body) -> dict[str, bytes]:
    """Path → text of all that is made from a template and is the site's own from then on."""
    return {path: _filled(path, body.words()) for path in _names() if path not in WRITTEN}


def written_files() -> dict[str, bytes]:
    """The same of what belongs to the engine: nothing of a body stands there."""
    return {path: _filled(path, {}) for path in WRITTEN}


def tests_of_its_own() -> dict[str, Path]:
    """Path → template of the tests that a site is given, as they stand: nothing of a body is put into them."""
    return {path: OWN / f"{path}{ENDING}" for path in _names() if path.startswith("tests/")}


def _names() -> list[str]:
    files = OWN.rglob(f"*{ENDING}")
    return sorted(file.relative_to(OWN).as_posix().removesuffix(ENDING) for file in files)


def _filled(path: str, words: dict[str, str]) -> bytes:
    text = (OWN / f"{path}{ENDING}").read_text(encoding="utf-8")
    return ASKED.sub(lambda mark: words[mark[1]], text).encode()
