"""What stands on the card of a role that has no step marked for it."""

from __future__ import annotations

from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.steps import ActionCondition, Participant, Proxy
from routine.print.sheets import printed
from routine.print.sheets.wallet import FIRST_STEPS, WalletMatter
from tests.kit.bare import changed, of_all


def steps(routine: Routine, role: str) -> tuple[str, ...]:
    cards = [sheet.matter for sheet in printed(routine) if isinstance(sheet.matter, WalletMatter)]
    return next(card.steps for card in cards if card.owner == routine.role(role).name)


def held(routine: Routine, *ids: str) -> Routine:
    """With no step marked, and these alone hang on an answer."""
    asked = ActionCondition(question="rinner-det", answer="ja", text="om det rinner", basis="kalla")
    bare = of_all(routine, "actions", wallet=None, conditions=(), opens=None, responsible_basis="kalla")
    actions = (changed(action, conditions=(asked,)) if action.id in ids else action for action in bare.actions)
    return changed(bare, actions=tuple(actions))


def test_what_hangs_on_an_answer_is_no_first_step(small: Routine) -> None:
    own = [action for action in small.actions if "rektorn" in action.responsible]
    assert len(own) > 1
    shown = steps(held(small, own[0].id), "rektorn")
    assert not any(own[0].text in step for step in shown)
    assert any(own[1].text in step for step in shown)


def test_where_all_of_it_does_the_card_says_what_it_hangs_on(small: Routine) -> None:
    shown = steps(held(small, *(action.id for action in small.actions)), "rektorn")
    assert len(shown) == FIRST_STEPS
    assert shown[0].endswith(", om det rinner")


def asked(line: Participant) -> str:
    """In the headmaster's stead the caretaker moves the class when asked to."""
    return f"Om rektorn ber dig: {wording.inside(line.text)}" if isinstance(line, Proxy) else line.text


def test_who_stands_in_for_somebody_does_it_only_when_asked(small: Routine) -> None:
    """The card is all that she has: nobody else has told her that it is not hers to do of her own accord."""
    for routine in (small, held(small)):
        (step,) = [each for each in steps(routine, "eleven") if "rektorn om läckan" in each or "säg till" in each]
        assert step.startswith("Om upptäckaren ber dig: säg till rektorn i upptäckarens ställe")


def test_what_a_role_decides_alone_is_on_its_card_with_its_marked_steps(small: Routine) -> None:
    """Where it shares the answer, or nothing is said of what that leads to, it is no choice of its own."""

    def asked(routine: Routine) -> tuple[str, ...]:
        cards = [sheet.matter for sheet in printed(routine) if isinstance(sheet.matter, WalletMatter)]
        return next(card.asked for card in cards if card.owner == routine.role("rektorn").name)

    question = small.questions[0]
    assert (question.means, question.answered_by) == (question.means, ("vaktmastaren", "rektorn"))
    assert asked(small) == ()
    own = changed(question, answered_by=("rektorn",))
    assert asked(changed(small, questions=(own, *small.questions[1:]))) == (question.text,)
    assert asked(changed(small, questions=(changed(own, means=()), *small.questions[1:]))) == ()
    assert asked(changed(held(small), questions=(own, *small.questions[1:]))) == (), "it is among its first steps"


def test_what_only_tells_of_another_has_no_box(small: Routine) -> None:
    told = small.action("stang-kranen").participants[0]
    text = "Vaktmästaren kan be dig visa vägen"
    actions = tuple(
        changed(each, participants=(changed(told, text=text),)) if each.id == "stang-kranen" else each
        for each in small.actions
    )
    card = next(
        sheet.matter
        for sheet in printed(changed(small, actions=actions))
        if isinstance(sheet.matter, WalletMatter) and sheet.matter.owner == small.role("eleven").name
    )
    assert card.known == (text,)
    assert text not in card.steps


def test_its_own_steps_and_those_it_may_be_asked_for_stand_in_the_routines_order(small: Routine) -> None:
    """A caretaker may be asked to move the class, before anything of his own that comes later."""
    routine = held(small)
    order = [
        text
        for action in routine.actions
        for text in (
            *([action.text] if "vaktmastaren" in action.responsible else []),
            *(asked(line) for line in action.asked if line.role == "vaktmastaren"),
        )
    ]
    shown = steps(routine, "vaktmastaren")
    assert [step.partition(" ≈")[0] for step in shown] == order[: len(shown)]


def test_who_is_consulted_has_it_on_her_card_without_a_box(small: Routine) -> None:
    """Where that is marked for it, and on no other's."""
    cards = {sheet.matter.owner: sheet.matter for sheet in printed(small) if isinstance(sheet.matter, WalletMatter)}
    text = "Rådgör med rektorn om salen"
    assert {owner for owner, card in cards.items() if text in card.known} == {"VA-ingenjören", "Vaktmästaren"}
    assert not any(text in card.steps for card in cards.values())
