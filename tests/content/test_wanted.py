"""What a municipality wants to change is accepted by the check, and by all that the content is held to."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from content.__main__ import main as content
from routine.__main__ import main as routine
from tests.kit.paths import PROJECT, PUBLISHED
from tests.kit.views import in_full
from tests.kit.wanted import WANTED, Wanted

NAMED = [pytest.param(each, id=each.name) for each in WANTED]
# A fifth of them is tried in each run, the others in the full one.
EVERY = pytest.mark.parametrize("wanted", [*NAMED[::5], *in_full(each for at, each in enumerate(NAMED) if at % 5)])


def test_there_are_at_least_twenty() -> None:
    assert len({each.name for each in WANTED}) == len(WANTED) >= 20


@EVERY
def test_it_is_accepted_by_the_check(wanted: Wanted, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = routine(["check", str(wanted.made(tmp_path / "data"))])
    assert (code, capsys.readouterr().err) == (0, "")


@pytest.mark.full
@pytest.mark.browser
@EVERY
def test_it_is_accepted_by_what_the_content_is_held_to(
    wanted: Wanted,
    tmp_path: Path,
    browser: Browser,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("content.chromium.opened", lambda: nullcontext(browser))
    assert content(wanted.made(tmp_path / "data")) == 0, capsys.readouterr().out


@pytest.mark.parametrize("file", PUBLISHED, ids=lambda file: file.name)
def test_no_test_reads_what_an_editor_changes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that none of them can fail for it."""
    with pytest.raises(AssertionError, match="has read"):
        file.read_bytes()
    monkeypatch.chdir(PROJECT)
    with pytest.raises(AssertionError, match="has read"):
        Path(file.relative_to(PROJECT)).read_bytes()
