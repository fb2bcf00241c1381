"""One line that is gone or stands in the wrong column is all that is told; and a file that holds is let alone."""

from __future__ import annotations

import re

import pytest

from routine.domain.model import Routine
from routine.loading.parse import parse
from routine.reading.lines import shapes
from routine.reading.problems import Problem, RoutineError
from tests.kit.broken import lines_of
from tests.kit.paths import OTHER_BODIES, SMALL
from tests.kit.variants import withdrawn
from tests.kit.views import one_in, some

TEXT = withdrawn(SMALL.read_text(encoding="utf-8"))
LEAST = OTHER_BODIES["minst"].read_text(encoding="utf-8")
KEYS = tuple(name for name in Routine.model_fields if f"\n{name}:\n" in TEXT)
# A word alone may as well be an item of the list above that lacks its key.
NAMED = tuple(name for name in KEYS if name != "words")
# What a line with nothing after its key begins, further in.
INNER = tuple(line for line in shapes(TEXT.split("\n")) if line.waits and line.key and line.indent and not line.dashes)
# Of these what is further in can stand where it then does, or is nothing that must be there: by what is told first.
AS_WELL = {
    lines_of(text)[0]: code
    for text, code in {
        "    said:\n": "R061",
        "    proxy:\n      role: eleven\n": "R072",
        "    helps:\n": "R027",
        "    tells:\n      - who: Hemmen\n": "M003",
        "      unanswered:\n": "",
    }.items()
}


def told(text: str) -> tuple[Problem, ...]:
    """What is wrong, in the order of the report."""
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml")
    return raised.value.problems


def codes(text: str) -> list[tuple[str, int]]:
    """Code and line of each problem."""
    return [(problem.code, problem.mark.line) for problem in told(text)]


def line_of(name: str, text: str = TEXT) -> int:
    return f"\n{text}"[: f"\n{text}".index(f"\n{name}:\n") + 1].count("\n")


def without(name: str, text: str = TEXT) -> str:
    """The text without the line of the key."""
    return f"\n{text}".replace(f"\n{name}:\n", "\n", 1)[1:]


def changed(number: int, line: str | None, text: str = TEXT) -> str:
    """The text with another line of this number, from 1, or without it."""
    lines = text.split("\n")
    return "\n".join([*lines[: number - 1], *([] if line is None else [line]), *lines[number:]])


# --- A line that is gone ---------------------------------------------------------------------------------------------


def test_the_small_routine_has_every_key() -> None:
    assert set(KEYS) == set(Routine.model_fields)


@pytest.mark.parametrize("name", NAMED)
def test_a_key_that_is_gone_is_all_that_is_told(name: str) -> None:
    (problem,) = told(without(name))
    assert (problem.code, problem.mark.line) == ("S023", line_of(name))
    assert f"Raden ”{name}:” saknas" in problem.message


def test_so_are_several_words() -> None:
    text = TEXT.replace("\nwords:\n", "\nwords:\n  - dna\n")
    ((code, line),) = codes(without("words", text))
    assert (code, line) == ("S023", line_of("words"))


@pytest.mark.parametrize("name", NAMED)
def test_also_where_no_line_is_free_above(name: str) -> None:
    text = "".join(f"{line}\n" for line in TEXT.splitlines() if line and not line.startswith("#"))
    (problem,) = told(without(name, text))
    assert (problem.code, problem.mark.line) == ("S023", line_of(name, text))
    assert f"Raden ”{name}:” saknas" in problem.message


@pytest.mark.parametrize("name", re.findall(r"^(\w+):$", LEAST, re.MULTILINE))
def test_also_of_a_routine_that_has_few_keys(name: str) -> None:
    (problem,) = told(without(name, LEAST))
    assert (problem.code, problem.mark.line) == ("S023", line_of(name, LEAST))
    assert f"Raden ”{name}:” saknas" in problem.message


@pytest.mark.parametrize("number", one_in(4, [line.number + 1 for line in INNER if line.number + 1 not in AS_WELL]))
def test_so_is_one_further_in(number: int) -> None:
    name = TEXT.split("\n")[number - 1].strip()
    (problem,) = told(changed(number, None))
    assert (problem.code, problem.mark.line) == ("S023", number)
    assert f"”{name}”" in problem.message


@pytest.mark.parametrize("number", AS_WELL)
def test_what_may_stand_where_it_then_does_is_told_as_it_is(number: int) -> None:
    text = changed(number, None)
    if AS_WELL[number]:
        assert codes(text)[0][0] == AS_WELL[number]
    else:
        assert parse(text.encode(), "rutin.yaml")


def test_those_that_it_may_as_well_have_been_are_named_all() -> None:
    items = "      - role: vaktaren\n        text: är med\n        basis: tolkning\n"
    at = LEAST.index("    others:")
    (problem,) = told(f"{LEAST[:at]}{items}{LEAST[at:]}")
    assert problem.code == "S023"
    assert "”participants:” eller ”helps:”" in problem.message
    assert not problem.example


@pytest.mark.parametrize("number", one_in(4, [at for at, line in enumerate(TEXT.split("\n"), 1) if "- id: " in line]))
def test_so_is_the_first_line_of_an_item(number: int) -> None:
    problem, *_ = told(changed(number, None))
    assert (problem.code, problem.mark.line) == ("S023", number)
    assert "”- id: …”" in problem.message


def test_a_key_twice_is_no_item_that_has_lost_its_first_line() -> None:
    line = next(line for line in TEXT.split("\n") if line.startswith("    section: "))
    assert "S023" not in {code for code, _ in codes(TEXT.replace(line, f"{line}\n{line}", 1))}


