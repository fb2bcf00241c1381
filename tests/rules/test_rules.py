"""The rules look at a routine and name paths; they are silent about what cannot be judged."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from routine import rules
from routine.domain.model import Routine
from routine.reading.likeness import closest, listing
from routine.reading.messages import messages
from routine.reading.nodes import Path, raw
from routine.reading.source import read
from routine.rules.core import Held, Rule
from tests.kit.broken import SMALL_TEXT, small_adopted
from tests.kit.views import some

# In the order in which they are tried.
EVERY: tuple[Rule | Held, ...] = (*rules.RULES, *rules.HELD)


def values() -> Any:
    """The small routine as plain values, to change."""
    return raw(read(SMALL_TEXT.encode(), "small.yaml")[1])


def findings(changed: Any, *placeholders: Path) -> list[tuple[str, Path]]:
    """What the rules find, as code and path."""
    return [(one.code, one.path) for one in rules.check(Routine.model_validate(changed), frozenset(placeholders))]


def test_a_sound_routine_breaks_no_rule(every_routine: Routine) -> None:
    assert list(rules.check(every_routine)) == []


@pytest.mark.parametrize(
    ("kind", "tried"), [(Rule, (*rules.RULES, *rules.HELD, *rules.ADVICE)), (Held, rules.HELD)], ids=["alone", "held"]
)
def test_every_rule_is_tried_once(kind: type[Rule | Held], tried: tuple[Rule | Held, ...]) -> None:
    modules = [import_module(f"routine.rules.{module.name}") for module in pkgutil.iter_modules(rules.__path__)]
    made = {part for module in modules for part in vars(module).values() if isinstance(part, kind)}
    those = [rule for rule in tried if isinstance(rule, kind)]
    untried = {f"{rule.check.__module__}.{rule.check.__name__}" for rule in made - {*those}}
    assert untried == set(), "give it its place in RULES, HELD or ADVICE of routine/rules/__init__.py"
    assert {rule.check.__name__ for rule in those if those.count(rule) > 1} == set(), "it has two places there"
    assert set(those) == made


def test_each_rule_has_a_code_of_its_own() -> None:
    known = {code for code in messages() if code[0] in "RK"} - {"K015", "K017"}
    codes = Counter(code for rule in EVERY for code in codes_in(rule))
    assert {code for code, rules in codes.items() if rules > 1} == set(), "two rules give it: one needs another"
    counts = len(EVERY), len(known)
    assert counts[0] == counts[1], "a rule or a code too many: the tests above and below name it"


def codes_in(rule: Rule | Held) -> set[str]:
    """Those that stand in the rule itself. Some leave it to a function beside them."""
    return set(re.findall(r'"([RK]\d{3})"', inspect.getsource(rule.check).partition("def ")[2]))


def test_a_rule_that_depends_on_another_comes_after_it() -> None:
    yields = {code: place for place, rule in enumerate(EVERY) for code in codes_in(rule)}
    for place, rule in enumerate(EVERY):
        for code in set(rule.needs) & set(messages()):
            assert yields[code] < place, (code, rule.check.__name__)


def test_a_row_that_has_been_decided_may_stand_anywhere_in_its_section() -> None:
    """Its number is the next that was free, whichever rows it belongs between."""
    changed = values()
    actions = changed["actions"]
    actions.insert(6, actions.pop(7))
    assert [action["row"] for action in actions[5:8]] == ["6", "8", "7"]
    assert findings(changed) == []
    changed["revisions"][0]["decision"]["changes"].pop(3)
    assert findings(changed) == [("R009", ("actions", 7, "row"))]


def test_one_fault_is_reported_once() -> None:
    """A misspelt reference would leave a role, a question, a section or a track without use as well."""
    changed = values()
    changed["actions"][0]["proxy"]["role"] = changed["actions"][1]["participants"][0]["role"] = "elev"
    assert findings(changed) == [("R002", ("actions", 0, "proxy", "role"))]
    (found,) = rules.check(Routine.model_validate(changed))
    assert [path for path, _ in found.related] == [("actions", 1, "participants", 0, "role")]
    changed = values()
    changed["actions"][7]["conditions"][0]["question"] = "torkar"
    assert findings(changed) == [("R003", ("actions", 7, "conditions", 0, "question"))]
    changed = values()
    changed["sections"][2]["track"] = "lokal"
    assert findings(changed) == [("R005", ("sections", 2, "track"))]
    changed = values()
    for action in changed["actions"][5:]:
        action["section"] = "7.2.2"
    assert findings(changed) == [("R004", ("actions", 5, "section"))]


def test_a_lost_step_is_reported_without_all_that_hangs_on_it() -> None:
    """A question that cannot be asked takes its actions with it: what is to be mended is the question."""
    changed = values()
    changed["questions"][1]["conditions"].append(
        {**changed["questions"][1]["conditions"][0], "question": "torkar-salen"}
    )
    changed["questions"][2]["conditions"] = [{**changed["questions"][1]["conditions"][0], "answer": "nej"}]
    assert findings(changed) == [("R010", ("questions", 1, "conditions"))]


def test_a_row_that_the_source_has_not_is_told_as_that_and_not_as_out_of_order() -> None:
    changed = values()
    changed["actions"][0]["row"] = "20"
    found = list(rules.check(Routine.model_validate(changed), document=small_adopted()))
    assert [(one.code, one.path) for one in found] == [("K002", ("actions", 0, "row"))]
    assert "basis: egen i stället för row" in found[0].hint
    assert findings(changed) == [("R009", ("actions", 0, "row"))]


def test_a_question_that_lacks_easy_words_is_quoted_and_not_ended_twice() -> None:
    changed = values()
    changed["questions"][0]["answered_by"].append("upptackaren")
    (found,) = rules.check(Routine.model_validate(changed))
    assert found.code == "R026"
    assert found.message.endswith("?”.")
    assert not any("topic" in line for line in found.example)


def test_what_is_done_in_one_contact_stands_together() -> None:
    changed = values()
    changed["actions"][5]["group"] = {"id": "aterbesok", "basis": "kalla"}
    assert findings(changed) == [("R031", ("actions", 5, "group"))]
    for at in (5, 8, 9):
        changed["actions"][at].pop("group")
    assert findings(changed) == []


def test_what_is_put_in_the_midst_of_a_group_is_told_itself() -> None:
    """Who followed a message at the innocent one after it would undo the group."""
    changed = values()
    new = {"section": "7.2.1", "basis": "egen", "responsible": ["rektorn"]}
    new |= {"id": "lufta", "text": "Lufta salen", "others": "luftar salen"}
    changed["actions"].insert(9, new)
    (found,) = rules.check(Routine.model_validate(changed))
    assert (found.code, found.path) == ("R031", ("actions", 9))
    assert found.message == "”lufta” står mellan två åtgärder i gruppen aterbesok, men saknar group."
    assert [path for path, _ in found.related] == [("actions", 8, "group"), ("actions", 10, "group")]
    changed["actions"].insert(9, new | {"id": "vadra", "text": "Vädra salen", "others": "vädrar salen"})
    assert findings(changed) == [("R031", ("actions", 11, "group"))], "as many as there are in the group"
    changed["actions"].append({**changed["actions"][11], "id": "skriv-mer", "row": "11"})
    assert told(changed)[0][1].startswith("”vadra” och ”lufta” står mellan")


def told(changed: Any) -> list[tuple[str, str]]:
    """What the rules find, as code and message."""
    return [(one.code, one.message) for one in rules.check(Routine.model_validate(changed))]


def test_what_is_done_in_one_contact_is_of_one_track() -> None:
    changed = values()
    before, action = changed["actions"][4:6]
    action.pop("proxy")
    action |= {"responsible": ["vaktmastaren"], "after": before["after"]}
    before["group"] = action["group"] = {"id": "samtal", "basis": "kalla"}
    assert told(changed) == [("R031", "”flytta-klassen” hör till gruppen samtal, men ligger i ett annat spår.")]


def test_an_answer_that_is_turned_round_is_told_where_it_stands_and_once() -> None:
    changed = values()
    for at, answer in ((7, "nej"), (8, "ja"), (9, "nej")):
        changed["actions"][at]["conditions"] = [{**changed["actions"][7]["conditions"][0], "answer": answer}]
    changed["actions"][7] |= {"responsible": ["rektorn"], "group": changed["actions"][8]["group"]}
    changed["actions"][7].pop("responsible_basis", None)
    changed["actions"][8].pop("after")
    changed["actions"][9].pop("after")
    found = [each for each in rules.check(Routine.model_validate(changed)) if each.code == "R031"]
    assert [each.path for each in found] == [("actions", 8, "conditions", 0, "answer")]
    assert found[0].message.endswith("har svaret ja, och de andra svaret nej.")


def test_a_step_that_has_gone_from_the_easy_page_is_told_with_where_it_may_have_gone_by_mistake() -> None:
    changed = values()
    changed["actions"][1].pop("helps")
    found = next(each for each in rules.check(Routine.model_validate(changed)) if each.code == "R027")
    assert found.related == ((("actions", 1), "åtgärden"),)
    assert found.hint.index("lägg tillbaka") < found.hint.index("ta bort")


def test_the_order_of_owners_is_no_difference_in_what_is_done_in_one_contact() -> None:
    changed = values()
    changed["actions"][8].pop("consulted")
    changed["actions"][8]["responsible"] = ["rektorn", "vaktmastaren"]
    changed["actions"][9]["responsible"] = ["vaktmastaren", "rektorn"]
    assert findings(changed) == []


def test_a_misspelt_group_is_told_without_the_neighbours_that_it_parts() -> None:
    changed = values()
    new = {**changed["actions"][9], "id": "extra", "row": "11", "group": {"id": "aterbesok", "basis": "kalla"}}
    changed["actions"].append(new)
    changed["actions"][9]["group"] = {"id": "aterbesk", "basis": "kalla"}
    assert findings(changed) == [("R031", ("actions", 9, "group", "id"))]


def test_several_contacts_without_a_label_are_told_one_by_one() -> None:
    changed = values()
    for contact in changed["contacts"]:
        contact.pop("label", None)
    assert findings(changed) == [("R032", ("contacts", 0)), ("R032", ("contacts", 1))]
    changed["contacts"][1]["function"] = "Verkets jour"
    assert findings(changed) == [("R032", ("contacts", 0)), ("R032", ("contacts", 1))]
    changed["contacts"].pop(1)
    changed["exceptions"].pop(0)  # It is about that contact.
    assert findings(changed) == []


def test_a_decision_of_the_day_of_its_edition_or_of_the_last_decision_is_in_time() -> None:
    changed = values()
    newer, older = changed["revisions"]
    newer["decision"]["date"] = newer["date"]
    assert findings(changed) == []
    newer["decision"]["date"] = older["decision"]["date"]
    assert findings(changed) == []


def test_a_decision_with_a_wrong_day_is_told_without_those_it_stands_beside() -> None:
    changed = values()
    changed["revisions"][1]["decision"]["date"] = "2072-11-30"
    assert findings(changed) == [("R033", ("revisions", 1, "decision", "date"))]


def test_several_faults_are_reported_together() -> None:
    changed = values()
    changed["actions"][0]["responsible"] = []
    changed["actions"][4]["row"] = "3"
    changed["actions"][5]["after"] = [
        {"action": "flytta-klassen", "text": "efter flytten", "basis": "kalla"},
    ]
    changed["contacts"][1]["number"] = "112"
    changed["terms"] = []
    assert sorted(findings(changed)) == [
        ("R008", ("actions", 0, "responsible")),
        ("R009", ("actions", 4, "row")),
        ("R011", ("actions", 5, "after", 0, "action")),
        ("R019", ("contacts", 1, "number")),
    ]


def paths(node: Any, path: Path = ()) -> Iterator[Path]:
    """Every place of the routine that holds something."""
    if path:
        yield path
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in children:
        yield from paths(child, (*path, step))


def test_nothing_is_said_about_a_placeholder_or_what_lies_in_it() -> None:
    changed = values()
    changed["actions"][0]["informs"][0]["role"] = "saknas"
    role: Path = ("actions", 0, "informs", 0, "role")
    assert findings(changed) == [("R002", role)]
    for path in [role, ("actions", 0, "informs", 0), ("actions", 0, "informs"), ("actions", 0), ("actions",)]:
        assert findings(changed, path) == []


@pytest.mark.parametrize("step", some(5, full=(1,)))
def test_a_sound_routine_is_sound_whatever_is_a_placeholder(step: int) -> None:
    changed = values()
    routine = Routine.model_validate(changed)
    for path in [*paths(changed)][::step]:
        assert list(rules.check(routine, frozenset({path}))) == [], path


@pytest.mark.parametrize(
    ("placeholder", "code", "change"),
    [
        (("actions", 0, "text"), "R008", lambda all: all["actions"][0].update(responsible=[])),
        (("actions", 3, "row"), "R009", lambda all: all["actions"][4].update(row="2")),
        (("sections", 0, "title"), "R010", lambda all: all["questions"][1]["conditions"][0].update(answer="nej")),
        (
            ("questions", 0, "text"),
            "R011",
            lambda all: all["actions"][5].update(after=[{"action": "hyr-flaktar", "text": "sen", "basis": "kalla"}]),
        ),
        (
            ("actions", 2, "section"),
            "R012",
            lambda all: all["sections"].append({"id": "7.2.9", "title": "X", "track": "lokaler", "basis": "kalla"}),
        ),
        (
            ("actions", 0, "proxy"),
            "R013",
            lambda all: [
                all["actions"][at].pop(key) for at, key in ((0, "proxy"), (1, "participants"), (3, "participants"))
            ],
        ),
        (("actions", 7, "conditions", 0, "question"), "R014", lambda all: all["actions"][7].pop("conditions")),
        (
            ("sections", 0, "track"),
            "R015",
            lambda all: all["tracks"].append({"id": "el", "title": "Elen", "number": "7.3", "basis": "kalla"}),
        ),
        (("revisions", 1, "date"), "R018", lambda all: all["revisions"][1].update(date="2025-01-01")),
        (("contacts", 0, "valid_until"), "R019", lambda all: all["contacts"][0].pop("valid_until")),
        (("contacts", 0, "number"), "R106", lambda all: all["contacts"][0].pop("number")),
        (("roles", 0, "name"), "R020", lambda all: all["roles"][1].update(name="upptäckaren")),
        (("roles", 0, "tab"), "R020", lambda all: all["roles"][1].update(tab="Min del")),
    ],
)
def test_a_rule_is_silent_while_something_it_needs_is_wrong(placeholder: Path, code: str, change: Any) -> None:
    changed = values()
    change(changed)
    assert code in {found for found, _ in findings(changed)}
    assert code not in {found for found, _ in findings(changed, placeholder)}


def test_actions_and_questions_share_their_addresses_but_roles_and_tracks_do_not() -> None:
    changed = values()
    changed["tracks"][0]["id"] = changed["sections"][0]["track"] = changed["sections"][1]["track"] = "rektorn"
    assert findings(changed) == []


def test_a_repeated_id_points_to_the_first() -> None:
    changed = values()
    changed["contacts"][1]["id"] = "kontakt-jouren"
    (found,) = rules.check(Routine.model_validate(changed))
    assert found.related == ((("contacts", 0, "id"), "står redan här"),)


def test_nine_actions_at_once_are_not_too_many() -> None:
    changed = values()
    new = {"section": "7.2.1", "responsible": ["vaktmastaren"], "text": "Flytta låda", "others": "flyttar låda"}
    changed["actions"] += [{"id": f"extra-{row}", "row": str(row), **new} for row in range(11, 18)]
    assert findings(changed) == []
    changed["actions"].append({"id": "extra-18", "row": "18", **new})
    assert findings(changed) == [("R017", ("sections", 2))]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("2", "1"), []),
        (("10", "9"), []),
        (("1", "2"), [("R018", ("revisions", 0, "date"))]),
        (("Höst", "Vår"), []),
        (("2026:1", "2"), []),
    ],
)
def test_revisions_of_one_day_stand_as_they_are_numbered(numbers: tuple[str, str], found: list[object]) -> None:
    changed = values()
    changed["revisions"][1]["date"] = changed["revisions"][0]["date"]
    for revision, number in zip(changed["revisions"], numbers, strict=True):
        revision["edition"] = number
    assert findings(changed) == found


def test_the_number_to_ring_is_written_as_the_emergency_numbers_are() -> None:
    """Told with those that may be rung. A number is only spelt for her when it has the same figures."""
    changed = values()
    dial = changed["actions"][2]["call"]
    for number, hint in (
        ("0105550100", "skriv 010-555 01 00, precis som"),
        ("999", "har numret under emergency blivit fel"),
    ):
        dial["number"] = number
        (found,) = rules.check(Routine.model_validate(changed))
        assert (found.code, found.path) == ("R062", ("actions", 2, "call", "number"))
        assert (found.allowed, found.hint[: len(hint)]) == ("112, 010-555 01 00", hint)
    changed["actions"][4]["call"]["number"] = "999"
    (found,) = rules.check(Routine.model_validate(changed))
    assert found.related == ((("actions", 4, "call", "number"), "också här"),)
    dial["number"] = changed["actions"][4]["call"]["number"] = "010-555 02 00"
    (found,) = rules.check(Routine.model_validate(changed))
    assert found.related[-1] == (("emergency", 1, "number"), "numret under emergency")
    changed["actions"][4]["call"]["number"], dial["number"] = "112", "999"
    changed["emergency"].append({"number": "999", "label": "Nytt", "advice": "Ring."})
    changed["emergency"].pop(0)
    assert findings(changed) == [("R062", ("actions", 4, "call", "number"))]


def test_one_answer_may_be_explained_and_the_other_not_but_none_twice() -> None:
    changed = values()
    means = changed["questions"][0]["means"]
    kept = means.pop()
    assert findings(changed) == []
    means += [kept, kept]
    (found,) = rules.check(Routine.model_validate(changed))
    assert (found.code, found.path) == ("R061", ("questions", 0, "means", 2, "answer"))
    assert found.related == ((("questions", 0, "means", 1, "answer"), "förklaras redan här"),)
    said = changed["questions"][0]["said"]
    said.append(said[0])
    assert [path for _, path in findings(changed)] == [
        ("questions", 0, "means", 2, "answer"),
        ("questions", 0, "said", 2, "answer"),
    ]
    said.pop()
    changed["questions"][1]["means"] = [means[0]]
    means.pop()
    assert findings(changed) == [], "another question has the same answers"


def test_an_action_for_a_question_and_a_question_for_an_action_are_told_where_they_belong() -> None:
    changed = values()
    changed["actions"][4]["after"][0]["action"] = "torkar-salen"
    changed["actions"][7]["conditions"][0]["question"] = "byt-roret"
    found = {one.code: one.hint for one in rules.check(Routine.model_validate(changed))}
    assert "skriv den under conditions" in found["R006"]
    assert "skriv den under after" in found["R003"]


def test_a_near_word_is_suggested_and_a_far_one_is_not() -> None:
    assert closest("rektor", ["eleven", "rektorn"]) == "menade du ”rektorn”?"
    assert closest("Ja", ["ja", "nej"]) == "menade du ”ja”?"
    assert closest("NEJ", ["ja", "nej"]) == "menade du ”nej”?"
    assert closest("huset", ["eleven", "rektorn"]) == ""
    assert listing([]) == "(inga finns än)"
    assert listing(["ett", "två"]) == "ett, två"
    assert listing(map(str, range(230))).endswith("38, 39 och 190 till")


def test_texts_that_say_that_it_is_open_are_shown_where_an_open_question_is_gone() -> None:
    """Of the steps that name it, also those that are easy to read; another step's may be about something else."""
    changed = values()
    step = next(at for at, action in enumerate(changed["actions"]) if action["id"] == "sag-till")
    changed["actions"][step] |= {"open_questions": ["vem-ser"], "detail": "Rutinen säger inget om helger."}
    changed["actions"][step + 1]["detail"] = "Rutinen säger inte vem som ser."
    (found,) = (one for one in rules.check(Routine.model_validate(changed)) if one.code == "R007")
    assert "ändra de texter som säger att rutinen inte säger det" in found.hint
    assert [path for path, _ in found.related] == [("actions", step, "detail"), ("easy", "steps", 0, "unanswered", 1)]
