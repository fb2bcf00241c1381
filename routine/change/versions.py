"""Versions of the routine, from a file or from a revision in git.

Each comes with the record of editions that lies beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from routine.change import git
from routine.change.git import RefusedError, VersionError
from routine.check import record as editions
from routine.check.load import WORDS, beside, load_adopted, near
from routine.check.parse import File, parse, parse_adopted
from routine.check.problems import RoutineError
from routine.check.record import EditionError, Record
from routine.model.decided import Rows
from routine.model.model import Routine

# The branch that the workflows publish.
PUBLISHED = ("main", "origin/main")
AS_IT_IS = "surrogateescape"  # Of a file in another encoding.
Mend = Callable[[str], tuple[str, str]]
UNREADABLE = (VersionError, RoutineError, EditionError)


class Version(Struct, frozen=True):
    """A version of the routine, with the files that lie beside it.

    `record` is None for a copy that lies alone: it says nothing of what has been printed. `rows`, the content of the
    adopted document beside it, are None for such a copy too; elsewhere they are empty where there is no such document.
    `address` is the address of its site, None where no settings lie above it.
    """

    name: str
    routine: Routine
    record: Record | None
    rows: Rows | None
    address: str | None = None


def _as_it_is(text: str) -> tuple[str, str]:
    return text, ""


def version(asked: str, data: Path, mend: Mend = _as_it_is) -> Version:
    """Return the version that is asked for.

    `asked` is a file, `revision:file`, or a revision alone, where `data` is the file.

    It is not checked against the adopted document: the meaning of a change can be asked for before it has been decided.
    A revision in a form that is no longer read is mended first, as an upgrade does: nobody can mend history.

    Raises VersionError, RoutineError or EditionError.
    """
    file = Path(asked)
    return _of_file(file, data) if file.is_file() else _of_revision(asked, data, mend)


def latest_edition(data: Path) -> Version | None:
    """Return the routine as it was when an edition last got its codes.

    None if git does not know it, or it can no longer be read.
    """
    with suppress(*UNREADABLE):
        if revision := git.last_change(editions.beside(data).as_posix()):
            return _of_revision(revision, data)
    return None


def committed(data: Path) -> Version | None:
    """Return the routine as last committed; None where git does not have it.

    Where git gives no answer, or one that cannot be read, it is as it is here: it may have been committed so.
    """
    try:
        return _of_revision("HEAD", data)
    except (RefusedError, RoutineError, EditionError):
        return _of_file(data, data)
    except VersionError:
        return None


def published(data: Path) -> Iterator[Version]:
    """Yield the routine on the published branch, here and at the remote.

    As far as git knows it and it still can be read. The files being edited may be on another branch, or a merge of
    both.
    """
    for branch in PUBLISHED:
        with suppress(*UNREADABLE):
            yield _of_revision(branch, data)


def _of_file(file: Path, data: Path) -> Version:
    copy = file.resolve() != data.resolve()
    record, settings = editions.beside(file), _settings(file)
    found = load_adopted(file, file.as_posix())
    return Version(
        file.as_posix(),
        parse(file.read_bytes(), file.as_posix(), words=near(file, file.as_posix(), WORDS)),
        None if copy and not record.is_file() else editions.read(record),
        found.rows if found else None if copy else (),
        _address(settings.read_bytes()) if settings.is_file() else None,
    )


def _of_revision(asked: str, data: Path, mend: Mend = _as_it_is) -> Version:
    revision, _, path = asked.partition(":")
    file = Path(path) if path else data
    places = (file, editions.beside(file), beside(file), beside(file, WORDS), _settings(file))
    found, record, adopted, words, settings = (git.content(revision, each.as_posix()) for each in places)
    if found is None:
        # The hint must not repeat the path that failed: only the editor knows where the file was then.
        where = "MAPP/FIL.yaml, som den hette då" if file == data else data.as_posix()
        raise VersionError(f"I {revision} finns ingen fil {file}.", f"skriv filen efter ett kolon: {revision}:{where}")
    names = [f"{revision}:{each.as_posix()}" for each in places]
    text, moved = mend(found.decode(errors=AS_IT_IS))
    return Version(
        revision,
        parse(text.encode(errors=AS_IT_IS), names[0], words=File(names[3], moved.encode(errors=AS_IT_IS) or words)),
        editions.parse(record, names[1]) if record else (),
        parse_adopted(adopted, names[2]).rows if adopted else (),
        None if settings is None else _address(settings),
    )


def _settings(file: Path) -> Path:
    """Return the path of a site's settings, above the routine's folder."""
    return file.parent.parent / "mkdocs.yml"


def _address(settings: bytes) -> str:
    """Return the address of the site in its settings; empty if not set."""
    found = re.search(r"^site_url:[ \t]*[\"']?([^\s\"'#]+)", settings.decode(errors="replace"), re.MULTILINE)
    return found[1] if found else ""
