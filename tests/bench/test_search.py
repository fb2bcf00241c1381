"""How many queries are answered, by the pages that the hits lie on."""

from __future__ import annotations

import pytest

from bench.search import answered
from content.asked import Query

ASKED = (Query("a", ("roller/ombud/", "guide/#steg")), Query("b", ("./",)))


@pytest.mark.parametrize(
    ("hits", "percent"),
    [
        ([["roller/ombud/index.html#x"], ["index.html"]], 100),
        ([["om/", "guide/"], ["om/"]], 50),
        ([["om/"], []], 0),
        ([["roller/"], ["guide/"]], 0),
    ],
)
def test_a_hit_is_right_on_a_page_that_is_wanted_however_it_is_written(hits: list[list[str]], percent: float) -> None:
    assert answered(ASKED, hits) == percent
