"""What a keeper reads of a version: first whether there is anything to do, and last what is new in the program."""

from __future__ import annotations

import pytest

from routine import __version__
from routine.load import load
from routine.release.notes import News, notes, of_version
from tests.kit.paths import PROJECT, SMALL

LIST = "# Changelog\n\n## 0.2.0 – unreleased\n\nNy.\n\nMer.\n\n## 0.1.0 – 2026-01-01\n\nGammal.\n"


def test_only_the_version_that_is_asked_for_is_told() -> None:
    assert of_version(LIST, "0.2.0") == "Ny.\n\nMer."
    assert of_version(LIST, "0.1.0") == "Gammal."
    assert of_version(LIST, "0.2") == of_version(LIST, "0.3.0") == ""


def test_the_list_says_something_of_this_version() -> None:
    assert of_version((PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"), __version__)


@pytest.mark.parametrize(
    ("news", "said", "unsaid"),
    [
        (News("", 0), ["kan ha ändrats. Stå", "`diff -r FÖRRA/kit v/kit`", "Ingen har frågat"], ["Utkast", "sedan v1"]),
        (News("", 0, "v1", "## Det här ändras", kit=False), ["desamma som i v1", "Jämfört med v1."], ["diff -r"]),
        (News("", 0, "v1", "## Det här ändras", kit=True), ["kan ha ändrats sedan v1. Stå", "diff -r"], ["desamma"]),
        (News("", 3), ["Tre utskrifter märks Utkast"], []),
    ],
)
def test_first_it_says_whether_there_is_anything_to_do(news: News, said: list[str], unsaid: list[str]) -> None:
    told = notes(load(SMALL), "v", ["## Lägg ut"], news)
    first = told.partition("## Måste ni göra något?")[2].partition("\n## ")[0]
    assert [each for each in said if each not in first] == []
    assert [each for each in unsaid if each in first] == []
    headings = [line for line in told.splitlines() if line.startswith("## ")]
    assert headings == ["## Måste ni göra något?", *([news.changes] if news.changes else []), "## Lägg ut"]


def test_the_program_comes_last() -> None:
    assert notes(load(SMALL), "v", ["## Lägg ut"], News("Ny.", 0)).endswith("## Programmet\n\nNy.\n")
