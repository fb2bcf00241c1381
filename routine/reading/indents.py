"""Lines that stand in the wrong column, lack their dash, or go on where no text can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from routine.reading import misfits
from routine.reading.lines import STEP, Line, one_by_one, shapes, with_next
from routine.reading.model_paths import go_together, known_keys
from routine.reading.slip import Slip

# So far up and down is looked for the rest of a list.
AHEAD = 200
SEQUENCE, GROUP = "sequence", "group"


def swallowed(lines: Sequence[str]) -> Iterator[Slip]:
    """What YAML takes without a word as more of the text above: items that would be lost."""
    return (slip for silent, slip in _Walk(lines).slips() if silent)


def misplaced(lines: Sequence[str]) -> Iterator[Slip]:
    """What YAML stops at. It is only asked when YAML has stopped: an odd form that is right may pass here."""
    return (slip for silent, slip in _Walk(lines).slips() if not silent)


def unbegun(lines: Sequence[str]) -> Iterator[Slip]:
    """The first item of a list without its dash, where the next one has it."""
    found = shapes(lines)
    for at, (name, first) in enumerate(pairwise(found)):
        if not (name.key and name.waits and first.key and not first.dashes and first.indent > name.key_column):
            continue
        after = _next_out(found, at + 1)
        # Items begin alike; else it may be the next one that stands askew.
        if after and after.key == first.key and name.key_column <= after.indent == after.key_column - STEP:
            yield misfits.unbegun(lines, first, after)


def _next_out(lines: Sequence[Line], at: int) -> Line | None:
    """What comes after one of the lines and stands further out than it, or is an item in its column; not of a list that
    a key there begins, since an item may stand below its key."""
    column, waits = lines[at].indent, lines[at].waits
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.indent < column or (line.dashes[:1] == (column,) and not waits):
            return line
        waits = line.waits if line.indent == column and not line.dashes else waits
    return None


@dataclass(slots=True)
class _Walk:
    """The columns that are open on the way down, the innermost last."""

    lines: Sequence[str]
    open: list[tuple[int, str]] = field(default_factory=lambda: [(-1, "")])
    waits: bool = True
    before: list[Line] = field(default_factory=list)
    begun: Line | None = None  # The last of those with a key or a dash.

    def slips(self) -> Iterator[tuple[bool, Slip]]:
        """Each slip, and whether YAML would let it pass."""
        for line, after in with_next(shapes(self.lines)):
            if line.text:
                slip = self._text(line, after)
            elif line.dashes:
                slip = self._dash(line)
            else:
                slip = self._key(line, after)
            if slip:
                yield slip
            self.before.append(line)
            self.begun = self.begun if line.text else line

    @property
    def _inner(self) -> int:
        return self.open[-1][0]

    def _columns(self, kind: str) -> list[int]:
        return [column for column, other in self.open if other == kind]

    def _text(self, line: Line, after: Line | None) -> tuple[bool, Slip] | None:
        above, waited, self.waits = self.before[-1] if self.before else None, self.waits, False
        if above is None:
            return None
        if waited and line.indent > self._inner:
            if after and after.dashes and after.indent == line.indent:
                self.open.append((line.indent, SEQUENCE))
                return True, misfits.no_dash(self.lines, line, above)
            return None
        if line.indent > self._inner:
            return None
        if key := misfits.key_without_colon(line, self.before, after):
            self._enter(line.indent, GROUP)
            self.waits = not line.value.removeprefix(key).strip(" ;=,.")
            return False, misfits.no_colon(self.lines, line, key)
        if above.dashes and not above.key and line.indent == above.indent:
            return False, misfits.no_dash(self.lines, line, above)
        return False, misfits.goes_on(self.lines, line, self.begun or above)

    def _dash(self, line: Line) -> tuple[bool, Slip] | None:
        slip, column, columns = None, line.indent, self._columns(SEQUENCE)
        waited = self.waits and (column > self._inner or (column == self._inner and self.open[-1][1] == GROUP))
        if not waited and column not in columns:
            near = min(columns, key=lambda other: self._strangeness(line, other), default=None)
            swallows = column > self._inner and not self.waits and bool(self.before)
            if near is None or (swallows and self.open[-1][1] == GROUP and abs(near - column) > 3):
                return (True, misfits.text_above(line, self.before[-1])) if swallows and not line.key else None
            above = self._item_above(near) or self.before[-1]
            slip, column = (swallows and not line.key, misfits.dash_aside(self.lines, line, above, near)), near
        self._enter(column, SEQUENCE)
        shift = column - line.indent
        self.open += [(other + shift, SEQUENCE) for other in line.dashes[1:]]
        if line.key:
            self.open.append((line.key_column + shift, GROUP))
        self.waits = line.waits
        return slip

    def _strangeness(self, line: Line, column: int) -> tuple[int, bool, int]:
        """How unlikely an item was meant for the list with its dashes there. A dash in the column of its list's key is
        just between that list and the one around it: there what items begin with tells, and else it is the inner."""
        above = self._item_above(column)
        return abs(column - line.indent), above is None or above.key != line.key, -column

    def _item_above(self, column: int) -> Line | None:
        return next((other for other in self.before[:-AHEAD:-1] if column in other.dashes), None)

    def _key(self, line: Line, after: Line | None) -> tuple[bool, Slip] | None:
        slip, column, columns = None, line.indent, self._columns(GROUP)
        if not (self.waits and column > self._inner) and column not in columns:
            outer = self._outer(line) if column in self._columns(SEQUENCE) else None
            if outer is not None:
                like = next(other for other in reversed(self.before) if other.key_column == outer)
                self._enter(outer, GROUP)
                self.waits = line.waits
                return False, misfits.indent_aside(self.lines, line, like, outer, after)
            if column in self._columns(SEQUENCE) and self._begins(line):
                self._enter(column, SEQUENCE)
                self.open.append((column + 2, GROUP))
                self.waits = line.waits
                return False, misfits.no_dash(self.lines, line, self.before[-1])
            slip, column = self._aside(line, after, columns)
        self._enter(column, GROUP)
        self.waits = line.waits
        return slip

    def _aside(self, line: Line, after: Line | None, columns: list[int]) -> tuple[tuple[bool, Slip] | None, int]:
        """A key in no open column: itself to blame, or the line above when that stands alone in its column."""
        above, column = self.before[-1], line.indent
        near = min(columns, key=lambda other: abs(other - column), default=None)
        if near is None:
            return None, column
        if column in self._columns(SEQUENCE):
            # One of the keys of the item whose dash stands in this column.
            inner = min((other for other in columns if other > column), default=near)
            like = next((other for other in self.before[:-AHEAD:-1] if other.key_column == inner), above)
            return (False, misfits.indent_aside(self.lines, line, like, inner, after)), inner
        several = len(self.before) > 1
        alone = several and above.key and above.column == self._inner and not above.waits and not above.dashes
        if alone and column - above.indent == 2 and self._has_items_at(above):
            self.open[-1:] = [(above.indent, SEQUENCE), (column, GROUP)]
            return (False, misfits.no_dash(self.lines, above, self.before[-2])), column
        first = several and self.before[-2].waits and self.before[-2].column < above.indent
        if alone and first and after and after.indent == column and column > self.before[-2].column:
            self.open[-1] = (column, GROUP)
            return (False, misfits.indent_aside(self.lines, above, line, column)), column
        like = next((other for other in self.before[:-AHEAD:-1] if other.column == near), above)
        return (False, misfits.indent_aside(self.lines, line, like, near)), near

    def _outer(self, line: Line) -> int | None:
        """The column of the group around a list, for a key in the column of its dashes that only that group lacks."""
        outer = max((other for other in self._columns(GROUP) if other < line.indent), default=None)
        if outer is None or line.key not in known_keys():
            return None
        item, around = self._keys_at(line.indent + STEP, line.indent), self._keys_at(outer, outer - STEP)
        lacks = line.key not in item | around and go_together(around | {line.key})
        return outer if lacks and not (item and go_together(item | {line.key})) else None

    def _keys_at(self, column: int, dashes: int) -> frozenset[str]:
        """The known keys of the group that is open in the column, which an item with its dash there begins."""
        found = set[str]()
        for other in reversed(self.before):
            if other.key and other.key_column == column:
                found.add(other.key)
            if dashes in other.dashes or (other.key and other.key_column < column and not other.dashes):
                break
        return frozenset(found & known_keys())

    def _begins(self, line: Line) -> bool:
        """Whether a key in the column of dashes was to begin an item, rather than to stand further in, in the one
        above: it comes first in an item of that list, the item has it already, or has what follows it."""
        above: set[str] = set()
        for other in reversed(self.before):
            if line.indent in other.dashes:
                firsts = {other.key, *self._firsts(line)}
                return not other.key or line.key in firsts | above or bool(self._following(line) & (above | firsts))
            if other.indent < line.indent:
                return True
            above |= {other.key} if other.key_column == line.indent + 2 else set()
        return True

    def _firsts(self, line: Line) -> set[str]:
        """The keys that further items of the list begin with."""
        inside = takewhile(lambda other: other.indent >= line.indent, self._ahead(line))
        return {other.key for other in inside if line.indent in other.dashes}

    def _following(self, line: Line) -> set[str]:
        """The keys that stand below the line, as far in as those of an item."""
        inside = takewhile(lambda other: other.indent > line.indent, self._ahead(line))
        return {other.key for other in inside if other.indent == line.indent + STEP and not other.dashes}

    def _has_items_at(self, above: Line) -> bool:
        """Whether other items of its list begin in its column, further down."""
        after = next((other for other in self._ahead(above) if other.indent <= above.indent), None)
        return after is not None and after.indent == above.indent and bool(after.dashes)

    def _ahead(self, line: Line) -> Iterator[Line]:
        """What stands below the line, so far as the rest of a list is looked for."""
        return one_by_one(self.lines[line.number + 1 : line.number + AHEAD])

    def _enter(self, column: int, kind: str) -> None:
        """Leave what is further in. A list may stand in the same column as the key that it belongs to."""
        while self._inner > column or (self._inner == column and kind == GROUP and self.open[-1][1] == SEQUENCE):
            self.open.pop()
        if self.open[-1] != (column, kind):
            self.open.append((column, kind))
