"""What somebody who has found a fault reads first: what never to send, how to tell, and what it is about."""

from __future__ import annotations

import re

from tests.kit.paths import PROJECT

TEXT = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")


def test_what_nobody_should_send_stands_before_how_to_send() -> None:
    headings = re.findall(r"^## (.*)", TEXT, re.MULTILINE)
    assert headings == ["Skicka aldrig", "Så berättar du om ett fel", "Det här gäller", "Det här gäller inte"]
    never = TEXT.split("## ")[1]
    for what in ("person", "händelse", "Lösenord", "logg"):
        assert what in never


def test_whoever_is_in_danger_reads_a_number_before_anything_else() -> None:
    assert "112" in TEXT.split("## ")[0]


def test_each_file_that_it_names_is_there() -> None:
    named = re.findall(r"`([\w./-]+\.(?:py|ya?ml))`", TEXT)
    assert {"tests/fixtures/small.yaml", "routine/__init__.py", "publiccode.yml"} == set(named)
    assert all((PROJECT / each).is_file() for each in named)


def test_it_says_of_the_keeping_what_publiccode_says() -> None:
    (kind,) = re.findall(r"maintenance:\n  type: (\w+)", (PROJECT / "publiccode.yml").read_text(encoding="utf-8"))
    assert f"`maintenance: {kind}`" in TEXT
