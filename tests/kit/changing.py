"""Kinds of change in the small routine, each as replacements in its text, and the words that must, or must not, be told
of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from routine.domain import wording
from routine.domain.model import Routine
from routine.loading.parse import parse
from tests.kit.broken import SMALL_TEXT
from tests.kit.variants import withdrawn

Swaps = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A change by its name. Every line of `says` stands in the text, and none of `never`."""

    name: str
    swaps: Swaps
    says: tuple[str, ...]
    never: tuple[str, ...] = ()

    def new(self) -> Routine:
        """The routine after the change, which is a sound one."""
        return parse(swapped(self.swaps).encode(), "rutin.yaml")


def swapped(swaps: Swaps, text: str = SMALL_TEXT) -> str:
    """The small routine's text, or another, after replacements, each of which fits in one place."""
    for old, new in swaps:
        assert text.count(old) == 1, f"{old!r} står {text.count(old)} gånger"
        text = text.replace(old, new)
    return text


def change(name: str, old: str, new: str, *says: str, never: tuple[str, ...] = ()) -> Told:
    """A change by one replacement."""
    return Told(name, ((old, new),), says, never)


def changes(name: str, swaps: Swaps, *says: str, never: tuple[str, ...] = ()) -> Told:
    """A change by several."""
    return Told(name, swaps, says, never)


PROXY = (
    "    proxy:\n      role: vaktmastaren\n      text: Flytta klassen i rektorns ställe\n      basis: tolkning\n"
    "      unasked: ja\n"
)
HELPED = "      - role: rektorn\n        text: stänger vattnet i din skola\n        basis: tolkning\n"
HELD_OPEN = (
    "    participants:\n      - role: eleven\n        text: Håll dörren öppen för ingenjören\n        basis: tolkning\n"
    "        say:\n          - text: Kom in den här vägen.\n            basis: tolkning\n"
)
WHEN_SHUT = "    after:\n      - action: stang-kranen\n        text: när kranen är stängd\n        basis: kalla\n"
ONCE_MOVED = (
    "    after:\n      - action: flytta-klassen\n        text: när klassen har flyttat\n        basis: tolkning\n"
    "    conditions:\n      - question: torkar-salen\n"
)
LIMIT = "    within:\n      count: 3\n      unit: dagar\n      basis: kalla\n"
RINGS = '    call:\n      number: "112"\n'
IF_RUNS = (
    "    conditions:\n      - question: rinner-det\n        answer: ja\n        text: om det rinner\n"
    "        basis: tolkning\n"
)
YET = "      - question: rinner-det\n        answer: ja\n        text: om det rinner ännu\n        basis: kalla\n"
CAN_TELL = (
    "    heard_by:\n      - role: va-ingenjoren\n        own: Rinner det vatten där du ska mäta?\n"
    "        basis: tolkning\n"
)
AT_ONCE = "    asked:\n      at: start\n      basis: tolkning\n"
NO = "      - answer: nej\n        text: Ingen behöver mäta.\n        basis: tolkning\n"
TO_HOMES = "      - who: Hemmen\n        what: får veta att salen är stängd\n        basis: kalla\n"
LOCK = (
    "  - id: las-salen\n    section: 7.2.1\n    row: 11\n    responsible: [eleven]\n    text: Lås salen\n"
    "    others: låser salen\n"
)
LEAKS = "      - text: Det läcker vatten i sal tolv.\n        basis: kalla\n"
RUNS = "      - text: Det rinner ännu.\n        basis: tolkning\n"
MOULD = SMALL_TEXT[SMALL_TEXT.index("  - id: mogel\n") : SMALL_TEXT.index("\ncontacts:\n")]
SEES = "  - id: jag-ser-det\n    text: Jag ser det\n    summary: Du kan säga till.\n    roles: [upptackaren]\n"
FORSAR = "  - id: det-forsar\n    text: Det forsar\n    emergency: ja\n"
NATT = SMALL_TEXT[SMALL_TEXT.index("  - id: kontakt-jouren-natt\n") : SMALL_TEXT.index("  - id: kontakt-fastighet\n")]
EXCEPTED = SMALL_TEXT[SMALL_TEXT.index("exceptions:\n") : SMALL_TEXT.index("words:\n")]
SECOND = '  - edition: "2"\n    date: 2024-05-01\n'
THIRD = (
    '  - edition: "3"\n    date: 2024-06-01\n    summary: Grannarna får veta.\n    decision:\n      body: Skolnämnden\n'
    "      date: 2024-05-17\n      reference: punkt 9\n      changes:\n        - {row: 7, groups: 3}\n"
)
NEIGHBOUR = (
    "  - id: grannen\n    name: Grannen\n    tab: Bredvid\n    summary: Du bor intill\n    intro: Du hör av dig.\n"
)
PUPIL = (
    ("  - id: eleven\n    name: Eleven\n", "  - id: elevradet\n    name: Eleven\n"),
    ("    proxy:\n      role: eleven\n", "    proxy:\n      role: elevradet\n"),
    ("role: eleven\n        text: Visa", "role: elevradet\n        text: Visa"),
    ("role: eleven\n        text: Håll", "role: elevradet\n        text: Håll"),
    ("    roles: [rektorn, va-ingenjoren, eleven]", "    roles: [rektorn, va-ingenjoren, elevradet]"),
    ("    roles: [rektorn, eleven]", "    roles: [rektorn, elevradet]"),
    ("    reach: [eleven, rektorn]", "    reach: [elevradet, rektorn]"),
    ("proxy: eleven}", "proxy: elevradet}"),
    ("participants: [eleven]}", "participants: [elevradet]}"),
)

