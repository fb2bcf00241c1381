"""What the check offers in place of what was written puts each word where it belongs, or leaves the place open."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from routine.domain.editor_types import UNSAID
from routine.domain.model import Routine
from routine.reading.model_faults import explain
from routine.reading.model_paths import annotation_at, fields_at, part_of
from routine.reading.nodes import Path, raw
from routine.reading.problems import Problem
from routine.reading.source import read
from routine.reading.written import entry
from tests.kit.variants import leaves, put, small
from tests.kit.views import in_full

VALUES: Any = small()
HOLE = "HÅL"
# Whose words nobody can tell from those of the key before it: the title of what somebody has published, why a fault is.
EITHER = {"title", "reason"}


def at(path: Path) -> Any:
    here: Any = VALUES
    for step in path:
        here = here[step]
    return here


def _parts() -> Iterator[tuple[Path, Any]]:
    """Each place within a thing of the small routine that has a part, or a list of them, with what stands there."""
    seen = {path[:end] for path, _ in leaves(VALUES) for end in range(2, len(path))}
    for path in sorted(seen, key=str):
        item = (*path, 0) if isinstance(at(path), list) else path
        if isinstance(path[-1], str) and isinstance(at(item), dict) and part_of(annotation_at(item)):
            yield path, at(item)


PARTS = list(_parts())


def words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else value


def told(path: Path, said: str) -> tuple[list[Problem], str]:
    """What is told when `said` stands there, and the file with a hole in its place."""
    values = deepcopy(VALUES)
    put(values, path, HOLE)
    text = "\n".join(line for key, value in values.items() for line in entry(key, value)) + "\n"
    _, root = read(text.replace(HOLE, said).encode(), "rutin.yaml")
    with pytest.raises(ValidationError) as raised:
        Routine.model_validate(raw(root))
    return list(explain(raised.value, root)), text


def offered(path: Path, said: str) -> list[str]:
    """The lines that could stand there instead."""
    return next((list(problem.example) for problem in told(path, said)[0] if problem.example), [])


def values_of(lines: list[str]) -> Any:
    """The value of the key that the lines are of, or its first item."""
    first = len(lines[0]) - len(lines[0].lstrip())
    _, root = read("\n".join(line[first:] for line in lines).encode(), "rutin.yaml")
    found: Any = raw(root)
    (value,) = found.values()
    return value[0] if isinstance(value, list) else value


def said_of(path: Path, right: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each value that must be there, by itself, as an editor writes it who does not know that there are keys."""
    known = fields_at((*path, 0) if isinstance(at(path), list) else path)
    for key, value in right.items():
        flat = isinstance(value, str) or all(isinstance(each, str) for each in value)
        if (known[key].is_required() or key in ("who", "role")) and key not in EITHER and flat:
            yield key, words(value)


CASES = [
    pytest.param(path, right, key, said, id=f"{'.'.join(map(str, path))}: {said}")
    for path, right in PARTS
    for key, said in said_of(path, right)
]
SOME = [*CASES[::4], *in_full(case for at, case in enumerate(CASES) if at % 4)]


@pytest.mark.parametrize(("path", "right", "key", "said"), SOME)
def test_one_value_alone_is_offered_where_it_belongs_and_nowhere_else(
    path: Path, right: dict[str, Any], key: str, said: str
) -> None:
    for written in (f'"{said}"', *([] if ", " in said and " " in said.replace(", ", "") else [f"[{said}]"])):
        sample = values_of(offered(path, written))
        for name, value in sample.items():
            flat = words(value) if isinstance(value, str) or isinstance(value[0], str) else UNSAID
            ours = name == "basis" or (name, flat) == ("at", "start")
            assert ours or flat.startswith(UNSAID) or flat == words(right.get(name, "")), (name, sample)
        # What the name of a role might be is no body; all else is found again.
        assert not words(sample.get(key, UNSAID)).startswith(UNSAID) or key == "body", (key, sample)


@pytest.mark.parametrize(("path", "right", "key", "said"), SOME)
def test_what_is_offered_passes_the_check_but_for_what_it_leaves_open(
    path: Path, right: dict[str, Any], key: str, said: str
) -> None:
    lines = offered(path, f'"{said}"')
    _, text = told(path, said)
    before, after = text[: text.index(HOLE)].splitlines()[:-1], text[text.index(HOLE) :].splitlines()[1:]
    _, root = read("\n".join([*before, *lines, *after, ""]).encode(), "rutin.yaml")
    try:
        Routine.model_validate(raw(root))
    except ValidationError as error:
        left = [problem for problem in explain(error, root) if UNSAID not in f"{problem.message} {problem.example}"]
        assert left == [], left
        assert any(UNSAID in line for line in lines)


