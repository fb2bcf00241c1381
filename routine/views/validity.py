"""Whether a printed sheet still holds: every edition with the codes of what it printed, to ask with a code or to compare by eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routine import editions, wording
from routine.editions import Codes, Record
from routine.model import Routine
from routine.views.parts import PRINTS

# What a role's files are called before its id; page by page it is the same booklet, with the same code.
KINDS = (("checklista-", "Checklista"), ("fickkort-", "Fickkort"), ("planbokskort-", "Kort för plånboken"))
SHARED = (("rutinen.pdf", "Hela rutinen"), ("logg.pdf", "Logg"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet and its code. `name` is the sheet's own, with its role; `address` its file, or empty where it is gone."""

    kind: str
    name: str
    code: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """A role's sheets, or those that are nobody's own."""

    name: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: `said` is its number and date in words, `summary` what was new."""

    said: str
    summary: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Validity:
    """The edition in force, those before it, and sheets that say something else than the edition in force: drafts."""

    current: Edition
    earlier: tuple[Edition, ...]
    drafts: tuple[Group, ...]


def validity(routine: Routine, record: Record, codes: Codes) -> Validity:
    """`codes` are those of what is printed now. An edition that was entered by hand and never given codes has no groups."""
    known = {issued.edition: issued.codes for issued in record}
    changed = editions.drafts(routine, record, codes)
    said = [
        Edition(
            f"Utgåva {revision.edition}, {wording.long_date(revision.date)}",
            revision.summary,
            tuple(_groups(routine, known.get(revision.edition, {}) if n else editions.in_force(routine, record, codes), codes)),
        )
        for n, revision in enumerate(routine.revisions)
    ]
    return Validity(said[0], tuple(said[1:]), tuple(_groups(routine, {file: code for file, code in codes.items() if file in changed}, codes)))


def _groups(routine: Routine, codes: Codes, now: Codes) -> Iterator[Group]:
    names = {role.id: role.name for role in routine.roles}
    for id in dict.fromkeys((*names, *_roles(codes))):
        name = names.get(id, id)
        found = [(kind, f"{before}{id}.pdf") for before, kind in KINDS]
        if sheets := tuple(_sheet(kind, f"{kind}, {wording.inside(name)}", file, codes, now) for kind, file in found if file in codes):
            yield Group(name, sheets)
    if shared := tuple(_sheet(kind, kind, file, codes, now) for file, kind in SHARED if file in codes):
        yield Group("För alla", shared)


def _roles(codes: Codes) -> Iterator[str]:
    """The ids of the roles that an edition printed for, those that are gone as well."""
    first, _ = KINDS[0]
    return (file.removeprefix(first).removesuffix(".pdf") for file in codes if file.startswith(first))


def _sheet(kind: str, name: str, file: str, codes: Codes, now: Codes) -> Sheet:
    return Sheet(kind, name, codes[file], f"{PRINTS}/{file}" if file in now else "")
