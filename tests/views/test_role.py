"""A role is told what it is asked, and by whom: a decision only where the data says what each answer leads to; and what
others do for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.built import Site, classes, find, main, parse, text
from routine.domain import wording
from routine.domain.easy import EasyStep
from routine.domain.model import Routine
from routine.domain.steps import ActionAfter, Participant, Proxy, Told, Within
from routine.html.render import render
from routine.loading.load import load
from routine.views import addresses as at
from routine.views.checklist import checklist
from routine.views.easy import easy
from routine.views.facts import Phrase
from routine.views.guide import guide
from routine.views.role import role_page
from tests.kit.bare import changed, of_all
from tests.kit.paths import OTHER_BODIES, REAL


@pytest.mark.site
def test_a_fact_that_is_asked_for_is_no_decision(every_site: Site) -> None:
    asked = 0
    for role in every_site.routine.roles:
        questions = [each for each in every_site.routine.questions if role.id in each.answered_by]
        heading = find(main(every_site.page(at.role(role.id))), "h2", id="_fragor")
        assert len(heading) == bool(questions)
        if questions:
            asked += 1
            decided = [len(each.means) == 2 for each in questions]
            mixed = "Du bestämmer och svarar" if any(decided) else "Det här svarar du på"
            assert text(heading[0]).startswith("Det här bestämmer du" if all(decided) else mixed)
    assert bool(asked) == bool(every_site.routine.questions)


@pytest.mark.site
def test_what_is_pressed_first_stands_before_what_any_word_means(every_site: Site) -> None:
    """So that it is found at the same height on each role's page."""
    seen = False
    for role in every_site.routine.roles:
        shown = [
            each.tag if each.tag == "dfn" else "press"
            for each in main(every_site.page(at.role(role.id))).iter()
            if each.tag == "dfn" or "rg-do" in classes(each)
        ]
        assert shown[0] == "press", role.id
        seen |= "dfn" in shown
    assert seen or len(every_site.routine.terms) < 2, "one of several words is explained on some role's page"


@pytest.mark.site
def test_who_answers_reads_on_her_page_what_each_answer_leads_to(small_site: Site) -> None:
    """As far as the data say it; who does not answer has it nowhere on hers."""
    questions = small_site.routine.questions
    assert any(meant.then for each in questions for meant in each.means)
    for role in small_site.routine.roles:
        page = text(main(small_site.page(at.role(role.id))))
        for question in questions:
            lines = [line for meant in question.means for line in (meant.text, *(then.text for then in meant.then))]
            shown = lines if role.id in question.answered_by else []
            assert [line for line in lines if line.rstrip(".") in page] == shown, role.id


@pytest.mark.parametrize(
    ("chosen", "role", "easy_page"),
    [
        ((0,), "Det här bestämmer du", "Du bestämmer"),
        ((2,), "Det här svarar du på", "Du svarar"),
        ((0, 2), "Du bestämmer och svarar", "Du bestämmer och svarar"),
    ],
)
def test_a_heading_says_what_is_done_with_all_that_stands_under_it(
    small: Routine, chosen: tuple[int, ...], role: str, easy_page: str
) -> None:
    """A choice among facts, or a fact among choices, is not called by the other's name."""
    reader = small.plain.role
    questions = tuple(
        changed(each, answered_by=(reader,) if at in chosen else each.answered_by)
        for at, each in enumerate(small.questions)
    )
    steps = (*small.plain.steps, *(EasyStep(step=each.id, lines=("Vad?",)) for each in questions))
    routine = changed(small, questions=questions, easy=changed(small.plain, steps=steps))
    pages = {"role": role_page(routine, reader), "easy": easy(routine)}
    heads = [find(parse(render(name, view, str)), "h2", id="_fragor") for name, view in pages.items()]
    count = f"{len(chosen)} {'fråga' if len(chosen) == 1 else 'frågor'}"
    assert text(heads[0][0]).endswith(f" {count}"), "a number alone does not say of what"
    assert [text(head).removesuffix(count).strip() for (head,) in heads] == [role, easy_page]


