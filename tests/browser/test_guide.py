"""The guide: the script says what the rules say, of every state. test_guide_walks.py walks through it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from routine.domain.model import Routine
from routine.loading.load import load
from routine.views.guide import GuideStep, guide
from tests.kit.browsing import PHONE, Served, borrowing
from tests.kit.judges import Judgement, by_the_oracle, disagreements
from tests.kit.oracle import deadlines
from tests.kit.paths import REAL
from tests.kit.random_routines import Days, random_cases, random_days
from tests.kit.reader import GUIDE, converse
from tests.kit.states import State, every_state
from tests.kit.views import some

pytestmark = pytest.mark.browser

MOST, BATCH = 50_000, 10_000  # States of a routine in all, and at a time.
# The roles that nobody has called in: of what each would do, nobody is said to have been asked. And those with them of
# whom nobody can tell.
UNCALLED = """(steps, roles, state) => {
  const scene = { steps, state, roles, role: { id: state.role } };
  const of = (id) => ({ owners: [id], names: [id] });
  const ids = roles.map(({ id }) => id);
  return [
    ids.filter((id) => !rutin.scene.called(scene, of(id)).length),
    ids.filter((id) => rutin.scene.doubted(scene, of(id))),
  ];
}"""
# Every state at once, in one page: what the script says of each, from the list that stands there. As one text each way,
# since Playwright takes its time over every value.
ON_THE_PAGE = """(given) => {
  const uncalled = UNCALLED;
  const steps = rutin.case.read(document.querySelector('.rg-guide-all'));
  const roles = rutin.page.roles(document.querySelector('.rg-guide-who'));
  return JSON.stringify(JSON.parse(given).map((state) => [
    Object.fromEntries(rutin.case.standing(steps, state)),
    uncalled(steps, roles, state),
  ]));
}""".replace("UNCALLED", UNCALLED)
# The same of routines that no page has.
IN_THE_AIR = """(given) => {
  const uncalled = UNCALLED;
  return JSON.stringify(JSON.parse(given).map(([steps, roles, states]) => states.map((state) => [
    Object.fromEntries(rutin.case.standing(steps, state)),
    uncalled(steps, roles, state),
  ])));
}""".replace("UNCALLED", UNCALLED)


def told(state: State) -> dict[str, Any]:
    """The state as the script has it."""
    over = {id: {"how": "inte-aktuellt", "reason": "", "day": ""} for id in state.left}
    over |= {id: {"how": "gjort", "reason": "", "day": ""} for id in state.done}
    return {"role": state.role, "event": "", "answers": state.answers, "over": over}


def judged(said: Iterable[Any]) -> list[Judgement]:
    return [Judgement(places, *map(set, missed)) for places, missed in said]


# Folds that something leads to: one of its own name, and one of a step that is led to.
FOLDS = {"details.rg-more[id]": "", ".rg-guide-all .rg-act[id]:has(> .rg-more)": " > .rg-more"}
# What is in a fold, apart from its name.
SEEN = """(fold) => [...fold.children].filter((child) => child.localName !== 'summary').every(
  (child) => child.checkVisibility() && child.getBoundingClientRect().height > 0)"""


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("led_to", list(FOLDS))
def test_what_is_led_to_shows_what_is_folded_in_it(
    browser: Browser, small_site: Served, led_to: str, scripts: bool
) -> None:
    with borrowing(browser, PHONE, java_script_enabled=scripts) as page:
        page.goto(small_site.web(GUIDE))
        found = page.locator(led_to).first.get_attribute("id")
        fold = page.locator(f"#{found}{FOLDS[led_to]}").first
        assert not fold.evaluate(SEEN)
        page.goto(f"{small_site.web(GUIDE)}#{found}")
        assert fold.evaluate(SEEN)


def test_the_script_says_what_the_rules_say_on_every_way_of_answering(browser: Browser, served_site: Served) -> None:
    routine = load(served_site.data)
    states = list(every_state(routine))
    assert len(states) <= MOST, "too many to try each"
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        found = [each for at in range(0, len(states), BATCH) for each in said_of(page, states[at : at + BATCH])]
    assert_agrees(routine, states, found)


def said_of(page: Page, states: list[State]) -> list[Judgement]:
    return judged(json.loads(page.evaluate(ON_THE_PAGE, json.dumps(list(map(told, states))))))


@pytest.mark.parametrize("count", some(300, full=(1000,)))
def test_the_script_says_what_the_rules_say_of_routines_and_states_that_nobody_would_think_of(
    browser: Browser, small_site: Served, count: int
) -> None:
    """So many routines of up to 40 steps, each in 50 states."""
    cases = [(routine, list(states)) for routine, states in random_cases(count, 50)]
    with borrowing(browser, PHONE) as page:
        converse(page, small_site.web(GUIDE))
        for at in range(0, len(cases), 100):
            for (routine, states), found in zip(cases[at : at + 100], asked(page, cases[at : at + 100]), strict=True):
                assert_agrees(routine, states, found)


def asked(page: Page, cases: list[tuple[Routine, list[State]]]) -> list[list[Judgement]]:
    given = [(steps_of(routine), roles_of(routine), list(map(told, states))) for routine, states in cases]
    return [judged(said) for said in json.loads(page.evaluate(IN_THE_AIR, json.dumps(given)))]


LIMITS = """(given) => JSON.stringify(JSON.parse(given).map(([steps, states]) => states.map((state) =>
  rutin.days.limits(steps, rutin.case.standing(steps, state), state).map(({ id, last, time }) => [id, last, time])
)))"""


@pytest.mark.parametrize("count", some(100, full=(500,)))
def test_the_script_counts_limits_as_the_rules_do(browser: Browser, small_site: Served, count: int) -> None:
    """From the event and from other actions, in hours and in days; the nearest first, what has no day yet last."""
    cases = [
        (routine, [(state, random_days(routine, state, repr(state))) for state in states])
        for routine, states in random_cases(count, 10, first=9000)
    ]
    given = [(steps_of(routine), [dated(*each) for each in states]) for routine, states in cases]
    with borrowing(browser, PHONE, timezone_id="Europe/Stockholm") as page:
        converse(page, small_site.web(GUIDE))
        found = json.loads(page.evaluate(LIMITS, json.dumps(given)))
    for (routine, states), said in zip(cases, found, strict=True):
        for (state, days), limits in zip(states, said, strict=True):
            done = {id: days.get(id) for id in state.done}
            ends = deadlines(routine, state.answers, done, state.left, days[""], state.role)
            wanted = {id: in_figures(when) for id, when in ends.items()}
            assert {id: (last, time) for id, last, time in limits} == wanted, (state, days)
            order = [(last or "x", time or "x", hours(routine, id)) for id, last, time in limits]
            assert order == sorted(order), "the nearest first"


def hours(routine: Routine, id: str) -> int:
    within = routine.action(id).within
    assert within
    return within.hours


def dated(state: State, days: Days) -> dict[str, Any]:
    """The state as the script has it, with when it was."""
    case = told(state)
    case["event"], case["time"] = in_figures(days[""])
    for id in state.done:
        case["over"][id]["day"], case["over"][id]["time"] = in_figures(days[id])
    return case


def in_figures(when: tuple[date, time | None] | None) -> tuple[str, str]:
    day, clock = when or (None, None)
    return day.isoformat() if day else "", clock.isoformat("minutes") if clock else ""


def assert_agrees(routine: Routine, states: list[State], found: list[Judgement]) -> None:
    script = dict(zip(map(repr, states), found, strict=True))
    unlike = list(disagreements([(routine, states)], by_the_oracle, lambda _: lambda state: script[repr(state)]))
    assert not unlike, unlike[0]


def steps_of(routine: Routine) -> list[dict[str, Any]]:
    """What the script reads from the list, made from the page's own view of a routine."""
    return [step_of(step) for _, _, steps in guide(routine).tracks for step in steps]


def step_of(step: GuideStep) -> dict[str, Any]:
    shown = step.card or step.question
    assert shown
    return {
        "id": step.id,
        "question": step.question is not None,
        "owners": [owner.id for owner in shown.owners],
        "told": [{"role": line.role, "standsIn": line.stands_in} for line in step.told],
        "needs": [dict(zip(("question", "answer"), need.split(":"), strict=True)) for need in step.needs.split()],
        "informs": list(step.informs),
        "calls": list(step.calls),
        "waits": step.waits.split(),
        "buildsOn": step.builds_on.split(),
        "group": step.group,
        "start": step.question is not None and step.question.at_once is not None,
        "opens": step.opens,
        "text": step.id,
        "names": [],
        "others": "",
        "days": step.days,
        "hours": step.hours,
        "after": step.after,
        "within": step.card.limit if step.card else "",
    }


def roles_of(routine: Routine) -> list[dict[str, str]]:
    return [{"id": role.owner.id, "reached": role.reached} for role in guide(routine).roles]


def test_the_texts_of_the_guide_are_all_in_its_html(real_site: Served) -> None:
    html = (Path(real_site.folder) / GUIDE).read_text(encoding="utf-8")
    for action in load(REAL).actions:
        assert action.text in html
