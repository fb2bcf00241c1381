"""The guide: the script says what the oracle says, of every state. test_guide_walks.py walks through it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from routine.domain import graph as graphs
from routine.domain.case import Case, standing
from routine.domain.model import Routine
from routine.load import load
from tests.kit.browsing import PHONE, Served, visiting
from tests.kit.paths import REAL

pytestmark = pytest.mark.browser

GUIDE = "guide/index.html"
# Every state at once, in one page: what the script says of each.
PLACES = """(states) => {
  const steps = rutin.case.read(document.querySelector('.rg-guide-all'));
  return states.map((state) => Object.fromEntries(rutin.case.standing(steps, state)));
}"""
OVER = {"how": "gjort", "reason": "", "day": ""}


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
def test_the_script_says_what_the_oracle_says(browser: Browser, site: Served, states: str) -> None:
    routine = load(site.data)
    graph = graphs.build(routine)
    cases = list(systematic(routine) if states == "systematic" else by_chance(routine, 500))
    with visiting(browser, PHONE) as page:
        page.goto(site.web(GUIDE))
        said = page.evaluate(
            PLACES,
            [
                {"role": "", "event": "", "answers": answers, "over": dict.fromkeys(over, OVER)}
                for answers, over in cases
            ],
        )
    for (answers, over), places in zip(cases, said, strict=True):
        wanted = standing(graph, Case(answers, over))  # type: ignore[arg-type]
        assert places == {id: str(place) for id, place in wanted.items()}, (answers, over)


# From each state to each step: its place then, and whether every answer that was given still stands.
SKIPPED = """(states) => {
  const { case: { read, standing }, moves: { skipTo } } = rutin;
  const steps = read(document.querySelector('.rg-guide-all'));
  return states.map((state) => {
    const before = standing(steps, state);
    return steps.filter((step) => before.get(step.id) === 'sedan').map((step) => {
      const after = skipTo(steps, state, step.id);
      const kept = Object.entries(state.answers).every(([id, answer]) => after.answers[id] === answer);
      return [step.id, standing(steps, after).get(step.id), kept];
    });
  });
}"""


def test_whoever_begins_further_on_comes_there_and_changes_no_answer(browser: Browser, site: Served) -> None:
    """Where an answer that was given leads past the step, it is not offered, and not answered otherwise."""
    cases = [({}, []), *by_chance(load(site.data), 300)]
    with visiting(browser, PHONE) as page:
        page.goto(site.web(GUIDE))
        found = page.evaluate(
            SKIPPED,
            [
                {"role": "", "event": "", "answers": answers, "over": dict.fromkeys(over, OVER)}
                for answers, over in cases
            ],
        )
    assert {place for _, place, _ in found[0]} == {"nu"}
    for (answers, over), steps in zip(cases, found, strict=True):
        for step, place, kept in steps:
            assert place in ("nu", "klart", "utgar"), (answers, over, step)
            assert kept, (answers, over, step)


def test_the_texts_of_the_guide_are_all_in_its_html(real_site: Served) -> None:
    html = (Path(real_site.folder) / GUIDE).read_text(encoding="utf-8")
    for action in load(REAL).actions:
        assert action.text in html
