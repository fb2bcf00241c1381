"""The guide's script says what the rules say, of every state; and so does the conversation to who walks through it,
step by step, by ids alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from routine.check.load import load
from routine.model import wording
from routine.model.model import Routine
from routine.pages.guide.guide import GuideStep, guide
from tests.kit.browsing import DESK, PHONE, Served, borrowing
from tests.kit.oracle import deadlines, ending, places, uncalled
from tests.kit.random_routines import Days, random_days, random_routine, random_states
from tests.kit.reader import GUIDE, Hand, reading
from tests.kit.states import State, every_state
from tests.ours.walks import WALKS, Row

pytestmark = pytest.mark.browser

# The place of every step, the roles that nobody calls, and those with them of whom nobody can tell. As one text each
# way, since Playwright takes its time over every value.
JUDGED = """(given) => JSON.stringify(JSON.parse(given).map(([steps, roles, states]) => states.map((state) => {
  const scene = { steps, state, roles, role: { id: state.role } };
  const of = (id) => ({ owners: [id], names: [id] });
  const ids = roles.map(({ id }) => id);
  return [
    Object.fromEntries(rutin.case.standing(steps, state)),
    ids.filter((id) => !rutin.scene.called(scene, of(id)).length),
    ids.filter((id) => rutin.scene.doubted(scene, of(id))),
  ];
})))"""
LIMITS = """(given) => JSON.stringify(JSON.parse(given).map(([steps, states]) => states.map((state) =>
  rutin.days.limits(steps, rutin.case.standing(steps, state), state).map(({ id, last, time }) => [id, last, time])
)))"""
READ = """() => [rutin.case.read(document.querySelector('.rg-guide-all')),
  rutin.page.roles(document.querySelector('.rg-guide-who'))]"""


def converse(page: Page, site: Served) -> Page:
    """Open the guide with its conversation, before a role is chosen."""
    page.goto(site.web(GUIDE))
    page.evaluate("rutin.opener.load()")
    return page


def asked(page: Page, function: str, given: list[Any]) -> Any:
    return json.loads(page.evaluate(function, json.dumps(given)))


def told(state: State, days: Days | None = None) -> dict[str, Any]:
    """The state as the script has it, with when it was."""
    days = days or {}
    over = {id: {"how": "inte-aktuellt", "reason": "", "day": ""} for id in state.left}
    for id in state.done:
        day, clock = in_figures(days.get(id))
        over[id] = {"how": "gjort", "reason": "", "day": day, "time": clock}
    day, clock = in_figures(days.get(""))
    return {"role": state.role, "event": day, "time": clock, "answers": state.answers, "over": over}


def in_figures(when: tuple[date, time | None] | None) -> tuple[str, str]:
    day, clock = when or (None, None)
    return day.isoformat() if day else "", clock.isoformat("minutes") if clock else ""


def assert_agrees(routine: Routine, states: list[State], found: list[Any]) -> None:
    assert len(states) == len(found)
    for state, (stands, missed, doubted) in zip(states, found, strict=True):
        assert stands == places(routine, *state), state
        assert {*missed} == uncalled(routine, *state), state
        assert {*doubted} == uncalled(routine, *state, perhaps=True), state


@pytest.mark.parametrize(("name", "every"), [("small", 1), ("real", 3)])
def test_the_script_says_what_the_rules_say_on_every_way_of_answering(
    browser: Browser, site_named: Callable[[str], Served], name: str, every: int
) -> None:
    served = site_named(name)
    routine = load(served.data)
    states = list(every_state(routine))[::every]
    assert len(states) > 1000
    with borrowing(browser, PHONE) as page:
        read = converse(page, served).evaluate(READ)
        (found,) = asked(page, JUDGED, [[*read, [told(state) for state in states]]])
    assert_agrees(routine, states, found)


def test_the_script_says_what_the_rules_say_of_routines_and_states_that_nobody_would_think_of(
    browser: Browser, site: Served
) -> None:
    cases = [(routine := random_routine(seed), random_states(routine, seed, 20)) for seed in range(300)]
    given = [[steps_of(routine), roles_of(routine), [told(each) for each in states]] for routine, states in cases]
    with borrowing(browser, PHONE) as page:
        answers = asked(converse(page, site), JUDGED, given)
    for (routine, states), found in zip(cases, answers, strict=True):
        assert_agrees(routine, states, found)


def test_the_script_counts_limits_as_the_rules_do(browser: Browser, site: Served) -> None:
    """From the event and from other actions, in hours and in days; the nearest first, what has no day yet last."""
    routines = [(seed, random_routine(seed)) for seed in range(9000, 9100)]
    cases = [
        (routine, [(state, random_days(state, repr(state))) for state in random_states(routine, seed, 10)])
        for seed, routine in routines
    ]
    with borrowing(browser, PHONE, timezone_id="Europe/Stockholm") as page:
        given = [[steps_of(routine), [told(*each) for each in states]] for routine, states in cases]
        answers = asked(converse(page, site), LIMITS, given)
    for (routine, states), found in zip(cases, answers, strict=True):
        for (state, days), limits in zip(states, found, strict=True):
            done = {id: days.get(id) for id in state.done}
            ends = deadlines(routine, state.answers, done, state.left, days[""], state.role)
            assert {id: (last, clock) for id, last, clock in limits} == {
                id: in_figures(each) for id, each in ends.items()
            }
            lasts = [(last or "x", clock or "x") for _, last, clock in limits]
            assert lasts == sorted(lasts), "the nearest first"


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


# When a limit ends: so many days, hours, from a day and perhaps a time; clocks are put back on 25 October 2026, and
# forward on 28 March 2027.
ENDS = [
    (14, 0, "2026-11-24", ""),
    (14, 0, "2026-12-20", "22:00"),
    (1, 0, "2028-02-28", ""),
    (1, 0, "2026-10-24", "23:30"),
    (0, 5, "2026-10-24", "22:30"),
    (0, 4, "2026-10-24", "23:30"),
    (0, 24, "2026-10-24", ""),
    (0, 24, "2026-10-25", ""),
    (0, 23, "2027-03-28", ""),
    (0, 24, "2027-03-27", "12:00"),
    (0, 1, "2027-03-28", "02:30"),
    (0, 48, "2026-12-30", "10:00"),
]
# Whether the hours have passed then: of a day alone, from its last minute.
GONE = [
    (5, "2026-10-24", "22:30", "2026-10-25T01:29:00Z", False),
    (5, "2026-10-24", "22:30", "2026-10-25T01:31:00Z", True),
    (24, "2026-10-24", "", "2026-10-25T21:59:00Z", False),
    (24, "2026-10-24", "", "2026-10-25T22:00:00Z", True),
]


def test_days_and_hours_are_counted_by_the_calendar_wherever_the_reader_is(browser: Browser, site: Served) -> None:
    for zone in ("Europe/Stockholm", "America/Los_Angeles"):
        with borrowing(browser, now=GONE[0][3], timezone_id=zone) as page:
            converse(page, site)
            end = "(all) => all.map(([days, hours, ...from]) => rutin.limits.end({ days, hours }, ...from))"
            for row, found in zip(ENDS, page.evaluate(end, ENDS), strict=True):
                days, hours, day, clock = row
                at = time.fromisoformat(clock) if clock else None
                wanted = ending(days or hours, "dagar" if days else "timmar", date.fromisoformat(day), at)
                assert (found["last"], found["time"]) == in_figures(wanted), (zone, row)
            for hours, day, clock, now, gone in GONE:
                page.clock.set_fixed_time(now)
                (found,) = page.evaluate(end, [(0, hours, day, clock)])
                assert found["gone"] == gone, (zone, now)


def test_only_a_day_that_has_been_is_one_and_today_is_the_readers(browser: Browser, site: Served) -> None:
    days = ["2024-02-29", "2026-02-29", "2026-02-30", "2026-6-13", "0000-01-01", "9999-12-31", "13 juni 2018", ""]
    with borrowing(browser, now="2026-12-31T23:00:00Z", timezone_id="Europe/Stockholm") as page:
        converse(page, site)
        found = page.evaluate("(days) => days.map(rutin.dates.parse)", days)
        assert found == [day if day in ("2024-02-29", "9999-12-31") else "" for day in days]
        assert page.evaluate("rutin.dates.today()") == "2027-01-01"
        assert page.evaluate("rutin.dates.add('9999-12-31', 1)") == ""
        # In Stockholm it is midnight: the day begins, and no later time of it has been.
        read = """(times) => times.map(([value, time]) =>
          Boolean(rutin.when.given({ value, validity: {} }, { value: time, validity: {} }).day))"""
        times = [("2026-12-31", "23:59"), ("2027-01-01", "00:00"), ("2027-01-01", "00:01"), ("2027-01-02", "")]
        assert page.evaluate(read, times) == [True, True, False, False]


NAMES = ["Vaktmästaren", "VA-ingenjören", "HR", "Å", "Ås kommun", "E-arkivarien", "eTjänst", "TiB", ""]
LISTS: Iterable[list[str]] = [[], ["a"], ["a", "b"], ["a", "b", "c"]]


def test_a_sentence_is_made_alike_on_a_page_and_in_its_scripts(browser: Browser, site: Served) -> None:
    texts = ["Byt röret", *(f"Byt röret{mark}" for mark in (*wording.ENDS, ",", ")"))]
    with borrowing(browser) as page:
        converse(page, site)
        made = page.evaluate(
            "([names, texts, lists]) => { const { inside, stopped, series } = rutin.grammar;"
            " return [names.map(inside), texts.map(stopped), lists.map(series)]; }",
            [NAMES, texts, LISTS],
        )
    wanted = [[*map(wording.inside, NAMES)], [*map(wording.stopped, texts)], [*map(wording.series, LISTS)]]
    assert made == wanted


@pytest.mark.parametrize(
    ("name", "role", "rows", "hand"),
    [
        *((name, role, rows, "pointer") for name, role, rows in WALKS),
        pytest.param(*WALKS[0], "keyboard"),
    ],
)
def test_who_walks_through_the_guide_is_shown_what_is_to_be_done_now_later_and_what_is_done(
    browser: Browser, site_named: Callable[[str], Served], name: str, role: str, rows: tuple[Row, ...], hand: Hand
) -> None:
    with reading(browser, site_named(name), role, hand, PHONE if hand == "pointer" else DESK) as reader:
        for keys, now, later, done in rows:
            reader.follow(keys)
            assert reader.stage("now", over=False) == now.split(), keys
            assert reader.stage("coming") == later.split(), keys
            assert {*reader.stage("now", over=True), *reader.stage("done")} == {*done.split()}, keys
