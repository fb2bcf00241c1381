"""Everything of a role in one file: its sheets as they are alone, in an order that both sides of paper are used for,
one heading for the file, and a first page that says what is there."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from audit.built import Site
from audit.pdf_text import pages_read
from audit.prints import sheets, unheard
from routine.domain import wording
from routine.domain.model import Routine
from routine.loading.load import load
from routine.print import press
from routine.print.imprint import Imprint, imprinted
from routine.print.press import pdf, together
from routine.print.sheets import printed
from routine.print.sheets.booklet import PRINTED
from routine.print.sheets.bundle import USES, Bundle, bundles
from tests.kit.paths import REAL, SMALL
from tests.kit.prints import bytes_of, preferences, words
from tests.kit.views import some

ADDRESS = "https://kommun.example/"
Made = tuple[Bundle, list[Imprint], bytes]


def made(routine: Routine, address: str = ADDRESS) -> list[Made]:
    known = {sheet.file: imprint for sheet, imprint in imprinted(routine, address=address)}
    found = []
    for bundle in bundles(routine, printed(routine)):
        imprints = [known[sheet.file] for sheet in bundle.sheets]
        found.append((bundle, imprints, together(bundle, imprints)))
    return found


@pytest.fixture(scope="module", params=some(SMALL, full=(REAL,)), ids=["den lilla", "rutinen"])
def all_made(request: pytest.FixtureRequest) -> list[Made]:
    return made(load(request.param))


def drawn(data: bytes) -> list[tuple[tuple[float, float], bytes]]:
    """Each page's size, and its pixels."""
    return [(page.get_size(), bytes(page.render(scale=1).buffer)) for page in pypdfium2.PdfDocument(data)]


def test_every_role_has_one_and_its_sheets_are_its_own(all_made: list[Made]) -> None:
    for bundle, imprints, _ in all_made:
        assert [sheet.template for sheet in bundle.sheets] == list(USES)
        assert len({sheet.owner for sheet in bundle.sheets} - {""}) == 1, "one role's, and what is for all"
        assert len({imprint.code for imprint in imprints}) == len(USES), "each has its own code"


def test_every_sheet_looks_as_it_does_alone(all_made: list[Made]) -> None:
    """All but how a booklet is printed, which the first page says of all."""
    for bundle, imprints, data in all_made:
        first, *rest = [page for page, text in zip(drawn(data), pages_read(data), strict=True) if text]
        alone = [
            (sheet.template, page)
            for sheet, imprint in zip(bundle.sheets, imprints, strict=True)
            for page in drawn(pdf(sheet, imprint))
        ]
        assert [size for size, _ in rest] == [size for _, (size, _) in alone], bundle.file
        pairs = list(zip(rest, alone, strict=True))
        assert all(page == own for page, (template, own) in pairs if template != "booklet"), bundle.file
        assert first not in [page for _, page in alone]
        booklet = pages_read(data)[1]
        assert PRINTED in pages_read(pdf(bundle.sheets[0], imprints[0]))[0]
        assert PRINTED not in booklet
        assert "vågräta" in booklet or "linjer" in booklet, "how it is folded"


def test_on_both_sides_of_paper_no_sheet_lies_behind_another_that_is_cut(all_made: list[Made]) -> None:
    """A card's back lies behind its front, and what lies behind the booklet is inside it when it is folded."""
    for bundle, _, data in all_made:
        pages = pages_read(data)
        assert len(pages) == 8, bundle.file
        assert pages[0].startswith("Allt att skriva ut")
        assert "Fickkort" in pages[1]
        assert "Sida 1 av 1" in pages[2], "the checklist's own numbers"
        assert pages[4].startswith("Logg")
        assert not re.search(r"Sida \d", pages[4]), "a pile of copies is numbered by hand"
        assert pages[3] == pages[5] == "", "who hands the log on keeps the checklist"
        assert "Sida 1 av 2" in pages[6]
        assert "Sida 2 av 2" in pages[7]


