"""What hangs on what, as chains: the table says where each kind of condition and wait leaves the steps."""

from __future__ import annotations

import pytest

from routine.flow.chains import Box, Chains, chains
from routine.model.graph import build
from routine.model.model import Routine
from tests.kit.random_routines import HEADING, Values, random_routine

SOURCE: Values = {"text": "så", "basis": "kalla"}
OURS: Values = SOURCE | {"basis": "tolkning"}
YES, NO = ({"question": "x", "answer": answer} | SOURCE for answer in ("ja", "nej"))
GROUP = {"id": "g", "basis": "kalla"}


def placed(found: Chains) -> str:
    """As `a | x ja[b, c] sedan*[d]`: what can be done at once, then the chains; a reading has a star."""
    return " | ".join((" ".join(step.id for step in found.direct), *map(_box, found.heads)))


def _box(box: Box) -> str:
    names = "+".join(step.id for step in box.steps)
    arrows = ((each.arrow, _box(each)) for each in box.next)
    return " ".join((names, *(f"{it.word}{'*' * it.reading}[{said}]" for it, said in arrows if it)))


def of(routine: Routine) -> Chains:
    graph = build(routine)
    return chains(routine, graph, {step.id for step in graph.steps()})


def routine(actions: dict[str, Values], question: Values) -> Routine:
    """A routine of one section with these actions and a question x."""
    role = {"id": "r", "name": "Rollen", "tab": "Rollen", "summary": "Du gör", "intro": "Du gör."}
    step = {"section": "1", "responsible": ["r"], "text": "Gör", "others": "gör"}
    values = HEADING | {
        "roles": [role],
        "sections": [{"id": "1", "title": "Del", "basis": "kalla"}],
        "questions": [{"id": "x", "text": "X?", "answered_by": ["r"], "basis": "kalla"} | question],
        "actions": [step | {"id": id} | more for id, more in actions.items()],
    }
    return Routine.model_validate(values)


AFTER = {"after": [{"action": "a"} | SOURCE]}
WITHIN = {"count": "2", "unit": "dagar", "basis": "tolkning"}
CASES: dict[str, tuple[dict[str, Values], Values, str]] = {
    "nothing hangs": ({"a": {}, "b": {"opens": "kalla"}}, {}, "a b"),
    "a condition": ({"a": {}, "b": {"conditions": [YES]}}, {}, "a | x ja[b]"),
    "both answers": ({"a": {"conditions": [YES]}, "b": {"conditions": [NO]}}, {}, " | x ja[a] nej[b]"),
    "a condition of ours": ({"b": {"conditions": [YES | OURS]}}, {}, " | x ja*[b]"),
    "a wait": ({"a": {}, "b": AFTER}, {}, " | a sedan[b]"),
    "two waits for one": ({"a": {}, "b": AFTER, "c": AFTER}, {}, " | a sedan[b] sedan[c]"),
    "a question that waits": ({"a": {}, "b": {"conditions": [YES]}}, AFTER, " | a sedan[x ja[b]]"),
    "a limit from another": ({"a": {}, "b": {"within": WITHIN | {"after": "a"}}}, {}, " | a inom två dagar*[b]"),
    "a limit from the event": ({"a": {}, "b": {"within": WITHIN}}, {}, "a b"),
    "two causes": ({"a": {}, "b": {"conditions": [YES]} | AFTER}, AFTER, " | a sedan[x ja[b]]"),
    "a contact": (
        {"a": {"conditions": [YES], "group": GROUP}, "b": {"conditions": [YES | OURS], "group": GROUP}},
        {},
        " | x ja[a+b]",
    ),
    "a contact that another waits for": (
        {"a": {"conditions": [YES], "group": GROUP}, "b": {"conditions": [YES], "group": GROUP}, "c": AFTER},
        {},
        " | x ja[a sedan[c]] ja[b]",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_step_stands_after_what_it_hangs_on(case: str) -> None:
    actions, question, wanted = CASES[case]
    assert placed(of(routine(actions, question))) == wanted


def test_every_step_of_any_routine_stands_in_one_box() -> None:
    for seed in range(100):
        routine = random_routine(seed)
        found = of(routine)
        todo = [*found.heads]
        seen = [step.id for step in found.direct]
        while todo:
            box = todo.pop()
            seen += [step.id for step in box.steps]
            todo += box.next
        assert sorted(seen) == sorted(step.id for step in build(routine).steps()), seed
