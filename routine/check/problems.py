"""Problems with a routine, worded so that an editor can fix them.

Each has a place, the fault, what is allowed, and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from routine.disk import indented


class Mark(Struct, frozen=True, order=True):
    """A place in the file: line and column count from 1, length in characters.

    `file` names a further file that is read with it; it is empty for the file itself.
    """

    line: int
    column: int
    length: int = 1
    file: str = ""


class Problem(Struct, frozen=True):
    """One fault, by its code in `routine/check/messages.yaml`.

    `allowed` and `hint` are whole Swedish phrases, or empty. `example` holds lines of the file as they could be
    instead, with their indents.
    """

    code: str
    mark: Mark
    message: str
    allowed: str = ""
    hint: str = ""
    related: tuple[tuple[Mark, str], ...] = ()
    example: tuple[str, ...] = ()


# An excerpt shows at most this many characters of a line, around the place.
WIDTH = 160
# At most this many problems are written out; an editor with more fixes these first.
MOST_TOLD = 50
# At most this many are looked for at each stage; a file with more is another sort of file.
MOST_PROBLEMS = 300
# First letters of codes for a file that cannot be read, or does not fit the model: no rule has checked it.
UNFINISHED = ("S", "M")
EXAMPLE = "Så här kan det stå:"


def in_full(message: str, allowed: str, hint: str) -> str:
    """Join the message, what is allowed, if given, and what to do.

    Each is a line.
    """
    between = f"    Tillåtet: {allowed}\n" if allowed else ""
    return f"{message}\n{between}    Gör så här: {hint}"


class StopError(Exception):
    """A stop of a command for a reason other than the routine itself.

    The message is complete; when it is empty, the reason has been printed already.
    """


class RoutineError(Exception):
    """A routine that cannot be published, with its problems.

    Carries every problem of the stage that was reached, in the order of the file. The stages: how the file is saved and
    written, then its types, then the rules.
    """

    def __init__(self, name: str, text: str, problems: Iterable[Problem]) -> None:
        self.name = name
        self.problems = tuple(sorted(problems, key=lambda p: (p.mark, p.code, p.message)))
        self._lines = text.split("\n") if text else []
        super().__init__(self.report())

    @property
    def counted(self) -> str:
        """Return the number of problems in words: `3 fel i rutin.yaml`."""
        return f"{'Minst ' if len(self.problems) >= MOST_PROBLEMS else ''}{len(self.problems)} fel i {self.name}"

    def report(self) -> str:
        """Render the Swedish text for the terminal and the build log.

        Every problem, then how many there are.
        """
        count = len(self.problems)
        parts = [self._describe(problem) for problem in self.problems[:MOST_TOLD]]
        last = [f"{self.counted}."]
        if count > MOST_TOLD:
            last.append(f"Här visas de {MOST_TOLD} första.")
        if count and self.problems[0].code[:1] in UNFINISHED:
            last.append("Resten går inte att kontrollera förrän det är rättat, så det kan finnas fler.")
        return "\n\n".join([*parts, " ".join(last)])

    def advice(self) -> str:
        """Render problems that do not stop publication, headed as advice.

        Every problem, then how many there are.
        """
        parts = [self._describe(problem, "Råd: ") for problem in self.problems]
        return "\n\n".join([*parts, f"{len(parts)} råd om {self.name}."])

    def _describe(self, problem: Problem, heading: str = "") -> str:
        mark = problem.mark
        rows = [f"{self.name}:{mark.line}:{mark.column}: {problem.code} {heading}{problem.message}"]
        rows += self._picture(mark)
        rows += [f"    Tillåtet: {problem.allowed}"] if problem.allowed else []
        rows += [f"    {_hint(problem.hint)}"] if problem.hint else []
        rows += [f"    {EXAMPLE}", *(f"       | {line}" for line in problem.example)] if problem.example else []
        seen = ((f"{place.file or self.name}:{place.line}:{place.column}", why) for place, why in problem.related)
        rows += [f"    Se även {where}: {why}" for where, why in seen]
        return "\n".join(rows)

    def each(self) -> list[str]:
        """Render every problem, for a report that covers another file too."""
        return [self._describe(problem) for problem in self.problems]

    def _picture(self, mark: Mark) -> list[str]:
        if not 0 < mark.line <= len(self._lines):
            return []
        number = f"{mark.line:>6} | "
        line = "".join(character if character.isprintable() else " " for character in self._lines[mark.line - 1])
        column = mark.column
        if len(line) > WIDTH:
            left = max(0, column - WIDTH // 2)
            line, column = line[left : left + WIDTH], column - left
        length = max(1, min(mark.length, len(line) - column + 1))
        return [f"{number}{line}".rstrip(), f"{' ' * (len(number) - 2)}| {' ' * (column - 1)}{'^' * length}"]


def _hint(hint: str) -> str:
    """Render what to do.

    A question has no heading: `Menade du ”rektorn”?`
    """
    return f"{hint[:1].upper()}{hint[1:]}" if hint.startswith("menade") else f"Gör så här: {hint}"


ERROR, WARNING = "error", "warning"
PLACE = re.compile(r"(?P<file>.+):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*)")


def as_json(error: RoutineError) -> str:
    """Render the problems as a JSON list."""
    return all_as_json([(error, ERROR)])


def all_as_json(found: Iterable[tuple[RoutineError, str]]) -> str:
    """Render the problems of several files or kinds as one JSON list.

    Each has its severity; the list is empty when there is nothing to report.
    """
    rows = [_row(error.name, problem, severity) for error, severity in found for problem in error.problems]
    return indented(rows, by=2)


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
