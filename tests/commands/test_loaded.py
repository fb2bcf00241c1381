"""What a command loads: half of the time of a short one goes to that, so none loads what it has no use for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from routine.commands.options import ABOUT
from tests.kit.paths import PROJECT, SMALL

RUN = "import sys; from routine.__main__ import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
MOST_OF_OURS = 182  # Modules, for a check. There are 182.
PAGES = {"jinja2", "mkdocs", "material", "markdown", "rjsmin", "rcssmin", "minify_html", "routine.html.render"}
OTHERS = (
    "routine.changes",
    "routine.editions.versions",
    "routine.editions.git",
    "routine.new.engine",
    "routine.commands.preview",
)


def loaded(*arguments: str) -> set[str]:
    """The modules that there are when a command has run."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return set(done.stderr.split())


def test_a_check_loads_nothing_that_makes_pages() -> None:
    found = loaded("check", str(SMALL))
    assert "routine.commands.check" in found
    assert found & PAGES == set()
    assert {each for each in found if each.startswith(OTHERS)} == set()
    assert len([each for each in found if each.startswith("routine.")]) <= MOST_OF_OURS


def test_a_build_loads_nothing_that_compares_lays_out_or_shows(tmp_path: Path) -> None:
    found = loaded("build", str(SMALL), "--out", str(tmp_path / "ut"))
    assert found >= PAGES - {"material", "minify_html"}
    assert {each for each in found if each.startswith(OTHERS)} == set()


def test_a_build_that_has_its_scripts_and_prints_loads_nothing_that_makes_them_nor_what_speaks_with_others(
    tmp_path: Path,
) -> None:
    loaded("build", str(SMALL), "--out", str(tmp_path / "ut"))
    assert loaded("build", str(SMALL), "--out", str(tmp_path / "ut")) & {"minify_html", "typst", "urllib3"} == set()


@pytest.mark.parametrize("name", ABOUT)
def test_every_command_is_the_module_of_its_name(name: str) -> None:
    text = (PROJECT / f"routine/commands/{name}.py").read_text(encoding="utf-8")
    assert "\ndef run(options: argparse.Namespace) -> None:\n" in text
