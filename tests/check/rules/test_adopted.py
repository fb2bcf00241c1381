"""The routine is held to the adopted document: to its facts, not to its words, order or our readings of it.

That each difference is told is in tests/kit/ruled.py; here is what is none, and what is done about one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from routine.check import rules
from routine.check.finding import Finding
from routine.check.nodes import Path, raw
from routine.check.parse import parse, parse_adopted
from routine.check.problems import Problem, RoutineError
from routine.check.rules.adopted import row_twice
from routine.check.rules.decided import not_there
from routine.check.source import read
from routine.model.adopted import Adopted
from routine.model.model import Routine
from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import SMALL_ADOPTED
from tests.kit.variants import small

ADOPTED = parse_adopted(SMALL_ADOPTED.read_bytes(), "adopted.yaml")
Change = Callable[[Any], Any]


def told(values: Any, document: Adopted | None = ADOPTED) -> list[Finding]:
    return [*rules.check(Routine.model_validate(values), document)]


def found(values: Any, document: Adopted | None = ADOPTED) -> list[tuple[str, Path]]:
    """Code and path of what is wrong with the routine."""
    return [(one.code, one.path) for one in told(values, document)]


def changed(change: Change) -> Any:
    values: Any = small()
    change(values)
    return values


def test_without_the_document_nothing_is_held_to_it_and_without_the_decisions_much_is() -> None:
    values = changed(lambda all: all["actions"][8].pop("within"))
    assert found(values) == [("K008", ("actions", 8, "within"))]
    assert found(values, document=None) == []
    bare = changed(lambda all: [revision.pop("decision") for revision in all["revisions"]])
    assert {code for code, _ in found(bare)} >= {*(f"K00{i}" for i in range(3, 10)), "K010", "K018"}


def must(text: str) -> dict[str, str]:
    return {"text": text, "basis": "kalla"}


FREE: dict[str, Callable[[Any], Any]] = {
    "the order of owners": lambda all: all["actions"][6]["responsible"].reverse(),
    "the order of those consulted": lambda all: all["actions"][4]["consulted"]["roles"].reverse(),
    "words": lambda all: all["actions"][5].update(text="Gå till en annan sal", detail="Byt sal"),
    "large letters": lambda all: all["actions"][5].update(requirement=must("Ta med KLASSLISTAN.")),
    "large letters in the word": lambda all: all["revisions"][0]["decision"]["changes"][1].update(says=["KLASSLISTA"]),
    "where the word stands": lambda all: all["actions"][5].update(
        requirement=must("Ta med den."), detail="Klasslistan."
    ),
    "the order of those who answer": lambda all: all["questions"][0]["answered_by"].reverse(),
    "who answers what the source never asks": lambda all: all["questions"][2].update(answered_by=["eleven"]),
    "what a condition is called": lambda all: all["actions"][2]["conditions"][0].update(text="vid behov"),
    "a reading": lambda all: all["actions"][7].pop("conditions") and all["questions"].pop(),
    "one reading more": lambda all: all["actions"][4].update(
        conditions=[{"question": "rinner-det", "answer": "nej", "text": "när det är torrt", "basis": "tolkning"}]
    ),
}


def test_what_the_source_does_not_decide_is_free() -> None:
    assert [name for name, change in FREE.items() if found(changed(change))] == []
    assert len(FREE) == 11


SAID = [
    "Ta med klasslistan.",
    "Den ska inte lämnas utan klasslista.",
    "Säg inte mer än vad klasslistan kräver.",
    "Skriv inte bara namnen utan hela klasslistan.",
    "Rutinen säger inte när. Ta med klasslistan.",
    "Ta med klasslistan, inte pennorna.",
]
NOT_SAID = [
    "Rutinen säger inte om någon tar med klasslistan.",
    "Det står inget i rutinen om klasslistan.",
    "Nämn aldrig klasslistan.",
    "Gå utan att klasslistan är med.",
    "Klasslistan inte heller.",
]


def test_a_word_that_must_be_said_is_not_met_by_a_sentence_that_says_it_is_not() -> None:
    for words in (*SAID, *NOT_SAID):
        values: Any = small()
        values["actions"][5]["requirement"] = must(words)
        assert found(values) == ([] if words in SAID else [("K011", ("actions", 5, "requirement"))]), words


def test_of_several_who_take_part_only_the_one_marked_as_a_reading_is_told() -> None:
    """Row 2 is decided: the pupil takes part, and now also the engineer. A third by our reading is free."""
    values = small()
    both = ["eleven", "va-ingenjoren"]
    revisions: Any = values["revisions"]
    revisions[1]["decision"]["changes"][0]["participants"] = both
    actions: Any = values["actions"]
    actions[1]["participants"] = [
        {"role": "rektorn", "text": "Kom", "basis": "tolkning"},
        {"role": "va-ingenjoren", "text": "Kom", "basis": "tolkning"},
        {"role": "eleven", "text": "Kom", "basis": "kalla"},
    ]
    assert found(values) == [("K007", ("actions", 1, "participants", 1, "basis"))]
    actions[1]["participants"].pop(1)
    assert found(values) == [("K007", ("actions", 1, "participants"))]


PASTED: dict[str, tuple[Callable[[Any], Any], str]] = {
    "a limit": (lambda all: all["actions"][4]["within"].update(count="4"), "within: {count: 4, unit: dagar}"),
    "a limit too many": (
        lambda all: all["actions"][5].update(within={"count": "1", "unit": "veckor", "basis": "kalla"}),
        "within: {count: 1, unit: veckor}",
    ),
    "no limit": (lambda all: all["actions"][4].pop("within"), "removed: [within]"),
    "owners": (
        lambda all: all["actions"][2].update(responsible=["rektorn", "eleven"]),
        "responsible: [rektorn, eleven]",
    ),
    "who is consulted": (
        lambda all: all["actions"][8]["consulted"].update(mode="alla"),
        "consulted: {mode: alla, roles: [va-ingenjoren, vaktmastaren]}",
    ),
    "a proxy": (
        lambda all: all["actions"][9].update(proxy={"role": "eleven", "text": "Skriv åt rektorn", "basis": "kalla"}),
        "proxy: eleven",
    ),
    "who takes part": (
        lambda all: all["actions"][1]["participants"][0].update(role="va-ingenjoren"),
        "participants: [va-ingenjoren]",
    ),
    "groups": (lambda all: all["actions"][9].update(groups=["Grannar"]), "groups: 1"),
    "an answer": (
        lambda all: all["actions"][2]["conditions"][0].update(answer="nej"),
        "conditions: [{question: rinner-det, answer: nej, answered_by: [vaktmastaren, rektorn]}]",
    ),
    "who answers": (
        lambda all: all["questions"][0].update(answered_by=["rektorn"]),
        "conditions: [{question: rinner-det, answer: ja, answered_by: [rektorn]}]",
    ),
    "a row": (
        lambda all: all["actions"].append({**all["actions"][7], "id": "extra", "row": "11"}),
        "row_is: ny, section: 7.2.1, responsible: [vaktmastaren]",
    ),
}


FILLED = """  - edition: "3"
    date: 2025-01-01
    summary: Nytt.
    decision:
      body: Nämnden
      date: 2025-01-01
      reference: § 1
      changes:
