"""What may be wrong with a file that is refused: one line that is gone, or that stands in the wrong column, for which a
hundred others are told. Each is a guess, with the file as it would be without it: whoever asks reads that, and believes
the guess that leaves the least to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from routine.domain.model import Routine
from routine.domain.wording import series
from routine.reading import misfits
from routine.reading.lines import STEP, Line, shapes, with_next
from routine.reading.model_paths import Holding, holding, known_keys, required
from routine.reading.problems import Problem
from routine.reading.slip import Slip

ID = "id"
MOST_NAMES = 2  # Of those that a line may have had.
NEVER = 10_000


class Suspect(Struct, frozen=True):
    """A guess: what to say, and the lines as they were meant. `whole`: they are as many as before, so that what is told
    of them stands where it is told. `least`: so much less there must be to tell with it, to believe it."""

    problem: Problem
    lines: tuple[str, ...]
    whole: bool = True
    least: int = 1


class UnderKey(Struct, frozen=True):
    """What stands right under a key: an item with the keys that it has, or one key. Its lines are those of the item."""

    lines: tuple[Line, ...]
    item: bool
    keys: frozenset[str]

    def likeness(self, held: Holding) -> int:
        """How like what the model has under a key it is."""
        if self.item != held.items:
            return -len(known_keys())
        lacks = len(held.must - self.keys) if held.items else 0
        return len(self.keys & held.may) - lacks

    def fits(self, held: Holding) -> bool:
        """Whether it is just what the model has there."""
        return self.item == held.items and held.must <= self.keys <= held.may


# What stands above the first key of all.
NOTHING = Holding(items=False)


def suspects(text: str) -> Iterator[Suspect]:
    """Each guess, those first that would explain the most."""
    lines = text.split("\n")
    found = shapes(lines)
    yield from _moved_out(lines, found)
    yield from _in_group(lines, found, 0, Routine)


def _in_group(lines: Sequence[str], block: Sequence[Line], column: int, part: type[BaseModel]) -> Iterator[Suspect]:
    """In what stands in the column of a group's keys, and under them."""
    named = [at for at, line in enumerate(block) if line.key and line.key_column == column and not (at and line.dashes)]
    gone = [name for name in part.model_fields if name not in {block[at].key for at in named}]
    above = [(NOTHING, tuple(block[: named[0]]))] if named and named[0] else []
    for at, end in pairwise([*named, len(block)]):
        # Nothing can stand under a key that has its value beside it.
        if kind := holding(part, block[at].key) if block[at].waits else NOTHING:
            above.append((kind, tuple(block[at + 1 : end])))
    for kind, under in above:
        entries = _entries(under)
        yield from _heading_aside(lines, under, column, gone)
        yield from _without_heading(lines, kind, entries, column, part, gone)
    for kind, under in above:
        yield from _deeper(lines, kind, under)


def _deeper(lines: Sequence[str], kind: Holding, under: Sequence[Line]) -> Iterator[Suspect]:
    if kind.part and kind.items:
        entries = _entries(under)
        if ID in kind.must:
            yield from _without_id(lines, entries, kind.must - {ID})
        for entry in entries:
            if entry.item:
                yield from _in_group(lines, entry.lines, entry.lines[0].key_column, kind.part)
    elif kind.part and under:
        yield from _in_group(lines, under, under[0].indent, kind.part)


def _entries(block: Sequence[Line]) -> list[UnderKey]:
    """The entries of the lines under a key: each begins in the column of the first."""
    column, begun = block[0].indent if block else 0, list[list[Line]]()
    for line in block:
        if line.indent <= column or not begun:
            begun.append([])
        begun[-1].append(line)
    return [_entry(first, rest) for first, *rest in begun]


def _entry(first: Line, rest: Sequence[Line]) -> UnderKey:
    lines = (first, *rest)
    keys = [line.key for line in (_own(lines) if first.dashes else [first])]
    return UnderKey(lines, bool(first.dashes), frozenset(key for key in keys if key))


def _own(lines: Sequence[Line]) -> list[Line]:
    """Of an item's lines those that stand in the column of its first key, that one among them."""
    first, *rest = lines
    column = first.key_column if first.key else NEVER
    return [first, *(line for line in rest if line.key and line.indent == column and not line.dashes)]


# --- A line that is gone ---------------------------------------------------------------------------------------------


def _without_heading(
    lines: Sequence[str],
    above: Holding,
    entries: Sequence[UnderKey],
    column: int,
    part: type[BaseModel],
    gone: Sequence[str],
) -> Iterator[Suspect]:
    """What begins where something is more like what stands under a key that is gone than what it stands under."""
    kinds = {name: kind for name in gone if (kind := holding(part, name))}
    needed = required(part)
    seen = set[str]()
    for at, entry in enumerate(entries):
        again = not above.items and not seen.isdisjoint(entry.keys)
        seen.update(entry.keys)
        if at == 0 and above is not NOTHING:
            continue
        own = -len(known_keys()) if again else entry.likeness(above)
        likely = [name for name, kind in kinds.items() if entry.likeness(kind) > own]
        if not likely:
            continue
        whole = _whole(entries[at:])
        # A group that may be left out is hardly gone where what stands there is not its.
        likely = [name for name in likely if name in needed or kinds[name].items or whole.keys <= kinds[name].may]
        if not likely:
            continue
        order = {name: (-whole.likeness(kinds[name]), name not in needed) for name in likely}
        likely.sort(key=order.__getitem__)
        strange = again or entry.item != above.items or not entry.keys or bool(entry.keys - above.may)
        alike = _off(lines, entry, likely) or [name for name in likely if order[name] == order[likely[0]]]
        for name in dict.fromkeys((*alike, *likely[:MOST_NAMES])):
            # What cannot stand where it does, and is just what can stand under the key, is hardly anything else.
            astray = above is NOTHING or entry.item != above.items
            fits = astray and bool(whole.keys) and whole.fits(kinds[name])
            least = 1 if name in needed or fits else 2 if strange else NEVER
            yield _inserted(lines, part, alike if name in alike else [name], name, column, entry, least)
        return


