"""The states of the guide that tests look at: what has been pressed to come there.
One list, for the look, the keyboard, paper and more."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.kit.browsing import Served
from tests.kit.reader import GUIDE, NOW

OFFICER = "roll:partiets-sakerhetsansvarig"
DAY = "dag "  # Before a day that is given as the day of the event.
REASON = "skäl "  # Before a reason that is written where the focus is.
EVENT, LONG_WORD = "2026-11-20", "Realisationsvinstbeskattningsmyndighetsutövningen"

STATES: dict[str, tuple[str, ...]] = {
    "nobody yet": (),
    "the first thing to do": ("roll:den-utsatte",),
    "others, and handing over": ("roll:den-utsatte", "kryss:beratta", "person:partiets-sakerhetsansvarig"),
    "a question of one's own": ("roll:den-utsatte", "vet-inte:ska-polisanmalas"),
    "all that waits for nothing": (OFFICER,),
    "nobody has called": (OFFICER, "nej:behovs-strategen"),
    "nobody has been told": ("roll:den-utsatte", "hoppa:beratta", REASON + "har inget parti", "utgar:beratta"),
    "asked why": (OFFICER, "hoppa:bedom-laget"),
    "a step left out, with a long word": ("roll:den-utsatte", "hoppa:beratta", REASON + LONG_WORD, "utgar:beratta"),
    "a day": (OFFICER, DAY + EVENT),
    "a day that has passed its limit": (OFFICER, DAY + "2026-01-05"),
    "a day that has not been": (OFFICER, DAY + "2026-12-24"),
    "an answer that somebody else has given": ("roll:kommunchefen",),
    "one contact": ("roll:kommunchefen", "ja:ska-polisanmalas"),
    "done, and then the answer changed": (
        "roll:kommunchefen",
        "ja:ska-polisanmalas",
        "kryss:polisanmal",
        "angra:ska-polisanmalas",
        "nej:ska-polisanmalas",
    ),
    "after what was left out": (OFFICER, "hoppa:forsta-samtal", REASON + "ville inte", "utgar:forsta-samtal"),
    "somebody who helps": ("roll:ombud",),
    "the summary": (
        OFFICER,
        DAY + EVENT,
        "kryss:bedom-laget",
        "ja:behovs-strategen",
        "hoppa:forsta-stod",
        REASON + "har redan stöd",
        "utgar:forsta-stod",
        "sammanstallning",
    ),
    "asked whether to save": (OFFICER, "spara"),
    "saved": (OFFICER, "spara", "spara-ja"),
    "erased": (OFFICER, "radera"),
}


def enter(page: Page, site: Served, state: str) -> None:
    """Open the guide, with nothing left of another state, and go there."""
    page.clock.set_fixed_time(NOW)
    page.goto(site.web(GUIDE))
    if page.evaluate("localStorage.length"):
        page.evaluate("localStorage.clear()")
        page.reload()
    for press in STATES[state]:
        if press.startswith(DAY):
            page.locator("#_dag").fill(press.removeprefix(DAY))
            page.locator("h1").click()
        elif press.startswith(REASON):
            page.keyboard.type(press.removeprefix(REASON))
        else:
            page.locator(f'[data-key="{press}"]').click()
    if "sammanstallning" in STATES[state]:
        expect(page.locator(".rg-summary")).to_be_visible()
