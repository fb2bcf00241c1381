"""Who does what: every action against the roles that are
responsible for something, and whoever else has a part in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routine.domain.fields import Basis
from routine.domain.model import Action, Role, Routine, Track
from routine.domain.wording import ours
from routine.views.parts import Card, card

ALONE, TOGETHER, CONSULTED = "Ansvarar", "Delar ansvaret", "Samråder"


@dataclass(frozen=True, slots=True)
class Share:
    """A role's part in an action, as a word, which may be our reading; empty when it has none."""

    role: Role
    part: str
    owns: bool
    reading: bool

    @property
    def tag(self) -> str:
        """The frame of the word: filled, plain or thin; empty for a part that has none."""
        if self.owns:
            return "rg-tag rg-tag-full" if self.part == ALONE else "rg-tag"
        return "rg-tag rg-tag-thin" if self.part.startswith(CONSULTED) else ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An action, with a share for each column, and the shares of roles that have no column.
    `card` has its conditions and its limit."""

    action: Action
    card: Card
    columns: tuple[Share, ...]
    others: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns in the order of the roles; rows by track, in the source's order."""

    columns: tuple[Role, ...]
    tracks: tuple[tuple[int, Track | None, tuple[MatrixRow, ...]], ...]


def matrix(routine: Routine) -> Matrix:
    """A role that is responsible for nothing gets no column of its own."""
    owners = {id for action in routine.actions for id in action.responsible}
    columns = tuple(role for role in routine.roles if role.id in owners)
    others = tuple(role for role in routine.roles if role.id not in owners)
    tracks = []
    for slot, track in routine.strands:
        actions = (action for action in routine.actions if routine.track_of(action) == track)
        tracks.append((slot, track, tuple(_row(action, card(routine, action), columns, others) for action in actions)))
    return Matrix(columns, tuple(tracks))


def _row(action: Action, shown: Card, columns: tuple[Role, ...], others: tuple[Role, ...]) -> MatrixRow:
    rest = tuple(_share(action, role) for role in others)
    return MatrixRow(
        action,
        shown,
        tuple(_share(action, role) for role in columns),
        tuple(share for share in rest if share.part),
    )


def _share(action: Action, role: Role) -> Share:
    return Share(role, part(action, role.id), role.id in action.responsible, any(map(ours, _bases(action, role.id))))


def _bases(action: Action, role: str) -> Iterator[Basis]:
    """Whose word a role's part in an action is."""
    if role in action.responsible:
        yield action.responsible_basis
    elif action.consulted and role in action.consulted.roles:
        yield action.consulted.basis
    yield from (told.basis for told in action.asked if told.role == role)


def part(action: Action, role: str) -> str:
    """The word for a role's part in an action."""
    if role in action.responsible:
        return TOGETHER if action.shared else ALONE
    if action.consulted and role in action.consulted.roles:
        return (
            CONSULTED
            if action.consulted.mode == "alla" or len(action.consulted.roles) == 1
            else f"{CONSULTED}, en eller båda"
            if len(action.consulted.roles) == 2
            else f"{CONSULTED}, en eller flera"
        )
    if action.proxy and action.proxy.role == role:
        return "Kan företräda"
    return "Deltar" if any(told.role == role for told in action.participants) else ""