def _without_id(lines: Sequence[str], entries: Sequence[UnderKey], must: frozenset[str]) -> Iterator[Suspect]:
    """Where an item has a key again, the one after it begins: its first line is gone. Or that of the first of them.
    Each has what an item must have: else some lines have only been written twice, or stand in another order."""
    first = entries[0].lines[0] if entries else None
    if first and first.key not in ("", ID) and not first.dashes and must <= _whole(entries).keys:
        yield _begun(lines, first, least=1)
    for entry in entries:
        own = _own(entry.lines) if entry.item else []
        keys = [line.key for line in own]
        again = next((at for at, key in enumerate(keys) if key in keys[:at]), 0)
        if again and must <= {*keys[:again]} and must <= {*keys[again:]}:
            yield _begun(lines, own[again])


def _begun(lines: Sequence[str], line: Line, least: int = 2) -> Suspect:
    """An item begun before the line. Its id is in nobody's mind but the writer's: what it is tried with is no guess."""
    column = max(line.indent - STEP, 0)
    problem = Problem(
        "S023",
        line.mark(line.column, len(line.key)),
        f"Raden ”- {ID}: …” saknas före den här raden.",
        f"- {ID}: och postens eget id på en egen rad, {_where(column)}",
        "lägg tillbaka raden, med det id som posten hade. Ska posten bort, ta bort också resten av den.",
    )
    tried = f"{' ' * column}- {ID}: rad-{line.number + 1}"
    return Suspect(problem, (*lines[: line.number], tried, *lines[line.number :]), False, least)


def _whole(entries: Sequence[UnderKey]) -> UnderKey:
    """The item; or all keys in a row as one."""
    first = entries[0]
    keys = [entry.keys for entry in takewhile(lambda entry: not entry.item, entries)]
    return UnderKey(first.lines, first.item, first.keys if first.item else frozenset().union(*keys))


def _off(lines: Sequence[str], entry: UnderKey, names: Sequence[str]) -> list[str]:
    """The key that stands right above as a comment."""
    above = _above(lines, entry)
    return [name for name in names if above.startswith("#") and above.strip("# ") == f"{name}:"]


def _above(lines: Sequence[str], entry: UnderKey) -> str:
    number = entry.lines[0].number
    return lines[number - 1].strip() if number else "-"


def _inserted(
    lines: Sequence[str],
    part: type[BaseModel],
    named: Sequence[str],
    name: str,
    column: int,
    entry: UnderKey,
    least: int,
) -> Suspect:
    """The line of the key put in. `named` are all that it may as well have been: who knows the text knows which."""
    line, heading = entry.lines[0], f"{' ' * column}{name}:"
    keys = [f"”{each}:”" for each in named]
    which = series(keys, "eller")
    above, what = _above(lines, entry), "posten" if entry.item else "raden"
    if _off(lines, entry, named):
        hint = "ta bort # på raden ovanför."
    elif len(keys) > 1:
        hint = f"lägg till den av dem som {what} hör till, ovanför."
    else:
        hint = f"lägg till raden {name}: ovanför. {part.model_fields[name].description or ''}".rstrip()
    problem = Problem(
        "S023",
        line.mark(line.column, len(line.key or line.value)),
        f"Raden {which} saknas före den här {what}.",
        f"{which.replace('”', '')} på en egen rad, {_where(column)}",
        hint,
        example=(heading, lines[line.number].rstrip()) if len(keys) == 1 else (),
    )
    free = not above or above.startswith("#")
    meant = (*lines[: line.number - free], heading, *lines[line.number :])
    return Suspect(problem, meant, free, least)


def _where(column: int) -> str:
    return f"efter {misfits.spaces(column)}" if column else "längst till vänster"


# --- A line in the wrong column --------------------------------------------------------------------------------------


def _heading_aside(lines: Sequence[str], under: Sequence[Line], column: int, gone: Sequence[str]) -> Iterator[Suspect]:
    """The key itself is there, further in than it should be, or with a dash before it: what follows is not below it."""
    for line, after in pairwise(under):
        if line.key in gone and line.waits and after.indent <= line.key_column:
            like = next((other for other in shapes(lines) if other.key and other.key_column == column), line)
            undashed = replace(line, indent=line.key_column, dashes=())
            yield _as_meant(lines, misfits.indent_aside(lines, undashed, like, column))


def _moved_out(lines: Sequence[str], found: Sequence[Line]) -> Iterator[Suspect]:
    """A key of something further in, at the very left."""
    for at, (line, below) in enumerate(with_next(found)):
        if at and line.key and not line.indent and not line.dashes and line.key not in Routine.model_fields:
            for like in _open(found[:at]):
                if line.key in known_keys():
                    yield _as_meant(lines, misfits.indent_aside(lines, line, like, like.key_column, below))


def _open(before: Sequence[Line]) -> Iterator[Line]:
    """The last key of each group that is open there, the innermost first, but for those at the very left."""
    column = before[-1].key_column + 1
    for line in reversed(before):
        if line.key and 0 < line.key_column < column:
            column = line.key_column
            yield line
        if not line.indent:
            break


def _as_meant(lines: Sequence[str], slip: Slip) -> Suspect:
    meant = tuple(slip.edits.get(number, line) for number, line in enumerate(lines))
    return Suspect(slip.problem, meant, least=1)
