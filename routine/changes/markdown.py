"""Report of a change in Markdown, for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from routine.changes.follows import Affected
from routine.changes.lines import Line, grouped
from routine.changes.report import NOTHING, Report, consequences, moved
from routine.pages.links import file_of

# Places where GitHub finds an address, a name or a number even in escaped text, since it looks at the rendered text.
# A comment put between is shown to nobody.
READ_ANYWAY = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
UNSEEN = "<!-- -->"


def markdown(report: Report, site: str = "") -> str:
    """Render a report as headings, with a list under each subject.

    No word of the data is read as Markdown. `site` is where the new site can be seen: an address, to which pages are
    linked, or a folder, in which their files are named.
    """
    return "\n".join(_lines(report, site)) if report.follows else NOTHING


def _lines(report: Report, site: str) -> Iterator[str]:
    yield "## Det här ändras"
    for topic, subjects in grouped(report.differences):
        yield from ("", f"### {topic.value}")
        for subject, place, lines in subjects:
            yield from ("", _subject(subject, place, site), "")
            yield from _list(lines)
    if report.follows:
        (pages, _), *rest = consequences(report.follows, stays=not report.left)
        yield from ("", "## Det här följer", "")
        yield from _list(moved(report.left))
        yield from _item(pages, (_page(page, site) for page in report.follows.pages))
        yield from _list(rest)


def _subject(subject: str, place: str, site: str) -> str:
    if not place:
        return f"**{plain(subject)}**"
    if _is_address(site):
        return f"**{_link(subject, place, site)}**"
    return f"**{plain(subject)}** (`{_file(place, site) if site else place}`)"


def _page(page: Affected, site: str) -> str:
    """Render a page, without link if it is gone."""
    how = f" ({plain(page.how)})" if page.how else ""
    if not site or page.gone:
        return f"{plain(f'{page.title}, {page.address}')}{how}"
    if _is_address(site):
        return f"{_link(page.title, page.address, site)}{how}"
    return f"{plain(page.title)}, `{_file(page.address, site)}`{how}"


def _is_address(site: str) -> bool:
    return "://" in site


def _link(text: str, address: str, site: str) -> str:
    return f"[{plain(text)}]({site.rstrip('/')}{address})"


def _file(address: str, folder: str) -> str:
    """Return the file of an address below a folder.

    `forhandsvisning/guide/index.html#byt-roret`; without the folder if it is the current one.
    """
    path, mark, fragment = address.partition("#")
    below = folder.rstrip("/")
    return f"{'' if below == '.' else f'{below}/'}{file_of(path)}{mark}{fragment}"


def _list(lines: Iterable[Line]) -> Iterator[str]:
    for line, under in lines:
        yield from _item(line, map(plain, under))


def _item(line: str, under: Iterable[str]) -> Iterator[str]:
    """Render a list item. `under` is Markdown already."""
    yield from (f"- {plain(line)}", *(f"  - {each}" for each in under))


def plain(text: str) -> str:
    """Escape a text so that it is shown as it is.

    No link, no emphasis, nobody notified by an @, no number of an issue.
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = READ_ANYWAY.sub(UNSEEN, re.sub(r"([\\`*_{}\[\]|~])", r"\\\1", escaped))
    # A number or a sign at the start of a line would begin a list.
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+])", r"\\\1", escaped))
