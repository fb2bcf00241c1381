"""The sheets of the small routine and of ours, set once a session."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from routine.check.load import load
from routine.model.model import Routine
from routine.paper.imprint import Imprint, imprinted
from routine.paper.press import pdf
from routine.paper.sheet import Printed
from tests.kit.paths import REAL, SMALL

# With a code to scan, which takes room.
ADDRESS = "https://kommun.example/rutin/"


@dataclass(frozen=True)
class Paper:
    """A routine with all that is printed of it."""

    routine: Routine
    sheets: tuple[tuple[Printed, Imprint, bytes], ...]

    def of(self, *templates: str) -> list[tuple[Printed, Imprint, bytes]]:
        """The sheets of some kinds: never none."""
        found = [each for each in self.sheets if each[0].template in templates]
        assert found
        return found


@pytest.fixture(scope="session", params=[SMALL, REAL], ids=["small", "ours"])
def paper(request: pytest.FixtureRequest) -> Paper:
    routine = load(request.param)
    return Paper(routine, tuple((*each, pdf(*each)) for each in imprinted(routine, address=ADDRESS)))
