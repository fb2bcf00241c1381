"""Every action stands where it should, once, with those who own it and with nobody else. Holds for any routine."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from audit.built import Site, find, ids, main, one, tag, text
from routine.domain import graph
from routine.domain.model import Routine
from routine.domain.steps import Action, Question
from routine.domain.wording import SIGN
from routine.views import addresses as at

pytestmark = pytest.mark.site


def steps(routine: Routine) -> tuple[Action | Question, ...]:
    """Everything that is done or asked."""
    return (*routine.actions, *routine.questions)


def own_actions(page: Element) -> list[str]:
    """The actions that a role's page or checklist gives as the role's own."""
    acts = [element.attrib["id"] for element in find(page, "li", "rg-act")]
    return acts + [element.attrib["data-action"] for element in find(page, "li", "rg-box-row", data_action=None)]


def test_every_action_stands_once_in_the_whole_routine_and_in_the_matrix(every_site: Site) -> None:
    """With its number in the source if it has one; where none has, there is no column of them."""
    routine = every_site.routine
    wanted = [(action.id, str(action.row) if action.row else None) for action in routine.actions]
    numbered = any(action.row for action in routine.actions)
    for address in ("/rutinen/", "/vem-gor-vad/"):
        page = every_site.page(address)
        rows = find(page, "tr", data_action=None)
        assert [(row.attrib["data-action"], row.get("data-row")) for row in rows] == wanted, address
        assert {text(find(head, "th")[0]) == "Rad" for head in find(page, "thead")} == {numbered}, address


def test_every_step_stands_once_in_the_guide(every_site: Site) -> None:
    page = every_site.page("/guide/")
    assert Counter(own_actions(page)) == Counter(action.id for action in every_site.routine.actions)
    assert Counter(element.attrib["id"] for element in find(page, "li", "rg-ask")) == Counter(
        question.id for question in every_site.routine.questions
    )


def test_every_step_stands_once_in_the_flowcharts_list(every_site: Site) -> None:
    listed = [element.attrib["data-step"] for element in find(every_site.page("/flode/"), "li", data_step=None)]
    assert Counter(listed) == Counter(step.id for step in steps(every_site.routine))


def test_every_action_is_its_owners_own_and_nobody_elses(every_site: Site) -> None:
    for role in every_site.routine.roles:
        wanted = Counter(action.id for action in every_site.routine.actions if role.id in action.responsible)
        for folder in ("roller", "checklistor"):
            address = f"/{folder}/{role.id}/"
            assert Counter(own_actions(every_site.page(address))) == wanted, address


def test_a_checklist_has_boxes_with_labels_on_every_line(every_site: Site) -> None:
    for role in every_site.routine.roles:
        page = every_site.page(f"/checklistor/{role.id}/")
        rows = find(page, "li", "rg-box-row")
        assert rows, f"{role.id}: checklistan är tom"
        for row in rows:
            labels = [text(one(row, "label", for_=box.attrib["id"])) for box in find(row, "input")]
            if find(row, "p", "rg-box-told"):
                assert labels == [], "what another does is nothing to tick"
                continue
            kinds = {box.get("type") for box in find(row, "input")}
            assert kinds == ({"radio"} if "rg-answer-row" in row.get("class", "") else {"checkbox"})
            assert (
                labels == ["Ja", "Nej", "Vet inte än"]
                if "rg-answer-row" in row.get("class", "")
                else len(labels) == 1 and labels[0]
            ), row.attrib


def test_a_checklist_asks_those_who_answer_and_those_whose_steps_hang_on_what_they_hear(every_site: Site) -> None:
    """Nobody else, each once, in the order of the steps."""
    needs = graph.build(every_site.routine).needs
    order = [step.id for step in graph.build(every_site.routine).steps()]
    for role in every_site.routine.roles:
        own = [action.id for action in every_site.routine.actions if role.id in action.responsible]
        hangs = {asked for id in own for asked, _ in needs[id]}
        asked = [
            question.id
            for question in every_site.routine.questions
            if role.id in question.answered_by
            or (question.id in hangs and any(heard.role == role.id for heard in question.heard_by))
        ]
        wanted = [f"fraga_{id}" for id in sorted(asked, key=order.index)]
        page = every_site.page(f"/checklistor/{role.id}/")
        assert [
            one(row, "div", role="radiogroup").get("aria-labelledby") for row in find(page, "li", "rg-answer-row")
        ] == wanted, role.id
        assert [id for id in ids(page) if id.startswith("fraga_")] == wanted, role.id


def test_every_question_is_put_to_those_who_answer_it_and_to_nobody_else(every_site: Site) -> None:
    for role in every_site.routine.roles:
        wanted = [question.id for question in every_site.routine.questions if role.id in question.answered_by]
        assert [
            element.attrib["id"] for element in find(every_site.page(f"/roller/{role.id}/"), "section", "rg-ask")
        ] == wanted, role.id


# --- The flowchart's two forms ---------------------------------------------------------------------------------------


def charts(built: Site) -> list[tuple[str, Element]]:
    """Every page with a flowchart."""
    return [(name, built.tree(name)) for name in built.pages() if find(built.tree(name), "svg", "rg-flow")]


def pairs(page: Element) -> Counter[tuple[str, str]]:
    """The list's ways, from and to."""
    return Counter(
        (line.attrib["data-step"], target)
        for line in find(page, "li", data_step=None)
        for target in line.attrib["data-next"].split()
    )