def test_one_answer_that_is_explained_makes_no_choice_of_a_fact(small: Routine) -> None:
    one = of_all(small, "questions", means=small.questions[0].means[:1])
    assert [each.decided for each in small.questions] == [True, False, False]
    assert not any(each.decided for each in one.questions)
    said = text(parse(render("role", role_page(one, "rektorn"), str)))
    assert "Det här svarar du på" in said
    assert "Det här bestämmer du" not in said


def test_what_hangs_on_the_readers_answer_is_said_to_them_where_the_data_can(small: Routine) -> None:
    """In the words that the condition has for who answers it, else in those that stand beside the action."""
    said = [deed.text for group in role_page(small, "rektorn").waiting for deed in group.deeds]
    assert "hyr fläktar, om din sal är fuktig" in said
    bare = of_all(small, "actions", conditions=tuple(changed(each, own=None) for each in small.actions[7].conditions))
    waiting = [deed.text for group in role_page(bare, "rektorn").waiting for deed in group.deeds]
    assert "hyr fläktar, om salen är fuktig" in waiting


def test_who_answers_and_does_what_hangs_on_it_is_told_so_wherever_she_reads_it(small: Routine) -> None:
    """On her page, her checklist, her card and her sheets; to others it is somebody else who answers."""
    routine = with_action(small, "hyr-flaktar", responsible=("rektorn", "vaktmastaren"), consulted=None)
    routine = of_all(routine, "actions", wallet=None)
    own, anyones = "om din sal är fuktig", "om salen är fuktig"

    def told(role: str) -> list[str]:
        cards = [card for part in role_page(routine, role).tracks for each in part.sections for card in each.cards]
        held = [phrase.text for card in cards for phrase in card.conditions]
        lines = [phrase.text for line in checklist(routine, role).lines for phrase in line.held]
        return [text for text in (*held, *lines) if text in (own, anyones)]

    assert told("rektorn") == [own] * 2
    assert told("vaktmastaren") == [anyones] * 2


def test_in_the_guide_it_is_hers_alone_where_nobody_shares_it(small: Routine) -> None:
    """The list is everybody's: it has both, for the script that knows who reads."""

    def own(*responsible: str) -> list[tuple[str, str]]:
        routine = with_action(small, "hyr-flaktar", responsible=responsible, consulted=None)
        tree = parse(f"<main>{render('guide', guide(routine), str)}</main>")
        (step,) = [item for item in find(tree, "li") if item.attrib.get("id") == "hyr-flaktar"]
        return [(each.attrib["data-own"], text(each)) for each in find(step, "span", data_own=None)]

    assert own("rektorn") == [("Om din sal är fuktig", "Om salen är fuktig")]
    assert own("vaktmastaren") == own("rektorn", "vaktmastaren") == []


def with_action(routine: Routine, id: str, **values: object) -> Routine:
    actions = (changed(each, **values) if each.id == id else each for each in routine.actions)
    return changed(routine, actions=tuple(actions))


def test_what_hangs_on_several_of_the_readers_steps_is_told_once_with_all_of_them(small: Routine) -> None:
    """And what holds several of the reader's up: not as if any of them were enough."""
    after = ActionAfter(action="flytta-klassen", text="efter flytten", basis="kalla")
    routine = with_action(small, "hyr-flaktar", after=(after,))
    waiting = [deed for group in role_page(routine, "rektorn").waiting for deed in group.deeds]
    assert [deed.text for deed in waiting if deed.action == "hyr-flaktar"] == [
        "hyr fläktar, om din sal är fuktig, efter flytten"
    ]
    assert [deed.reading for deed in waiting if deed.action == "hyr-flaktar"] == [True]
    # Two of the rector's wait for the fans: one by our reading, the other as the source says.
    sourced = changed(small.action("skriv-i-loggen").after[0], basis="kalla")
    mixed = with_action(
        with_action(small, "skriv-i-loggen", after=(sourced,)), "hyr-flaktar", responsible_basis="kalla"
    )
    waits = [deed.action for group in role_page(mixed, "rektorn").waits_for for deed in group.deeds]
    assert waits.count("hyr-flaktar") == 1