def test_a_checklist_of_two_pages_still_leaves_the_cards_on_one_paper(small: Routine) -> None:
    """Where a sheet has more pages, a side is left blank rather than that a front gets another's back."""
    bundle, imprints, _ = made(small)[0]
    booklet, checklist, log, wallet = bundle.sheets
    longer = replace(checklist, matter=replace(checklist.matter, tracks=checklist.matter.tracks * 9))
    data = together(replace(bundle, sheets=(booklet, longer, log, wallet)), imprints)
    pages = pages_read(data)
    assert [at for at, text in enumerate(pages) if re.search("Sida [12] av 2", text)] == [2, 3, 6, 7]
    assert pages[4].startswith("Logg")
    assert pages[5] == ""
    assert pages[6].count("1 av 2") == pages[7].count("2 av 2") == 10
    assert len(pages) == 8


def test_the_first_page_tells_each_sheet_with_its_page_and_code(all_made: list[Made]) -> None:
    for bundle, imprints, data in all_made:
        text = words(data)
        for page, sheet, imprint in zip((2, 3, 5, 7), bundle.sheets, imprints, strict=True):
            told = f"{sheet.kind} Sida {page}. {USES[sheet.template]} {imprint.issue} · Kod {imprint.code}"
            assert told in text, told
        assert all(note in text for note in bundle.matter.notes)


def test_one_heading_for_the_file_and_none_skipped(all_made: list[Made], tmp_path: Path) -> None:
    for bundle, _, data in all_made:
        file = tmp_path / bundle.file
        file.write_bytes(data)
        assert unheard(file) == []
        reader = PdfReader(io.BytesIO(data), strict=True)
        (first, below) = reader.outline
        assert not isinstance(first, list)
        assert first.title == bundle.matter.title, "the only one of the first level"
        assert isinstance(below, list)
        root: Any = reader.trailer["/Root"]
        assert root["/Lang"] == "sv"
        assert root["/MarkInfo"]["/Marked"]
        assert headings(root["/StructTreeRoot"]).count("/H1") == 1


def headings(element: Any) -> list[str]:
    """Of the structure, in its order."""
    found = element.get_object()
    if isinstance(found, list):
        return [name for part in found for name in headings(part)]
    if not isinstance(found, dict):
        return []
    own = str(found.get("/S", ""))
    below = headings(found["/K"]) if "/K" in found else []
    return [own, *below] if own.startswith("/H") and own[2:].isdigit() else below


def test_a_program_is_told_how_to_print_it_and_what_is_in_it(all_made: list[Made]) -> None:
    for bundle, imprints, data in all_made:
        reader = PdfReader(io.BytesIO(data), strict=True)
        found = preferences(reader)
        assert found["/PrintScaling"] == "/None"
        assert found["/PickTrayByPDFSize"].value is True
        assert found["/DisplayDocTitle"].value is True
        assert found["/Duplex"] == "/DuplexFlipLongEdge"
        assert reader.metadata
        assert reader.metadata.title == bundle.matter.title
        assert reader.metadata.creation_date is None
        assert reader.metadata.subject
        assert reader.metadata.keywords is None, "several sheets have no one size"
        assert all(imprint.code in reader.metadata.subject for imprint in imprints)


def test_every_role_has_its_file_in_the_site(every_site: Site) -> None:
    for bundle in bundles(every_site.routine, sheets(every_site)):
        text = words(bytes_of(every_site, bundle.file))
        (name,) = {sheet.owner for sheet in bundle.sheets} - {""}
        assert text.startswith(f"Allt att skriva ut, {wording.inside(name)}")


def test_it_is_made_anew_when_any_template_is_another(small: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is known by all that it is made of."""
    asked: list[tuple[bytes, ...]] = []

    def noting(make: Callable[[], bytes], *made_of: bytes) -> bytes:
        asked.append(made_of)
        return make()

    monkeypatch.setattr(press, "kept", noting)
    count = len(made(small))
    assert len(asked) == count
    assert all(press.templates() in each for each in asked)
