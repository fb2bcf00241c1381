"""Another Python than the project's own is met with a sentence that says which to ask."""

from __future__ import annotations

import subprocess
import sys

from routine.__main__ import HINT
from tests.kit.paths import PROJECT


def test_a_python_without_the_packages_says_which_one_has_them() -> None:
    command = [sys.executable, "-S", "-m", "routine", "check"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert HINT in done.stderr
    assert "Traceback" not in done.stderr
