"""A file becomes a routine, held to the document beside it, or one error that carries every problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from routine.check.finding import Finding
from routine.check.load import load, load_adopted, refused
from routine.check.problems import RoutineError
from routine.model.model import Routine
from tests.kit.broken import ADOPTED_TEXT, SMALL_TEXT, swapped
from tests.kit.paths import SMALL


def laid(folder: Path, document: str = ADOPTED_TEXT) -> Path:
    (folder / "adopted.yaml").write_text(document, encoding="utf-8")
    file = folder / "rutin.yaml"
    file.write_text(SMALL_TEXT, encoding="utf-8")
    return file


def told(file: Path) -> tuple[str, str, int]:
    with pytest.raises(RoutineError) as raised:
        load(file, "rutin.yaml")
    (problem,) = raised.value.problems
    return raised.value.name, problem.code, problem.mark.line


def test_the_small_routine_uses_everything_in_the_model(small: Routine) -> None:
    assert [name for name in Routine.model_fields if getattr(small, name) in (None, ())] == ["withdrawn"]


def test_who_asks_again_gets_the_same_routine_held_to_its_document(tmp_path: Path, small: Routine) -> None:
    file = laid(tmp_path)
    assert load(file) is load(file)
    assert load(file) == small
    assert load_adopted(file, "rutin.yaml") is not None
    assert load_adopted(SMALL, "small.yaml") is None


def test_a_file_that_is_missing_is_one_fault(tmp_path: Path) -> None:
    assert told(tmp_path / "rutin.yaml") == ("rutin.yaml", "S011", 1)


def test_a_folder_in_the_files_place_is_one_fault(tmp_path: Path) -> None:
    assert told(tmp_path) == ("rutin.yaml", "S011", 1)


def test_a_document_that_cannot_be_opened_is_no_leave_to_hold_it_to_nothing(tmp_path: Path) -> None:
    file = laid(tmp_path)
    (tmp_path / "adopted.yaml").unlink()
    (tmp_path / "adopted.yaml").symlink_to(tmp_path / "borta")
    assert told(file) == ("adopted.yaml", "S011", 1)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("rows:\n", "rowz:\n", "M002"),
        ("rows:\n", "rows:\n  – x\n", "S016"),
    ],
)
def test_a_fault_in_the_document_is_told_at_its_own_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    file = laid(tmp_path, ADOPTED_TEXT.replace(old, new, 1))
    with pytest.raises(RoutineError) as raised:
        load(file, "rutin.yaml")
    first = raised.value.problems[0]
    assert (raised.value.name, first.code) == ("adopted.yaml", code)
    assert first.mark.line == ADOPTED_TEXT[: ADOPTED_TEXT.index(old)].count("\n") + new.count("–") + 1


def test_the_routine_is_held_to_the_document(tmp_path: Path) -> None:
    file = laid(tmp_path)
    file.write_text(
        swapped(SMALL_TEXT, "    within:\n      count: 3\n", "    within:\n      count: 4\n"), encoding="utf-8"
    )
    assert told(file)[1] == "K008"


WORDS = "# Ord.\nactions:\n  byt-roret: [laga, byta]\n"


def test_the_words_to_search_for_come_from_a_file_of_their_own(tmp_path: Path) -> None:
    file = laid(tmp_path)
    (tmp_path / "sokord.yaml").write_text(WORDS, encoding="utf-8")
    assert load(file).action("byt-roret").also == ("laga", "byta")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("byt-roret", "byt-rore", "M005"),
        ("actions", "action", "M005"),
        ("[laga, byta]", "laga", "M003"),
        ("[laga, byta]", "{laga: byta}", "M003"),
        ("laga", "mobil 070-174 06 35", "R081"),
        ("laga", "k" * 41, "R085"),
        ("# Ord.", "# Ring 070-174 06 35.", "R081"),
        ("[laga", "[laga,, rör", "S002"),
    ],
)
def test_a_fault_in_the_words_is_told_at_its_own_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    file = laid(tmp_path)
    (tmp_path / "sokord.yaml").write_text(WORDS.replace(old, new), encoding="utf-8")
    assert told(file) == ("sokord.yaml", code, WORDS[: WORDS.index(old)].count("\n") + 1)


def test_words_in_the_routines_own_file_are_shown_where_they_belong(tmp_path: Path) -> None:
    file = laid(tmp_path)
    file.write_text(swapped(SMALL_TEXT, "    text: Byt röret\n", "    text: Byt röret\n    also: [laga]\n"), "utf-8")
    assert told(file)[:2] == ("rutin.yaml", "M002")


def test_what_is_found_later_has_its_place_in_the_file() -> None:
    (problem,) = refused(SMALL, "small.yaml", [Finding("V014", ("site", "name"), text="Ett råd", word="råd")]).problems
    assert SMALL_TEXT.split("\n")[problem.mark.line - 1].startswith("  name: ")