CHANGES = (
    changes(
        "rutinen upphävs",
        (
            ("\naccessibility:\n", f"{withdrawn('')}\naccessibility:\n"),
            ("    text: Byt röret\n", "    text: Byt hela röret\n"),
        ),
        "Om rutinen gäller",
        "    Rutinen gäller inte efter – nytt: 31 augusti 2024. Rektorn har upphävt rutinen. Följ skolans plan för "
        "skador. https://plan.example.com/skador/",
        "  På alla sidor ändras också om rutinen gäller",
        f"  {wording.recalled(date(2024, 8, 31))}",
        never=("Alla utskrifter håller",),
    ),
    change(
        "en annan ansvarar",
        "    row: 3\n    responsible: [va-ingenjoren]",
        "    row: 3\n    responsible: [rektorn]",
        *(
            "Vem gör vad",
            "  Åtgärden ”Mät flödet”, rad 3 (/guide/#mata-flodet)",
            "    Ansvarar: VA-ingenjören → rektorn",
        ),
        never=("Texter",),
    ),
    change(
        "en till ansvarar",
        "    row: 3\n    responsible: [va-ingenjoren]",
        "    row: 3\n    responsible: [va-ingenjoren, rektorn]",
        "    Ansvarar: VA-ingenjören → VA-ingenjören och rektorn",
    ),
    change(
        "en annan ordning på dem som ansvarar",
        "responsible: [rektorn, vaktmastaren]\n    responsible_basis",
        "responsible: [vaktmastaren, rektorn]\n    responsible_basis",
        "    Ansvarar, ordningen: rektorn och vaktmästaren → vaktmästaren och rektorn",
    ),
    change(
        "alla tillfrågas",
        "mode: nagon",
        "mode: alla",
        *(
            "    Samråd med:",
            "      Förut: vaktmästaren och/eller VA-ingenjören",
            "      Nu: vaktmästaren och VA-ingenjören",
        ),
    ),
    change(
        "en färre tillfrågas",
        "      roles: [va-ingenjoren, rektorn]\n      basis",
        "      roles: [rektorn]\n      basis",
        "    Samråd med: VA-ingenjören och rektorn → rektorn",
    ),
    change("ombudet tas bort", PROXY, "", "    Kan inte längre göras i stället av vaktmästaren."),
    change(
        "ett annat ombud",
        PROXY,
        PROXY.replace("vaktmastaren", "eleven"),
        "    Den som kan göra det i stället: vaktmästaren → eleven",
    ),
    change(
        "ombudet gör det när någon ber om det",
        "      unasked: ja\n",
        "",
        "    Den som kan göra det i stället, när den kan göra det – tas bort: utan att bli ombedd",
    ),
    change(
        "ett ombud till",
        LIMIT,
        LIMIT + PROXY.replace("vaktmastaren", "eleven"),
        "    Kan nu göras i stället av eleven: Flytta klassen i rektorns ställe, utan att bli ombedd (vår tolkning).",
    ),
    change("en deltar inte längre", HELD_OPEN, "", "    Eleven deltar inte längre."),
    change(
        "en deltar också",
        LIMIT,
        LIMIT + HELD_OPEN,
        "    Nu deltar också eleven: Håll dörren öppen för ingenjören (vår tolkning), Kom in den här vägen.",
    ),
    change("det görs inte längre för en roll", HELPED, "", "    Görs inte längre för rektorn."),
    change(
        "gränsen flyttas",
        "      count: 3\n      unit: dagar",
        "      count: 2\n      unit: veckor",
        *(
            "Tidsgränser",
            "    Tidsgräns: tre dagar → två veckor",
            "    Checklista, vaktmästaren",
        ),
        never=("    Checklista, rektorn", "Vem gör vad\n"),
    ),
    change("gränsen tas bort", LIMIT, "", "    Tidsgräns – tas bort: tre dagar"),
    change(
        "gränsen blir i timmar",
        LIMIT,
        LIMIT.replace("3\n      unit: dagar", "36\n      unit: timmar"),
        "    Tidsgräns: tre dagar → 36 timmar",
    ),
    change(
        "gränsen räknas från en annan åtgärd",
        "      after: flytta-klassen\n",
        "      after: stang-kranen\n",
        *("24 timmar efter ”Flytta klassen till en annan sal”", "24 timmar efter ”Stäng huvudkranen”"),
    ),
    change(
        "gränsen räknas från händelsen",
        "      after: flytta-klassen\n",
        "",
        "    Tidsgräns: 24 timmar efter ”Flytta klassen till en annan sal” → 24 timmar",
    ),
    change(
        "gränsen blir vår läsning",
        "      unit: dagar\n      basis: kalla",
        "      unit: dagar\n      basis: tolkning",
        "    Tidsgräns, vad uppgiften bygger på: källan säger det → vår tolkning",
    ),
    change(
        "ett villkor kommer till",
        RINGS,
        IF_RUNS + RINGS,
        "Villkor och väntan",
        "    Görs nu bara när svaret är ja på ”Rinner det fortfarande vatten?” (vår tolkning): om det rinner",
    ),
    change(
        "ett villkor tas bort",
        YET,
        "",
        "    Hänger inte längre på ”Rinner det fortfarande vatten?”: om det rinner ännu.",
    ),
    change(
        "en fråga leder någon annanstans",
        "question: torkar-salen\n        answer: nej",
        "question: torkar-salen\n        answer: ja",
        "    Villkoret om ”Har salen torkat?”, svaret: nej → ja",
        never=("torkar-salen →",),
    ),
    change("det väntar inte längre", WHEN_SHUT, "", "    Väntar inte längre på ”Stäng huvudkranen”."),
    change(
        "det väntar på något",
        "    conditions:\n      - question: torkar-salen\n",
        ONCE_MOVED,
        "    Väntar nu på ”Flytta klassen till en annan sal”: när klassen har flyttat (vår tolkning).",
    ),
    change(
        "en till svarar",
        "answered_by: [va-ingenjoren]",
        "answered_by: [va-ingenjoren, eleven]",
        "  Frågan ”Kommer vattnet från ledningsnätet?” (/guide/#ar-det-natet)",
        "    Svarar: VA-ingenjören → VA-ingenjören och eleven",
    ),
    change(
        "ingen annan kan berätta svaret", CAN_TELL, "", "    VA-ingenjören kan inte längre berätta vad svaret blev."
    ),
    change("frågan ställs inte direkt", AT_ONCE, "", "    Kan inte längre besvaras direkt."),
    change("ett svar förklaras inte längre", NO, "", "Frågor", "    Svaret nej förklaras inte längre."),
    change(
        "en åtgärds text",
        "    text: Byt röret\n",
        "    text: Byt hela röret\n",
        *("Texter", "    Texten till den som ansvarar: Byt röret → Byt hela röret"),
        "  Åtgärden ”Byt hela röret”: texten är ändrad, men inte texten till den som läser om andra (others) och "
        "texten när det är gjort (done). Läs igenom även det.",
    ),
    changes(
        "en åtgärds text med allt som säger detsamma",
        (
            ("    text: Byt röret\n", "    text: Byt hela röret\n"),
            (
                "    others: byter röret\n    done: bytt röret\n",
                "    others: byter hela röret\n    done: bytt hela röret\n",
            ),
        ),
        "    Texten när det är gjort: bytt röret → bytt hela röret",
        never=("Läs igenom",),
    ),
    change(
        "en åtgärds text som också andra läser",
        "    text: Stäng huvudkranen\n",
        "    text: Stäng huvudkranen i källaren\n",
        "  Åtgärden ”Stäng huvudkranen i källaren”: texten är ändrad, men inte texten till den som läser om andra "
        "(others), texten när det är gjort (done), texten på planbokskortet (wallet), texten till eleven "
        "(participants), texten till upptäckaren (helps), texten till rektorn (helps) och raderna på Lätt att läsa "
        "(easy). Läs igenom även det.",
    ),
    change(
        "en frågas text",
        "    text: Har salen torkat?\n",
        "    text: Är salen torr?\n",
        "  Frågan ”Är salen torr?”: texten är ändrad, men inte frågan till den som svarar (own). Läs igenom även det.",
    ),
    change(
        "en frågas text med svar i ord",
        "    text: Rinner det fortfarande vatten?\n",
        "    text: Rinner det vatten än?\n",
        "  Frågan ”Rinner det vatten än?”: texten är ändrad, men inte orden för svaret ja (said) och orden för svaret "
        "nej (said). Läs igenom även det.",
    ),
    change(
        "ett svar i andra ord",
        "        text: Det rinner ännu.\n",
        "        text: Det rinner nu.\n",
        "    Svaret ja i ord, texten: Det rinner ännu. → Det rinner nu.",
    ),
    change(
        "bara en mening i en längre text",
        "Vänta inte på att det ska sluta rinna.",
        "Vänta inte.",
        "    Förklaringen: Vänta inte på att det ska sluta rinna. → Vänta inte.",
        never=("expeditionen",),
    ),
    change(
        "en text kommer till",
        "    text: Mät flödet\n",
        "    text: Mät flödet\n    detail: Mät två gånger.\n",
        "    Förklaringen – nytt: Mät två gånger.",
    ),
    change(
        "ord att säga i en annan ordning",
        LEAKS + RUNS,
        RUNS + LEAKS,
        "    Ny ordning, ord att säga: ”Det rinner ännu.” står nu först.",
        never=("tas bort", "nytt:"),
    ),
    change(
        "en ny åtgärd",
        "\nemergency:",
        f"{LOCK}\nemergency:",
        *("  Åtgärden ”Lås salen”, rad 11 (/guide/#las-salen)", "    Ny åtgärd.", "      Ansvarar: eleven"),
        "  Fall som läsare har sparat i guiden behåller allt.",
    ),
    changes(
        "ett id byts",
        PUPIL,
        *("  Rollen Eleven (/roller/elevradet/)", "slutar att gälla: eleven → elevradet"),
        *(
            "    valet av rollen eleven",
            "    Eleven, /roller/eleven/ (försvinner)",
            "    Eleven, /roller/elevradet/ (är ny)",
        ),
        never=("Ny roll", "tas bort", "Åtgärden"),
    ),
    changes(
        "det gamla namnet följer med ett id som har bytts",
        tuple((old, new.replace("[rektorn, va-ingenjoren, elevradet]", "[rektorn, elevradet]")) for old, new in PUPIL),
        "    Leder till: rektorn, VA-ingenjören och eleven → rektorn och eleven",
    ),
    changes(
        "en ny roll",
        (("\ntracks:\n", f"{NEIGHBOUR}\ntracks:\n"), ("answered_by: [va-ing", "answered_by: [grannen, va-ing")),
        *("  Rollen Grannen (/roller/grannen/)", "    Ny roll.", "      Inledningen: Du hör av dig."),
        *("    Checklista, grannen, /checklistor/grannen/ (är ny)", "  Nya utskrifter (", "    Fickkort, grannen"),
        never=("ordning",),
    ),
    change(
        "rollens namn",
        "    name: Eleven\n",
        "    name: Elevrådet\n",
        "  Rollen ”Elevrådet” hette ”Eleven”. Skriv det gamla namnet på rollen, som formerly: [Eleven], så säger "
        "kontrollen till var det står kvar.",
        "    Namn: Eleven → Elevrådet",
        "  På alla sidor ändras också menyn och vilken utgåva texten hör till, runt sidans egen text.",
        "    Checklista, eleven",
    ),
    change(
        "rollens namn, som står kvar i texter",
        "    name: Vaktmästaren\n",
        "    name: Husvärden\n",
        "  Rollen ”Husvärden” hette ”Vaktmästaren”. Skriv det gamla namnet på rollen, som formerly: [Vaktmästaren], så "
        "säger kontrollen till var det står kvar.",
        *(
            "    stang-kranen.participants.1.text: Visa vaktmästaren vägen",
            "    easy.roles.1.lines.1: Vaktmästaren sköter huset.",
        ),
        never=("i korthet",),
    ),
    changes(
        "rollens namn, och det gamla är antecknat",
        (("    name: Eleven\n", "    name: Elevrådet\n    formerly: [Eleven]\n"),),
        "    Namn: Eleven → Elevrådet",
        never=("Skriv det gamla namnet",),
    ),
    change(
        "rollens namn, som står kvar i korthet",
        "    name: VA-ingenjören\n",
        "    name: Nätchefen\n",
        "  ”ingenjören” kan vara det gamla namnet ”VA-ingenjören” i korthet, och står kvar:",
        *("    rinner-det.means.1.text: Ingenjören mäter hur mycket det är.",),
    ),
    change(
        "ett nytt råd",
        "      - Stäng dörren efter dig.\n",
        "      - Stäng dörren efter dig.\n      - Ring jouren.\n",
        *("Vägledning", "  Vägledningen ”El och vatten” (/vagledning/#el-och-vatten)", "    Råd – nytt: Ring jouren."),
    ),
    change("ett råd tas bort", MOULD, "", "  Vägledningen ”Mögel”", "    Vägledningen tas bort."),
    change(
        "ett råd är kontrollerat",
        "checked: 2024-04-30\n    checklists",
        "checked: 2024-06-01\n    checklists",
        "    Kontrollerad: 30 april 2024 → 1 juni 2024",
        "  Alla utskrifter håller.",
    ),
    change(
        "en kontakts nummer",
        "number: 010-555 01 23",
        "number: 010-555 01 99",
        *("Kontakter och nummer", "  Kontakten Skolornas jour, dagtid (/kontakter/#kontakt-jouren)"),
        "    Numret: 010-555 01 23 → 010-555 01 99",
    ),
    changes(
        "en kontakt tas bort",
        ((NATT, ""), (EXCEPTED, "")),
        *("  Kontakten Skolornas jour, nattetid", "    Kontakten tas bort."),
        *("  Undantaget R074, kontakt-jouren-natt.ask", "    Undantaget tas bort."),
    ),
    change(
        "ett ord i ordlistan",
        "words:\n  - dnr\n",
        "words:\n  - dnr\n  - Exempelby\n",
        *("  Ordlistan", "    Ordet – nytt: Exempelby", "  Ingen sida ändras av sig själv."),
    ),
    changes(
        "ett nödnummer",
        (
            ("- number: 010-555 01 00", "- number: 010-555 01 11"),
            ("      number: 010-555 01 00", "      number: 010-555 01 11"),
        ),
        *("    Numret: 010-555 01 00 → 010-555 01 11", "    Numret att ringa: 010-555 01 00 → 010-555 01 11"),
        "  På alla sidor ändras också nödnumren och vilken utgåva texten hör till, runt sidans egen text.",
        never=("Nytt nödnummer",),
    ),
    change("en situation tas bort", SEES, "", "Situationer", "    Situationen tas bort."),
    change(
        "situationerna i en annan ordning",
        FORSAR + SEES,
        SEES + FORSAR,
        "    Ny ordning, situationer: Situationen ”Jag ser det” står nu först.",
        "    Start, /",
    ),
    change(
        "ett ord förklaras på ett annat sätt",
        "meaning: En ny titt på salen när den har torkat.",
        "meaning: En titt på salen en annan dag.",
        *(
            "Ord",
            "  Ordet ”Återbesök” (/om/#ord_aterbesok)",
            "    Förklaringen:",
            "      Nu: En titt på salen en annan dag.",
        ),
    ),
    change(
        "en lätt text",
        "        - Säg till på skolan.",
        "        - Säg till i skolan.",
        *("Lätt att läsa", "    Om ”Säg till rektorn om läckan”, texten: Säg till på skolan. → Säg till i skolan."),
    ),
    change(
        "en öppen fråga",
        "    meanwhile: Ring jouren om salen läcker på helgen.",
        "    meanwhile: Ring grannen om salen läcker på helgen.",
        *("Öppna frågor", "  Den öppna frågan ”Vem tittar till salen på helgen?” (/om/#vem-tittar)"),
        *("    Det som hjälper så länge:", "      Nu: Ring grannen om salen läcker på helgen."),
    ),
    change(
        "polisen får veta",
        TO_HOMES,
        TO_HOMES + TO_HOMES.replace("Hemmen", "Polisen"),
        *("Vem får veta vad", "    Den som nu också får veta: Polisen, får veta att salen är stängd."),
    ),
    change(
        "en ny utgåva med beslut",
        SECOND,
        THIRD + SECOND,
        *("Utgåvor och beslut", "    Ny utgåva.", "      Gäller från: 1 juni 2024"),
        "      Beslutet: Skolnämnden, 17 maj 2024, punkt 9, rad 7, antal målgrupper 3",
        *("  Sidor som ändras (en):", "  Alla utskrifter håller."),
    ),
    changes(
        "vem som godkände utgåvan",
        (
            ("      body: Rektorn\n      date: 2024-04-25\n", "      body: Byggnadsnämnden\n      date: 2024-04-26\n"),
            ("      reference: dnr 7\n", "      reference: dnr 8\n"),
        ),
        "    Godkännandet, godkänd av: Rektorn → Byggnadsnämnden",
        "    Godkännandet, dagen för godkännandet: 25 april 2024 → 26 april 2024",
        "    Godkännandet, var godkännandet står: dnr 7 → dnr 8",
    ),
    change(
        "ett beslut tar bort något annat",
        "removed: [groups]",
        "removed: [proxy]",
        "    Beslutet, ändringen av rad 9, det som tas bort: antal målgrupper → kan göra det i stället",
    ),
    change(
        "ett steg som inte faller bort",
        "        only_if_done: ja\n",
        "",
        "    Väntan på ”Hyr fläktar”, steget faller bort när den åtgärden hoppas över – tas bort: ja",
    ),
    change(
        "huvudet för ärendet",
        "[Dagen för läckan, Felanmälans nummer]",
        "[Dagen för läckan]",
        "    Det som skrivs för hand om ärendet – tas bort: Felanmälans nummer",
    ),
    change(
        "organisationens namn",
        "  name: Exempelstads skolor",
        "  name: Exempelstad",
        *("Organisationen, källan och webbplatsen", "    Organisationens namn: Exempelstads skolor → Exempelstad"),
        "  På alla sidor ändras också organisationens namn, runt sidans egen text.",
    ),
    change(
        "dit Lämna sidan leder",
        "leave: https://www.example.com/",
        "leave: https://www.example.org/",
        "    Dit Lämna sidan leder: https://www.example.com/ → https://www.example.org/",
    ),
    change("ett avsnitts rubrik", "    title: Larm\n", "    title: Larmet\n", "    Rubriken: Larm → Larmet"),
    change(
        "en brist i tillgängligheten",
        "    - what: Bilden av röret saknar färger.",
        "    - what: Bilden av röret är grå.",
        "    Känd brist, bristen: Bilden av röret saknar färger. → Bilden av röret är grå.",
        never=("Färgen tog slut",),
    ),
)

