"""What should be read again is told of any text of any thing, whatever else that has."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path as FilePath

import pytest

from routine.changes.again import again
from routine.changes.report import report
from routine.domain.model import Routine
from routine.publish import stubs
from routine.publish.pages import Given
from routine.reading.nodes import Path, Raw
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import changed, kind, leaves, put, values_of
from tests.kit.views import some

EVERY = pytest.mark.parametrize("file", some(SMALL, full=(REAL,)), ids=["den lilla", "vår"])


def in_words(path: Path) -> bool:
    """Whether it is words of what somebody does, asks, says or reads, and not what something else is found by."""
    return kind(path) in ("line", "text") and path[-1] != "number"


def read(values: dict[str, Raw]) -> Routine:
    return Routine.model_validate(values)


@EVERY
def test_each_text_alone_may_change(file: FilePath) -> None:
    values = values_of(file)
    old = read(values)
    texts = [(path, text) for path, text in leaves(values) if in_words(path)]
    assert len(texts) > 200
    for path, text in texts:
        new = deepcopy(values)
        put(new, path, f"{text} igen")
        assert isinstance(again(old, read(new)), tuple), path


def test_where_a_question_is_open_no_more_what_says_that_the_routine_is_silent_is_read_again(small: Routine) -> None:
    """The check names those lines only while something names the question."""
    first, *actions = small.actions
    silent = first.model_copy(update={"detail": "Rutinen säger inte vem som tittar."})
    other = next(each for each in actions if "vem-tittar" not in each.open_questions)
    told = other.model_copy(update={"detail": "Rutinen säger inte något annat."})
    rest = tuple(told if each.id == told.id else each for each in actions)
    old = small.model_copy(update={"actions": (silent, *rest)})
    answered = silent.model_copy(update={"open_questions": ()})
    new = old.model_copy(update={"actions": (answered, *rest), "open_questions": small.open_questions[1:]})
    (line,) = again(old, new)
    assert line[0] == (
        "Den öppna frågan ”Vem tittar till salen på helgen?” är borta. Läs igenom det som säger att rutinen inte säger "
        "något:"
    )
    names = [place.partition(": ")[2] for place in line[1]]
    assert names == [
        "Dokumentet säger inget om helgen.",
        "Rutinen säger inte vem som tittar.",
        "Det står inte vem som då tittar till salen.",
    ]
    assert again(old, old) == ()


def test_what_is_printed_keeps_the_names_that_no_code_knows(small: Routine) -> None:
    named = small.organisation.model_copy(update={"name": "Region Exempel"})
    dated = small.source.model_copy(update={"date": date(2023, 3, 1)})
    new = small.model_copy(update={"organisation": named, "source": dated})
    assert again(small, new) == (
        ("Det som redan är utskrivet har kvar organisationens namn och källans dag som det var, med samma kod.", ()),
    )


@EVERY
def test_every_text_at_once_may_change_and_the_whole_is_told(file: FilePath) -> None:
    values = values_of(file)
    texts = changed(values, lambda path, text: f"{text} igen" if in_words(path) and path[-1] == "text" else text)
    old, new = read(values), read(texts)
    calls = stubs.called(old), stubs.called(new)
    found = report(Given(old, ()), Given(new, ()), calls)
    assert found.follows
    assert found.follows.again
