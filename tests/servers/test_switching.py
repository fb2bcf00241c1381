"""Two releases under a server that runs: with the link at the next, a browser gets what is new and nothing else."""

from __future__ import annotations

import io
import shutil
import tarfile
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from routine.release.archive import archive
from tests.kit.asked import LATER
from tests.kit.browsing import PHONE, Served, visiting
from tests.kit.held import searched, until
from tests.kit.reader import GUIDE
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


def searched_and_begun(page: Page) -> list[str]:
    """What a reader makes an open guide ask for. Returns the files of the new version that have come."""
    searched(page)
    page.evaluate("document.querySelectorAll('header details').forEach((each) => { each.open = false })")
    page.locator('[data-key^="roll:"]').first.click()
    until(page, "document.querySelector('.rg-case .rg-you')")
    return sorted(page.evaluate("window.came ?? []"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_who_asks_by_its_day_alone_gets_the_page_that_is_there(program: Program, tmp_path: Path) -> None:
    """A file's time follows from its bytes: that of a newer version may be the older of the two."""
    with started(program, unpacked(OLD, tmp_path)) as running:
        work = running.folder.parent
        running.folder.rename(work / "foljer-med")
        first, second = (unpacked(files, work / name) for files, name in ((OLD, "v1"), (NEW, "v2")))
        days = []
        for version, other in ((first, second), (second, first)):
            switched(running, version)
            days.append(asked(running, "index.html").headers["Last-Modified"])
            switched(running, other)
            answer = asked(running, "index.html", If_Modified_Since=days[-1])
            assert (answer.status, answer.body) == (200, (other / "index.html").read_bytes())
        assert len({*days}) == 2


@pytest.mark.browser
@pytest.mark.full
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_what_an_open_page_got_of_a_version_that_was_taken_back_is_not_kept(
    program: Program, browser: Browser, small_site: Served, tmp_path: Path
) -> None:
    """The page was of the version before, and so were the addresses that it asked for."""
    new = tmp_path / "ny"
    shutil.copytree(small_site.folder, new)
    scripts = sorted(name for name in LATER if name.endswith(".js") and name != "store.js")
    for name in scripts:
        file = new / "assets" / name
        file.write_text(f"{file.read_text('utf-8')}(window.came ??= []).push('{name}');", encoding="utf-8")
    with started(program, small_site.folder) as running, visiting(browser, PHONE) as page:
        work = running.folder.parent
        old = running.folder.rename(work / "v1")
        shutil.copytree(new, work / "v2")
        switched(running, old)
        page.goto(running.root + GUIDE)
        switched(running, work / "v2")
        assert searched_and_begun(page) == scripts, "an open page gets what there is"
        switched(running, old)
        page.goto("about:blank")
        page.goto(running.root + GUIDE)
        assert searched_and_begun(page) == []
