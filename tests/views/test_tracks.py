"""Tracks are as many as the routine has, up to eight; where there are not several nothing speaks of any."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from routine.domain.model import Routine
from routine.domain.steps import MOST_TRACKS
from routine.html.render import render
from routine.print.export import pressed
from routine.print.sheets.checklist import listed
from routine.print.sheets.whole import whole_table
from routine.rules import check
from routine.views.addresses import section_anchor
from routine.views.checklist import checklist
from routine.views.flowchart import flowchart
from routine.views.guide import guide
from routine.views.matrix import matrix
from routine.views.readings import readings
from routine.views.role import role_page
from routine.views.whole import whole
from tests.kit.variants import small

CSS = Path(__file__).parents[2] / "routine" / "assets" / "css"


def without_tracks(keep: int = 0) -> Routine:
    """The small routine with none of its tracks, or with the first alone."""
    values: Any = small()
    values["tracks"] = values["tracks"][:keep]
    for section in values["sections"]:
        del section["track"]
    return sound(values)


def with_eight() -> Routine:
    """Each section is a track of its own, and there are five more."""
    values: Any = small()
    for n, section in enumerate(values["sections"]):
        section["track"] = f"spar-{n}"
    for n in range(3, 8):
        action = values["actions"][n] | {"id": f"mer-{n}", "row": str(n + 20), "section": f"9.{n}", "group": None}
        action = {key: value for key, value in action.items() if value and key not in ("after", "wallet")}
        values["actions"].append(action)
        values["sections"].append({"id": f"9.{n}", "title": f"Mer {n}", "track": f"spar-{n}", "basis": "kalla"})
    values["tracks"] = [{"id": f"spar-{n}", "title": f"Spår {n}", "basis": "kalla"} for n in range(MOST_TRACKS)]
    return Routine.model_validate(values)


def sound(values: Any) -> Routine:
    routine = Routine.model_validate(values)
    assert [*check(routine)] == []
    return routine


def pages(routine: Routine) -> dict[str, str]:
    """What the pages that may speak of tracks are made of."""
    made: dict[str, object] = {
        "flowchart": flowchart(routine),
        "whole": whole(routine),
        "matrix": matrix(routine),
        "guide": guide(routine),
        "role": role_page(routine, "rektorn"),
        "checklist": checklist(routine, "rektorn"),
    }
    return {name: str(render(name, view, str)) for name, view in made.items()}


@pytest.mark.parametrize("keep", [0, 1])
def test_without_several_tracks_there_is_no_rail_no_label_and_no_word_of_them(keep: int) -> None:
    routine = without_tracks(keep)
    for name, page in pages(routine).items():
        assert not re.search(r'rg-track[ "-]', page), name
        assert "Vattnet" not in page, name
        assert "Spåren" not in page, name
        assert "Stäng huvudkranen" in page or name in ("role", "checklist"), name
    assert "Spår" not in {group.title for group in readings(routine)}


@pytest.mark.parametrize("keep", [0, 1])
def test_nor_on_paper(keep: int) -> None:
    routine = without_tracks(keep)
    sheet = listed(routine, routine.role("rektorn"))
    assert {(track.label, track.slot) for track in sheet.tracks} == {("", 0)}
    assert [track.label for track in whole_table(routine).tracks] == [""]


def test_with_several_each_is_named() -> None:
    routine = with_eight()
    for name, page in pages(routine).items():
        if name in ("flowchart", "matrix", "guide"):
            assert all(f"Spår {n}" in page for n in range(MOST_TRACKS)), name


def test_each_is_a_heading_over_what_it_holds() -> None:
    for name, page in pages(with_eight()).items():
        labels = re.findall(r'<(\w+) class="rg-track-label"', page)
        assert labels or name in ("whole", "matrix"), name
        assert {*labels} <= {"h2", "h3"}, name


def declared(css: str, selector: str, names: tuple[str, ...]) -> tuple[str, ...]:
    found = re.search(rf"^{re.escape(selector)} \{{(.*?)\}}", css, re.MULTILINE | re.DOTALL)
    assert found, selector
    given = dict(re.findall(r"(--[\w-]+): ([^;]+);", found[1]))
    return tuple(given.get(name, "") for name in names)


@pytest.mark.parametrize(
    ("files", "selector", "names"),
    [
        (("parts", "tracks"), ".rg-track-{}", ("--rail-line", "--rail-own")),
        (("flowchart",), ".rg-flow-{}", ("--dashes", "--outline")),
    ],
)
def test_each_has_a_line_of_its_own_whatever_the_colour(
    files: tuple[str, ...], selector: str, names: tuple[str, ...]
) -> None:
    css = "".join((CSS / f"{file}.css").read_text(encoding="utf-8") for file in files)
    lines = [declared(css, selector.format(n), names) for n in range(1, MOST_TRACKS + 1)]
    assert len(set(lines)) == MOST_TRACKS


def test_each_has_a_colour_of_its_own_in_light_and_in_dark() -> None:
    whole = [(CSS / file).read_text(encoding="utf-8") for file in ("tokens.css", "tracks.css")]
    sheets = [text.split("@media print")[0] for text in whole]
    for scheme in zip(*(sheet.split("prefers-color-scheme: dark") for sheet in sheets), strict=True):
        assert len(set(re.findall(r"--track-\d: (#\w+);", "".join(scheme)))) == MOST_TRACKS


@pytest.mark.parametrize(
    ("label", "anchor"),
    [
        ("3.1.2", "avsnitt_3-1-2"),
        ("1", "avsnitt_1"),
        ("A.1", "avsnitt_a-1"),
        ("§ 7", "avsnitt_7"),
        ("7a", "avsnitt_7a"),
    ],
)
def test_a_section_is_called_as_in_the_source_and_its_address_is_made_of_that(label: str, anchor: str) -> None:
    values: Any = small()
    values["sections"][1]["id"] = label
    for action in values["actions"]:
        action["section"] = label if action["section"] == "7.1.2" else action["section"]
    values["revisions"] = [{key: item for key, item in one.items() if key != "decision"} for one in values["revisions"]]
    page = str(render("whole", whole(sound(values)), str))
    assert section_anchor(label) == anchor
    assert f'<h2 id="{anchor}" class="rg-section">{label.replace(" ", chr(0xA0))} Lagning' in page


@pytest.mark.parametrize("routine", [without_tracks(), with_eight()], ids=["none", "eight"])
def test_every_sheet_can_be_printed(routine: Routine) -> None:
    """Typst refuses a sheet whose headings skip a level, as they would under a track that has no name."""
    assert len(pressed(routine, ())) > 10
