"""The room that a flowchart is cut for is the room that the style sheets give it on paper."""

from __future__ import annotations

import re

from routine.views.flowchart import SHEET_MM
from tests.kit.paths import PROJECT


def style(name: str) -> str:
    return (PROJECT / f"docs/assets/css/{name}.css").read_text(encoding="utf-8")


def test_a_sheet_from_a_browser_has_the_room_that_is_counted_on() -> None:
    wide, high = SHEET_MM
    paper = re.search(r"@page \{\s+size: A4;\s+margin: \d+mm (\d+)mm;", style("print"))
    assert paper
    assert wide == 210 - 2 * int(paper.group(1))
    assert re.findall(r"max-height: (\d+)mm;", style("flowchart")) == [str(high)]
