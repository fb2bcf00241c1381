"""Lätt att läsa of our own routine: the shortest that the one who has been exposed can read."""

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


def test_first_comes_what_is_urgent_then_what_to_do_then_what_to_decide_and_last_others_deeds(site: Site) -> None:
    page = main(site.page(PAGE))
    order = [
        each
        for each in page.iter()
        if {"rg-guide-band", "rg-sheet", "rg-easy-steps", "rg-easy-ask", "rg-other"}
        & set(each.get("class", "").split())
        and "rg-advice" not in each.get("class", "").split()
    ]
    names = [each.get("class", "") for each in order]
    assert list(dict.fromkeys(names)) == ["rg-guide-band", "rg-sheet", "rg-easy-steps", "rg-easy-ask", "rg-other"]
    assert names.count("rg-sheet") == 1
    emergency = [number.number for number in site.routine.emergency]
    assert all(number in text(order[0]) for number in emergency)
    assert find(one(page, "section", "rg-sheet"), "div", "rg-say"), "words to say are the shortest help there is"


def test_sentences_are_short(site: Site) -> None:
    easy = site.routine.plain
    said = (easy.lines, *(step.lines for step in easy.steps), *(role.lines for role in easy.roles))
    lines = [line for each in said for line in each]
    counts = [words(each) for line in lines for each in re.split(r"[.?:!](?:\s|$)", line) if each]
    assert median(counts) <= SENTENCE
    assert not [line for line in lines if re.search(r"\bdock\b", line)]
