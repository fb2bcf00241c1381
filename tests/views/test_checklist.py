"""What a role takes part in stands on its checklist with when it applies, and with whose it is."""

from __future__ import annotations

from audit.built import find, parse, text
from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.wording import of_another
from routine.html.render import render
from routine.views.checklist import AskLine, ListLine, checklist
from tests.kit.bare import altered, changed, standing_in


def said(routine: Routine, role: str, action: str) -> list[str]:
    """The sentences beside what the role takes part in."""
    points = checklist(routine, role).points
    lines = [item for point in points for item in point.items if isinstance(item, ListLine) and not item.mine]
    (line,) = [line for line in lines if line.id == action]
    return [*(phrase.sentence.text for phrase in line.held), *(phrase.text for phrase in line.beside)]


def test_who_only_takes_part_is_told_when_it_applies(small: Routine) -> None:
    """That nothing is hers, the sheet says at its top."""
    assert said(small, "eleven", "grav-upp-ledningen") == ["Om det rinner ännu.", "Om felet är i nätet."]


def test_among_ones_own_it_says_whose_it_is_and_that_a_stand_in_is_asked(small: Routine) -> None:
    routine = standing_in(small, "flytta-klassen", unasked=None)
    assert said(routine, "vaktmastaren", "flytta-klassen")[-1] == "Rektorn har ansvaret. Gör det om du blir ombedd."


def test_who_needs_not_be_asked_is_not_told_to_wait_for_that(small: Routine) -> None:
    """A witness who may give the alarm was told to do it only if the one in need asked."""
    unasked = "har ansvaret. Du kan göra det i stället."
    assert said(small, "vaktmastaren", "flytta-klassen")[-1] == f"Rektorn {unasked}"
    free = standing_in(small, "sag-till", unasked="ja")
    assert said(free, "eleven", "sag-till") == [f"Upptäckaren {unasked}"]
    assert checklist(free, "eleven").only_asked.startswith("Det här kan du göra.")


def line(routine: Routine, role: str, action: str) -> ListLine:
    return next(line for line in checklist(routine, role).lines if line.id == action)


def asked(routine: Routine, role: str, question: str) -> AskLine:
    items = (item for point in checklist(routine, role).points for item in point.items)
    return next(item for item in items if isinstance(item, AskLine) and item.id == question)


def test_when_it_applies_is_a_part_of_its_sentence_and_apart_from_the_rest(small: Routine) -> None:
    own = line(small, "va-ingenjoren", "mata-flodet")
    assert [phrase.text for phrase in own.held] == ["om det rinner"]
    assert [phrase.text for phrase in own.beside] == ["Skriv upp värdet."]


def test_what_its_own_words_tell_it_does_not_say_that_it_waits_for(small: Routine) -> None:
    assert [phrase.text for phrase in line(small, "rektorn", "gor-aterbesok").held] == ["efter fläktarna"]
    said = altered(small, "gor-aterbesok", text="Gör ett återbesök hos fläktarna")
    assert line(said, "rektorn", "gor-aterbesok").held == ()
    condition = changed(small.action("mata-flodet").conditions[0], text="vid flödet")
    assert line(altered(small, "mata-flodet", conditions=(condition,)), "va-ingenjoren", "mata-flodet").held


def test_there_is_nothing_to_tick_where_it_only_tells_of_another(small: Routine) -> None:
    assert line(small, "eleven", "stang-kranen").deed
    action = small.action("stang-kranen")
    told = changed(action.participants[0], text="Vaktmästaren kan be dig visa vägen")
    small = altered(small, "stang-kranen", participants=(told,))
    assert of_another(small, told.text)
    assert not line(small, "eleven", "stang-kranen").deed


def test_who_has_nothing_to_tick_is_not_told_to_tick(small: Routine) -> None:
    assert "Bocka av" in render("checklist", checklist(small, "eleven"), str)
    for action in small.actions:
        told = {each: changed(each, text="Rektorn kan be dig") for each in action.invited if each.role == "eleven"}
        proxy, taking_part = action.proxy, tuple(told.get(each, each) for each in action.participants)
        small = altered(small, action.id, participants=taking_part, proxy=proxy and told.get(proxy, proxy))
    html = render("checklist", checklist(small, "eleven"), str)
    assert "Rektorn kan be dig" in html
    assert "Bocka av" not in html
    assert 'type="checkbox"' not in html


def test_who_answers_for_the_case_writes_which_it_is(small: Routine) -> None:
    """Also who has no step to do: the answer is written with its day and to whom, and is of some case."""
    assert checklist(small, "eleven").case_head == ()
    (first, *rest) = small.questions
    asking = changed(small, questions=(changed(first, answered_by=("eleven",)), *rest))
    made = checklist(asking, "eleven")
    assert not made.owns
    assert made.case_head == checklist(small, "rektorn").case_head != ()


def test_what_others_do_when_a_role_has_not_been_called_is_no_help_to_itself(small: Routine) -> None:
    everyone = altered(small, "mata-flodet", open_questions=("vem-tittar",))
    everyone = altered(everyone, "stang-kranen", open_questions=("vem-tittar",))
    assert line(everyone, "vaktmastaren", "stang-kranen").meanwhile
    assert line(everyone, "va-ingenjoren", "mata-flodet").meanwhile == ()


