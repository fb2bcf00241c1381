"""No id is taken for something else by YAML, Windows, a browser or the site, and each role's files are its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations

import pytest
import yaml

from routine.domain.fields import ID, LONGEST_ID
from routine.domain.model import Routine
from routine.loading.parse import parse
from routine.print.sheets import printed
from routine.reading.problems import RoutineError
from routine.rules.identifiers import ENDINGS, LISTS
from routine.views import addresses as at
from tests.kit.broken import SMALL_TEXT
from tests.kit.editing import as_read

SHEETS: tuple[Callable[[str], str], ...] = (
    at.checklist_sheet,
    at.large_sheet,
    at.booklet_sheet,
    at.wallet_sheet,
)


def told(text: str) -> list[tuple[str, str]]:
    """The codes of what is wrong, each with its message."""
    try:
        parse(text.encode(), "rutin.yaml")
    except RoutineError as error:
        return [(problem.code, problem.message) for problem in error.problems]
    return []


def called(id: str, old: str = "eleven") -> list[str]:
    """The codes when a role, or something else, has another id wherever it is named."""
    return [code for code, _ in told(re.sub(rf"(?<![\w-]){old}(?![\w-])", f'"{id}"', SMALL_TEXT))]


# As editors' programs and other readers of YAML would write them.
TWISTED = (
    *("y", "n", "yes", "no", "on", "off", "true", "false", "null", "0", "9", "007", "112", "1e3", "0x1f", "0o17"),
    *("0b1", "2024-04-30", "2024-4-3"),
)


@pytest.mark.parametrize("id", TWISTED)
def test_what_yaml_reads_as_no_text_is_no_id(id: str) -> None:
    assert called(id) == ["R095"]


@pytest.mark.parametrize("id", ["con", "aux", "nul", "prn", "com1", "com0", "lpt9"])
def test_what_windows_keeps_for_itself_is_no_id(id: str) -> None:
    assert called(id) == ["R096"]


@pytest.mark.parametrize("id", ["index", "constructor", "rutin"])
def test_what_the_site_has_already_is_no_id(id: str) -> None:
    assert called(id) == ["R097"]


@pytest.mark.parametrize(
    "id", ["nono", "no-1", "ja", "nej", "e3", "1e", "con-1", "com", "com10", "x" * LONGEST_ID, "index-2", "2024-04"]
)
def test_what_only_looks_like_it_is_one(id: str) -> None:
    assert called(id) == []


def test_a_section_may_be_called_by_a_number_and_an_action_as_the_page_of_a_folder() -> None:
    assert told(SMALL_TEXT.replace("7.1.2", '"9"')) == []
    assert called("index", "byt-roret") == []


@pytest.mark.parametrize("read", [yaml.safe_load, as_read], ids=["1.1", "1.2"])
def test_every_id_that_is_taken_is_a_text_to_whoever_reads_it(read: Callable[[str], object]) -> None:
    """Of one, two and three signs, and longer ones that are nearly something else."""
    signs = "019abefnoxy-"
    words = {*TWISTED, *(f"{one}{two}" for one in signs for two in TWISTED), *signs}
    words |= {f"{one}{two}{three}" for one in signs for two in signs for three in ("", *signs)}
    twisted = [word for word in words if ID.fullmatch(word) and not isinstance(read(word), str)]
    assert len(twisted) > 30
    assert [word for word in twisted if called(word, "byt-roret") != ["R095"]] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_two_roles_whose_sheets_would_have_one_name_are_told_apart(ending: str) -> None:
    both = re.sub(r"(?<![\w-])eleven(?![\w-])", f"rektorn{ending}", SMALL_TEXT)
    ((code, message),) = told(both)
    assert code == "R097"
    assert f"”rektorn{ending}”" in message
    assert "”rektorn”" in message


def test_no_other_two_roles_share_a_file(small: Routine) -> None:
    """Every name that a sheet has, taken apart: only the endings above make one role's of another's."""
    files = [sheet.file for sheet in printed(small)]
    assert len(files) == len(set(files))
    shapes = [sheet("{}").removesuffix(".pdf").split("{}") for sheet in SHEETS]
    ends = {two for one, two in shapes if two}
    assert ends == set(ENDINGS)
    for (one, _), (other, _) in combinations(shapes, 2):
        assert one == other or not one.startswith(other)


def test_every_list_with_ids_is_looked_through(small: Routine) -> None:
    with_ids = {name for name in Routine.model_fields if hasattr(next(iter(_listed(small, name)), None), "id")}
    assert with_ids == {*LISTS, "sections"}


def _listed(routine: Routine, name: str) -> tuple[object, ...]:
    value = getattr(routine, name)
    return value if isinstance(value, tuple) else ()
