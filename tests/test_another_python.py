"""Another Python than the project's own is met with a sentence that says which to ask."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError

import pytest

from routine.__main__ import HINT, installed, main
from tests.kit.paths import PROJECT, SMALL

LATER = "import sys; sys.modules['rcssmin'] = None; from routine.__main__ import main; sys.exit(main(['build']))"


@pytest.mark.parametrize(
    ("arguments", "package"),
    [(["-S", "-m", "routine", "check"], "msgspec|pydantic|yaml"), (["-c", LATER], "rcssmin")],
    ids=["all are missing", "one that a command asks for"],
)
def test_a_python_without_the_packages_says_which_one_has_them(arguments: list[str], package: str) -> None:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    said, hint = done.stderr.splitlines()
    assert said in {f"Paketet {each} finns inte för den här Python." for each in package.split("|")}
    assert hint == f"    Gör så här: {HINT}"
    assert ".venv/bin/python" in hint


def test_a_package_whose_version_is_asked_for_is_told_as_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_: object) -> None:
        raise PackageNotFoundError("typst")

    monkeypatch.setattr("routine.commands.check.run", missing)
    with pytest.raises(SystemExit, match="2"):
        main(["check", str(SMALL)])
    assert "Paketet typst finns inte" in capsys.readouterr().err


def test_a_module_of_our_own_that_is_missing_is_a_fault_of_ours() -> None:
    with pytest.raises(ModuleNotFoundError), installed():
        raise ModuleNotFoundError("No module named 'routine.x'", name="routine.x")
