"""What a screen reader is told of each state of our guide, with the routine's own words left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from routine.domain import wording
from routine.load import load
from tests.kit.browsing import DESK, Served, visiting
from tests.kit.golden import kept
from tests.kit.paths import REAL
from tests.kit.variants import leaves, values_of
from tests.ours.states import STATES, enter

pytestmark = pytest.mark.browser


def of_the_routine() -> re.Pattern[str]:
    """Everything that our routine says, the longest first; what is one word, as whole words."""
    texts = {
        line
        for path, text in leaves(values_of(REAL))
        if path[-1] != "id"
        for line in (text, " ".join(text.split()), wording.inside(text))
    }
    texts |= {action.within.text for action in load(REAL).actions if action.within}
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in sorted(texts, key=len, reverse=True) if len(text) > 3),
        re.IGNORECASE,
    )


@pytest.mark.parametrize("state", STATES)
def test_what_is_told_of_a_state_of_the_guide(browser: Browser, real_site: Served, state: str) -> None:
    with visiting(browser, DESK) as page:
        enter(page, real_site, state)
        told = page.locator("main").aria_snapshot()
    kept(Path(__file__).parent / "aria", "guide-" + re.sub(r"\W+", "-", state), of_the_routine().sub("…", told))
