"""Who does what: every action against every role that has a part in one."""

from __future__ import annotations

from dataclasses import dataclass

from routine.model import Action, Role, Routine, Track


@dataclass(frozen=True, slots=True)
class Row:
    """An action, and for each column the word for the role's part in it; empty when it has none."""

    action: Action
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns in the order of the roles; rows by track, in the source's order."""

    roles: tuple[Role, ...]
    tracks: tuple[tuple[Track, tuple[Row, ...]], ...]


def matrix(routine: Routine) -> Matrix:
    """Roles without any part in an action get no column."""
    roles = tuple(role for role in routine.roles if any(part(action, role.id) for action in routine.actions))
    tracks = []
    for track in routine.tracks:
        rows = tuple(Row(action, tuple(part(action, role.id) for role in roles)) for action in routine.actions if routine.track_of(action) == track)
        tracks.append((track, rows))
    return Matrix(roles, tuple(tracks))


def part(action: Action, role: str) -> str:
    """The word for a role's part in an action."""
    if role in action.responsible:
        return "Delar ansvaret" if action.shared else "Ansvarar"
    if action.consulted and role in action.consulted.roles:
        return "Tillfrågas"
    if action.proxy and action.proxy.role == role:
        return "Kan företräda"
    return "Är med" if any(told.role == role for told in action.participants) else ""
