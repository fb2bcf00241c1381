"""A page is a heading and a macro: the build makes those that docs/ lacks, and publishes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from routine.model.model import Routine
from routine.pages.registry import LISTED, PAGES
from routine.site.stubs import called, faults, stubs
from tests.kit.paths import PROJECT

DOCS = PROJECT / "docs"
LEFT_OUT = load_config(str(PROJECT / "mkdocs.yml"))["exclude_docs"].match_file


def test_our_own_pages_are_those_that_the_build_would_make(real: Routine) -> None:
    """So that a site without any has the same."""
    made = stubs(real)
    found = {file.relative_to(DOCS).as_posix(): file.read_text(encoding="utf-8") for file in DOCS.rglob("*.md")}
    same = {path.replace("/index.md", ".md"): text for path, text in found.items()}
    assert same
    assert same.items() <= made.items()
    assert len({page.listed.address for page in PAGES if page.listed}) == len(LISTED), "two rows with one address"
    assert len(made) - len(same) == 3 * len(real.roles)
    assert faults(DOCS, LEFT_OUT) == []


def test_a_page_of_which_the_routine_has_nothing_is_not_made(real: Routine, small: Routine) -> None:
    assert "/vagledning/" in called(real)
    assert "/vagledning/" not in called(small.model_copy(update={"guidance": ()}))


@pytest.mark.parametrize("name", ["Möte.docx", "om/sida.html", "anteckningar", "mer.md", "roller/ombud.md", "länk.md"])
def test_what_may_not_be_published_is_told_by_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "om").mkdir()
    (tmp_path / "roller").mkdir()
    for each in ("index.md", "om/index.md", "README.md", ".DS_Store", "guide.md~", "#guide.md#", "~$guide.docx", name):
        (tmp_path / each).write_text("hemligt", encoding="utf-8")
    if name == "länk.md":
        (tmp_path / "länk.md").unlink()
        (tmp_path / "länk.md").symlink_to(tmp_path / "om")
    (told,) = faults(tmp_path, LEFT_OUT)
    assert told.startswith(f"docs/{name}: ")


def test_a_page_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes("# Rutin\n\nÅtgärd\n".encode("latin-1"))
    (told,) = faults(tmp_path, LEFT_OUT)
    assert told.startswith("docs/index.md:3: ")
