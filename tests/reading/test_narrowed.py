"""What is wrong within a long value is marked itself, wherever the value stands on its lines."""

from __future__ import annotations

import pytest

from routine import rules
from routine.loading.parse import parse, refused
from routine.reading.narrowed import narrowed
from routine.reading.problems import Mark, RoutineError
from tests.kit.broken import SMALL_TEXT

LONG = "Rör inget med vatten i sig. " * 10


@pytest.mark.parametrize(
    ("text", "mark", "part", "found"),
    [
        ("a: ett två ett", Mark(1, 4, 11), "två", Mark(1, 8, 3)),
        ("a: ett två ett", Mark(1, 8, 7), "ett", Mark(1, 12, 3)),
        ("- [ett, två]", Mark(1, 4, 3), "två", Mark(1, 4, 3)),
        ("a: Ring 112 eller 12.", Mark(1, 4, 18), "12", Mark(1, 19, 2)),
        ("a: Graﬁk", Mark(1, 4, 5), "ﬁ", Mark(1, 7, 1)),
        ("a: |\n  ett\n\n  två\nb: två", Mark(1, 4, 1), "två", Mark(4, 3, 3)),
        ("a: |\n  ett\nb: två", Mark(1, 4, 1), "två", Mark(1, 4, 1)),
        ("a: ett\n  två", Mark(1, 4, 1), "två", Mark(2, 3, 3)),
        ("- ett\n  två\n- tre", Mark(1, 3, 1), "tre", Mark(1, 3, 1)),
        ('a: "tv\\u00e5"', Mark(1, 4, 9), "två", Mark(1, 4, 9)),
    ],
)
def test_a_part_is_found_in_its_value_alone(text: str, mark: Mark, part: str, found: Mark) -> None:
    """As a word of its own first; where it is written otherwise, the whole value stays marked."""
    assert narrowed(text, mark, part) == found


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Anna Berg", "V004"),
        ("Portieren", "V009"),
        ("020-22 11 44", "V010"),
        ("Nattportieren", "R074"),
        ("\u2611", "R024"),
    ],
)
def test_what_is_said_of_some_words_of_a_text_marks_them(words: str, code: str) -> None:
    old = "      - Stäng dörren efter dig.\n"
    text = SMALL_TEXT.replace(old, f"      - {LONG}{words} vet.\n")
    assert [each for each in _told(text) if each[0] == code] == [
        (code, Mark(SMALL_TEXT[: SMALL_TEXT.index(old)].count("\n") + 1, 9 + len(LONG), len(words)))
    ]


def test_so_does_what_is_said_of_a_limit() -> None:
    old = "    others: byter röret\n"
    text = SMALL_TEXT.replace(old, "    others: byter röret inom två veckor\n")
    (mark,) = (mark for code, mark in _told(text) if code == "V005")
    assert (mark.column, mark.length) == (len("    others: byter röret inom ") + 1, len("två veckor"))


def _told(text: str) -> list[tuple[str, Mark]]:
    """Code and place of what is wrong, or of what is advised when nothing is."""
    data = text.encode()
    try:
        error = refused(data, "rutin.yaml", rules.advise(parse(data, "rutin.yaml")))
    except RoutineError as raised:
        error = raised
    return [(problem.code, problem.mark) for problem in error.problems]
