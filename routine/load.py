"""From a file to a routine that holds, or to one error with everything that is wrong in it."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from pathlib import Path as FilePath

from pydantic import ValidationError

from routine import rules
from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.reading.amounts import MAX_BYTES, MOST_PROBLEMS, some
from routine.reading.cut_off import cut_off
from routine.reading.meant_keys import as_meant
from routine.reading.model_faults import explain, misspelt
from routine.reading.nodes import Mapping, Path, Raw, place, raw
from routine.reading.placeholders import patch
from routine.reading.problems import Mark, Problem, RoutineError
from routine.reading.source import Source, look, read
from routine.reading.suspects import Suspect, suspects
from routine.reading.together import gathered
from routine.rules.personal import in_comments

IRREGULAR = {
    stat.S_IFDIR: "en mapp",
    stat.S_IFIFO: "en namngiven pipa",
    stat.S_IFSOCK: "en sockel",
    stat.S_IFCHR: "en enhet",
    stat.S_IFBLK: "en enhet",
}

# Guesses at what was meant are tried by reading the file anew: so many times in all, and so many characters.
MOST_TRIES = 12
MOST_TRIED = 900_000
UNSEEN = 100
OF_ITS_BYTES = ("S001", "S010")


def load(file: FilePath, name: str | None = None) -> Routine:
    """The routine in the file, held to the adopted document when that lies beside it.

    Raises RoutineError, also when the file cannot be opened.
    """
    shown = name or file.as_posix()
    data, document = _bytes(file, shown), load_adopted(file, shown)
    routine = parse(data, shown, document)
    if document and (findings := some(rules.check_names(document, routine))):
        raise refused(beside(file), beside(FilePath(shown)).as_posix(), findings)
    return routine


def values_of(file: FilePath) -> Raw:
    """What the file says, routine or not yet. Raises RoutineError when it cannot be read as YAML."""
    shown = file.as_posix()
    return raw(read(_bytes(file, shown), shown)[1])


def beside(file: FilePath) -> FilePath:
    """Where the adopted document of a routine lies, if its facts are kept: in the same folder."""
    return file.with_name("adopted.yaml")


def load_adopted(file: FilePath, shown: str) -> Adopted | None:
    """The adopted document beside the routine's file, which messages call `shown`; None when there is none.

    Raises RoutineError.
    """
    source, name = beside(file), beside(FilePath(shown)).as_posix()
    there = source.exists() or source.is_symlink()  # A link that leads nowhere is no leave to hold it to nothing.
    return parse_adopted(_bytes(source, name), name) if there else None


def irregular(file: FilePath) -> str:
    """What is no file in a file's place, in Swedish, as a named pipe, which may be waited for for ever; empty for a
    file, and for a link to one. Raises OSError."""
    mode = file.stat().st_mode
    return "" if stat.S_ISREG(mode) else IRREGULAR.get(stat.S_IFMT(mode), "något annat")


def _bytes(file: FilePath, shown: str) -> bytes:
    try:
        if found := irregular(file):
            message, allowed = f"Där ligger {found}, och ingen fil.", "en fil, eller en länk till en"
            hint = "lägg en fil där, eller ange en annan plats."
            raise RoutineError(shown, "", [Problem("S011", Mark(1, 1), message, allowed, hint)])
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)  # One that has more is refused, whatever stands there.
    except OSError:
        missing = Problem(
            "S011", Mark(1, 1), "Filen finns inte eller går inte att läsa.", hint="kontrollera filens namn och plats."
        )
        raise RoutineError(shown, "", [missing]) from None


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
        return error
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
    root, meant = as_meant(source.root, Routine)
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
    problems += some(_placed(finding, root) for finding in rules.check(routine, placeholders, adopted))
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
    problems += some(_placed(finding, root) for finding in rules.check_adopted(adopted))
    problems += _besides(in_comments(source.text), problems)
    if problems or source.problems:
        raise source.refused(problems)
    return adopted


def refused(file: FilePath, name: str, findings: Iterable[rules.Finding]) -> RoutineError:
    """What was found later than here, in a routine that loads, with its places in the file."""
    text, root = read(file.read_bytes(), name)
    return RoutineError(name, text, [_placed(finding, root) for finding in findings])


def _besides(found: Iterable[Problem], problems: list[Problem]) -> list[Problem]:
    """Those that are told of no line already: what looks like a comment may stand inside a text."""
    told = {(problem.code, problem.mark.line) for problem in problems}
    return some(each for each in found if (each.code, each.mark.line) not in told)


def _placed(finding: rules.Finding, root: Mapping) -> Problem:
    related = tuple((place(root, path), why) for path, why in finding.related)
    return Problem(finding.code, place(root, finding.path), finding.message, finding.allowed, finding.hint, related)
