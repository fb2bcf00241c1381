"""A record of what each edition printed, with the code of every sheet.

It is kept beside the routine, so that it can be checked later whether a sheet still holds.

No editor types a code: `python -m routine edition` writes the file.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.json import decode

from routine.check.problems import in_full
from routine.model import wording
from routine.model.about import Revision
from routine.model.model import Routine


class Sheet(Struct, frozen=True, omit_defaults=True):
    """A sheet that was printed, as it was called then.

    `owner` is the role's name, or empty for a sheet that belongs to no role. `before` are other codes that it was
    printed with in the same edition, when only the program that makes them had changed: they are as valid.
    """

    file: str
    kind: str
    owner: str
    code: str
    before: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Return every code that it was printed with."""
        return (self.code, *self.before)

    @property
    def name(self) -> str:
        """Return the kind and the owner: `Fickkort, den utsatte`."""
        return f"{self.kind}, {wording.inside(self.owner)}" if self.owner else self.kind


class Issued(Struct, frozen=True):
    """An edition, by its number, and the sheets that it printed."""

    edition: str
    sheets: tuple[Sheet, ...]


Record = tuple[Issued, ...]  # The latest first.

UNREADABLE = "Utgåvornas koder går inte att läsa."
WRITTEN = "det som python -m routine edition har skrivit"
# Git's conflict markers, where two branches have written on the same lines.
MET = re.compile(rb"^(?:<{7}|>{7})", re.MULTILINE)


class EditionError(Exception):
    """A record that cannot be used, or an edition that cannot be entered.

    The message is complete; `place` is empty when the fault is in how the command was written.
    """

    def __init__(self, code: str, message: str, allowed: str = "", hint: str = "", place: str = "") -> None:
        self.code, self.place, self.message, self.allowed, self.hint = code, place, message, allowed, hint
        head = f"{place}: {code} {message}" if place else f"{code} {message}"
        super().__init__(in_full(head, allowed, hint))


def parse(data: bytes, name: str) -> Record:
    """Parse the record in the bytes of a file called `name`.

    Raises EditionError.
    """
    try:
        found = decode(data, type=dict[str, list[Sheet]])
        json.loads(data, object_pairs_hook=_each_once)
        _each_sheet_once(found)
    except (ValueError, RecursionError) as error:
        raise _unreadable(data, name, error) from None
    return tuple(Issued(edition, tuple(sheets)) for edition, sheets in found.items())


class _TwiceError(ValueError):
    """A key that occurs twice.

    Of two editions with one number the first would be lost silently.
    """


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


class _BothError(ValueError):
    """A sheet that occurs twice in an edition.

    A careless merge leaves both. Which of the two codes is recognised would then be chance.
    """


def _each_sheet_once(found: Mapping[str, Iterable[Sheet]]) -> None:
    for edition, sheets in found.items():
        files = Counter(sheet.file for sheet in sheets)
        if twice := next((file for file, count in files.items() if count > 1), ""):
            raise _BothError(f"”{twice}” står två gånger i utgåva {edition}")


def _unreadable(data: bytes, name: str, error: Exception) -> EditionError:
    message, hint = UNREADABLE, "hämta filen så som den var senast. Ändra den aldrig för hand."
    if MET.search(data) or isinstance(error, _BothError):
        both = f"båda är kvar: {error}" if isinstance(error, _BothError) else "git har lämnat båda i filen"
        message = f"Två grenar har skrivit utgåvornas koder, och {both}."
        hint = (
            f"ta hela filen från den gren som är publicerad, som med git checkout main -- {name}, och låt den grenens "
            "utgåvor stå kvar under revisions. Kör sedan python -m routine edition, som skriver in er utgåva efter dem."
        )
    elif isinstance(error, _TwiceError):
        message = f"”{error}” står två gånger bland utgåvornas koder."
    return EditionError("E001", message, WRITTEN, hint, f"{name}:1:1")


