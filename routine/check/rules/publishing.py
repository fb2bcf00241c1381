"""Rules for publishing: what an organisation must fill in first.

The routine is valid without it. The date and the sheets that belong to no edition are arguments: nothing here looks at
a clock or reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from msgspec import Struct

from routine.check.finding import Finding
from routine.check.nodes import Path
from routine.check.problems import Mark, Problem
from routine.check.rules.core import days, leaves
from routine.model import telephone, wording
from routine.model.model import Routine
from routine.model.numerals import YEAR
from routine.model.telephone import FIGURES, PHONE, figures
from routine.model.wording import series

FIRST = "112"
MOST_NAMED = 3  # Sheets.
NAME = re.compile(r"[^\W\d_]{4,}")
REACHED = re.compile(rf"{FIGURES}|\S@\S|https://")
# A date, which has as many figures as a number but reaches nobody.
DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
# Remains of the example organisation, or blanks to fill in. "till exempel" and "fyll i blanketten" are ordinary words.
LEFT = re.compile(
    r"\bExempel(?!vis\b)\w+|\bexempel(?:kommun|region|skol|förening|stad)\w*|\[[^\]\n]*(?:…|\.\.\.|fyll i)[^\]\n]*\]|"
    r"\b[Ff]yll i(?: här\b|(?=\s*(?:[.…:]|$)))|\bFYLL I\b|\bTODO\b|\bLorem ipsum\b|\b[Xx]{3,}\b"
)


class Entered(Struct, frozen=True):
    """The recorded codes of the editions, compared with the routine.

    `unissued` names the sheets that belong to no edition. `uncoded` holds the numbers of editions whose codes are
    missing, and `unlisted` those that have codes but do not stand in the routine. `before` tells whether a sheet that
    is no longer printed has been recorded.
    """

    unissued: Sequence[str] = ()
    uncoded: Sequence[str] = ()
    unlisted: Sequence[str] = ()
    before: bool = False


def unready(routine: Routine, entered: Entered, today: date) -> Iterator[Finding]:
    """Yield everything that is missing, in no particular order.

    For a withdrawn routine, only the faults that would hide the withdrawal or leave the holder of a sheet without an
    answer. Nobody fills in the rest of it, and the withdrawal would never be published.
    """
    if not routine.withdrawn:
        yield from _addresses(routine)
        yield from _accessibility(routine, today)
        yield from _contacts(routine, today, entered.before)
        copied = (i for i, item in enumerate(routine.guidance) if item.seen == "kopia")
        yield from (Finding("G014", ("guidance", i, "seen"), item=routine.guidance[i]) for i in copied)
    yield from _edition(routine, entered)
    yield from _untimely(routine, today)
    yield from _left(routine)


def unreal_in(lines: Iterable[str]) -> Iterator[Problem]:
    """Yield the numbers in the lines of a page that reach nobody."""
    for at, line in enumerate(lines, 1):
        for found in _unreal(line, ()):
            yield Problem(found.code, Mark(at, 1), found.message, found.allowed, found.hint)


def _addresses(routine: Routine) -> Iterator[Finding]:
    # To have no link for leaving the site is a valid choice.
    if routine.site.leave is not None and leads_nowhere(routine.site.leave):
        yield Finding("G001", ("site", "leave"))
    if leads_nowhere(routine.site.edit or ""):
        yield Finding("G002", ("site", "edit"), "example" if routine.site.edit else "")


def _contacts(routine: Routine, today: date, before: bool) -> Iterator[Finding]:
    """Report numbers that are missing, have expired or belong to another.

    Missing numbers are reported only for a routine that has never been published. For one that has, the numbers of the
    day before stay where nothing can be published, and a dead number leads astray where `ask` does not.
    """
    rung = {FIRST: ""} | {figures(each.number): f"{each.label} {each.advice}" for each in routine.emergency}
    roles = [contact.role for contact in routine.contacts]
    for i, contact in enumerate(routine.contacts):
        if contact.number is None and not before:
            # Where no single number reaches everyone in a function, the holder of a sheet writes the right one on it.
            alone, reached = roles.count(contact.role) == 1, any(contact.role in each.reach for each in routine.roles)
            kind = "" if not contact.role or not alone else "reached" if reached else "unreached"
            yield Finding("G003", ("contacts", i), kind, contact=contact)
        if (last := contact.rung_until) and last < today:
            yield Finding("G010", ("contacts", i, "valid_until"), contact=contact, day=last)
        whose = rung.get(figures(contact.number or ""))
        if whose is not None and not {*NAME.findall(contact.title.casefold())} & {*NAME.findall(whose.casefold())}:
            yield Finding("G013", ("contacts", i, "number"), "emergency", contact=contact)


def _accessibility(routine: Routine, today: date) -> Iterator[Finding]:
    assessed = routine.accessibility.assessed
    if not today - timedelta(days=YEAR) <= assessed <= today:
        yield Finding("G004", ("accessibility", "assessed"), day=assessed)
    if not REACHED.search(DAY.sub("", routine.accessibility.feedback)):
        yield Finding("G005", ("accessibility", "feedback"))


def _edition(routine: Routine, entered: Entered) -> Iterator[Finding]:
    """Report an unapproved edition, and sheets or codes not recorded.

    The holder of a sheet asks by its code, for as long as the sheet is in use.
    """
    numbers = [revision.edition for revision in routine.revisions]
    if routine.latest.approved is None:
        yield Finding("G009", ("revisions", 0), latest=routine.latest)
    if sheets := entered.unissued:
        more = [f"{len(sheets) - MOST_NAMED} till"] if len(sheets) > MOST_NAMED else []
        yield Finding("G007", ("revisions",), sheets=series([*sheets[:MOST_NAMED], *more]))
    for number in entered.uncoded:
        yield Finding("G011", ("revisions", numbers.index(number), "edition"), number=number)
    yield from (Finding("G011", ("revisions",), "unlisted", number=number) for number in entered.unlisted)


def _untimely(routine: Routine, today: date) -> Iterator[Finding]:
    """Report editions dated in the future, and a too early approval.

    The approval of the latest edition is of the document that the routine has now; older ones may be of an earlier
    document.
    """
    for i, revision in enumerate(routine.revisions):
        if revision.date > today:
            yield Finding("G012", ("revisions", i, "date"), revision=revision)
    if (approval := routine.latest.approval) and approval.date < routine.source.date:
        here, latest, source = ("revisions", 0, "approval", "date"), routine.latest, routine.source
        yield Finding("G012", here, "early", revision=latest, approval=approval, source=source)


def _left(routine: Routine) -> Iterator[Finding]:
    """Report texts with words of an example, or a number that reaches nobody.

    For a withdrawn routine, only in the text about the withdrawal.
    """
    for leaf in leaves(routine):
        here, text = leaf.path, leaf.text
        if routine.withdrawn and here[0] != "withdrawn":
            continue
        if text.startswith("https://"):
            if leads_nowhere(text) and here[0] != "site":
                yield Finding("G008", here, "address")
        elif found := LEFT.search(text):
            yield Finding("G008", here, words=found.group())
        else:
            yield from [*_unreal(text, here)][:1]


def _unreal(text: str, here: Path) -> Iterator[Finding]:
    """Yield the numbers of a text that reach nobody."""
    for number in [text] if PHONE.fullmatch(text) else telephone.numbers_in(text):
        if telephone.is_shown(number):
            yield Finding("G008", here, "number", number=number)
        elif telephone.rings_nobody(number):
            yield Finding("G013", here, number=number)


# A number whose last day is farther off has as good as none. A mistyped year is farther off.
MOST_YEARS = 5
# The last day of a number, or of the routine.
LAST = {"valid_until", "until"}


def stale(routine: Routine, today: date) -> Iterator[Finding]:
    """Report every date that is too old, has passed, or lies in the future.

    After the last day of a routine nothing in it grows old: nobody checks a number or a source of a routine that no
    longer holds.
    """
    if not (routine.withdrawn and routine.withdrawn.until < today):
        yield from _grown_old(routine, today)
    for path, day in days(routine):
        # All dates but the last days are of something that has been done.
        if day > today and path[-1] not in LAST:
            yield Finding("D004", path, day=day)
    far, years = today + timedelta(days=MOST_YEARS * YEAR), wording.number(MOST_YEARS)
    for i, contact in enumerate(routine.contacts):
        if (last := contact.rung_until) and last > far:
            yield Finding("D004", ("contacts", i, "valid_until"), "far", contact=contact, day=last, years=years)
    if (gone := routine.withdrawn) and gone.until > far:
        yield Finding("D004", ("withdrawn", "until"), "withdrawn", day=gone.until, years=years)


def _grown_old(routine: Routine, today: date) -> Iterator[Finding]:
    for i, contact in enumerate(routine.contacts):
        if (last := contact.rung_until) and last < today:
            yield Finding("D001", ("contacts", i, "valid_until"), contact=contact, day=last)
    for i, item in enumerate(routine.guidance):
        if (today - item.checked).days > YEAR:
            yield Finding("D002", ("guidance", i, "checked"), item=item)
    if (today - (assessed := routine.accessibility.assessed)).days > YEAR:
        yield Finding("D003", ("accessibility", "assessed"), day=assessed)


# Host names that are reserved for examples.
EXAMPLE_HOST = re.compile(r"(.*\.)?(example(\.(com|net|org|se))?|exempel\w*\.se|invalid|test)")


def leads_nowhere(address: str) -> bool:
    """Return whether an address is empty or an example."""
    return not address or EXAMPLE_HOST.fullmatch(urlsplit(address).hostname or "") is not None
