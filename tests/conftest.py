"""What several test files need: the two routines, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from routine.load import load
from routine.model import Routine

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
SMALL = TESTS / "fixtures" / "small.yaml"
REAL = PROJECT / "data" / "routine.yaml"
GOLDEN = TESTS / "golden"


@pytest.fixture(scope="session")
def small() -> Routine:
    """The made-up routine that uses every feature of the model."""
    return load(SMALL)


@pytest.fixture(scope="session")
def real() -> Routine:
    """The routine that is published."""
    return load(REAL)
