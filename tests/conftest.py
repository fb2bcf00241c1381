"""What several test files need: the two routines, read once."""

from __future__ import annotations

import pytest

from routine.domain.model import Routine
from routine.load import load
from tests.kit.paths import REAL, SMALL


@pytest.fixture(scope="session")
def small() -> Routine:
    """The made-up routine that uses every feature of the model."""
    return load(SMALL)


@pytest.fixture(scope="session")
def real() -> Routine:
    """The routine that is published."""
    return load(REAL)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures that tests have recorded, after all else."""
    for report in terminalreporter.getreports("passed"):
        for name, figures in report.user_properties:
            if isinstance(figures, dict):
                terminalreporter.section(name)
                for what, figure in sorted(figures.items(), key=lambda item: -item[1]):
                    terminalreporter.write_line(f"{figure:6} {what}")
