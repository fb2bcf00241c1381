"""Parsing of a file's bytes to a valid routine, or to one error. Pure.

The error has everything that is wrong in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Texts
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from msgspec import Struct
from pydantic import ValidationError

from routine.check import rules, spread
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


class File(Struct, frozen=True):
    """A file beside the routine's. Without data there is none."""

    name: str
    data: bytes | None = None


NO_WORDS = File("sokord.yaml")


@lru_cache(maxsize=4)  # Several parts of a build parse the same bytes, and a routine never changes.
def parse(data: bytes, name: str, adopted: Adopted | None = None, words: File = NO_WORDS) -> Routine:
    """Parse the routine in the bytes of a file called `name`.

    It is checked against the adopted document if there is one. `words` are the words to search for.

    Raises RoutineError with every problem of the first stage that has any: how it is written, its types, the rules, and
    last the words.
    """
    text, root = read(data, name)
    _refuse(name, {"": text}, spread.misplaced(root, words.name))
    listed, strays = "", list[Problem]()
    if words.data is not None:
        listed, sought = read(words.data, words.name, ("roles", "actions"))
        strays = [*spread.unknown(root, sought, words.name)]
        root = spread.with_words(root, sought, words.name)
    texts = {"": text, words.name: listed}
    routine = _validated(Routine, name, texts, root)
    _hold(name, texts, root, rules.check(routine, document=adopted), (*in_comments(text, routine), *strays))
    _refuse(words.name, {"": listed}, in_comments(listed, routine))
    return routine


@lru_cache(maxsize=4)
def parse_adopted(data: bytes, name: str) -> Adopted:
    """Parse the adopted document in the bytes of a file called `name`.

    Raises RoutineError.
    """
    text, root = read(data, name, ("rows",))
    adopted = _validated(Adopted, name, {"": text}, root)
    _hold(name, {"": text}, root, row_twice(adopted), in_comments(text))
    return adopted


def _validated(model: type[Model], name: str, texts: Texts[str, str], root: Mapping) -> Model:
    try:
        return model.model_validate(raw(root))
    except ValidationError as error:
        told = error
    _refuse(name, texts, islice(explain(told, root, model), MOST_PROBLEMS))
    raise told


def _refuse(name: str, texts: Texts[str, str], problems: Iterable[Problem]) -> None:
    """Raise RoutineError if there are problems, the routine's own first.

    `texts` has the text of each by name; the file itself has an empty name.
    """
    found = [*problems]
    if files := {problem.mark.file for problem in found}:
        file = min(files)
        raise RoutineError(file or name, texts[file], [each for each in found if each.mark.file == file])


def _hold(
    name: str, texts: Texts[str, str], root: Mapping, findings: Iterable[Finding], comments: Iterable[Problem]
) -> None:
    """Raise RoutineError when a rule or a comment has a problem.

    A problem in a comment is dropped where a rule reports the same on that line: what looks like a comment may be part
    of a text.
    """
    problems = [_placed(finding, root, texts) for finding in islice(findings, MOST_PROBLEMS)]
    told = {(problem.code, problem.mark.line) for problem in problems}
    problems += [each for each in islice(comments, MOST_PROBLEMS) if (each.code, each.mark.line) not in told]
    _refuse(name, texts, problems)


def check(data: bytes, name: str, document: File, words: File) -> Routine:
    """Parse a routine and check it against the adopted document, if any.

    Raises RoutineError.
    """
    if document.data is None:
        return parse(data, name, words=words)
    adopted = parse_adopted(document.data, document.name)
    routine = parse(data, name, adopted, words)
    if findings := [*not_there(adopted, routine)]:
        raise refused(document.data, document.name, findings)
    return routine


def values_in(data: bytes, name: str) -> Raw:
    """Parse the values in a file, whether or not it is a valid routine.

    `name` is what the file is called. Raises RoutineError when it cannot be read as YAML.
    """
    return raw(read(data, name)[1])


def refused(data: bytes, name: str, findings: Iterable[Finding]) -> RoutineError:
    """Make an error of findings in a valid file, placed in it."""
    text, root = read(data, name)
    return RoutineError(name, text, [_placed(finding, root, {"": text}) for finding in findings])


def _placed(finding: Finding, root: Mapping, texts: Texts[str, str]) -> Problem:
    related = tuple((place(root, path), why) for path, why in finding.related)
    mark = place(root, finding.path)
    indent = "" if finding.whole else " " * (place(root, finding.path, key=True).column - 1)
    mark = narrowed(texts[mark.file], mark, finding.part) if finding.part else mark
    example = tuple(f"{indent}{line}" for line in finding.example)
    return Problem(finding.code, mark, finding.message, finding.allowed, finding.hint, related, example)
