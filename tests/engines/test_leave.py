"""Lämna sidan: another site comes in the page's place, by a press and by Shift three times, and Back does not lead
to what was left."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from routine.loading.load import load
from tests.kit.browsing import Served, Server, serving
from tests.kit.engines import Visit
from tests.kit.reader import GUIDE

pytestmark = [pytest.mark.browser, pytest.mark.full]

ELSEWHERE = "<!doctype html><title>Elsewhere</title><p>Elsewhere"
FIRST, LEFT = "roller/kommunchefen/index.html", GUIDE


@pytest.fixture(scope="module")
def with_a_way_out(real_site: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """A copy of our site, and where it leads out: to another host, as a browser sees it, that lies on this machine."""
    work = tmp_path_factory.mktemp("ut")
    copy, other = work / "site", work / "other"
    shutil.copytree(real_site.folder, copy, ignore=shutil.ignore_patterns("*.pdf"))
    other.mkdir()
    (other / "index.html").write_text(ELSEWHERE, encoding="utf-8")
    leads = str(load(real_site.data).site.leave)
    with serving(copy) as server, serving(other) as elsewhere:
        out = elsewhere.root.replace("127.0.0.1", "localhost")
        for file in (copy / FIRST, copy / LEFT):
            html = file.read_text(encoding="utf-8")
            assert leads in html
            file.write_text(html.replace(leads, out), encoding="utf-8")
        yield server, out


def by_press(visit: Visit) -> None:
    visit.click(".rg-leave")


def by_shift(visit: Visit) -> None:
    visit.press("Shift", "Shift", "Shift")


@pytest.mark.parametrize("leave", [by_press, by_shift])
def test_another_site_comes_in_the_pages_place(
    visit: Visit, with_a_way_out: tuple[Server, str], leave: Callable[[Visit], None]
) -> None:
    server, elsewhere = with_a_way_out
    visit.go(server.root + FIRST)
    visit.go(server.root + LEFT)
    leave(visit)
    visit.until(f"location.href === '{elsewhere}'")
    assert visit.says("body") == "Elsewhere"
    visit.back()
    visit.until(f"location.href === '{server.root}{FIRST}'")


def test_shift_twice_or_with_a_letter_leaves_nothing(visit: Visit, with_a_way_out: tuple[Server, str]) -> None:
    server, _ = with_a_way_out
    visit.go(server.root + LEFT)
    visit.press("Shift", "Shift", "a", "Shift")
    visit.run("() => new Promise((soon) => setTimeout(soon, 200))")
    assert visit.run("() => location.href") == server.root + LEFT
    assert not visit.run("() => document.querySelector('.rg-cover')")
