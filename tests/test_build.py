"""A build hands on its settings as text, and makes each thing once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from routine import build as building
from routine.build import BuildError, build
from routine.domain.model import Routine
from routine.print import export, press
from routine.print.imprint import Imprint, imprinted
from routine.print.sheet import Printed
from routine.print.sheets import printed
from routine.print.sheets.bundle import Bundle, bundles
from tests.kit.paths import PROJECT, SMALL
from tests.kit.roomy import roomy


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

    def watched_pdf(sheet: Printed, imprint: Imprint, *, fit: str, keep: bool) -> bytes:
        made.append(sheet.file)
        return pdf(sheet, imprint, fit=fit, keep=keep)

    monkeypatch.setattr("mkdocs.commands.build.build", watched_engine)
    monkeypatch.setattr(press, "pdf", watched_pdf)
    export.forget()
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
def test_what_is_printed_is_made_anew_when_a_template_changes(small: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview reads the templates again."""
    first = export.pressed(small)
    assert export.pressed(small) is first
    monkeypatch.setattr(press, "templates", lambda: b"en annan mall")
    assert export.pressed(small) is not first


def test_cards_without_limits_are_not_remembered(small: Routine) -> None:
    crowded = small.model_copy(
        update={"roles": (small.roles[0].model_copy(update={"name": "Ordet " * 300}), *small.roles[1:])}
    )
    with roomy():
        assert b"" in export.pressed(crowded).values()
    with pytest.raises(press.FitError):
        export.pressed(crowded)


def test_what_is_printed_is_made_while_the_caller_does_something_else(
    small: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, made = Event(), Event(), Event()
    pdf, together = press.pdf, press.together

    def waiting(*given: Any, **named: Any) -> bytes:
        begun.set()
        assert go_on.wait(60)
        return pdf(*given, **named)

    def watched(*given: Any, **named: Any) -> bytes:
        made.set()
        return together(*given, **named)

    monkeypatch.setattr(press, "pdf", waiting)
    monkeypatch.setattr(press, "together", watched)
    export.forget()
    with export.beside(small, (), "", pictures=False):
        assert begun.wait(60)  # Without having been asked for.
        go_on.set()
        assert made.wait(60)
        assert any(name.startswith("allt-") for name in export.pressed(small))


def test_what_has_no_room_is_told_to_whoever_asks_for_what_is_printed_each_time(small: Routine) -> None:
    """Of what is long it is told at once."""
    crowded = small.model_copy(
        update={"roles": (small.roles[0].model_copy(update={"name": "Ordet " * 50}), *small.roles[1:])}
    )
    with export.beside(crowded, (), "", pictures=False):
        for _ in range(2):
            with pytest.raises(press.FitError):
                export.pressed(crowded)
    longer = crowded.model_copy(
        update={"roles": (small.roles[0].model_copy(update={"name": "Ordet " * 1000}), *small.roles[1:])}
    )
    with pytest.raises(press.FitError), export.beside(longer, (), "", pictures=False):
        raise AssertionError("pages are made")


def test_what_failed_once_is_tried_again(small: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise OSError

    export.forget()
    with monkeypatch.context() as patched:
        patched.setattr(press, "pdf", broken)
        with pytest.raises(OSError), export.beside(small, (), "", pictures=False):
            export.pressed(small)
    assert export.pressed(small)


def test_a_build_that_fails_waits_for_what_is_being_printed(small: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    together = press.together

    def watched(*given: Any, **named: Any) -> bytes:
        made.append("begun")
        done = together(*given, **named)
        made.append("done")
        return done

    monkeypatch.setattr(press, "together", watched)
    export.forget()
    with pytest.raises(RuntimeError), export.beside(small, (), "", pictures=False):
        raise RuntimeError
    assert made.count("done") == made.count("begun") > 0


@pytest.mark.parametrize("longest", ["the longest sheet", "files with several"])
def test_presses_share_a_store_only_for_what_is_long(
    small: Routine, monkeypatch: pytest.MonkeyPatch, longest: str
) -> None:
    shared: list[bool] = []
    monkeypatch.setattr("routine.print.memory.in_one_place", lambda: shared.append(True))
    export.forget()
    export.pressed(small)
    assert not shared
    one = max(press.length(*given) for given in imprinted(small, (), ""))
    monkeypatch.setattr(export, "LONG", one if longest == "the longest sheet" else one + 1)
    export.forget()
    export.pressed(small)
    assert shared


def test_what_is_long_is_set_before_the_pages_and_one_sheet_at_a_time(
    small: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two at once would wait for each other, and each keep the memory that it has had."""
    at_once, finished, most = set[str](), list[str](), 0
    together, pdf = press.together, press.pdf

    def counted(sheet: Printed, *given: Any, **named: Any) -> bytes:
        nonlocal most
        at_once.add(sheet.file)
        most = max(most, len(at_once))
        made = pdf(sheet, *given, **named)
        at_once.remove(sheet.file)
        return made

    def noted(bundle: Bundle, *given: Any, **named: Any) -> bytes:
        made = together(bundle, *given, **named)
        finished.append(bundle.file)
        return made

    monkeypatch.setattr(press, "pdf", counted)
    monkeypatch.setattr(press, "together", noted)
    monkeypatch.setattr(export, "LONG", 1)
    export.forget()
    with export.beside(small, (), "", pictures=False):
        assert {each.file for each in bundles(small, printed(small))} == {*finished}
    assert most == 1


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