def current(routine: Routine, record: Record) -> Revision:
    """Return the edition in force: the latest that has codes.

    An edition without codes is not entered yet, and the sheets that people carry still hold. Before any is entered, it
    is the first of the revisions.
    """
    issued = {each.edition for each in record}
    return next((revision for revision in routine.revisions if revision.edition in issued), routine.latest)


def text(record: Record) -> str:
    """Render the record as the text of its file, one line per sheet."""
    editions = []
    for issued in record:
        lines = ",\n".join(f"  {json.dumps(to_builtins(sheet), ensure_ascii=False)}" for sheet in issued.sheets)
        sheets = f"[\n{lines}\n ]" if lines else "[]"
        editions.append(f" {json.dumps(issued.edition, ensure_ascii=False)}: {sheets}")
    return "{\n" + ",\n".join(editions) + "\n}\n"


def in_force(routine: Routine, record: Record) -> Sequence[Sheet]:
    """Return the sheets that the edition in force was entered with.

    Empty before the first edition is entered.
    """
    edition = current(routine, record).edition
    return next((issued.sheets for issued in record if issued.edition == edition), ())


def renamed(routine: Routine, record: Record, now: Sequence[Sheet]) -> dict[str, str]:
    """Return each renamed role's name now → its name in the edition in force."""
    then = {sheet.file: sheet.owner for sheet in in_force(routine, record)}
    return {sheet.owner: then[sheet.file] for sheet in now if then.get(sheet.file, sheet.owner) != sheet.owner}


def drafts(routine: Routine, record: Record, now: Sequence[Sheet]) -> frozenset[str]:
    """Return the codes that no sheet of the edition in force has.

    Their sheets have changed since. Before the first edition: all codes.
    """
    return frozenset(sheet.code for sheet in now) - {
        each for sheet in in_force(routine, record) for each in sheet.codes
    }


def unissued(routine: Routine, record: Record, now: Sequence[Sheet]) -> list[str]:
    """Return the names of the sheets that belong to no edition.

    All of them before the first edition, and while the latest has no codes.
    """
    codes = drafts(routine, record, now)
    entered_all = bool(record) and current(routine, record) == routine.latest
    return [sheet.name for sheet in now if not entered_all or sheet.code in codes]


def superseded(routine: Routine, record: Record, now: Sequence[Sheet]) -> bool:
    """Tell whether a sheet of an approved edition is no longer printed.

    If so, the routine has been in use: only approved editions are published.
    """
    approved = {revision.edition for revision in routine.revisions if revision.approved}
    printed = [sheet for issued in record if issued.edition in approved for sheet in issued.sheets]
    codes = {sheet.code for sheet in now}
    return any(codes.isdisjoint(sheet.codes) for sheet in printed)


def notices(routine: Routine, record: Record, now: Sequence[Sheet]) -> list[str]:
    """Return notices to the editor before publication, in Swedish."""
    found = []
    if not record:
        found.append(
            "Ingen utgåva har koder än, så allt som skrivs ut märks Utkast, och går inte att kontrollera senare.\n"
            "    Gör så här när texten är klar: python -m routine edition"
        )
    holding = current(routine, record)
    if record and holding != routine.latest:
        found.append(
            f"Utgåva {routine.latest.edition} står under revisions men har inga koder än, "
            f"så utgåva {holding.edition} gäller.\n"
            "    Den som har skrivit utgåvan behöver inte göra mer: den som publicerar kör python -m routine edition"
        )
    elif record and (changed := drafts(routine, record, now)):
        found.append(
            f"{wording.capital(wording.count(len(changed), 'utskrift', 'utskrifter'))} säger något annat "
            f"än utgåva {routine.latest.edition} och märks Utkast.\n"
            '    Gör så här när texten är klar: python -m routine edition --summary "det som är nytt" '
            '--body "den som godkände" --approved dagen --reference "§"'
        )
    if gone := unlisted(routine, record):
        found.append(
            f"Utgåva {wording.series(gone)} har koder men står inte under revisions.\n"
            "    Gör så här: skriv in utgåvan igen."
        )
    return found


