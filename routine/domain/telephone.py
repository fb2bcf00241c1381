"""A telephone number: what can be rung, what is wrong with what cannot, and how it is written. Pure."""

from __future__ import annotations

import re

# With a country's code, with an area code, or short, as 112 and 116 006. After Sweden's code stands no 0.
ABROAD = r"(?:\+|0[ \-]*0[ \-]*)(?!46[ \-]*0)[1-9](?:[ \-]*[0-9]){7,14}"
AREA = r"0[ \-]*[1-9](?:[ \-]*[0-9]){6,8}"
SHORT = r"[1-9](?:[ \-]*[0-9]){2,5}"
PHONE = re.compile(f"{ABROAD}|{AREA}|{SHORT}")
ALLOWED = "riktnummer och nummer, som 010-555 01 23, samma sak med +46 i stället för 0, eller ett kort nummer, som 112"
# The figures of a number with an area code, and the most of one without.
LEAST, MOST, LONGEST_SHORT = 8, 10, 6
# An area code without its 0 shows by the hyphen after it. Of other figures nobody knows where they belong.
NO_NOUGHT = re.compile(r"[1-9]\d{0,2}-[\d ]+")
# As a personal number is written, which the rules know when it begins with a 0.
PERSONS = re.compile(r"(?:\d\d)?\d{6} ?[-+]? ?\d{4}")
# Between two numbers; where a second one begins, when nothing stands between them.
PARTED = re.compile(r"\s*(?:[,;|/]|\b(?:och|eller|samt|alt\.?)(?!\w))\s*")
AGAIN = re.compile(r" +(?=0\d{1,3}-|\+)")
ASK = "ta reda på numret, och skriv hela med riktnummer."
IF_PERSONS = (
    "Är det ett personnummer finns det kvar i ärendets historik: berätta det för den som svarar för innehållet."
)


def fault(number: str) -> tuple[str, str]:
    """What is wrong with a number that is none, and what to do. Of its figures none is guessed but a first 0, which a
    table of figures drops: that is asked."""
    plain = _plain(number)
    parts = [part for part in PARTED.split(number) if part]
    several = parts if len(parts) > 1 else AGAIN.split(plain)
    if len(several) > 1 and all(PHONE.fullmatch(_plain(part)) for part in several):
        return "Här står mer än ett nummer.", "skriv ett av dem här. Ett annat hör hemma i en post för sig."
    if PHONE.fullmatch(plain):
        return f"”{number}” har annat än siffror, mellanslag och bindestreck.", f"skriv {plain}."
    if not re.fullmatch(r"\+?[0-9][0-9 \-]*", plain):
        words = "skriv bara numret. Ord hör hemma i label, och en anknytning i ask eller advice."
        return f"”{number}” är inte ett telefonnummer.", words
    return _miscounted(number, plain)


def _miscounted(number: str, plain: str) -> tuple[str, str]:
    """Of figures alone that are no number."""
    count = len(re.sub(r"\D", "", plain))
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
    """The same figures as we write them: (0155) 380 00 as 0155-380 00, and +46 (0)155 as +46 155."""
    text = " ".join(re.sub(r"^\s*tel(?:efon)?[.:\s]*(?=[+(\d])", "", number, flags=re.IGNORECASE).split()).strip(".,; ")
    text = re.sub(r" ?\(0\) ?", " ", text) if text.startswith(("+", "00")) else text
    text = re.sub(r"^\((\+?\d+)\)(?: ?[-–] ?| ?)", r"\1-", text)
    return re.sub(r" ?[–—‑−‐/-] ?", "-", text.replace(".", " "))
