"""What the day has made old, or has not reached, is told at its place, and stops who asks for that."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path as FilePath

import pytest

from routine.__main__ import main
from routine.domain.model import Routine
from routine.reading.nodes import Path, Raw
from routine.rules.stale import LAST, stale
from routine.views.status import status
from tests.kit.paths import PROJECT, SMALL
from tests.kit.variants import UPHELD_UNTIL, kind, leaves, put, small, withdrawn_file

NOW = "D003 Råd: Tillgängligheten bedömdes senast"
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


@pytest.mark.parametrize(
    ("path", "code", "limit"),
    [
        (("contacts", 0, "valid_until"), "D001", 0),
        (("guidance", 0, "checked"), "D002", 365),
        (("guidance", 1, "checked"), "D002", 365),
        (("accessibility", "assessed"), "D003", 365),
    ],
)
def test_a_day_is_too_old_the_day_after_its_limit_and_not_before(path: Path, code: str, limit: int) -> None:
    values = dated()
    for other in [path, *days()]:
        put(values, other, "2029-01-01" if other[-1] in LAST else FINE.isoformat())
    put(values, path, (FINE - timedelta(limit)).isoformat())
    assert told(values) == []
    put(values, path, (FINE - timedelta(limit + 1)).isoformat())
    assert told(values) == [(code, path)]


def test_nothing_of_a_withdrawn_routine_grows_old_after_its_last_day() -> None:
    """Else who watches the days would be told for ever of what nobody looks at again."""
    values, last = dated(), date(2030, 1, 1)
    put(values, ("withdrawn", "until"), last.isoformat())
    assert [code for code, _ in told(values, last)] == ["D001", "D002", "D002", "D003"]
    assert told(values, last + timedelta(1)) == []
    put(values, ("revisions", 0, "date"), "2030-01-03")
    assert told(values, last + timedelta(1)) == [("D004", ("revisions", 0, "date"))], "a slip is a slip"


@pytest.mark.parametrize("path", [path for path in days() if path[-1] not in LAST], ids=str)
def test_a_day_that_has_not_come_is_told_wherever_it_stands(path: Path) -> None:
    values = dated()
    put(values, path, FINE.isoformat())
    assert told(values) == []
    put(values, path, (FINE + timedelta(1)).isoformat())
    assert told(values) == [("D004", path)]


@pytest.mark.parametrize("path", [("contacts", 0, "valid_until"), ("withdrawn", "until")], ids=str)
def test_a_last_day_that_is_too_far_off_is_told(path: Path) -> None:
    """As a year with two figures in each other's place: nobody would be asked to ring the number again."""
    values = dated()
    put(values, path, (FINE + timedelta(5 * 365)).isoformat())
    assert told(values) == []
    put(values, path, (FINE + timedelta(5 * 365 + 1)).isoformat())
    assert told(values) == [("D004", path)]
    put(values, path, "2207-11-25")
    (found,) = stale(Routine.model_validate(values), FINE)
    assert "gälla till och med 25 november 2207." in found.message
    assert found.allowed == "en dag inom fem år"


def test_the_day_of_a_number_that_there_is_not_is_nobodys_to_ring() -> None:
    """R106 tells of it at once."""
    values = small()
    for day in ("2024-11-30", "2207-11-25"):
        put(values, ("contacts", 0, "valid_until"), day)
        assert len(told(values)) == 1
        bare = Routine.model_validate(values)
        first = bare.contacts[0].model_copy(update={"number": None})
        bare = bare.model_copy(update={"contacts": (first, *bare.contacts[1:])})
        assert [*stale(bare, FINE)] == []
        assert first.title not in {each.name for each in status(bare).due}


def test_every_kind_of_day_is_tried() -> None:
    assert {path[-1] for path in days()} == {"date", "assessed", "checked", *LAST}


def test_what_is_told_says_what_to_do_and_the_day_in_words(small: Routine) -> None:
    found = list(stale(small, date(2030, 1, 1)))
    assert [one.code for one in found] == ["D001", "D002", "D002", "D003"]
    assert all(one.allowed and re.search(r"[.]$", one.hint) for one in found)
    assert found[0].message == "Numret till ”Skolornas jour, dagtid” gällde till och med 30 juni 2025."
    assert [f"”{item.title}”" in one.message for item, one in zip(small.guidance, found[1:], strict=False)] == [
        True
    ] * 2


def test_check_tells_the_line_and_stops_only_who_is_strict(
    capsys: pytest.CaptureFixture[str], tmp_path: FilePath
) -> None:
    assert main(["check", str(SMALL)]) == 0
    line = SMALL.read_text(encoding="utf-8").split("\n").index("  assessed: 2024-04-30") + 1
    assert f"{SMALL}:{line}:13: {NOW} 30 april 2024.\n" in capsys.readouterr().out
    assert main(["check", str(SMALL), "--strict"]) == 0
    assert main(["check", str(SMALL), "--strict-dates"]) == 2
    assert NOW in capsys.readouterr().out
    fresh = SMALL.read_text(encoding="utf-8").replace("2024-04-30", date.today().isoformat())
    fresh = fresh.replace("2025-06-30", date.today().isoformat())
    (tmp_path / "rutin.yaml").write_text(fresh, encoding="utf-8")
    assert main(["check", str(tmp_path / "rutin.yaml"), "--strict-dates"]) == 0
    assert "Råd" not in capsys.readouterr().out
    assert main(["check", str(withdrawn_file(tmp_path / "upphävd.yaml")), "--strict-dates"]) == 0


def test_who_keeps_a_site_reads_of_every_day_that_comes_due() -> None:
    """What a year is said to ask for in README is what the check then tells of."""
    (told_of,) = re.findall(
        r"\*\*Each year\*\* .*?\n\n", (PROJECT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    late = date(2027, 1, 1)
    keys = {str(path[-1]) for _, path in told(small(), late)}
    assert {key for key in keys if f"`{key}`" in told_of} == keys == {"valid_until", "checked", "assessed"}
