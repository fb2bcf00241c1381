"""What is published is read by no test: what an editor changes there is none of the code's."""

from __future__ import annotations

import os
import sys

from tests.kit.paths import PUBLISHED

PLACES = {*map(str, PUBLISHED)}
OF_PUBLISHED = tuple(file.name for file in PUBLISHED)


def watch() -> None:
    """From now on, whatever code opens one of the files in this process fails."""
    sys.addaudithook(_opened)


def _opened(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(file := arguments[0], str) and file.endswith(OF_PUBLISHED):
        assert os.path.abspath(file) not in PLACES, f"a test has read {file}"  # noqa: PTH100
