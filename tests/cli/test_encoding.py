"""What a command says is UTF-8, wherever it is said: nothing fails because a terminal cannot show a letter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.paths import PROJECT, SMALL

# What a terminal may say of itself, and where Python may not help: Linux without a locale, Windows in its pipes.
PLACES = {
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
}


def said(place: str, *arguments: str | bytes) -> tuple[int, str, str]:
    environment = {"PATH": os.environ["PATH"]} | PLACES[place]
    command = [sys.executable, "-m", "routine", *arguments]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("place", PLACES)
def test_every_letter_is_told(place: str, tmp_path: Path) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_text(SMALL.read_text("utf-8").replace("text: Byt röret\n", "text: Byt röret 漢🙂\n"), encoding="utf-8")
    code, out, err = said(place, "check", str(file))
    assert (code, out) == (2, "")
    assert "Byt röret 漢" in err
    code, out, err = said(place, "check", "--json", str(file))
    assert (code, err) == (2, "")
    assert "漢" in json.loads(out)[0]["message"]


def test_a_name_that_is_no_text_is_told_by_its_bytes(tmp_path: Path) -> None:
    code, _, err = said("C", "check", os.fsencode(tmp_path) + b"/\xff.yaml")
    assert (code, "\\udcff.yaml:1:1: S011" in err) == (2, True)
