"""A function that fails in the middle of a walk through our guide gives the list back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.kit.browsing import PHONE, Served, told, visiting
from tests.kit.failing import STEP, functions, whole
from tests.kit.reader import GUIDE, NOW, converse

pytestmark = pytest.mark.browser

# Presses, and with a colon first a value for a field; with a question mark what a form is sent with.
WALK = (
    *(
        "roll:partiets-sakerhetsansvarig",
        "annan:_handelsen",
        ":#_dag__handelsen 2026-01-05",
        "?ange:_handelsen",
        "hoppa:bedom-laget",
        "avbryt:bedom-laget",
        "hoppa:informera-medier",
        "?utgar:informera-medier",
        "ring:bedom-laget",
        "tillbaka",
        "kryss:bedom-laget",
        "annan:bedom-laget",
        ":#_dag_bedom-laget 2026-01-05",
        "?ange:bedom-laget",
    ),
    *(
        "lamna:bedom-laget",
        "kopiera:bedom-laget",
        "vet-inte:behovs-strategen",
        "ja:behovs-strategen",
        "vet-inte:behovs-strategen",
        "nej:behovs-strategen",
        "person:den-utsatte",
        "sedan",
        "nar:_handelsen",
        "idag:_handelsen",
        "visa:forsta-samtal",
        "kalender:forsta-samtal",
        "mer:behovs-strategen",
        "mer:informera-grupper",
        "klart",
        "angra:bedom-laget",
    ),
    *(
        "byt-roll",
        "roll:initialt-stod",
        "byt-roll",
        "roll:kommunens-sakerhetsstrateg",
        "ring:kontakta-polisen",
        "sagt:kontakta-polisen",
        "slut",
        "byt-roll",
        "roll:kommunchefen",
        "ja:ska-polisanmalas",
        "ring:polisanmal",
        "kryss:polisanmal",
        "tillbaka",
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
        "klart",
        "byt-roll",
        "roll:den-utsatte",
        "sedan",
        "nej:ska-polisanmalas",
        "kryss:beratta",
        "lamna:beratta",
        "kopiera:beratta",
        "igen",
        "igen-ja",
        "radera",
        "radera-nej",
        "radera",
        "radera-ja",
    ),
)
# Functions that only two tabs, a saved case or a new day come to, which test_guide_keeping.py and test_guide_walks.py
# walk through, or another address or leaving (test_guide_coming.py), what the page for the timeline shares, what
# printing alone asks for (test_paper.py), and the moment that others begin with, what limits in hours alone ask for,
# which ours has not, and a time of today (test_guide_told.py).
ELSEWHERE = {
    "Conversation.forget",
    "Conversation.other",
    "Conversation.pointed",
    "Conversation.restore",
    "Frame.unpack",
    "SaveChoice.adopt",
    "SaveChoice.other",
    "days.left",
    "days.limit",
    "ShownCase.meet",
    "ShownCase.renew",
    "dates.now",
    "editionChange.news",
    "editionChange.sift",
    "grammar.capital",
    "late.preload",
    "moments.calm",
    "place.write",
    "savedForm.bare",
    "savedForm.earliest",
    "savedForm.own",
    "setAside.move",
    "setAside.tidy",
    "savedForm.aside",
    "store.adopt",
    "store.open",
}
ALONE = {"calendar.file", "calendar.offer", "Frame.rehearse"}
AT_THE_START = {
    "Frame.enter",
    "Frame.unfold",
    "SaveChoice.open",
    "ShownCase.begin",
    "case.read",
    "page.handing",
    "page.pointedAt",
    "page.roles",
    "page.takeRole",
}
# The rest of a walk, with a function that fails; stops where the guide does. What could not be pressed, or nothing.
GO_ON = """async ([broken, walk]) => {
  window.broken = broken;
  for (const key of walk) {
    if (!document.querySelector('.rg-case')) return '';
    if (key.startsWith(':')) {
      const [selector, value] = key.slice(1).split(' ');
      Object.assign(document.querySelector(selector), { value });
      continue;
    }
    const wanted = `[data-key="${key.replace('?', '')}"]`;
    const fold = document.querySelector(`details[data-holds~="${key.split(':')[1]}"]:not([open])`);
    if (!document.querySelector(wanted) && fold) {
      fold.open = true;
      await new Promise((done) => setTimeout(done, 5));
    }
    if (!document.querySelector('.rg-case')) return '';
    const target = document.querySelector(wanted);
    if (!target) return `no ${key}`;
    if (key.startsWith('?')) target.form.requestSubmit(target);
    else target.click();
    // What asks for the script that keeps something waits for it.
    const asks = ['spara', 'kalender:forsta-samtal', 'radera-ja'].includes(key);
    await new Promise((done) => setTimeout(done, asks ? 60 : 5));
  }
  return '';
}"""


@STEP
def test_any_function_that_fails_on_the_way_gives_the_list_back_and_says_so(
    browser: Browser, breakable_site: Served, step: int
) -> None:
    """A walk, in which the function fails from some press on."""
    problems, given = [], set()
    # That no script comes any more, test_guide_keeping.py and test_guide_coming.py try.
    names = [name for name in functions(browser, breakable_site) if name not in ("script.load", "opener.load")]
    with visiting(browser, PHONE) as page:
        page.clock.set_fixed_time(NOW)
        page.add_init_script("window.print = () => {}")
        converse(page, breakable_site.web(GUIDE))
        assert page.evaluate(GO_ON, ["", WALK]) == "", "the walk itself"
        assert {*names} - {*page.evaluate("[...window.called]")} <= ELSEWHERE
        for name in names[::step]:
            converse(page, breakable_site.web(GUIDE))
            page.locator(f'[data-key="{WALK[0]}"]').click()
            fault = page.evaluate(GO_ON, [name, WALK[1:]])
            if fault or (fault := whole(page)):
                problems.append(f"{name}: {fault}")
            if not page.locator(".rg-case").count():
                given.add(name)
                # Where nothing tells how a link was pressed the browser follows it, and takes the focus there.
                if not page.locator(f".rg-notice{'' if name == 'press.elsewhere' else ':focus'}").count():
                    problems.append(f"{name}: not told")
            page.evaluate("localStorage.clear()")
    assert not problems, told(problems)
    # These fail alone: the reader is told, and the conversation goes on.
    assert {*names[::step]} - given - ELSEWHERE == (ALONE | AT_THE_START) & {*names[::step]}
