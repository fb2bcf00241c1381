"""Each form of the data that there has been is mended to the next, and what is written by hand around it stays."""

from __future__ import annotations

import tomllib

import pytest

from routine import __version__
from routine.new.migrations import FORM, MIGRATIONS, mended, since
from tests.kit.paths import PROJECT


def test_the_forms_follow_on_each_other() -> None:
    assert [row.form for row in MIGRATIONS] == [*range(2, FORM + 1)]
    assert [row.form for row in since(FORM)] == []
    assert since(1) == MIGRATIONS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  - id: a\n    opens: ja\n", "  - id: a\n    opens: tolkning\n"),
        ("  - opens:  ja \n    id: a\n", "  - opens:  tolkning \n    id: a\n"),
        ("    opens: kalla\n", "    opens: kalla\n"),
        ("    text: opens: ja\n    # opens: ja\n", "    text: opens: ja\n    # opens: ja\n"),
        ("    opens: jag\n", "    opens: jag\n"),
    ],
)
def test_opens_says_whose_word_it_is(before: str, after: str) -> None:
    assert mended(before, 1) == after
    assert mended(after, 1) == after
    assert mended(before, FORM) == before


def test_the_version_stands_in_one_place_and_first_in_the_changelog() -> None:
    said = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in said["project"]
    assert said["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "routine.__version__"}
    changes = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert next(line for line in changes.splitlines() if line.startswith("## ")).startswith(f"## {__version__} ")
