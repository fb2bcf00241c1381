"""An item of which the first lines are gone: what is left of it stands as more of the item above, under its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from routine.reading.lines import STEP, Line, shape, shapes
from routine.reading.model_paths import keys_of, known_keys
from routine.reading.problems import Problem
from routine.reading.slip import Slip

# Of one key that stands twice somebody has written another; of several, what is left of an item.
LEAST_AGAIN = 2
TWICE, ROW_MISSING = "S004", "K001"


def beheaded(lines: Sequence[str]) -> Iterator[Slip]:
    """Each item in a list that has several of its keys again with other values, but not the first of them; and a list
    that begins with what is left of one."""
    found = shapes(lines)
    for at, line in enumerate(found):
        if line.dashes and line.key and (left := _left(found, _own(found, at))):
            yield _slip(line, found[left], _in_the_one_above(line))
    for at, (name, first) in enumerate(pairwise(found), start=1):
        inside = name.key in keys_of(tuple) and name.waits and first.indent > name.key_column
        if inside and (after := _item_after(found, at)):
            yield _slip(after, first, f"Här saknas början på den första posten i {name.key}.")


def left_of_a_row(lines: Sequence[str], problems: Iterable[Problem]) -> Problem | None:
    """What is left of an item that the adopted document knows of: a single key stands twice in the one above, and a row
    is missing right there. Neither is then a mistake of its own, nor is what else follows from what is gone."""
    told = list(problems)
    twice = [each for each in told if each.code == TWICE]
    missing = {each.mark.line - 1 for each in told if each.code == ROW_MISSING}
    if len(twice) != 1 or not missing:
        return None
    at, before = twice[0].mark.line - 1, min(mark.line - 1 for mark, _ in twice[0].related)
    heads = list[Line]()  # What the list stands under, and its items, down to the one with the key.
    for line in shapes(lines):
        if line.number > at:
            break
        if line.column == 0:
            heads = [line]
        elif line.dashes and (len(heads) < 2 or line.dashes[0] <= heads[1].dashes[0]):
            heads.append(line)
    # Where the row of the item itself is gone, and the next one's is left, it is missing after the item above.
    if len(heads) < 2 or before < heads[-1].number or missing.isdisjoint(line.number for line in heads[-2:]):
        return None
    return _slip(heads[-1], shape(at, lines[at]), _in_the_one_above(heads[-1], "nyckeln")).problem


def _own(found: Sequence[Line], at: int) -> list[int]:
    """Where the lines of an item's own keys stand, among the lines of the file."""
    inside, column = range(at + 1, _end(found, at)), found[at].key_column
    return [at, *(n for n in inside if found[n].key and found[n].indent == column and not found[n].dashes)]


def _end(found: Sequence[Line], at: int) -> int:
    """Where the item ends that begins there."""
    column = found[at].dashes[-1]
    return next((n for n in range(at + 1, len(found)) if found[n].indent <= column), len(found))


def _left(found: Sequence[Line], own: Sequence[int]) -> int:
    """Where what is left of another item begins in an item; 0 when nothing does."""
    keys = [found[n].key for n in own]
    start = next((at for at, key in enumerate(keys) if key in keys[:at]), 0)
    # With its first key again, only the dash is gone.
    if not start or keys[0] in keys[start:] or not known_keys().issuperset(keys):
        return 0
    # What stands below a key that has its value beside it belonged to another.
    below = next((at + 1 for at, end in pairwise(own[: start + 1]) if end > at + 1 and _astray(found, at)), 0)
    head = found[below or own[start] - 1]
    if head.key == keys[0] and (below or _slipped(found[own[0]], head)):
        return 0  # It has its beginning, a little aside.
    said = [[(line.key, line.value) for line in found[n:end]] for n, end in pairwise([*own, _end(found, own[0])])]
    again = [value for value in said[start:] if value[0][0] in keys[:start]]
    # With the same values, some lines have only been pasted twice.
    others = len(again) >= LEAST_AGAIN and any(value not in said[:start] for value in again)
    return below or own[start] if below or others else 0


def _slipped(first: Line, head: Line) -> bool:
    """Whether it begins an item with its dash a little further in than that of the one above."""
    return bool(head.dashes) and 0 < head.dashes[-1] - first.dashes[-1] <= STEP


def _astray(found: Sequence[Line], at: int) -> bool:
    """Whether what follows a line cannot stand below it."""
    return not found[at].waits and not found[at + 1].text


def _item_after(found: Sequence[Line], at: int) -> Line | None:
    """The first whole item of a list, when what stands before it, in the column of its keys, begins as no item does."""
    first, keys = found[at], set[str]()
    for line in found[at:]:
        if line.indent < first.indent:
            begun = line.dashes and line.key_column == first.indent and first.key and not first.dashes
            return line if begun and line.key not in keys else None
        keys |= {line.key} if line.indent == first.indent else set()
    return None


def _in_the_one_above(item: Line, again: str = "nycklarna") -> str:
    return (
        f"Här saknas början på en post: raderna läses som en del av posten ”{item.key}: {item.value}”, "
        f"som har {again} redan."
    )


def _slip(item: Line, line: Line, message: str) -> Slip:
    """`item` is another of the list, which has its first line."""
    column = item.dashes[-1]
    problem = Problem(
        "S024",
        line.mark(line.column, len(line.key or line.value)),
        message,
        f"varje post börjar med - {item.key}:, med strecket lika långt in som på rad {item.number + 1}",
        f"lägg tillbaka det som saknas före den här raden, från - {item.key}: och framåt. Ska hela posten bort, "
        "ta bort det som är kvar av den.",
        ((item.mark(column), "en post ovanför" if item.number < line.number else "nästa post"),),
    )
    return Slip(problem, lost=True)
