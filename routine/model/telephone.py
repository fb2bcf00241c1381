"""Validation, formatting and search of telephone numbers.

Pure functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# With a country code, with an area code, or short, as 112 and 116 006. No 0 follows Sweden's country code.
ABROAD = r"(?:\+|0[ \-]*0[ \-]*)(?!46[ \-]*0)[1-9](?:[ \-]*[0-9]){7,14}"
AREA = r"0[ \-]*[1-9](?:[ \-]*[0-9]){6,8}"
SHORT = r"[1-9](?:[ \-]*[0-9]){2,5}"
PHONE = re.compile(f"{ABROAD}|{AREA}|{SHORT}")
ALLOWED = "riktnummer och nummer, som 010-555 01 23, samma sak med +46 i stället för 0, eller ett kort nummer, som 112"
# The least and the greatest number of figures, with an area code and without.
LEAST, MOST = 8, 10
LEAST_SHORT, LONGEST_SHORT = 3, 6
# An area code without its 0, known by the hyphen after it. Without a hyphen nothing tells what the figures are.
NO_NOUGHT = re.compile(r"[1-9]\d{0,2}-[\d ]+")
# A personal identity number. The rules recognise one that begins with a 0.
PERSONS = re.compile(r"(?:\d\d)?\d{6} ?[-+]? ?\d{4}")
# The separator between two numbers, and the start of a second number if there is no separator.
PARTED = re.compile(r"\s*(?:[,;|/]|\b(?:och|eller|samt|alt\.?)(?!\w))\s*")
AGAIN = re.compile(r" +(?=0\d{1,3}-|\+)")
ASK = "ta reda på numret, och skriv hela med riktnummer."
IF_PERSONS = (
    "Är det ett personnummer finns det kvar i ärendets historik: berätta det för den som svarar för innehållet."
)
# Numbers that a text may tell anybody in Sweden to ring, declared or not.
PUBLIC = ("112", "114 14", "113 13", "1177")

# Numbers shown in messages and examples: an editor who copies one, or writes noughts, has filled in nothing.
SHOWN = ("0105550100", "0105550123", "0105550199")
NOUGHTS = "000000"
NO_NUMBER = "555"  # The number that films use.
# The area codes of Sweden: those of two and three figures one by one, all others with four. Left out are 07, for
# mobiles, where any figure may follow, and 020 and 0900, which belong to no area.
AREA_CODE = re.compile(r"0(?:8|1[013689]|2[136]|3[1356]|4[0246]|54|6[03]|90(?!0)|(?!20)[1-69]\d\d)")

# Patterns for a text, from here on. Enough figures to reach somebody, whatever number they are.
FIGURES = r"\+?[0-9][0-9 \-]{2,}[0-9]"
GAP = r"[-–‑−/.()\s]{0,3}"
# 070, 072, 073, 076 and 079: 071 and 077 belong to companies, 074 to pagers.
MOBILE = re.compile(
    rf"(?<![\d+])(?:(?:(?:\+|00){GAP})?46{GAP}(?:\(0\){GAP})?|0{GAP})7{GAP}[02369](?:{GAP}\d){{7}}(?!\d)"
)
# A long number, as written in Swedish. Not 112, 113 13, 114 14 and 1177, which no editor changes.
LONG_IN_TEXT = re.compile(
    r"(?<![\w.:/+–-])(?:(?:0\d{1,3}|\+46 ?\d{1,3})(?:-| ?[/–] ?| )\d{2,3}(?: ?\d{2,3}){1,3}|116 ?\d{3})(?![\w–/-]| \d)"
)
# A short number in a text: no part of a longer number, of a time or of a law's number.
SHORT_IN_TEXT = re.compile(r"(?<![\w.,:/–-])(?<!\d[ \xa0])\d(?:[ \xa0]?\d){2,5}(?![\w–:/-]|[ \xa0,.]?\d)")
# A short number after a word for ringing; the rest of the sentence is not looked at.
RUNG = re.compile(rf"\b(?:ring|ringa|ringer|larma|larmar)(?: [^\W\d]+){{0,3}} ({SHORT_IN_TEXT.pattern})", re.IGNORECASE)
# A number right after `ring`, to turn into a link: short, or with an area code; no hours, days or amounts.
AFTER_RING = r"(?<=\b[Rr]ing )(?:11\d{1,4}|0\d{1,3}-\d{2,3}(?: \d{2,3}){1,2})(?![-\d])"
# Two figures right after a word for ringing, that count nothing: a short number with figures missing. The noun `larm`
# is left out, since an alarm may have a number.
CUT_SHORT = re.compile(
    r"\b(?:ring(?:a|er)?|larmar?)(?: (?:på|nummer|numret|nödnumret))? (\d\d)"
    r"(?=$|[.!?;)”,:](?! ?\d)| (?:vid|om|när|nu|direkt|genast|omedelbart|först|alltid|så)\b| och\b(?! \d))",
    re.IGNORECASE,
)
RINGING = re.compile(r"\b(?:ring|larm|nå[rs]?\b|sms\b|telefon|nummer|numret|polis)", re.IGNORECASE)
# Words before (PLACE) or after (AMOUNT) a number that nobody can ring.
PLACE = re.compile(
    r"\b(?:rum|sal|plan|hus|våning|sida|sidan|kap|kapitel|paragraf|lag|klockan|kl\.?|§)\s$", re.IGNORECASE
)
AMOUNT = re.compile(r"\s(?:kr|kronor|procent|minuter|tim\w*|dagar|dygn|veckor|år|meter|personer|elever)\b")
# Letters that many typefaces show as figures.
LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
SENTENCE = re.compile(r"[^.!?]+")


def fault(number: str) -> tuple[str, str]:
    """Explain the fault of an invalid number, and suggest what to do.

    No figure is guessed but a first 0, which a spreadsheet drops; then the suggestion is a question.
    """
    plain = _plain(number)
    parts = [part for part in PARTED.split(number) if part]
    several = parts if len(parts) > 1 else AGAIN.split(plain)
    if len(several) > 1 and all(PHONE.fullmatch(_plain(part)) for part in several):
        return "Här står mer än ett nummer.", "skriv ett av dem här. Ett annat hör hemma i en post för sig."
    if PHONE.fullmatch(plain):
        return f"”{number}” har annat än siffror, mellanslag och bindestreck.", f"skriv {plain}."
    if not re.fullmatch(r"\+?[0-9][0-9 \-]*", plain):
        if (meant := _plain(number.translate(LETTERS))) and PHONE.fullmatch(meant) and re.search("[0-9]", number):
            letters = ", ".join(dict.fromkeys(sign for sign in number if ord(sign) in LETTERS))
            return f"Här står en bokstav som ser ut som en siffra: {letters}.", f"menade du ”{meant}”?"
        words = "skriv bara numret. Ord hör hemma i label, och en anknytning i ask eller advice."
        return f"”{number}” är inte ett telefonnummer.", words
    return _miscounted(number, plain)


def _miscounted(number: str, plain: str) -> tuple[str, str]:
    """Explain the fault of an invalid number that has figures alone."""
    count = len(figures(plain))
    if plain[0] not in "+0" and count > LONGEST_SHORT:
        if PERSONS.fullmatch(plain):
            return "Här står tio eller tolv siffror, som i ett personnummer.", f"{ASK} {IF_PERSONS}"
        meant = (
            f"+{plain}"
            if plain.startswith("46") and count > MOST - 2
            else f"0{plain}"
            if NO_NOUGHT.fullmatch(plain)
            else ""
        )
        asked = f"menade du ”{meant}”?" if PHONE.fullmatch(meant) else ASK
        return f"”{number}” börjar varken med 0 eller +.", asked
    without = re.sub(r"^(\+|0[ \-]*0[ \-]*)46[ \-]*0[ \-]*", r"\g<1>46 ", plain)
    if without != plain and PHONE.fullmatch(without):
        return "Efter +46 skrivs inte den första nollan.", f"skriv {without}."
    if LEAST <= count <= MOST:
        return f"”{number}” går inte att ringa.", ASK
    return f"”{number}” har för {'få' if count < LEAST else 'många'} siffror.", ASK


def _plain(number: str) -> str:
    """Rewrite a number in our format, with the same figures.

    (0155) 380 00 becomes 0155-380 00, and +46 (0)155 becomes +46 155.
    """
    text = " ".join(re.sub(r"^\s*tel(?:efon)?[.:\s]*(?=[+(\d])", "", number, flags=re.IGNORECASE).split()).strip(".,; ")
    text = re.sub(r" ?\(0\) ?", " ", text) if text.startswith(("+", "00")) else text
    text = re.sub(r"^\((\+?\d+)\)(?: ?[-–] ?| ?)", r"\1-", text)
    return re.sub(r" ?[–—‑−‐/-] ?", "-", text.replace(".", " "))


def figures(number: str) -> str:
    """Remove everything but the figures."""
    return re.sub(r"\D", "", number)


def national(number: str) -> str:
    """Return the figures as rung in Sweden.

    They are the same for +46 70, 0046 70 and 070.
    """
    return re.sub(r"^(?:00)?46", "0", figures(number.replace("(0)", "")))


def is_shown(number: str) -> bool:
    """Return whether a number is an example, and nobody's."""
    return national(number) in SHOWN or national(number).endswith(NOUGHTS)