"""


def read_values(text: str) -> Any:
    return raw(read(text.encode(), "x", ("revisions",))[1])


def test_what_stands_here_is_given_as_it_is_entered_in_a_decision() -> None:
    """It can be pasted: the decision that it makes is one that the routine then agrees with."""
    for change, entry in PASTED.values():
        values = changed(change)
        (one,) = told(values)
        lines = "\n".join(one.example).replace("date: …", "date: 2025-01-01").replace("…", "Nytt")
        if not one.whole:  # Lines of the action itself are shown.
            (change_of_row,) = re.findall(r"changes: \[(\{.*\})\]\.", one.hint)
            lines = f"{FILLED}        - {change_of_row}"
        assert lines.endswith(f", {entry}}}")
        values["revisions"][:0] = read_values(f"revisions:\n{lines}\n")["revisions"]
        assert found(values) == [], entry
    assert len(PASTED) == 11


def test_who_has_just_entered_a_decision_is_asked_for_the_action_and_for_no_other() -> None:
    """What stands there is what was before: as a decision it would take the new one back."""
    left: tuple[Change, ...] = (
        lambda all: all["actions"][0]["proxy"].update(role="rektorn"),
        lambda all: all["actions"][0]["proxy"].update(basis="tolkning"),
        lambda all: all["actions"][6]["groups"].pop(),
        lambda all: all["revisions"][0]["decision"]["changes"].append({"row": "5", "removed": ["within"]}),
    )
    for change in left:
        (one,) = told(changed(change))
        assert one.kind == "decided"
        assert not one.whole
        assert "changes: [" not in one.hint


def test_a_row_whose_number_is_gone_is_suggested_where_it_can_be_no_other() -> None:
    (one,) = told(changed(lambda all: all["actions"][2].pop("row")))
    assert one.values["meant"]
    several = told(changed(lambda all: [all["actions"][i].pop("row") for i in (2, 3)]))
    assert [each.values["meant"] for each in several] == ["", ""]


def unlike(text: str) -> list[Problem]:
    """What is said of conditions, and of what cannot be read."""
    try:
        parse(text.encode(), "rutin.yaml", ADOPTED)
    except RoutineError as error:
        return [problem for problem in error.problems if problem.code == "K010" or problem.code[0] in "SM"]
    return []


STATED = "      - question: rinner-det\n        answer: ja\n        text: om det rinner ännu\n        basis: kalla\n"
OTHER = (
    "      - question: ar-det-natet\n        answer: ja\n        text: om felet är i nätet\n        basis: tolkning\n"
)


def test_a_condition_that_is_lacking_is_shown_as_it_can_be_pasted() -> None:
    """A row of the document has other keys: copied as it stands it was refused."""
    whole = f"    conditions:\n{STATED}{OTHER}"
    assert SMALL_TEXT.count(whole) == 1
    for left, opened in (("    conditions:\n", f"    conditions:\n{OTHER}"), ("", "")):
        (problem,) = unlike(SMALL_TEXT.replace(whole, opened))
        pasted = "".join(f"{line}\n" for line in problem.example)
        assert "text: om det rinner\n" in pasted, "the words of another action"
        assert unlike(SMALL_TEXT.replace(whole, f"{left}{pasted}{opened.removeprefix(left)}")) == []


def test_a_row_that_is_decided_away_is_told_with_its_decision() -> None:
    away = {"row": "10", "row_is": "borttagen"}
    (left,) = told(changed(lambda all: all["revisions"][0]["decision"]["changes"].append(away)))
    assert (left.code, left.kind, left.values["decision"]) == ("K002", "gone", "punkt 8")


def test_what_a_later_decision_changed_again_may_name_what_is_no_longer_there() -> None:
    """The row's proxy was another role, which the routine then lost."""
    values = changed(lambda all: all["revisions"][1]["decision"]["changes"].append({"row": "1", "proxy": "vikarien"}))
    assert found(values) == []


