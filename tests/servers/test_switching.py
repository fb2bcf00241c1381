"""Two releases under a server that runs: with the link at the next, a browser gets what is new and nothing else."""

from __future__ import annotations

import io
import tarfile
from datetime import date
from pathlib import Path

import pytest

from routine.release.archive import archive
from tests.kit.servers import PROGRAMS, Program, Started, asked, started

DAY = date(2024, 5, 1)
OLD = {"index.html": b"<p>Ring 116 006.</p>", "om/index.html": b"<p>Som det var.</p>", "404.html": b"<p>Saknas.</p>"}
NEW = OLD | {"index.html": b"<p>Ring 116 007.</p>"}


def unpacked(files: dict[str, bytes], into: Path) -> Path:
    """The folder of a release's site, laid out as tar does it."""
    with tarfile.open(fileobj=io.BytesIO(archive("site", files, DAY))) as tar:
        tar.extractall(into, filter="data")
    return into / "site"


def switched(running: Started, to: Path) -> None:
    """The link that the server shows leads there, from one moment to the next."""
    fresh = running.folder.with_name("ny")
    fresh.symlink_to(to, target_is_directory=True)
    fresh.replace(running.folder)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_what_has_changed_is_sent_and_the_rest_is_not(program: Program, tmp_path: Path) -> None:
    site = unpacked(OLD, tmp_path)
    with started(program, site) as running:
        work = running.folder.parent
        running.folder.rename(work / "foljer-med")
        first, second = (unpacked(files, work / name) for files, name in ((OLD, "v1"), (NEW, "v2")))
        switched(running, first)
        before = {path: asked(running, path) for path in OLD}
        assert {path: answer.body for path, answer in before.items()} == OLD
        switched(running, second)
        after = {path: asked(running, path, If_None_Match=before[path].headers["ETag"]) for path in OLD}
        assert (after["index.html"].status, after["index.html"].body) == (200, NEW["index.html"])
        assert {path: answer.status for path, answer in after.items() if path != "index.html"} == {
            path: 304 for path in OLD if path != "index.html"
        }
        switched(running, first)
        back = asked(running, "index.html", If_None_Match=after["index.html"].headers["ETag"])
        assert (back.status, back.body) == (200, OLD["index.html"])
