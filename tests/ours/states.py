"""The states of the guide that tests look at: what has been pressed to come there.
One list, for the look, the keyboard, paper and more."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.kit.browsing import Served, settle
from tests.kit.reader import FOLDED, GUIDE, NOW, converse

OFFICER = "roll:partiets-sakerhetsansvarig"
DAY = "dag "  # Before a day that is given as the day of the event.
REASON = "skäl "  # Before a reason that is written where the focus is.
EVENT, LONG_WORD = "2026-11-20", "Realisationsvinstbeskattningsmyndighetsutövningen"

# Every fold that is open has what is in it.
FILLED = "[...document.querySelectorAll('.rg-case details[open]')].every((each) => each.children.length > 1)"

STATES: dict[str, tuple[str, ...]] = {
    "nobody yet": (),
    "the first thing to do": ("roll:den-utsatte",),
    "just done, and asked when": ("roll:den-utsatte", "kryss:beratta", "annan:beratta"),
    "others, and handing over": (
        "roll:den-utsatte",
        "kryss:beratta",
        "person:partiets-sakerhetsansvarig",
        "lamna:beratta",
    ),
    "a question of one's own": ("roll:den-utsatte", "vet-inte:ska-polisanmalas"),
    "a no, and what remains": ("roll:den-utsatte", "nej:ska-polisanmalas", "lamna:ska-polisanmalas"),
    "all that waits for nothing": (
        OFFICER,
        "avsnitt:Första stöd och stödperson",
        "avsnitt:Information om händelsen",
        "lamna:forsta-stod",
        "mer:informera-grupper",
    ),
    "nobody has called": (OFFICER, "nej:behovs-strategen"),
    "nobody has been told": ("roll:den-utsatte", "hoppa:beratta", REASON + "har inget parti", "utgar:beratta"),
    "asked why": (OFFICER, "hoppa:bedom-laget"),
    "a step left out, with a long word": ("roll:den-utsatte", "hoppa:beratta", REASON + LONG_WORD, "utgar:beratta"),
    "a day": (OFFICER, DAY + EVENT),
    "a day that has passed its limit": (OFFICER, DAY + "2026-01-05"),
    "a day that has not been": (OFFICER, DAY + "2026-12-24"),
    "a day that is not known": (OFFICER, "vetinte:_handelsen"),
    "an answer that somebody else has given": ("roll:kommunchefen",),
    "one contact": ("roll:kommunchefen", "ja:ska-polisanmalas"),
    "in a call with the police": ("roll:kommunchefen", "ja:ska-polisanmalas", "ring:polisanmal", "kryss:polisanmal"),
    "in a call": ("roll:kommunens-sakerhetsstrateg", "ring:kontakta-polisen", "sagt:kontakta-polisen"),
    "done, and then the answer changed": (
        "roll:kommunchefen",
        "ja:ska-polisanmalas",
        "kryss:polisanmal",
        "nej:ska-polisanmalas",
    ),
    "after what was left out": (
        OFFICER,
        "hoppa:forsta-samtal",
        REASON + "ville inte",
        "utgar:forsta-samtal",
        "kryss:bedom-laget",
        "klart",
    ),
    "somebody who helps": ("roll:ombud",),
    "somebody at her side": ("roll:initialt-stod",),
    "the summary": (
        OFFICER,
        DAY + EVENT,
        "kryss:bedom-laget",
        "idag:bedom-laget",
        "ja:behovs-strategen",
        "hoppa:forsta-stod",
        REASON + "har redan stöd",
        "utgar:forsta-stod",
        "sammanstallning",
    ),
    "asked whether to save": (OFFICER, "spara"),
    "saved": (OFFICER, "spara", "spara-ja"),
    "asked about a new event": (OFFICER, "igen"),
    "asked whether to erase": (OFFICER, "radera"),
    "erased": (OFFICER, "radera", "radera-ja"),
}


# Those whose parts are all in others of these: looked at in the full run.
ALIKE = {
    "the first thing to do",
    "a day",
    "an answer that somebody else has given",
    "a question of one's own",
    "nobody has been told",
    "a step left out, with a long word",
    "a day that is not known",
    "in a call",
    "after what was left out",
    "somebody at her side",
    "asked about a new event",
    "asked whether to erase",
    "saved",
    "erased",
}


def enter(page: Page, site: Served, state: str) -> None:
    """Open the guide, with nothing left of another state, and go there."""
    page.clock.set_fixed_time(NOW)
    converse(page, site.web(GUIDE))
    if page.evaluate("localStorage.length"):
        page.evaluate("localStorage.clear()")
        page.reload()
    for press in STATES[state]:
        if press.startswith(DAY):
            page.locator('[data-key="annan:_handelsen"]').click()
            page.locator("#_dag__handelsen").fill(press.removeprefix(DAY))
            page.locator('[data-key="ange:_handelsen"]').click()
        elif press.startswith(REASON):
            page.keyboard.type(press.removeprefix(REASON))
        else:
            press_in(page, press)
    page.wait_for_function(FILLED)
    if "sammanstallning" in STATES[state]:
        expect(page.locator(".rg-summary")).to_be_visible()


def press_in(page: Page, key: str) -> None:
    """Press what has this key; what it lies in is folded out first."""
    selector = f'[data-key="{key}"]'
    for fold in page.evaluate(FOLDED, selector):
        page.locator(f'details[data-fold="{fold}"] > summary').click()
    expect(page.locator(selector)).to_have_count(1)
    page.locator(selector).click()
    settle(page)
