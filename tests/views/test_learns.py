"""Who learns what: who is told and by whom, what the reader decides, the conditions, and where the source is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from audit.built import Site, find, main, one, parse, text
from routine.domain.model import Routine
from routine.domain.steps import Receiver
from routine.html.render import render
from routine.views import addresses as at
from routine.views.facts import Phrase
from routine.views.learns import Heard, Learner, Tag, learns
from tests.kit.bare import changed, of_all, standing_in

MARK = "≈ tolkning"


def every(receivers: tuple[Learner, ...]) -> Iterator[Learner]:
    """Those at the root and those under them."""
    for receiver in receivers:
        yield receiver
        yield from every(receiver.under)


def items(routine: Routine) -> dict[tuple[str, str], tuple[Heard, ...]]:
    """Who is told what, by the heading that it stands under and the receiver's name."""
    return {(teller.name, one.name): one.items for teller in learns(routine).tellers for one in every(teller.receivers)}


def tags(routine: Routine, kind: str) -> dict[tuple[str, str], list[str]]:
    """The tags of a kind, by whom they stand beside. A reading has its mark."""
    return {
        who: [
            f"{tag.text}{f' {MARK}' if tag.reading else ''}" for item in found for tag in item.tags if tag.kind == kind
        ]
        for who, found in items(routine).items()
    }


def answered_by(routine: Routine, *roles: str) -> Routine:
    """With other roles that answer whether it still runs."""
    (first, *rest) = routine.questions
    return routine.model_copy(update={"questions": (first.model_copy(update={"answered_by": roles}), *rest)})


OWN, BOTH = "Du som ser läckan", "Rektorn och vaktmästaren"


def test_each_one_is_told_under_those_who_tell(small: Routine) -> None:
    said = {who: [phrase.text for item in found for phrase in item.words] for who, found in items(small).items()}
    assert said == {
        (OWN, "Rektorn"): ["Säg till rektorn om läckan."],
        (OWN, "Klassen"): ["får veta att fläktarna väsnas."],
        (OWN, "VA-ingenjören"): ["får titta på salen."],
        ("Vaktmästaren", "VA-ingenjören"): ["får veta att kranen är stängd."],
        (BOTH, "Hemmen"): ["får veta att salen är stängd, till exempel vårdnadshavare och grannar."],
        (BOTH, "VA-ingenjören"): ["får veta svaret på frågan ”Rinner det fortfarande vatten?”."],
    }


def test_without_words_of_its_own_the_deed_says_it_as_the_reader_is_helped_by_it(small: Routine) -> None:
    (first, second, *rest) = small.actions
    bare = second.model_copy(update={"informs": (second.informs[0].model_copy(update={"what": None}),)})
    for helps, said in ((bare.helps, "stänger vattnet som du har sett"), ((), bare.others)):
        actions = (first, bare.model_copy(update={"helps": helps}), *rest)
        (item,) = items(small.model_copy(update={"actions": actions}))["Vaktmästaren", "VA-ingenjören"]
        assert [phrase.text for phrase in item.words] == [f"Vaktmästaren {said}."]


def test_what_the_reader_decides_is_told(small: Routine) -> None:
    """Who speaks for them, who it is that is told, and their own answers."""
    assert {who: found for who, found in tags(small, "yours").items() if found} == {
        (OWN, "Rektorn"): ["Du bestämmer: själv eller genom eleven"],
        (OWN, "VA-ingenjören"): ["Du bestämmer vem"],
    }
    alone = tags(answered_by(small, "upptackaren"), "yours")
    assert alone[OWN, "VA-ingenjören"] == ["Du bestämmer"]
    together = tags(answered_by(small, "rektorn", "upptackaren"), "yours")
    assert together["Du och rektorn", "VA-ingenjören"] == ["Du bestämmer med rektorn"]


def test_who_may_tell_it_unasked_is_no_choice_of_the_readers(small: Routine) -> None:
    """It was said to be the reader's to decide, also where anybody may tell."""
    routine = standing_in(small, "sag-till", unasked="ja")
    assert (OWN, "Rektorn") not in {who for who, found in tags(routine, "yours").items() if found}
    (item,) = items(routine)[OWN, "Rektorn"]
    assert item.words[-1] == Phrase("Eleven kan göra det i stället.")


