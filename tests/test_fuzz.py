"""Whatever has been done to the file, it is a routine whose pages can be made, or a report with places: never a
traceback, nor a wait. `make fuzz` tries ten times as many."""

from __future__ import annotations

import os
import random
import time

import pytest

from routine.domain.model import Routine
from routine.load import parse
from routine.publish.macros import macros
from routine.reading.problems import RoutineError
from tests.kit.mutations import KINDS

COUNT = int(os.environ.get("FUZZ", "2000"))
SEED = 20180613
SECONDS = 2  # of the processor, for one file.
# Making all pages takes ten times as long as reading: of what is sound, so many of each kind.
MADE = COUNT // 200


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_a_routine_that_can_be_published_or_a_report(kind: str) -> None:
    chance = random.Random(f"{SEED}{kind}")
    sound: list[Routine] = []
    codes: set[str] = set()
    for number in range(COUNT // len(KINDS)):
        data = KINDS[kind](chance)
        begun = time.process_time()
        try:
            sound.append(parse(data, "rutin.yaml"))
        except RoutineError as error:
            codes |= told(error, data)
        assert time.process_time() - begun < SECONDS, f"{kind} {number}"
    for routine in sound[:MADE]:
        made(routine)
    # What never does harm, always does, or always the same, would prove nothing.
    assert sound
    assert len(sound) < COUNT / len(KINDS) / 2
    assert len(codes) > (8 if kind == "bytes" else 12)


def told(error: RoutineError, data: bytes) -> set[str]:
    """The codes of a report, each with a place in the file and words."""
    last = data.count(b"\n") + data.count(b"\r") + 2
    report = error.report()
    assert error.problems
    assert "Traceback" not in report
    for problem in error.problems:
        assert 1 <= problem.mark.line <= last, problem
        assert problem.mark.column >= 1, problem
        assert problem.message, problem
    return {problem.code for problem in error.problems}


def made(routine: Routine) -> None:
    """Every view of every page, as its HTML."""
    for name, macro in macros(routine, ()).items():
        of_a_role = name in ("own", "heading", "role", "checklist", "flow")
        pages = [macro(role.id) for role in routine.roles] if of_a_role else [macro()]
        assert all(isinstance(page, str) for page in pages), name
