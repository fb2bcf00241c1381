"""What a command says is UTF-8, wherever it is said: nothing fails because a terminal cannot show a letter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import PROJECT, SMALL
from tests.kit.views import some

# What a terminal may say of itself, and where Python may not help: Linux without a locale, Windows in its pipes.
PLACES = {
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "cp850": {"PYTHONIOENCODING": "cp850:strict"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
}


def said(place: str, *arguments: str) -> tuple[int, str, str]:
    """The exit code, and what is said on either side, which is UTF-8 or fails here."""
    done = subprocess.run(
        [sys.executable, "-m", "routine", *arguments],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], "NO_MKDOCS_2_WARNING": "1"} | PLACES[place],
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("place", PLACES)
def test_what_is_well_is_told(place: str) -> None:
    code, out, err = said(place, "check", str(SMALL))
    assert (code, err) == (0, "")
    assert "10 åtgärder, 5 roller." in out


@pytest.mark.parametrize("place", some("ascii", full=("C", "cp1252", "cp850", "utf-16")))
def test_what_is_wrong_is_told_with_its_letters(place: str, tmp_path: Path) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_text(SMALL_TEXT.replace("    text: Byt röret\n", "    text: Byt röret 漢🙂\n"), encoding="utf-8")
    code, out, err = said(place, "check", str(file))
    assert (code, out) == (2, "")
    assert "Byt röret 漢" in err
    code, out, err = said(place, "check", "--json", str(file))
    assert (code, err) == (2, "")
    assert "Gör så här" not in out
    assert "漢" in json.loads(out)[0]["message"]


@pytest.mark.parametrize("place", some("cp1252", full=("C", "ascii", "cp850", "utf-16")))
def test_what_is_exported_is_what_others_get(place: str) -> None:
    code, out, err = said(place, "export", str(SMALL))
    assert (code, err) == (0, "")
    assert json.loads(out)["roles"][0]["name"] == "Upptäckaren"


@pytest.mark.parametrize("place", some("ascii", full=("C", "cp1252")))
def test_the_help_and_a_wrong_use_are_told(place: str) -> None:
    assert "förhandsvisa" in said(place, "--help")[1]
    assert "Gör så här" in said(place, "chek")[2]


@pytest.mark.site
@pytest.mark.parametrize("place", some("ascii", full=("C", "cp1252")))
def test_a_site_is_built_and_told_of(place: str, tmp_path: Path) -> None:
    code, out, err = said(place, "build", str(SMALL), "--out", str(tmp_path / "å/site"))
    assert (code, err) == (0, "")
    assert "Webbplatsen ligger i" in out


def test_a_name_that_is_no_text_is_told_by_its_bytes(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.yaml"
    done = subprocess.run(
        [sys.executable, "-m", "routine", "check", name], cwd=PROJECT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert "\\udcff.yaml:1:1: S011" in done.stderr.decode()


def test_so_it_is_to_a_program(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.yaml"
    done = subprocess.run(
        [sys.executable, "-m", "routine", "check", "--json", name],
        cwd=PROJECT,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (2, b"")
    assert json.loads(done.stdout)[0]["file"].endswith("\\udcff.yaml")
