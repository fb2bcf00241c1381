"""Report of a change: the differences, what follows from them, and its forms as text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from routine.change.compare import Difference, differences, of_rows
from routine.change.follows import GONE, Follows, follows
from routine.change.versions import Version
from routine.change.words import Topic
from routine.check.record import Record
from routine.check.rules.core import place_of
from routine.check.rules.left import since
from routine.model import wording
from routine.model.decided import Rows
from routine.model.model import Routine
from routine.pages.links import file_of
from routine.site.settings import reachable
from routine.site.site import given

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


T = TypeVar("T")
Line = tuple[str, tuple[str, ...]]  # A statement, and the details below it.


class Report(Struct, frozen=True):
    """A report of a change.

    `follows` is None when nothing differs. `left` is the address that the site has left, or empty. `stale` are texts
    that still say what no longer holds, each with its place.
    """

    differences: tuple[Difference, ...]
    follows: Follows | None
    left: str = ""
    stale: tuple[str, ...] = ()


def report(old: Version, new: Version) -> Report:
    """Report what differs between two versions, for whom, and what follows."""
    records, rows = _both(old.record, new.record, ()), _both(old.rows, new.rows, ())
    before, after = (reachable(each) for each in _both(old.address, new.address, ""))
    found = list(differences(old.routine, new.routine))
    found += of_rows(old.routine, new.routine, *rows)
    if asked := rewritten(old.routine, new.routine, *rows):
        found.append(Difference(Topic.ADOPTED, "Källan", asked))
    if records[0] != records[1]:
        found.append(Difference(Topic.EDITIONS, "Utskrifternas koder", _coded(*records)))
    if left := before if before.rstrip("/") != after.rstrip("/") else "":
        found.append(Difference(Topic.SITE, "Webbplatsen", "Adressen", before, after))
    both = given(old.routine, records[0]), given(new.routine, records[1])
    stale = tuple(f"{place_of(new.routine, each.path)}: {each.message}" for each in since(old.routine, new.routine))
    return Report(tuple(found), follows(*both) if found else None, left, stale)


def rewritten(old: Routine, new: Routine, before: Rows, after: Rows) -> str:
    """Return a question about a document rewritten without a new date.

    The check holds the routine to the document, so a decision must be entered under revisions and not in the document.
    Empty where the date is new or no fact differs.
    """
    if before and after and old.source.date == new.source.date and of_rows(old, new, before, after):
        day = wording.long_date(new.source.date)
        return f"Källan har samma dag, {day}, men säger något annat. Är det ett beslut, skriv det under revisions."
    return ""


def _both(old: T | None, new: T | None, none: T) -> tuple[T, T]:
    """Pair the records, or the rows, of two files.

    A file without one gets that of the other, or `none` if neither has any: then nothing differs.
    """
    found = [each for each in (old, new) if each is not None] or [none]
    return found[0], found[-1]


def _coded(old: Record, new: Record) -> str:
    """Return a sentence about a change of the editions' codes.

    A new edition that gets codes leaves the others' untouched. Only rewritten codes are for a reviewer to question.
    """
    numbers = [issued.edition for issued in new if issued not in old]
    kept = len(new) - len(numbers) == len(old)
    return f"Utgåva {wording.series(numbers)} har fått koder." if kept else "Koderna är omskrivna."


def consequences(report: Report) -> Iterator[Line]:
    """Yield each consequence but the pages as a line with its details."""
    found, left = report.follows, report.left
    if found is None:
        return
    if report.stale:
        yield "Texter som ännu säger det som var förut. Läs igenom dem:", report.stale
    if left:
        yield (
            "Webbplatsen byter adress. Behåll den gamla, och låt den leda till den nya:",
            (
                f"Utskrifter som någon har leder till {left}, med koden att skanna och adressen. Dela ut nya.",
                "Fall som läsare har sparat i guiden följer inte med: webbläsaren har dem under den gamla adressen.",
            ),
        )
    if found.frame:
        yield "På alla sidor ändras också det som står runt sidans egen text.", ()
    if found.until:
        yield wording.recalled(found.until), ()
    if found.lost:
        yield _counted("Utskrifter som inte längre håller", [sheet.name for sheet in found.lost])
    elif not found.until:
        yield wording.all_hold(stays=not left), ()
    if found.fresh:
        yield _counted("Nya utskrifter", [sheet.name for sheet in found.fresh])
    if found.kept:
        yield f"Det som redan är utskrivet har kvar {wording.series(found.kept)} som det var, med samma kod.", ()
    for issued in found.unknown:
        some = wording.count(len(issued.sheets), "kod", "koder")
        yield (
            f"Utgåva {issued.edition} förlorar {some}. Den som har en sådan utskrift får inget svar på om den håller. "
            "Hämta tillbaka koderna, om utgåvan kan vara publicerad:",
            tuple(f"{sheet.name}, {sheet.code}" for sheet in issued.sheets),
        )
    if found.forgotten:
        yield "Fall som läsare har sparat i guiden förlorar, om det finns i dem:", found.forgotten
    elif not left:
        yield "Fall som läsare har sparat i guiden behåller allt.", ()


def _counted(title: str, items: list[str]) -> Line:
    return f"{title} ({wording.number(len(items))}):", tuple(items)