def test_what_somebody_does_for_the_reader_is_named_in_full_before_it_is_folded_out(small: Routine) -> None:
    """In the words of the easy page to whom it is for, else by the titles of all sections."""
    told = (
        Told(role="upptackaren", text="lagar det", basis="kalla"),
        Told(role="rektorn", text="lagar", basis="kalla"),
    )
    helped = {"stang-kranen": "7.1.1", "byt-roret": "7.1.2"}
    actions = tuple(changed(each, helps=told, participants=()) if each.id in helped else each for each in small.actions)
    steps = (*small.plain.steps, EasyStep(step="byt-roret", lines=("byter rör.",), topic="röret"))
    routine = changed(small, actions=actions, easy=changed(small.plain, steps=steps))
    (reader,), (other,) = (role_page(routine, id).deeds for id in ("upptackaren", "rektorn"))
    assert reader.about == Phrase("Vattnet och röret")
    assert other.about == Phrase("Larm · Lagning", reading=True)
    nobody = role_page(changed(routine, easy=None), "upptackaren").deeds
    assert [each.about for each in nobody] == [other.about]


def test_who_stands_in_is_told_all_who_may_ask(small: Routine) -> None:
    """Each who is responsible is named, not the first alone."""
    stands_in = Proxy(role="eleven", text="Säg till i någons ställe", basis="kalla")
    three = ("rektorn", "vaktmastaren", "va-ingenjoren")
    for owners, said in ((three[:1], "Om rektorn ber dig."), (three, "Om rektorn, vaktmästaren och VA-ingenjören ber")):
        action = changed(small.actions[0], responsible=owners, proxy=stands_in)
        routine = changed(small, actions=(action, *small.actions[1:]))
        assert said in text(parse(render("role", role_page(routine, "eleven"), str)))


def test_who_stands_in_is_told_the_limit_wherever_she_is_told_of_the_step(small: Routine) -> None:
    """It is hers to keep when she does it; who takes part is told by whoever is responsible."""
    limit = Within(count="2", unit="dagar", basis="kalla")
    (_, before) = (each for each in small.actions if each.proxy)
    beside = Participant(role="eleven", text="Följ med", basis="kalla")
    action = changed(before, within=limit, participants=(beside,))
    routine = changed(small, actions=tuple(action if each == before else each for each in small.actions))
    assert [each.role for each in action.invited] == ["vaktmastaren", "eleven"]
    said = wording.limit(routine, limit)
    for told in action.invited:
        stands_in = told == action.proxy
        page = next(each for each in role_page(routine, told.role).asked if each.told.text == told.text)
        sheet = next(each for each in checklist(routine, told.role).lines if each.id == action.id)
        assert (said in {each.text for each in page.told.conditions}) == stands_in
        assert (said in {each.text for each in sheet.held}) == stands_in


@pytest.mark.parametrize("data", [REAL, OTHER_BODIES["lager"]], ids=["ours", "lager"])
def test_what_is_folded_alone_stands_under_its_own_section_where_all_is_open(data: Path) -> None:
    """On paper it came after the section before, as if it belonged to it; what is shown in full begins its section."""
    routine, named = load(data), 0
    for role in routine.roles:
        view = role_page(routine, role.id)
        page = parse(render("role", view, str))
        every = list(page.iter())
        for heading in find(page, "p", "rg-of-section"):
            following = next(each for each in every[every.index(heading) :] if "rg-act" in classes(each))
            section = next(id for id, runs in view.folded.items() if runs and runs[0][0].id == following.get("id"))
            assert text(heading).startswith(routine.section(section).title)
            named += 1
        alone = [
            id
            for part in view.tracks
            for group in part.sections
            for id, runs in [(group.section.id, view.folded[group.section.id])]
            if view.sectioned and runs and len(runs[0]) == 1 and not {card.id for card in group.cards} & view.first
        ]
        assert len(find(page, "p", "rg-of-section")) == len(alone), role.id
    assert named