def test_the_whole_chart_and_one_for_every_role_with_steps_are_there(every_site: Site) -> None:
    routine = every_site.routine
    holders = {id for action in routine.actions for id in action.responsible} | {
        id for question in routine.questions for id in question.answered_by
    }
    wanted = {"flode/index.html"} | {f"roller/{id}/index.html" for id in holders}
    assert {name for name, _ in charts(every_site)} == wanted


def test_picture_and_list_have_the_same_steps(every_site: Site) -> None:
    for name, page in charts(every_site):
        listed = {line.attrib["data-step"] for line in find(page, "li", data_step=None)}
        ends = {target for _, target in pairs(page) if target.startswith("slut-")}
        drawn = Counter(
            node.attrib["data-step"] for svg in find(page, "svg", "rg-flow") for node in find(svg, data_step=None)
        )
        assert set(drawn) == listed | ends, name
        shared = {action.id: len(action.responsible) for action in every_site.routine.actions}
        assert drawn == Counter({id: shared.get(id, 1) for id in drawn}), (
            f"{name}: en ruta för varje ansvarig, och bara en"
        )


def test_picture_and_list_have_the_same_ways(every_site: Site) -> None:
    for name, page in charts(every_site):
        drawn = Counter(tuple(path.attrib["data-edge"].split()) for path in find(page, "path", "rg-flow-edge"))
        assert drawn == pairs(page), name


def test_the_picture_joins_the_boxes_of_a_shared_action_and_no_others(every_site: Site) -> None:
    for name, page in charts(every_site):
        shown = {line.attrib["data-step"] for line in find(page, "li", data_step=None)}
        shared = {
            action.id: action.responsible
            for action in every_site.routine.actions
            if action.shared and action.id in shown
        }
        wanted = Counter((id, f"{id}@{other}") for id, owners in shared.items() for other in owners[1:])
        assert (
            Counter(tuple(path.attrib["data-edge"].split()) for path in find(page, "path", "rg-flow-join")) == wanted
        ), name


def test_every_box_is_a_link_to_its_step_with_the_steps_own_words(every_site: Site) -> None:
    texts = {step.id: step.text for step in steps(every_site.routine)}
    roles = [role.id for role in every_site.routine.roles]
    own = {question.id: {question.asked_of(role) for role in roles} for question in every_site.routine.questions}
    for name, page in charts(every_site):
        svg = one(page, "svg", "rg-flow")
        for node in find(svg, data_step=None):
            step = node.attrib["data-step"]
            if step in texts:
                # A hyphen at the end of a line is the drawing's.
                shown = " ".join(text(each) for each in find(node, "text")).removesuffix(f" {SIGN}").replace("-", "")
                said = next((each for each in own.get(step, ()) if shown.startswith(each)), texts[step])
                name_, _, noted = shown.partition(said.replace("-", ""))
                assert (tag(node), name_) == ("a", ""), name
                assert not noted or any(by in noted for by in (" Inom ", " I samråd ", "idare i del")), (name, noted)
                assert node.attrib["href"].endswith(f"#{step}"), name
            else:
                assert tag(node) == "g", f"{name}: {step}"


