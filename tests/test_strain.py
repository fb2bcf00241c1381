"""Files that are made to take long end in a routine or a report, within two seconds of the processor and 200 MB."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.kit.hostile_files import hostile
from tests.kit.paths import PROJECT
from tests.kit.program import python

SECONDS, MEGABYTES = 2, 200
FILES = dict(hostile())
# The longest report in any form: what is told of fifty problems, or of two hundred as rows.
LONGEST = 300_000
LONGER_THAN_MEMORY = 1 << 38
# In a process of its own, since what a process has once had it keeps.
ALONE = """
import json, sys, time
from routine.loading.parse import parse
from routine.reading.problems import RoutineError
from routine.loading.reports import as_annotations, as_json
from tests.kit.hostile_files import hostile
for name, data in hostile():
    codes, told, rows = [], [""], 0
    begun = time.process_time()
    try:
        parse(data, "rutin.yaml")
    except RoutineError as error:
        codes = [problem.code for problem in error.problems]
        told = [error.report(), as_json(error), as_annotations(error)]
        rows = len(json.loads(told[1]))
    print(json.dumps([name, time.process_time() - begun, codes, max(map(len, told)), rows, told[0][-200:]]))
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


@dataclass(frozen=True, slots=True)
class Strain:
    """What became of a file: seconds of the processor, codes, characters of the longest report, rows of the one for
    programs, and how the one for people ends."""

    seconds: float
    codes: tuple[str, ...]
    longest: int
    rows: int
    last: str


pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def strained() -> tuple[dict[str, Strain], int]:
    """Each of the files, and what the process has had at most, in MB."""
    if not Path("/proc/self/status").exists():
        pytest.skip("the system does not say how much a process has had")
    done = subprocess.run([sys.executable, "-c", ALONE], cwd=PROJECT, capture_output=True, check=True, timeout=600)
    *lines, kilobytes = done.stdout.decode().splitlines()
    rows = (json.loads(line) for line in lines)
    return {name: Strain(seconds, tuple(codes), *rest) for name, seconds, codes, *rest in rows}, int(kilobytes) // 1024


Strained = tuple[dict[str, Strain], int]


def test_each_ends_soon_and_none_fills_the_memory(strained: Strained) -> None:
    files, megabytes = strained
    assert files.keys() == FILES.keys()
    assert {name: one.seconds for name, one in files.items() if one.seconds >= SECONDS} == {}
    assert megabytes < MEGABYTES


def test_no_more_is_told_than_somebody_can_read(strained: Strained) -> None:
    for name, one in strained[0].items():
        assert one.longest < LONGEST, name
        assert one.rows == min(len(one.codes), 201), name


def test_who_has_more_faults_than_are_looked_for_is_told_at_least_how_many(strained: Strained) -> None:
    for name in ("empty actions", "unknown references"):
        one = strained[0][name]
        assert len(one.codes) >= 300
        assert f"Minst {len(one.codes)} fel i rutin.yaml. Här visas de 50 första." in one.last


def test_some_are_taken_and_the_others_refused_for_many_reasons(strained: Strained) -> None:
    """Files that all fail at the first gate would strain nothing."""
    files = strained[0]
    assert sum(not one.codes for one in files.values()) > 5
    assert sum("S010" in one.codes for one in files.values()) < len(files) / 2
    assert len({one.codes[0] for one in files.values() if one.codes}) > 12


def test_a_file_without_end_ends(tmp_path: Path) -> None:
    """Of a file no more is read than it may have. It is longer than any memory, and takes no room on the disk."""
    with (tmp_path / "rutin.yaml").open("wb") as file:
        file.truncate(LONGER_THAN_MEMORY)
    done = python("-m", "routine", "check", str(tmp_path / "rutin.yaml"), seconds=60)
    assert done.returncode == 2
    assert "S010" in done.stderr
