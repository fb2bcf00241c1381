"""What every sheet of the small routine says, kept to be read by a person."""

from __future__ import annotations

from textwrap import fill

import pytest

from audit.pdf_text import pages_read
from routine.check import record as editions
from routine.model.model import Routine
from routine.paper.imprint import imprinted
from routine.paper.press import pdf
from tests.kit.outline import kept
from tests.kit.paths import SMALL, TESTS

GOLDEN = TESTS / "golden/paper"


def test_every_sheet_says_what_has_been_read(small: Routine, subtests: pytest.Subtests) -> None:
    names = set()
    for sheet, imprint in imprinted(small, editions.of(SMALL)):
        names.add(sheet.file.replace(".pdf", ".txt"))
        pages = (fill(page, 110, break_on_hyphens=False) for page in pages_read(pdf(sheet, imprint)))
        with subtests.test(sheet.file):
            kept(GOLDEN, sheet.file.replace(".pdf", ".txt"), "\n\n".join(pages))
    assert names == {file.name for file in GOLDEN.iterdir()}
