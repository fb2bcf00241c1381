"""The states of the guide that tests look at: what has been pressed to come there. Each part is in one of them, but for
the first page, which is looked at as any page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

from tests.kit.browsing import Served
from tests.kit.reader import Reader, reading

OFFICER = "partiets-sakerhetsansvarig"
STATES = {
    "just done": ("den-utsatte", "kryss:beratta annan:beratta lamna:beratta"),
    "left out": ("den-utsatte", "vet-inte:ska-polisanmalas hoppa:beratta utgar:beratta"),
    "much to do": (OFFICER, "nej:behovs-strategen hoppa:bedom-laget idag:_handelsen"),
    "one contact": ("kommunchefen", "ja:ska-polisanmalas"),
    "in a call": ("kommunchefen", "ja:ska-polisanmalas ring:polisanmal kryss:polisanmal"),
    "somebody who helps": ("ombud", ""),
    "the summary": (OFFICER, "idag:_handelsen kryss:bedom-laget ja:behovs-strategen sammanstallning"),
    "asked whether to save": (OFFICER, "spara"),
    "saved": (OFFICER, "spara spara-ja"),
    "asked whether to erase": (OFFICER, "radera"),
}


@contextmanager
def entered(browser: Browser, site: Served, state: str, width: int = 360) -> Iterator[Reader]:
    """Open the guide and go there."""
    role, keys = STATES[state]
    with reading(browser, site, role, width=width) as reader:
        reader.follow(keys)
        yield reader