def test_a_reading_of_who_is_told_or_of_who_is_responsible_for_it_is_marked(small: Routine) -> None:
    def marked(routine: Routine) -> set[str]:
        return {
            phrase.text
            for found in items(routine).values()
            for item in found
            for phrase in item.words
            if phrase.reading
        }

    ours = {
        "får veta att fläktarna väsnas.",
        "får veta att kranen är stängd.",
        "får veta svaret på frågan ”Rinner det fortfarande vatten?”.",
    }
    assert marked(small) == ours
    owners = {"responsible_basis": "tolkning"}
    actions = tuple(action.model_copy(update=owners if action.row == 7 else {}) for action in small.actions)
    hemmen = "får veta att salen är stängd, till exempel vårdnadshavare och grannar."
    assert marked(small.model_copy(update={"actions": actions})) == ours | {hemmen}


def test_what_somebody_else_chooses_is_not_given_to_the_reader(small: Routine) -> None:
    other = small.model_copy(update={"easy": small.plain.model_copy(update={"role": "rektorn"})})
    assert tags(other, "yours")["Du", "VA-ingenjören"] == []
    assert tags(other, "if")["Du", "VA-ingenjören"][0] == "Upptäckaren väljer vem"


def hanging(small: Routine, *roles: str, own: str | None = None) -> Routine:
    """The homes are told only if it runs, which these roles answer."""
    (runs,) = small.actions[2].conditions
    on = (runs.model_copy(update={"own": own}),)
    changed = [
        action.model_copy(update={"conditions": on, "within": None}) if action.row == 7 else action
        for action in small.actions
    ]
    return (answered_by(small, *roles) if roles else small).model_copy(update={"actions": tuple(changed)})


def unexplained(routine: Routine) -> Routine:
    """Nothing says what an answer means: a fact is asked for."""
    questions = tuple(question.model_copy(update={"means": ()}) for question in routine.questions)
    return routine.model_copy(update={"questions": questions})


def test_a_condition_that_is_the_readers_answer_says_so_and_does_not_give_them_the_rest(small: Routine) -> None:
    assert tags(hanging(small), "if")[BOTH, "Hemmen"] == ["Om det rinner"]
    asked = unexplained(hanging(small, "upptackaren", "rektorn"))
    assert tags(asked, "answer")[BOTH, "Hemmen"] == ["Du och rektorn svarar"]
    three = unexplained(hanging(small, "upptackaren", "rektorn", "eleven"))
    assert tags(three, "answer")[BOTH, "Hemmen"] == ["Du, rektorn och eleven svarar"]
    assert tags(asked, "yours")[BOTH, "Hemmen"] == []


def test_a_condition_that_the_reader_decides_says_that_and_is_said_to_them(small: Routine) -> None:
    """Where the data says what each answer means it is a choice; in words of its own to who makes it, if it has any."""
    decided = hanging(small, "upptackaren", "rektorn")
    assert tags(decided, "yours")[BOTH, "Hemmen"] == ["Du och rektorn bestämmer"]
    assert tags(decided, "answer")[BOTH, "Hemmen"] == []
    assert tags(decided, "if")[BOTH, "Hemmen"] == ["Om det rinner"]
    own = {"own": "om du har sagt att det rinner"}
    assert tags(hanging(small, "upptackaren", **own), "if")[BOTH, "Hemmen"] == ["Om du har sagt att det rinner"]
    assert tags(hanging(small, "rektorn", **own), "if")[BOTH, "Hemmen"] == ["Om det rinner"]


def test_waits_and_limits_stand_as_conditions_with_their_marks(small: Routine) -> None:
    assert tags(small, "if")[OWN, "VA-ingenjören"] == [f"Efter fläktarna {MARK}", "Inom två veckor efter händelsen"]


def test_where_the_source_is_silent_the_question_leads_to_the_open_one(small: Routine) -> None:
    found = [tag for beside in items(small).values() for item in beside for tag in item.tags if tag.kind == "silent"]
    assert set(found) == {Tag("silent", "Vem berättar på helgen?", address=at.open_question("vem-tittar"))}
    assert [question.id for question in learns(small).silent] == ["var-loggen-ligger"]


def test_an_open_question_without_a_short_form_is_not_about_who_learns_what(small: Routine) -> None:
    other = tuple(question.model_copy(update={"short": None}) for question in small.open_questions)
    changed = small.model_copy(update={"open_questions": other})
    assert not any(tags(changed, "silent").values())
    html = render("learns", learns(changed), str)
    assert "rg-silent" not in html


