"""What editors' programs read beside a routine is known to be older than it, whatever it holds."""

from __future__ import annotations

import shutil
from pathlib import Path

from routine.__main__ import main
from routine.cli.schema import behind
from tests.kit.paths import SMALL


def test_a_schema_that_is_not_utf_8_is_behind_and_written_anew(tmp_path: Path) -> None:
    file = Path(shutil.copy(SMALL, tmp_path / "rutin.yaml"))
    assert main(["schema", str(file)]) == 0
    written = file.with_suffix(".schema.json")
    assert not behind(file)
    written.write_bytes(written.read_text(encoding="utf-8").encode("cp1252", errors="replace"))
    assert behind(file)
    assert main(["schema", str(file)]) == 0
    assert not behind(file)
