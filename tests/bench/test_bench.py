"""The bench has ten figures, each with a limit."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import bench.__main__ as bench
from routine import disk
from routine.site.build import build
from tests.kit.paths import SMALL


@pytest.mark.browser
def test_ten_figures_are_measured_and_each_has_a_limit(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the small routine, and without the processes: what they take is for the bench to say."""
    monkeypatch.setattr(bench, "spent", lambda *_, **__: bench.Spent(1, 1))
    monkeypatch.setattr(bench, "saved", lambda *_: 1)
    for name, value in {"SLOWED": 1, "WALKS": 1, "MOST_PRESSES": 10}.items():
        monkeypatch.setattr(bench, name, value)
    monkeypatch.setattr(disk, "FOLDER", tmp_path / "cache")  # The bench empties it: not that of other tests.
    monkeypatch.setattr("content.chromium.opened", lambda: nullcontext(browser))
    data = Path(shutil.copy(SMALL, tmp_path))
    build(data, tmp_path / "site")
    found = list(bench.figures(data, tmp_path))
    assert len({figure.name for figure in found}) == 10
    assert all(figure.limit and figure.value > 0 for figure in found)
