"""What a keeper reads of a version: first whether there is anything to do, and last what is new in the program."""

from __future__ import annotations

import pytest

from routine.loading.load import load
from routine.release.notes import News, notes
from tests.kit.bare import changed
from tests.kit.paths import SMALL
from tests.kit.variants import WITHDRAWAL

ROUTINE = load(SMALL)
LAY_OUT = ["## Lägg ut"]


@pytest.mark.parametrize(
    ("news", "said", "unsaid"),
    [
        (
            News("", 0),
            ["tas i bruk första gången. Har ni en version sedan förut", "prövar koden", "SINCE="],
            ["Utkast", "sedan v1", "diff -r"],
        ),
        (
            News("", 0, "v1", "## Det här ändras", kit=False),
            ["desamma som i v1", "jämfört med v1.", "Alla utskrifter håller"],
            ["Under Lägg ut"],
        ),
        (News("", 0, "v1", "## Det här ändras", kit=True), ["kan ha ändrats sedan v1. Under Lägg ut"], ["desamma"]),
        (News("", 0, "v1", "## Det här följer", lost=14), ["14 utskrifter håller inte längre"], ["Alla utskrifter"]),
        (
            News("", 0, "v1", "## Det här ändras", left="https://gammal.example/"),
            [
                "annan adress än i v1. Behåll https://gammal.example/",
                "Dela ut nya utskrifter av allt",
                "följer inte med",
            ],
            ["Alla utskrifter håller", "De som läser på skärm behöver inte"],
        ),
        (News("", 3), ["Tre utskrifter märks Utkast"], []),
    ],
)
def test_first_it_says_whether_there_is_anything_to_do(news: News, said: list[str], unsaid: list[str]) -> None:
    told = notes(ROUTINE, ROUTINE.latest, "v", LAY_OUT, news)
    first = told.partition("## Måste ni göra något?")[2].partition("\n## ")[0]
    assert [each for each in said if each not in first] == []
    assert [each for each in unsaid if each in first] == []
    headings = [line for line in told.splitlines() if line.startswith("## ")]
    assert headings == ["## Måste ni göra något?", *([news.changes] if news.changes else []), "## Lägg ut"]


def test_the_servers_files_are_compared_with_a_version_before_unless_they_are_known_to_be_the_same() -> None:
    found = [News("", 0, since, kit=kit).compares_kit for since in ("", "v1") for kit in (None, True, False)]
    assert found == [True, True, False, True, True, False]


def test_the_program_comes_last_and_its_list_in_english_lies_beside() -> None:
    told = notes(ROUTINE, ROUTINE.latest, "v", LAY_OUT, News("New.", 0))
    last = told.partition("## Programmet\n\n")[2]
    assert "`CHANGELOG.md`" in last
    assert "på engelska" in last
    assert "New." not in told
    assert "Programmet" not in notes(ROUTINE, ROUTINE.latest, "v", LAY_OUT, News("", 0))


def test_that_the_routine_is_withdrawn_comes_first_and_what_is_printed_is_taken_back() -> None:
    """Whatever it is compared with: its codes are the same, and no sheet would be said to hold no more."""
    withdrawn = changed(ROUTINE, withdrawn=WITHDRAWAL)
    for news in (News("", 0), News("", 0, "v1", "## Det här ändras", kit=False)):
        told = notes(withdrawn, withdrawn.latest, "v", LAY_OUT, news)
        _, first, _ = told.split("\n\n", 2)
        assert first.startswith("Rutinen gäller inte efter 31 augusti 2024. Rektorn har upphävt rutinen.")
        assert first.endswith("https://plan.example.com/skador/")
        assert "- Rutinen gäller inte efter 31 augusti 2024. Ta tillbaka det som är utskrivet" in told
        assert "Alla utskrifter håller" not in told
        assert "prövar koden" not in told
    assert "gäller inte efter" not in notes(ROUTINE, ROUTINE.latest, "v", LAY_OUT, News("", 0))
