"""Report of a change in plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from routine.changes.lines import grouped
from routine.changes.report import NOTHING, Report, consequences, moved


def text(report: Report) -> str:
    """Render a report: headings at the margin, subjects and lines indented."""
    return "\n".join(_lines(report)).lstrip("\n") if report.follows else NOTHING


def _lines(report: Report) -> Iterator[str]:
    for topic, subjects in grouped(report.differences):
        yield from ("", topic.value)
        for subject, place, lines in subjects:
            yield f"  {subject} ({place})" if place else f"  {subject}"
            for line, under in lines:
                yield from (f"    {line}", *(f"      {each}" for each in under))
    if report.follows:
        yield from ("", "Det här följer")
        for line, under in (*moved(report.left), *consequences(report.follows, stays=not report.left)):
            yield from (f"  {line}", *(f"    {each}" for each in under))
