"""Every measurement can be made, beside every peer that can be had: how long it took is nobody's business here."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bench import growth, guide, turns, weasy
from bench.__main__ import MEASUREMENTS
from bench.ground import Ground
from tests.kit.paths import SMALL


@pytest.mark.full
@pytest.mark.parametrize("name", MEASUREMENTS)
def test_it_gives_its_lines(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "ROUNDS", 1)
    monkeypatch.setattr(growth, "ROUNDS_GROWN", 1)
    monkeypatch.setattr(guide, "WALKS", 1)
    # In a thread of its own: it opens a browser, and in this one the other tests' may be open.
    with ThreadPoolExecutor(1) as apart:
        lines = apart.submit(lambda: list(MEASUREMENTS[name](Ground(SMALL, tmp_path)))).result()
    assert lines
    there = {line.peer.name: line.peer.value for line in lines if line.peer}
    if weasy.called() in there and weasy.called() != weasy.NAME:
        assert there[weasy.called()], "it can be loaded, and set none of the pages"


def test_a_page_that_the_peer_breaks_on_is_none_that_it_can_set(tmp_path: Path) -> None:
    assert not weasy.can_set(tmp_path / "finns-inte.html")
