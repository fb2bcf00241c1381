"""A function that fails in the middle of a walk through our guide gives the list back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import PHONE, Served, told, visiting
from tests.kit.failing import STEP, functions, whole
from tests.kit.reader import GUIDE, NOW

pytestmark = pytest.mark.browser

# Presses, and with a colon first a value for a field.
WALK = (
    *(
        "roll:partiets-sakerhetsansvarig",
        ":#_dag 2026-01-05",
        "hoppa:bedom-laget",
        "avbryt:bedom-laget",
        "kryss:bedom-laget",
    ),
    *(
        "vet-inte:behovs-strategen",
        "ja:behovs-strategen",
        "angra:behovs-strategen",
        "nej:behovs-strategen",
        "person:den-utsatte",
        ":#_dag 2026-11-24",
        "kalender:forsta-samtal",
    ),
    *(
        "byt-roll",
        "roll:ombud",
        "byt-roll",
        "roll:kommunchefen",
        "ja:ska-polisanmalas",
        "kryss:polisanmal",
        "sammanstallning",
        "kopiera:sammanstallning",
        "skriv-ut",
    ),
    *(
        "spara",
        "spara-nej",
        "spara",
        "spara-ja",
        "kryss:begar-atkomstskydd",
        "kryss:uppge-uppdraget",
        "byt-roll",
        "roll:den-utsatte",
        "kryss:beratta",
        "kopiera:over",
        "radera",
    ),
)
# Functions that only two tabs, a saved case, a new day or a reason for leaving a step out come to, which
# test_guide_keeping.py and test_guide_walks.py walk through, and what the page for the timeline shares.
ELSEWHERE = {
    "Conversation.other",
    "Conversation.restore",
    "Conversation.submit",
    "SaveChoice.adopt",
    "SaveChoice.other",
    "ShownCase.renew",
    "dates.between",
    "editionChange.news",
    "editionChange.sift",
    "eventDay.read",
    "grammar.capital",
    "savedForm.bare",
    "savedForm.earliest",
    "savedForm.own",
    "setAside.move",
    "store.adopt",
}
ALONE = {"calendar.file", "calendar.offer"}
AT_THE_START = {
    "Frame.enter",
    "Frame.unfold",
    "SaveChoice.open",
    "ShownCase.begin",
    "case.read",
    "days.make",
    "place.part",
    "eventDay.follow",
    "page.broughtRole",
    "page.handing",
    "page.pointedAt",
    "page.roles",
    "savedForm.aside",
    "setAside.tidy",
    "storage.onCase",
    "storage.use",
    "store.onOther",
    "store.open",
}
# The rest of a walk, with a function that fails; stops where the guide does. What could not be pressed, or nothing.
GO_ON = """async ([broken, walk]) => {
  window.broken = broken;
  for (const key of walk) {
    if (!document.querySelector('.rg-case')) return '';
    if (key.startsWith(':')) {
      const [selector, value] = key.slice(1).split(' ');
      Object.assign(document.querySelector(selector), { value }).dispatchEvent(new Event('blur'));
      continue;
    }
    const target = document.querySelector(`[data-key="${key}"]`);
    if (!target) return `no ${key}`;
    target.click();
    await new Promise((done) => setTimeout(done, 5));
  }
  return '';
}"""


@STEP
def test_any_function_that_fails_on_the_way_gives_the_list_back_and_says_so(
    browser: Browser, breakable_site: Served, step: int
) -> None:
    """A walk, in which the function fails from some press on."""
    problems, given = [], set()
    names = functions(browser, breakable_site)
    with visiting(browser, PHONE) as page:
        page.clock.set_fixed_time(NOW)
        page.add_init_script("window.print = () => {}")
        page.goto(breakable_site.web(GUIDE))
        assert page.evaluate(GO_ON, ["", WALK]) == "", "the walk itself"
        assert {*names} - {*page.evaluate("[...window.called]")} <= ELSEWHERE
        for name in names[::step]:
            page.goto(breakable_site.web(GUIDE))
            page.locator(f'[data-key="{WALK[0]}"]').click()
            fault = page.evaluate(GO_ON, [name, WALK[1:]])
            if fault or (fault := whole(page)):
                problems.append(f"{name}: {fault}")
            if not page.locator(".rg-case").count():
                given.add(name)
                if not page.locator(".rg-notice:focus").count():
                    problems.append(f"{name}: not told")
            page.evaluate("localStorage.clear()")
    assert not problems, told(problems)
    # These fail alone: the reader is told, and the conversation goes on.
    assert {*names[::step]} - given - ELSEWHERE == (ALONE | AT_THE_START) & {*names[::step]}
