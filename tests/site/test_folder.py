"""A build replaces nothing but a folder of its own, and that only when all went well."""

from __future__ import annotations

from pathlib import Path

import pytest

from routine.site.build import BuildError, build
from routine.site.folder import MARK, FolderError, exportable, mark, only_ours, replaceable, staged
from tests.kit.paths import PROJECT, SMALL


def holding(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).write_text("vårt", encoding="utf-8")
    return folder


def test_a_folder_that_a_build_has_made_or_that_is_empty_may_be_replaced(tmp_path: Path) -> None:
    built = holding(tmp_path / "site", "index.html")
    mark(built)
    (built / ".DS_Store").touch()
    for place in (built, holding(tmp_path / "tom"), tmp_path / "finns/inte"):
        assert replaceable(place, {"projektet": PROJECT}) == place


def test_what_is_anybody_elses_is_never_replaced(tmp_path: Path) -> None:
    shared = holding(tmp_path / "delad", "index.html")
    mark(shared)
    (shared / "brev.txt").touch()
    (tmp_path / "länk").symlink_to(shared)
    false = holding(tmp_path / "falsk", MARK)
    refused = (shared, tmp_path / "länk", false, false / MARK, holding(tmp_path / "egen", "a.html"), Path.home())
    for place in (*refused, PROJECT, PROJECT.parent, PROJECT / "data"):
        with pytest.raises(FolderError):
            build(SMALL, place)
    assert (shared / "brev.txt").exists()


def test_a_folder_is_replaced_when_all_went_well_and_else_left_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for name in ("ett", "två"):
        with staged(out) as new:
            (new / name).touch()
    assert [file.name for file in out.iterdir()] == ["två"]
    for error, told in ((BuildError("fel"), BuildError), (OSError(28, "full", str(out)), FolderError)):
        with pytest.raises(told), staged(out):
            raise error
        assert [file.relative_to(tmp_path) for file in tmp_path.rglob("*")] == [Path("site"), Path("site/två")]


def test_a_build_that_was_killed_between_two_names_is_made_up_for(tmp_path: Path) -> None:
    holding(tmp_path / ".site.gammal", "ett")
    with pytest.raises(BuildError), staged(tmp_path / "site"):
        raise BuildError
    assert [file.name for file in tmp_path.rglob("*")] == ["site", "ett"]


def test_what_commands_write_takes_nobody_elses_place(tmp_path: Path) -> None:
    only_ours(holding(tmp_path / "kit", "nginx.conf"), {"nginx.conf", "las-mig.txt"})
    exportable(holding(tmp_path / "ut", "annat.txt"))
    for name, check in (("rutin.json", exportable), ("utskrift", exportable), ("a", lambda it: only_ours(it, {"b"}))):
        with pytest.raises(FolderError):
            check(holding(tmp_path / f"med {name}", name))
