"""What each edition printed, with the code of every sheet:
kept beside the routine, so that a sheet can be asked later whether it still holds.

No editor types a code: `python -m routine edition` writes the file.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.json import decode

from routine.domain import wording
from routine.domain.about import Revision
from routine.domain.grouping import by_key
from routine.domain.model import Routine
from routine.reading.problems import in_full


class Sheet(Struct, frozen=True):
    """A sheet that was printed, as it was called then.
    `owner` is the role's name, or empty for what is nobody's own."""

    file: str
    kind: str
    owner: str
    code: str

    @property
    def name(self) -> str:
        """`Fickkort, den utsatte`."""
        return f"{self.kind}, {wording.inside(self.owner)}" if self.owner else self.kind


class Issued(Struct, frozen=True):
    """An edition, by its number, and what it printed."""

    edition: str
    sheets: tuple[Sheet, ...]


Record = tuple[Issued, ...]  # The latest first.

UNREADABLE = "Utgåvornas koder går inte att läsa."
WRITTEN = "det som python -m routine edition har skrivit"
# What git leaves where two branches have written on the same lines.
MET = re.compile(rb"^(?:<{7}|>{7})", re.MULTILINE)


class EditionError(Exception):
    """The record cannot be used, or an edition cannot be entered. The message is whole; `place` is empty when the fault
    is in how the command was written."""

    def __init__(self, code: str, message: str, allowed: str = "", hint: str = "", place: str = "") -> None:
        self.code, self.place, self.message, self.allowed, self.hint = code, place, message, allowed, hint
        head = f"{place}: {code} {message}" if place else f"{code} {message}"
        super().__init__(in_full(head, allowed, hint))


def parse(data: bytes, name: str) -> Record:
    """The record in the bytes of a file called `name`. Raises EditionError."""
    try:
        found = decode(data, type=dict[str, list[Sheet]])
        json.loads(data, object_pairs_hook=_each_once)
        _each_sheet_once(found)
    except (ValueError, RecursionError) as error:
        raise _unreadable(data, name, error) from None
    return tuple(Issued(edition, tuple(sheets)) for edition, sheets in found.items())


class _TwiceError(ValueError):
    """A key stands twice. Of two editions with one number the first would be forgotten in silence."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


class _BothError(ValueError):
    """A sheet stands twice in an edition, since both halves of a merge were kept: one of its codes would be answered
    for by chance."""


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
    """The edition in force: the latest that has codes. One without them is not entered yet, and what people have in
    their pockets still holds. Before the first it is the one that stands first."""
    issued = {each.edition for each in record}
    return next((revision for revision in routine.revisions if revision.edition in issued), routine.latest)


def text(record: Record) -> str:
    """The record as the text of its file, a line for each sheet."""
    editions = []
    for issued in record:
        lines = ",\n".join(f"  {json.dumps(to_builtins(sheet), ensure_ascii=False)}" for sheet in issued.sheets)
        sheets = f"[\n{lines}\n ]" if lines else "[]"
        editions.append(f" {json.dumps(issued.edition, ensure_ascii=False)}: {sheets}")
    return "{\n" + ",\n".join(editions) + "\n}\n"


def in_force(routine: Routine, record: Record) -> Sequence[Sheet]:
    """What the edition in force was entered with: nothing, before the first one is."""
    edition = current(routine, record).edition
    return next((issued.sheets for issued in record if issued.edition == edition), ())


def renamed(routine: Routine, record: Record, now: Sequence[Sheet]) -> dict[str, str]:
    """What a role is called now → what the edition in force called it, of each that has another name."""
    then = {sheet.file: sheet.owner for sheet in in_force(routine, record)}
    return {sheet.owner: then[sheet.file] for sheet in now if then.get(sheet.file, sheet.owner) != sheet.owner}


def drafts(routine: Routine, record: Record, now: Sequence[Sheet]) -> frozenset[str]:
    """The codes of what says something else now than any sheet of the latest edition did: of all, before the first."""
    return frozenset(sheet.code for sheet in now) - {sheet.code for sheet in in_force(routine, record)}


