"""One role's card for a wallet: the numbers first, then the few steps that the data marks for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.model import wording
from routine.model.model import Routine
from routine.model.people import Role
from routine.pages.parts.parts import ASKED, standing_in
from routine.paper.sheets.checklist import ChecklistMatter, Function, Number

LINES = 2  # Lines to write a name and a number on.
UNMARKED = 3  # Steps of a role that has none marked for its card.
NUMBERS = 3
YOURS = "Du bestämmer:"


class WalletMatter(Struct, frozen=True):
    """The content of one role's card.

    `steps` are the words on its back, each with the part in bold."""

    title: str
    owner: str
    numbers: tuple[Number, ...]
    contacts: tuple[Function, ...]
    steps: tuple[tuple[str, str], ...]


def wallet(routine: Routine, role: Role, page: ChecklistMatter) -> WalletMatter:
    """Build the card of a role from its checklist."""
    every = [*(each for line in page.lines for each in line.reach), *page.contacts]
    called = {each.number: each for each in page.numbers}
    for each in every:
        called.setdefault(each.number, Number(each.number, each.name))
    called.pop("", None)
    steps = [*_marked(routine, role)] or [(line.text, line.strong) for line in page.lines if line.box][:UNMARKED]
    if decision := next((line for line in page.lines if line.columns and not line.text), None):
        question = routine.question(decision.step)
        asked = question.paper.text if question.paper else question.asked_of(role.id)
        steps.append((f"{YOURS} {asked} {decision.calm}".rstrip(), YOURS))
    steps[1:1] = [(f"{strong} {rest}", strong) for strong, rest, _ in page.first]
    return WalletMatter(
        f"Kort för plånboken, {wording.inside(role.name)}",
        role.name,
        tuple(called.values())[:NUMBERS],
        tuple(each for each in every if not each.number)[:LINES],
        tuple(steps),
    )


def _marked(routine: Routine, role: Role) -> Iterator[tuple[str, str]]:
    """Yield the steps that the data marks for a card, with their limits."""
    for action in routine.actions:
        if action.wallet and role.id in action.responsible:
            limit = f", {wording.limit(routine, action.within)}" if action.within else ""
            yield f"{action.wallet}{limit}.", action.wallet.partition(",")[0]
        for told in action.invited:
            if told.role == role.id and told.wallet:
                words = told.wallet
                if standing_in(action, told) == ASKED:
                    words = f"Om {wording.names(routine, action.responsible)} ber dig: {wording.inside(words)}"
                yield f"{words}.", told.wallet
