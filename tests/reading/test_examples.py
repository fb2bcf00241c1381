"""Each code that an editor can cause has a wrong and a right example, and they are what they say."""

from __future__ import annotations

import pytest

from routine.load import parse
from routine.reading.examples import EXAMPLES, UNSHOWN
from routine.reading.problems import CODES, RoutineError
from tests.kit.broken import SMALL_TEXT


def test_every_code_that_lines_can_show_has_an_example() -> None:
    assert EXAMPLES.keys() == {code for code in CODES if code[0] in "SMR"} - UNSHOWN


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_right_example_stands_in_a_sound_routine_and_the_wrong_one_gives_its_code_alone(code: str) -> None:
    example = EXAMPLES[code]
    assert SMALL_TEXT.count(example.right) == 1
    with pytest.raises(RoutineError) as raised:
        parse(SMALL_TEXT.replace(example.right, example.wrong).encode(), "rutin.yaml")
    assert [problem.code for problem in raised.value.problems] == [code]
