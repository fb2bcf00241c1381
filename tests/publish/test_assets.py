"""What pages ask for is made of what lies in docs/, and anew only when that is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.built import Site
from routine.publish import assets
from routine.publish.pages import StyleSheet
from routine.publish.styles import beside
from routine.views import addresses as at


def test_what_the_search_has_from_others_is_one_file_in_their_order_also_when_it_is_made_once_more(
    tmp_path: Path,
) -> None:
    parts = [tmp_path / "assets" / name for name in at.SEARCH_LIBRARIES]
    for part in parts:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(part.name, encoding="utf-8")
    for _ in range(2):
        assets._library(tmp_path)
        assert (tmp_path / at.SEARCH_LIBRARY.strip("/")).read_text(encoding="utf-8").split() == [
            part.name for part in parts
        ]
        assert not any(part.exists() for part in parts)


@pytest.mark.site
@pytest.mark.parametrize("name", list(StyleSheet))
def test_a_sheet_by_its_name_is_that_of_the_site(name: StyleSheet, small_site: Site) -> None:
    """The preview has it where nothing is built."""
    assert assets.style(name, beside(small_site.routine)) == small_site.read(f"assets/{name}.css")
