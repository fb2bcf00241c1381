"""What is read back from a PDF is all that stands there, in the order in which it is written, word by word."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

from audit.built import Site
from audit.pdf_text import pages_read
from tests.kit.prints import bytes_of, read

pytestmark = pytest.mark.site

FILES = ("fickkort-rektorn.pdf", "checklista-rektorn.pdf", "planbokskort-rektorn.pdf", "flodesschema.pdf")


def run(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("file", FILES)
def test_another_reader_finds_the_same_letters_in_the_same_order(small_site: Site, file: str) -> None:
    found = pages_read(bytes_of(small_site, file))
    assert [run(page) for page in found] == [run(page.extract_text()) for page in read(small_site, file).pages]


def test_words_are_parted_where_they_are_also_upside_down(small_site: Site) -> None:
    role = small_site.routine.role("rektorn")
    (folded,) = pages_read(bytes_of(small_site, "fickkort-rektorn.pdf"))
    for action in small_site.routine.actions:
        assert (f" {action.text}" in folded) == (role.id in action.responsible), action.id


def test_every_page_is_there(small_site: Site) -> None:
    pages = pages_read(bytes_of(small_site, "checklista-rektorn-stor-stil.pdf"))
    assert len(pages) == len(PdfReader(small_site.folder / "utskrift/checklista-rektorn-stor-stil.pdf").pages)
