"""The first page: each situation leads to its one thing, whole without scripts, and the roles come second."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from audit.built import find, one, parse, text
from routine.domain.model import Routine
from routine.domain.wording import dial
from routine.html.render import render
from routine.publish.pages import listed
from routine.views import addresses as at
from routine.views.listed import Listed
from routine.views.start import start


def page(routine: Routine) -> Element:
    """The first page, its links as addresses."""
    return parse(render("start", start(routine, listed(routine)), str))


def test_a_page_is_called_what_its_row_calls_it(small: Routine) -> None:
    """In the menu and here alike, and one that the routine has nothing of is offered nowhere."""
    called = (Listed(at.WHOLE, "Rutinen i tabell"), Listed(at.ABOUT, "A–Ö"))
    assert [(each.name, each.address) for each in start(small, called).more] == [("Rutinen i tabell", at.WHOLE)]


def rows(routine: Routine) -> dict[str, Element]:
    """Each situation's row."""
    return {row.attrib["data-situation"]: row for row in find(page(routine), "li", data_situation=None)}


def links(part: Element) -> list[str]:
    """Where its links lead."""
    return [link.attrib["href"] for link in find(part, "a")]


def test_every_situation_stands_first_in_the_order_of_the_data_with_its_words(every_routine: Routine) -> None:
    """Without any the roles stand there."""
    first = find(page(every_routine), "ul")[0]
    for name in ("rg-sheet", "rg-situations"):
        assert (name in first.attrib["class"]) == bool(every_routine.situations)
    shown = [row.attrib["data-situation"] for row in find(first, "li", data_situation=None)]
    assert shown == [situation.id for situation in every_routine.situations]
    for situation, row in zip(every_routine.situations, rows(every_routine).values(), strict=True):
        assert text(find(row, "b")[0]) == situation.text
        assert (situation.summary or "") in text(find(row, "span")[0])


def test_what_happens_now_calls_the_first_number_in_one_press_and_is_the_filled_row(every_routine: Routine) -> None:
    number = every_routine.emergency[0].number
    urgent = [situation.id for situation in every_routine.situations if situation.emergency]
    assert bool(urgent) == bool(every_routine.situations)
    assert [row.attrib["data-situation"] for row in find(page(every_routine), "li", "rg-now-row")] == urgent
    for id in urgent:
        row = rows(every_routine)[id]
        assert links(row) == [f"tel:{dial(number)}"]
        assert number in text(row)


def test_what_one_role_fits_leads_to_its_guide_in_one_press(every_routine: Routine) -> None:
    single = [situation for situation in every_routine.situations if len(situation.roles) == 1]
    assert bool(single) == bool(every_routine.situations)
    for situation in single:
        row = rows(every_routine)[situation.id]
        assert links(row) == [at.guide_as(situation.roles[0])]
        assert not find(row, "details")


def test_what_several_roles_fit_unfolds_them_each_leading_to_its_guide(every_routine: Routine) -> None:
    several = [situation for situation in every_routine.situations if len(situation.roles) > 1]
    assert bool(several) == bool(every_routine.situations)
    for situation in several:
        fold = one(rows(every_routine)[situation.id], "details", "rg-more")
        assert links(rows(every_routine)[situation.id]) == links(fold) == [at.guide_as(id) for id in situation.roles]
        roles = [every_routine.role(id) for id in situation.roles]
        said = [f"{role.own or role.name} {role.summary}" for role in roles]
        assert [text(link) for link in find(fold, "a")] == said, "who does not know her role's name sees what it is"


def test_where_the_source_is_silent_that_is_said_and_then_what_helps_and_whom_to_ask(every_routine: Routine) -> None:
    gaps = [(each, each.open_question) for each in every_routine.situations if each.open_question]
    assert bool(gaps) == bool(every_routine.situations)
    for situation, id in gaps:
        fold = one(rows(every_routine)[situation.id], "details", "rg-more")
        silent, guided = find(fold, "div")
        question = every_routine.open_question(id)
        assert (silent.attrib["class"], guided.attrib["class"]) == ("rg-silent", "rg-guide-band rg-advice")
        assert "Öppen fråga" in text(silent)
        assert links(silent) == [at.open_question(id)]
        assert question.question in text(silent)
        assert "inte en del av rutinen" in text(guided)
        assert question.meanwhile
        assert question.meanwhile in text(guided)
        for contact in (every_routine.contact(each) for each in situation.contacts):
            assert contact.title in text(fold)
            assert contact.title not in text(guided), "the body's own are no guidance"
            assert (contact.number or contact.ask) in text(fold)
            assert not contact.number or f"tel:{dial(contact.number)}" in links(fold)


def test_the_numbers_that_help_can_be_called(small: Routine) -> None:
    words = "Ring 010-555 01 00, annars 112."
    question = small.open_questions[0].model_copy(update={"meanwhile": words})
    changed = small.model_copy(update={"open_questions": (question,)})
    guided = one(rows(changed)["ingen-ar-har"], "div", "rg-guide-band")
    dials = one(guided, "p", "rg-dials")
    assert links(dials) == ["tel:0105550100", "tel:112"]


def test_whom_to_ask_bears_the_mark_of_a_reading_when_it_is_ours(small: Routine) -> None:
    asked = find(one(rows(small)["ingen-ar-har"], "ul", "rg-plain"), "li")
    assert [len(find(line, "span", "rg-reading")) for line in asked] == [0, 1]


def test_every_role_stands_after_the_situations_by_its_own_name(every_routine: Routine) -> None:
    first, second = find(page(every_routine), "section")[:2]
    assert bool(find(first, "ul", "rg-situations")) == bool(every_routine.situations)
    roles = second if every_routine.situations else first
    assert links(roles) == [at.role(role.id) for role in every_routine.roles]
    assert [text(link) for link in find(roles, "a")] == [role.own or role.name for role in every_routine.roles]


def test_every_checklist_and_the_printed_cards_are_there_to_have_along(every_routine: Routine) -> None:
    section = find(page(every_routine), "section")[2 if every_routine.situations else 1]
    assert links(section) == [at.BOOKLET, *(at.checklist(role.id) for role in every_routine.roles)]


def test_without_situations_the_roles_come_first(small: Routine) -> None:
    bare = page(small.model_copy(update={"situations": ()}))
    assert links(find(bare, "section")[0]) == [at.role(role.id) for role in small.roles]
    assert not find(bare, "ul", "rg-sheet")
    assert not find(bare, "li", "rg-now-row")
    assert "i stället" not in text(bare)


def test_a_number_stays_on_its_line_and_follows_a_line_of_its_own(small: Routine) -> None:
    numbers = (small.emergency[1],)
    urgent = small.situations[0].model_copy(update={"summary": "Gå ut."})
    routine = small.model_copy(update={"emergency": numbers, "situations": (urgent,)})
    html = render("start", start(routine, listed(routine)), str)
    assert "Gå ut. Ring 010-555\N{NO-BREAK SPACE}01\N{NO-BREAK SPACE}00." in html


def test_nothing_but_what_happens_now_is_filled(every_routine: Routine) -> None:
    assert find(page(every_routine), "", "rg-do") == []
