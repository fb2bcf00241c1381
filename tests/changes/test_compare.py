"""Nothing is silent: whatever differs between two routines is told, leaf by leaf and part by part."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from routine.changes.compare import differences
from routine.changes.difference import Difference, Topic
from routine.changes.known import SPACES
from routine.changes.phrases import BASES
from routine.changes.sentences import LISTS, PARTS, SENTENCES, WORD_LISTS
from routine.domain.model import Routine
from routine.reading.model_paths import choices_at
from routine.reading.nodes import Path, Raw
from tests.kit.variants import UPHELD_UNTIL, kind, leaves, name, put, small

VALUES: dict[str, Raw] = small() | {"withdrawn": {**UPHELD_UNTIL}}
OLD = Routine.model_validate(VALUES)
# What a leaf becomes, and the words that then must be told of it.
NEW = {
    "line": ("{} ny77q", "ny77q"),
    "keyword": ("{} ny77q", "ny77q"),
    "edition": ("{} ny77q", "ny77q"),
    "text": ("{} ny77q", "ny77q"),
    "id": ("{}-ny77q", "ny77q"),
    "section_number": ("{}.77", ".77"),
    "url": ("https://ny77q.example/", "ny77q"),
    "phone": ("077-777 77 77", "077-777 77 77"),
    "date": ("2077-07-07", "7 juli 2077"),
    "count": ("77", "77"),
}
# Several who are consulted are joined by a word, a period is said in the words of its unit, and a key by its label.
WORDS = BASES | {
    **{"nagon": "och/eller|en eller flera", "alla": " och |alla"},
    **{"dagar": " dag", "veckor": " veck", "jointly": "gör det i samråd"},
}


def told(found: tuple[Difference, ...]) -> str:
    """All that is told, on one line."""
    return " ".join(" ".join((each.subject, each.what, each.before, each.after)) for each in found)


def another(path: Path, value: str) -> tuple[str, str] | None:
    """Another value that the model takes here, with how it is told; None when it takes no other."""
    if kind(path) in NEW:
        new, words = NEW[kind(path)]
        return new.format(value), words
    choice = next((each for each in choices_at(path) if each != value), None)
    return (choice, WORDS.get(choice, choice)) if choice else None


LEAVES = [(path, new) for path, value in leaves(VALUES) if (new := another(path, value))]


@pytest.mark.parametrize(("path", "new"), LEAVES, ids=[name(path) for path, _ in LEAVES])
def test_every_leaf_that_changes_is_told_with_its_new_words(path: Path, new: tuple[str, str]) -> None:
    values = deepcopy(VALUES)
    put(values, path, new[0])
    found = differences(OLD, Routine.model_validate(values))
    assert re.search(new[1], told(found))


def without(values: dict[str, Raw], path: Path) -> Routine | None:
    """The routine without what stands at the path, if the model allows it."""
    copy: Any = deepcopy(values)
    here = copy
    for step in path[:-1]:
        here = here[step]
    del here[path[-1]]
    try:
        return Routine.model_validate(copy)
    except ValidationError:
        return None


def places(value: Raw, path: Path = ()) -> Iterator[Path]:
    """Every part, list, item and leaf."""
    if path:
        yield path
    if not isinstance(value, str):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(item, (*path, step))


def at(path: Path) -> Raw:
    here: Any = VALUES
    for step in path:
        here = here[step]
    return here  # type: ignore[no-any-return]


def test_what_is_new_is_told_with_all_its_words_and_what_is_gone_is_told() -> None:
    """Of everything that may be left out."""
    lacking = {path: found for path in places(VALUES) if (found := without(VALUES, path)) not in (None, OLD)}
    assert len(lacking) > 200
    for path, routine in lacking.items():
        assert routine is not None
        assert differences(OLD, routine), f"{name(path)}, borta"
        said = told(differences(routine, OLD)).lower()
        for inner, value in leaves(at(path), path):
            if kind(inner) in {"line", "edition", "keyword", "text", "url", "phone"}:
                assert " ".join(value.split()).lower() in " ".join(said.split()), name(inner)


def test_a_routine_is_equal_to_itself_also_when_what_is_understood_is_written_out() -> None:
    values: Any = deepcopy(VALUES)
    assert "responsible_basis" not in values["actions"][0]
    values["actions"][0]["responsible_basis"] = "kalla"
    values["actions"][0]["after"] = []
    assert differences(OLD, Routine.model_validate(values)) == ()


def test_a_break_between_lines_that_has_moved_is_told() -> None:
    values: Any = deepcopy(VALUES)
    values["actions"][0]["detail"] = values["actions"][0]["detail"].strip().replace("\n", "\n\n")
    (found,) = differences(OLD, Routine.model_validate(values))
    assert (found.what, found.before, found.after) == ("Förklaringen, bara radbrytningarna är andra.", "", "")


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        (("actions", 0, "detail"), "Ring,  eller gå.", "Förklaringen, bara mellanslagen är andra."),
        (("guidance", 0, "points", 0), "Gå  nu.", "Råd, bara mellanslagen är andra."),
        (("guidance", 0, "points", 0), "Gå nu.  Ring.", "Råd, bara mellanslagen är andra."),
    ],
)
def test_a_space_more_between_words_is_told_as_that(place: Path, text: str, told: str) -> None:
    """It stands in no page: the words alone would be told as changed to themselves."""
    old, new = deepcopy(VALUES), deepcopy(VALUES)
    put(old, place, " ".join(text.split()))
    put(new, place, text)
    (found,) = differences(Routine.model_validate(old), Routine.model_validate(new))
    assert (found.what, found.before, found.after) == (told, "", "")


def test_of_two_things_with_one_name_it_is_said_which() -> None:
    values: Any = deepcopy(VALUES)
    values["contacts"][1]["label"] = "dagtid"
    old = Routine.model_validate(deepcopy(values))
    values["situations"][3]["contacts"] = ["kontakt-jouren-natt", "kontakt-fastighet"]
    assert "kontakt-jouren-natt" in told(differences(old, Routine.model_validate(values)))


@pytest.mark.parametrize(
    ("key", "before", "after", "out", "come"),
    [
        ("informs", {"role": "rektorn"}, {"role": "eleven"}, "Rektorn får inte längre veta det", "Eleven får nu veta"),
        (
            "helps",
            {"role": "rektorn", "text": "lagar"},
            {"role": "eleven", "text": "lagar"},
            "Görs inte längre för rektorn.",
            "Görs nu också för eleven: lagar",
        ),
        (
            "tells",
            {"who": "Grannarna", "what": "får veta allt"},
            {"role": "eleven", "what": "får veta allt"},
            "Grannarna får inte längre veta det.",
            "Den som nu också får veta: eleven, får veta allt",
        ),
    ],
)
def test_another_in_the_place_of_one_is_told_as_one_out_and_one_in(
    key: str, before: dict[str, str], after: dict[str, str], out: str, come: str
) -> None:
    """By place alone the new one is the same as before, and would be said to have been another."""
    texts: list[Any] = [small(), small()]
    for values, stated in zip(texts, (before, after), strict=True):
        values["actions"][0][key] = [stated | {"basis": "kalla"}]
    first, second = differences(*map(Routine.model_validate, texts))
    assert first.what.startswith(out)
    assert second.what.startswith(come)
    assert not any((first.before, first.after, second.before, second.after))


def test_what_is_said_together_hides_nothing_that_it_does_not_say() -> None:
    """With one role it is not said how many of them take part."""
    values: Any = deepcopy(VALUES)
    values["actions"][7]["consulted"] |= {"mode": "nagon", "roles": ["vaktmastaren"]}
    found = told(differences(OLD, Routine.model_validate(values)))
    assert "rektorn vaktmästaren" in found
    assert "alla en eller flera" in found


@pytest.mark.parametrize("seed", range(60))
def test_of_many_changes_at_once_none_is_silent(seed: int) -> None:
    """Also when they touch the same thing, so that what it is known by has changed with all the rest."""
    values = deepcopy(VALUES)
    chosen = random.Random(seed).sample([path for path, _ in LEAVES if kind(path) in {"line", "text"}], 12)
    for at_, path in enumerate(chosen):
        put(values, path, f"{at(path)} mark{at_}q")
    found = told(differences(OLD, Routine.model_validate(values)))
    assert [name(path) for at_, path in enumerate(chosen) if f"mark{at_}q" not in found] == []


def test_who_does_what_comes_first_and_no_heading_comes_twice() -> None:
    values: Any = deepcopy(VALUES)
    values["site"]["name"] = "Annan"
    values["terms"].pop()
    values["actions"][4]["text"] = "Byt hela röret"
    values["actions"][4]["responsible"] = ["rektorn"]
    topics = [each.topic for each in differences(OLD, Routine.model_validate(values))]
    assert topics == [Topic.PEOPLE, Topic.TEXTS, Topic.TERMS, Topic.SITE]


def test_every_list_and_part_of_a_routine_has_its_words() -> None:
    assert {*LISTS, *PARTS, *WORD_LISTS} == set(Routine.model_fields)


def test_every_word_of_the_table_is_of_a_field_that_is_there() -> None:
    for part, rows in SENTENCES.items():
        assert set(rows) <= set(part.model_fields), part.__name__


def test_every_field_that_names_something_by_id_says_what_it_names() -> None:
    """Else a sentence would hold an id, which a reviewer does not know."""
    ids = {str(path[-1 if isinstance(path[-1], str) else -2]) for path, _ in leaves(VALUES) if kind(path) == "id"}
    assert ids - {"id"} == set(SPACES) - {"section"}
