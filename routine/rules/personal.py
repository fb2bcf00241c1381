"""What says who or where a person is: it stops, wherever it stands. Only a function's own mobile can be overruled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from routine.domain.model import Routine
from routine.domain.telephone import MOBILE, national
from routine.domain.wording import inside
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.reading.problems import Mark, Problem, RoutineError
from routine.rules.core import rule
from routine.rules.people import GIVEN
from routine.rules.texts import Leaf, leaves

# With or without century; before the last four a hyphen, a plus (of who is over a hundred), a space or nothing.
PERSONAL = re.compile(r"(?<!\d)(?:18|19|20)?(\d\d)-?(\d\d)-?(\d\d)\s?[-+–−‑]?\s?(\d{4})(?!\d)")
# In a link that was copied out of a letter the sign is written as %40.
EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)(?:@|%40)\w[\w-]*(?:\.\w[\w-]*)+")
# What the local part of a function's address says: one of these anywhere in it is enough.
FUNCTIONS = re.compile(
    r"info|kommun|registrator|växel|vaxel|kontakt|kansli|jour|nämnd|namnd|stöd|stod|säker|saker|trygg|social|skol|bygg|"
    r"press|support|service|förvaltning|forvaltning|avdelning|enhet|chef|ledning|styrelse|polis|tips|anmäl|anmal|post"
)
COMMENT = re.compile(r"(?:^|\s)#.*")
UNNAMED = "den som svarar för innehållet, som står på sidan Om guiden"
# What each kind is called, and what may stand instead.
NUMBER = ("R080", "ett personnummer eller samordningsnummer", "inga nummer på personer")
OWN_MOBILE = ("R081", "ett mobilnummer", "funktioners nummer, som står under contacts eller emergency")
OWN_EMAIL = ("R082", "en persons e-postadress", "funktioners adresser, som info@ eller registrator@")
KINDS = "gatan|gata|vägen|gränd|torget|stigen|allén|esplanaden|kajen"
STREET = re.compile(
    rf"\b(?:\w{{2,}}(?:{KINDS})|[A-ZÅÄÖ]\w+(?:väg|backen|torg)|"
    rf"(?!(?:På|Vid|Från|Till|Längs|Över) )[A-ZÅÄÖ]\w+ (?:{KINDS}|väg|torg))\s\d{{1,3}}(?:\s?[A-Z])?\b"
)


@rule()
def personal_number(routine: Routine) -> Iterator[Finding]:
    for leaf in leaves(routine):
        if _has_number(leaf.text):
            yield _stop(routine, leaf, *NUMBER)


@rule()
def mobile(routine: Routine) -> Iterator[Finding]:
    """Anywhere but where a function's number is declared; that number may also be repeated in a text."""
    functions = declared(routine)
    known = {national(number) for number in functions.values()}
    for leaf in leaves(routine):
        if leaf.path not in functions and _has_mobile(leaf.text, known):
            yield _stop(routine, leaf, *OWN_MOBILE)


@rule()
def email(routine: Routine) -> Iterator[Finding]:
    for leaf in leaves(routine):
        if _has_email(leaf.text):
            found = _stop(routine, leaf, *OWN_EMAIL)
            link = "öppna länken, och kopiera adressen ur webbläsarens adressfält. Det finns kvar i ärendets historik: "
            again = f"{link}berätta det för {_answering(routine)}."
            yield replace(found, hint=again) if leaf.text.startswith("https://") else found


@rule()
def street(routine: Routine) -> Iterator[Finding]:
    for leaf in leaves(routine):
        if STREET.search(leaf.text):
            yield _stop(routine, leaf, "R083", "en gatuadress", "namn på platser, som entrén eller receptionen")


@rule()
def functions_mobile(routine: Routine) -> Iterator[Finding]:
    """A mobile is mostly a person's own, also when a function is rung on it."""
    for path, number in declared(routine).items():
        if MOBILE.search(number):
            yield Finding(
                "R084",
                path,
                "Funktionens nummer är ett mobilnummer, som kan vara en persons eget.",
                "ett nummer som hör till funktionen, som växelns",
                "skriv växelns eller funktionens fasta nummer, eller utelämna number tills det finns ett.",
            )


