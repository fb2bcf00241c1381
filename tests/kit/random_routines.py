"""Routines that nobody would write, and states that no reader would reach: the same ones for the same seed.

The steps are first thought of in an order in which each hangs only on those before it, so that nothing goes
in a circle, and are then listed in another. Most routines are small: what goes wrong is best told by a small one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random
from typing import Any

from routine.domain.fields import ANSWERS
from routine.domain.model import Routine
from tests.kit.states import State
from tests.kit.variants import small

Values = dict[str, Any]
Days = dict[str, tuple[date, time | None] | None]
# What no case hangs on is the small routine's.
HEAD = ("site", "organisation", "source", "revisions", "accessibility", "emergency")
MOST_ACTIONS, MOST_QUESTIONS = 30, 10
HEADING: Values = {key: value for key, value in small().items() if key in HEAD}


def random_cases(routines: int, states: int, first: int = 0) -> Iterator[tuple[Routine, list[State]]]:
    """Routines with some states of each, to be put before whoever is to judge them."""
    for seed in range(first, first + routines):
        routine = random_routine(seed)
        yield routine, random_states(routine, seed, states)


def random_routine(seed: int) -> Routine:
    """A routine that the model takes, of up to 40 steps. A rule may still refuse it: its conditions may contradict."""
    dice = Random(seed)
    roles = [f"roll-{n}" for n in range(dice.randint(2, 5))]
    questions, actions = _steps(dice, roles)
    sections = _sections(dice)
    listed = _listed(dice, actions, [section["id"] for section in sections])
    values = HEADING | {
        "roles": [_role(dice, role, listed) for role in roles],
        "tracks": _tracks(sections),
        "sections": sections,
        "questions": dice.sample(questions, len(questions)),
        "actions": listed,
        "easy": {"role": roles[0], "lines": ["Lätt."], "steps": [{"step": listed[0]["id"], "lines": ["Gör."]}]},
    }
    return Routine.model_validate(values)


def random_states(routine: Routine, seed: int, count: int) -> list[State]:
    """From nearly nothing said and done to nearly everything, also what could not have been."""
    dice = Random(f"states {seed}")
    return [_state(dice, routine) for _ in range(count)]


def _state(dice: Random, routine: Routine) -> State:
    """An action may be both done and left out: whoever judges must say which counts."""
    talk, work, skip = dice.random(), dice.random() ** 2, dice.random() ** 4
    return State(
        {question.id: dice.choice(ANSWERS) for question in routine.questions if dice.random() < talk},
        tuple(action.id for action in routine.actions if dice.random() < work),
        tuple(action.id for action in routine.actions if dice.random() < skip),
        dice.choice(["", *(role.id for role in routine.roles)]),
    )


def _steps(dice: Random, roles: list[str]) -> tuple[list[Values], list[Values]]:
    """Questions and actions, each after all that it hangs on. What opens the case is the first of all."""
    questions: list[Values] = []
    actions = [_opening(dice, roles)] if dice.random() < 0.75 else [_action(dice, 0, roles, [], [])]
    kinds = ["fråga"] * dice.randint(0, MOST_QUESTIONS) + ["åtgärd"] * (_fewer(dice, MOST_ACTIONS) - 1)
    for kind in sorted(kinds, key=lambda each: dice.random() * (0.6 if each == "fråga" else 1)):
        if kind == "fråga":
            questions.append(_question(dice, len(questions), roles, questions, actions))
        elif "opens" not in actions[-1] and dice.random() < 0.2:
            actions.append(_twin(actions[-1], len(actions)))
        else:
            actions.append(_action(dice, len(actions), roles, questions, actions))
    return _needed(questions, actions), actions


def _needed(questions: list[Values], actions: list[Values]) -> list[Values]:
    """Those that an action hangs on, if only through others: no routine may ask for nothing."""
    needed: list[Values] = []
    for question in reversed(questions):
        hanging = [condition["question"] for step in (*actions, *needed) for condition in step["conditions"]]
        needed += [question] if question["id"] in hanging else []
    return needed


def _opening(dice: Random, roles: list[str]) -> Values:
    action = _action(dice, 0, roles, [], []) | {"opens": "tolkning"}
    taken = [*action["responsible"], *(told["role"] for told in action["participants"])]
    others = [role for role in roles if role not in taken]
    if others and dice.random() < 0.5:
        action["proxy"] = {"role": dice.choice(others), "text": "Gör i någons ställe", "basis": "kalla"}
    return action


def _action(dice: Random, n: int, roles: list[str], questions: list[Values], actions: list[Values]) -> Values:
    owners = _some(dice, roles, 1, 3)
    others = [role for role in roles if role not in owners]
    return {
        "id": f"steg-{n}",
        "responsible": owners,
        "text": f"Gör {n}",
        "others": f"gör {n}",
        "participants": [{"role": role, "text": "Var med", "basis": "kalla"} for role in _some(dice, others, 0, 1)],
        "informs": [{"role": role, "basis": dice.choice(["kalla", "tolkning"])} for role in _some(dice, others, 0, 1)],
        "within": _within(dice, [action["id"] for action in actions]),
        **_building(dice, _hanging(dice, questions, actions)),
    }


def _building(dice: Random, hanging: Values) -> Values:
    """Some of what an action waits for is that without which there is nothing to do."""
    return hanging | {
        "after": [wait | ({"only_if_done": "ja"} if dice.random() < 0.3 else {}) for wait in hanging["after"]]
    }


def _within(dice: Random, actions: list[str]) -> Values | None:
    """A limit in any unit, from the event or from an action before it."""
    if dice.random() < 0.5:
        return None
    start = {"after": dice.choice(actions)} if actions and dice.random() < 0.5 else {}
    unit = dice.choice(["timmar", "dagar", "veckor"])
    return {"count": str(dice.randint(1, 50)), "unit": unit, "basis": "kalla"} | start


def random_days(routine: Routine, state: State, seed: str) -> Days:
    """When the event was, and what is done, as far as anybody has said; under '' that of the event."""
    dice = Random(f"days {seed}")
    return {id: _when(dice) for id in ("", *state.done)}


def _when(dice: Random) -> tuple[date, time | None] | None:
    """Often near a night in which the clocks are changed."""
    if dice.random() < 0.2:
        return None
    day = dice.choice([date(2026, 3, 29), date(2026, 10, 25), date(2026, 6, 1)]) - timedelta(dice.randint(0, 3))
    return day, time(dice.randint(0, 23), dice.randint(0, 59)) if dice.random() < 0.7 else None


def _twin(action: Values, n: int) -> Values:
    """One more that is done in the same contact, and so hangs on the same."""
    group = action.setdefault("group", {"id": f"grupp-{n}", "basis": "kalla"})
    return action | {"id": f"steg-{n}", "group": group}


def _question(dice: Random, n: int, roles: list[str], questions: list[Values], actions: list[Values]) -> Values:
    answering = _some(dice, roles, 1, 2)
    start: Values = {"asked": {"at": "start", "basis": "tolkning"}} if dice.random() < 0.3 else {}
    return start | {
        "id": f"fraga-{n}",
        "text": f"Är det {n}?",
        "basis": "tolkning",
        "answered_by": answering,
        "heard_by": [{"role": role, "basis": "tolkning"} for role in _some(dice, _others(roles, answering), 0, 2)],
        **_hanging(dice, questions, actions),
    }


def _hanging(dice: Random, questions: list[Values], actions: list[Values]) -> Values:
    """What a step hangs on, among those before it. The opening is waited for more often than chance would have it."""
    waits = _some(dice, [action["id"] for action in actions], 0, 3) if dice.random() < 0.5 else []
    if actions and "opens" in actions[0] and actions[0]["id"] not in waits and dice.random() < 0.1:
        waits.append(actions[0]["id"])
    return {
        "conditions": _conditions(dice, [question["id"] for question in questions]),
        "after": [{"action": id, "text": "efteråt", "basis": "kalla"} for id in waits],
    }


def _conditions(dice: Random, questions: list[str]) -> list[Values]:
    asked = _some(dice, questions, 0, 2)
    if asked and dice.random() < 0.05:
        asked.append(asked[0])  # The same question twice: the answers may contradict each other.
    return [{"question": id, "answer": dice.choice(ANSWERS), "text": "om det är så", "basis": "kalla"} for id in asked]


def _listed(dice: Random, actions: list[Values], sections: list[str]) -> list[Values]:
    """In an order that has nothing to do with what hangs on what, only that a group stands together, in one track."""
    contacts = {action["group"]["id"] if "group" in action else action["id"]: dice.random() for action in actions}
    order = sorted(actions, key=lambda each: contacts[each["group"]["id"] if "group" in each else each["id"]])
    places = sorted(dice.choice(range(len(sections))) for _ in order)
    for i in range(1, len(order)):
        across = sections[places[i - 1]][0] != sections[places[i]][0]
        if across and "group" in order[i] and order[i]["group"] == order[i - 1].get("group"):
            places[i] = places[i - 1]
    return [
        action | {"section": sections[place], "row": str(row)}
        for row, (action, place) in enumerate(zip(order, places, strict=True), 1)
    ]


def _sections(dice: Random) -> list[Values]:
    numbers = [f"{track}.{n}" for track in range(1, dice.randint(1, 3) + 1) for n in range(1, dice.randint(1, 3) + 1)]
    return [
        {"id": number, "title": f"Del {number}", "track": f"spar-{number[0]}", "basis": "kalla"} for number in numbers
    ]


def _tracks(sections: list[Values]) -> list[Values]:
    ids = dict.fromkeys(section["track"] for section in sections)
    return [{"id": id, "title": f"Spår {id[-1]}", "number": id[-1], "basis": "kalla"} for id in ids]


def _role(dice: Random, id: str, actions: list[Values]) -> Values:
    call = {"action": dice.choice(actions)["id"], "basis": "kalla"}
    reached: Values = {"reached_by": call} if dice.random() < 0.5 else {}
    return reached | {"id": id, "name": id.capitalize(), "tab": id, "summary": "Du är med", "intro": "Du är med."}


def _some(dice: Random, items: list[str], least: int, most: int) -> list[str]:
    return dice.sample(items, min(len(items), dice.randint(least, most)))


def _fewer(dice: Random, most: int) -> int:
    """From one to most, a small number more often than a large one."""
    return min(dice.randint(1, most), dice.randint(1, most))


def _others(roles: list[str], answering: list[str]) -> list[str]:
    return [role for role in roles if role not in answering]
