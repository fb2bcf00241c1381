"""Files are written whole, what took long to make is kept, and JSON is laid out for people."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from routine import disk
from routine.disk import indented, write_whole


def test_a_file_that_cannot_be_replaced_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    file = tmp_path / "rutin.yaml"
    write_whole(file, b"ett")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="full"):
        write_whole(file, "två".encode())
    assert (file.read_bytes(), [*tmp_path.iterdir()]) == (b"ett", [file])


def test_what_is_kept_is_made_once_and_anew_where_it_is_harmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "FOLDER", tmp_path)
    count = itertools.count()

    def kept(*made_of: bytes) -> bytes:
        return disk.kept(lambda: b"%d" % next(count), *made_of)

    assert [kept(b"ab", b"c"), kept(b"ab", b"c"), kept(b"a", b"bc")] == [b"0", b"0", b"1"]
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-1] + b"!")
    assert kept(b"ab", b"c") == b"2"


@pytest.mark.parametrize("body", [{"b": 1, "a": [1.5, None, True], "å": {}}, 'citat " och \\ och \x1f och \u2028 🙂\n'])
def test_each_key_has_a_line_and_letters_stay_as_they_are(body: object) -> None:
    assert indented(body, 2) == json.dumps(body, ensure_ascii=False, indent=2) + "\n"