def test_a_call_is_written_down_since_it_is_asked_for_afterwards(small: Routine) -> None:
    bare = altered(small, "mata-flodet", within=None, call=None)
    assert not line(bare, "va-ingenjoren", "mata-flodet").signed
    assert line(altered(small, "mata-flodet", within=None), "va-ingenjoren", "mata-flodet").signed


def test_who_has_answered_stands_apart_from_the_question(small: Routine) -> None:
    heard = asked(small, "va-ingenjoren", "rinner-det")
    assert (heard.question, heard.heard) == (
        "Rinner det vatten där du ska mäta?",
        "Vaktmästaren och rektorn har svarat:",
    )
    assert asked(small, "rektorn", "rinner-det").heard == ""


def test_what_is_acute_stands_with_the_question_and_no_more_of_its_explanation(small: Routine) -> None:
    assert asked(small, "rektorn", "rinner-det").acute == ""
    question = changed(small.questions[0], detail="Titta efter. Rasar taket, ring 112. Det tar 1120 sekunder.")
    small = changed(small, questions=(question, *small.questions[1:]))
    assert asked(small, "rektorn", "rinner-det").acute == "Rasar taket, ring 112."
    tree = parse(f"<main>{render('checklist', checklist(small, 'rektorn'), str)}</main>")
    (told,) = find(tree, "span", "rg-box-ring")
    assert [link.get("href") for link in find(told, "a")] == ["tel:112"], "and is called by a press"
    assert text(told) == "Rasar taket, ring 112."


def test_a_number_in_what_helps_is_called_by_a_press_on_the_screen(small: Routine) -> None:
    """On paper it stands in the words, once."""
    helped = (changed(each, meanwhile="Ring 112 nu.") if each.meanwhile else each for each in small.open_questions)
    small = changed(small, open_questions=tuple(helped))
    called = 0
    for role in small.roles:
        page = checklist(small, role.id)
        lines = [item for track in page.tracks for point in track.points for item in point.items]
        wanted = [
            number
            for line in lines
            if isinstance(line, ListLine)
            for advice in line.meanwhile
            for number in advice.numbers
        ]
        tree = parse(f"<main>{render('checklist', page, str)}</main>")
        links = [text(link) for place in find(tree, "span", "rg-dials") for link in find(place, "a")]
        assert links == wanted
        called += len(links)
    assert called


def test_who_stands_in_is_helped_in_words_to_her(small: Routine) -> None:
    """It did not happen to her: to whom it did, the same open question is put and answered in other words."""
    (question,) = [each for each in small.open_questions if each.proxy]
    assert question.proxy
    helped = {
        role: [advice.words for line in checklist(small, role).lines for advice in line.meanwhile]
        for role in ("upptackaren", "eleven")
    }
    assert helped == {"upptackaren": [question.meanwhile], "eleven": [question.proxy.meanwhile]}
    plain = tuple(changed(each, proxy=None) for each in small.open_questions)
    (line,) = [line for line in checklist(changed(small, open_questions=plain), "eleven").lines if line.meanwhile]
    assert [advice.words for advice in line.meanwhile] == [question.meanwhile]


def test_who_hears_an_answer_is_asked_in_words_to_her(small: Routine) -> None:
    points = checklist(small, "va-ingenjoren").points
    heard = [item for point in points for item in point.items if isinstance(item, AskLine) and item.heard]
    assert [item.question for item in heard] == ["Rinner det vatten där du ska mäta?"]


def test_who_is_consulted_knows_it_and_has_nothing_to_tick(small: Routine) -> None:
    """Whoever is asked first when the time comes has nothing in her pile of papers that said so."""
    (told,) = [each for each in checklist(small, "va-ingenjoren").lines if each.id == "gor-aterbesok"]
    assert told.text == "Rektorn gör ett återbesök i salen, i samråd med dig och/eller vaktmästaren"
    assert (told.deed, told.mine, told.emphasis) == (False, False, "i samråd med dig")
    page = parse(render("checklist", checklist(small, "va-ingenjoren"), str))
    (shown,) = [each for each in find(page, "li") if "i samråd med dig och/eller" in text(each)]
    assert find(shown, "input") == []


def test_who_stands_in_and_owns_nothing_is_told_to_do_it_when_asked(small: Routine) -> None:
    assert said(small, "eleven", "sag-till") == ["Gör det om upptäckaren ber dig."]


def test_its_page_says_when_a_step_applies_in_bold_and_whom_was_talked_with(small: Routine) -> None:
    """As its sheet does: whoever printed the page has not got the other."""
    page = parse(render("checklist", checklist(small, "va-ingenjoren"), str))
    shown = [each for each in find(page, "li") if wording.SPOKE in text(each)]
    assert ["Om det rinner" in [text(bold) for bold in find(each, "b")] for each in shown] == [True]
    question = changed(small.questions[0], detail="Titta efter. Rasar taket, ring 112.")
    acute = changed(small, questions=(question, *small.questions[1:]))
    assert "Rasar taket, ring 112." in text(parse(render("checklist", checklist(acute, "rektorn"), str)))


def test_a_point_with_a_number_to_ring_is_read_while_it_is_done(small: Routine) -> None:
    """Also where there are no words to say: the number is needed then, and not when it is checked."""
    actions = (changed(action, say=()) for action in small.actions)
    silent = changed(small, actions=tuple(actions))
    points = [point for role in silent.roles for point in checklist(silent, role.id).points]
    calls = [point for point in points if any(isinstance(item, ListLine) and item.call for item in point.items)]
    assert calls
    assert all(point.aloud for point in calls)
    assert not all(point.aloud for point in points)
