"""Publish only what is meant to be: Markdown pages, no links, nothing that a program left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from routine.publish.sources import LEFT_OUT, is_left_out, strays
from tests.kit.paths import PROJECT
from tests.kit.project import copied, python


def test_our_own_sources_hold_nothing_else() -> None:
    assert strays(PROJECT) == []


@pytest.mark.parametrize("name", ["Möte.docx", "roller/sida.html", "anteckningar"])
def test_another_kind_of_file_is_told_by_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "docs/roller").mkdir(parents=True)
    for each in ("index.md", ".DS_Store", "roller/rektorn.md~", name):
        (tmp_path / "docs" / each).write_text("hemligt", encoding="utf-8")
    (told,) = strays(tmp_path)
    assert told.startswith(f"docs/{name}: ")


def test_a_link_is_told_and_nothing_beyond_it(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "utanför").mkdir()
    (tmp_path / "utanför/lösenord.md").write_text("hemligt", encoding="utf-8")
    for name, leads in {"mapp": "utanför", "sida.md": "utanför/lösenord.md", "borta.md": "finns-inte"}.items():
        (tmp_path / "docs" / name).symlink_to(tmp_path / leads)
    assert [each.partition(": ")[0] for each in strays(tmp_path)] == ["docs/borta.md", "docs/mapp", "docs/sida.md"]


def test_what_is_left_out_is_the_same_for_us_and_for_mkdocs() -> None:
    theirs = load_config(str(PROJECT / "mkdocs.yml"))["exclude_docs"]
    assert len(LEFT_OUT) == len([each for each in theirs.patterns if each.include is not None])
    for name in ("README.md", ".DS_Store", "guide.md~", "guide.md.bak", "#guide.md#", "~$guide.docx", "Thumbs.db"):
        assert theirs.match_file(f"roller/{name}"), name
        assert is_left_out(Path("roller", name)), name
    assert not theirs.match_file("roller/rektorn.md")
    assert not is_left_out(Path("roller/rektorn.md"))


@pytest.mark.site
@pytest.mark.parametrize("engine", ["mkdocs", "routine"])
def test_what_may_not_be_published_stops_both_ways_to_build(engine: str, tmp_path: Path) -> None:
    project = copied(tmp_path / "projekt")
    (project / "docs/namn.xlsx").write_text("hemligt", encoding="utf-8")
    done = python(project, "-m", engine, "build")
    assert done.returncode != 0
    assert "docs/namn.xlsx: " in done.stderr + done.stdout
    assert "Traceback" not in done.stderr + done.stdout
    assert not (project / "site").exists()
