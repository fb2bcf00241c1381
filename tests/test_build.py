"""A build gives the same bytes each time, whoever starts it, and one that fails leaves what was there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from audit.built import Site
from routine.paper import export, press
from routine.site.build import build
from tests.kit.paths import SMALL
from tests.kit.project import copied, python
from tests.kit.texts import digest_of

pytestmark = pytest.mark.site


def test_the_same_routine_gives_the_same_bytes_and_replaces_all_that_was_there(
    small_site: Site, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    shutil.copytree(small_site.folder, out)
    (out / "guide/index.html").write_text("förr", encoding="utf-8")
    export.pressed.cache_clear()
    build(SMALL, out)
    assert digest_of(out) == digest_of(small_site.folder)


def test_a_build_that_fails_leaves_the_old_site(small_site: Site, tmp_path: Path) -> None:
    out, data = tmp_path / "site", tmp_path / "rutin.yaml"
    shutil.copytree(small_site.folder, out)
    text = SMALL.read_text(encoding="utf-8").replace("name: Rektorn\n", f"name: {'Ordet ' * 300}\n")
    data.write_text(text, encoding="utf-8")
    with pytest.raises(press.FitError):
        build(data, out)
    assert digest_of(out) == digest_of(small_site.folder)
    assert {file.name for file in tmp_path.iterdir()} == {out.name, data.name}


def test_mkdocs_alone_builds_the_same_and_stops_for_what_may_not_be_published(tmp_path: Path) -> None:
    project = copied(tmp_path / "projekt")
    for command in (("mkdocs", "build", "-q", "-d", "a"), ("routine", "build", "--out", "b")):
        assert python(project, "-m", *command).returncode == 0
    assert digest_of(project / "a") == digest_of(project / "b")
    (project / "docs/namn.xlsx").write_text("hemligt", encoding="utf-8")
    for engine in ("mkdocs", "routine"):
        done = python(project, "-m", engine, "build")
        said = done.stderr + done.stdout
        assert (done.returncode != 0, "docs/namn.xlsx: " in said, "Traceback" in said) == (True, True, False)
    assert not (project / "site").exists()
