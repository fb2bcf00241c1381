"""The room that a flowchart is cut for is the room that the style sheets give it on paper. A box says by when its step
is done, and with whom; one's own chart says du."""

from __future__ import annotations

import re

from audit.built import find, parse
from routine.domain.model import Routine
from routine.domain.steps import After, Consulted, Participant
from routine.html.render import render
from routine.views.drawing import FlowStep
from routine.views.flowchart import SHEET_MM, flowchart
from tests.kit.bare import changed, of_all
from tests.kit.paths import PROJECT


def style(name: str) -> str:
    return (PROJECT / f"routine/assets/css/{name}.css").read_text(encoding="utf-8")


def test_a_sheet_from_a_browser_has_the_room_that_is_counted_on() -> None:
    wide, high = SHEET_MM
    paper = re.search(r"@page \{\s+margin: \d+mm (\d+)mm \d+mm;", style("print"))
    assert paper
    assert wide == 210 - 2 * int(paper.group(1))
    assert re.findall(r"max-height: (\d+)mm;", style("flowchart")) == [str(high)]


def steps(routine: Routine, role: str = "") -> dict[str, FlowStep]:
    view = flowchart(routine, role)
    assert view
    return {step.id: step for part in view.tracks for step in part.steps}


def test_a_step_has_the_number_of_its_row_on_all_pages_and_a_question_none(small: Routine) -> None:
    """Who says `rad 5` over the telephone means the same step, whichever page the other has before her."""
    view = flowchart(small)
    assert view
    assert view.numbered
    shown = {
        item.get("data-step"): item.get("value")
        for each in find(parse(render("flowchart", view, str)), "ol", "rg-rows")
        for item in find(each, "li")
        if item.get("data-step")
    }
    rows = {action.id: str(action.row) if action.row else None for action in small.actions}
    assert shown == rows | {question.id: None for question in small.questions}
    bare = flowchart(of_all(small, "actions", row=None))
    assert bare
    assert not bare.numbered, "without rows they are counted"


def test_a_question_beside_a_roles_own_leads_to_what_the_role_is_asked_about(small: Routine) -> None:
    """Else it would be said to lead nowhere, to who is consulted in the very step that it leads to."""
    asked = After(action="stang-kranen", text="efter kranen", basis="kalla")
    question = changed(small.question("torkar-salen"), answered_by=("rektorn",), after=(asked,))
    questions = tuple(question if each.id == question.id else each for each in small.questions)
    consulted = Consulted(mode="alla", roles=("vaktmastaren",), basis="kalla")

    def of(**values: object) -> dict[str, FlowStep]:
        free = {"responsible": ("va-ingenjoren",), "after": (), "participants": (), "proxy": None} | values
        actions = (changed(each, **free) if each.id == "hyr-flaktar" else each for each in small.actions)
        return steps(changed(small, questions=questions, actions=tuple(actions)), "vaktmastaren")

    assert "hyr-flaktar" in {way.target for way in of(consulted=consulted)["torkar-salen"].ways}
    told = Participant(role="vaktmastaren", text="Hjälp till", basis="kalla")
    assert "hyr-flaktar" in {way.target for way in of(consulted=None, participants=(told,))["torkar-salen"].ways}
    assert "hyr-flaktar" not in of(consulted=None)


def test_a_box_says_by_when_and_with_whom(small: Routine) -> None:
    """On the picture as in the list: on a wall it must not say that somebody assesses alone what is to be done with
    others."""
    found = steps(small)
    for action in small.actions:
        said = [phrase.text for phrase in found[action.id].beside]
        assert len(said) == bool(action.within) + bool(action.consulted) + bool(action.jointly), action.id
    assert [phrase.text for phrase in found["gor-aterbesok"].beside] == [
        "inom två veckor efter händelsen",
        "I samråd med vaktmästaren och/eller VA-ingenjören",
    ]
    view = flowchart(small)
    assert view
    notes = [
        " ".join(line.text for line in node.box.notes)
        for part in view.parts
        for node in part.nodes
        if node.step == "gor-aterbesok"
    ]
    assert any("Inom två veckor" in note and "I samråd" in note for note in notes)


def test_who_share_a_step_do_it_together_only_where_the_data_says_so(small: Routine) -> None:
    """Either of them may do it, or each her part. Who share an answer do give it together."""
    shared = small.action("beratta-for-hemmen")
    assert (shared.responsible, shared.jointly) == (("rektorn", "vaktmastaren"), "kalla")
    apart = changed(small, actions=tuple(changed(each, jointly=None) for each in small.actions))
    said = [steps(each, "rektorn")[shared.id].who for each in (small, apart)]
    assert said == ["Du, tillsammans med vaktmästaren", "Du och vaktmästaren"]
    assert steps(apart, "rektorn")["rinner-det"].who == "Du, tillsammans med vaktmästaren"


def test_ones_own_chart_puts_the_question_and_its_condition_to_the_reader(small: Routine) -> None:
    own, anyones = steps(small, "rektorn"), steps(small)
    assert (anyones["torkar-salen"].text, own["torkar-salen"].text) == ("Har salen torkat?", "Har din sal torkat?")
    ((held,), (hers,)) = (
        [each.text for each in found["hyr-flaktar"].conditions if "fuktig" in each.text] for found in (anyones, own)
    )
    assert (held, hers) == ("om salen är fuktig", "om din sal är fuktig")
