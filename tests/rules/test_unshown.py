"""What helps meanwhile and no page shows is told: nobody sees that it is missing from where it was thought to stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from tests.kit.variants import small

NEW = "vem-torkar"


def told(change: Callable[[Any], object], **more: Any) -> list[Finding]:
    """What is told of an open question that says what helps, when the routine has been changed."""
    values: Any = small()
    question = {"id": NEW, "question": "Vem torkar golvet?", "detail": "Dokumentet nämner ingen."}
    values["open_questions"].append(question | (more or {"meanwhile": "Ring jouren."}))
    change(values)
    routine = Routine.model_validate(values)
    assert [*rules.check(routine)] == []
    return [one for one in rules.advise(routine) if one.code == "V023"]


NAMED: dict[str, tuple[Callable[[Any], object], list[Path]]] = {
    "nowhere": (lambda _: None, []),
    "a question of the way": (
        lambda all: all["questions"][0]["open_questions"].append(NEW),
        [("questions", 0, "open_questions", 1)],
    ),
    "who is reached": (
        lambda all: all["roles"][3]["reached_by"].update(open_question=NEW),
        [("roles", 3, "reached_by", "open_question")],
    ),
}


@pytest.mark.parametrize(("change", "places"), NAMED.values(), ids=NAMED)
def test_what_no_page_shows_is_told_with_where_the_question_is_named(
    change: Callable[[Any], object], places: list[Path]
) -> None:
    (found,) = told(change)
    assert found.path == ("open_questions", 2, "meanwhile")
    assert found.hint.startswith(f"skriv open_questions: [{NEW}] på åtgärden")
    assert [path for path, _ in found.related] == places


@pytest.mark.parametrize(
    "change",
    [
        lambda all: all["actions"][0]["open_questions"].append(NEW),
        lambda all: all["situations"][3].update(open_question=NEW),
    ],
    ids=["beside an action", "after a situation"],
)
def test_what_is_shown_is_not(change: Callable[[Any], object]) -> None:
    assert told(change) == []


def test_words_to_who_stands_in_are_told_of_too() -> None:
    (found,) = told(lambda _: None, proxy={"short": "Torkar ingen?", "meanwhile": "Fråga rektorn."})
    assert found.path == ("open_questions", 2, "proxy", "meanwhile")


def test_a_question_that_says_nothing_of_what_helps_may_stand_alone() -> None:
    assert told(lambda _: None, short="Vem torkar?") == []
