"""The responsibility matrix: every action against the roles.

The columns are the roles that are responsible for something; any other role with a part in an action is shown beside.
It is a table, or a list for each action where the table would have too many or too wide columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.model import wording
from routine.model.fields import Basis
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Action, Track
from routine.model.wording import ours
from routine.pages.parts.parts import Card, card

ALONE, TOGETHER, CONSULTED = "Ansvarar", "Delar ansvaret", "Samråder"
JOINS, STANDS_IN, CHOOSES, CHOSEN = "Deltar", "Kan företräda", "Väljer", "Kan bli vald"
# Widths in px, as in routine/pages/matrix/matrix.css: the room of a page, a wide letter, a frame with its
# padding, a cell's padding, and the columns for a row's number and its action.
ROOM, LETTER, FRAME, CELL, ROW = 992, 8, 18, 12, 216
ONE_OF_TWO, ONE_OF_MANY = f"{CONSULTED}, en eller båda", f"{CONSULTED}, en eller flera"


def frame(part: str) -> str:
    """Return the CSS classes of the frame of a word.

    The frame is filled, plain or thin; empty for a part that has none.
    """
    if part in (ALONE, TOGETHER):
        return "rg-tag rg-tag-full" if part == ALONE else "rg-tag"
    return "rg-tag rg-tag-thin" if part.startswith(CONSULTED) else ""


class Share(Struct, frozen=True):
    """A role's part in an action.

    `part` is a word, empty when the role has no part. `reading` is whether the part rests on our interpretation.
    """

    role: Role
    part: str
    owns: bool
    reading: bool

    @property
    def tag(self) -> str:
        return frame(self.part)


class MatrixRow(Struct, frozen=True):
    """An action, with a share for each column.

    `others` holds the shares of roles that have no column. `card` has the action's conditions and its limit.
    """

    action: Action
    card: Card
    columns: tuple[Share, ...]
    others: tuple[Share, ...]

    @property
    def parts(self) -> tuple[Share, ...]:
        """Return the shares of all that have a part, the responsible first."""
        return tuple(
            sorted((share for share in (*self.columns, *self.others) if share.part), key=lambda it: not it.owns)
        )


MEANS = {
    ALONE: "en roll har ansvaret.",
    TOGETHER: "flera ansvarar.",
    CONSULTED: "rådgör med den som ansvarar.",
    JOINS: "utan att ha ansvar.",
    STANDS_IN: "kan göra det i stället för den som ansvarar.",
    CHOOSES: "bestämmer vem det blir, utan att ha ansvar.",
    CHOSEN: "av den som väljer.",
}
JOINTLY = f"flera ansvarar, {wording.JOINTLY}."  # If the source says so of every shared action.
ENOUGH = {
    ONE_OF_TWO: "Räcker det med en av två står det ”en eller båda”.",
    ONE_OF_MANY: "Räcker det med en av flera står det ”en eller flera”.",
}


class Matrix(Struct, frozen=True):
    """The matrix as the page shows it.

    The columns are in the order of the roles; the rows are by track, in the source's order. `legend` holds each word
    of the legend with its frame and meaning. `rest` is whether a role without a column has a part in anything,
    `numbered` whether any row has a number, `listed` whether the columns do not fit beside each other.
    """

    columns: tuple[Role, ...]
    legend: tuple[tuple[str, str, str], ...]
    rest: bool
    numbered: bool
    listed: bool
    tracks: tuple[tuple[int, Track | None, tuple[MatrixRow, ...]], ...]


def matrix(routine: Routine) -> Matrix:
    """Return the matrix.

    A role that is responsible for nothing gets no column of its own.
    """
    owners = {id for action in routine.actions for id in action.responsible}
    columns = tuple(role for role in routine.roles if role.id in owners)
    others = tuple(role for role in routine.roles if role.id not in owners)
    tracks = []
    for slot, track in routine.strands:
        actions = (action for action in routine.actions if routine.track_of(action) == track)
        tracks.append((slot, track, tuple(_row(action, card(routine, action), columns, others) for action in actions)))
    parts = {part(action, role.id) for action in routine.actions for role in routine.roles}
    rest = any(part(action, role.id) for action in routine.actions for role in others)
    rows = [row for _, _, own in tracks for row in own]
    cells = [(role.name, [row.columns[at] for row in rows]) for at, role in enumerate(columns)]
    cells += [("", [share for row in rows for share in row.others])] if rest else []
    wide = ROW + sum(_width(title, shares) for title, shares in cells)
    jointly = all(action.jointly == "kalla" for action in routine.actions if action.shared)
    return Matrix(columns, tuple(_legend(parts, jointly)), rest, routine.numbered, wide > ROOM, tuple(tracks))


def _width(title: str, shares: list[Share]) -> int:
    """Return the width that a column needs, in px.

    At this width no word of its title is broken, and no part that has a frame.
    """
    framed = (len(share.part) * LETTER + FRAME for share in shares if share.tag)
    words = [*title.split(), *(word for share in shares if not share.tag for word in share.part.split())]
    return CELL + max([0, *(len(word) * LETTER for word in words), *framed])


def _legend(parts: set[str], jointly: bool) -> Iterator[tuple[str, str, str]]:
    """Yield each word that the table uses, with its frame and meaning."""
    for word, meaning in (MEANS | ({TOGETHER: JOINTLY} if jointly else {})).items():
        if any(each.startswith(word) for each in parts):
            enough = [also for each, also in ENOUGH.items() if word == CONSULTED and each in parts]
            yield word, frame(word), " ".join((meaning, *enough))


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
    """Yield the basis of each statement on a role's part in an action."""
    if role in action.responsible:
        yield action.responsible_basis
    elif action.consulted and role in action.consulted.roles:
        yield action.consulted.basis
    yield from (told.basis for told in action.invited if told.role == role)


def part(action: Action, role: str) -> str:
    """Return the word for a role's part in an action; empty for none."""
    if role in action.responsible:
        return TOGETHER if action.shared else ALONE
    if (asked := action.consulted) and role in asked.roles:
        if asked.mode == "alla" or len(asked.roles) == 1:
            return CONSULTED
        return ONE_OF_TWO if len(asked.roles) == 2 else ONE_OF_MANY
    if action.proxy and action.proxy.role == role:
        return STANDS_IN
    if any(told.role == role for told in action.participants):
        return CHOOSES if action.chooses(role) else CHOSEN if action.chosen(role) else JOINS
    return ""
