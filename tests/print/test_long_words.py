"""A word longer than its line, in a name or a step, is parted: it goes over no edge and over no other word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pytest

from routine.domain.model import Routine
from routine.print.imprint import imprinted
from routine.print.press import pdf, together
from routine.print.sheets import printed
from routine.print.sheets.bundle import bundles
from tests.kit.bare import altered, changed

LONG = "Barnochungdomspsykiatriöppenvårdsmottagningsföreståndaren"
NEAR = 1.5  # Points: letters that stand beside each other may touch.

# From the left, from below, to the right, to above.
Box = tuple[float, float, float, float]


@pytest.fixture
def wordy(small: Routine) -> Routine:
    """With a role and a step of hers that have such a word."""
    at, role = next((at, role) for at, role in enumerate(small.roles) if role.id == "rektorn")
    roles = (*small.roles[:at], changed(role, name=f"{LONG} i skolan"), *small.roles[at + 1 :])
    return altered(changed(small, roles=roles), "flytta-klassen", text=f"Ring {LONG.lower()}")


def _letters(made: bytes) -> Iterator[tuple[float, list[Box]]]:
    """Each page's width, and where its letters stand."""
    for page in pypdfium2.PdfDocument(made):
        text = page.get_textpage()
        signs = (at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip())
        yield page.get_width(), [text.get_charbox(at) for at in signs]


def _covered(letters: list[Box]) -> int:
    """How many letters lie over the one before them, from the left, on a line."""
    lines: dict[float, list[Box]] = {}
    for box in letters:
        lines.setdefault(round(box[1] / 2), []).append(box)
    beside = (pair for line in lines.values() for pair in pairwise(sorted(line)))
    return sum(one[2] - other[0] > NEAR for one, other in beside if min(one[3], other[3]) > max(one[1], other[1]))


def test_no_letter_stands_outside_of_its_sheet(wordy: Routine) -> None:
    known = {sheet.file: imprint for sheet, imprint in imprinted(wordy)}
    sheets = [(sheet.file, pdf(sheet, known[sheet.file])) for sheet in printed(wordy)]
    files = [
        (bundle.file, together(bundle, [known[sheet.file] for sheet in bundle.sheets]))
        for bundle in bundles(wordy, printed(wordy))
    ]
    for file, made in (*sheets, *files):
        for width, letters in _letters(made):
            assert max((box[2] for box in letters), default=0) < width, file


def test_no_letter_of_the_whole_routine_lies_over_another(wordy: Routine) -> None:
    made = next(pdf(sheet, imprint) for sheet, imprint in imprinted(wordy) if sheet.template == "whole")
    assert [_covered(letters) for _, letters in _letters(made)] == [0]
