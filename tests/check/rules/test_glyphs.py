"""The list of characters is the font's own, in both of its weights that are used."""

from __future__ import annotations

from importlib import resources

import pytest
from fontTools.ttLib import TTFont

from routine.check.rules.language import GLYPHS, unknown


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_list_is_the_fonts_own(weight: str) -> None:
    with resources.as_file(
        resources.files("fontpkg_atkinson_hyperlegible") / "files" / f"AtkinsonHyperlegible-{weight}.ttf"
    ) as file:
        found = {chr(point) for point in TTFont(file).getBestCmap()}
    assert found - {"\r"} == GLYPHS


def test_what_is_unknown_is_named_once_and_line_breaks_are_no_characters() -> None:
    assert unknown("Ring ☎ 112,\nåäö ÅÄÖ – ”så” ☎ ✓") == ["☎", "✓"]
