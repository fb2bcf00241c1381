"""An archive has the same bytes whatever order its files came in, and says nothing of who made it."""

from __future__ import annotations

import io
import tarfile
from datetime import UTC, date, datetime

from routine.release.archive import archive

FILES = {"b/ö.txt": b"2", "a.txt": b"1", f"{'lång' * 40}/x.txt": b"3"}
DAY = date(2024, 5, 1)


def test_the_order_of_the_files_is_of_no_consequence() -> None:
    assert archive("topp", FILES, DAY) == archive("topp", dict(reversed(FILES.items())), DAY)
    assert archive("topp", FILES, DAY) != archive("topp", FILES, date(2024, 5, 2))


def test_what_is_in_it_is_nobodys_and_of_the_editions_day() -> None:
    with tarfile.open(fileobj=io.BytesIO(archive("topp", FILES, DAY))) as tar:
        found = tar.getmembers()
        assert [each.name for each in found] == [f"topp/{path}" for path in sorted(FILES)]
        for each in found:
            assert (each.uid, each.gid, each.uname, each.gname, each.mode) == (0, 0, "", "", 0o644)
            assert datetime.fromtimestamp(each.mtime, UTC) == datetime(2024, 5, 1, tzinfo=UTC)
            file = tar.extractfile(each)
            assert file
            assert file.read() == FILES[each.name.removeprefix("topp/")]


def test_no_name_and_no_time_stands_in_the_head_of_the_packed_file() -> None:
    """gzip has room for both: flags, and four bytes of time."""
    assert archive("topp", FILES, DAY)[:8] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"
