"""The guide as a reader goes through it, by pointer on a phone: chosen, answered, taken back, kept and erased."""

from __future__ import annotations

import pytest

from tests.kit.browsing import PHONE, Served
from tests.kit.engines import Visit
from tests.kit.reader import FOLDED, GUIDE

pytestmark = [pytest.mark.browser, pytest.mark.full]

OFFICER = "partiets-sakerhetsansvarig"
# What is done is asked of, when it was; what is not, is not.
ASKED_WHEN = """document.querySelector('[data-key="idag:bedom-laget"], [data-key="nar:bedom-laget"]')"""
KEPT_COUNT = "() => localStorage.length"
PLACES = ("web", "file")


def key(name: str) -> str:
    return f'[data-key="{name}"]'


def at(site: Served, place: str, hash: str = "") -> str:
    return (site.web(GUIDE) if place == "web" else site.file(GUIDE)) + hash


def checked(name: str) -> str:
    return f"document.querySelector('{key(name)}')?.checked"


def pressed(name: str) -> str:
    return f"document.querySelector('{key(name)}')?.getAttribute('aria-pressed') === 'true'"


def told_role(words: str) -> str:
    """That the conversation stands there, with whom it is for."""
    return f"document.querySelector('.rg-case .rg-you')?.textContent.includes('{words}')"


def press(visit: Visit, name: str) -> None:
    """Press what has this key, once what it lies in has been folded out."""
    for fold in visit.run(FOLDED, key(name)):
        visit.click(f'details[data-fold="{fold}"] > summary')
    visit.click(key(name))


def choose(visit: Visit, role: str, words: str) -> None:
    press(visit, f"roll:{role}")
    visit.until(told_role(words))


@pytest.mark.parametrize("place", PLACES)
def test_a_step_is_ticked_a_question_answered_and_both_taken_back(visit: Visit, real_site: Served, place: str) -> None:
    address = at(real_site, place)
    visit.go(address)
    choose(visit, OFFICER, "säkerhetsansvarig")
    assert visit.run("() => scrollY") == 0
    press(visit, "kryss:bedom-laget")
    visit.until(checked("kryss:bedom-laget"))
    visit.until(ASKED_WHEN)
    visit.until("document.querySelector('.rg-live').textContent.trim()")
    press(visit, "kryss:bedom-laget")
    visit.until(f"!{checked('kryss:bedom-laget')} && !{ASKED_WHEN}")
    press(visit, "nej:behovs-strategen")
    visit.until("document.querySelector('[data-uncalled]')")
    press(visit, "ja:behovs-strategen")
    visit.until("!document.querySelector('[data-uncalled]')")
    assert visit.run("() => location.href") == address, "no trace of the way"
    assert visit.run(KEPT_COUNT) == 0
    assert visit.run("() => document.documentElement.scrollWidth") == PHONE


@pytest.mark.parametrize("place", PLACES)
def test_what_is_saved_is_there_after_a_reload_and_gone_when_erased(
    visit: Visit, real_site: Served, place: str
) -> None:
    visit.go(at(real_site, place))
    choose(visit, "kommunchefen", "Kommunchefen")
    press(visit, "spara")
    visit.until("document.querySelector('.rg-keep')")
    assert visit.run(KEPT_COUNT) == 0, "asked first"
    press(visit, "spara-ja")
    visit.until("localStorage.length === 1")
    press(visit, "ja:ska-polisanmalas")
    visit.until(pressed("ja:ska-polisanmalas"))
    visit.go(at(real_site, place))
    visit.until(told_role("Kommunchefen"))
    visit.until(pressed("ja:ska-polisanmalas"))
    press(visit, "radera")
    press(visit, "radera-ja")
    visit.until("localStorage.length === 0")
    visit.go(at(real_site, place))
    press(visit, "roll:den-utsatte")
    visit.until(told_role("utsatt"))
    assert not visit.run(f"() => Boolean({pressed('ja:ska-polisanmalas')})")


@pytest.mark.parametrize("before", ["", "#roll_den-utsatte"])
def test_a_link_to_a_role_leads_there_on_a_new_guide_and_on_an_open_one(
    visit: Visit, real_site: Served, before: str
) -> None:
    visit.go(at(real_site, "web", before))
    if before:
        visit.until(told_role("utsatt"))
    visit.run("() => { location.hash = '#roll_kommunchefen'; }")
    visit.until(told_role("Kommunchefen"))
    assert visit.run("() => location.href") == at(real_site, "web")


def test_what_is_folded_is_unfolded_by_a_press_and_by_a_key(visit: Visit, real_site: Served) -> None:
    visit.go(real_site.web(f"roller/{OFFICER}/index.html"))
    opened = "document.querySelector('main details.rg-more').open"
    visit.click("main details.rg-more > summary")
    visit.until(opened)
    visit.press("Enter")
    visit.until(f"!{opened}")
    visit.press("Space")
    visit.until(opened)


def test_a_day_is_given_and_stands_in_the_summary(visit: Visit, real_site: Served) -> None:
    visit.go(at(real_site, "web"))
    choose(visit, "kommunchefen", "Kommunchefen")
    press(visit, "ja:ska-polisanmalas")
    press(visit, "kryss:polisanmal")
    visit.until(checked("kryss:polisanmal"))
    press(visit, "idag:polisanmal")
    press(visit, "sammanstallning")
    visit.until("/Klart \\d+ \\w+ 20\\d\\d/.test(document.querySelector('.rg-summary')?.innerText)")
