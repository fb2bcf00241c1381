"""Each of as many tracks as a routine may have is told by its line and by its colour."""

from __future__ import annotations

import re

from routine.model.steps import MOST_TRACKS
from routine.pages.addresses import section_anchor
from routine.site.assets import styles


def style(name: str) -> str:
    return styles()[name]


def test_each_has_a_line_of_its_own_whatever_the_colour() -> None:
    css = style("parts") + style("tracks")
    lines = set()
    for n in range(1, MOST_TRACKS + 1):
        found = re.search(rf"^\.rg-track-{n} \{{(.*?)\}}", css, re.MULTILINE | re.DOTALL)
        assert found, n
        given = dict(re.findall(r"(--[\w-]+): ([^;]+);", found[1]))
        lines.add(tuple(given.get(name, "") for name in ("--rail-line", "--rail-own")))
    assert len(lines) == MOST_TRACKS


def test_each_has_a_colour_of_its_own_in_light_and_in_dark() -> None:
    sheets = [style(name).split("@media print")[0] for name in ("tokens", "tracks")]
    for scheme in zip(*(sheet.split("prefers-color-scheme: dark") for sheet in sheets), strict=True):
        assert len(set(re.findall(r"--track-\d: (#\w+);", "".join(scheme)))) == MOST_TRACKS


def test_a_sections_address_is_made_of_its_label() -> None:
    labels = {"3.1.2": "3-1-2", "1": "1", "A.1": "a-1", "§ 7": "7", "7a": "7a"}
    assert [section_anchor(label) for label in labels] == [f"avsnitt_{id}" for id in labels.values()]
