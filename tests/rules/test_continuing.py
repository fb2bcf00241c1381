"""What goes on with a sentence does not begin or end as one of its own, wherever it stands."""

from __future__ import annotations

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.reading.nodes import Path
from tests.kit.variants import put, small

STARTS: Path = ("roles", 1, "starts", "text")
OTHERS: Path = ("actions", 4, "others")
HELPS: Path = ("actions", 1, "helps", 0, "text")
WHAT: Path = ("actions", 1, "informs", 0, "what")
TOLD: Path = ("actions", 7, "tells", 0, "what")
CONDITION: Path = ("actions", 2, "conditions", 0, "text")
OWN: Path = ("actions", 7, "conditions", 0, "own")
AFTER: Path = ("actions", 4, "after", 0, "text")
REACHED: Path = ("roles", 3, "reached_by", "text")


def told(path: Path, text: str) -> list[tuple[str, str]]:
    """What is wrong with the small routine when one text is another: place of each, and what to do."""
    values = small()
    put(values, path, text)
    found = [one for one in rules.check(Routine.model_validate(values)) if one.code == "R039"]
    assert all(one.path == path for one in found)
    return [(one.message, one.hint) for one in found]


@pytest.mark.parametrize(
    ("path", "text", "message", "hint"),
    [
        (STARTS, "Du börjar när eleven ringer.", "”Du börjar när” står redan", "ta bort ”Du börjar när” först."),
        (STARTS, "när eleven ringer.", "”Du börjar när” står redan", "ta bort ”när” först."),
        (STARTS, "Den som ringer har sagt till.", "stor bokstav", "börja med liten bokstav: ”den”."),
        (STARTS, "Vaktmästaren har ringt.", "stor bokstav", "börja med liten bokstav: ”vaktmästaren”."),
        (
            OTHERS,
            "Byter röret",
            "efter ett namn, men",
            "börja med verbet, med liten bokstav. Är det första ordet verbet, skriv ”byter”.",
        ),
        (OTHERS, "Vaktmästaren byter röret", "redan står före", "ta bort ”Vaktmästaren” först."),
        (OTHERS, "vaktmästaren byter röret", "redan står före", "ta bort ”vaktmästaren” först."),
        (OTHERS, "byter röret.", "slutar som en mening", "ta bort ”.” sist i texten."),
        (HELPS, "Stänger vattnet", "efter ett namn, men", "börja med verbet"),
        (WHAT, "VA-ingenjören får veta det", "redan står före", "ta bort ”VA-ingenjören” först."),
        (TOLD, "får veta det.", "slutar som en mening", "ta bort ”.”"),
        (CONDITION, "Om det rinner", "en mening, men", "börja med liten bokstav, och med ett ord som om,"),
        (CONDITION, "om det rinner.", "slutar som en mening", "ta bort ”.”"),
        (OWN, "Om din sal är fuktig", "en mening, men", "börja med liten bokstav"),
        (AFTER, "När kranen är stängd", "en mening, men", "börja med liten bokstav"),
        (REACHED, "Säger till dig", "efter ett namn, men", "börja med verbet"),
        (("easy", "steps", 1, "lines", 0), "Vaktmästaren stänger.", "redan står före", "ta bort ”Vaktmästaren” först."),
        (("easy", "steps", 1, "lines", 0), "Stänger av vattnet.", "efter ett namn, men", "börja med verbet"),
    ],
)
def test_what_goes_on_with_a_sentence_does_not_begin_or_end_as_one(
    path: Path, text: str, message: str, hint: str
) -> None:
    ((said, do),) = told(path, text)
    assert message in said
    assert do.startswith(hint)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (STARTS, "Polisen har ringt dig."),
        (STARTS, "närmaste granne har ringt."),
        (OTHERS, "byter vaktmästarens rör"),
        (STARTS, "VA-ingenjören har ringt dig."),
        (CONDITION, "VA-nätet läcker"),
        (OTHERS, "byter rör, packning m.m."),
        (OTHERS, "byter rör osv."),
        (REACHED, "säger till dig"),
        (HELPS, "stänger vattnet. Det går fort."),
        (("easy", "steps", 0, "lines", 0), "Säg till på skolan."),
    ],
)
def test_a_name_an_initialism_and_a_line_of_ones_own_are_left_alone(path: Path, text: str) -> None:
    assert told(path, text) == []
