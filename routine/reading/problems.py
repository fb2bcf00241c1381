"""What can be wrong with a routine, said so that an editor can mend it: place, fault, what is allowed, what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from msgspec import Struct


class Mark(Struct, frozen=True, order=True):
    """A place in the file: line and column count from 1, length in characters."""

    line: int
    column: int
    length: int = 1


class Problem(Struct, frozen=True):
    """One fault. `code` is a key of `CODES`; `allowed` and `hint` are whole Swedish phrases, or empty. `example` are
    lines of the file as they could stand instead, with their indents."""

    code: str
    mark: Mark
    message: str
    allowed: str = ""
    hint: str = ""
    related: tuple[tuple[Mark, str], ...] = ()
    example: tuple[str, ...] = ()


# A picture shows at most this much of a line, around the place.
WIDTH = 160
# So many are written; whoever has more mends these first.
MOST_TOLD = 50
EXAMPLE = "Så här kan det stå:"


def _rank(code: str) -> int:
    """What may cause the rest comes first: how the file is saved, then how it is written."""
    return 0 if code == "S001" else 1 if code.startswith("S") else 2


class StopError(Exception):
    """What stops a command, other than the routine itself. The message is whole; without one, it has been told."""


class RoutineError(Exception):
    """A routine that cannot be published. Carries every problem: those of how the file is written first, since they
    may cause the others, then in the order of the file.

    `whole`: whether all of the file could be looked at; `every`: whether all that is wrong in it was looked for.
    """

    def __init__(
        self, name: str, text: str, problems: Iterable[Problem], *, whole: bool = True, every: bool = True
    ) -> None:
        self.name = name
        self.problems = tuple(sorted(problems, key=lambda p: (_rank(p.code), p.mark, p.code, p.message)))
        self.whole, self.every = whole, every
        self._lines = text.split("\n") if text else []
        super().__init__(self.report())

    @property
    def counted(self) -> str:
        """How many there are: `3 fel i rutin.yaml`."""
        return f"{'' if self.every else 'Minst '}{len(self.problems)} fel i {self.name}"

    def report(self) -> str:
        """The Swedish text for the terminal and the build log: every problem, then how many there are."""
        count = len(self.problems)
        parts = [self._describe(problem) for problem in self.problems[:MOST_TOLD]]
        last = [f"{self.counted}."]
        if count > MOST_TOLD:
            last.append(f"Här visas de {MOST_TOLD} första.")
        if count > 1 and self.problems[0].code[:1] in "SM":
            last.append("Rätta det första först: det kan vara orsaken till andra.")
        if not self.whole:
            last.append("Resten av filen går inte att kontrollera förrän det är rättat, så det kan finnas fler.")
        return "\n\n".join([*parts, " ".join(last)])

    def advice(self) -> str:
        """The same of what it may be published with: each problem headed as advice, then how many there are."""
        parts = [self._describe(problem, "Råd: ") for problem in self.problems]
        return "\n\n".join([*parts, f"{len(parts)} råd om {self.name}."])

    def _describe(self, problem: Problem, heading: str = "") -> str:
        mark = problem.mark
        rows = [f"{self.name}:{mark.line}:{mark.column}: {problem.code} {heading}{problem.message}"]
        rows += self._picture(mark)
        rows += [f"    Tillåtet: {problem.allowed}"] if problem.allowed else []
        rows += [f"    {_hint(problem.hint)}"] if problem.hint else []
        rows += [f"    {EXAMPLE}", *(f"       | {line}" for line in problem.example)] if problem.example else []
        rows += [f"    Se även {self.name}:{place.line}:{place.column}: {why}" for place, why in problem.related]
        return "\n".join(rows)

    def each(self) -> list[str]:
        """The text of every problem, where they are told together with those of another file."""
        return [self._describe(problem) for problem in self.problems]

    def _picture(self, mark: Mark) -> list[str]:
        if not 0 < mark.line <= len(self._lines):
            return []
        number = f"{mark.line:>6} | "
        line = "".join(character if character.isprintable() else " " for character in self._lines[mark.line - 1])
        column = mark.column
        if len(line) > WIDTH:
            left = max(0, column - WIDTH // 2)
            line, column = line[left : left + WIDTH], column - left
        length = max(1, min(mark.length, len(line) - column + 1))
        return [f"{number}{line}".rstrip(), f"{' ' * (len(number) - 2)}| {' ' * (column - 1)}{'^' * length}"]


def _hint(hint: str) -> str:
    """What to do. A question stands for itself: `Menade du ”rektorn”?`"""
    return f"{hint[:1].upper()}{hint[1:]}" if hint.startswith("menade") else f"Gör så här: {hint}"


# How like another a word is that may be meant by it, from 0 to 1.
ALIKE = 0.6


def closest(word: str, words: Sequence[str], least: float = ALIKE) -> str:
    """The hint "menade du …?" for a misspelt word, also one in capitals, or an empty text when nothing is near."""
    near = [f"”{each}”" for each in nearest(word, words, least)]
    several = f"{', '.join(near[:-1])} eller {near[-1]}" if len(near) > 1 else "".join(near)
    return f"menade du {several}?" if near else ""


def nearest(word: str, words: Sequence[str], least: float = ALIKE) -> list[str]:
    """The word that is nearest to a misspelt one, and at least so like it. Of several that are equally near, those that
    begin like it; none of too many, since one would be no likelier than another."""
    folded, plain = word.casefold(), {each.casefold(): each for each in reversed(words)}
    likest = difflib.get_close_matches(folded, plain, n=MOST_LISTED, cutoff=least)
    alike = {each for each in likest if _likeness(folded, each) == _likeness(folded, likest[0])}
    begun = {each for each in alike if each.startswith(folded)}
    found = [name for each, name in reversed(plain.items()) if each in (begun or alike)]
    return found if len(found) <= MOST_PROPOSED else []


def _likeness(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, word).ratio()


MOST_PROPOSED = 3
MOST_LISTED = 40


def listing(words: Iterable[str]) -> str:
    """The words that are allowed, with commas; of very many only the first, and how many more there are.

    When there are none, it says so.
    """
    every = tuple(words)
    more = len(every) - MOST_LISTED
    return ", ".join(every[:MOST_LISTED]) + (f" och {more} till" if more > 0 else "") or "(inga finns än)"


# Every code once, with the fault it names. Codes are never reused: old build logs and bookmarks point at them.
CODES = {
    "S001": "Filen är inte sparad som UTF-8",
    "S002": "Filen går inte att läsa som YAML",
    "S003": "Tabb i indraget",
    "S004": "Samma nyckel två gånger",
    "S005": "Hänvisningar inom filen: & eller * först i en text",
    "S006": "Ord som börjar med utropstecken",
    "S007": "Tecken i fel form eller osynligt tecken",
    "S008": "Text efter # försvinner",
    "S009": "För många listor eller klamrar i varandra",
    "S010": "Filen är för stor, eller en rad för lång",
    "S011": "Filen är tom, avbruten eller utan nycklar",
    "S012": "Flera dokument i samma fil",
    "S013": "Nyckeln är inte ett enkelt ord",
    "S014": "null eller ~ som värde",
    "S015": "Två ändringar har krockat",
    "S016": "Fel tecken i stället för bindestreck",
    "S017": "Mellanslag saknas efter strecket",
    "S018": "Strecket står för långt in eller ut",
    "S019": "Strecket saknas före en post",
    "S020": "En rad har varken nyckel eller streck",
    "S021": "Citattecken från Word runt ett värde",
    "S022": "Bokstäver som har gått sönder",
    "S023": "Raden som andra rader hör till saknas",
    "S024": "Början på en post saknas",
    "S025": "Posten står i fel lista",
    "M001": "En nyckel saknas",
    "M002": "Okänd nyckel",
    "M003": "Fel slags värde",
    "M004": "Otillåtet val",
    "M005": "Felskrivet id",
    "M006": "Inte ett datum",
    "M007": "Inte ett heltal över noll",
    "M008": "Inte en webbadress",
    "M009": "Inte ett telefonnummer",
    "M010": "Texten ska stå på en rad",
    "M011": "Tomt värde",
    "M012": "Fel antal poster i listan",
    "M013": "Kan inte vara en beteckning",
    "M014": "Längre eller fler än vad som går att använda",
    "R001": "Samma id två gånger",
    "R002": "Okänd roll",
    "R003": "Okänd fråga",
    "R004": "Okänt avsnitt",
    "R005": "Okänt spår",
    "R006": "Okänd åtgärd",
    "R007": "Okänd öppen fråga",
    "R008": "Ingen ansvarar för åtgärden",
    "R009": "Åtgärderna står inte i ordning",
    "R010": "Inga svar leder till steget",
    "R011": "Steg väntar på varandra",
    "R012": "Avsnitt utan åtgärder",
    "R013": "Roll som inget behöver",
    "R014": "Frågan styr inget steg",
    "R015": "Spår utan avsnitt",
    "R016": "Samma roll två gånger i ett steg",
    "R017": "Fler än nio åtgärder i samma avsnitt",
    "R018": "Utgåvorna står inte i ordning",
    "R019": "Telefonnummer utan sista giltighetsdag",
    "R020": "Två roller med samma namn eller samma titel i webbläsarens flik",
    "R021": "Samma ord två gånger i en lista",
    "R022": "Avsnittet heter som i ett annat spår",
    "R023": "Samma utgåva eller samma ord två gånger",
    "R024": "Tecken som inte går att skriva ut",
    "R025": "Redogörelsen för tillgänglighet motsäger sig själv",
    "R026": "Sidan Lätt att läsa saknar något",
    "R027": "Lätt text som aldrig visas",
    "R028": "Okänt steg",
    "R029": "Fler än en åtgärd öppnar",
    "R030": "Det som allt börjar med väntar",
    "R031": "Åtgärder i samma grupp skiljer sig",
    "R032": "Kontakter som inte går att skilja åt",
    "R033": "Beslutets dag stämmer inte med utgåvorna",
    "R034": "En fråga som ställs genast väntar",
    "R035": "Åtgärden kan inte kalla in rollen",
    "R036": "Utgåvan är godkänd efter att den gäller",
    "R037": "Åtgärden kan inte lämnas över",
    "R038": "Det som är gjort slutar som en mening",
    "R039": "Det som fortsätter en mening står som en egen",
    "R040": "Situationen leder inte till en enda sak",
    "R041": "Situationen leder till en öppen fråga utan hjälp",
    "R042": "Okänd kontakt",
    "R043": "Kontakter som situationen aldrig visar",
    "R050": "Den som får veta är oklar",
    "R051": "Den som får veta har en roll",
    "R052": "Den som berättar deltar inte",
    "R053": "Samma mottagare två gånger i en åtgärd",
    "R060": "Okänd vägledning",
    "R061": "Samma svar förklaras eller står i ord två gånger",
    "R062": "Numret att ringa är inget nödnummer",
    "R063": "De feta orden står inte i texten",
    "R064": "Den som ska nås finns inte",
    "R065": "Rollen ska nå sig själv",
    "R066": "För många rader överst på checklistan",
    "R070": "Fler än tjugo ord i en åtgärd",
    "R071": "Engelska",
    "R072": "Kod för utseende i en text",
    "R073": "Texten lovar något som någon annan avgör",
    "R074": "Rollens gamla namn",
    "R075": "Undantag från en okänd regel",
    "R076": "Undantag på en okänd plats",
    "R077": "Undantaget behövs inte",
    "R078": "Texten börjar med sin egen nyckel",
    "R080": "Personnummer eller samordningsnummer",
    "R081": "Mobilnummer",
    "R082": "En persons e-postadress",
    "R083": "Gatuadress",
    "R084": "Funktionens nummer är ett mobilnummer",
    "R085": "Sökordet är för långt",
    "R086": "Rådet säger ett annat nummer",
    "R087": "Numret liknar ett nödnummer, men är ett annat",
    "R088": "Citattecken som inte hör dit",
    "R090": "Avsnitt utan spår",
    "R091": "Fler än åtta spår",
    "R092": "Två avsnitt får samma adress",
    "R093": "En egen åtgärd med rad i källan",
    "R094": "En tidsgräns räknas från något som inte kommer före",
    "R095": "Id som andra program läser som något annat",
    "R096": "Id som Windows inte kan ha som namn",
    "R097": "Id som webbplatsen själv använder",
    "R099": "Roll utan något på sin checklista",
    "R100": "Akut fara leder inte till 112",
    "R101": "Rollen ansvarar, men sägs inte göra det",
    "R102": "Semikolon i stället för komma",
    "R103": "Två poster är lika i allt utom id",
    "R104": "En webbadress i stället för ett namn",
    "V001": "Råd: åtgärden börjar inte med ett verb",
    "V002": "Råd: text och others eller done säger olika saker",
    "V003": "Råd: det framgår inte vem som gör det",
    "V004": "Råd: det ser ut som en persons namn",
    "V005": "Texten säger en annan tidsgräns än åtgärden",
    "V006": "Råd: ett ord som stavningskontrollen inte känner",
    "V007": "Råd: ordet behövs inte under words",
    "V008": "Råd: words står inte i bokstavsordning",
    "V009": "Råd: det kan vara en rolls gamla namn",
    "V010": "Råd: texten har ett nummer som ingen kontakt har",
    "V011": "Råd: ett brådskande steg väntar på det som allt börjar med",
    "V012": "Råd: rådet saknar numret",
    "V013": "Råd: ord i du-form till flera som svarar",
    "V014": "Råd: fliken avslöjar ämnet",
    "V015": "Råd: ett egennamn först i en rolls namn",
    "D001": "Sista dagen har passerat",
    "D002": "Vägledning som inte har kontrollerats på ett år",
    "D003": "Tillgängligheten är inte bedömd på ett år",
    "D004": "En dag som inte har kommit än, eller för långt fram",
    "K001": "En rad i källan saknas",
    "K002": "Källan har inte raden",
    "K003": "Annat avsnitt än källans",
    "K004": "Andra ansvarar än källan säger",
    "K005": "Annat samråd än källans",
    "K006": "Någon annan än källan säger kan göra det i stället",
    "K007": "Andra är med än källan säger",
    "K008": "Annan tidsgräns än källans",
    "K009": "Andra målgrupper än källans",
    "K010": "Andra villkor än källans",
    "K011": "Ett ord som källan kräver saknas",
    "K012": "Beslutet gäller en rad som inte passar",
    "K013": "Beslutet ändrar inget",
    "K014": "Beslutets nya rad är inte hel",
    "K015": "Samma rad två gånger i adopted.yaml",
    "K016": "Beslutet nämner något som rutinen inte har",
    "K017": "adopted.yaml nämner något som rutinen inte har",
    "E001": "Utgåvornas koder går inte att läsa",
    "E002": "Utgåvan går inte att skriva in i filen",
    "E003": "Utgåvan står redan under revisions",
    "E004": "Det saknas något för att skriva in utgåvan",
    "E005": "Sammanfattningen säger inget om ändringen",
    "E006": "Utgåvans nummer finns redan",
    "E007": "Utgåvans dag kan inte stämma",
    "E008": "Inget är nytt sedan förra utgåvan",
    "E009": "En utgåva som kan vara publicerad skrivs inte om",
    "P001": "Texten ryms inte på det som skrivs ut",
    "N001": "Namn som inte publiceras ligger där andra ser dem",
    "N002": "Filen med namn går inte att läsa rätt",
    "N003": "Filen med namn har ett id som inget passar till",
    "G001": "Ingen sida att lämna till",
    "G002": "Ingen adress till filen",
    "G003": "Kontakt utan nummer",
    "G004": "Tillgängligheten är inte bedömd det senaste året",
    "G005": "Ingen väg att lämna synpunkter på tillgängligheten",
    "G006": "Webbplatsen har ingen adress",
    "G007": "Det som skrivs ut hör inte till någon utgåva",
    "G008": "Ord från exemplet står kvar",
    "G009": "Utgåvan är inte godkänd",
    "G010": "Numret gäller inte längre",
}