def test_what_one_may_be_asked_to_do_has_its_words_and_what_helps_meanwhile(small: Routine) -> None:
    """As on the checklist and in the guide: who is asked may have this page alone, on paper."""
    view = role_page(small, "eleven")
    page = parse(render("role", view, str))
    said = [line for item in view.asked for line in item.told.say]
    helps = [advice.words for item in view.asked for advice in item.meanwhile]
    assert said
    assert helps
    shown = [text(line).strip("”") for box in find(page, "div", "rg-say") for line in find(box, "p")]
    assert [line for line in shown if line in said] == said
    assert all(any(words in text(box) for box in find(page, "details", "rg-meanwhile")) for words in helps)


def test_a_role_is_called_in_by_what_is_done_to_it(small: Routine) -> None:
    """In the action's own words where the data has none to the role."""
    reached = role_page(small, "va-ingenjoren").reached
    by = small.role("va-ingenjoren").reached_by
    assert reached
    assert by
    assert reached.text == by.text
    roles = tuple(changed(each, reached_by=by and changed(by, text=None)) for each in small.roles)
    plain = role_page(changed(small, roles=roles), "va-ingenjoren").reached
    assert plain
    assert plain.text == small.action("stang-kranen").others


def test_who_is_consulted_is_not_told_of_herself_by_name(small: Routine) -> None:
    found = {
        role: [deed.text for group in role_page(small, role).consulted for deed in group.deeds]
        for role in ("va-ingenjoren", "vaktmastaren")
    }
    assert found["va-ingenjoren"] == [
        "byter röret, i samråd med dig och rektorn",
        "gör ett återbesök i salen, i samråd med dig och/eller vaktmästaren",
    ]
    assert found["vaktmastaren"] == ["gör ett återbesök i salen, i samråd med dig och/eller VA-ingenjören"]


def test_who_may_tell_an_answer_waits_for_it_in_words_to_her(small: Routine) -> None:
    waits = [deed.text for group in role_page(small, "va-ingenjoren").waits_for for deed in group.deeds]
    assert "svarar på frågan ”Rinner det fortfarande vatten?”" in waits


def test_who_is_chosen_does_not_take_part_by_that_and_who_chooses_is_told_so(small: Routine) -> None:
    roles = {"upptackaren": "Du väljer.", "va-ingenjoren": "", "eleven": "Du deltar."}
    told = tuple(Participant(role=role, text="Se på", basis="kalla") for role in roles)
    action = changed(small.action("gor-aterbesok"), participants=told)
    routine = changed(small, actions=tuple(action if each.id == action.id else each for each in small.actions))
    for role, said in roles.items():
        page = role_page(routine, role)
        assert [each.part for each in page.asked if each.told.text == "Se på"] == [said]
        shown = text(parse(render("role", page, str)))
        assert ("Du väljer" in shown) == (role == "upptackaren")


def test_what_the_source_does_not_say_of_a_part_is_put_to_the_reader(small: Routine) -> None:
    """To the one that the short question is written to, and to nobody else."""
    told = tuple(Participant(role=role, text="Se på", basis="kalla") for role in ("upptackaren", "eleven"))
    action = changed(small.action("stang-kranen"), participants=told, open_questions=("vem-tittar",))
    routine = changed(small, actions=tuple(action if each.id == action.id else each for each in small.actions))
    pages = {role: text(parse(render("role", role_page(routine, role), str))) for role in ("upptackaren", "eleven")}
    assert "Öppen fråga: Vem berättar på helgen?" in pages["upptackaren"]
    assert "Vem berättar på helgen?" not in pages["eleven"]
