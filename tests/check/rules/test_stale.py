"""What the day has made old, or has not reached, is told at its place, and stops who asks for that."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path as FilePath

import pytest

from routine.__main__ import main
from routine.check.nodes import Path, Raw
from routine.check.rules.publishing import LAST, stale
from routine.model.model import Routine
from tests.kit.paths import SMALL
from tests.kit.variants import UPHELD_UNTIL, kind, leaves, put, small, withdrawn_file

NOW = "D003"
# A day on which nothing in the small routine is old, passed or to come.
FINE = date(2024, 12, 1)


def dated() -> dict[str, Raw]:
    """The small routine with a day of each kind."""
    return small() | {"withdrawn": {**UPHELD_UNTIL}}


def told(values: object, today: date = FINE) -> list[tuple[str, Path]]:
    """What is found that day, as code and path."""
    return [(one.code, one.path) for one in stale(Routine.model_validate(values), today)]


def days() -> list[Path]:
    """Every day of it."""
    return [path for path, _ in leaves(dated()) if kind(path) == "date"]


def test_a_routine_whose_days_are_right_is_left_alone() -> None:
    assert told(dated()) == []


LIMITS = (
    ("D001", ("contacts", 0, "valid_until"), 0),
    ("D002", ("guidance", 0, "checked"), 365),
    ("D002", ("guidance", 1, "checked"), 365),
    ("D003", ("accessibility", "assessed"), 365),
)


def test_a_day_is_too_old_the_day_after_its_limit_and_not_before() -> None:
    for code, path, limit in LIMITS:
        values = dated()
        for other in [path, *days()]:
            put(values, other, "2029-01-01" if other[-1] in LAST else FINE.isoformat())
        put(values, path, (FINE - timedelta(limit)).isoformat())
        assert told(values) == []
        put(values, path, (FINE - timedelta(limit + 1)).isoformat())
        assert told(values) == [(code, path)]


def test_a_day_that_has_not_come_or_is_too_far_off_is_told_wherever_it_stands() -> None:
    """A last day as a year with two figures in each other's place: nobody would be asked to ring the number again."""
    far = {("contacts", 0, "valid_until"), ("withdrawn", "until")}
    for path in {*far, *(path for path in days() if path[-1] not in LAST)}:
        last = FINE + timedelta(5 * 365 if path in far else 0)
        values = dated()
        put(values, path, last.isoformat())
        assert told(values) == []
        put(values, path, (last + timedelta(1)).isoformat())
        assert told(values) == [("D004", path)]
    assert {path[-1] for path in days()} == {"date", "assessed", "checked", *LAST}


def test_nothing_of_a_withdrawn_routine_grows_old_after_its_last_day() -> None:
    """Else who watches the days would be told for ever of what nobody looks at again."""
    values, last = dated(), date(2030, 1, 1)
    put(values, ("withdrawn", "until"), last.isoformat())
    assert [code for code, _ in told(values, last)] == ["D001", "D002", "D002", "D003"]
    assert told(values, last + timedelta(1)) == []
    put(values, ("revisions", 0, "date"), "2030-01-03")
    assert told(values, last + timedelta(1)) == [("D004", ("revisions", 0, "date"))], "a slip is a slip"


def test_check_tells_the_line_and_stops_only_who_is_strict(
    capsys: pytest.CaptureFixture[str], tmp_path: FilePath
) -> None:
    assert main(["check", str(SMALL)]) == 0
    line = SMALL.read_text(encoding="utf-8").split("\n").index("  assessed: 2024-04-30") + 1
    assert f"{SMALL}:{line}:13: {NOW} " in capsys.readouterr().out
    assert main(["check", str(SMALL), "--strict"]) == 0
    assert main(["check", str(SMALL), "--strict-dates"]) == 2
    assert NOW in capsys.readouterr().out
    fresh = SMALL.read_text(encoding="utf-8").replace("2024-04-30", date.today().isoformat())
    fresh = fresh.replace("2025-06-30", date.today().isoformat())
    (tmp_path / "rutin.yaml").write_text(fresh, encoding="utf-8")
    assert main(["check", str(tmp_path / "rutin.yaml"), "--strict-dates"]) == 0
    assert "Råd" not in capsys.readouterr().out
    assert main(["check", str(withdrawn_file(tmp_path / "upphävd.yaml")), "--strict-dates"]) == 0
