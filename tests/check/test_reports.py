"""A report says the same to a person, as JSON and as annotations, of as much as each of them takes."""

from __future__ import annotations

import json

from routine.check.problems import MOST_TOLD, Mark, Problem, RoutineError, as_annotations, as_json


def test_what_would_end_a_workflow_command_is_escaped() -> None:
    error = RoutineError("a:b,c%.yaml", "", [Problem("M010", Mark(1, 2, 3), "50 %\r\ntill: a, b.", hint="så.")])
    assert as_annotations(error) == (
        "::error file=a%3Ab%2Cc%25.yaml,line=1,col=2,endColumn=5,title=M010"
        "::50 %25%0D%0Atill: a, b.%0AGör så här: så.\n"
    )


def test_how_it_is_written_is_told_in_every_form_with_its_indents() -> None:
    example = ("    within:", "      count: 3")
    error = RoutineError("rutin.yaml", "", [Problem("M003", Mark(1, 2), "Fel.", hint="så.", example=example)])
    assert (
        "    Gör så här: så.\n    Så här kan det stå:\n       |     within:\n       |       count: 3\n"
        in error.report()
    )
    assert json.loads(as_json(error))[0]["example"] == "    within:\n      count: 3"
    assert "så.%0ASå här kan det stå:%0A    within:%0A      count: 3\n" in as_annotations(error)


def test_at_most_fifty_problems_are_told_and_then_how_many_there_are() -> None:
    error = RoutineError("rutin.yaml", "", [Problem("M011", Mark(at, 1), "Tomt.") for at in range(1, 300)])
    assert error.report().count(": M011 Tomt.") == MOST_TOLD
    assert "299 fel i rutin.yaml. Här visas de 50 första." in error.report()
    assert as_annotations(error).count("::error ") == MOST_TOLD
    assert len(json.loads(as_json(error))) == 299
