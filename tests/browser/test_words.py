"""What Swedish asks of a sentence, the scripts do as the pages do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from routine.domain import wording
from tests.kit.browsing import Served, borrowing
from tests.kit.paths import PROJECT
from tests.kit.reader import GUIDE, converse

pytestmark = pytest.mark.browser

NAMES = [
    "Vaktmästaren",
    "VA-ingenjören",
    "HR",
    "C3-chefen",
    "Å",
    "Ås kommun",
    "I samråd",
    "E-arkivarien",
    "eTjänst",
    "TiB",
    "S-gruppens ombud",
    "Kommun-IT",
    "Chefen för IT",
    "",
]


def test_a_name_is_bent_alike_on_a_page_and_in_its_scripts(browser: Browser, small_site: Served) -> None:
    with borrowing(browser) as page:
        converse(page, small_site.web(GUIDE))
        assert page.evaluate("(names) => names.map(rutin.grammar.inside)", NAMES) == [
            wording.inside(name) for name in NAMES
        ]


def test_a_text_ends_alike_on_a_page_in_its_scripts_and_on_paper(browser: Browser, small_site: Served) -> None:
    texts = ["Byt röret", *(f"Byt röret{mark}" for mark in (*wording.ENDS, ",", ";", ")"))]
    with borrowing(browser) as page:
        converse(page, small_site.web(GUIDE))
        assert page.evaluate("(texts) => texts.map(rutin.grammar.stopped)", texts) == [
            wording.stopped(text) for text in texts
        ]
    paper = (PROJECT / "routine/print/templates/parts.typ").read_text(encoding="utf-8")
    assert f'text.ends-with(regex("[{"".join(wording.ENDS)}]"))' in paper


def test_names_are_joined_alike_on_a_page_and_in_its_scripts(browser: Browser, small_site: Served) -> None:
    with borrowing(browser) as page:
        converse(page, small_site.web(GUIDE))
        joined = [[], ["a"], ["a", "b"], ["a", "b", "c"]]
        assert page.evaluate("(all) => all.map(rutin.grammar.series)", joined) == [
            wording.series(each) for each in joined
        ]


def test_names_begin_a_sentence_alike_on_a_page_and_in_its_scripts(browser: Browser, small_site: Served) -> None:
    with borrowing(browser) as page:
        converse(page, small_site.web(GUIDE))
        joined = [["Rektorn"], ["Rektorn", "Vaktmästaren"], ["Eleven", "VA-ingenjören", "Rektorn"]]
        assert page.evaluate("(all) => all.map(rutin.grammar.together)", joined) == [
            wording.together(each) for each in joined
        ]
