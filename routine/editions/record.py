"""What each edition printed, with the code of every sheet:
kept beside the routine, so that a sheet can be asked later whether it still holds.

No editor types a code: `python -m routine edition` writes the file.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

from msgspec import DecodeError, Struct, to_builtins
from msgspec.json import decode

from routine.domain import wording
from routine.domain.about import Revision
from routine.domain.model import Routine


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


class EditionError(Exception):
    """The record cannot be used, or an edition cannot be entered. The message is whole; `place` is empty when the fault
    is in how the command was written."""

    def __init__(self, code: str, message: str, allowed: str = "", hint: str = "", place: str = "") -> None:
        self.code, self.place, self.message, self.allowed, self.hint = code, place, message, allowed, hint
        head = f"{place}: {code} {message}" if place else f"{code} {message}"
        super().__init__(
            "\n".join([head, *([f"    Tillåtet: {allowed}"] if allowed else []), f"    Gör så här: {hint}"])
        )


def parse(data: bytes, name: str) -> Record:
    """The record in the bytes of a file called `name`. Raises EditionError."""
    try:
        found = decode(data, type=dict[str, list[Sheet]])
    except (DecodeError, UnicodeDecodeError, RecursionError):
        raise EditionError(
            "E001",
            "Utgåvornas koder går inte att läsa.",
            "det som python -m routine edition har skrivit",
            "hämta filen så som den var senast. Ändra den aldrig för hand.",
            f"{name}:1:1",
        ) from None
    return tuple(Issued(edition, tuple(sheets)) for edition, sheets in found.items())


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
        editions.append(f" {json.dumps(issued.edition, ensure_ascii=False)}: [\n{lines}\n ]")
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
    known = {revision.edition for revision in routine.revisions}
    if lost := [issued.edition for issued in record if issued.edition not in known]:
        found.append(
            f"Utgåva {wording.series(lost)} har koder men står inte under revisions.\n"
            "    Gör så här: skriv in utgåvan igen."
        )
    return found


def named(sheets: Iterable[Sheet], codes: Collection[str]) -> str:
    """The sheets with these codes by name, each kind once: `checklista för rektorn och eleven; logg`."""
    owners: dict[str, list[str]] = {}
    for sheet in sheets:
        if sheet.code in codes:
            owners.setdefault(sheet.kind, []).append(wording.inside(sheet.owner))
    kinds = (
        f"{wording.inside(kind)} för {wording.series(whose)}" if any(whose) else wording.inside(kind)
        for kind, whose in owners.items()
    )
    return "; ".join(kinds)


def entered(record: Record, edition: str, sheets: Sequence[Sheet]) -> Record:
    """The record with what an edition prints first, in place of what it may have had."""
    return (Issued(edition, tuple(sheets)), *(issued for issued in record if issued.edition != edition))


def next_number(editions: Iterable[str]) -> str | None:
    """The number after the largest, when editions are numbered 1, 2, 3."""
    numbers = [edition for edition in editions if edition.isascii() and edition.isdigit()]
    return str(max(map(int, numbers)) + 1) if numbers else None