def test_a_decision_that_is_too_old_to_count_is_pointed_at_where_it_would_have_counted() -> None:
    """Only of the row and the key that it names, and of nothing else."""
    change = {"row": "10", "participants": ["eleven"]}
    decision = {"body": "Nämnden", "date": "2017-03-01", "reference": "§ 2", "changes": [change]}

    def entered(all: Any) -> None:
        all["revisions"].append({"edition": "0", "date": "2021-01-15", "summary": "Utkast.", "decision": decision})
        all["actions"][9]["participants"] = [{"role": "eleven", "text": "Skriv", "basis": "kalla"}]
        all["actions"][9]["within"] = {"count": "1", "unit": "dagar", "basis": "kalla"}

    values = changed(entered)
    kinds = {one.code: (one.kind, one.places) for one in told(values)}
    assert kinds == {"K007": ("old", (("revisions", 2, "decision", "date"),)), "K008": ("", ())}
    values["revisions"][2]["date"] = "2018-01-15"
    assert {one.kind for one in told(values)} == {""}, "a decision in an edition before the source is history"


def test_the_document_names_what_the_routine_has_and_each_row_once() -> None:
    text = SMALL_ADOPTED.read_bytes()
    other = parse_adopted(text.replace(b"vaktmastaren", b"vaktmastarn"), "adopted.yaml")
    assert {one.code for one in not_there(other, Routine.model_validate(small()))} == {"K017"}
    assert found(small(), other) == []
    twice = ADOPTED.model_copy(update={"rows": (*ADOPTED.rows, ADOPTED.rows[0])})
    assert [(one.code, one.path) for one in row_twice(twice)] == [("K015", ("rows", len(ADOPTED.rows), "row"))]
