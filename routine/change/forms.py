"""Forms of a report: plain text for a terminal, Markdown for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from routine.change.compare import Difference
from routine.change.follows import GONE
from routine.change.report import Line, Report, consequences
from routine.change.words import Topic
from routine.model import wording
from routine.pages.links import file_of

NOTHING = "Inget har ändrats."
# The most letters of old and new value together on one line.
SHORT = 80
# Places where GitHub finds an address, a name or a number even in escaped text, since it looks at the rendered text.
# A comment put between is shown to nobody.
READ_ANYWAY = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
UNSEEN = "<!-- -->"


def text(report: Report) -> str:
    """Render a report: headings at the margin, subjects and lines indented."""
    if not report.follows:
        return NOTHING
    lines = list[str]()
    for topic, subjects in grouped(report.differences):
        lines += ["", topic.value]
        for subject, place, told in subjects:
            lines += [f"  {subject} ({place})" if place else f"  {subject}", *_indented(told, "    ")]
    pages = tuple(
        f"{page.title}, {page.address}{f' ({page.how})' if page.how else ''}" for page in report.follows.pages
    )
    lines += ["", "Det här följer"]
    lines += _indented([(_of_pages(report), pages), *consequences(report)], "  ")
    return "\n".join(lines[1:])


def markdown(report: Report, site: str = "") -> str:
    """Render a report as headings, with a list under each subject.

    No word of the data is read as Markdown. `site` is where the new site can be seen: an address, to which pages are
    linked, or a folder, in which their files are named.
    """
    if not report.follows:
        return NOTHING
    lines = ["## Det här ändras"]
    for topic, subjects in grouped(report.differences):
        lines += ["", f"### {topic.value}"]
        for subject, place, told in subjects:
            lines += ["", f"**{_where(subject, place, site)}**", "", *_list(told)]
    lines += ["", "## Det här följer", "", f"- {_of_pages(report)}"]
    for page in report.follows.pages:
        where = _where(page.title, page.address, "" if page.how == GONE else site)
        lines.append(f"  - {where}{page.how and f' ({page.how})'}")
    return "\n".join([*lines, *_list(consequences(report))])


def grouped(differences: Iterable[Difference]) -> list[tuple[Topic, list[tuple[str, str, list[Line]]]]]:
    """Group differences by topic, and by subject with its place, into lines."""
    return [
        (
            topic,
            [
                (subject, place, [_line(each) for each in same])
                for (subject, place), same in groupby(under, key=lambda each: (each.subject, each.place))
            ],
        )
        for topic, under in groupby(differences, key=lambda each: each.topic)
    ]


def _line(difference: Difference) -> Line:
    """Return a difference as a line: `Tidsgräns: två veckor → tio dagar`.

    Long values are put below it.
    """
    what, before, after = difference.what, difference.before, difference.after
    if what.endswith("."):
        return what, tuple((before or after).splitlines())
    if before and after:
        if len(before) + len(after) > SHORT:
            return f"{what}:", (f"Förut: {before}", f"Nu: {after}")
        return f"{what}: {before} → {after}", ()
    return f"{what} – {'nytt' if after else 'tas bort'}: {before or after}", ()


def _of_pages(report: Report) -> str:
    pages = report.follows.pages if report.follows else ()
    return f"Sidor som ändras ({wording.number(len(pages))}):" if pages else "Ingen sida ändras av sig själv."


def _indented(lines: Iterable[Line], indent: str) -> Iterator[str]:
    for line, under in lines:
        yield from (f"{indent}{line}", *(f"{indent}  {each}" for each in under))


def _where(title: str, address: str, site: str) -> str:
    """Render what stands at an address, with a link if the site has one."""
    if "://" in site and address:
        return f"[{plain(title)}]({site.rstrip('/')}{address})"
    return f"{plain(title)}, `{_file(address, site) if site else address}`" if address else plain(title)


def _file(address: str, folder: str) -> str:
    """Return the file of an address below a folder.

    `forhandsvisning/guide/index.html#byt-roret`; without the folder if it is the current one.
    """
    path, mark, fragment = address.partition("#")
    below = folder.rstrip("/")
    return f"{'' if below == '.' else f'{below}/'}{file_of(path)}{mark}{fragment}"


def _list(lines: Iterable[Line]) -> Iterator[str]:
    for line, under in lines:
        yield from (f"- {plain(line)}", *(f"  - {plain(each)}" for each in under))


def plain(text: str) -> str:
    """Escape a text so that it is shown as it is.

    No link, no emphasis, nobody notified by an @, no number of an issue.
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = READ_ANYWAY.sub(UNSEEN, re.sub(r"([\\`*_{}\[\]|~])", r"\\\1", escaped))
    # A number or a sign at the start of a line would begin a list.
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+])", r"\\\1", escaped))
