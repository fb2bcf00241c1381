"""Loading of a valid routine from a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from routine.check import parse
from routine.check.finding import Finding
from routine.check.nodes import Raw
from routine.check.problems import Mark, Problem, RoutineError
from routine.check.source import MAX_BYTES
from routine.model.adopted import Adopted
from routine.model.model import Routine

ADOPTED, WORDS = "adopted.yaml", "sokord.yaml"


def load(file: Path, name: str | None = None) -> Routine:
    """Load the routine in a file.

    It is checked against the adopted document when that lies beside the file.

    Raises RoutineError, also when the file cannot be opened.
    """
    shown = name or file.as_posix()
    return parse.check(_bytes(file, shown), shown, near(file, shown), near(file, shown, WORDS))


def values_of(file: Path) -> Raw:
    """Load the values in a file, whether or not it is a valid routine.

    Raises RoutineError when it cannot be read as YAML.
    """
    shown = file.as_posix()
    return parse.values_in(_bytes(file, shown), shown)


def beside(file: Path, name: str = ADOPTED) -> Path:
    """Return the path for a routine's adopted document, or its search words.

    It is in the routine's folder, whether there is such a file or not.
    """
    return file.with_name(name)


def load_adopted(file: Path, shown: str) -> Adopted | None:
    """Load the adopted document beside the routine's file, or None.

    `shown` is the name of the routine's file in messages.

    Raises RoutineError.
    """
    document = near(file, shown)
    return None if document.data is None else parse.parse_adopted(document.data, document.name)


def refused(file: Path, name: str, findings: Iterable[Finding]) -> RoutineError:
    """Place findings about a routine that loads, and make one error of them."""
    return parse.refused(file.read_bytes(), name, findings)


def near(file: Path, shown: str, name: str = ADOPTED) -> parse.File:
    """Read a routine's adopted document, or its search words, if it has any.

    Raises RoutineError when it exists and cannot be opened.
    """
    found, called = beside(file, name), beside(Path(shown), name).as_posix()
    there = found.exists() or found.is_symlink()  # A broken link must not switch the check off.
    return parse.File(called, _bytes(found, called) if there else None)


def _bytes(file: Path, shown: str) -> bytes:
    try:
        if not file.is_file():  # Reading a pipe would wait for ever.
            raise FileNotFoundError
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)  # A larger file is refused, whatever it holds.
    except OSError:
        missing = Problem(
            "S011", Mark(1, 1), "Filen finns inte eller går inte att läsa.", hint="kontrollera filens namn och plats."
        )
        raise RoutineError(shown, "", [missing]) from None
