"""The routine is held to the adopted document: to its facts, not to its words, order or our readings of it.

That each difference is told is in tests/kit/broken.py; here is what is none, and that one cause is told once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from routine import rules
from routine.domain.adopted import Adopted, Period
from routine.domain.model import Routine
from routine.loading.parse import parse, parse_adopted
from routine.reading.finding import Finding
from routine.reading.nodes import Path, raw
from routine.reading.problems import Problem, RoutineError
from routine.reading.source import read
from routine.rules.named import not_there
from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import SMALL_ADOPTED
from tests.kit.variants import leaves, small
from tests.kit.views import some

ADOPTED = parse_adopted(SMALL_ADOPTED.read_bytes(), "adopted.yaml")


def found(values: Any, *placeholders: Path, document: Adopted | None = ADOPTED) -> list[tuple[str, Path]]:
    """Code and path of what is wrong with the routine."""
    routine = Routine.model_validate(values)
    return [(one.code, one.path) for one in rules.check(routine, frozenset(placeholders), document)]


def changed(change: Callable[[Any], Any]) -> Any:
    values: Any = small()
    change(values)
    return values


def test_the_small_routine_agrees_with_its_document_and_the_decisions() -> None:
    assert found(small()) == []


def test_without_the_decisions_it_does_not() -> None:
    values = changed(lambda all: [revision.pop("decision") for revision in all["revisions"]])
    assert {code for code, _ in found(values)} >= {
        "K003",
        "K004",
        "K005",
        "K006",
        "K007",
        "K008",
        "K009",
        "K010",
        "K018",
    }


def test_without_the_document_nothing_is_held_to_it() -> None:
    values = changed(lambda all: all["actions"][8].pop("within"))
    assert found(values) == [("K008", ("actions", 8, "within"))]
    assert found(values, document=None) == []


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


@pytest.mark.parametrize("change", FREE.values(), ids=FREE)
def test_what_the_source_does_not_decide_is_free(change: Callable[[Any], Any]) -> None:
    assert found(changed(change)) == []


def test_of_one_who_is_consulted_both_ways_say_the_same() -> None:
    alone = SMALL_ADOPTED.read_bytes().replace(b"roles: [vaktmastaren, va-ingenjoren]", b"roles: [vaktmastaren]")
    values = changed(lambda all: all["actions"][8]["consulted"].update(mode="alla", roles=["vaktmastaren"]))
    assert found(values, document=parse_adopted(alone, "adopted.yaml")) == []
    assert found(values) == [("K005", ("actions", 8, "consulted", "roles"))]


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


@pytest.mark.parametrize("words", [*SAID, *NOT_SAID])
def test_a_word_that_must_be_said_is_not_met_by_a_sentence_that_says_it_is_not(words: str) -> None:
    values = changed(lambda all: all["actions"][5].update(requirement=must(words)))
    assert found(values) == ([] if words in SAID else [("K011", ("actions", 5, "requirement"))])


ONE_CAUSE: dict[str, tuple[Callable[[Any], Any], list[tuple[str, Path]]]] = {
    "a misspelt owner": (
        lambda all: all["actions"][2].update(responsible=["ingenjoren"]),
        [("R002", ("actions", 2, "responsible", 0))],
    ),
    "a misspelt question": (
        lambda all: all["actions"][2]["conditions"][0].update(question="rinner"),
        [("R003", ("actions", 2, "conditions", 0, "question"))],
    ),
    "a misspelt section": (
        lambda all: all["actions"][2].update(section="7.1.9"),
        [("R004", ("actions", 2, "section"))],
    ),
    "nobody responsible": (lambda all: all["actions"][2].pop("responsible"), [("R008", ("actions", 2, "responsible"))]),
    "the number of another row": (lambda all: all["actions"][6].update(row="6"), [("K001", ("actions", 6))]),
    "a number of its own": (lambda all: all["actions"][9].update(row="90"), [("K002", ("actions", 9, "row"))]),
    "no row at all": (
        lambda all: [action.pop("row", None) for action in all["actions"]],
        [("K002", ("actions", 0))],
    ),
    "an owner who also takes part": (
        lambda all: all["actions"][1]["participants"].append({"role": "vaktmastaren", "text": "Kom", "basis": "kalla"}),
        [("R016", ("actions", 1))],
    ),
    "a role that a decision misspells": (
        lambda all: all["revisions"][1]["decision"]["changes"][0].update(participants=["elevn"]),
        [("K016", ("revisions", 1, "decision", "changes", 0, "participants", 0))],
    ),
    "a decision of another row": (
        lambda all: all["revisions"][0]["decision"]["changes"][4].update(row="99"),
        [("K012", ("revisions", 0, "decision", "changes", 4, "row"))],
    ),
    "a decision of nothing": (
        lambda all: all["revisions"][0]["decision"]["changes"][4].pop("within"),
        [("K013", ("revisions", 0, "decision", "changes", 4))],
    ),
}


@pytest.mark.parametrize(("change", "told"), ONE_CAUSE.values(), ids=ONE_CAUSE)
def test_one_cause_is_told_once(change: Callable[[Any], Any], told: list[tuple[str, Path]]) -> None:
    assert found(changed(change)) == told


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


def hints(values: Any) -> list[str]:
    return [one.hint for one in rules.check(Routine.model_validate(values), frozenset(), ADOPTED)]


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


@pytest.mark.parametrize(("change", "entry"), PASTED.values(), ids=PASTED)
def test_what_stands_here_is_given_as_it_is_entered_in_a_decision(change: Callable[[Any], Any], entry: str) -> None:
    """It can be pasted: the decision that it makes is one that the routine then agrees with."""
    values = changed(change)
    (hint,) = hints(values)
    assert f", {entry}}}]." in hint
    (text,) = re.findall(r"changes: (\[\{.*\}\])\.", hint)
    entered: Any = raw(read(f"changes: {text}".encode(), "x", ("changes",))[1])
    decision = {"body": "Nämnden", "date": "2025-01-01", "reference": "1", "changes": entered["changes"]}
    values["revisions"].insert(0, {"edition": "3", "date": "2025-02-01", "summary": "Nytt.", "decision": decision})
    assert found(values) == []


LEFT: dict[str, tuple[Callable[[Any], Any], str]] = {
    "a proxy": (
        lambda all: all["actions"][0]["proxy"].update(role="rektorn"),
        "skriv eleven under proxy i åtgärden, som beslutet punkt 8.",
    ),
    "a proxy as a reading": (
        lambda all: all["actions"][0]["proxy"].update(basis="tolkning"),
        "skriv basis: kalla.",
    ),
    "groups": (
        lambda all: all["actions"][6]["groups"].pop(),
        "skriv två målgrupper under groups i åtgärden, som beslutet punkt 8.",
    ),
    "a word": (
        lambda all: all["revisions"][0]["decision"]["changes"][1].update(says=["paraply"]),
        "skriv ordet här, eller rätta det i beslutet punkt 8 om det är felskrivet där.",
    ),
    "a limit that is taken away": (
        lambda all: all["revisions"][0]["decision"]["changes"].append({"row": "5", "removed": ["within"]}),
        "ta bort within ur åtgärden.",
    ),
}


@pytest.mark.parametrize(("change", "mend"), LEFT.values(), ids=LEFT)
def test_who_has_just_entered_a_decision_is_asked_for_the_action_and_for_no_other(
    change: Callable[[Any], Any], mend: str
) -> None:
    """What stands there is what was before: as a decision it would take the new one back."""
    (hint,) = hints(changed(change))
    assert hint == (
        f"{mend} Har något annat beslutats efter punkt 8, lägg en ny utgåva överst under revisions, med det beslutet."
    )


def test_a_row_whose_number_is_gone_is_suggested_where_it_can_be_no_other() -> None:
    def of(*bare: int) -> list[str]:
        values = changed(lambda all: [all["actions"][i].pop("row") for i in bare])
        return [one.hint.partition("?")[0] for one in rules.check(Routine.model_validate(values), document=ADOPTED)]

    assert of(2) == ["menade du row: 3"]
    assert not any(hint.startswith("menade") for hint in of(2, 3))


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


@pytest.mark.parametrize(
    ("left", "opened"), [("    conditions:\n", f"    conditions:\n{OTHER}"), ("", "")], ids=["beside another", "alone"]
)
def test_a_condition_that_is_lacking_is_shown_as_it_can_be_pasted(left: str, opened: str) -> None:
    """A row of the document has other keys: copied as it stands it was refused."""
    whole = f"    conditions:\n{STATED}{OTHER}"
    assert SMALL_TEXT.count(whole) == 1
    (problem,) = unlike(SMALL_TEXT.replace(whole, opened))
    pasted = "".join(f"{line}\n" for line in problem.example)
    assert "text: om det rinner\n" in pasted, "the words of another action"
    assert unlike(SMALL_TEXT.replace(whole, f"{left}{pasted}{opened.removeprefix(left)}")) == []


def test_a_condition_that_no_other_action_has_is_shown_with_words_to_fill_in() -> None:
    values = changed(lambda all: [all["actions"][i].pop("conditions") for i in (2, 3)])
    texts = [line for one in rules.check(Routine.model_validate(values), document=ADOPTED) for line in one.example]
    assert texts.count("    text: … om det är så") == 2


def test_a_row_that_is_decided_away_or_in_is_told_with_its_decision() -> None:
    def away(all: Any) -> None:
        all["revisions"][0]["decision"]["changes"].append({"row": "10", "row_is": "borttagen"})

    (left,) = rules.check(Routine.model_validate(changed(away)), frozenset(), ADOPTED)
    assert left.message.startswith("Beslutet punkt 8 tar bort rad 10, men åtgärden ”")
    assert left.hint.startswith("ta bort åtgärden")
    assert "row_is: ny" not in left.hint

    def into(all: Any) -> None:
        all["revisions"][0]["decision"]["changes"][3]["row"] = "11"
        all["actions"] = [one for one in all["actions"] if one.get("row") != "8"]

    every = rules.check(Routine.model_validate(changed(into)), frozenset(), ADOPTED)
    (lacking,) = (one for one in every if one.code == "K001")
    assert lacking.message.startswith("Rad 11, ny enligt beslutet punkt 8, saknas")
    assert "row_is" not in lacking.hint


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
    told = {one.code: one for one in rules.check(Routine.model_validate(values), frozenset(), ADOPTED)}
    assert "Beslutet § 2 räknas inte: det är från 1 mars 2017" in told["K007"].hint
    assert told["K007"].related == ((("revisions", 2, "decision", "date"), "beslutet som inte räknas"),)
    assert "lägg en ny utgåva" in told["K008"].hint
    assert told["K008"].related == ()
    values["revisions"][2]["date"] = "2018-01-15"
    told = {one.code: one for one in rules.check(Routine.model_validate(values), frozenset(), ADOPTED)}
    assert "lägg en ny utgåva" in told["K007"].hint, "ett beslut i en utgåva före källan är historia"
    assert told["K007"].related == ()


def test_each_difference_is_told_at_its_own_line() -> None:
    def change(all: Any) -> None:
        all["actions"][2]["responsible"] = ["rektorn"]
        all["actions"][4]["within"]["count"] = "4"
        all["actions"][6]["groups"].pop()

    assert sorted(found(changed(change))) == [
        ("K004", ("actions", 2, "responsible")),
        ("K008", ("actions", 4, "within", "count")),
        ("K009", ("actions", 6, "groups")),
    ]


@pytest.mark.parametrize("step", some(5, full=(1,)))
def test_a_sound_routine_is_sound_also_to_its_document_whatever_is_a_placeholder(step: int) -> None:
    values = small()
    routine = Routine.model_validate(values)
    every = dict.fromkeys(path[:end] for path, _ in leaves(values) for end in range(1, len(path) + 1))
    for place in [*every][::step]:
        assert [*rules.check(routine, frozenset({place}), ADOPTED)] == [], place


@pytest.mark.parametrize(
    ("placeholder", "code", "change"),
    [
        (("actions", 2, "row"), "K004", lambda all: all["actions"][2].update(responsible=["rektorn"])),
        (("roles", 0, "name"), "K004", lambda all: all["actions"][2].update(responsible=["rektorn"])),
        (("questions", 0, "text"), "K010", lambda all: all["actions"][2]["conditions"][0].update(basis="tolkning")),
        (("revisions", 1, "decision", "body"), "K008", lambda all: all["actions"][4].pop("within")),
        (("source", "date"), "K008", lambda all: all["actions"][4].pop("within")),
        (
            ("revisions", 0, "decision"),
            "K012",
            lambda all: all["revisions"][1]["decision"]["changes"][0].update(row="90"),
        ),
    ],
)
def test_it_is_silent_while_something_it_needs_is_wrong(
    placeholder: Path, code: str, change: Callable[[Any], Any]
) -> None:
    values = changed(change)
    assert code in {told for told, _ in found(values)}
    assert found(values, placeholder) == []


def test_a_limit_that_the_source_counts_from_an_action_is_held_to_that() -> None:
    start = Period.model_validate({"count": "3", "unit": "dagar", "after": "stang-kranen"})
    rows = (row.model_copy(update={"within": start}) if row.row == 5 else row for row in ADOPTED.rows)
    document = Adopted.model_construct(rows=tuple(rows))

    def told(**after: str) -> list[Finding]:
        values = changed(lambda all: all["actions"][4]["within"].update(after))
        return list(rules.check(Routine.model_validate(values), frozenset(), document))

    assert told(after="stang-kranen") == []
    (other,) = told(after="sag-till")
    assert (other.code, other.path) == ("K008", ("actions", 4, "within", "after"))
    assert "tre dagar efter stang-kranen" in other.message
    assert [one.code for one in told()] == ["K008"]


def test_who_the_source_says_answers_is_there() -> None:
    document = SMALL_ADOPTED.read_text(encoding="utf-8").replace(
        "        answer: ja\n", "        answer: ja\n        answered_by: [rektor]\n"
    )
    (unknown,) = not_there(parse_adopted(document.encode(), "x"), Routine.model_validate(small()))
    assert (unknown.code, unknown.path) == ("K017", ("rows", 3, "conditions", 0, "answered_by", 0))


def test_an_action_that_the_source_counts_from_is_there() -> None:
    start = Period.model_validate({"count": "3", "unit": "dagar", "after": "stang-kran"})
    rows = (row.model_copy(update={"within": start}) if row.row == 5 else row for row in ADOPTED.rows)
    routine = Routine.model_validate(small())
    (unknown,) = not_there(Adopted.model_construct(rows=tuple(rows)), routine)
    assert (unknown.code, unknown.path) == ("K017", ("rows", 4, "within", "after"))
    assert unknown.message == "Åtgärden ”stang-kran” finns inte i rutinen."


def begun() -> tuple[Any, Any]:
    """The small routine before anything was decided, and its document begun as editors are told to: row, section and
    who is responsible."""
    values: Any = small()
    for revision in values["revisions"]:
        revision.pop("decision", None)
    keys = ("row", "section", "responsible")
    return values, {"rows": [{key: action[key] for key in keys} for action in values["actions"]]}


def told(values: Any, document: Any) -> list[Finding]:
    adopted = Adopted.model_validate(document)
    return list(rules.check(Routine.model_validate(values), frozenset(), adopted))


COPY = re.compile(
    r"säger källan det, lägg till (.+) på rad (\d+) i adopted\.yaml\. Säger den det inte, (?:ta bort|skriv) "
)


def test_a_document_that_is_only_begun_is_filled_in_by_what_is_told() -> None:
    values, document = begun()
    findings = told(values, document)
    keys = {"K005", "K006", "K007", "K008", "K009", "K010", "K018"}
    assert {each.code for each in findings} == keys
    for each in findings:
        assert each.message.startswith("Rad ")
        found = COPY.match(each.hint)
        assert found, each.hint
        fact: Any = raw(read(found[1].encode(), "x", ("rows",))[1])
        next(row for row in document["rows"] if row["row"] == found[2]).update(fact)
    assert told(values, document) == []


def test_a_condition_is_added_to_those_that_the_row_has() -> None:
    values, document = begun()
    document["rows"][3]["conditions"] = [{"question": "ar-det-natet", "answer": "ja"}]
    values["actions"][3]["conditions"][1]["basis"] = "kalla"
    (hint,) = [each.hint for each in told(values, document) if each.path[:2] == ("actions", 3)]
    assert "lägg till {question: rinner-det, answer: ja} under conditions på rad 4 i adopted.yaml." in hint


def test_rows_that_have_not_been_copied_yet_are_told_as_such() -> None:
    values, document = begun()
    document["rows"] = document["rows"][:2]
    missing = [each for each in told(values, document) if each.code == "K002"]
    assert len(missing) == len(values["actions"]) - 2
    for each in missing:
        found = re.match(
            r"står raden i källan, lägg till den i adopted\.yaml: - (\{.+?\})\. Är numret fel, ", each.hint
        )
        assert found, each.hint
        row: Any = raw(read(f"rows: [{found[1]}]".encode(), "x", ("rows",))[1])
        document["rows"] += row["rows"]
    assert not any(each.code == "K002" for each in told(values, document))


def test_a_decision_of_a_row_that_has_not_been_copied_yet_is_told_as_such() -> None:
    values: Any = small()
    _, document = begun()
    document["rows"] = document["rows"][:1]
    hints = [each.hint for each in told(values, document) if each.code == "K012"]
    assert hints
    assert all(each.startswith("står raden i källan, lägg till den i adopted.yaml. Är numret fel, ") for each in hints)
