"""What goes on from one page of a booklet to the next: with what is told there, and no step is written into."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

from msgspec.structs import replace

from audit.pdf_text import pages_read
from routine.domain import wording
from routine.loading.load import load
from routine.print.imprint import imprinted
from routine.print.press import FitError, pdf
from routine.print.sheets.booklet import BookletMatter
from routine.print.sheets.checklist import Unanswered
from tests.kit.paths import REAL, SMALL

ASKED = "Vem gör det då?"


def run(text: str) -> str:
    """Without its spaces, nor the mark that a row begins with."""
    return "".join(text.split()).lstrip("?–")


def begun(matter: BookletMatter) -> Iterator[str]:
    """How each row begins that has no heading above it, and what helps in any row."""
    for group in matter.groups:
        yield from (run(row.text) for row in group.rows[1:])
        helps = [each for row in group.rows for each in row.meanwhile]
        yield from (run(text) for each in helps for text in (each.question, f"{wording.ADVISED} {each.words}"))


def booklets(file: Path, lines: int = 0) -> Iterator[tuple[BookletMatter, list[str]]]:
    """Each, with its pages. With `lines` something so long helps in its first step, if that has room."""
    for sheet, imprint in imprinted(load(file)):
        matter = sheet.matter
        if not isinstance(matter, BookletMatter) or not sheet.linear:
            continue
        if lines:
            (first, *others), rest = matter.groups[0].rows, matter.groups[1:]
            helped = replace(first, meanwhile=(Unanswered(ASKED, "Det är inte bestämt än. " * lines),))
            groups = (replace(matter.groups[0], rows=(helped, *others)), *rest)
            matter = replace(matter, groups=groups, sparing=False)
        try:
            made = pdf(replace(sheet, matter=matter), imprint)
        except FitError:
            continue
        yield matter, [run(page) for page in pages_read(made)]


def test_a_page_that_goes_on_from_the_one_before_says_with_what() -> None:
    told = 0
    for matter, pages in chain(booklets(SMALL), booklets(REAL)):
        for page in pages:
            assert not page.startswith(tuple(begun(matter))), (matter.owner, page[:60])
            told += page.startswith(tuple(run(f"{group.title}, forts.") for group in matter.groups))
    assert told


def test_nobody_writes_in_the_midst_of_a_step() -> None:
    parted = 0
    for lines in (6, 12, 18, 24, 30):
        for matter, pages in booklets(REAL, lines):
            again = run(f"{matter.groups[0].title}, forts.")
            helps = [above + run(text) for above in (again, "") for text in (ASKED, wording.ADVISED)]
            for before, page in pairwise(pages):
                if page.startswith(tuple(helps)):
                    parted += 1
                    assert matter.words.notes not in before, (matter.owner, lines)
    assert parted
