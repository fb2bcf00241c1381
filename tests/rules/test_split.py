"""An action that is made two, of the same row: what the second lacks is told, and what is parted with sense is not."""

from __future__ import annotations

from typing import Any

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.loading.parse import parse, refused
from routine.reading.finding import Finding
from routine.reading.messages import messages
from tests.kit.broken import SMALL_TEXT
from tests.kit.variants import small

# Rents fans: on a condition, within a time, and here also after something.
WHOLE = 7
RENTS = "hyr-flaktar"
MOVED: Any = {"action": "flytta-klassen", "text": "när salen är tom", "basis": "tolkning"}
AFTER_IT: Any = {"action": RENTS, "text": "när de är hyrda", "basis": "tolkning"}
DRY: Any = {"question": "torkar-salen", "answer": "nej", "text": "om det är fuktigt", "basis": "tolkning"}
WITHIN: Any = {"count": "4", "unit": "veckor", "basis": "tolkning"}


def parted(first: Any = None, second: Any = None) -> list[Finding]:
    """What is advised when its second half is put after it, with no more than it must have but what is given."""
    values: Any = small()
    whole = values["actions"][WHOLE]
    whole |= {"after": [MOVED], **(first or {})}
    half = {key: whole[key] for key in ("section", "row", "responsible")}
    half |= {"id": "starta-flaktar", "text": "Starta fläktarna", "others": "startar fläktarna", **(second or {})}
    values["actions"].insert(WHOLE + 1, {key: value for key, value in half.items() if value is not None})
    routine = Routine.model_validate(values)
    assert [*rules.check(routine)] == []
    return [*rules.advise(routine)]


def test_all_that_the_second_half_has_lost_is_told_with_what_to_copy() -> None:
    (found,) = parted()
    assert (found.code, found.path) == ("V018", ("actions", WHOLE + 1, "text"))
    assert found.message.startswith("”starta-flaktar” och ”hyr-flaktar” hör till rad 8, men ”starta-flaktar” saknar")
    assert "kopiera conditions, after och within från ”hyr-flaktar”." in found.hint
    assert [path for path, _ in found.related] == [("actions", WHOLE, key) for key in ("conditions", "after", "within")]
    assert "\n".join(found.example) == (
        "conditions:\n  - question: torkar-salen\n    answer: nej\n    text: om salen är fuktig\n"
        "    basis: tolkning\n    own: om din sal är fuktig\n"
        "after:\n  - action: flytta-klassen\n    text: när salen är tom\n    basis: tolkning\n"
        "within:\n  count: 4\n  unit: veckor\n  basis: tolkning"
    )


def test_what_is_shown_is_copied_as_it_stands() -> None:
    end = "    others: skriver upp flödet\n"
    text = SMALL_TEXT.replace("  - id: grav-upp-ledningen\n", messages()["V018"].wrong)
    (problem,) = refused(text.encode(), "rutin.yaml", rules.advise(parse(text.encode(), "rutin.yaml"))).problems
    copied = text.replace(end, end + "".join(f"{line}\n" for line in problem.example))
    assert copied != text
    assert [*rules.advise(parse(copied.encode(), "rutin.yaml"))] == []


@pytest.mark.parametrize(
    ("second", "lost"),
    [
        ({"conditions": [DRY]}, "saknar after och within som"),
        ({"conditions": [DRY], "after": [MOVED]}, "saknar within som"),
        ({"after": [MOVED], "within": WITHIN}, "saknar conditions som"),
        ({"responsible": ["rektorn"]}, "saknar conditions som"),
    ],
)
def test_no_more_than_what_is_lost_is_told(second: Any, lost: str) -> None:
    """Another's action may well wait for nothing, and have its own time."""
    (found,) = parted(second=second)
    assert lost in found.message


def test_the_first_half_may_be_the_one_that_has_lost_it() -> None:
    (found,) = parted({"conditions": []}, {"conditions": [DRY], "after": [MOVED], "within": WITHIN})
    assert found.path == ("actions", WHOLE, "text")


@pytest.mark.parametrize(
    "second",
    [
        {"conditions": [DRY], "after": [MOVED], "within": WITHIN},
        {"conditions": [DRY | {"text": "om det dröjer"}], "after": [AFTER_IT], "within": {**WITHIN, "count": "1"}},
        {"conditions": [DRY | {"answer": "ja"}]},
        {"after": [AFTER_IT | {"only_if_done": "ja"}]},
        {"conditions": [DRY], "after": [AFTER_IT]},
        {"row": None, "basis": "egen"},
        {"row": "9"},
    ],
    ids=["copied", "its own", "where the other is not", "falls away with it", "after it", "our own", "another row"],
)
def test_what_is_parted_with_sense_is_left_alone(second: Any) -> None:
    assert parted(second=second) == []


def test_what_is_done_in_one_contact_has_one_limit() -> None:
    together = {"group": {"id": "flaktar", "basis": "tolkning"}}
    assert parted(together, together | {"conditions": [DRY], "after": [MOVED]}) == []


def test_the_first_half_that_waits_for_the_second_has_nothing_that_it_could_wait_for() -> None:
    """It would wait for itself."""
    for_it = AFTER_IT | {"action": "starta-flaktar"}
    assert parted({"after": [MOVED, for_it]}, {"conditions": [DRY], "within": WITHIN}) == []


def test_a_condition_that_a_question_brings_is_not_lost() -> None:
    """Whether the net is at fault is asked only where water runs: that the first half does not ask it is told."""
    runs: Any = {"question": "rinner-det", "answer": "ja", "text": "om det rinner", "basis": "tolkning"}
    net: Any = {"question": "ar-det-natet", "answer": "ja", "text": "om felet är i nätet", "basis": "tolkning"}
    second = {"conditions": [DRY, net], "after": [MOVED], "within": WITHIN}
    assert [found.path[1] for found in parted({"conditions": [DRY, runs]}, second)] == [WHOLE]


def test_who_has_it_done_before_the_other_by_the_others_limit_has_a_time() -> None:
    first = {"within": WITHIN | {"after": "starta-flaktar"}}
    assert parted(first, {"conditions": [DRY], "after": [MOVED]}) == []
