"""A line as it was probably meant. It is only read, so that what is wrong further down can be told as well."""

from __future__ import annotations

from routine.reading.lines import CLOSED_BY, shape


def quoted(line: str) -> str:
    """The line's value as a text that YAML takes as it stands."""
    value = shape(0, line).value
    if not value:
        return line
    before = line.rstrip()[: -len(value)]
    inside = value.strip("\"'") if value[0] in "\"'" else value
    doubled = inside.replace("'", "''")
    return f"{before}'{doubled}'"


def closed(line: str) -> str:
    """The line with a quotation mark or a bracket at its end, like the one its value begins with."""
    value = shape(0, line).value
    closing = CLOSED_BY.get(value[:1], "")
    return quoted(line) if closing in ("'", '"') else f"{line.rstrip().rstrip(',')}{closing}"


def slashes_doubled(line: str) -> str:
    """The line with every backslash as a sign of its own."""
    return line.replace("\\", "\\\\")


def without_tabs(line: str) -> str:
    """The line with spaces for tabs: two for a level of the indent, one in a text."""
    text = line.lstrip("\t ")
    return line[: len(line) - len(text)].replace("\t", "  ") + text.replace("\t", " ")