def lost(routine: Routine, before: Record, after: Record) -> Record:
    """Return the sheets that people may carry but whose codes are gone.

    Nobody could check them any more. Compares each edition in `before` with `after`. The latest counts only if it has
    been approved, since only then may it have been published; `routine` is the one of `before`.
    """
    kept = {each for issued in after for sheet in issued.sheets for each in sheet.codes}
    unapproved = {each.edition for each in routine.revisions if each.approved is None}
    printed = (each for i, each in enumerate(before) if i or each.edition not in unapproved)
    gone = (
        Issued(each.edition, tuple(one for one in each.sheets if not kept.issuperset(one.codes))) for each in printed
    )
    return tuple(each for each in gone if each.sheets)


def entered(record: Record, edition: str, sheets: Sequence[Sheet], passed: Iterable[str] = ()) -> Record:
    """Return the record with the edition first, replacing its older entry.

    `passed` are editions that stand under revisions and were never printed. They get an entry without codes, which
    shows that none are missing.
    """
    first = Issued(edition, tuple(sheets)), *(Issued(each, ()) for each in passed)
    return (*first, *(issued for issued in record if issued.edition != edition))


def unentered(routine: Routine, record: Record) -> list[str]:
    """Return the numbers of revisions without an entry of codes.

    Those before the latest and after the first that has an entry: anything earlier is older than the record.
    """
    issued = {each.edition for each in record}
    numbers = [revision.edition for revision in routine.revisions]
    coded = [i for i, number in enumerate(numbers) if number in issued]
    return [number for number in numbers[1 : max(coded, default=0)] if number not in issued]


def unlisted(routine: Routine, record: Record) -> list[str]:
    """Return the numbers of editions with codes but no entry under revisions."""
    known = {revision.edition for revision in routine.revisions}
    return [issued.edition for issued in record if issued.edition not in known]


def passed(routine: Routine, record: Record) -> list[str]:
    """Return the revisions since the last one with codes, except the latest.

    They are passed when the latest is entered.
    """
    issued = {each.edition for each in record}
    since = [*takewhile(lambda revision: revision.edition not in issued, routine.revisions)]
    return [revision.edition for revision in since[1:]] if len(since) < len(routine.revisions) else []


def next_number(latest: str, editions: Iterable[str]) -> str | None:
    """Return the next number, if editions are numbered 1, 2, 3.

    None if the latest has another kind of number, as 2a or 2026:1: only the editor knows what follows it.
    """
    numbers = [int(edition) for edition in (latest, *editions) if _is_number(edition)]
    return str(max(numbers) + 1) if _is_number(latest) else None


def _is_number(edition: str) -> bool:
    return edition.isascii() and edition.isdigit()


def beside(data: Path) -> Path:
    """Return the path of the record of a routine.

    `rutin.editions.json` beside `rutin.yaml`.
    """
    return data.with_suffix(".editions.json")


def read(file: Path) -> Record:
    """Read the record in a file; empty when there is none yet.

    Raises EditionError, also for a file that exists and cannot be read: if that counted as no record, all the sheets
    that people carry would be drafts.
    """
    try:
        if file.is_file():
            return parse(file.read_bytes(), file.as_posix())
        if not file.exists() and not file.is_symlink():
            return ()
        found = "Där filen med utgåvornas koder ska ligga är ingen fil."
    except OSError as error:
        found = f"Filen med utgåvornas koder går inte att läsa ({error.strerror})."
    hint = "se till att filen får läsas, eller hämta den så som den var senast."
    raise EditionError(
        "E001", found, "en fil som python -m routine edition har skrivit", hint, f"{file.as_posix()}:1:1"
    )


def of(data: Path) -> Record:
    """Read the record beside the routine's file. Raises EditionError."""
    return read(beside(data))
