"""From a file to a routine that holds. What has held once is not looked through again: what it says is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path

from msgspec import DecodeError
from msgspec.json import decode, encode
from pydantic import ValidationError

from routine.disk.cache import code_in, find, keep, versions
from routine.disk.irregular import irregular
from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.reading.amounts import MAX_BYTES
from routine.reading.finding import Finding
from routine.reading.nodes import Raw
from routine.reading.problems import Mark, Problem, RoutineError

# All that decides whether a routine holds: code of ours, and with what it reads.
DECIDES = ("disk/cache.py", "disk/irregular.py", "domain", "loading/load.py", "loading/parse.py", "reading", "rules")
READS = ("pydantic", "pyyaml")


def load(file: Path, name: str | None = None) -> Routine:
    """The routine in the file, held to the adopted document when that lies beside it.

    Raises RoutineError, also when the file cannot be opened.
    """
    shown = name or file.as_posix()
    data, document = _bytes(file, shown), _document(file, shown)
    made_of = b"routine", _decides(), data, *([] if document is None else [document])
    if (known := find(made_of)) is not None:
        with suppress(DecodeError, ValidationError):
            return _routine(known)
    values = _sound(data, shown, document)
    if _code() == _decides():  # Else it may be another code's that has been run, where files were changed meanwhile.
        keep(values, made_of)
    return _routine(values)


def _sound(data: bytes, shown: str, document: bytes | None) -> bytes:
    """What the file says, once it is seen to hold. Raises RoutineError."""
    # With all that reads and tries a file, which what has held has no need of.
    from routine.loading import parse

    parse.check(data, shown, document, beside(Path(shown)).as_posix())
    values = encode(parse.values_in(data, shown))
    parse.forget()
    return values


@cache
def _decides() -> bytes:
    """As it is when it is first asked for."""
    return _code()


def _code() -> bytes:
    here = Path(__file__).parents[1]
    return code_in(*(here / each for each in DECIDES)) + sys.version.encode() + versions(*READS)


# Several parts of a build ask for the same routine, which never changes: it is one and the same, also when it has just
# been tried.
@lru_cache(maxsize=4)
def _routine(values: bytes) -> Routine:
    return Routine.model_validate(decode(values))


def values_of(file: Path) -> Raw:
    """What the file says, routine or not yet. Raises RoutineError when it cannot be read as YAML."""
    from routine.loading import parse

    shown = file.as_posix()
    return parse.values_in(_bytes(file, shown), shown)


def beside(file: Path) -> Path:
    """Where the adopted document of a routine lies, if its facts are kept: in the same folder."""
    return file.with_name("adopted.yaml")


def load_adopted(file: Path, shown: str) -> Adopted | None:
    """The adopted document beside the routine's file, which messages call `shown`; None when there is none.

    Raises RoutineError.
    """
    from routine.loading import parse

    document = _document(file, shown)
    return None if document is None else parse.parse_adopted(document, beside(Path(shown)).as_posix())


def refused(file: Path, name: str, findings: Iterable[Finding]) -> RoutineError:
    """What was found later than here, in a routine that loads, with its places in the file."""
    from routine.loading import parse

    return parse.refused(file.read_bytes(), name, findings)


def _document(file: Path, shown: str) -> bytes | None:
    """What the adopted document says. Raises RoutineError where it is there and cannot be opened."""
    source = beside(file)
    there = source.exists() or source.is_symlink()  # A link that leads nowhere is no leave to hold it to nothing.
    return _bytes(source, beside(Path(shown)).as_posix()) if there else None


def _bytes(file: Path, shown: str) -> bytes:
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
