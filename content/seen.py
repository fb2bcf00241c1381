"""Pages as a phone shows them before anything is folded out or scrolled.

They are to be short, with nothing cut off.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from audit.built import Site
from content.chromium import page_of, script
from content.faults import Fault
from routine.pages import addresses as at
from routine.pages.links import file_of

PHONE, SCREEN = 360, 760  # px, of a common phone.
NARROW = 320  # px: the narrowest that is promised.
LONGEST = 2_400  # px: three screens and the footer, the most for a role's page.
WITHIN = 400  # px: where the first thing to press or to say begins in the guide, at most.


def heights(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield role pages that are longer than one can take in."""
    with page_of(browser, PHONE, SCREEN) as page:
        for role in site.routine.roles:
            name = file_of(at.role(role.id))
            page.goto((site.folder / name).as_uri())
            height = page.evaluate(script("seen"))[0]
            if height > LONGEST:
                yield Fault(
                    name,
                    f"Sidan är {height} bildpunkter hög på en telefon. Högst {LONGEST}.",
                    "korta rollens texter.",
                )


def cut_off(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield pages that are wider than a narrow phone."""
    with page_of(browser, NARROW, SCREEN) as page:
        for name in site.pages():
            page.goto((site.folder / name).as_uri())
            _, over, who = page.evaluate(script("seen"))
            if over > 0:
                yield Fault(
                    name,
                    f"Sidan är {over} bildpunkter för bred på en smal telefon, vid ”{who}”.",
                    "dela eller korta det längsta ordet där.",
                )


def first_things(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield roles whose first thing in the guide is below the first screen."""
    page_file = file_of(at.GUIDE)
    with page_of(browser, PHONE, SCREEN) as page:
        for role in site.routine.roles:
            page.goto("about:blank")
            page.goto(f"{(site.folder / page_file).as_uri()}#roll_{role.id}")
            page.wait_for_selector(".rg-case .rg-you")
            found = page.evaluate(script("first"))
            if found is None or found[0] > WITHIN:
                where = "saknas" if found is None else f"börjar {found[0]:.0f} bildpunkter ned. Högst {WITHIN}"
                yield Fault(
                    page_file,
                    f"{role.name}: det första att göra {where}.",
                    "korta rollens namn och texten i dess första åtgärd.",
                )