def test_nor_are_some_keys_that_are_pasted_twice() -> None:
    at = TEXT.index("    section: 7.1.1\n", TEXT.index("- id: stang-kranen"))
    end = TEXT.index("    emphasis", at) if "    emphasis" in TEXT[at : at + 400] else TEXT.index("    others", at)
    text = TEXT[:end] + TEXT[at:end] + TEXT[end:]
    assert {code for code, _ in codes(text)} == {"S004"}


@pytest.mark.parametrize("name", ["roles", "actions", "contacts"])
def test_nor_is_an_id_that_stands_below_the_line_after_it(name: str) -> None:
    number = line_of(name)
    lines = TEXT.split("\n")
    while "- id: " not in lines[number]:
        number += 1
    lines[number], lines[number + 1] = lines[number + 1], lines[number]
    assert "S023" not in {code for code, _ in codes("\n".join(lines))}


@pytest.mark.parametrize("instead", ["  id: ", "    id: ", "  -id: "])
def test_an_item_that_has_its_id_has_not_lost_it(instead: str) -> None:
    under = TEXT.index("\nactions:\n")
    at = TEXT.index("  - id: ", TEXT.index("  - id: ", under) + 1)
    text = f"{TEXT[:at]}{instead}{TEXT[at + len('  - id: ') :]}"
    assert "S023" not in {code for code, _ in codes(text)}


@pytest.mark.parametrize("off", ["# {}:", "#{}:", "#   {}:"])
def test_one_that_is_a_comment_is_told_to_be_none(off: str) -> None:
    (problem,) = told(TEXT.replace("\nactions:\n", f"\n{off.format('actions')}\n"))
    assert (problem.code, problem.mark.line) == ("S023", line_of("actions") + 1)
    assert problem.hint == "ta bort # på raden ovanför."


@pytest.mark.parametrize("names", [("roles", "terms"), ("roles", "tracks"), ("site", "organisation")])
def test_of_several_each_is_told(names: tuple[str, str]) -> None:
    first, second = names
    lines = [line_of(first), line_of(second) - 1]
    assert codes(without(first, without(second))) == [("S023", line) for line in lines]


@pytest.mark.parametrize("wrong", ["    section: ", "    text: "])
def test_what_else_is_wrong_in_what_stood_under_it_is_told_as_it_is(wrong: str) -> None:
    under = TEXT.index("actions:\n")
    at = TEXT.index(wrong, under)
    text = f"{TEXT[:at]}{wrong.replace(':', 'x:')}{TEXT[at + len(wrong) :]}"
    assert [code for code, _ in codes(without("actions", text))] == ["S023", "M002"]
    assert codes(without("actions", text))[0] == ("S023", line_of("actions"))


def test_where_no_line_is_free_above_the_rest_is_not_told_of_the_wrong_lines() -> None:
    text = TEXT.replace("\n\nquestions:\n", "\n").replace("\nwords:\n", "\nword:\n")
    with pytest.raises(RoutineError) as raised:
        parse(text.encode(), "rutin.yaml")
    assert [problem.code for problem in raised.value.problems] == ["S023"]
    assert "Resten av filen går inte att kontrollera" in raised.value.report()


# --- A line in the wrong column --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", one_in(3, [name for name in KEYS if name not in ("site", "words")]))
@pytest.mark.parametrize("before", ["  ", "    "])
def test_a_key_that_stands_too_far_in_is_told_to_be_moved_out(name: str, before: str) -> None:
    (problem,) = told(changed(line_of(name), f"{before}{name}:"))
    assert (problem.code, problem.mark.line) == ("S002", line_of(name))
    assert f"ta bort {len(before)} mellanslag" in problem.hint


@pytest.mark.parametrize("key", some("text", "also", "within", full=("section", "responsible", "done", "after")))
def test_a_key_at_the_very_left_is_told_to_be_moved_in(key: str) -> None:
    at = TEXT.index(f"\n    {key}:", TEXT.index("\nactions:")) + 1
    number = TEXT[:at].count("\n") + 1
    (problem,) = told(changed(number, TEXT.split("\n")[number - 1].strip()))
    assert (problem.code, problem.mark.line) == ("S002", number)
    assert problem.hint == "lägg till 4 mellanslag först på raden."


# --- What is let alone -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "items",
    [
        '  - {number: "112", label: Fara för liv, advice: Ring 112.}\n',
        '  -\n    number: "112"\n    label: Fara för liv\n    advice: Ring 112.\n',
        '  - # Först\n    number: "112"\n    label: Fara för liv\n    advice: Ring 112.\n',
        '  - number : "112"\n    label : Fara för liv\n    advice : Ring 112.\n',
    ],
)
def test_an_odd_form_that_is_right_passes(items: str) -> None:
    text = re.sub(r"emergency:\n(?:  .*\n)+", f"emergency:\n{items}{items.replace('112', '114 14')}", LEAST)
    assert len(parse(text.encode(), "rutin.yaml").emergency) == 2


def test_items_that_lack_a_key_are_no_other_lists() -> None:
    situations = TEXT[TEXT.index("situations:\n") : TEXT.index("roles:\n")]
    new = "".join(f"  - id: ny-{number}\n    text: Är det torrt?\n\n" for number in (1, 2))
    text = TEXT.replace(situations, "").replace("\nactions:\n", f"{new}\nactions:\n")
    assert "S023" not in {code for code, _ in codes(text)}


def test_a_key_that_stands_twice_is_told_as_that() -> None:
    assert ("S004", line_of("emergency")) in codes(TEXT.replace("\nemergency:\n", "\nactions:\n"))


def test_a_file_that_is_saved_wrong_is_told_as_that() -> None:
    with pytest.raises(RoutineError) as raised:
        parse(without("actions").encode("iso-8859-1"), "rutin.yaml")
    assert raised.value.problems[0].code == "S001"
