"""What is said of a line that stands where it cannot, and how it was probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from routine.reading.lines import Line, past, shape, shapes
from routine.reading.model_paths import go_together, known_keys
from routine.reading.problems import Problem
from routine.reading.refusals import begun, undashed
from routine.reading.slip import Slip

# What may be a key with no colon, or with another sign in its place, and the text after it.
KEY = re.compile(r"(?P<key>\w+)(?:(?: *(?P<sign>[;=,]|\.(?= |$)))|(?= |$)) *(?P<rest>.*)")
# What stands alone in a message is hard to see.
CALLED = {",": "ett komma", ".": "en punkt"}


def no_dash(lines: Sequence[str], line: Line, above: Line) -> Slip:
    """An item of a list without its dash: a text, or the first key of a group."""
    meant = f"{' ' * line.indent}- {lines[line.number].strip()}"
    hint = f"{begun(line.indent, _like(lines, line) + 1)}."
    if line.text and above.dashes:
        hint += " Hör raden till texten ovanför, skriv allt på samma rad."
    mark = line.mark(line.indent, len(line.key) or len(line.value))
    return Slip(undashed(mark, meant, hint), {line.number: meant})


def unbegun(lines: Sequence[str], first: Line, after: Line) -> Slip:
    """The same of the first item, which has the column of the next, `after`, or of its key."""
    meant = {first.number: f"{' ' * after.indent}- {lines[first.number].strip()}"}
    if first.indent == after.indent:
        inside = (n for n in range(first.number + 1, after.number) if lines[n].strip())
        meant |= {number: f"  {lines[number]}" for number in inside}
    mark, below = (line.mark(line.indent, len(line.key)) for line in (first, after))
    hint = f"{begun(after.indent, after.number + 1)}."
    return Slip(undashed(mark, meant[first.number], hint, (below, "nästa post börjar här")), meant)


def _like(lines: Sequence[str], line: Line) -> int:
    """The nearest line with a dash in that column; -1 when there is none."""
    dash = f"{' ' * line.indent}- "
    found = (number for number, text in enumerate(lines) if text.startswith(dash))
    return min(found, key=lambda number: abs(number - line.number), default=-1)


def goes_on(lines: Sequence[str], line: Line, above: Line) -> Slip:
    """A text that goes on below the line `above`, in a column where only keys or items can stand."""
    where = f"{above.key}:" if above.key else "strecket"
    problem = Problem(
        "S020",
        line.mark(line.indent, len(line.value)),
        "Raden har varken nyckel eller streck. Den ser ut att höra till texten ovanför.",
        "en text på en rad",
        f"skriv hela texten på en rad, efter {where}. Är raden något eget, saknar den nyckel och kolon.",
        ((above.mark(above.column), "texten börjar här"),),
    )
    plain = above.value[:1] not in ("'", '"', "[", "{", "|", ">")
    meant = f"{' ' * (above.column + 2)}{lines[line.number].lstrip()}" if plain else ""
    return Slip(problem, {line.number: meant})


def key_without_colon(line: Line, before: Sequence[Line], after: Line | None) -> str:
    """The key that a line begins with, when only its colon is missing; empty when it is a text."""
    found, above = KEY.match(line.value), before[-1]
    if not found or found["key"] not in known_keys() or above.value.endswith(","):
        return ""
    # Such a sign stands in any text as well: there it is a key only if it is one that the group lacks.
    if found["sign"] in CALLED and not _lacks(before, line, found["key"]):
        return ""
    # A text may go on with such a word: alone on its line it has something below it.
    below = after is not None and (after.indent > line.indent or after.dashes)
    return found["key"] if found["sign"] or found["rest"] or below else ""


def _lacks(before: Sequence[Line], line: Line, key: str) -> bool:
    """Whether the group that a line stands in may have the key, by those that it has, and has it not yet."""
    beside = set[str]()
    for other in reversed(before):
        if other.key and other.key_column == line.indent:
            beside.add(other.key)
        if other.column < line.indent or (other.dashes and other.key_column == line.indent):
            break
    return key not in beside and go_together(frozenset(beside & known_keys()) | {key})


def no_colon(lines: Sequence[str], line: Line, key: str) -> Slip:
    """A key with no colon after it, or another sign there; it may stand after a dash."""
    found, at = KEY.match(line.value), line.value_column
    sign, rest = (found["sign"], found["rest"]) if found else ("", "")
    message = f"Här står {CALLED.get(sign, sign)} i stället för ett kolon" if sign else "Här saknas ett kolon"
    problem = Problem(
        "S002",
        line.mark(at, len(key)),
        f"{message} efter nyckeln ”{key}”.",
        hint=f"skriv {key}: och ett mellanslag före texten."
        + (" Hör raden till texten ovanför, skriv allt på samma rad." if sign in CALLED else ""),
    )
    return Slip(problem, {line.number: f"{lines[line.number][:at]}{key}: {rest}".rstrip()})


def first_without_colon(lines: Sequence[str]) -> Iterator[Slip]:
    """The first key of a group that has lost its colon: YAML takes it for a text, into which no key below it fits."""
    above: Line | None = None
    for line, after in pairwise(shapes(lines)):
        begins = bool(line.dashes) or above is None or (above.waits and above.column < line.indent)
        found = KEY.match(line.value) if begins and not line.key else None
        if found and found["key"] in known_keys() and _begins_group(line, found, above, after):
            yield no_colon(lines, line, found["key"])
        above = line


def _begins_group(line: Line, found: re.Match[str], above: Line | None, after: Line) -> bool:
    """Whether what stands around shows that the word is a key: one beside it, one below it, or the items beside that
    begin so."""
    if above is None and not found["rest"]:
        return after.indent > line.value_column and after.key in known_keys()
    if not (found["sign"] or found["rest"]):
        return False
    if not after.dashes and after.indent == line.value_column:
        return after.key in known_keys()
    like = {other.key for other in (above, after) if other and other.dashes and other.dashes == line.dashes}
    return bool(found["sign"]) and found["key"] in like


def dash_aside(lines: Sequence[str], line: Line, above: Line, column: int) -> Slip:
    """A dash that does not stand right below the dashes of its list."""
    by = line.indent - column
    side, hint = ("in", "ta bort") if by > 0 else ("ut", "lägg till")
    moved = _moved(lines, line, -by)
    problem = Problem(
        "S018",
        line.mark(line.indent),
        f"Strecket står {spaces(by)} för långt {side}.",
        "strecken i en lista rakt under varandra",
        f"{hint} {spaces(by)} först på {rows(moved)}.",
        ((above.mark(column), "strecket ska stå under det här"),),
    )
    return Slip(problem, moved)


def text_above(line: Line, above: Line) -> Slip:
    """A dash below a key that has a text already: YAML would take both as one text."""
    where = f"{above.key}:" if above.key else "raden ovanför"
    problem = Problem(
        "S018",
        line.mark(line.indent),
        "Strecket läses som en del av texten på raden ovanför.",
        "en text efter nyckeln, eller en lista under den",
        f"ska det vara en lista, skriv också texten efter {where} som en post med streck; annars ta bort strecket "
        "och skriv allt på en rad.",
        ((above.mark(above.column), "texten ovanför"),),
    )
    return Slip(problem, also=frozenset((above.number,)))


def indent_aside(lines: Sequence[str], line: Line, like: Line, column: int, after: Line | None = None) -> Slip:
    """A key that does not stand in the column of any group. What comes `after` it goes with it, when that would else
    stand beside it."""
    by = line.indent - column
    moved = _moved(lines, line, -by)
    if line.waits and after and line.indent < after.indent <= column:
        moved |= _below(lines, line, -by)
    return aside(line, like, column, moved)


def aside(line: Line, like: Line, column: int, moved: Mapping[int, str]) -> Slip:
    """A key that is moved to the column that it should have, and what goes with it."""
    by = line.indent - column
    problem = Problem(
        "S002",
        line.mark(line.indent, len(line.key)),
        f"Indraget stämmer inte: raden har {line.indent} mellanslag först och skulle ha {column}.",
        "samma indrag för alla nycklar på samma nivå",
        f"{'ta bort' if by > 0 else 'lägg till'} {spaces(by)} först på {rows(moved)}.",
        (
            (like.mark(column), "raden ska stå under den här nyckeln")
            if like.number < line.number
            else (like.mark(column), "som nyckeln här"),
        ),
    )
    return Slip(problem, moved)


def spaces(count: int) -> str:
    """So many, in words, whichever way."""
    return f"{'ett' if abs(count) == 1 else abs(count)} mellanslag"


def rows(numbers: Collection[int]) -> str:
    """The lines with these numbers, from 0, as an editor counts them."""
    return f"raderna {min(numbers) + 1}–{max(numbers) + 1}" if len(numbers) > 1 else "raden"


def _moved(lines: Sequence[str], line: Line, by: int) -> dict[int, str]:
    """The line moved sideways, and with it what it was written together with, in the column of its key."""
    edits = {line.number: _indented(lines[line.number], by)}
    below = range(line.number + 1, past(lines, line.number, line.indent))
    if not (line.dashes and line.key and below and shape(below[0], lines[below[0]]).indent == line.key_column):
        return edits
    for number in below:
        other = shape(number, lines[number])
        if by > 0 and other.dashes and other.indent == line.indent + by:
            break  # The next item, which stands right.
        edits[number] = _indented(lines[number], by)
    return edits


def _below(lines: Sequence[str], line: Line, by: int) -> dict[int, str]:
    """All that stands further in than the line, moved sideways."""
    numbers = range(line.number + 1, past(lines, line.number, line.indent))
    return {number: _indented(lines[number], by) if lines[number].strip() else "" for number in numbers}


def _indented(text: str, by: int) -> str:
    return " " * by + text if by > 0 else text[min(-by, len(text) - len(text.lstrip())) :]
