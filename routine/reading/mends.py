"""A line as it was probably meant. It is only read, so that what is wrong further down can be told as well."""

from __future__ import annotations

from collections.abc import Sequence

from routine.reading.lines import CLOSED_BY, Line, shape


def quoted(line: str) -> str:
    """The line's value as a text that YAML takes as it stands."""
    found = shape(0, line)
    if not found.value:
        return line
    inside = found.value.strip("\"'") if found.value[0] in "\"'" else found.value
    doubled = inside.replace("'", "''")
    return f"{line[: found.value_column]}'{doubled}'"


def closed(line: str) -> str:
    """The line with a quotation mark or a bracket at its end, like the one its value begins with."""
    value = shape(0, line).value
    closing = CLOSED_BY.get(value[:1], "")
    return quoted(line) if closing in ("'", '"') else f"{line.rstrip().rstrip(',')}{closing}"


def slashes_doubled(line: str) -> str:
    """The line with every backslash as a sign of its own."""
    return line.replace("\\", "\\\\")


def without_tabs(lines: Sequence[str]) -> dict[int, str]:
    """The lines that hold tabs, with spaces for them: in a text one, in an indent as many as the line above has."""
    meant: dict[int, str] = {}
    above = shape(0, "")
    for number, line in enumerate(lines):
        text = line.lstrip("\t ")
        if "\t" in line:
            indent = line[: len(line) - len(text)]
            spaces = _indent(text, above) if "\t" in indent else len(indent)
            meant[number] = " " * spaces + text.replace("\t", " ")
        if text.strip() and not text.startswith("#"):
            above = shape(number, meant.get(number, line))
    return meant


def _indent(text: str, above: Line) -> int:
    """Where a line was probably meant to begin, below the one above."""
    if above.waits:
        return above.column + 2
    return above.indent if text.startswith("-") and above.dashes else above.column
