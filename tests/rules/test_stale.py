"""What was checked more than a year ago is reported, and stops who asks for that."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.domain.model import Routine
from routine.rules.stale import stale
from tests.kit.paths import SMALL

NOW = "Tillgängligheten bedömdes senast"


def test_a_year_is_reported_the_day_after(small: Routine) -> None:
    assessed = small.accessibility.assessed
    latest = max(item.checked for item in small.guidance)
    assert list(stale(small, min(assessed, latest) + timedelta(365))) == []
    reported = list(stale(small, assessed + timedelta(366)))
    assert reported[0].startswith(f"{NOW} 30 april 2024.\n    Gör så här: ")
    assert len(list(stale(small, latest + timedelta(366)))) == 1 + len(small.guidance)


def test_old_advice_is_reported_by_its_title(small: Routine) -> None:
    reported = list(stale(small, date(2030, 1, 1)))[1:]
    assert [any(f"”{item.title}”" in line for line in reported) for item in small.guidance] == [True] * len(
        small.guidance
    )


def test_check_reports_and_stops_only_who_is_strict(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", str(SMALL)]) == 0
    assert f"Obs! {NOW}" in capsys.readouterr().out
    assert main(["check", str(SMALL), "--strict-dates"]) == 2
    assert f"Obs! {NOW}" in capsys.readouterr().out
    fresh = SMALL.read_text(encoding="utf-8").replace("2024-04-30", date.today().isoformat())
    (tmp_path / "rutin.yaml").write_text(fresh, encoding="utf-8")
    assert main(["check", str(tmp_path / "rutin.yaml"), "--strict-dates"]) == 0
    assert NOW not in capsys.readouterr().out