def test_who_listens_to_the_picture_has_each_box_once_by_its_whole_text_and_whose_it_is(every_site: Site) -> None:
    """What is drawn between them, loose words, is not heard, nor the seam of a word or the sign of a reading."""
    texts = {step.id: step.text for step in steps(every_site.routine)}
    owners = {role.id: role.name for role in every_site.routine.roles}
    own = {question.id: {question.asked_of(id) for id in owners} for question in every_site.routine.questions}
    for name, page in charts(every_site):
        for svg in find(page, "svg", "rg-flow"):
            unheard = {each for part in find(svg, aria_hidden="true") for each in part.iter()}
            assert [text(each) for each in find(svg, "text") if each not in unheard] == [], name
            said = [text(one(box, "title")) for box in find(svg, "a")]
            assert len({*said}) == len(said), name
            assert not any(SIGN in each for each in said), name
            for box in find(svg, "a", data_step=None):
                label, step = text(one(box, "title")), box.attrib["data-step"]
                assert any(label.startswith(each) for each in own.get(step, {texts[step]})), (name, label)
                whose = label.rstrip(".").rpartition(". " if step not in own else "? ")[2]
                assert any(whose.lower().endswith(each.lower()) for each in owners.values()), (name, label)


def test_picture_shows_the_answer_on_every_condition_and_what_is_a_reading(every_site: Site) -> None:
    page = every_site.page("/flode/")
    boxed = {each for box in find(page, "a") for each in box.iter()}
    labels = Counter(text(label) for label in find(page, "text", "rg-flow-label") if label not in boxed)
    wanted = Counter(
        f"{(edge.answer or 'efter').capitalize()}{' ≈' if edge.reading else ''}"
        for edge in graph.build(every_site.routine).edges
    )
    assert labels == wanted


def test_a_question_lists_what_hangs_on_each_answer(every_site: Site) -> None:
    built, page = graph.build(every_site.routine), every_site.page("/flode/")
    texts = {step.id: step.text for step in built.steps()}
    for question in every_site.routine.questions:
        (ways,) = find(one(page, "li", data_step=question.id), "ul", "rg-ways")
        for way in find(ways, "li"):
            answer, _, said = text(way).partition(": ")
            hanging = [texts[edge.target] for edge in built.following(question.id) if edge.answer == answer.lower()]
            assert said == (", ".join(hanging).replace("?,", "?") or "leder inte till något steg")


def test_in_a_roles_own_chart_nothing_is_said_of_steps_that_are_not_in_it(every_site: Site) -> None:
    """What hangs on an answer may be somebody else's: then no step here does."""
    built = graph.build(every_site.routine)
    for name, page in charts(every_site):
        for line in find(page, "li", data_step=None) if name != "flode/index.html" else ():
            shown = line.attrib["data-next"].split()
            for way in (way for part in find(line, "ul", "rg-ways") for way in find(part, "li")):
                answer, _, said = text(way).partition(": ")
                following = built.following(line.attrib["data-step"])
                here = [edge.target for edge in following if edge.answer == answer.lower() and edge.target in shown]
                assert (said == "leder inte till något steg här") == (not here), (name, said)
                assert said != "leder inte till något steg", name


# --- Roles, open questions, titles -----------------------------------------------------------------------------------


def test_every_role_has_a_page_and_a_checklist_and_there_are_no_others(every_site: Site) -> None:
    for folder in ("roller", "checklistor"):
        found = {name for name in every_site.pages() if name.startswith(f"{folder}/")}
        assert found == {f"{folder}/{role.id}/index.html" for role in every_site.routine.roles}