def test_who_du_is_is_said_only_where_the_page_says_du(small: Routine) -> None:
    """Of a routine whose reader is called something else, and told of others alone, it said so all the same."""
    assert learns(small).reader == small.role(small.reader).name
    told = Receiver(who="Elverket", what="får veta det", basis="kalla")
    bare = of_all(small, "actions", responsible=("rektorn",), informs=(), tells=(), proxy=None, conditions=(), after=())
    actions = (changed(bare.actions[0], tells=(told,), open_questions=()), *bare.actions[1:])
    others = changed(bare, actions=actions, open_questions=())
    others = of_all(others, "questions", heard_by=(), open_questions=())
    assert [teller.name for teller in learns(others).tellers] == ["Rektorn"]
    assert learns(others).reader == ""
    html = text(parse(render("learns", learns(others), str)))
    assert "Under varje namn, lite indraget" in html
    assert "”Du”" not in html


def test_a_question_on_the_way_there_is_not_asked_again(small: Routine) -> None:
    """Both the headmaster, who is told, and whom the headmaster tells are touched by it."""
    touched = {"open_questions": ("vem-tittar",)}
    actions = tuple(action.model_copy(update=touched if action.row in (1, 9) else {}) for action in small.actions)
    found = tags(small.model_copy(update={"actions": actions}), "silent")
    assert (found[OWN, "Rektorn"], found[OWN, "VA-ingenjören"]) == (["Vem berättar på helgen?"], [])


def test_what_the_same_holds_for_stands_together(small: Routine) -> None:
    (first, second, *rest) = small.actions
    tells = small.actions[6].tells
    same = [action.model_copy(update={"tells": tells, "groups": ()}) for action in (rest[0], rest[0])]
    changed = small.model_copy(update={"actions": (first, second, *same)})
    (item,) = items(changed)["Vaktmästaren", "Hemmen"]
    assert len(item.words) == 2
    assert [tag.text for tag in item.tags] == ["Om det rinner", "Inom fyra timmar efter händelsen"]


def test_it_is_for_the_role_of_the_easy_page_with_or_without_a_name_for_it(small: Routine) -> None:
    roles = tuple(role.model_copy(update={"own": None}) for role in small.roles)
    assert learns(small.model_copy(update={"roles": roles})).tellers[0].name == "Du"
    other = small.model_copy(update={"easy": small.plain.model_copy(update={"role": "rektorn"})})
    assert [teller.name for teller in learns(other).tellers][:2] == ["Du", "Upptäckaren"]
    assert (("Upptäckaren", "Du")) in items(other)


def test_guidance_on_handing_over_stands_apart_with_its_source(small: Routine) -> None:
    bands = find(parse(render("learns", learns(small), str)), "section", "rg-guide-band")
    assert [text(one(band, "h2")) for band in bands] == [item.title for item in small.guidance if item.handing_over]
    for words in ("Lämna inga lösa lappar.", "Exempelinstitutet", "30 april 2024", "inte en del av rutinen"):
        assert words in text(bands[0])


# --- On the built site -----------------------------------------------------------------------------------------------


def beside(page: Element, kind: str) -> list[Element]:
    return [tag for part in find(page, "ul", "rg-learns-tags") for tag in find(part, "", kind)]


@pytest.mark.site
def test_every_tag_says_what_it_is_without_its_look(every_site: Site) -> None:
    page = main(every_site.page(at.LEARNS))
    assert all(re.search(r"\bdu\b", text(tag), re.IGNORECASE) for tag in beside(page, "rg-tag-full"))
    assert all(text(tag).startswith("Öppen fråga:") for tag in beside(page, "rg-tag-not"))
    view = learns(every_site.routine)
    assert bool(beside(page, "rg-tag-full")) == bool({"yours", "answer"} & {*view.tags})
    assert bool(beside(page, "rg-tag-not")) == ("silent" in view.tags)


@pytest.mark.site
def test_the_page_has_one_sheet_and_explains_the_words_that_it_uses(every_site: Site) -> None:
    page = main(every_site.page(at.LEARNS))
    assert len(find(page, "", "rg-sheet")) == 1
    listed = {text(word) for part in find(page, "dl", "rg-terms") for word in find(part, "dt")}
    assert listed == {term.word for term in learns(every_site.routine).terms}