def rings_nobody(number: str) -> bool:
    """Return whether no subscriber in Sweden can have the number.

    No subscriber's number has a 0 right after the area code. Nobody has the 555 of films either.
    """
    area = AREA_CODE.match(national(number))
    return figures(number) == NO_NUMBER or (area is not None and national(number)[area.end() :].startswith("0"))


def is_short(number: str) -> bool:
    """Return whether a number is one of those without an area code."""
    return len(figures(number)) <= LONGEST_SHORT


def says(text: str, number: str) -> bool:
    """Return whether a text has the number, however its figures are parted."""
    parted = r"[\s-]?".join(map(re.escape, re.sub(r"[\s-]", "", number)))
    return re.search(rf"(?<!\d){parted}(?!\d)", text) is not None


def short_in(text: str) -> Iterator[str]:
    """Yield the short numbers of a text that a reader may ring."""
    for sentence in SENTENCE.finditer(text):
        if RINGING.search(sentence.group()):
            for found in SHORT_IN_TEXT.finditer(sentence.group()):
                before, after = sentence.group()[: found.start()], sentence.group()[found.end() :]
                if not PLACE.search(before) and not AMOUNT.match(after):
                    yield found.group()
    yield from CUT_SHORT.findall(text)


def numbers_in(text: str) -> Iterable[str]:
    """Return the numbers of a text, each once.

    They have an area code, or are short and follow a word for ringing.
    """
    rung = (found.group(1) for found in RUNG.finditer(text) if not AMOUNT.match(text, found.end()))
    return dict.fromkeys((*LONG_IN_TEXT.findall(text), *rung))
