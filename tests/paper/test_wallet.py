"""What stands on a card, of a role that has no step marked for it too."""

from __future__ import annotations

from routine.check.load import load
from routine.model import wording
from routine.model.model import Routine
from routine.model.steps import ActionCondition, Consulted
from routine.paper.sheets import printed
from routine.paper.sheets.common import PART
from routine.paper.sheets.wallet import FIRST_STEPS, WalletMatter
from tests.kit.bare import changed, of_all, standing_in
from tests.kit.paths import REAL


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
    assert not any(step.startswith(own[0].text) for step in shown)
    assert any(step.startswith(own[1].text) for step in shown)


def test_where_all_of_it_does_the_card_says_what_it_hangs_on(small: Routine) -> None:
    shown = steps(held(small, *(action.id for action in small.actions)), "rektorn")
    assert len(shown) == FIRST_STEPS
    assert shown[0] == small.question("rinner-det").text
    assert all(step.endswith(", om det rinner") for step in shown[1:])


def test_a_limit_stands_with_its_step_whether_that_is_marked_or_not(small: Routine) -> None:
    limited = next(action for action in small.actions if action.within and not action.within.after)
    assert limited.within
    owner = limited.responsible[0]
    for short, basis in (("Kort sagt", "kalla"), (None, "tolkning")):
        within = changed(limited.within, basis=basis)
        own = changed(limited, wallet=short, within=within, conditions=(), responsible_basis="kalla")
        bare = of_all(small, "actions", wallet=None, responsible=("eleven",), participants=(), proxy=None)
        others = (each for each in bare.actions if each.id != own.id)
        shown = steps(changed(bare, actions=(own, *others)), owner)
        assert wording.marked(f"{short or limited.text}, {limited.within.text}", basis == "tolkning") in shown


def test_who_stands_in_for_somebody_does_it_only_when_asked(small: Routine) -> None:
    """The card is all that she has: nobody else has told her that it is not hers to do of her own accord."""
    for routine in (small, held(small)):
        (step,) = [each for each in steps(routine, "eleven") if "rektorn om läckan" in each or "säg till" in each]
        assert step.startswith("Om upptäckaren ber dig: säg till rektorn i upptäckarens ställe")
        free = standing_in(routine, "sag-till", unasked="ja")
        assert any(each.startswith("Säg till rektorn i upptäckarens ställe") for each in steps(free, "eleven"))


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


def test_whom_its_steps_tell_or_ask_stand_on_it_before_others(small: Routine) -> None:
    """Where the data does not say whom the role reaches: there is room for three."""

    def called(routine: Routine) -> list[str]:
        cards = [sheet.matter for sheet in printed(routine) if isinstance(sheet.matter, WalletMatter)]
        card = next(card for card in cards if card.owner == routine.role("eleven").name)
        return [each.function for each in card.contacts]

    someone = changed(small.contacts[0], role=None, number="010-555 02 00", label=None)
    others = [changed(someone, id=f"k-{i}", function=f"Växel {i}") for i in range(3)]
    own = [changed(someone, id=f"k-{id}", function=small.role(id).name, role=id) for id in ("rektorn", "vaktmastaren")]
    told = changed(small.actions[0].informs[0], role="vaktmastaren")
    asked = Consulted(mode="alla", roles=("rektorn",), basis="kalla")
    step = changed(
        small.actions[0], responsible=("eleven",), informs=(told,), consulted=asked, wallet="Ring", call=None
    )
    bare = of_all(of_all(small, "actions", wallet=None, call=None), "roles", reach=())
    routine = changed(bare, contacts=(*others, *own), actions=(step, *bare.actions[1:]))
    assert called(routine) == ["Vaktmästaren", "Rektorn", "Växel 0"]
    chosen = of_all(routine, "roles", reach=("k-0", "k-1", "k-2"))
    assert called(chosen) == ["Växel 0", "Växel 1", "Växel 2"]
    unmarked = changed(routine, actions=(changed(step, wallet=None), *bare.actions[1:]))
    assert called(unmarked) == ["Vaktmästaren", "Rektorn", "Växel 0"]


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


def test_who_is_consulted_has_it_on_her_card_without_a_box(small: Routine) -> None:
    """Where that is marked for it, and on no other's."""
    cards = {sheet.matter.owner: sheet.matter for sheet in printed(small) if isinstance(sheet.matter, WalletMatter)}
    text = "Rådgör med rektorn om salen"
    assert {owner for owner, card in cards.items() if text in card.known} == {"VA-ingenjören", "Vaktmästaren"}
    assert not any(text in card.steps for card in cards.values())


def test_a_card_with_some_of_what_is_to_be_done_says_that_and_no_other(small: Routine) -> None:
    """What another answers is not hers to do, and is missed on no card."""
    some = whole = 0
    for routine in (small, load(REAL)):
        for card in (sheet.matter for sheet in printed(routine) if isinstance(sheet.matter, WalletMatter)):
            (role,) = [role.id for role in routine.roles if role.name == card.owner]
            owns = [action for action in routine.actions if role in action.responsible]
            if not all(action.wallet for action in owns):
                assert card.part == PART, card.owner
                some += 1
            elif owns and not any(role in question.answered_by for question in routine.questions):
                assert card.part == "", card.owner
                whole += 1
    assert some
    assert whole > 1
