"""A release: the same bytes each time, seen to be whole by its sums, of a site that is as it was built."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path

import pytest

from audit.built import Site
from routine.__main__ import main
from routine.deliver.contents import archive
from tests.kit.paths import SMALL

DAY = date(2026, 11, 25)
MIDNIGHT = 1795564800  # Seconds since 1970.
FILES = {"site/index.html": b"Ring 116 006.", "site/om/index.html": b"Ring 116 007.", "a.txt": b""}


def released(site: Path, out: Path, *more: str) -> int:
    return main(["release", str(SMALL), "--site", str(site), "--out", str(out), *more])


def test_an_archive_follows_from_its_files_alone() -> None:
    packed = archive("v", FILES, DAY)
    assert packed == archive("v", dict(reversed(FILES.items())), DAY)
    assert packed[3:8] == bytes(5), "no name and no time in the head"
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        folders, files = [[each for each in tar if each.isdir() == which] for which in (True, False)]
    assert [(each.name, each.mode, each.mtime) for each in folders] == [
        (name, 0o755, MIDNIGHT) for name in ("v", "v/site", "v/site/om")
    ]
    assert [each.name for each in files] == [f"v/{path}" for path in sorted(FILES)]
    assert {(each.mode, each.uid, each.gid, each.uname, each.gname) for each in files} == {(0o644, 0, 0, "", "")}
    assert len({each.mtime for each in files}) == len(FILES), "a server makes an ETag of size and time"
    assert all(MIDNIGHT - 49 * 86_400 < each.mtime <= MIDNIGHT for each in files)


@pytest.mark.site
def test_a_release_is_whole_and_the_same_each_time(small_site: Site, tmp_path: Path) -> None:
    assert [released(small_site.folder, tmp_path / each) for each in ("en", "två")] == [0, 0]
    (folder,), (again,) = ((tmp_path / each).iterdir() for each in ("en", "två"))
    assert sorted(file.name for file in folder.iterdir()) == ["SHA256SUMS", "las-mig.md", f"{folder.name}.tar.gz"]
    assert all((again.parent / folder.name / file.name).read_bytes() == file.read_bytes() for file in folder.iterdir())
    with tarfile.open(folder / f"{folder.name}.tar.gz") as tar:
        tar.extractall(tmp_path, filter="data")
    inside = tmp_path / folder.name
    for where in (folder, inside):
        assert subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=where, check=False).returncode == 0
    assert sorted(each.name for each in inside.iterdir()) == ["SHA256SUMS", "kit", "las-mig.md", "licenser", "site"]
    assert {"LICENSE", "lunr-languages-LICENSE.txt"} <= {each.name for each in (inside / "licenser").iterdir()}
    found = {file.relative_to(inside / "site").as_posix() for file in (inside / "site").rglob("*") if file.is_file()}
    assert found == set(small_site.files())


@pytest.mark.site
@pytest.mark.parametrize("wrong", ["no site", "a byte", "a file", "another address", "somebody's"])
def test_what_is_not_as_it_was_built_is_not_released(wrong: str, small_site: Site, tmp_path: Path) -> None:
    site, out = tmp_path / "site", tmp_path / "ut"
    shutil.copytree(small_site.folder, site)
    more = ("--address", "https://annan.example/") if wrong == "another address" else ()
    if wrong == "no site":
        shutil.rmtree(site)
    elif wrong == "a byte":
        (site / "index.html").write_bytes((site / "index.html").read_bytes()[:-1])
    elif wrong == "a file":
        (site / "egen.html").write_text("egen", encoding="utf-8")
    elif wrong == "somebody's":
        assert released(site, out) == 0
        (own,) = out.iterdir()
        (own / "egen.txt").write_text("egen", encoding="utf-8")
    before = sorted(out.rglob("*"))
    assert released(site, out, *more) == 2
    assert sorted(out.rglob("*")) == before