# The same of the adopted document beside it.
ADOPTED = (
    change(
        "källans tidsgräns",
        "    within:\n      count: 3\n      unit: dagar\n",
        "    within:\n      count: 2\n      unit: veckor\n",
        *("Det som källan säger, i adopted.yaml", "  Rad 5", "    Tidsgräns: tre dagar → två veckor"),
        "  Ingen sida ändras av sig själv.",
        never=("Tidsgränser", "Åtgärden"),
    ),
    change(
        "källans tidsgräns tas bort",
        "    within:\n      count: 3\n      unit: dagar\n",
        "",
        *("  Rad 5", "    Tidsgräns – tas bort: tre dagar"),
    ),
    change(
        "källans ansvariga",
        "  - row: 3\n    section: 7.1.2\n    responsible: [va-ingenjoren]\n",
        "  - row: 3\n    section: 7.1.2\n    responsible: [va-ingenjoren, rektorn]\n",
        *("  Rad 3", "    Ansvarar: VA-ingenjören → VA-ingenjören och rektorn"),
        never=("Vem gör vad",),
    ),
    change(
        "källans ersättare",
        "    proxy: rektorn\n",
        "    proxy: eleven\n",
        *("  Rad 1", "    Kan göra det i stället: rektorn → eleven"),
    ),
    change(
        "källans villkor",
        "        answer: ja\n",
        "        answer: nej\n",
        *("  Rad 4", "    Villkoret om ”Rinner det fortfarande vatten?”, svaret: ja → nej"),
    ),
    change(
        "källans villkor tas bort",
        "    conditions:\n      - question: rinner-det\n        answer: ja\n",
        "",
        *("  Rad 4", "    Hänger inte längre på ”Rinner det fortfarande vatten?”."),
    ),
    change(
        "källan säger vem som svarar",
        "        answer: ja\n",
        "        answer: ja\n        answered_by: [rektorn, eleven]\n",
        "  Rad 4",
        "    Villkoret om ”Rinner det fortfarande vatten?”, svarar på frågan – nytt: rektorn och eleven",
    ),
    change(
        "ett ord som källan kräver",
        "    says: [flytta]\n",
        "    says: [flytta, klasslista]\n",
        *("  Rad 6", "    Ord som måste sägas – nytt: klasslista"),
    ),
    change(
        "en ny rad i källan",
        "  - row: 2\n",
        "  - row: 22\n    section: 7.1.1\n    responsible: [rektorn]\n  - row: 2\n",
        *("  Rad 22", "    Ny rad.", "      Avsnitt: 7.1.1 Larm", "      Ansvarar: rektorn"),
        never=("ordning",),
    ),
    change(
        "en rad mindre i källan",
        "  - row: 2\n    section: 7.1.1\n    responsible: [vaktmastaren]\n",
        "",
        *("  Rad 2", "    Raden tas bort.", "      Ansvarar: vaktmästaren"),
    ),
)
