"""The guide: the script says what the oracle says, the reader is led step by step, and nothing leaves the page."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from routine import graph as graphs
from routine.case import Case, standing
from routine.load import load
from routine.model import Routine
from tests.browser.kit import DESK, PHONE, Site, visiting
from tests.site.reading import REAL

pytestmark = pytest.mark.browser

GUIDE = "guide/index.html"
# Every state at once, in one page: what the script says of each.
PLACES = """(states) => {
  const steps = rutin.case.read(document.querySelector('.rg-guide-all'));
  return states.map((state) => Object.fromEntries(rutin.case.standing(steps, state)));
}"""
OVER = {"how": "gjort", "reason": "", "day": ""}
KEPT = (
    """async () => [document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length, location.href, document.title, history.length]"""
)


def order(routine: Routine) -> list[str]:
    """One order in which everything can be ticked."""
    return [action.id for action in routine.actions]


def systematic(routine: Routine) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Every way of answering, not answering included, with every prefix of one order of ticks."""
    questions = [question.id for question in routine.questions]
    for choice in itertools.product(("", "ja", "nej"), repeat=len(questions)):
        answers = {id: answer for id, answer in zip(questions, choice, strict=True) if answer}
        for stop in range(len(routine.actions) + 1):
            yield answers, order(routine)[:stop]


def by_chance(routine: Routine, count: int) -> Iterator[tuple[dict[str, str], list[str]]]:
    chance = random.Random(20181306)
    for _ in range(count):
        answers = {question.id: chance.choice(("ja", "nej")) for question in routine.questions if chance.random() < 0.7}
        yield answers, [action.id for action in routine.actions if chance.random() < chance.random()]


@pytest.mark.parametrize("states", ["systematic", "by chance"])
def test_the_script_says_what_the_oracle_says(browser: Browser, site: Site, states: str) -> None:
    routine = load(site.data)
    graph = graphs.build(routine)
    cases = list(systematic(routine) if states == "systematic" else by_chance(routine, 500))
    with visiting(browser, PHONE) as page:
        page.goto(site.web(GUIDE))
        said = page.evaluate(PLACES, [{"role": "", "event": "", "answers": answers, "over": dict.fromkeys(over, OVER)} for answers, over in cases])
    for (answers, over), places in zip(cases, said, strict=True):
        assert places == {id: str(place) for id, place in standing(graph, Case(answers, over)).items()}, (answers, over)  # type: ignore[arg-type]


def key(page: Page, name: str) -> Any:
    """What can be pressed by this name."""
    return page.locator(f'[data-key="{name}"]')


def items(page: Page, stage: str) -> list[str]:
    """The steps that stand in a stage."""
    found: list[str] = page.locator(f".{stage} [data-item]").evaluate_all("(all) => all.map((item) => item.dataset.item)")
    return found


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_exposed_person_who_does_not_want_to_report(browser: Browser, real_site: Site, width: int) -> None:
    with visiting(browser, width) as page:
        page.goto(real_site.web(GUIDE))
        before = page.evaluate(KEPT)
        key(page, "roll:den-utsatte").click()
        assert items(page, "rg-now") == ["beratta"]
        key(page, "kryss:beratta").click()
        assert items(page, "rg-now") == ["bedom-laget"], "a part in somebody else's step"
        assert not page.locator(".rg-now input").count()
        assert items(page, "rg-waiting") == ["bedom-laget", "forsta-stod"]
        assert page.locator(".rg-hand").is_visible()
        key(page, "kryss:bedom-laget").click()
        key(page, "nej:behovs-strategen").click()
        key(page, "kryss:kontakta-polisen").click()
        assert items(page, "rg-now") == ["ska-polisanmalas"]
        assert page.locator(".rg-live").inner_text() == "Nu: Vill du att händelsen polisanmäls?"
        key(page, "vet-inte:ska-polisanmalas").click()
        assert items(page, "rg-now") == ["ska-polisanmalas"]
        key(page, "nej:ska-polisanmalas").click()
        assert items(page, "rg-now") == []
        key(page, "angra:ska-polisanmalas").click()
        key(page, "ja:ska-polisanmalas").click()
        assert "polisanmal" in items(page, "rg-waiting")
        assert page.evaluate(KEPT) == before


