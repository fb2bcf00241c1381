"""Whatever has been done to the file, it is a routine whose pages can be made, or a report with places: never a
traceback, nor a wait. `make full` tries ten times as many, `make fuzz` a hundred times."""

from __future__ import annotations

import os
import random
import time

import pytest

from routine.check.parse import parse
from routine.check.problems import RoutineError
from routine.pages.macros import macros
from routine.site.site import given
from tests.kit.mutations import KINDS

COUNT = int(os.environ.get("FUZZ", "200"))
SEED = 20180613
SECONDS = 1  # Of the processor, for one file.


@pytest.mark.parametrize("kind", KINDS)
def test_a_harmed_file_is_a_routine_or_a_report(kind: str) -> None:
    chance = random.Random(f"{SEED}{kind}")
    codes: set[str] = set()
    sound = 0
    for number in range(COUNT // len(KINDS)):
        data = KINDS[kind](chance)
        begun = time.process_time()
        try:
            routine = parse(data, "rutin.yaml")
        except RoutineError as error:
            codes |= told(error, data.count(b"\n") + data.count(b"\r") + 2)
        else:
            sound += 1
            if sound == 1:
                assert all(macros(given(routine))[name]() for name in ("guide", "whole"))
        assert time.process_time() - begun < SECONDS or sound == 1, f"{kind} {number}"
    # What never does harm, or always the same, would prove nothing.
    assert sound < COUNT / len(KINDS) / 2
    assert len(codes) > 3


def told(error: RoutineError, last: int) -> set[str]:
    """Give the codes of a report, each with a place in the file and words."""
    assert all(1 <= problem.mark.line <= last and problem.message for problem in error.problems), error
    assert error.problems[0].code in error.report()
    return {problem.code for problem in error.problems}
