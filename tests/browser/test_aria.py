"""What a screen reader is told: kept as Chromium's tree of
roles, names and states, so that a change of it is seen and read.

Read the files when they change, as one who only listens. UPDATE_GOLDEN=1 writes them anew. The pages are the small
routine's, whose words nobody edits; the guide's states are ours, with the routine's words left out.
"""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import Browser

from routine.domain import wording
from routine.load import load
from tests.kit.browsing import DESK, Served, visiting
from tests.kit.paths import GOLDEN, REAL
from tests.kit.states import STATES, enter
from tests.kit.variants import leaves, values_of

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "roller/vaktmastaren/index.html",
    "checklistor/vaktmastaren/index.html",
    "flode/index.html",
    "fickkort/kontroll/index.html",
)


def kept(name: str, found: str) -> None:
    """Compare with the file of that name."""
    file = GOLDEN / "aria" / f"{name}.yaml"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text(found + "\n", encoding="utf-8")
    assert found + "\n" == file.read_text(encoding="utf-8")


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


@pytest.mark.parametrize("name", PAGES)
def test_what_is_told_of_a_page(browser: Browser, small_site: Served, name: str) -> None:
    with visiting(browser, DESK) as page:
        page.goto(small_site.web(name))
        kept(
            name.removesuffix("index.html").strip("/").replace("/", "-") or "start",
            page.locator("body").aria_snapshot(),
        )


@pytest.mark.parametrize("state", STATES)
def test_what_is_told_of_a_state_of_the_guide(browser: Browser, real_site: Served, state: str) -> None:
    with visiting(browser, DESK) as page:
        enter(page, real_site, state)
        told = page.locator("main").aria_snapshot()
    kept("guide-" + re.sub(r"\W+", "-", state), of_the_routine().sub("…", told))
