"""Python in a process of its own, in the project's folder, as whoever runs a command has it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.kit.paths import PROJECT


def python(*arguments: str, seconds: int, **environment: str) -> subprocess.CompletedProcess[str]:
    """What Python gives for these arguments. Raises TimeoutExpired after so many seconds."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=seconds,
    )
