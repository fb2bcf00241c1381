"""Routines that nobody would write, and states that no reader would reach: the same ones for the same seed.

The steps are thought of in an order in which each hangs only on those before it, so that nothing goes in a circle, and
may be listed the other way round.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random
from typing import Any

from routine.model.fields import ANSWERS
from routine.model.model import Routine
from tests.kit.states import State
from tests.kit.variants import small

Values = dict[str, Any]
Days = dict[str, tuple[date, time | None] | None]
# What no case hangs on is the small routine's.
HEAD = ("site", "organisation", "source", "revisions", "accessibility", "emergency")
HEADING: Values = {key: value for key, value in small().items() if key in HEAD}
SOURCE = {"basis": "kalla"}


def random_routine(seed: int) -> Routine:
    """A routine that the model takes, of up to 25 steps. A rule may still refuse it: its conditions may contradict."""
    dice = Random(seed)
    roles = [f"roll-{n}" for n in range(dice.randint(2, 5))]
    questions: list[Values] = []
    actions: list[Values] = []
    for n in range(min(dice.randint(1, 25), dice.randint(1, 25))):
        if actions and dice.random() < 0.3:
            questions.append(_question(dice, n, roles, questions, actions))
        elif actions and "opens" not in actions[-1] and dice.random() < 0.2:
            # One more that is done in the same contact, and so hangs on the same.
            group = actions[-1].setdefault("group", {"id": f"grupp-{n}"} | SOURCE)
            actions.append(actions[-1] | {"id": f"steg-{n}", "group": group})
        else:
            opens = not actions and dice.random() < 0.75
            actions.append(_action(dice, n, roles, questions, actions) | ({"opens": "tolkning"} if opens else {}))
    needed: list[Values] = []  # By an action, if only through others: no routine may ask for nothing.
    for question in reversed(questions):
        hanging = {each["question"] for step in (*actions, *needed) for each in step["conditions"]}
        needed += [question] if question["id"] in hanging else []
    listed = actions[::-1] if dice.random() < 0.5 else actions
    values = HEADING | {
        "roles": [_role(dice, role, listed) for role in roles],
        "tracks": [{"id": "spar", "title": "Spår", "number": "1"} | SOURCE],
        "sections": [{"id": "1.1", "title": "Del", "track": "spar"} | SOURCE],
        "questions": needed,
        "actions": [action | {"row": str(row)} for row, action in enumerate(listed, 1)],
        "easy": {"role": roles[0], "lines": ["Lätt."], "parts": [{"title": "Gör", "lines": ["Gör."]}]},
    }
    return Routine.model_validate(values)


def random_states(routine: Routine, seed: int, count: int) -> list[State]:
    """From nearly nothing said and done to nearly everything, also what could not have been: done and left out."""
    dice = Random(f"states {seed}")
    return [_state(dice, routine) for _ in range(count)]


def _state(dice: Random, routine: Routine) -> State:
    talk, work, skip = dice.random(), dice.random() ** 2, dice.random() ** 4
    return State(
        {question.id: dice.choice(ANSWERS) for question in routine.questions if dice.random() < talk},
        tuple(action.id for action in routine.actions if dice.random() < work),
        tuple(action.id for action in routine.actions if dice.random() < skip),
        dice.choice(["", *(role.id for role in routine.roles)]),
    )


def random_days(state: State, seed: str) -> Days:
    """When the event was, under '', and what is done, as far as anybody has said: often near a night in which the
    clocks are changed."""
    dice = Random(f"days {seed}")
    days = [date(2026, 3, 29), date(2026, 10, 25), date(2026, 6, 1)]

    def when() -> tuple[date, time | None] | None:
        day = dice.choice(days) - timedelta(dice.randint(0, 3))
        clock = time(dice.randint(0, 23), dice.randint(0, 59)) if dice.random() < 0.7 else None
        return (day, clock) if dice.random() < 0.8 else None

    return {id: when() for id in ("", *state.done)}


def _action(dice: Random, n: int, roles: list[str], questions: list[Values], actions: list[Values]) -> Values:
    owners = _some(dice, roles, 1, 3)
    others = [role for role in roles if role not in owners]
    before = [action["id"] for action in actions]
    within = {"count": str(dice.randint(1, 50)), "unit": dice.choice(["timmar", "dagar", "veckor"])} | SOURCE
    start = {"after": dice.choice(before)} if before and dice.random() < 0.5 else {}
    proxy = {"role": dice.choice(others), "text": "Gör i någons ställe"} | SOURCE if others else None
    return {
        "id": f"steg-{n}",
        "section": "1.1",
        "responsible": owners,
        "text": f"Gör {n}",
        "others": f"gör {n}",
        "participants": [{"role": role, "text": "Var med"} | SOURCE for role in _some(dice, others, 0, 1)],
        "informs": [{"role": role, "basis": dice.choice(["kalla", "tolkning"])} for role in _some(dice, others, 0, 1)],
        "within": within | start if dice.random() < 0.5 else None,
        **({"proxy": proxy} if proxy and not actions and dice.random() < 0.3 else {}),
        **_hanging(dice, questions, before, only=0.3),
    }


def _question(dice: Random, n: int, roles: list[str], questions: list[Values], actions: list[Values]) -> Values:
    answering = _some(dice, roles, 1, 2)
    others = [role for role in roles if role not in answering]
    start = {"asked": {"at": "start", "basis": "tolkning"}} if dice.random() < 0.3 else {}
    return start | {
        "id": f"fraga-{n}",
        "text": f"Är det {n}?",
        "basis": "tolkning",
        "answered_by": answering,
        "heard_by": [{"role": role, "basis": "tolkning"} for role in _some(dice, others, 0, 2)],
        **_hanging(dice, questions, [action["id"] for action in actions]),
    }


def _hanging(dice: Random, questions: list[Values], actions: list[str], only: float = 0) -> Values:
    """What a step hangs on, among those before it: at times on both answers to one question."""
    asked = [question["id"] for question in questions]
    asked = dice.choices(asked, k=dice.randint(0, 2)) if asked else []
    waits = _some(dice, actions, 0, 3) if dice.random() < 0.5 else []
    return {
        "conditions": [{"question": id, "answer": dice.choice(ANSWERS), "text": "om så är"} | SOURCE for id in asked],
        "after": [
            {"action": id, "text": "efteråt"} | SOURCE | ({"only_if_done": "ja"} if dice.random() < only else {})
            for id in waits
        ],
    }


def _role(dice: Random, id: str, actions: list[Values]) -> Values:
    call = {"reached_by": {"action": dice.choice(actions)["id"]} | SOURCE} if dice.random() < 0.5 else {}
    return call | {"id": id, "name": id.capitalize(), "tab": id, "summary": "Du är med", "intro": "Du är med."}


def _some(dice: Random, items: list[str], least: int, most: int) -> list[str]:
    return dice.sample(items, min(len(items), dice.randint(least, most)))
