"""What is held up where it may not have been meant."""

from __future__ import annotations

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.reading.nodes import Path, Raw
from tests.kit.variants import put, small

# Measures the flow: has a number to ring, and hangs on a question that is asked at once.
MEASURES = 2
# Moves the class: has neither.
MOVES = 5
WHO: Path = ("actions", MEASURES, "responsible", 0)
CALL: Path = ("actions", MEASURES, "call")
CONDITIONS: Path = ("actions", MEASURES, "conditions")
AFTER: Raw = [{"action": "sag-till", "text": "när rektorn vet", "basis": "tolkning"}]


def told(*changes: tuple[Path, Raw]) -> list[Path]:
    values = small()
    for path, value in changes:
        put(values, path, value)
    return [found.path for found in rules.advise(Routine.model_validate(values)) if found.code == "V011"]


@pytest.mark.parametrize("who", ["upptackaren", "eleven"])
@pytest.mark.parametrize("more", [(), ((CALL, None),), ((CONDITIONS, []),)], ids=["both", "a question", "a number"])
def test_a_number_or_an_early_answer_behind_what_opens_is_told(who: str, more: tuple[tuple[Path, Raw], ...]) -> None:
    assert told((WHO, who), *more) == [("actions", MEASURES, "text")]


@pytest.mark.parametrize(
    "changes",
    [
        ((WHO, "rektorn"),),
        ((WHO, "eleven"), (("actions", MEASURES, "after"), AFTER)),
        ((WHO, "eleven"), (("actions", 0, "opens"), None)),
        ((WHO, "eleven"), (("questions", 0, "asked"), None)),
        ((WHO, "eleven"), (CALL, None), (CONDITIONS, [])),
        ((("actions", MOVES, "responsible", 0), "eleven"),),
    ],
    ids=["another's", "said to wait", "nothing opens", "asked later", "neither", "never had either"],
)
def test_what_is_another_s_or_is_said_to_wait_is_let_alone(changes: tuple[tuple[Path, Raw], ...]) -> None:
    assert told(*changes) == []
