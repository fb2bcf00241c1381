"""An old name is found again, whole and in short, and no name of today is taken for it."""

from __future__ import annotations

import pytest

from routine.domain.naming import in_short, whole

OLD, NAMES = "Kommunens säkerhetsstrateg", ("Trygghetschefen", "Rektorn")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring strategen.", ["strategen"]),
        ("Ring Strategens telefon.", ["Strategens"]),
        ("Ring säkerhetsstrategen.", ["säkerhetsstrategen"]),
        ("Ring en strateg, och säkerhetsstrateg nummer två.", ["strateg", "säkerhetsstrateg"]),
        ("Ring kommunens säkerhetsstrateg.", []),
        ("Läs strategin. Ring chefen. Ring kommunens växel.", []),
    ],
)
def test_an_old_name_in_short_is_the_end_of_its_last_word(text: str, found: list[str]) -> None:
    assert in_short(OLD, NAMES, text) == found


def test_what_also_ends_a_name_of_today_is_no_old_name() -> None:
    assert in_short(OLD, ("Trygghetsstrategen",), "Ring strategen.") == []
    assert in_short("Säkerhetschefen", NAMES, "Ring chefen.") == []
    assert in_short("Säkerhetschefen", ("Rektorn",), "Ring chefen.") == ["chefen"]


def test_a_name_of_one_word_is_not_its_own_short_form_and_a_short_end_is_none() -> None:
    assert in_short("Vakten", ("Vaktmästaren",), "Vakten läser akten. Ring vaktens nummer.") == []


@pytest.mark.parametrize(
    ("text", "left"),
    [("Ring vakten.", True), ("Vaktens telefon", True), ("Ring den nya vakten.", False), ("Ring vaktaren.", False)],
)
def test_an_old_name_within_one_of_today_is_not_left(text: str, left: bool) -> None:
    assert whole("Vakten", ("Den nya vakten",), text) is left
