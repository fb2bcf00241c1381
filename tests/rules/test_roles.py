"""A role's own texts: what it does not do, and what a browser's tab tells of."""

from __future__ import annotations

from typing import Any

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.reading.nodes import Path
from tests.kit.variants import put, small

LIMIT: Path = ("roles", 0, "limits", 0, "text")
TAB: Path = ("roles", 0, "tab")
NAME: Path = ("site", "name")


def told(path: Path, text: str, subject: list[str] | None = None) -> list[tuple[str, Path]]:
    """What is said of the small routine with one text changed: errors and advice, as code and path."""
    values: Any = small()
    put(values, path, text)
    if subject is not None:
        values["site"]["subject"] = subject
    routine = Routine.model_validate(values)
    return [(one.code, one.path) for one in (*rules.check(routine), *rules.advise(routine))]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Du ansvarar inte för något steg i rutinen.", ["R101"]),
        ("Tänk på att du ansvarar inte för några åtgärder", ["R101"]),
        ("Du ansvarar inte för något steg i avsnitt 2.", []),
        ("Du ansvarar inte för något steg som gäller taket.", []),
        ("Du ansvarar inte för någon annan.", []),
    ],
)
def test_who_owns_a_step_is_not_told_that_none_is_hers(text: str, codes: list[str]) -> None:
    assert told(LIMIT, text) == [(code, LIMIT) for code in codes]


def test_who_owns_no_step_may_say_so() -> None:
    values: Any = small()
    role = next(role for role in values["roles"] if role["id"] == "va-ingenjoren")
    role["limits"] = [{"text": "Du ansvarar inte för något steg.", "basis": "kalla"}]
    for action in values["actions"]:
        if action["responsible"] == [role["id"]]:
            action["responsible"] = ["rektorn"]
    assert "R101" not in {one.code for one in rules.check(Routine.model_validate(values))}


@pytest.mark.parametrize(
    ("path", "text", "subject", "found"),
    [
        (TAB, "Min vattenläcka", None, True),
        (TAB, "Vattenläckan", None, True),
        (NAME, "Översvämningsguiden", None, True),
        (NAME, "Guide om hot", ["hot"], True),
        (NAME, "Hotellets guide", ["hot"], False),
        (NAME, "Psykotest", ["hot", "psyk"], True),
        (TAB, "Omvattenläcka", None, False),
        (TAB, "Rektorns del", ["rektor"], False),
        (TAB, "Min vattenläcka", [], False),
        (TAB, "Min del", None, False),
    ],
)
def test_a_tab_tells_nobody_what_it_is_about(path: Path, text: str, subject: list[str] | None, found: bool) -> None:
    """A short word is looked for alone, and what a role is called may stand there."""
    assert ("V014", path) in told(path, text, subject) if found else ("V014", path) not in told(path, text, subject)
