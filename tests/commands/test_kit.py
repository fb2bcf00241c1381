"""`kit` writes what a web server needs beside the site, and takes nobody else's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from routine.__main__ import main
from routine.servers.kit import WRITERS
from tests.kit.paths import SMALL

ADDRESS = "https://kommun.example/a/rutin/"


def test_the_files_are_for_the_address_and_the_routine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "kit"
    assert main(["kit", str(SMALL), "--out", str(out), "--address", ADDRESS]) == 0
    assert {file.name for file in out.iterdir()} == set(WRITERS)
    assert "location ^~ /a/rutin/ {" in (out / "nginx.conf").read_text(encoding="utf-8")
    assert "server_name kommun.example;" in (out / "nginx.conf").read_text(encoding="utf-8")
    assert f"{out}/las-mig.txt" in capsys.readouterr().out


def test_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    out = tmp_path / "kit"
    found = []
    for _ in range(2):
        assert main(["kit", str(SMALL), "--out", str(out), "--address", ADDRESS]) == 0
        found.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert found[0] == found[1]
    assert not any(b"\r" in data or str(tmp_path).encode() in data for data in found[0].values())


def test_without_an_address_it_says_what_stands_in_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kit", str(SMALL), "--out", str(tmp_path / "kit"), "--address", ""]) == 0
    said = capsys.readouterr().out
    assert "Adressen är inte känd" in said
    assert "Gör så här: skriv site_url i mkdocs.yml" in said
    assert "location ^~ / {" in (tmp_path / "kit/nginx.conf").read_text(encoding="utf-8")


@pytest.mark.parametrize("held", ["a folder", "a file", "a link"])
def test_what_is_somebody_elses_is_left_alone(held: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "kit"
    if held == "a folder":
        out.mkdir()
        (out / "anteckningar.txt").write_text("mina", encoding="utf-8")
    elif held == "a file":
        out.write_text("min", encoding="utf-8")
    else:
        out.symlink_to(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert main(["kit", str(SMALL), "--out", str(out), "--address", ADDRESS]) == 2
    assert sorted(tmp_path.rglob("*")) == before
    said = capsys.readouterr().err
    assert "Tillåtet: en mapp som inte finns" in said
    assert "Gör så här: " in said


def test_a_wrong_address_is_told_as_everywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kit", str(SMALL), "--out", str(tmp_path / "kit"), "--address", "kommun.example"]) == 2
    assert "börjar inte med https://" in capsys.readouterr().err
    assert not (tmp_path / "kit").exists()
