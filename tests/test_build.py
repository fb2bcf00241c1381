"""A build hands on its settings as text, and makes each thing once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from routine import build as building
from routine.build import BuildError, build
from routine.domain.model import Routine
from routine.print import export, press
from routine.print.imprint import Imprint
from routine.print.sheet import Printed
from routine.print.sheets import printed
from tests.kit.paths import PROJECT, SMALL


def test_a_module_that_is_not_asked_for_is_not_loaded_and_one_that_is_is_whole() -> None:
    run = (
        "import sys; from routine.build import _not_before_asked as later; later('wsgiref'); later('wsgiref');"
        "import wsgiref, importlib.util; importlib.util.find_spec('wsgiref'); print('wsgiref.util' in sys.modules);"
        "import wsgiref.util; print(wsgiref.util.is_hop_by_hop('te'), sys.modules['wsgiref'].__spec__ is not None);"
        "later('json'); import json; print(json.loads('[1]'))"
    )
    done = subprocess.run([sys.executable, "-c", run], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "True", "[1]"]


@pytest.mark.site
def test_what_is_printed_is_made_once_and_does_not_travel_through_the_engines_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: Routine
) -> None:
    import mkdocs.commands.build

    engine, pdf = mkdocs.commands.build.build, press.pdf
    given: list[dict[str, Any]] = []
    made: list[str] = []

    def watched_engine(config: Any) -> None:
        given.append({**config["extra"]})
        engine(config)

    def watched_pdf(sheet: Printed, imprint: Imprint, *, keep: bool) -> bytes:
        made.append(sheet.file)
        return pdf(sheet, imprint, keep=keep)

    monkeypatch.setattr("mkdocs.commands.build.build", watched_engine)
    monkeypatch.setattr(press, "pdf", watched_pdf)
    export.pressed.cache_clear()
    build(SMALL, tmp_path / "site")
    assert {name: type(value) for name, value in given[0].items()} == {
        "data": str,
        "shown": str,
        "links": str,
        "preview": bool,
        "staged": bool,
    }
    assert sorted(made) == sorted(sheet.file for sheet in printed(small))


@pytest.mark.site
def test_what_has_no_room_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    """It is told when the pages are made: they take their place after that."""
    out, data = tmp_path / "site", tmp_path / "rutin.yaml"
    build(SMALL, out)
    before = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}
    text = SMALL.read_text(encoding="utf-8")
    data.write_text(text.replace("name: Rektorn\n", f"name: {'Ordet ' * 300}\n"), encoding="utf-8")
    assert data.read_text(encoding="utf-8") != text
    with pytest.raises(press.FitError):
        build(data, out)
    assert {file: file.read_bytes() for file in out.rglob("*") if file.is_file()} == before
    assert {file.name for file in tmp_path.iterdir()} == {out.name, data.name}


@pytest.mark.parametrize("settings", ["INHERIT: 5\n", "INHERIT: mkdocs.yml\n", f"extra: {'[' * 3000}{']' * 3000}\n"])
def test_settings_that_no_engine_can_read_are_told_in_swedish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(settings, encoding="utf-8")
    monkeypatch.setattr(building, "SETTINGS", file)
    with pytest.raises(BuildError, match=r"^mkdocs\.yml går inte att läsa.+\n +Gör så här: rätta raden"):
        build(SMALL, tmp_path / "site")
    assert not (tmp_path / "site").exists()
