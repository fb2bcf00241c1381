"""One role's card for a wallet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from routine.model import wording
from routine.model.fields import Basis
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Question
from routine.model.wording import ours
from routine.pages.parts.facts import hanging
from routine.pages.parts.parts import ASKED, standing_in
from routine.paper.sheets.checklist import ChecklistMatter
from routine.paper.sheets.common import MARKED, PART, Function, Number

TOLD = "Skriv ut i verklig storlek på båda sidor, vänd längs långsidan. Klipp längs märkena."
LINES = 2  # Most lines to write a name and a number on,
CONTACTS = 3  # and most contacts in all.
FIRST_STEPS = 3  # Most steps of a role that has none marked for its card.
# A line of the card, and its action if the role itself is responsible for that.
Line = tuple[str, Action | None]


class WalletMatter(Struct, frozen=True):
    """The content of one role's card for a wallet.

    The numbers and contacts stand on the front, some of the role's steps on the back. `asked` are the role's
    decisions, and `known` the lines that only tell of somebody else's steps. `part` says that there is more to do, or
    is empty; `ours` explains the mark of an interpretation, where a line has one; `told` tells how to print the
    paper.
    """

    title: str
    front: str
    owner: str
    numbers: tuple[Number, ...]
    contacts: tuple[Function, ...]
    steps: tuple[str, ...]
    asked: tuple[str, ...]
    known: tuple[str, ...]
    part: str
    ours: str
    told: str = TOLD

    @property
    def lines(self) -> tuple[str, ...]:
        """Return all lines of its back."""
        return (*self.steps, *self.asked, *self.known)


def wallet(routine: Routine, role: Role, page: ChecklistMatter) -> WalletMatter:
    """Build the card of a role.

    It has the steps that the data marks for it, the role's own and those that it may be asked to help with, and the
    role's decisions. A role with none marked gets its first steps, so that no card is blank.
    """
    chosen = [(action, action.wallet) for action in routine.actions if action.wallet]
    own = (_does(routine, action, text) for action, text in chosen if role.id in action.responsible)
    told = (line for action, _ in chosen if page.lead for line in _told(routine, action, role))
    marked = (*own, *told)
    asked = tuple(_decisions(routine, role)) if marked else ()
    lines = marked or tuple(islice(_unmarked(routine, role), FIRST_STEPS))
    steps = tuple(text for text, _ in lines)
    explained = MARKED if any(wording.READING in step for step in (*steps, *asked)) else ""
    title = f"Kort för plånboken, {wording.inside(role.name)}"
    told_of = tuple(step for step in steps if wording.of_another(routine, step))
    deeds = tuple(step for step in steps if step not in told_of)
    known = (*told_of, *_consulted(routine, role))
    contacts = tuple(_kept(page.contacts if role.reach else _needed_first(page.contacts, lines), page.numbers))
    part = PART if len(deeds) + len(asked) + len(known) < _all(page) else ""
    return WalletMatter(title, "Kort", role.name, page.numbers, contacts, deeds, asked, known, part, explained)


def _all(page: ChecklistMatter) -> int:
    """Count the lines that a card of everything would have.

    A question that another role answers is not counted: it is told with the steps that depend on it.
    """
    return sum(not row.heard for group in page.groups for row in group.rows)


def _consulted(routine: Routine, role: Role) -> Iterator[str]:
    """Yield what the role is consulted about, where marked for a card."""
    for action in routine.actions:
        asked = action.consulted
        if asked and asked.wallet and role.id in asked.roles:
            yield wording.marked(asked.wallet, ours(asked.basis))


def _decisions(routine: Routine, role: Role) -> Iterator[str]:
    """Yield the questions that the role decides.

    The data says what each answer leads to: that makes the question a choice, and the role alone answers it.
    """
    for question in routine.questions:
        if question.means and question.answered_by == (role.id,):
            yield _asked(question)


def _unmarked(routine: Routine, role: Role) -> Iterator[Line]:
    """Yield the lines of a role that has no step marked for a card.

    First stands what it does or may be asked to do, and then what it answers, each in the routine's order. A step
    that depends on an answer is no first step. It stands there, with its condition, only if there are no other steps:
    after the role's own questions that it depends on.
    """
    deeds = [*_deeds(routine, role)]
    questions = [question for question in routine.questions if role.id in question.answered_by]
    sure = [line for action, line in deeds if not action.conditions]
    hung = () if sure else {condition.question for action, _ in deeds for condition in action.conditions}
    yield from ((_asked(question), None) for question in questions if question.id in hung)
    yield from sure or (_if(routine, role, *deed) for deed in deeds)
    yield from ((_asked(question), None) for question in questions if question.id not in hung)


def _asked(question: Question) -> str:
    return wording.marked(question.own or question.text, ours(question.basis))


def _deeds(routine: Routine, role: Role) -> Iterator[tuple[Action, Line]]:
    for action in routine.actions:
        if role.id in action.responsible:
            yield action, _does(routine, action, action.text)
        yield from ((action, line) for line in _told(routine, action, role))


def _if(routine: Routine, role: Role, action: Action, line: Line) -> Line:
    """Return a line with the conditions that its action depends on."""
    text, own = line
    return ", ".join((text, *(phrase.text for phrase in hanging(routine, action, role.id)))), own


def _does(routine: Routine, action: Action, text: str) -> Line:
    """Return the line of an action that the role is responsible for.

    `text` is followed by the limit, which no card leaves out.
    """
    limited = f"{text}, {wording.limit(routine, action.within)}" if action.within else text
    return wording.marked(limited, any(map(ours, _bases(action)))), action


def _told(routine: Routine, action: Action, role: Role) -> Iterator[Line]:
    """Yield the lines of what the role may be asked to help with.

    A delegate acts when the responsible role asks, and only then, unless the data lets the delegate act unasked.
    """
    for line in action.invited:
        if line.role == role.id:
            only = standing_in(action, line) == ASKED
            asked = f"Om {wording.names(routine, action.responsible)} ber dig: " if only else ""
            text = f"{asked}{wording.inside(line.text)}" if asked else line.text
            yield wording.marked(text, ours(line.basis)), None


def _bases(action: Action) -> Iterator[Basis]:
    """Yield the basis of an action's responsible role, conditions and limit."""
    yield action.responsible_basis
    yield from (condition.basis for condition in action.conditions)
    if action.within:
        yield action.within.basis


def _needed_first(contacts: Iterable[Function], lines: Iterable[Line]) -> list[Function]:
    """Sort the contacts in the order in which the card's steps need them.

    Used where the data does not choose. A step needs the roles that it tells or asks.
    """
    actions = [action for _, action in lines if action]
    needed = [role for action in actions for role in _reached(action)]
    return sorted(
        contacts, key=lambda each: next((i for i, role in enumerate(needed) if role in each.ids), len(needed))
    )


def _reached(action: Action) -> Iterator[str]:
    """Yield the roles that whoever does the action speaks with."""
    yield from (told.role for told in action.informs)
    yield from (told.role for told in action.tells if told.role)
    yield from action.consulted.roles if action.consulted else ()


def _kept(reachable: Iterable[Function], numbers: Iterable[Number]) -> Iterator[Function]:
    """Yield the first contacts that fit.

    A number takes less room than a line to write on, and none if it already stands above.
    """
    above = {each.number for each in numbers}
    contacts = [each for each in reachable if each.number not in above]
    chosen = [each for each in contacts if not each.number][:LINES]
    yield from [each for each in contacts if each.number or each in chosen][:CONTACTS]
