"""What lies where a file should is told by its kind, and a link by what it leads to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from routine.disk.irregular import irregular


def test_a_file_and_a_link_to_one_are_nothing_strange(tmp_path: Path) -> None:
    file, link = tmp_path / "fil", tmp_path / "länk"
    file.write_bytes(b"")
    link.symlink_to(file)
    assert [irregular(file), irregular(link)] == ["", ""]


def test_a_folder_is_told_also_behind_a_link(tmp_path: Path) -> None:
    link = tmp_path / "länk"
    link.symlink_to(tmp_path)
    assert [irregular(tmp_path), irregular(link)] == ["en mapp"] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_what_could_be_waited_for_for_ever_is_told_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    assert irregular(tmp_path / "pipa") == "en namngiven pipa"
    assert irregular(Path(os.devnull)) == "en enhet"
