"""Parsing of a file's bytes to a valid routine, or to one error. Pure.

The error has everything that is wrong in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from pydantic import ValidationError

from routine.check import rules
from routine.check.finding import Finding
from routine.check.lines import narrowed
from routine.check.model_faults import explain
from routine.check.nodes import Mapping, Raw, place, raw
from routine.check.problems import MOST_PROBLEMS, Problem, RoutineError
from routine.check.rules.adopted import row_twice
from routine.check.rules.decided import not_there
from routine.check.rules.personal import in_comments
from routine.check.source import read
from routine.model.adopted import Adopted
from routine.model.model import Routine
from routine.model.part import Part

Model = TypeVar("Model", bound=Part)


@lru_cache(maxsize=4)  # Several parts of a build parse the same bytes, and a routine never changes.
def parse(data: bytes, name: str, adopted: Adopted | None = None) -> Routine:
    """Parse the routine in the bytes of a file called `name`.

    It is checked against the adopted document if there is one.

    Raises RoutineError with every problem of the first stage that has any: how it is written, its types, the rules.
    """
    text, root = read(data, name)
    routine = _validated(Routine, name, text, root)
    _hold(name, text, root, rules.check(routine, document=adopted), in_comments(text, routine))
    return routine


@lru_cache(maxsize=4)
def parse_adopted(data: bytes, name: str) -> Adopted:
    """Parse the adopted document in the bytes of a file called `name`.

    Raises RoutineError.
    """
    text, root = read(data, name, ("rows",))
    adopted = _validated(Adopted, name, text, root)
    _hold(name, text, root, row_twice(adopted), in_comments(text))
    return adopted


def _validated(model: type[Model], name: str, text: str, root: Mapping) -> Model:
    try:
        return model.model_validate(raw(root))
    except ValidationError as error:
        raise RoutineError(name, text, islice(explain(error, root, model), MOST_PROBLEMS)) from None


def _hold(name: str, text: str, root: Mapping, findings: Iterable[Finding], comments: Iterable[Problem]) -> None:
    """Raise RoutineError when a rule or a comment has a problem.

    A problem in a comment is dropped where a rule reports the same on that line: what looks like a comment may be part
    of a text.
    """
    problems = [_placed(finding, root, text) for finding in islice(findings, MOST_PROBLEMS)]
    told = {(problem.code, problem.mark.line) for problem in problems}
    problems += [each for each in islice(comments, MOST_PROBLEMS) if (each.code, each.mark.line) not in told]
    if problems:
        raise RoutineError(name, text, problems)


def check(data: bytes, name: str, document: bytes | None, document_name: str) -> Routine:
    """Parse a routine and check it against the adopted document, if any.

    Raises RoutineError.
    """
    if document is None:
        return parse(data, name)
    adopted = parse_adopted(document, document_name)
    routine = parse(data, name, adopted)
    if findings := [*not_there(adopted, routine)]:
        raise refused(document, document_name, findings)
    return routine


def values_in(data: bytes, name: str) -> Raw:
    """Parse the values in a file, whether or not it is a valid routine.

    `name` is what the file is called. Raises RoutineError when it cannot be read as YAML.
    """
    return raw(read(data, name)[1])


def refused(data: bytes, name: str, findings: Iterable[Finding]) -> RoutineError:
    """Make an error of findings from after parsing, placed in the file.

    The file itself is valid.
    """
    text, root = read(data, name)
    return RoutineError(name, text, [_placed(finding, root, text) for finding in findings])


def _placed(finding: Finding, root: Mapping, text: str) -> Problem:
    related = tuple((place(root, path), why) for path, why in finding.related)
    mark = place(root, finding.path)
    indent = "" if finding.whole else " " * (place(root, finding.path, key=True).column - 1)
    mark = narrowed(text, mark, finding.part) if finding.part else mark
    example = tuple(f"{indent}{line}" for line in finding.example)
    return Problem(finding.code, mark, finding.message, finding.allowed, finding.hint, related, example)
