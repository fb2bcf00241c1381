"""Kort och enkelt of our own routine: the shortest that the one who has been exposed can read."""

from __future__ import annotations

import re
from statistics import median

import pytest

from audit.built import Site, find, main, one, text
from content.grown import words

pytestmark = pytest.mark.site

PAGE = "/latt/"
SENTENCE = 8  # Words of the sentence in the middle: half of them have no more.


def test_it_has_fewer_words_than_the_roles_page(site: Site) -> None:
    easy, role = (main(site.page(page)) for page in (PAGE, f"/roller/{site.routine.plain.role}/"))
    assert words(text(easy)) < words(text(role))


def test_first_comes_what_is_urgent_and_all_of_it_is_in_view(site: Site) -> None:
    page = main(site.page(PAGE))
    urgent = text(one(page, "div", "rg-easy-urgent"))
    assert all(number.number in urgent for number in site.routine.emergency)
    assert not find(page, "details")
    assert len(find(page, "svg")) == len(find(page, "section")) == len(site.routine.plain.parts)


def test_sentences_are_short(site: Site) -> None:
    easy = site.routine.plain
    lines = [line for each in (easy.lines, *((*part.lines, *part.advice) for part in easy.parts)) for line in each]
    counts = [words(each) for line in lines for each in re.split(r"[.?:!](?:\s|$)", line) if each]
    assert median(counts) <= SENTENCE
    assert not [line for line in lines if re.search(r"\bdock\b", line)]
