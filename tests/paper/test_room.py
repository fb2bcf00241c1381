"""What has no room stops the build, each by name; and what gives way first is what a sheet can do without."""

from __future__ import annotations

from contextlib import suppress

import pytest
from msgspec.structs import replace

from routine.model.model import Routine
from routine.paper import press
from routine.paper.export import pressed
from routine.paper.imprint import imprinted
from routine.paper.press import FitError, pdf
from routine.paper.sheets.common import PART
from routine.paper.viewing import asking
from tests.kit.bare import changed, of_all
from tests.kit.prints import words
from tests.kit.variants import WITHDRAWAL

MORE = "och sedan det som står här, på en rad"


def refused(routine: Routine) -> list[tuple[str, tuple[object, ...]]]:
    with pytest.raises(FitError) as caught:
        pressed(routine)
    return [(found.code, found.path) for found in caught.value.findings]


def test_every_sheet_without_room_is_told_at_its_role(small: Routine) -> None:
    first = changed(small.roles[0], name="Ordet " * 300)
    found = refused(changed(small, roles=(first, *small.roles[1:])))
    assert ("roles", 0) in {path for _, path in found}
    assert {code for code, _ in found} == {"P001"}
    assert len(found) > 2, "the pages of a booklet and of a card"


def test_a_card_has_six_steps_at_most(small: Routine) -> None:
    marked = of_all(small, "actions", wallet="Gör det", responsible=("rektorn",))
    at = [role.id for role in small.roles].index("rektorn")
    assert ("P001", ("roles", at)) in refused(marked)


def test_letters_grow_smaller_as_there_is_more_to_say_and_are_never_too_small(small: Routine) -> None:
    """A card says what its code is for until its steps need the room, and then no more is taken away."""
    given = next(each for each in imprinted(small) if each[0].template == "wallet" and each[0].matter.part)
    asked = f"Koden jämförs på {small.site.name}"
    found = []
    with suppress(FitError):
        for lines in range(1, 30):
            matter = replace(given[0].matter, steps=(" ".join(("Gör det", *[MORE] * lines)),))
            said = words(pdf(replace(given[0], matter=matter), given[1], keep=False))
            found.append((PART in said, asked in said))
    assert list(dict.fromkeys(found)) == [(True, True), (True, False)]


def test_a_full_card_has_room_for_that_the_routine_is_withdrawn(small: Routine) -> None:
    """That is to be said, and stops no build: whose the card is gives way to it."""
    routines = (small, changed(small, withdrawn=WITHDRAWAL))
    plain, ended = (next(each for each in imprinted(routine) if each[0].template == "wallet") for routine in routines)
    for lines in range(1, 40):
        matter = replace(plain[0].matter, steps=(" ".join(("Gör det", *[MORE] * lines)),))
        try:
            pdf(replace(plain[0], matter=matter), plain[1], keep=False)
        except FitError:
            assert lines > 3
            break
        assert "31 augusti 2024" in words(pdf(replace(ended[0], matter=matter), ended[1], keep=False))
    else:
        raise AssertionError("no card was full")


def test_what_failed_once_is_tried_again(small: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise OSError

    pressed.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(press, "pdf", broken)
        with pytest.raises(OSError):
            pressed(small)
    assert pressed(small)


def test_a_pdf_that_typst_never_wrote_is_refused() -> None:
    for other in (b"", b"%PDF-1.7"):
        with pytest.raises(ValueError, match="another way"):
            asking(other, "Simplex")
