"""`kit` writes what a web server needs beside the site, and takes nobody else's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from routine.__main__ import main
from routine.deliver.hosting import FILES
from tests.kit.paths import SMALL

ADDRESS = "https://kommun.example/a/rutin/"


def kit(out: Path, address: str = ADDRESS) -> int:
    return main(["kit", str(SMALL), "--out", str(out), "--address", address])


def test_the_files_are_for_the_address_and_written_again_the_same(tmp_path: Path) -> None:
    found = []
    for _ in range(2):
        assert kit(tmp_path / "kit") == 0
        found.append({file.name: file.read_bytes() for file in (tmp_path / "kit").iterdir()})
    assert found[0] == found[1]
    assert found[0].keys() == set(FILES)
    assert b"location ^~ /a/rutin/ {" in found[0]["nginx.conf"]


@pytest.mark.parametrize("held", ["folder", "file", "link", "address"])
def test_what_is_somebody_elses_is_left_alone_and_a_wrong_address_writes_nothing(held: str, tmp_path: Path) -> None:
    out = tmp_path / "kit"
    if held == "folder":
        out.mkdir()
        (out / "anteckningar.txt").write_text("mina", encoding="utf-8")
    elif held == "file":
        out.write_text("min", encoding="utf-8")
    elif held == "link":
        out.symlink_to(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert kit(out, "kommun.example" if held == "address" else ADDRESS) == 2
    assert sorted(tmp_path.rglob("*")) == before
