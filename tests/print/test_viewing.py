"""Every file says to the program that prints it: true size, paper of its own size, and which sides."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from routine.loading.load import load
from routine.print import press
from routine.print.imprint import imprinted
from routine.print.press import pdf
from routine.print.viewing import asking
from tests.kit.paths import REAL, SMALL
from tests.kit.prints import preferences
from tests.kit.views import some

BOTH = pytest.mark.parametrize("file", some(SMALL, full=(REAL,)), ids=["den lilla", "rutinen"])


@BOTH
def test_a_program_is_told_true_size_the_papers_own_size_and_the_sides(file: Path) -> None:
    turned = set()
    for sheet, imprint in imprinted(load(file)):
        reader = PdfReader(io.BytesIO(pdf(sheet, imprint)), strict=True)
        found = preferences(reader)
        assert found["/PrintScaling"] == "/None", sheet.file
        assert found["/PickTrayByPDFSize"].value is True
        assert found["/DisplayDocTitle"].value is True
        assert found["/Duplex"] == f"/{sheet.sides if len(reader.pages) > 1 else 'Simplex'}", sheet.file
        turned.add(found["/Duplex"])
    assert turned == {"/Simplex", "/DuplexFlipLongEdge", "/DuplexFlipShortEdge"}


def test_cards_on_paper_are_turned_as_a_book_and_a_card_as_a_card() -> None:
    """Paper stands, and a card lies: its upper edge stays up when it is turned like a leaf."""
    cards = [(sheet, imprint) for sheet, imprint in imprinted(load(SMALL)) if sheet.template == "wallet"]
    for sheet, imprint in cards:
        reader = PdfReader(io.BytesIO(pdf(sheet, imprint)))
        lies = reader.pages[0].mediabox.width > reader.pages[0].mediabox.height
        assert preferences(reader)["/Duplex"] == ("/DuplexFlipShortEdge" if lies else "/DuplexFlipLongEdge")


def test_nothing_else_of_the_file_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every object but the catalog, with its structure and its words, has the same bytes in the same place."""
    for sheet, imprint in imprinted(load(SMALL)):
        told = pdf(sheet, imprint)
        with monkeypatch.context() as patched:
            patched.setattr(press, "asking", lambda made, sides: made)
            made = pdf(sheet, imprint)
        catalog = made.rindex(b"/Type/Catalog")
        assert told[:catalog] == made[:catalog]
        assert 0 < len(told) - len(made) < 80
        assert told == asking(made, sheet.sides), "the same bytes each time"


def test_what_typst_never_wrote_is_refused() -> None:
    sheet, imprint = next(imprinted(load(SMALL)))
    for other in (b"", b"%PDF-1.7"):
        with pytest.raises(ValueError, match="another way"):
            asking(other, "Simplex")
    told, more = pdf(sheet, imprint), b"9 0 obj\nnull\nendobj\n"
    at = told.rindex(b"xref\n0 ")
    after = told[:at] + more + told[at:].replace(str(at).encode(), str(at + len(more)).encode())
    assert len(PdfReader(io.BytesIO(after)).pages) == len(PdfReader(io.BytesIO(told)).pages)
    for moved in (after, told[:at] + more + told[at:]):
        with pytest.raises(ValueError, match="another way"):
            asking(moved, "Simplex")
