"""After a decision no text says what was before, or the check names it: a table of changes to our routine."""

from __future__ import annotations

from typing import Any

from routine.check import rules
from routine.check.load import load_adopted
from routine.check.rules.core import place_of
from routine.check.rules.left import since
from routine.model.about import Revision
from routine.model.beside import Overruled
from routine.model.model import Routine
from routine.model.steps import Action, Within
from tests.kit.outline import kept
from tests.kit.paths import GOLDEN, REAL

ADOPTED = load_adopted(REAL, REAL.name)
DAY = "2026-11-26"
TEN: dict[str, Any] = {"count": "10", "unit": "dagar"}
Wanted = tuple[dict[str, Any], tuple[Action, ...]]  # A change of a row, and the actions that follow it.


def decided(routine: Routine, wanted: Wanted) -> Routine:
    """Enter a decision as the check asks for it: the entry, and the action that follows it."""
    decision = {"body": "Kommunstyrelsen", "date": DAY, "reference": "§ 12", "changes": [wanted[0]]}
    entry = Revision.model_validate({"edition": "2", "date": DAY, "summary": "Nytt.", "decision": decision})
    # The easy page names steps by id, so that an action that is gone is told there first.
    easy = routine.easy if len(wanted[1]) == len(routine.actions) else None
    return routine.model_copy(update={"revisions": (entry, *routine.revisions), "actions": wanted[1], "easy": easy})


def wishes(routine: Routine) -> dict[str, Wanted]:
    """Give each wanted change: a new owner of every row, each row gone, each limit moved and gone."""
    found: dict[str, Wanted] = {}
    for i, action in enumerate(routine.actions):
        row, others = str(action.row), (routine.actions[:i], routine.actions[i + 1 :])
        new = next(role.id for role in reversed(routine.roles) if not action.part_of(role.id))
        ways: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
            (f"{new} ansvarar", {"responsible": [new]}, {"responsible": (new,)})
        ]
        if action.within:
            ways.append(("tio dagar", {"within": TEN}, {"within": Within.model_validate(TEN | {"basis": "kalla"})}))
            ways.append(("ingen gräns", {"removed": ["within"]}, {"within": None}))
        for name, change, update in ways:
            changed = action.model_copy(update=update)
            found[f"{action.id}: {name}"] = {"row": row, **change}, (*others[0], changed, *others[1])
        found[f"{action.id}: borta"] = {"row": row, "row_is": "borttagen"}, (*others[0], *others[1])
    return found


def test_each_text_that_still_says_what_was_is_named(real: Routine) -> None:
    lines, wanted = list[str](), wishes(real)
    for name, wish in wanted.items():
        new = decided(real, wish)
        found = [each for each in rules.check(new, ADOPTED) if each.code in ("R108", "R109")]
        told = sorted({f"  {each.code} {place_of(new, each.path)}: {each.values['said']}" for each in found})
        lines += [name, *told]
    assert len(wanted) >= 40
    kept(GOLDEN, "left.txt", "\n".join(lines))


def test_an_exception_lets_one_text_stand_and_two_versions_tell_the_same_texts(real: Routine) -> None:
    wish = next(wish for name, wish in wishes(real).items() if name.startswith("polisanmal"))
    new = decided(real, wish)
    left = [each.path for each in rules.check(new, ADOPTED) if each.code == "R109"]
    assert len(left) >= 5
    assert [each.path for each in since(real, new)] == left
    values = {"code": "R109", "where": place_of(new, left[0]), "reason": "Vi har talat om det."}
    excepted = new.model_copy(update={"exceptions": (Overruled.model_validate(values),)})
    assert [each.path for each in rules.check(excepted, ADOPTED) if each.code == "R109"] == left[1:]
    assert "R077" not in [each.code for each in rules.check(excepted)], "nothing is known without the document"


def test_a_step_the_reader_never_sees_and_a_role_nobody_reaches_are_advised_of(real: Routine) -> None:
    last = real.actions[-1].model_copy(update={"helps": ()})
    lonely = real.roles[0].model_copy(update={"id": "hr", "starts": None, "reached_by": None})
    new = real.model_copy(update={"actions": (*real.actions[:-1], last), "roles": (*real.roles, lonely)})
    found = [(each.code, each.path) for each in rules.advise(new) if each.code in ("V024", "V025")]
    assert found == [("V024", ("actions", len(real.actions) - 1)), ("V025", ("roles", len(real.roles)))]
