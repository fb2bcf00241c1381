"""From a file to a routine that holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.loading import parse
from routine.reading.finding import Finding
from routine.reading.nodes import Raw
from routine.reading.problems import Mark, Problem, RoutineError
from routine.reading.source import MAX_BYTES


def load(file: Path, name: str | None = None) -> Routine:
    """Load the routine in the file, held to the adopted document when that lies beside it.

    Raises RoutineError, also when the file cannot be opened.
    """
    shown = name or file.as_posix()
    return parse.check(_bytes(file, shown), shown, _document(file, shown), beside(Path(shown)).as_posix())


def values_of(file: Path) -> Raw:
    """Load what the file says, routine or not yet. Raises RoutineError when it cannot be read as YAML."""
    shown = file.as_posix()
    return parse.values_in(_bytes(file, shown), shown)


def beside(file: Path) -> Path:
    """Tell where the adopted document of a routine lies, if its facts are kept: in the same folder."""
    return file.with_name("adopted.yaml")


def load_adopted(file: Path, shown: str) -> Adopted | None:
    """Load the adopted document beside the routine's file, which messages call `shown`; None when there is none.

    Raises RoutineError.
    """
    document = _document(file, shown)
    return None if document is None else parse.parse_adopted(document, beside(Path(shown)).as_posix())


def refused(file: Path, name: str, findings: Iterable[Finding]) -> RoutineError:
    """Tell what was found later than here, in a routine that loads, with its places in the file."""
    return parse.refused(file.read_bytes(), name, findings)


def _document(file: Path, shown: str) -> bytes | None:
    """Read the adopted document. Raises RoutineError where it is there and cannot be opened."""
    source = beside(file)
    there = source.exists() or source.is_symlink()  # A link that leads nowhere is no leave to hold it to nothing.
    return _bytes(source, beside(Path(shown)).as_posix()) if there else None


def _bytes(file: Path, shown: str) -> bytes:
    try:
        if not file.is_file():  # A pipe would be waited for for ever.
            raise FileNotFoundError
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)  # One that has more is refused, whatever stands there.
    except OSError:
        missing = Problem(
            "S011", Mark(1, 1), "Filen finns inte eller går inte att läsa.", hint="kontrollera filens namn och plats."
        )
        raise RoutineError(shown, "", [missing]) from None
