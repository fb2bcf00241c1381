"""Where the routines lie that tests read: one name for each."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
PROJECT = TESTS.parent
SMALL = TESTS / "fixtures/small.yaml"
REAL = PROJECT / "data/routine.yaml"
GOLDEN = TESTS / "golden"