def test_the_case_stays_when_the_role_is_changed(browser: Browser, real_site: Site) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        key(page, "roll:den-utsatte").click()
        key(page, "kryss:beratta").click()
        key(page, "byt-roll").click()
        key(page, "roll:partiets-sakerhetsansvarig").click()
        assert items(page, "rg-now") == ["bedom-laget", "forsta-stod"]


def test_the_director_begins_at_the_directors_part(browser: Browser, real_site: Site) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        key(page, "roll:kommunchefen").click()
        key(page, "hit:polisanmal").click()
        assumed = page.locator('.rg-done [data-item="behovs-strategen"]')
        assert "antaget" in assumed.inner_text(), "nobody has given this answer"
        for step in ("polisanmal", "begar-atkomstskydd", "uppge-uppdraget"):
            assert items(page, "rg-now") == [step]
            key(page, f"kryss:{step}").click()
        assert page.locator(".rg-hand").is_visible()


def test_the_officer_through_two_weeks(browser: Browser, real_site: Site) -> None:
    """With a step that does not apply, and the last day of the follow-up."""
    with visiting(browser, PHONE, timezone_id="Europe/Stockholm") as page:
        page.clock.set_fixed_time("2026-11-25T10:00:00+01:00")
        page.goto(real_site.web(GUIDE))
        key(page, "roll:partiets-sakerhetsansvarig").click()
        page.locator("#_dag").fill("2026-11-20")
        page.locator("#_dag").blur()
        assert "fredag 4 december 2026" in page.locator(".rg-days").inner_text()
        key(page, "hit:forsta-stod").click()
        for step in ("forsta-stod", "vald-stodperson"):
            key(page, f"kryss:{step}").click()
        key(page, "nej:behovs-vard").click()
        for step in ("sallskap-hem", "sallskap-hemma", "informera-grupper"):
            key(page, f"kryss:{step}").click()
        key(page, "hoppa:informera-medier").click()
        key(page, "skal:informera-medier").fill("ingen har frågat")
        page.keyboard.press("Enter")
        assert "forsta-samtal" in items(page, "rg-now")
        page.locator(".rg-sum > summary").click()
        expect(page.locator(".rg-sum")).to_contain_text("ingen har frågat")
        expect(page.locator(".rg-sum")).to_contain_text("Gäller inte")


def test_by_keyboard_alone_the_focus_is_never_lost(browser: Browser, real_site: Site) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        key(page, "roll:den-utsatte").focus()
        page.keyboard.press("Enter")
        focus = "document.activeElement.dataset.key ?? document.activeElement.tagName"
        assert page.evaluate(focus) == "rubrik:nu"
        page.keyboard.press("Tab")
        assert page.evaluate(focus) == "kryss:beratta"
        page.keyboard.press("Space")
        assert page.evaluate(focus) == "rubrik:nu"
        key(page, "kryss:bedom-laget").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(focus) != "BODY"


def test_a_saved_case_is_there_after_a_reload_and_gone_when_erased(browser: Browser, real_site: Site) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        key(page, "roll:den-utsatte").click()
        key(page, "spara").click()
        assert page.evaluate("localStorage.length") == 0
        key(page, "spara-ja").click()
        key(page, "kryss:beratta").click()
        page.reload()
        assert items(page, "rg-done") == ["beratta"]
        key(page, "radera").click()
        assert page.evaluate("localStorage.length") == 0
        page.reload()
        assert key(page, "roll:den-utsatte").is_visible()


def test_a_case_saved_under_an_earlier_edition_is_kept(browser: Browser, real_site: Site) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        key(page, "roll:den-utsatte").click()
        key(page, "kryss:beratta").click()
        key(page, "spara").click()
        key(page, "spara-ja").click()
        name, text = page.evaluate("[localStorage.key(0), localStorage.getItem(localStorage.key(0))]")
        entry = json.loads(text)
        entry["edition"] = "0"
        entry["state"]["over"]["fanns-forr"] = OVER
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, json.dumps(entry)])
        page.reload()
        assert items(page, "rg-done") == ["beratta"]
        assert page.locator(".rg-notice").is_visible()


def test_the_texts_of_the_guide_are_all_in_its_html(real_site: Site) -> None:
    html = (Path(real_site.folder) / GUIDE).read_text(encoding="utf-8")
    for action in load(REAL).actions:
        assert action.text in html