@pytest.mark.parametrize(
    ("path", "said", "lines"),
    [
        (("actions", 0, "proxy"), "eleven", ["role: eleven", "text: … Ring jouren", "basis: tolkning"]),
        (("actions", 0, "proxy"), "Eleven larmar", ["role: eleven", "text: … larmar", "basis: tolkning"]),
        (("actions", 1, "helps"), "eleven", ["- role: eleven", "text: … ringer jouren", "basis: tolkning"]),
        (("actions", 4, "consulted"), "rektorn", ["mode: …", "roles: [rektorn]", "basis: tolkning"]),
        (
            ("actions", 4, "consulted"),
            "Rådgör med rektorn och eleven",
            ["mode: …", "roles: [rektorn, eleven]", "basis: tolkning"],
        ),
        (("actions", 4, "call"), "Ring 112", ["number: 112", "basis: tolkning"]),
        (("actions", 9, "group"), "loggen", ["id: loggen", "basis: tolkning"]),
        (("actions", 6, "tells"), "Jouren", ["- who: Jouren", "what: … får veta vad som har hänt", "basis: tolkning"]),
        (
            ("actions", 6, "tells"),
            "rektorn",
            ["- role: rektorn", "what: … får veta vad som har hänt", "basis: tolkning"],
        ),
        (
            ("actions", 6, "tells"),
            "hemmen får veta att salen är stängd",
            ["- who: Hemmen", "what: får veta att salen är stängd", "basis: tolkning"],
        ),
        (
            ("actions", 0, "informs"),
            "Rektorn får veta att det rinner",
            ["- role: rektorn", "what: får veta att det rinner", "basis: tolkning"],
        ),
        (
            ("actions", 2, "conditions"),
            "{rinner-det: ja}",
            ["- question: rinner-det", "answer: ja", "text: … om svaret är ja", "basis: tolkning"],
        ),
        (
            ("actions", 2, "conditions"),
            "rinner-det ja",
            ["- question: rinner-det", "answer: ja", "text: … om svaret är ja", "basis: tolkning"],
        ),
        (
            ("questions", 0, "means"),
            "{ja: Hon mäter., nej: Ingen mäter.}",
            [
                *("- answer: ja", "text: Hon mäter.", "basis: tolkning"),
                *("- answer: nej", "text: Ingen mäter.", "basis: tolkning"),
            ],
        ),
        (
            ("questions", 0, "means"),
            '"Ja: hon mäter. Nej: ingen mäter."',
            [
                *("- answer: ja", "text: Hon mäter.", "basis: tolkning"),
                *("- answer: nej", "text: Ingen mäter.", "basis: tolkning"),
            ],
        ),
        (
            ("questions", 0, "means"),
            "ja eller nej",
            ["- answer: …", "text: ja eller nej", "basis: tolkning"],
        ),
        (
            ("questions", 0, "said"),
            "[ja, nej]",
            [
                *("- answer: ja", "text: … Ja, jag vill det.", "basis: tolkning"),
                *("- answer: nej", "text: … Ja, jag vill det.", "basis: tolkning"),
            ],
        ),
        (
            ("revisions", 0, "approval"),
            "Styrelsen den 25 april 2024, § 12",
            ["body: Styrelsen", "date: 2024-04-25", "reference: § 12"],
        ),
        (
            ("revisions", 0, "approval"),
            "[Styrelsen, 2024-04-25, dnr 2024/12]",
            ["body: Styrelsen", "date: 2024-04-25", "reference: dnr 2024/12"],
        ),
        (("revisions", 0, "approval"), "ja", ["body: … Styrelsen", "date: …", "reference: … § 12"]),
        (("roles", 0, "starts"), "", ["text: … någon har ringt dig.", "basis: tolkning"]),
        (("roles", 0, "limits"), "", ["- text: … Du behöver inte utreda något.", "basis: tolkning"]),
        (("actions", 0, "say"), "", ["- text: … Jag ringer för någon annan.", "basis: tolkning"]),
        (("easy", "roles"), "Vaktmästaren bor här.", ["- role: vaktmastaren", "lines:", "- Vaktmästaren bor här."]),
        (
            ("open_questions", 0, "proxy"),
            "Fråga rektorn.",
            ["short: … Svarar ingen?", "meanwhile: Fråga rektorn."],
        ),
        (("forms", 0, "fields"), "Rum", ["- label: Rum"]),
    ],
)
def test_words_are_put_where_they_are_read(path: Path, said: str, lines: list[str]) -> None:
    found = [line.strip() for line in offered(path, said)[1:]]
    assert found == lines
