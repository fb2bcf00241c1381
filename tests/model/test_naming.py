"""An old name is found again, whole and in short, and no name of today is taken for it."""

from __future__ import annotations

from routine.model.naming import in_short, whole

OLD, NAMES = "Kommunens säkerhetsstrateg", ("Trygghetschefen", "Rektorn")
# Old name, names of today, text → the old name in short, which is the end of its last word.
SHORT: tuple[tuple[str, tuple[str, ...], str, list[str]], ...] = (
    (OLD, NAMES, "Ring Strategens telefon.", ["Strategens"]),
    (OLD, NAMES, "Ring säkerhetsstrategen.", ["säkerhetsstrategen"]),
    (OLD, NAMES, "Ring en strateg, och säkerhetsstrateg nummer två.", ["strateg", "säkerhetsstrateg"]),
    (OLD, NAMES, "Ring kommunens säkerhetsstrateg.", []),
    (OLD, NAMES, "Läs strategin. Ring chefen. Ring kommunens växel.", []),
    (OLD, ("Trygghetsstrategen",), "Ring strategen.", []),
    ("Säkerhetschefen", NAMES, "Ring chefen.", []),
    ("Säkerhetschefen", ("Rektorn",), "Ring chefen.", ["chefen"]),
    ("Vakten", ("Vaktmästaren",), "Vakten läser akten. Ring vaktens nummer.", []),
)


def test_an_old_name_in_short_is_found_and_no_name_of_today() -> None:
    assert [in_short(old, names, text) for old, names, text, _ in SHORT] == [found for *_, found in SHORT]
    assert len(SHORT) == 9


def test_an_old_name_within_one_of_today_is_not_left() -> None:
    texts = ("Ring vakten.", "Vaktens telefon", "Ring den nya vakten.", "Ring vaktaren.")
    assert [whole("Vakten", ("Den nya vakten",), text) for text in texts] == [True, True, False, False]
