"""What the last step leaves of a built folder."""

from __future__ import annotations

import argparse
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.built import Site, main, text
from routine.commands.finish import run
from routine.disk import cache, json_text
from routine.domain import model
from routine.print import export
from routine.print.press import FitError
from routine.publish import json_export
from routine.publish.finish import _schema, finish
from routine.publish.settings import Settings
from routine.views import addresses as at
from tests.kit.bare import bared
from tests.kit.paths import PROJECT, SMALL

pytestmark = pytest.mark.site


def test_a_page_that_a_routine_has_nothing_of_is_not_published(small_site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(small_site.folder, folder)
    gone = [folder / address.strip("/") for address in (at.GUIDANCE, at.LEARNS)]
    assert all(page.is_dir() for page in gone)
    finish(bared(small_site.routine), (), folder, Settings(SMALL, SMALL.name, PROJECT / "docs", "filer", "/", ""), dict)
    assert not any(page.exists() for page in gone)
    assert (folder / at.WHOLE.strip("/")).is_dir()


def test_how_booklets_are_folded_is_as_they_were_printed(small_site: Site, site: Site) -> None:
    """None of the small routine has eight pages: eight were spoken of, with scissors, all the same."""
    four, eight, count = "Fyra rutor", "Åtta rutor", "Räkna rutorna"
    for each, there in ((small_site, (True, False, False)), (site, (True, True, True))):
        said = text(main(each.page(at.BOOKLET)))
        assert tuple(words in said for words in (four, eight, count)) == there, each.folder


def test_a_page_that_cannot_be_taken_away_stops_it(
    small_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would be published, with nothing said."""

    def refused(path: Path, *, dir_fd: int | None = None) -> None:
        if dir_fd is None:  # No folder is being taken away.
            unlink(path)
        else:
            raise PermissionError(errno.EACCES, "no", str(path))

    folder, unlink = tmp_path / "site", os.unlink
    shutil.copytree(small_site.folder, folder)
    monkeypatch.setattr(os, "unlink", refused)
    with pytest.raises(PermissionError):
        finish(
            bared(small_site.routine), (), folder, Settings(SMALL, SMALL.name, PROJECT / "docs", "filer", "/", ""), dict
        )


def test_what_an_engine_took_with_it_is_gone(small_site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(small_site.folder, folder)
    draft = folder / "roller/.utkast.html"
    draft.write_text("<h1>Ett utkast</h1>", encoding="utf-8")
    finish(small_site.routine, (), folder, Settings(SMALL, SMALL.name, PROJECT / "docs", "filer", "/", ""), dict)
    assert not draft.exists()


def test_what_has_no_room_is_told_before_a_folder_is_finished(
    small_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is finished once: the second time nothing is left in it to fill."""

    def full(*_: object, **__: object) -> export.Files:
        raise FitError([])

    folder = tmp_path / "site"
    shutil.copytree(small_site.folder, folder)
    draft = folder / "roller/.utkast.html"  # Which would be taken away.
    draft.touch()
    monkeypatch.setattr(export, "pressed", full)
    with pytest.raises(FitError):
        run(argparse.Namespace(file=SMALL, out=folder, address=None, links=None))
    assert draft.exists()


def test_the_schema_is_made_anew_when_code_that_decides_its_text_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def kept(make: Callable[[], bytes], *made_of: bytes) -> bytes:
        asked.extend(made_of)
        return make()

    monkeypatch.setattr(cache, "kept", kept)
    _schema()
    all_of_it = b"".join(asked)
    for module in (model, json_export, json_text, at):
        assert all_of_it.find(Path(str(module.__file__)).read_bytes()) >= 0, module.__name__


def test_the_schema_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def schema() -> str:
        made.append("schema")
        return "{}"

    monkeypatch.setattr(cache, "FOLDER", tmp_path / "sparat")
    monkeypatch.setattr("routine.publish.finish.export_schema", schema)
    assert [_schema() for _ in range(2)] == ["{}"] * 2
    assert made == ["schema"]
