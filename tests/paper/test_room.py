"""What has no room stops the build, each by name; and what gives way first is what a sheet can do without."""

from __future__ import annotations

import pytest

from routine.model.model import Routine
from routine.paper import press
from routine.paper.export import pressed
from routine.paper.imprint import imprinted
from routine.paper.press import FitError, asking, pdf
from tests.kit.bare import changed, of_all
from tests.kit.prints import words
from tests.kit.variants import WITHDRAWAL

MORE = "och sedan det som står här, på en rad"


def refused(routine: Routine) -> list[tuple[str, tuple[object, ...]]]:
    with pytest.raises(FitError) as caught:
        pressed(routine)
    return [(found.code, found.path) for found in caught.value.findings]


def test_a_card_without_room_is_told_at_its_role(small: Routine) -> None:
    marked = of_all(small, "actions", wallet=MORE, responsible=("rektorn",))
    assert refused(marked) == [("P001", ("roles", 1))]


def test_a_long_checklist_goes_on_to_another_page_and_a_booklet_says_what_it_lacks(small: Routine) -> None:
    own = [each for each in small.actions if "rektorn" in each.responsible]
    more = tuple(changed(own[0], id=f"steg-{n}", wallet=None, text=f"Gör sak nummer {n}, {MORE}") for n in range(60))
    made = {
        sheet.file: words(pdf(sheet, imprint))
        for sheet, imprint in imprinted(changed(small, actions=(*small.actions, *more)))
    }
    assert all(f"nummer {n}," in made["checklista-rektorn.pdf"] for n in range(60))
    assert "Sida 1 av" in made["checklista-rektorn.pdf"]
    assert "Fler steg står på checklistan." in made["fickkort-rektorn.pdf"]


def test_a_withdrawn_routine_is_told_on_every_sheet(small: Routine) -> None:
    for sheet, imprint in imprinted(changed(small, withdrawn=WITHDRAWAL)):
        assert "31 augusti 2024" in words(pdf(sheet, imprint)), sheet.file


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
