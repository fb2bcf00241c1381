"""A misspelt key is told once, whatever it holds: that something is missing where it should stand is no fault."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from routine.loading.parse import parse, parse_adopted
from routine.reading.problems import RoutineError
from tests.kit.broken import ADOPTED_TEXT, SMALL_TEXT, small_adopted
from tests.kit.views import one_in

KEY = re.compile(r"(?P<before> *(?:- )*)(?P<key>[a-z_]+):(?= |$)")
# One line of each: how far in it stands, and the key.
LINES = {found.group(): n for n, line in enumerate(SMALL_TEXT.split("\n")) if (found := KEY.match(line))}


def misspelt(text: str, number: int, spelt: Callable[[str], str]) -> str:
    """The text with the key of a line spelt otherwise."""
    lines = text.split("\n")
    lines[number] = KEY.sub(lambda found: f"{found['before']}{spelt(found['key'])}:", lines[number], count=1)
    return "\n".join(lines)


def doubled(key: str) -> str:
    """`teext`."""
    return f"{key[:2]}{key[1:]}"


@pytest.mark.parametrize("number", one_in(5, [*LINES.values()]))
def test_a_misspelt_key_is_the_only_thing_told(number: int) -> None:
    spelt = doubled if number % 2 else str.capitalize
    with pytest.raises(RoutineError) as raised:
        parse(misspelt(SMALL_TEXT, number, spelt).encode(), "rutin.yaml", small_adopted())
    (problem,) = raised.value.problems
    key = SMALL_TEXT.split("\n")[number].strip(" -").partition(":")[0]
    assert (problem.code, problem.mark.line) == ("M002", number + 1)
    assert f"”{key}”" in problem.hint, problem


def test_keys_enough_are_spelt_otherwise() -> None:
    assert len(LINES) > 100


@pytest.mark.full
def test_the_first_key_of_any_group_that_has_lost_its_colon_is_the_only_thing_told() -> None:
    lines = SMALL_TEXT.split("\n")
    firsts = [
        n
        for n, (above, line) in enumerate(zip(["", *lines], lines, strict=False))
        if re.match(r" *(- )?[a-z_]+: [^|>]", line) and ("- " in line or above.endswith(":"))
    ]
    assert len(firsts) > 80
    for number in firsts:
        text = "\n".join([*lines[:number], lines[number].replace(":", "", 1), *lines[number + 1 :]])
        with pytest.raises(RoutineError) as raised:
            parse(text.encode(), "rutin.yaml", small_adopted())
        key = lines[number].strip(" -").partition(":")[0]
        assert [each.mark.line for each in raised.value.problems] == [number + 1], key
        # Where it is the only key of its group it is read as a text, which is told as that.
        assert raised.value.problems[0].code in {"S002", "M003"}, key


def test_so_is_one_of_the_adopted_document() -> None:
    number = next(n for n, line in enumerate(ADOPTED_TEXT.split("\n")) if line.strip().startswith("responsible:"))
    with pytest.raises(RoutineError) as raised:
        parse_adopted(misspelt(ADOPTED_TEXT, number, str.capitalize).encode(), "adopted.yaml")
    assert [(each.code, each.mark.line) for each in raised.value.problems] == [("M002", number + 1)]


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        (
            "    text: Mät flödet\n    others: mäter flödet\n    done: mätt flödet\n"
            "    requirement:\n      text: Skriv upp värdet.\n",
            "    others: mäter flödet\n    done: mätt flödet\n    requirement:\n      text:\n",
            ["M001", "M011"],
        ),
        (
            "    requirement:\n      text: Skriv upp värdet.\n      basis: kalla\n",
            "    requirement: {text: Skriv upp värdet.}\n    basis: kalla\n",
            ["M001", "M004"],
        ),
    ],
    ids=["wrong where it belongs", "in braces"],
)
def test_a_key_that_is_missing_is_not_every_other_of_its_name(old: str, new: str, codes: list[str]) -> None:
    assert old in SMALL_TEXT
    with pytest.raises(RoutineError) as raised:
        parse(SMALL_TEXT.replace(old, new).encode(), "rutin.yaml", small_adopted())
    assert [each.code for each in raised.value.problems] == codes
    assert not any("för långt" in each.message for each in raised.value.problems)


def test_what_is_wrong_below_a_misspelt_key_is_told_as_well() -> None:
    text = SMALL_TEXT.replace("\nactions:\n", "\naction:\n").replace("    row: 5\n", "    row: fem\n")
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml")
    assert [each.code for each in raised.value.problems] == ["M002", "M007"]


@pytest.mark.parametrize("key", ["tetx: Byt kranen", "txet: Byt kranen"])
def test_a_key_that_stands_there_already_is_not_read_from_another(key: str) -> None:
    text = SMALL_TEXT.replace("    text: Byt röret\n", f"    text: Byt röret\n    {key}\n")
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml")
    assert [each.code for each in raised.value.problems] == ["M002"]
