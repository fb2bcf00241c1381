"""The sentence that an editor can begin from, and the names that fields have in it and everywhere."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from routine.changes.compare import differences
from routine.changes.difference import Difference, Topic
from routine.changes.follows import FRAME
from routine.changes.sentences import sentence
from routine.changes.summary import is_about, summary, wanted
from routine.domain.model import Routine
from routine.reading.model_paths import annotation_at, part_of
from routine.views.shell import Shell
from tests.kit.changing import CHANGES
from tests.kit.variants import leaves
from tests.kit.variants import small as values

# Every part of the model with its fields, by way of the routine that uses them all.
FIELDS = sorted(
    {
        (part, field)
        for path, _ in leaves(values())
        for at in range(len(path) + 1)
        if (part := part_of(annotation_at(path[:at])))
        for field in part.model_fields
    },
    key=lambda each: (each[0].__name__, each[1]),
)


def told(*changes: tuple[Topic, str]) -> str:
    return summary([Difference(topic, subject, "x") for topic, subject in changes])


def test_what_is_all_of_its_subject_has_no_name_beside_it() -> None:
    assert told((Topic.EASY, "")) == told((Topic.EASY, "Lätt att läsa")) == "Ändrat: Lätt att läsa."
    assert told((Topic.TEXTS, ""), (Topic.TEXTS, "Loggbladet")) == "Ändrat: texter (loggbladet)."


def test_the_summary_names_what_has_changed_each_thing_once() -> None:
    assert told((Topic.LIMITS, "Åtgärden ”A”"), (Topic.LIMITS, "Åtgärden ”A”")) == "Ändrat: tidsgränser (åtgärden ”A”)."


def test_of_many_the_first_two_are_named_and_the_others_counted() -> None:
    assert told(*((Topic.TEXTS, f"Frågan ”{name}”") for name in "ABCD")) == (
        "Ändrat: texter (frågan ”A”, frågan ”B” och två till)."
    )


def test_several_kinds_make_one_sentence() -> None:
    assert told((Topic.LIMITS, "A"), (Topic.TERMS, "B"), (Topic.EASY, "C")) == (
        "Ändrat: tidsgränser (a), ord som förklaras (b) och Lätt att läsa (c)."
    )


def test_a_summary_may_say_whose_what_is_new_is_and_is_offered_the_words_that_differ() -> None:
    before, after = "Rutinen säger inte om den utsatte tillfrågas.", "Fråga den utsatte."
    changes = [Difference(Topic.TEXTS, "Åtgärden ”Informera”", "Detaljer", before, after)]
    assert is_about("Ett råd till vaktmästaren är borta.", changes, ["Vaktmästaren"])
    assert not is_about("Ett råd till vaktmästaren är borta.", changes, ["Rektorn"])
    assert wanted(changes) == ["rutinen", "säger", "tillfrågas", "fråga", "texter", "åtgärden"]


def test_an_edition_is_not_summed_up_by_itself() -> None:
    assert told((Topic.EDITIONS, "Utgåva 3")) == ""
    assert summary([]) == ""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_summary_is_one_line_that_a_routine_can_have(change: object, small: Routine) -> None:
    new = change.new()  # type: ignore[attr-defined]
    found = differences(small, new)
    said = summary(found)
    assert "\n" not in said
    assert (said == "") == all(each.topic is Topic.EDITIONS for each in found)


@pytest.mark.parametrize(("part", "field"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
def test_no_field_is_called_by_a_key_or_by_more_than_a_line(part: type[BaseModel], field: str) -> None:
    """A reviewer does not know the keys of the file."""
    label = sentence(part, field).label  # type: ignore[arg-type]
    keys = {name for _, name in FIELDS} - {"tab", "text", "name"}
    assert len(label) <= 70
    assert keys & set(re.findall(r"[a-z_]+", label)) == set()


def test_what_differs_around_every_page_has_a_name() -> None:
    """All of the shell but what is a page's own, or comes from the code alone."""
    own = {"title", "printed", "description", "scripts", "style", "first", "ours", "placed"}
    assert {*Shell.__struct_fields__} - own == set(FRAME)
