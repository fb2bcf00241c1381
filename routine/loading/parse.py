"""From the bytes of a file to a routine that holds, or to one error with everything that is wrong in it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from msgspec.structs import replace
from pydantic import ValidationError

from routine import rules
from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.reading import lines
from routine.reading.amounts import MOST_PROBLEMS, some
from routine.reading.beheaded import left_of_a_row
from routine.reading.cut_off import cut_off
from routine.reading.finding import Finding
from routine.reading.meant_keys import as_meant
from routine.reading.model_faults import explain, misspelt
from routine.reading.narrowed import narrowed
from routine.reading.nodes import Mapping, Path, Raw, place, raw
from routine.reading.placeholders import patch, shows
from routine.reading.problems import Problem, RoutineError
from routine.reading.source import Source, look, looked_at, read
from routine.reading.suspects import Suspect, suspects
from routine.reading.together import gathered
from routine.reading.wrong_list import moved
from routine.rules.adopted import row_twice
from routine.rules.named import not_there
from routine.rules.personal import in_comments
from routine.rules.places import places
from routine.rules.texts import leaves

# Guesses at what was meant are tried by reading the file anew: so many times in all, and so many characters.
MOST_TRIES = 12
MOST_TRIED = 900_000
UNSEEN = 100
OF_ITS_BYTES = ("S001", "S010")


@lru_cache(maxsize=4)  # Several parts of a build ask for the same bytes, and a routine never changes.
def parse(data: bytes, name: str, adopted: Adopted | None = None) -> Routine:
    """The routine in the bytes of a file called `name`, held to the adopted document if there is one.

    Raises RoutineError with every problem, save those that are only consequences of another.
    """
    try:
        return _parsed(data, name, adopted)
    except RoutineError as error:
        raise _explained(error, look(data, name).text, adopted) from None


def _explained(error: RoutineError, text: str, adopted: Adopted | None) -> RoutineError:
    """The same, where one line that is gone or has slipped brings about all the rest: only what is left without it."""
    found: list[Problem] = []
    left: RoutineError | None = error
    tries = min(MOST_TRIES, MOST_TRIED // (len(text) + 1))
    if any(problem.code in OF_ITS_BYTES for problem in error.problems):
        return error  # What is tried is a text, and has none of that.
    meant = text
    while left and tries > 0 and any(problem.code[0] in "SM" for problem in left.problems):
        tried = [(suspect, _refusal(suspect, error.name, adopted)) for suspect in islice(suspects(meant), tries)]
        tries -= len(tried)
        believed = [(suspect, after) for suspect, after in tried if _count(left) - _count(after) >= suspect.least]
        if not believed:
            break
        suspect, left = min(believed, key=lambda each: _count(each[1]))
        found.append(suspect.problem)
        if not suspect.whole:
            return RoutineError(error.name, text, found, whole=left is None)
        meant = "\n".join(suspect.lines)
    if not found:
        cut = left_of_a_row(text.split("\n"), error.problems)
        return RoutineError(error.name, text, [cut], whole=False) if cut else error
    problems = gathered([*found, *(left.problems if left else ())])
    return RoutineError(error.name, text, problems, whole=left is None or left.whole, every=left is None or left.every)


def _refusal(suspect: Suspect, name: str, adopted: Adopted | None) -> RoutineError | None:
    """What is wrong with the file as it may have been meant; None when it holds."""
    try:
        _parsed("\n".join(suspect.lines).encode(), name, adopted)
    except RoutineError as error:
        return error
    return None


def _count(error: RoutineError | None) -> int:
    """How much there is to tell, where what cannot be looked at yet counts as well."""
    return len(error.problems) + (0 if error.whole else UNSEEN) if error else 0


def _parsed(data: bytes, name: str, adopted: Adopted | None) -> Routine:
    source = look(data, name)
    if source.root is None:
        raise source.refused()
    astray = moved(source.root)
    source = replace(source, problems=(*source.problems, *astray.problems), covered=source.covered | astray.covered)
    root, meant = as_meant(astray.root, Routine)
    values = raw(root)
    problems = some(misspelt(each, root) for each in meant)
    placeholders: frozenset[Path] = frozenset()
    routine = None
    while routine is None:
        try:
            routine = Routine.model_validate(values)
        except ValidationError as error:
            # More than once, because pydantic counts a list only when every item in it is right.
            problems += some(explain(error, root))
            patched = patch(values, error) if len(problems) < MOST_PROBLEMS else placeholders
            if patched <= placeholders:
                raise _refused(source, root, problems) from None
            placeholders |= patched
    findings = rules.check(routine, placeholders, adopted)
    problems += some(
        _placed(finding, root, source.text) for finding in findings if not shows(finding, values, placeholders)
    )
    problems += _besides(in_comments(source.text, routine), problems)
    if problems or source.problems:
        raise _refused(source, root, problems)
    return routine


def _refused(source: Source, root: Mapping, problems: list[Problem]) -> RoutineError:
    """All that is wrong; of a file of which the end is gone, only that."""
    cut = cut_off(root, source.text.rstrip("\n").count("\n") + 1)
    return RoutineError(source.name, source.text, [cut], whole=False) if cut else source.refused(problems)


@lru_cache(maxsize=4)
def parse_adopted(data: bytes, name: str) -> Adopted:
    """The adopted document in the bytes of a file called `name`. Raises RoutineError."""
    source = look(data, name, ("rows",))
    if source.root is None:
        raise source.refused()
    root, meant = as_meant(source.root, Adopted)
    problems = some(misspelt(each, root, Adopted) for each in meant)
    try:
        adopted = Adopted.model_validate(raw(root))
    except ValidationError as error:
        raise source.refused([*problems, *some(explain(error, root, Adopted))]) from None
    problems += some(_placed(finding, root, source.text) for finding in row_twice(adopted))
    problems += _besides(in_comments(source.text), problems)
    if problems or source.problems:
        raise source.refused(problems)
    return adopted


def check(data: bytes, name: str, document: bytes | None, document_name: str) -> None:
    """Raises RoutineError where the routine does not hold, nor the adopted document, if there is one, beside it."""
    if document is None:
        parse(data, name)
        return
    adopted = parse_adopted(document, document_name)
    routine = parse(data, name, adopted)
    if findings := some(not_there(adopted, routine)):
        raise refused(document, document_name, findings)


def values_in(data: bytes, name: str) -> Raw:
    """What a file called `name` says, routine or not yet. Raises RoutineError when it cannot be read as YAML."""
    return raw(read(data, name)[1])


def forget() -> None:
    """The nodes, lines and places of what has been read, which a long routine has many of: what holds is not asked for
    them."""
    for remembered in (parse, parse_adopted, looked_at, leaves, places):
        remembered.cache_clear()
    lines.forget()


def refused(data: bytes, name: str, findings: Iterable[Finding]) -> RoutineError:
    """What was found later than here, in a routine that holds, with its places in the file."""
    text, root = read(data, name)
    return RoutineError(name, text, [_placed(finding, root, text) for finding in findings])


def _besides(found: Iterable[Problem], problems: list[Problem]) -> list[Problem]:
    """Those that are told of no line already: what looks like a comment may stand inside a text."""
    told = {(problem.code, problem.mark.line) for problem in problems}
    return some(each for each in found if (each.code, each.mark.line) not in told)


def _placed(finding: Finding, root: Mapping, text: str) -> Problem:
    related = tuple((place(root, path), why) for path, why in finding.related)
    mark, indent = place(root, finding.path), " " * (place(root, finding.path, key=True).column - 1)
    mark = narrowed(text, mark, finding.part) if finding.part else mark
    example = tuple(f"{indent}{line}" for line in finding.example)
    return Problem(finding.code, mark, finding.message, finding.allowed, finding.hint, related, example)