def test_every_role_stands_under_its_name_on_its_pages(every_site: Site) -> None:
    for role in every_site.routine.roles:
        assert text(one(every_site.page(f"/roller/{role.id}/"), "h1")) == (role.own or role.name)
        assert text(one(every_site.page(f"/checklistor/{role.id}/"), "h1")) == f"Checklista: {role.name}"


def test_every_open_question_stands_once_and_every_step_it_touches_leads_there(every_site: Site) -> None:
    routine = every_site.routine
    assert [element.attrib["id"] for element in find(every_site.page("/om/"), "section", "rg-open-item")] == [
        question.id for question in routine.open_questions
    ]
    places: list[tuple[Action | Question, Element]] = [
        (action, one(every_site.page("/rutinen/"), "tr", id=action.id)) for action in routine.actions
    ]
    places += [(question, one(every_site.page("/guide/"), "li", id=question.id)) for question in routine.questions]
    for step, place in places:  # Those that something helps with come first.
        assert sorted(
            link.attrib["href"].partition("#")[2] for part in find(place, "p", "rg-open") for link in find(part, "a")
        ) == sorted(step.open_questions), step.id
    for question in routine.open_questions:
        touched = [step.text for step in steps(routine) if question.id in step.open_questions]
        item = one(every_site.page("/om/"), "section", "rg-open-item", id=question.id)
        assert [text(link) for link in find(item, "a")] == touched, question.id


def test_titles_descriptions_and_main_headings_are_one_a_page_and_all_different(every_site: Site) -> None:
    titles = {name: text(one(one(every_site.tree(name), "head"), "title")) for name in every_site.pages()}
    headings = {name: text(one(every_site.tree(name), "h1")) for name in every_site.pages()}
    described = {
        name: [
            each.attrib["content"] for each in find(every_site.tree(name), "meta") if each.get("name") == "description"
        ]
        for name in every_site.pages()
    }
    assert all(len(found) == 1 for found in described.values())
    for found in (titles, headings, {name: said for name, (said,) in described.items()}):
        assert all(found.values())
        assert [item for item, count in Counter(found.values()).items() if count > 1] == []


def test_no_id_stands_twice_in_a_page(every_site: Site) -> None:
    twice = {
        name: [id for id, count in Counter(ids(every_site.tree(name))).items() if count > 1]
        for name in every_site.pages()
    }
    assert {name: found for name, found in twice.items() if found} == {}


@pytest.mark.parametrize("word", ["hot", "våld", "utsatt", "polis", "trakasseri"])
def test_no_title_and_no_description_tells_the_subject(site: Site, word: str) -> None:
    """Browsers keep both for every page that has been visited."""
    for name in site.pages():
        head = one(site.tree(name), "head")
        said = " ".join(
            (text(one(head, "title")), *(element.get("content", "") for element in find(head, "meta")))
        ).casefold()
        assert word not in said, name


def test_the_tab_of_a_roles_pages_is_the_datas(every_site: Site) -> None:
    for role in every_site.routine.roles:
        site_name = every_site.routine.site.name
        assert text(one(one(every_site.page(f"/roller/{role.id}/"), "head"), "title")) == f"{role.tab} – {site_name}"
        assert (
            text(one(one(every_site.page(f"/checklistor/{role.id}/"), "head"), "title")).casefold()
            == f"checklista, {role.tab} – {site_name}".casefold()
        )


def test_headings_never_skip_a_level(every_site: Site) -> None:
    for name in every_site.pages():
        levels = [
            int(tag(element)[1])
            for element in main(every_site.tree(name)).iter()
            if tag(element) in {"h1", "h2", "h3", "h4", "h5", "h6"}
        ]
        assert levels[0] == 1, name
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], name


def test_no_page_is_to_be_found_by_searching_the_web(every_site: Site) -> None:
    """Nor the file to take along, which has no way out of it. Of what is no page, a server says it."""
    pages = [name for name in every_site.files() if name.endswith(".html")]
    asked = [
        [each.get("content") for each in find(every_site.tree(name), "meta") if each.get("name") == "robots"]
        for name in pages
    ]
    assert [name for name, found in zip(pages, asked, strict=True) if found != ["noindex"]] == []
    assert at.TAKEN.strip("/") in pages
