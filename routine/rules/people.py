"""What looks like a person's name. A list of given names can never be whole: it is advice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.problems import Mark, Problem
from routine.rules.core import rule
from routine.rules.texts import prose

# Common in Sweden, of all ages and of several languages.
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
# The beginnings of two names and a number, as many bodies name the accounts of who works there: annsve01.
ACCOUNT = re.compile(r"(?<![\w.+-])[a-zåäö]{4,8}\d{1,3}@\w[\w-]*(?:\.\w[\w-]*)+")
# Two words with a capital in a row; the second may be the first of the next two.
PAIR = re.compile(r"(?<![\w-])(?P<first>[A-ZÅÄÖÉ][\w-]*)(?=(?P<second> [A-ZÅÄÖÉ][a-zåäöéü]+))")


@rule()
def persons_name(routine: Routine) -> Iterator[Finding]:
    """Two words with a capital in a row, the first a given name, or several with hyphens."""
    for leaf in prose(routine):
        for name, said in _persons(leaf.text):
            yield Finding("V004", leaf.path, *said, part=name)


def in_lines(lines: Iterable[str]) -> Iterator[Problem]:
    """The same of a page's own lines."""
    for number, line in enumerate(lines, 1):
        for name, said in _persons(line):
            yield Problem("V004", Mark(number, line.index(name) + 1, len(name)), *said)


def _persons(text: str) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Who is named in a text, if anybody is: the words that do, what is said of them, what is allowed, what to do."""
    if name := next(_named(text), ""):
        allowed, hint = "roller och funktioner, aldrig personer", "skriv rollen eller funktionen i stället."
        yield name, (f"”{name}” ser ut som en persons namn.", allowed, hint)
    elif account := ACCOUNT.search(text):
        told = f"”{account.group().split('@')[0]}@…” ser ut som en persons användarnamn."
        allowed = "funktioners adresser, som info@ eller registrator@"
        yield account.group(), (told, allowed, "skriv funktionens adress i stället.")


def _named(text: str) -> Iterator[str]:
    for pair in PAIR.finditer(text):
        if GIVEN.issuperset(pair["first"].split("-")):
            yield pair["first"] + pair["second"]