def in_lines(lines: Iterable[str], routine: Routine | None = None) -> Iterator[Problem]:
    """The same of a file's lines, of the `routine` if it is known. A street may be a public one."""
    known = {national(number) for number in declared(routine).values()} if routine else set[str]()
    answering = _answering(routine) if routine else UNNAMED
    for number, line in enumerate(lines, 1):
        found = ((NUMBER, _has_number(line)), (OWN_MOBILE, _has_mobile(line, known)), (OWN_EMAIL, _has_email(line)))
        for code, what, allowed in (kind for kind, has in found if has):
            yield Problem(code, Mark(number, 1), f"Här står {what}.", allowed, _removed(answering))


def held(pages: Mapping[str, str], routine: Routine) -> None:
    """Hold pages, by their names, to the same. Raises RoutineError for the first that says who somebody is."""
    for name, text in pages.items():
        if found := [*in_lines(text.split("\n"), routine)]:
            raise RoutineError(name, text, found)


def in_comments(text: str, routine: Routine | None = None) -> Iterator[Problem]:
    """The same of a file's comments: nothing reads them but whoever reads its history."""
    comments = (COMMENT.search(line) for line in text.split("\n"))
    return in_lines((found.group() if found else "" for found in comments), routine)


def _stop(routine: Routine, leaf: Leaf, code: str, what: str, allowed: str) -> Finding:
    """Without the words themselves, which a log would keep."""
    return Finding(code, leaf.path, f"Här står {what}.", allowed, _removed(_answering(routine)))


def _removed(answering: str) -> str:
    return (
        "ta bort det, och skriv rollen eller funktionen i stället. Det finns kvar i ärendets historik: "
        f"berätta det för {answering}."
    )


def _answering(routine: Routine) -> str:
    """Who is told of it, by the function that the routine names, unless that is what is wrong."""
    owner = routine.organisation.owner
    if re.search(r"[\d@]", owner):
        return UNNAMED
    return f"{inside(owner)}, som svarar för innehållet"


def _has_number(text: str) -> bool:
    return any(_is_personal(match) for match in PERSONAL.finditer(text))


def _has_mobile(text: str, known: Collection[str]) -> bool:
    return any(national(match.group()) not in known for match in MOBILE.finditer(text))


def _has_email(text: str) -> bool:
    return any(_is_persons(_local(match)) for match in EMAIL.finditer(text))


def declared(routine: Routine) -> dict[Path, str]:
    """The numbers of functions, by where they are declared."""
    contacts, emergency = enumerate(routine.contacts), enumerate(routine.emergency)
    numbers: list[tuple[Path, str | None]] = [(("contacts", i, "number"), each.number) for i, each in contacts]
    numbers += [(("emergency", i, "number"), each.number) for i, each in emergency]
    return {path: number for path, number in numbers if number}


def _is_personal(match: re.Match[str]) -> bool:
    """Whether the day is one, or one with 60 added as in a samordningsnummer, and the check digit is right.

    Ten digits in a row that begin as a mobile number are taken for that, which stops as well.
    """
    year, month, day, last = match.groups()
    digits = year + month + day + last
    if match.group() == digits and MOBILE.fullmatch(digits):
        return False
    return _is_day(int(year), int(month), int(day) % 60) and _checks(digits)


def _is_day(year: int, month: int, day: int) -> bool:
    """In this century, in which every fourth year is a leap year, as in the last."""
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def _checks(digits: str) -> bool:
    """The last digit follows from the others: every second is doubled, and the sum of all digits ends with 0."""
    doubled = [int(digit) * (2 - at % 2) for at, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _local(found: re.Match[str]) -> str:
    """What stands before the @; in a link, after the sign that is encoded before that."""
    encoded = found.string[: found.start()].endswith("%")
    return found.group(1)[2:] if encoded else found.group(1)


def _is_persons(local: str) -> bool:
    """A given name, alone or with another, or two words that name no function."""
    parts = [part for part in re.split(r"[._+-]", local.casefold()) if part]
    if any(part.capitalize() in GIVEN for part in parts):
        return True
    return len(parts) > 1 and all(part.isalpha() for part in parts) and not FUNCTIONS.search(local.casefold())
