"""Rules that stop personal data, wherever it stands.

Only the mobile number of a function can be excepted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from personnummer import personnummer

from routine.check.finding import Finding
from routine.check.problems import Mark, Problem, RoutineError
from routine.check.rules.core import leaves
from routine.check.rules.numbers import declared
from routine.model.model import Routine
from routine.model.telephone import MOBILE, national
from routine.model.wording import inside

# With or without century; before the last four a hyphen, a plus (over a hundred years old), a space or nothing.
PERSONAL = re.compile(r"(?<!\d)(?:18|19|20)?(\d\d)-?(\d\d)-?(\d\d)\s?[-+–−‑]?\s?(\d{4})(?!\d)")
# In a link copied from an e-mail the at sign is written as %40.
EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)(?:@|%40)\w[\w-]*(?:\.\w[\w-]*)+")
# Words in the local part of a function's address: one of them anywhere is enough.
FUNCTIONS = re.compile(
    r"info|kommun|registrator|växel|vaxel|kontakt|kansli|jour|nämnd|namnd|stöd|stod|säker|saker|trygg|social|skol|bygg|"
    r"press|support|service|förvaltning|forvaltning|avdelning|enhet|chef|ledning|styrelse|polis|tips|anmäl|anmal|post"
)
# Given names common in Sweden, of all ages and several languages.
NAMES = (
    "Agneta Ahmed Ali Alice Alva Amanda Anders Andreas Anette Anita Ann Anna Anneli Annika Anton Arne Arvid "
    "Astrid Axel Barbro Bengt Berit Birgitta Björn Bo Britt Camilla Carina Carl Caroline Cecilia Charlotte Christer "
    "Christian Christina Dan Daniel David Ebba Elias Elin Elisabeth Ella Elsa Emil Emilia Emma Erik Eva Fatima Filip "
    "Folke Fredrik Frida Gabriel Gerd Gunilla Gunnar Gustav Göran Hanna Hans Hassan Helena Henrik Hugo Håkan Ibrahim "
    "Ida Inga Inger Ingrid Isabella Jakob Jan Jenny Jens Jessica Joakim Johan Johanna Johannes John Jonas Josef "
    "Josefin Julia Jörgen Karin Karl Katarina Kent Kerstin Kjell Klara Kristina Kurt Lars Leif Lena Lennart Liam Lina "
    "Linda Linnea Lisa Louise Lovisa Lucas Magnus Maja Malin Margareta Maria Marianne Marie Markus Martin Mats "
    "Matilda Mattias Maryam Michael Mikael Mohamed Monica Mona Moa Nils Nina Noah Ola Olle Olof Oskar Patrik Per Peter "
    "Pia Pontus Rasmus Rebecka Robert Robin Roger Rolf Sanna Sara Sebastian Simon Siv Sofia Stefan Stig Susanne Sven "
    "Tomas Therese Tobias Torbjörn Tove Ulf Ulla Ulrika Viktor Viktoria Vilma William Yvonne Åke Åsa Örjan"
)
GIVEN = frozenset(NAMES.split())
COMMENT = re.compile(r"(?:^|\s)#.*")
UNNAMED = "den som svarar för innehållet, som står på sidan Om"
KINDS = "gatan|gata|vägen|gränd|torget|stigen|allén|esplanaden|kajen"
STREET = re.compile(
    rf"\b(?:\w{{2,}}(?:{KINDS})|[A-ZÅÄÖ]\w+(?:väg|backen|torg)|"
    rf"(?!(?:På|Vid|Från|Till|Längs|Över) )[A-ZÅÄÖ]\w+ (?:{KINDS}|väg|torg))\s\d{{1,3}}(?:\s?[A-Z])?\b"
)


def person(routine: Routine) -> Iterator[Finding]:
    """Report personal data without repeating it, since a log would keep it.

    The number of a function may also be repeated in a text.
    """
    functions, answering = declared(routine), _answering(routine)
    known = {national(number) for number in functions.values()}
    for leaf in leaves(routine):
        for code in _codes(leaf.text, known):
            if code != "R081" or leaf.path not in functions:
                link = "link" if code == "R082" and leaf.text.startswith("https://") else ""
                yield Finding(code, leaf.path, link, answering=answering)
        if STREET.search(leaf.text):
            yield Finding("R083", leaf.path, answering=answering)


def functions_mobile(routine: Routine) -> Iterator[Finding]:
    """Report mobile numbers declared for a function.

    A mobile is mostly a person's own, even when it is used to ring a function.
    """
    yield from (Finding("R084", path) for path, number in declared(routine).items() if MOBILE.search(number))


def in_lines(lines: Iterable[str], routine: Routine | None = None) -> Iterator[Problem]:
    """Yield personal data in the lines of a file.

    `routine` is the routine of the file, if known. Streets are not reported: a street may be a public one.
    """
    known = {national(number) for number in declared(routine).values()} if routine else set[str]()
    for number, line in enumerate(lines, 1):
        for code in _codes(line, known):
            told = Finding(code, (), answering=_answering(routine) if routine else UNNAMED)
            yield Problem(code, Mark(number, 1), told.message, told.allowed, told.hint)


def refuse_persons(pages: Mapping[str, str], routine: Routine) -> None:
    """Refuse pages with personal data.

    `pages` maps name to text. Raises RoutineError for the first page that reveals who somebody is.
    """
    for name, text in pages.items():
        if found := [*in_lines(text.split("\n"), routine)]:
            raise RoutineError(name, text, found)


def in_comments(text: str, routine: Routine | None = None) -> Iterator[Problem]:
    """Yield personal data in the comments of a file.

    Comments are shown on no page, but anyone who reads the history of the file sees them.
    """
    comments = (COMMENT.search(line) for line in text.split("\n"))
    return in_lines((found.group() if found else "" for found in comments), routine)


def _answering(routine: Routine) -> str:
    """Return whom to tell: the owner of the content, as the routine names it.

    A general phrase, if the name itself holds a number or an address.
    """
    owner = routine.organisation.owner
    return UNNAMED if re.search(r"[\d@]", owner) else f"{inside(owner)}, som svarar för innehållet"


def _codes(text: str, known: Collection[str]) -> Iterator[str]:
    if not re.search(r"[\d@]", text):
        return
    if any(map(_is_personal, PERSONAL.finditer(text))):
        yield "R080"
    if any(national(match.group()) not in known for match in MOBILE.finditer(text)):
        yield "R081"
    if any(map(_is_persons, EMAIL.finditer(text))):
        yield "R082"


def _is_personal(match: re.Match[str]) -> bool:
    """Tell whether a match is a valid personal identity number.

    Ten digits in a row that form a mobile number are taken for one; that is reported as well.
    """
    digits = "".join(match.groups())
    return not (match.group() == digits and MOBILE.fullmatch(digits)) and bool(personnummer.valid(digits))


def _is_persons(found: re.Match[str]) -> bool:
    """Tell whether an e-mail address belongs to a person.

    The local part has a given name, alone or with another, or two words that name no function.
    """
    encoded = found.string[: found.start()].endswith("%")
    local = found.group(1)[2 if encoded else 0 :].casefold()
    parts = [part for part in re.split(r"[._+-]", local) if part]
    if any(part.capitalize() in GIVEN for part in parts):
        return True
    return len(parts) > 1 and all(part.isalpha() for part in parts) and not FUNCTIONS.search(local)