def unissued(routine: Routine, record: Record, now: Sequence[Sheet]) -> list[str]:
    """The names of the sheets that belong to no edition: all of them before the first, and while one has no codes."""
    codes = drafts(routine, record, now)
    entered_all = bool(record) and current(routine, record) == routine.latest
    return [sheet.name for sheet in now if not entered_all or sheet.code in codes]


def superseded(routine: Routine, record: Record, now: Sequence[Sheet]) -> bool:
    """Whether something that somebody stands behind has been entered and is printed no more: the routine has been out,
    as far as can be told. What nobody has approved is not published."""
    approved = {revision.edition for revision in routine.revisions if revision.approved}
    printed = {sheet.code for issued in record if issued.edition in approved for sheet in issued.sheets}
    return bool(printed - {sheet.code for sheet in now})


def notices(routine: Routine, record: Record, now: Sequence[Sheet]) -> list[str]:
    """What an editor should know before the routine is published, in Swedish."""
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
            f"än utgåva {routine.latest.edition} och märks Utkast: {named(now, changed)}.\n"
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
    """What may be in people's pockets and is answered for no more: of each edition of then, the sheets whose codes are
    gone. The latest may be published once it has been approved; `routine` is the one of then."""
    kept = {sheet.code for issued in after for sheet in issued.sheets}
    unapproved = {each.edition for each in routine.revisions if each.approved is None}
    printed = (each for i, each in enumerate(before) if i or each.edition not in unapproved)
    gone = (Issued(each.edition, tuple(one for one in each.sheets if one.code not in kept)) for each in printed)
    return tuple(each for each in gone if each.sheets)


def named(sheets: Iterable[Sheet], codes: Collection[str]) -> str:
    """The sheets with these codes by name, each kind once: `checklista för rektorn och eleven; logg`."""
    owners = by_key((sheet.kind, wording.inside(sheet.owner)) for sheet in sheets if sheet.code in codes)
    kinds = (
        f"{wording.inside(kind)} för {wording.series(whose)}" if any(whose) else wording.inside(kind)
        for kind, whose in owners.items()
    )
    return "; ".join(kinds)


def entered(record: Record, edition: str, sheets: Sequence[Sheet], passed: Iterable[str] = ()) -> Record:
    """The record with what an edition prints first, in place of what it may have had. Those that it has `passed` stand
    under revisions and were never printed: so it is seen that no codes of theirs are missing."""
    first = Issued(edition, tuple(sheets)), *(Issued(each, ()) for each in passed)
    return (*first, *(issued for issued in record if issued.edition != edition))


def unentered(routine: Routine, record: Record) -> list[str]:
    """The numbers of the revisions without an entry of codes, before the latest and after the first that has one: what
    stands before that is older than the record."""
    issued = {each.edition for each in record}
    numbers = [revision.edition for revision in routine.revisions]
    coded = [i for i, number in enumerate(numbers) if number in issued]
    return [number for number in numbers[1 : max(coded, default=0)] if number not in issued]


def unlisted(routine: Routine, record: Record) -> list[str]:
    """The numbers of editions that have codes and no entry under revisions."""
    known = {revision.edition for revision in routine.revisions}
    return [issued.edition for issued in record if issued.edition not in known]


def passed(routine: Routine, record: Record) -> list[str]:
    """The revisions since the one that has codes last, but for the latest: when that is entered, they are passed."""
    issued = {each.edition for each in record}
    since = [*takewhile(lambda revision: revision.edition not in issued, routine.revisions)]
    return [revision.edition for revision in since[1:]] if len(since) < len(routine.revisions) else []


def next_number(latest: str, editions: Iterable[str]) -> str | None:
    """The number after the largest, when editions are numbered 1, 2, 3. After a latest that is not, as 2a or 2026:1,
    nobody but the editor knows: 2 would come after 2a."""
    numbers = [int(edition) for edition in (latest, *editions) if _is_number(edition)]
    return str(max(numbers) + 1) if _is_number(latest) else None


def _is_number(edition: str) -> bool:
    return edition.isascii() and edition.isdigit()
