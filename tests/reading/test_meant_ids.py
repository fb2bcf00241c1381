"""Of an id that is written as it is not, only what the file has is suggested, and only what may stand there."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from routine.domain.model import Routine
from routine.domain.referring import Refers
from routine.reading.model_faults import explain
from routine.reading.model_paths import annotation_at, without_none
from routine.reading.nodes import Path, raw
from routine.reading.problems import Problem
from routine.reading.source import read
from routine.reading.written import entry
from tests.kit.variants import kind, leaves, put, small
from tests.kit.views import one_in

VALUES: Any = small()
# What is suggested, as it is said: skriv a. / menade du ”a” eller ”b”? / flera: a, b. / key: [a, b].
SUGGESTED = re.compile(r"skriv ([\w-]+)\.|menade du (.+)\?|flera: (.+)\.|: \[(.+)\]\.")


def refers(path: Path) -> tuple[str, ...]:
    """The lists that hold what may stand there."""
    marks = getattr(without_none(annotation_at(path)), "__metadata__", ())
    return next((mark.to for mark in marks if isinstance(mark, Refers)), ())


def ids(*lists: str) -> list[str]:
    return [item["id"] for name in lists for item in VALUES[name]]


# One place of each key that names something: each of a part, and the first of a list.
PLACES: dict[str, Path] = {}
for _path, _ in leaves(VALUES):
    if refers(_path) and kind(_path) == "id" and _path[-1] in (0, _path[-1] if isinstance(_path[-1], str) else 0):
        PLACES.setdefault(".".join(str(step) for step in _path if isinstance(step, str)), _path)
NAMES = {
    "roles": "Rektorn",
    "tracks": "Lokalerna",
    "questions": "Har salen torkat?",
    "actions": "Flytta klassen till en annan sal",
    "open_questions": "Vem tittar till salen på helgen?",
    "contacts": "Fastighetsavdelningen",
    "guidance": "El och vatten",
}
MEANT = {"questions": "torkar-salen", "actions": "flytta-klassen", "open_questions": "vem-tittar", "roles": "rektorn"}
MEANT |= {"contacts": "kontakt-fastighet", "guidance": "el-och-vatten", "tracks": "lokaler"}
SAID = [*NAMES.values(), "Svamp och fukt", "Kommittén", "Rektorn och svampen", "Rektor/elev", "El och svamp"]


def told(path: Path, said: str) -> list[Problem]:
    values = deepcopy(VALUES)
    put(values, path, said)
    text = "\n".join(line for key, value in values.items() for line in entry(key, value)) + "\n"
    _, root = read(text.encode(), "rutin.yaml")
    with pytest.raises(ValidationError) as raised:
        Routine.model_validate(raw(root))
    return list(explain(raised.value, root))


def suggested(problem: Problem) -> list[str]:
    found = SUGGESTED.search(problem.hint)
    return re.findall(r"[\w-]+", found[found.lastindex or 0].replace(" eller ", " ")) if found else []


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("place", one_in(4, [*PLACES]))
def test_only_what_may_stand_there_is_suggested(place: str, said: str) -> None:
    path = PLACES[place]
    known = ids(*refers(path))
    for at in (path, path[:-1]) if isinstance(path[-1], int) else (path,):
        (problem,) = told(at, said)
        assert set(suggested(problem)) <= set(known), problem
        if problem.code == "M005":
            assert problem.allowed.split(", ") == known
            assert "flera" not in problem.hint or isinstance(path[-1], int)


@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
def test_a_thing_by_its_name_is_suggested_by_its_id(path: Path) -> None:
    for name in refers(path):
        (problem,) = told(path, NAMES[name])
        assert problem.hint == f"skriv {MEANT[name]}."


def test_what_is_of_another_kind_is_told_so() -> None:
    (problem,) = told(("guidance", 0, "checklists", 0), "El och vatten")
    assert problem.hint.startswith("”el-och-vatten” står under guidance. Här ska stå något under roles: välj ")


def test_an_id_is_one_where_it_is_given() -> None:
    (problem,) = told(("guidance", 1, "id"), "Mögel och fukt")
    assert problem.hint == "skriv mogel-och-fukt."


def test_of_two_with_the_same_name_it_is_asked_which() -> None:
    (problem,) = told(("situations", 3, "contacts", 0), "Skolornas jour")
    assert problem.hint == "menade du ”kontakt-jouren” eller ”kontakt-jouren-natt”?"
