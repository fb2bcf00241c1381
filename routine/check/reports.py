"""Reports of problems for programs: JSON and GitHub annotations. Pure.

GitHub shows the annotations beside the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from routine.check.problems import EXAMPLE, MOST_TOLD, Mark, Problem, RoutineError
from routine.disk import indented

ERROR, WARNING = "error", "warning"
# A program shows more than a terminal; nobody fixes more rows than this before checking again.
MOST_ROWS = 200
PLACE = re.compile(r"(?P<file>.+):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*)")


def as_json(error: RoutineError) -> str:
    """Render the problems as a JSON list.

    Of very many only the first; the last row, which has no code, says how many there are.
    """
    return all_as_json([(error, ERROR)])


def all_as_json(found: Iterable[tuple[RoutineError, str]]) -> str:
    """Render the problems of several files or kinds as one JSON list.

    Each has its severity; the list is empty when there is nothing to report.
    """
    rows = [_row(error.name, problem, severity) for error, severity in found for problem in _told(error)]
    return indented(rows, by=2)


def _told(error: RoutineError) -> Iterator[Problem]:
    yield from error.problems[:MOST_ROWS]
    if len(error.problems) > MOST_ROWS:
        message = f"{error.counted}. Här visas de {MOST_ROWS} första."
        yield Problem("", Mark(1, 1), message, hint="rätta dem som visas, och kontrollera igen.")


def _row(file: str, problem: Problem, severity: str) -> dict[str, Any]:
    return {
        # A name that is not valid text, which only an old disk has, is shown by its bytes.
        "file": file.encode("utf-8", "backslashreplace").decode(),
        "line": problem.mark.line,
        "column": problem.mark.column,
        "length": problem.mark.length,
        "code": problem.code,
        "message": problem.message,
        "allowed": problem.allowed,
        "hint": problem.hint,
        "example": "\n".join(problem.example),
        "related": [{"line": mark.line, "column": mark.column, "message": why} for mark, why in problem.related],
        "severity": severity,
    }


def fault_at(code: str, place: str, message: str, allowed: str, hint: str) -> RoutineError:
    """Make an error of a fault outside the rules, in the same form.

    `place` is `path:line:column`, `path` or empty.
    """
    found = PLACE.fullmatch(place)
    mark = Mark(int(found["line"]), int(found["column"])) if found else Mark(1, 1)
    return RoutineError(found["file"] if found else place, "", [Problem(code, mark, message, allowed, hint)])


def as_annotations(error: RoutineError, severity: str = ERROR) -> str:
    """Render each problem as a workflow command.

    GitHub shows it at its line. At most as many as RoutineError reports.
    """
    return "".join(_annotation(error.name, problem, severity) for problem in error.problems[:MOST_TOLD])


def _annotation(file: str, problem: Problem, severity: str) -> str:
    mark = problem.mark
    said = [problem.message]
    said += [f"Tillåtet: {problem.allowed}"] if problem.allowed else []
    said += [f"Gör så här: {problem.hint}"] if problem.hint else []
    said += [EXAMPLE, *problem.example] if problem.example else []
    said += [f"Se även rad {other.line}: {why}" for other, why in problem.related]
    place = {
        "file": file,
        "line": mark.line,
        "col": mark.column,
        "endColumn": mark.column + mark.length,
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    return f"::{severity} {properties}::{_data(chr(10).join(said))}\n"


def _data(text: str) -> str:
    """Escape the data of a workflow command, which a line break would end."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property, which also ends at a colon or a comma."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
