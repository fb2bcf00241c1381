"""A report as Markdown, for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.changes.lines import grouped
from routine.changes.report import NOTHING, Report, consequences


def markdown(report: Report) -> str:
    """Headings, and a list under each subject. No word of the data is read as Markdown."""
    return "\n".join(_lines(report)) if report.follows else NOTHING


def _lines(report: Report) -> Iterator[str]:
    yield "## Det här ändras"
    for topic, subjects in grouped(report.differences):
        yield from ("", f"### {topic.value}")
        for subject, place, lines in subjects:
            yield from ("", f"**{plain(subject)}** (`{place}`)" if place else f"**{plain(subject)}**", "")
            yield from _list(lines)
    if report.follows:
        yield from ("", "## Det här följer", "")
        yield from _list(consequences(report.follows))


def _list(lines: list[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    for line, under in lines:
        yield from (f"- {plain(line)}", *(f"  - {plain(each)}" for each in under))


def plain(text: str) -> str:
    """A text that says itself: no link, no emphasis, nobody called by an @, no number of an issue."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = re.sub(r"([\\`*_{}\[\]|~])", r"\\\1", escaped).replace("#", "&#35;").replace("@", "&#64;")
    # A number or a mark first on a line would begin a list of its own.
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+])", r"\\\1", escaped))
