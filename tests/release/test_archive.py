"""An archive has the same bytes whatever order its files came in, and says nothing of who made it."""

from __future__ import annotations

import io
import tarfile
from datetime import UTC, date, datetime, timedelta

from routine.release.archive import SPREAD, archive

FILES = {"b/ö.txt": b"2", "a.txt": b"1", f"{'lång' * 40}/x.txt": b"3"}
DAY = date(2024, 5, 1)


def test_the_order_of_the_files_is_of_no_consequence() -> None:
    assert archive("topp", FILES, DAY) == archive("topp", dict(reversed(FILES.items())), DAY)
    assert archive("topp", FILES, DAY) != archive("topp", FILES, date(2024, 5, 2))


def times(files: dict[str, bytes]) -> dict[str, datetime]:
    """When each file of an archive was changed, as it says."""
    with tarfile.open(fileobj=io.BytesIO(archive("topp", files, DAY))) as tar:
        found = [each for each in tar.getmembers() if each.isfile()]
        return {each.name.removeprefix("topp/"): datetime.fromtimestamp(each.mtime, UTC) for each in found}


def test_another_file_of_the_same_size_has_another_time_and_what_is_the_same_has_its_own() -> None:
    """A web server makes an ETag of both: else a browser would keep the old number."""
    numbers = {"numret.html": b"116 006", "annat.html": b"samma", "tom.txt": b""}
    before, after = times(numbers), times(numbers | {"numret.html": b"116 007"})
    assert {name for name in numbers if before[name] != after[name]} == {"numret.html"}
    assert len({*before.values()}) == 3


def test_a_file_is_no_newer_than_its_edition_and_nearly_of_its_day() -> None:
    midnight = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    found = times({f"{each}.txt": str(each).encode() for each in range(500)}).values()
    assert max(found) <= midnight
    assert midnight - min(found) < timedelta(seconds=SPREAD) < timedelta(days=50)


def test_what_is_in_it_is_nobodys() -> None:
    with tarfile.open(fileobj=io.BytesIO(archive("topp", FILES, DAY))) as tar:
        found = [each for each in tar.getmembers() if each.isfile()]
        assert [each.name for each in found] == [f"topp/{path}" for path in sorted(FILES)]
        for each in found:
            assert (each.uid, each.gid, each.uname, each.gname, each.mode) == (0, 0, "", "", 0o644)
            file = tar.extractfile(each)
            assert file
            assert file.read() == FILES[each.name.removeprefix("topp/")]


def test_every_folder_is_in_it_open_to_all_and_comes_before_what_lies_there() -> None:
    """Else it is made as who unpacks is used to make folders, and a web server may not come in."""
    with tarfile.open(fileobj=io.BytesIO(archive("topp", {"a/b/c.txt": b"1", "a/d.txt": b"2"}, DAY))) as tar:
        assert [(each.name, each.isdir()) for each in tar.getmembers()] == [
            ("topp", True),
            ("topp/a", True),
            ("topp/a/b", True),
            ("topp/a/b/c.txt", False),
            ("topp/a/d.txt", False),
        ]
        for each in filter(tarfile.TarInfo.isdir, tar.getmembers()):
            assert (each.uid, each.gid, each.uname, each.gname, each.mode) == (0, 0, "", "", 0o755)
            assert datetime.fromtimestamp(each.mtime, UTC).date() == DAY


def test_no_name_and_no_time_stands_in_the_head_of_the_packed_file() -> None:
    """gzip has room for both: flags, and four bytes of time."""
    assert archive("topp", FILES, DAY)[:8] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"
