"""What editors do wrong, and what the first message must say and must not: the table that holds every message.

Each mistake is a case of `broken.py`, most often a replacement in small.yaml. The first of its problems is the one to
mend: its code, its place, a phrase of it and of what to do; and nothing that would make it worse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.kit import broken
from tests.kit.broken import (
    AFTER,
    ANSWER,
    BASIS,
    EMERGENCY,
    FANS,
    JOUR,
    MEANS,
    NAME,
    PAGES,
    POINT,
    REQUIREMENT,
    SMALL_TEXT,
    SOURCE_DATE,
    TOLD,
    WITHIN,
    Case,
    Fault,
    lines_of,
    swap,
    swaps,
    whole,
)

# What no message says: words of the trade, codes without a word, and what harms.
NEVER = ("0x", "ankare", "typmärke", "alias", "nästling", "byte ", "None", "saknas-", "har publicerats", "Traceback")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake: the case, what its first message says and does, what the report must not say, how many problems."""

    case: Case
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    count: int = 1

    @property
    def name(self) -> str:
        """What the editor did."""
        return self.case.name


def slip(name: str, old: str, new: str, code: str, *says: str, never: tuple[str, ...] = (), count: int = 1) -> Mistake:
    """One replacement. The marker stands where the first problem does."""
    return Mistake(swap(name, old, new, (code, says[0])), says, never, count)


def slips(
    name: str, pairs: tuple[tuple[str, str], ...], code: str, *says: str, never: tuple[str, ...] = (), count: int = 1
) -> Mistake:
    """Several replacements, of which one holds the marker."""
    return Mistake(swaps(name, pairs, (code, says[0])), says, never, count)


FLUSH = "    within:\n    §count: 3\n    unit: dagar\n    basis: kalla\n"
COLON = "sätt hela texten inom raka citattecken"
FIRST_ADVICE, _ = lines_of("  - id: el-och-vatten\n")
AS_ABOVE = (
    "börja med 2 mellanslag, ett streck och ett mellanslag",
    f"strecket på rad {FIRST_ADVICE}.",
    "  - id: mogel",
)
QUOTE = ("inom citattecken",)
SHARED = ("ta bort den ena", "slå ihop")
POINTS = "    points:\n      - Rör ingen strömbrytare i en blöt sal.\n"
GROUPS = "    groups:\n      - Vårdnadshavare\n      - Grannar\n"
LINES = "        - Säg till på skolan.\n        - Säg var du ser vatten.\n"
REFERENCE = (
    "      publisher: Exempelverket\n      title: Råd om vatten\n      date: våren 2022\n"
    "      url: https://www.example.org/rad\n"
)
BYTE = (
    "  - id: byt-roret\n    section: 7.1.2\n    row: 5\n    responsible: [vaktmastaren]\n    text: Byt röret\n"
    "    others: byter röret\n    done: bytt röret\n    after:\n      - action: stang-kranen\n"
    "        text: när kranen är stängd\n        basis: kalla\n    consulted:\n      mode: alla\n"
    "      roles: [va-ingenjoren, rektorn]\n      basis: kalla\n    within:\n      count: 3\n      unit: dagar\n"
    '      basis: kalla\n    call:\n      number: "112"\n      basis: kalla\n'
)
PIPE = "    text: Byt röret\n"
SECOND_EDITION = '  - edition: "2"\n    date: 2024-05-01\n    summary: Tidsgränsen för återbesöket är ny.\n'
WAITS = f"{AFTER}        text: när kranen är stängd\n        basis: kalla\n"
OWN = "    responsible: [vaktmastaren]\n    text: Stäng huvudkranen\n"
REASON = "    reason: Vakten är här den som sitter i jouren på natten.\n"
INTO_POINTS = (
    "  - id: mogel\n    title: Mögel\n    also: [luktar unket, svart fläck]\n    points:\n"
    "      - Vädra när det har torkat.\n"
)
NIGHT = (
    "  - id: kontakt-jouren-natt\n    function: Skolornas jour\n    role: va-ingenjoren\n    label: nattetid\n"
    "    ask: Fråga vakten.\n    basis: kalla\n"
)
DAYTIME = (
    "  - id: kontakt-jouren\n    function: Skolornas jour\n    role: va-ingenjoren\n    label: dagtid\n"
    "    number: 010-555 01 23\n    valid_until: 2025-06-30\n    hours: vardagar 7 till 16\n    ask: Fråga växeln.\n"
    "    basis: kalla\n    also: [rörmokare]\n"
)
FOUND = INTO_POINTS + (
    "    routine: Rutinen säger inget om mögel.\n    source:\n      publisher: Exempelinstitutet\n"
    "      title: Fukt i hus\n    checked: 2024-04-30\n    roles: [rektorn, eleven]\n"
    "    handing_over: Lämna inga lösa lappar.\n"
)
FLAT = "".join(f"{line.strip()}\n" for line in FOUND.splitlines()).replace("- id", "§- id")
COPY = f"# Ett till.\n{FLAT}".replace("§", "").replace("mogel", "svamp")
NEWCOMER = (
    "  - id: §kommunikatör\n    name: Kommunikatören\n    tab: Frågor\n    summary: Du svarar på frågor.\n"
    "    intro: Du svarar på frågor.\n"
)
DEED = (
    "  - id: ny-atgard\n    section: 7.1.1\n    row: §20\n    responsible: [vaktmastaren]\n    text: Ring jouren\n"
    "    others: ringer jouren\n    done: ringt jouren\n"
)
NEW_HELP = "    helps:\n      - role: upptackaren\n        text: ringer jouren\n        basis: tolkning\n"
LOGBOOK = "    question: Var ligger loggen, och vem läser den?\n"

GUIDED = (
    "      - role: eleven\n        text: Visa vaktmästaren vägen\n        basis: kalla\n        say:\n"
    "          - text: Följ med mig till källaren.\n            basis: kalla\n        emphasis: vägen\n"
)
STILL = "      - text: Det rinner ännu.\n        basis: tolkning\n    open"
OUT = "    §- text: Det rinner ännu.\n      basis: tolkning\n    open"
MEASURE = SMALL_TEXT[SMALL_TEXT.index("  - id: mata-flodet\n") : SMALL_TEXT.index("  - id: grav-upp-ledningen\n")]

SAY = (
    "    say:\n      - text: Det läcker vatten i sal tolv.\n        basis: kalla\n"
    "      - text: Det rinner ännu.\n        basis: tolkning\n"
)
INFORMS = (
    "    informs:\n      - role: va-ingenjoren\n        what: får veta att kranen är stängd\n        basis: tolkning\n"
)
TAKING_PART = f"    participants:\n{GUIDED}"
GROUP = "    group:\n      id: aterbesok\n      basis: tolkning\n"
LOG_ID = "  - id: skriv-i-loggen\n"
ELEVENS_PROXY = SMALL_TEXT[SMALL_TEXT.index("    proxy:\n      role: eleven\n") : SMALL_TEXT.index(TOLD)]
ASKING = "    consulted:\n      mode: alla\n      roles: [va-ingenjoren, rektorn]\n      basis: kalla\n"


def outdented(block: str) -> str:
    """What stood in a group's key, at the very left."""
    return "".join(line[4:] for line in block.splitlines(keepends=True))


CUT_OFF = SMALL_TEXT[: SMALL_TEXT.index("\nemergency:")].rstrip()
HALF = SMALL_TEXT[: SMALL_TEXT.index("conditions", SMALL_TEXT.index("\nquestions:"))]

DASHES = (
    slip("tankstreck i en lista", POINT, "      §– Stäng dörren efter dig.\n", "S016", "–", "skriv -"),
    slip("långt tankstreck i en lista", POINT, "      §— Stäng dörren efter dig.\n", "S016", "—", "skriv -"),
    slip("punkt ur Word i en lista", POINT, "      §• Stäng dörren efter dig.\n", "S016", "•", "skriv -"),
    slip("mittpunkt i en lista", POINT, "      §· Stäng dörren efter dig.\n", "S016", "·", "skriv -"),
    slip(
        "stjärna i en lista", POINT, "      §* Stäng dörren efter dig.\n", "S016", "*", "skriv -", never=("hänvisning",)
    ),
    slip("plus i en lista", POINT, "      §+ Stäng dörren efter dig.\n", "S016", "+", "skriv -"),
    slip("minustecken i en lista", POINT, "      §− Stäng dörren efter dig.\n", "S016", "−", "skriv -"),
    slip("punkt och tabb ur Word", POINT, "      §•\tStäng dörren efter dig.\n", "S016", "•", "skriv -"),
    slip("punkt som bara Word visar", POINT, "      §\uf0b7\tStäng dörren.\n", "S016", "punkt ur Word", "skriv -"),
    slip("ring ur Word i en lista", POINT, "      §o\tStäng dörren efter dig.\n", "S016", "o", "skriv -"),
    slip("siffra i en lista", POINT, "      §1. Stäng dörren efter dig.\n", "S016", "1.", "skriv -", never=("- 1.",)),
    slip("bokstav i en lista", POINT, "      §a) Stäng dörren efter dig.\n", "S016", "a)", "skriv -"),
    slip("tabb efter strecket", POINT, "      §-\tStäng dörren efter dig.\n", "S017", "mellanslag", "byt tabben"),
    *(
        slip(
            f"{sign} i en lista",
            POINT,
            f"      §{sign} Stäng dörren.\n",
            "S016",
            sign,
            f"skriv - i stället för {sign}.",
        )
        for sign in ("--", "–-", "-–", "—-", "‑", "---")
    ),
    slip("två streck utan mellanslag", POINT, "      §--Stäng dörren.\n", "S016", "--", "skriv - i stället för --."),
    slip("två streck före id", "  - id: mogel\n", "  §-- id: mogel\n", "S016", "--", "skriv - i stället för --."),
    slip(
        "ett streck och två till", POINT, "      - §-- Stäng dörren efter dig.\n", "R072", "”--” först", "ta bort ”--”"
    ),
    slip("tankstreck utan mellanslag", POINT, "      §–Stäng dörren efter dig.\n", "S016", "–", "skriv -"),
    slip("tankstreck före den första posten", POINTS, POINTS.replace("- R", "§– R"), "S016", "–"),
    slip("tankstreck före alla poster", GROUPS, GROUPS.replace("- V", "§– V").replace("- G", "– G"), "S016", "–"),
    slip("tankstreck före id", "  - id: mogel\n", "  §– id: mogel\n", "S016", "–", "skriv -"),
    slip("tankstreck ett steg in", POINT, "       §– Stäng dörren efter dig.\n", "S016", "–", "skriv -"),
    slip("inget mellanslag efter strecket", POINT, "      §-Stäng dörren efter dig.\n", "S017", "mellanslag"),
    slip("inget mellanslag före id", "  - id: mogel\n", "  §-id: mogel\n", "S017", "mellanslag"),
    slip("inget mellanslag, ett steg in", POINT, "       §-Stäng dörren.\n", "S017", "mellanslag"),
    slip("inget mellanslag i lätta ord", LINES, LINES.replace("- Säg v", "§-Säg v"), "S017", "mellanslag"),
    slip("en post ett steg in", POINT, "       §- Stäng dörren efter dig.\n", "S018", "för långt in", "ta bort ett"),
    slip("en post två steg in", POINT, "        §- Stäng dörren efter dig.\n", "S018", "för långt in", "ta bort 2"),
    slip("en post ett steg ut", POINT, "     §- Stäng dörren efter dig.\n", "S018", "för långt ut", "lägg till ett"),
    slip("en målgrupp ett steg in", "      - Grannar\n", "       §- Grannar\n", "S018", "för långt in"),
    slip("ett lätt ord ett steg in", LINES, LINES.replace("  - Säg v", "   §- Säg v"), "S018", "för långt in"),
    slip("en post med id ett steg in", "  - id: mogel\n", "   §- id: mogel\n", "S018", "för långt in"),
    slip("en post med id ett steg ut", "  - id: mogel\n", " §- id: mogel\n", "S018", "för långt ut"),
    slip(
        "en åtgärd två steg ut",
        BYTE,
        f"§{BYTE[2:]}".replace("\n    ", "\n  "),
        "S018",
        "för långt ut",
        "lägg till 2 mellanslag först på raderna {}–{}".format(*lines_of(BYTE)),
        never=("streck och ett mellanslag",),
    ),
    slip(
        "en hel åtgärd med allt i samma kolumn",
        BYTE,
        re.sub(r"\n +(?=\S)", "\n    ", BYTE).replace("- action", "§- action"),
        "S018",
        "inte indragna",
        "flytta in raderna {}–{}: ".format(*lines_of(WAITS.removeprefix("    after:\n"))),
        count=4,
    ),
    slip(
        "en deltagare rakt under sin nyckel",
        GUIDED,
        f"{GUIDED}    §- text: Visa vägen\n      role: rektorn\n      basis: kalla\n",
        "S018",
        "2 mellanslag för långt ut",
        "lägg till 2 mellanslag först på raderna {}–{}".format(*(lines_of(GUIDED)[1] + n for n in (1, 3))),
    ),
    slip("ett ord att säga rakt under sin nyckel", STILL, OUT, "S018", "2 mellanslag för långt ut", "lägg till 2"),
    slip("en målgrupp rakt under sin nyckel", "      - Grannar\n", "    §- Grannar\n", "S018", "för långt ut"),
    slip(
        "en åtgärd under en nyckel i den ovanför",
        MEASURE,
        f"§{MEASURE}".replace("\n    ", "\n      ").replace("§  -", "    §-"),
        "S018",
        "2 mellanslag för långt in",
        "ta bort 2 mellanslag",
    ),
    slip(
        "en tidsgräns rakt under sitt namn",
        WITHIN,
        FLUSH,
        "S002",
        "Raderna under within: står inte indragna",
        "{}–{}".format(*lines_of(WITHIN.partition("\n")[2])),
    ),
    slip(
        "en källa rakt under sitt namn",
        REFERENCE,
        REFERENCE.replace("      publisher", "    §publisher").replace("      ", "    "),
        "S002",
        "Raderna under source: står inte indragna",
        "lägg till 2 mellanslag först på raderna {}–{}".format(*lines_of(REFERENCE)),
        never=("Myndigheten",),
    ),
    slip(
        "den första nyckeln rakt under sitt namn",
        "      role: eleven\n      text: Säg till rektorn i",
        "    §role: eleven\n      text: Säg till rektorn i",
        "S002",
        "Raden under proxy: står inte indragen",
        "lägg till 2 mellanslag först på raden.",
    ),
    slip(
        "en nyckel under åtgärdens streck",
        PIPE,
        "  §text: Byt röret\n",
        "S002",
        "2 mellanslag först och skulle ha 4",
        "lägg till 2 mellanslag",
        never=("streck",),
    ),
    slip(
        "en grupp under åtgärdens streck",
        "    requirement:\n      text: Skriv upp värdet.\n",
        "  §requirement:\n      text: Skriv upp värdet.\n",
        "S002",
        "2 mellanslag först och skulle ha 4",
        never=("streck",),
    ),
    slip(
        "en nyckel under strecket i en lista",
        "        text: Visa vaktmästaren vägen\n",
        "      §text: Visa vaktmästaren vägen\n",
        "S002",
        "6 mellanslag först och skulle ha 8",
        never=("streck",),
    ),
    slip(
        "källans adress ett steg ut",
        "      url: https://www.example.org/rad\n",
        "    §url: https://www.example.org/rad\n",
        "M002",
        "url",
        "lägg till 2 mellanslag först på raden, om den hör till source",
    ),
    slip(
        "en lista längst till vänster",
        SAY,
        f"§{outdented(SAY)}",
        "S002",
        "0 mellanslag först och skulle ha 4",
        "lägg till 4 mellanslag först på raderna {}–{}".format(*lines_of(SAY)),
    ),
    slip(
        "den sista listan i en post längst till vänster",
        INFORMS,
        f"§{outdented(INFORMS)}",
        "S002",
        "0 mellanslag först och skulle ha 4",
        "raderna {}–{}.".format(*lines_of(INFORMS)),
    ),
    slip(
        "en lista av texter längst till vänster",
        GROUPS,
        f"§{outdented(GROUPS)}",
        "S002",
        "0 mellanslag först och skulle ha 4",
        "raderna {}–{}.".format(*lines_of(GROUPS)),
    ),
    slip(
        "en grupp med en lista i längst till vänster",
        ELEVENS_PROXY,
        f"§{outdented(ELEVENS_PROXY)}",
        "S002",
        "0 mellanslag först och skulle ha 4",
        "raderna {}–{}.".format(*lines_of(ELEVENS_PROXY)),
    ),
    slip(
        "en lista längst till vänster, före en nyckel som också dess poster har",
        TAKING_PART,
        f"§{outdented(TAKING_PART)}    emphasis: huvudkranen\n",
        "S002",
        "0 mellanslag först och skulle ha 4",
        "raderna {}–{}.".format(*lines_of(TAKING_PART)),
    ),
    slips(
        "en grupp med ett id längst till vänster, före en kommentar och nästa post",
        (
            (GROUP, ""),
            (LOG_ID, f"§{outdented(GROUP)}\n  # Loggen.\n  - id: skriv-i-loggen\n"),
        ),
        "S002",
        "0 mellanslag först och skulle ha 4",
        "lägg till 4 mellanslag först på raderna {}–{}.".format(*(lines_of(LOG_ID)[0] - n for n in (3, 1))),
    ),
    slips(
        "två listor längst till vänster",
        ((SAY, outdented(SAY)), (TOLD, f"§{outdented(TOLD)}")),
        "S002",
        "0 mellanslag först och skulle ha 4",
        "raderna {}–{}.".format(*lines_of(TOLD)),
        count=2,
    ),
    slip(
        "en grupp längst till vänster, före en annan grupp",
        ASKING,
        f"§{outdented(ASKING)}",
        "S002",
        "0 mellanslag först och skulle ha 4",
        "raderna {}–{}.".format(*lines_of(ASKING)),
    ),
    slip("en post under en text", FANS, f"{FANS}      §- och slangar\n", "S018", "raden ovanför"),
    slip(
        "inget streck",
        POINT,
        "      §Stäng dörren efter dig.\n",
        "S019",
        "strecket",
        "låt raden börja med 6 mellanslag, ett streck och ett mellanslag, lika långt in som strecket på rad "
        f"{lines_of(POINT)[0] - 1}.",
        "      - Stäng dörren efter dig.",
        never=("kolon", *SHARED),
    ),
    slip(
        "inget streck före den första posten",
        POINTS,
        POINTS.replace("- R", "§R"),
        "S019",
        "strecket",
        "börja med 6 mellanslag",
        f"lika långt in som strecket på rad {lines_of(POINT)[0]}.",
    ),
    slip("inget streck före en målgrupp", "      - Grannar\n", "      §Grannar\n", "S019", "strecket"),
    slip("inget streck i lätta ord", LINES, LINES.replace("- Säg v", "§Säg v"), "S019", "strecket"),
    slip("inget streck före id", "  - id: mogel\n", "    §id: mogel\n", "S019", "strecket", *AS_ABOVE, never=SHARED),
    slip(
        "id utan streck, ett steg ut",
        "  - id: mogel\n",
        "  §id: mogel\n",
        "S019",
        "strecket",
        *AS_ABOVE[::2],
        never=SHARED,
    ),
    slip(
        "inget streck före en åtgärd", "  - id: byt-roret\n", "    §id: byt-roret\n", "S019", "strecket", never=SHARED
    ),
    slip("inget streck före en utgåva", '  - edition: "1"\n', '    §edition: "1"\n', "S019", "strecket", never=SHARED),
    slip(
        "inget streck före ett ord", "  - word: Återbesök\n", "    §word: Återbesök\n", "S019", "strecket", never=SHARED
    ),
    slip("inget streck före den första utgåvan", '  - edition: "2"\n', '  §edition: "2"\n', "S019", "strecket"),
    slip("inget streck före den nya utgåvan", "revisions:\n", 'revisions:\n    §edition: "3"\n', "S019", "strecket"),
    slip("inget streck före det första numret", '  - number: "112"\n', '    §number: "112"\n', "S019", "strecket"),
    slip(
        "inget streck före ett nummer",
        "  - number: 010-555 01 00\n",
        "    §number: 010-555 01 00\n",
        "S019",
        "strecket",
    ),
    slip("två kommatecken", "[drunknar]", "[drunknar,§, faller]", "S002", "ett komma för mycket", "ta bort kommat"),
    slip("ett komma först", "[drunknar]", "[§, drunknar]", "S002", "ett komma för mycket", "ta bort kommat"),
    slip("ingen rad för åtgärderna", "\nactions:\n  - id", "\n  - §id", "S023", "actions:", "lägg till raden actions:"),
    slip("två kolon", PIPE, "    §text:: Byt röret\n", "S002", "två kolon", "ta bort det ena"),
    slip("kommentar som i skript", PIPE, f"    §// läs om\n{PIPE}", "S020", "En kommentar", "byt // mot #"),
    slip("nyckel som kommentar", PIPE, f"    §// text: Laga\n{PIPE}", "S020", "En kommentar", "byt // mot #"),
    slip("kommentar som i html", PIPE, f"    §<!-- läs om -->\n{PIPE}", "S020", "En kommentar", "byt <!-- mot #"),
    slip("ingen rad för mögel", "  - id: mogel\n    title", "    §title", "S023", "- id", "lägg tillbaka raden"),
    slip(
        "ingen början på en kontakt",
        "  - id: kontakt-jouren-natt\n    function: Skolornas jour\n    role",
        "    §role",
        "S024",
        "posten ”id: kontakt-jouren”",
        "lägg tillbaka det som saknas före den här raden, från - id: och framåt",
        never=("behåll",),
    ),
    slip(
        "ingen början på ett råd, in i dess punkter",
        INTO_POINTS,
        "      §- Vädra när det har torkat.\n",
        "S024",
        "posten ”id: el-och-vatten”",
        "lägg tillbaka det som saknas före den här raden",
        never=("checklists:",),
    ),
    slip(
        "ingen början på den första rollen",
        "  - id: upptackaren\n    name: Upptäckaren\n    own",
        "    §own",
        "S024",
        "den första posten i roles",
    ),
    slip("ingen rad för källan", "\nsource:\n  title", "\n  §title", "S023", "source:", "lägg till raden source:"),
)

CONFLICTS = (
    slip(
        "en krock mellan två ändringar",
        PAGES,
        f"§<<<<<<< HEAD\n{PAGES}=======\n  pages: 4\n>>>>>>> fyra-sidor\n",
        "S015",
        "Två har ändrat",
        "ta bort",
        never=("kolon", "| eller >"),
    ),
    slip(
        "en krock med den gemensamma texten",
        PAGES,
        f"§<<<<<<< HEAD\n{PAGES}||||||| bas\n  pages: 2\n=======\n  pages: 4\n>>>>>>> x\n",
        "S015",
        "Två har ändrat",
    ),
    slip(
        "ett kvarglömt märke av en krock",
        PAGES,
        f"{PAGES}§>>>>>>> fyra-sidor\n",
        "S015",
        "märke kvar",
        "ta bort raden",
        never=("| eller >",),
    ),
    slip("ett kvarglömt likhetstecken", PAGES, f"{PAGES}§=======\n", "S015", "märke kvar", "ta bort raden"),
    slip(
        "en krock inne i en post",
        POINT,
        f"§<<<<<<< a\n{POINT}=======\n      - Stäng båda dörrarna.\n>>>>>>> b\n",
        "S015",
        "Två har ändrat",
    ),
    slips(
        "två krockar",
        (
            (PAGES, f"§<<<<<<< a\n{PAGES}=======\n  pages: 4\n>>>>>>> b\n"),
            (POINT, f"<<<<<<< a\n{POINT}=======\n>>>>>>> b\n"),
        ),
        "S015",
        "Två har ändrat",
        count=2,
    ),
)

TEXTS = (
    slip(
        "en text på två rader",
        EMERGENCY,
        EMERGENCY.replace(" när", "\n    §när"),
        "S020",
        "texten ovanför",
        "på en rad",
    ),
    slip(
        "en åtgärd på två rader",
        PIPE,
        "    text: Byt röret\n    §och packningen\n",
        "S020",
        "texten ovanför",
        never=("Här saknas ett kolon",),
    ),
    slip("en fråga på två rader", LOGBOOK, LOGBOOK.replace(", och", ",\n    §och"), "S020", "texten ovanför"),
    slip("en post på två rader", POINT, "      - Stäng dörren\n    §efter dig.\n", "S020", "texten ovanför"),
    slip("en text vid radens början", EMERGENCY, EMERGENCY.replace(" när", "\n§när"), "S020", "texten ovanför"),
    slip("böjda citattecken", PIPE, "    text: §”Byt röret”\n", "S021", "Word", "raka"),
    slip(
        "böjda citattecken med kolon i",
        PIPE,
        "    text: §“Obs: byt röret”\n",
        "S021",
        "Word",
        '"Obs: byt röret"',
        never=("ta bort dem",),
    ),
    slip("tyska citattecken", PIPE, "    text: §„Byt röret“\n", "S021", "Word"),
    slip("gåsögon", PIPE, "    text: §»Byt röret»\n", "S021", "Word"),
    slip("ett rakt och ett böjt citattecken", PIPE, '    text: §"Byt röret”\n', "S021", "Word"),
    *(
        slip(f"enkla citattecken {a}…{b}", PIPE, f"    text: §{a}Byt rör’et{b}\n", "S021", "Word", '"Byt rör’et"')
        for a, b in ("’’", "‘’", "‚‘", "'’")
    ),
    slip("enkla citattecken i en lista", POINT, "      - §’Stäng dörren.’\n", "S021", "Word"),
    slip("böjda citattecken i en lista", POINT, "      - §”Stäng dörren.”\n", "S021", "Word"),
    slip("kolon i en text", PIPE, "    text: Obs§: byt röret\n", "S002", "kolon", COLON),
    slip(
        "kolon i en text i en lista",
        POINT,
        "      - §Obs: stäng dörren\n",
        "M003",
        "Kolonet efter ”Obs”",
        "citattecken",
    ),
    slip(
        "textens egen nyckel inom citattecken",
        "    ask: Fråga växeln.\n",
        '    ask: §"ask: Fråga växeln."\n',
        "R078",
        "sin egen nyckel",
        "ta bort ”ask:” ur texten, så att den börjar ”Fråga växeln.”.",
    ),
    slip("nyckeln utan text inom citattecken", PIPE, '    text: §"text:"\n', "R078", "sin egen nyckel", "skriv texten"),
    slip(
        "nyckeln och en lista inom citattecken",
        POINT,
        '      - §"points: Stäng dörren."\n',
        "R078",
        "”points:” skulle visas",
    ),
    slip(
        "nyckeln två gånger på raden",
        "    ask: Fråga växeln.\n",
        "    ask: §ask: Fråga växeln.\n",
        "S002",
        "Nyckeln ask: står två gånger",
        "ta bort det andra ask:.",
        never=(COLON,),
    ),
    slip("två kolon i en text", PIPE, "    text: Obs§: byt röret: nu\n", "S002", "kolon", COLON),
    slip("inget mellanslag efter kolonet", PIPE, "    §text:Byt röret\n", "S002", "mellanslag efter kolonet"),
    slip(
        "inget mellanslag efter den första nyckeln", NAME, "  §name:Exempelguiden\n", "S002", "mellanslag efter kolonet"
    ),
    slip("inget kolon", PIPE, "    §text Byt röret\n", "S002", "kolon efter nyckeln ”text”", "skriv text:"),
    slip(
        "semikolon i stället för kolon",
        PIPE,
        "    §text; Byt röret\n",
        "S002",
        "Här står ; i stället för ett kolon efter nyckeln ”text”",
        "skriv text:",
        never=("skriv hela texten på en rad",),
    ),
    slip("likhetstecken i stället för kolon", PIPE, "    §text = Byt röret\n", "S002", "Här står = i stället för"),
    *(
        slip(
            f"{name} i stället för kolon {where}",
            old,
            old.replace(f"{key}:", f"§{key}{sign}"),
            "S002",
            f"Här står {name} i stället för ett kolon efter nyckeln ”{key}”",
            f"skriv {key}:",
            never=("Indraget", "på en rad", "streck"),
        )
        for sign, name in ((",", "ett komma"), (".", "en punkt"))
        for where, key, old in (
            ("i en grupp", "text", PIPE),
            ("efter det första i en post", "id", "  - id: jag-ser-det\n"),
            ("efter det första i en grupp", "name", NAME),
            ("i en post med bara en nyckel", "label", "      - label: Dag\n"),
            ("efter en lista", "points", POINTS),
            ("efter en grupp", "within", WITHIN),
            ("efter den första rubriken", "site", "site:\n"),
            ("efter en rubrik", "terms", "terms:\n"),
        )
    ),
    slip(
        "en text som går vidare på raden under med ett ord som också är en nyckel",
        PIPE,
        f"{PIPE}    §text, och sedan nästa\n",
        "S020",
        "Den ser ut att höra till texten ovanför",
    ),
    slip(
        "semikolon efter en lista",
        "    points:\n      - Rör",
        "    §points;\n      - Rör",
        "S002",
        "Här står ; i stället för",
    ),
    slip(
        "inget kolon efter det första i en post",
        "  - id: jag-ser-det\n",
        "  - §id jag-ser-det\n",
        "S002",
        "Här saknas ett kolon efter nyckeln ”id”",
        "skriv id:",
        never=("Indraget",),
    ),
    slip(
        "en post för långt in efter en grupp",
        "  - id: torkar-salen\n",
        "    §- id: torkar-salen\n",
        "S018",
        "Strecket står 2 mellanslag för långt in.",
        "ta bort 2 mellanslag först på raden",
        never=("saknas",),
    ),
    slip(
        "det sista i en grupp för långt ut",
        "      text: Skriv upp värdet.\n      basis: kalla\n",
        "      text: Skriv upp värdet.\n    §basis: kalla\n",
        "S002",
        "Nyckeln ”basis” står 2 mellanslag för långt ut.",
        "lägg till 2 mellanslag först på raden",
        never=("saknas",),
    ),
    slip(
        "det som följer på en grupp för långt in",
        "    intro: Du leder",
        "      §intro: Du leder",
        "S002",
        "Nyckeln ”intro” står 2 mellanslag för långt in.",
        "ta bort 2 mellanslag först på raden",
        never=("saknas",),
    ),
    slip(
        "inget kolon efter det första i en grupp",
        "organisation:\n  name: ",
        "organisation:\n  §name ",
        "S002",
        "Här saknas ett kolon efter nyckeln ”name”",
        "skriv name:",
        never=("Indraget",),
    ),
    slip(
        "likhetstecken efter det första i en post",
        "  - id: jag-ser-det\n",
        "  - §id = jag-ser-det\n",
        "S002",
        "Här står = i stället för ett kolon efter nyckeln ”id”",
        "skriv id:",
        never=("Indraget",),
    ),
    slip("inget kolon efter en rubrik", "terms:\n", "§terms\n", "S002", "kolon efter nyckeln ”terms”"),
    slip(
        "inget kolon efter en lista",
        "    points:\n      - Rör",
        "    §points\n      - Rör",
        "S002",
        "kolon efter nyckeln ”points”",
    ),
    slip("citattecken som inte stängs", PIPE, '    text: §"Byt röret\n', "S002", "slutar först", "citattecken sist"),
    slip("citattecken mitt i", PIPE, '    text: "Byt" §röret\n', "S002", "fortsätter efter citattecknet"),
    slip("klammer som inte stängs", "[rektorn, eleven]", "§[rektorn, eleven", "S002", "klammer", "] eller }"),
    slip(
        "klamrar först i en text",
        PIPE,
        "    text: §[Vi] byter röret\n",
        "S002",
        "Texten börjar med [, som läses som en lista",
        "ta bort klamrarna",
        never=("ndrag",),
    ),
    slip(
        "klamrar först i en post",
        POINT,
        "      - §{Ni} stänger dörren.\n",
        "S002",
        "Texten börjar med {, som läses som en grupp",
        never=("ndrag",),
    ),
    slip(
        "en länk med text som adress",
        "      url: https://www.example.org/rad\n",
        "      url: §[Rådet](https://www.example.org/rad)\n",
        "M008",
        "en länk med text",
        "skriv bara adressen: https://www.example.org/rad.",
    ),
    slip(
        "mer efter en lista",
        "[rektorn, eleven]",
        "[rektorn] §och eleven",
        "S002",
        "fortsätter efter klammern",
        "flytta in det i listan",
        never=("Texten börjar",),
    ),
    slip("frågetecken först", PIPE, "    text: §? vem byter röret\n", "S002", "börja med ?", "citattecken"),
    slip(
        "nummertecken i en lista inom klamrar",
        "[luktar unket, svart fläck]",
        "[luktar unket, §#svart fläck, mörk # rand]",
        "S008",
        "efter # räknas inte med, inte heller ]",
        'inom raka citattecken: "#svart fläck". Hör # inte dit, ta bort det.',
        never=("börja med -", "stängs inte"),
    ),
    slip(
        "nummertecken först i en lista inom klamrar",
        "[rapportera, slå larm]",
        '[§#rapportera, "slå # larm"]',
        "S008",
        "inte heller ]",
        '"#rapportera"',
    ),
    slip(
        "nummertecken inne i ett ord i en lista",
        "[rapportera, slå larm]",
        '[rapportera, "a, #", slå §#"larm"]',
        "S008",
        "inte heller ]",
        '"slå #larm"',
        never=('"rapportera', '""'),
    ),
    slip(
        "kommentar före en listas slut",
        "[rapportera, slå larm]",
        "[rapportera, slå larm §# två ord]",
        "S008",
        "inte heller ]",
        "är det en kommentar, flytta den till en egen rad",
    ),
    slip(
        "nummertecken i en grupp inom klamrar",
        "{row: 9, within: {count: 2, unit: veckor}}",
        "{row: 9, within: {count: 2, unit: §#veckor}}",
        "S008",
        "inte heller }",
        'citattecken: "#veckor"',
    ),
    slip("nummertecken i en text", PIPE, "    text: Byt rör §# 4\n", "S008", "#", "citattecken"),
    slip("snabel-a först", PIPE, "    text: §@vakten byter röret\n", "S002", "börja med @", "citattecken"),
    slip("procent först", PIPE, "    text: §%byt röret\n", "S002", "börja med %", "citattecken"),
    slip(
        "stjärnor runt ett ord",
        PIPE,
        "    text: §**Byt** röret\n",
        "S005",
        "Markdown",
        "ta bort ** före och",
        never=QUOTE,
    ),
    slip(
        "en stjärna runt ett ord",
        PIPE,
        "    text: §*Byt* röret\n",
        "S005",
        "Markdown",
        "ta bort * före och",
        never=QUOTE,
    ),
    slip(
        "stjärnor i en lista",
        POINT,
        "      - §*Stäng* dörren.\n",
        "S005",
        "Markdown",
        "ta bort * före och",
        never=QUOTE,
    ),
    slip(
        "grav accent runt ett ord", PIPE, "    text: §`Byt` röret\n", "S002", "Markdown", "ta bort ` före", never=QUOTE
    ),
    slip("stjärna först", PIPE, "    text: §*Byt röret\n", "S005", "Markdown", "ta bort * först", never=QUOTE),
    slip("rubrik i Markdown", PIPE, "    text: §## Byt röret\n", "S008", "##", "ta bort ## först", never=QUOTE),
    slip("utropstecken först", PIPE, "    text: §!Byt röret\n", "S006", "!Byt", "citattecken"),
    slip("större än först", PIPE, "    text: > §Byt röret\n", "S002", "| eller >", "citattecken"),
    slip("omvänt snedstreck", PIPE, '    text: "C:\\§Rör"\n', "S002", "snedstreck", "\\\\"),
    slip("tabb som indrag", PIPE, "§\ttext: Byt röret\n", "S003", "tabb", "mellanslag"),
    slips(
        "tabbar på flera rader", ((PIPE, "§\ttext: Byt röret\n"), (FANS, "\tothers: hyr fläktar\n")), "S003", "2 rader"
    ),
)

INDENTS = (
    slip("ett mellanslag för mycket", FANS, "     §others: hyr fläktar\n", "S002", "mellanslag först", "ta bort ett"),
    slip("ett mellanslag för lite", FANS, "   §others: hyr fläktar\n", "S002", "mellanslag först", "lägg till ett"),
    slip("första nyckeln för långt in", NAME, "   §name: Exempelguiden\n", "S002", "Indraget", "ta bort ett"),
    slip("första nyckeln för långt ut", NAME, " §name: Exempelguiden\n", "S002", "Indraget", "lägg till ett"),
    slip(
        "nyckel två gånger",
        PIPE,
        "    text: Byt röret\n    §text: Byt kranen\n",
        "S004",
        "text",
        "behåll den som hör till ”id: byt-roret”, och ta bort den andra",
    ),
    slip(
        "sökord två gånger i en post",
        "    also: [rapportera, slå larm]\n",
        "    also: [rapportera, slå larm]\n    §also: [ropa, vissla]\n",
        "S004",
        "also",
        "ska båda gälla, skriv allt i den ena, med komma mellan, och ta bort den andra raden.",
        "Annars behåll den som hör till ”id: sag-till”",
    ),
    slip(
        "målgrupper två gånger i en post",
        GROUPS,
        f"{GROUPS}{GROUPS.replace('groups', '§groups').replace('Vård', 'Mån')}",
        "S004",
        "groups",
        "ska båda gälla, flytta posterna till den ena, och ta bort den andra nyckeln.",
    ),
    slip(
        "sökord två gånger, de ena tomma",
        "    also: [rapportera, slå larm]\n",
        "    also: [rapportera, slå larm]\n    §also: []\n",
        "S004",
        "also",
        never=("båda",),
    ),
    slip("en rubrik två gånger", "terms:\n", "terms:\n§terms:\n", "S004", "terms"),
)

SAVED = (
    Mistake(
        whole("sparad som UTF-16", SMALL_TEXT.encode("utf-16"), Fault("S001", "UTF-16", (1, 1))),
        ("UTF-16", "UTF-8"),
        ("tecken som",),
    ),
    Mistake(
        whole("sparad som UTF-16 utan märke", SMALL_TEXT.encode("utf-16-le"), Fault("S001", "UTF-16", (1, 1))),
        ("UTF-16", "UTF-8"),
    ),
    Mistake(whole("sparad som ANSI", SMALL_TEXT.encode("cp1252"), Fault("S001", "ANSI", (1, 7))), ("ANSI", "UTF-8")),
    Mistake(
        whole(
            "alla bokstäver med lösa märken",
            broken.decomposed(SMALL_TEXT),
            Fault("S007", "löst märke", (1, 7)),
        ),
        ("två tecken", "det första av", "hämta filen"),
    ),
    slip(
        "en bokstav med löst märke",
        "Stäng huvudkranen",
        "St§a\u0308ng huvudkranen",
        "S007",
        "två tecken",
        never=("det första av",),
    ),
    slip("bokstäver som gått sönder", "Stäng huvudkranen", "St§Ã¤ng huvudkranen", "S022", "Ã¤", "skriv ä"),
    Mistake(
        whole(
            "alla bokstäver borta",
            SMALL_TEXT.encode("ascii", "replace"),
            Fault("S022", "”?”", (1, 7)),
        ),
        ("det första av", "hämta filen"),
        ("för hand",),
    ),
    Mistake(
        whole(
            "alla bokstäver sönder",
            SMALL_TEXT.encode().decode("cp1252", "replace").encode(),
            Fault("S022", "Ã¤", (1, 7)),
        ),
        ("det första av", "hämta filen"),
        ("skriv ä",),
    ),
    Mistake(
        whole("slutet är borta", CUT_OFF.encode(), Fault("S011", "tar slut", (CUT_OFF.count("\n") + 1, 1))),
        ("efter actions saknas emergency, guidance, contacts och open_questions", "hämta filen som den var"),
    ),
    Mistake(
        whole("mitten är det sista", HALF.encode(), Fault("S011", "tar slut", (HALF.count("\n") + 1, 1))),
        ("efter questions saknas", "hämta filen som den var"),
    ),
    Mistake(whole("allt är borta", b"\n", Fault("S011", "saknar innehåll", (1, 1))), ("hämta filen", "börja med")),
    slip("mjukt bindestreck", PIPE, "    text: Byt§\u00ad röret\n", "S007", "ett mjukt bindestreck", "ta bort tecknet"),
    slip("hårt mellanslag efter streck", POINT, "      -§\u00a0Stäng dörren.\n", "S007", "hårt mellanslag"),
    slip("hårt mellanslag i ett nummer", "010-555 01 23", "§010-555\u00a001 23", "M009", "010", "ett hårt mellanslag"),
    slip(
        "hårt mellanslag efter en dag",
        "assessed: 2024-04-30",
        "assessed: 2024-04-30§\u00a0",
        "S007",
        "ett hårt mellanslag",
        "radera det, och skriv ett vanligt mellanslag om",
    ),
    *(
        slip(f"hårt mellanslag {where}", old, old.replace(" ", "§\u00a0", 1), "S007", "ett hårt", "skriv ett vanligt")
        for where, old in (
            ("i webbplatsens beskrivning", "En påhittad rutin för"),
            ("i en text som har feta ord", "Stäng huvudkranen"),
            ("i ett sökord", "luktar unket"),
        )
    ),
    slip(
        "tunt mellanslag i en text",
        "Stäng dörren efter",
        "Stäng dörren§\u2009efter",
        "S007",
        "ett mellanslag av ett ovanligt slag (U+2009)",
        "skriv ett vanligt mellanslag",
    ),
    slip("hårt mellanslag efter en punkt ur Word", POINT, "      §•\u00a0Stäng dörren.\n", "S016", "•", "skriv -"),
)

VALUES = (
    slip(
        "och i en lista",
        "[rektorn, eleven]",
        "[§rektorn och eleven]",
        "M005",
        "rektorn och eleven",
        "rektorn, eleven",
        never=("rektorn-och-eleven",),
    ),
    slip(
        "snedstreck i en lista",
        "[rektorn, eleven]",
        "[§rektorn/eleven]",
        "M005",
        "rektorn/eleven",
        "rektorn, eleven",
        never=("rektorn-eleven",),
    ),
    slip(
        "semikolon i en lista", "[rektorn, eleven]", "[§rektorn; eleven]", "M005", "rektorn; eleven", "rektorn, eleven"
    ),
    slip(
        "inget komma i en lista",
        "[rektorn, eleven]",
        "[§rektorn eleven]",
        "M005",
        "rektorn eleven",
        "sätt komma mellan om det är flera: rektorn, eleven.",
        never=("rektorn-eleven",),
    ),
    slip(
        "varken hakparentes eller komma i en lista",
        "roles: [rektorn, eleven]",
        "roles: §rektorn eleven",
        "M003",
        "roles",
        "skriv roles: [rektorn, eleven].",
        never=("rektorn-eleven",),
    ),
    slip(
        "ett id som inte finns, med stor bokstav",
        "[rektorn, eleven]",
        "[§Rektor, eleven]",
        "M005",
        "Rektor",
        "enade du ”rektorn”",
        never=("skriv rektor.",),
    ),
    slip(
        "inga klamrar",
        "    roles: [rektorn, eleven]\n",
        "    roles: §rektorn, eleven\n",
        "M003",
        "roles ska vara en lista",
        "roles: [rektorn, eleven]",
    ),
    slip(
        "inga klamrar, och",
        "    roles: [rektorn, eleven]\n",
        "    roles: §rektorn och eleven\n",
        "M003",
        "en lista",
        "[rektorn, eleven]",
    ),
    slip(
        "rollens namn i stället för id", "[rektorn, eleven]", "[§Rektorn, eleven]", "M005", "Rektorn", "skriv rektorn"
    ),
    slip(
        "sökord som en text",
        "    also: [den som hittar, vittne, jag ser vatten]\n",
        "    also: §den som hittar, vittne]\n",
        "M003",
        "ska vara en lista",
        "skriv also: [den som hittar, vittne].",
    ),
    slip(
        "sökord med stora bokstäver",
        "    also: [den som hittar, vittne, jag ser vatten]\n",
        "    also: [den som hittar, vittne, §Vittne]\n",
        "R021",
        "”Vittne” står två gånger",
    ),
    slip("rad i klammer", "    row: 5\n", "    §row: [5]\n", "M003", "ett heltal", "bara siffror", never=("en text",)),
    slip("rad i ord", "    row: 5\n", "    row: §fem\n", "M007", "fem", "skriv 5."),
    slip("rad med punkt", "    row: 5\n", "    row: §5.\n", "M007", "5.", "skriv 5."),
    slip("rad tom", "    row: 5\n", "    §row:\n", "M011", "tomt", "skriv ett värde"),
    slip("datum i klammer", SOURCE_DATE, "  §date: [2020-02-29]\n", "M003", "ett datum", "år-månad-dag"),
    slip(
        "datum i ord", SOURCE_DATE, "  date: §29 februari 2020\n", "M006", "29 februari 2020", "skriv 2020-02-29, om du"
    ),
    slip("datum med snedstreck", SOURCE_DATE, "  date: §2027/3/15\n", "M006", "2027/3/15", "skriv 2027-03-15, om du"),
    slip(
        "datum med dagen först",
        SOURCE_DATE,
        "  date: §3/4 2027\n",
        "M006",
        "3/4 2027",
        "skriv 2027-04-03, om du menar den 3 april 2027.",
    ),
    slip("datum i ett", SOURCE_DATE, "  date: §20270315\n", "M006", "20270315", "skriv 2027-03-15, om du"),
    slip("datum utan nollor", SOURCE_DATE, "  date: §2027-3-5\n", "M006", "2027-3-5", "skriv 2027-03-05, om du"),
    slip("datum med tankstreck", SOURCE_DATE, "  date: §2027–03–15\n", "M006", "2027–03–15", "skriv 2027-03-15"),
    slip("datum och initialer", SOURCE_DATE, "  date: §2026-11-26 (AL)\n", "M006", "(AL)", "bara dagen: 2026-11-26."),
    slip(
        "datum och paragraf",
        SOURCE_DATE,
        "  date: §26 november 2026, § 112\n".replace("§ 112", "punkt 112"),
        "M006",
        "punkt 112",
        "skriv bara dagen: 2026-11-26.",
    ),
    slip("datum utan år", SOURCE_DATE, "  date: §15 mars\n", "M006", "15 mars", "fyra siffror för året"),
    slip("datum som är två", SOURCE_DATE, "  date: §15 ju 2027\n", "M006", "15 ju 2027", "fyra siffror"),
    slip("datum som inte finns", SOURCE_DATE, "  date: §2026-11-31\n", "M006", "kalendern", "månad och dag"),
    slip("svar på engelska", ANSWER, "        answer: §no\n", "M004", "no", "enade du ”nej”"),
    slip("tidsgräns i timmar som h", "      unit: dagar\n", "      unit: §h\n", "M004", "h", "enade du ”timmar”"),
    slip(
        "tidsgräns i månader",
        "      unit: dagar\n",
        "      unit: §månader\n",
        "M004",
        "månader",
        "skriv det i detail",
        never=("Menade",),
    ),
    slip(
        "tidsgräns i arbetsdagar",
        "      unit: dagar\n",
        "      unit: §arbetsdagar\n",
        "M004",
        "arbetsdagar",
        "en arbetsdag",
        never=("enade",),
    ),
    slip("nej där bara ja går", "    urgent: ja\n", "    urgent: §nej\n", "M004", "kan bara vara ja", "ta bort raden"),
    slip("yes där bara ja går", "    urgent: ja\n", "    urgent: §yes\n", "M004", "yes", "enade du ”ja”"),
    slip("antal i ord", WITHIN, WITHIN.replace("count: 3", "count: §tre"), "M007", "tre", "skriv 3."),
    slip("text utan ord", POINT, '      - §"???"\n', "M011", "saknar ord", "skriv texten"),
    slip("ett exempel som står kvar", POINT, "      - §… när det är gjort\n", "M011", "Här står ”…” kvar", "byt …"),
    slip("ett undantag utan skäl", REASON, "    reason: §…\n", "M011", "Här står ”…” kvar"),
    slip(
        "ett undantag med ett ord som skäl",
        REASON,
        "    reason: §Ja.\n",
        "M011",
        "saknar skäl",
        "varför texten ska stå",
    ),
    slip("källa med å", BASIS, BASIS.replace("kalla", "§källa"), "M004", "källa", "enade du ”kalla”"),
    slip("ansvarig tom", OWN, "    §responsible:\n    text: Stäng huvudkranen\n", "M011", "responsible är tom"),
    slip("ansvarig tom lista", OWN, "    §responsible: []\n    text: Stäng huvudkranen\n", "R008", "Ingen ansvarar"),
    slip("ansvarig tom post", OWN, "    responsible:\n      -§\n    text: Stäng huvudkranen\n", "M011", "tomt"),
    slip(
        "tidsgräns i ord",
        WITHIN,
        "    within: §tre veckor\n",
        "M003",
        "within",
        "på egna rader",
        "    within:\n      count: 3\n      unit: veckor\n      basis: tolkning",
        "Skriv basis: kalla om källan säger det.",
    ),
    slip(
        "tidsgräns utan basis",
        WITHIN,
        "    §within:\n      count: 3\n      unit: dagar\n",
        "M001",
        "basis",
        "    within:\n      count: 3\n      unit: dagar\n      basis: tolkning",
        never=("Skriv basis: kalla",),
    ),
    slip(
        "tidsgräns med en nyckel för mycket",
        WITHIN,
        f"{WITHIN}      §days: 3\n",
        "M002",
        "days",
        "    within:\n      count: 3\n      unit: dagar\n      basis: kalla",
        never=("Skriv basis: kalla",),
    ),
    slip(
        "tidsgräns utan något",
        WITHIN,
        "    §within:\n",
        "M011",
        "within är tom",
        "      unit: …",
        never=("unit: dagar",),
    ),
    slip(
        "en väntan i ett ord",
        WAITS,
        "    after: §stang-kranen\n",
        "M003",
        "after ska vara en lista",
        "ett streck först",
        "    after:\n      - action: stang-kranen\n        text: … när det är gjort\n        basis: tolkning",
        never=("[a, b]",),
    ),
    slip(
        "en väntan utan streck",
        WAITS,
        WAITS.replace("- action", "action").replace("        ", "      ").replace("after", "§after"),
        "M003",
        "after ska vara en lista",
        "    after:\n      - action: stang-kranen\n        text: när kranen är stängd\n        basis: kalla",
    ),
    slip(
        "de som får veta som en lista av namn",
        TOLD,
        "    informs: [§rektorn, eleven]\n",
        "M003",
        "Posten ska vara",
        "    informs:\n      - role: rektorn\n        basis: tolkning\n      - role: eleven",
    ),
    slip(
        "ett krav som en text",
        f"    requirement:\n{REQUIREMENT}",
        "    requirement: §Ta med klasslistan.\n",
        "M003",
        "requirement",
        "    requirement:\n      text: Ta med klasslistan.\n      basis: tolkning",
    ),
    slip(
        "listor i varandra",
        "    answered_by: [va-ingenjoren]\n",
        f"    answered_by: [§{','.join(['[x]'] * 24)}]\n",
        "M003",
        "inte en lista",
    ),
    *(
        slip(
            f"adress {name}",
            "      url: https://www.example.org/rad\n",
            f"      url: §{written}\n",
            "M008",
            written,
            "skriv https://www.example.org/rad, och kontrollera",
            never=("webbläsaren",),
        )
        for name, written in (
            ("utan https", "www.example.org/rad"),
            ("inom spetsar", "<https://www.example.org/rad>"),
        )
    ),
    slip(
        "http i en adress",
        "      url: https://www.example.org/rad\n",
        "      url: §http://www.example.org/rad\n",
        "M008",
        "säker",
        "webbläsaren",
    ),
    slip(
        "nummer med ord",
        JOUR,
        JOUR.replace("01 23", "01 23 dagtid").replace("010", "§010"),
        "M009",
        "telefonnummer",
        "bara numret",
    ),
    slip(
        "nyckel med stor bokstav", PIPE, "    §Text: Byt röret\n", "M002", "Text", "enade du ”text”", never=("saknas",)
    ),
    slip(
        "felstavad ansvarig",
        OWN,
        OWN.replace("responsible", "§responsibel"),
        "M002",
        "responsibel",
        "enade du ”responsible”",
    ),
    slip(
        "telefon i stället för number",
        "  - number: 010-555 01 00\n",
        "  - §telefon: 010-555 01 00\n",
        "M002",
        "telefon",
        "enade du ”number”",
    ),
    slip(
        "öppettider i stället för hours",
        "    hours: vardagar 7 till 16\n",
        "    §öppettider: vardagar 7 till 16\n",
        "M002",
        "öppettider",
        "enade du ”hours”",
    ),
    slip(
        "tidsgräns i stället för within",
        "    within:\n      count: 24\n",
        "    §tidsgräns:\n      count: 24\n",
        "M002",
        "tidsgräns",
        "enade du ”within”",
    ),
    slip(
        "e-post till en kontakt",
        "    ask: Fråga växeln.\n",
        "    ask: Fråga växeln.\n    §e-post: vaxeln@example.org\n",
        "M002",
        "e-post",
        "skriv funktionens adress i ask",
        never=("ta bort raden",),
    ),
    slip(
        "namn på en kontakt",
        "    ask: Fråga växeln.\n",
        "    ask: Fråga växeln.\n    §namn: Anna\n",
        "M002",
        "namn",
        "en persons namn skrivs aldrig",
        never=("Menade", "menade"),
    ),
    slip("nyckel som inte finns", FANS, f"{FANS}    §colour: röd\n", "M002", "colour"),
    slip("null", PIPE, "    text: §null\n", "S014", "null"),
    slip(
        "flera rader där en ska stå",
        PIPE,
        "    text: §|\n      Byt röret\n      och kranen\n",
        "M010",
        "radbrytning",
        "på en rad",
    ),
)

REVISIONS = (
    slip(
        "fel datum i en utgåva",
        SECOND_EDITION,
        SECOND_EDITION.replace("2024-05-01", "§1 maj 2024"),
        "M006",
        "1 maj 2024",
        never=("poster",),
    ),
    slip(
        "inget datum i en utgåva",
        SECOND_EDITION,
        SECOND_EDITION.replace("    date: 2024-05-01\n", "").replace("- e", "- §e"),
        "M001",
        "date",
        never=("poster",),
    ),
    slip(
        "tom sammanfattning",
        SECOND_EDITION,
        SECOND_EDITION.replace("summary: Tidsgränsen för återbesöket är ny.", "summary:").replace(
            "summary", "§summary"
        ),
        "M011",
        "tomt",
        never=("poster",),
    ),
    slip("utgåvans nummer två gånger", '  - edition: "1"\n', '  - edition: §"2"\n', "R023", "2"),
    slip(
        "den enda frågan är fel i en lista",
        "    answered_by: [va-ingenjoren]\n",
        "    answered_by: [§VA ingenjören]\n",
        "M005",
        "VA ingenjören",
        never=("poster",),
    ),
    slip(
        "den enda punkten är en grupp",
        "      - Vädra när det har torkat.\n",
        "      - §Obs: vädra.\n",
        "M003",
        "Kolonet efter ”Obs”",
        never=("poster",),
    ),
)

REFERENCES = (
    slip("felstavad roll", TOLD, TOLD.replace("rektorn", "§rektor"), "R002", "rektor", "enade du ”rektorn”"),
    slip(
        "felstavad åtgärd",
        AFTER,
        AFTER.replace("kranen", "kranarna").replace("action: ", "action: §"),
        "R006",
        "stang-kranarna",
    ),
    slip(
        "avsnitt utan sin sista siffra",
        "    section: 7.1.2\n    row: 5\n",
        "    section: §7.1\n    row: 5\n",
        "R004",
        "7.1",
        "enade du ”7.1.1” eller ”7.1.2”?",
    ),
    slip("felstavad vägledning", MEANS, "        guidance: [§el-och-vaten]\n", "R060", "el-och-vaten", "el-och-vatten"),
    slip(
        "samma rad i två avsnitt",
        "    row: 6\n",
        "    row: §5\n",
        "R009",
        "två gånger",
        "åtgärden före",
        never=("står efter rad 5",),
    ),
    slip(
        "ett lätt steg som är borta",
        "    - step: stang-kranen\n",
        "    - step: §stang-kranarna\n",
        "R028",
        "stang-kranarna",
        "har steget tagits bort",
    ),
    slip(
        "en smiley",
        PIPE,
        "    text: Byt röret §🙂\n",
        "R024",
        "🙂",
        "med ord",
        never=("SMILING",),
    ),
    *(
        slip(f"{name} ur ett annat program", PIPE, f"    text: Byt §{sign}röret\n", "R024", sign, f"skriv {meant}")
        for name, sign, meant in (
            ("hårt bindestreck", "\u2011", "ett vanligt - i stället"),
            ("två bokstäver i en", "\ufb01", "fi i stället"),
            ("två andra bokstäver i en", "\ufb02", "fl i stället"),
            ("bred bokstav", "\uff4c", "l i stället"),
        )
    ),
    slip(
        "två bokstäver i en, i ett id",
        "  - id: hyr-flaktar\n",
        "  - id: §hyr-\ufb02aktar\n",
        "M005",
        "aktar",
        "skriv hyr-flaktar",
    ),
)

OTHER_WAYS = (
    slip(
        "en kontakt inklistrad två gånger",
        NIGHT,
        NIGHT + NIGHT.replace("id: k", "id: §k"),
        "R001",
        "två likadana poster",
        "är posten inklistrad två gånger, ta bort den ena",
    ),
    slip(
        "en kontakt inklistrad med ett annat id",
        DAYTIME,
        DAYTIME + DAYTIME.replace("id: kontakt-jouren", "id: §kontakt-jouren-dag"),
        "R103",
        "likadan som ”kontakt-jouren”",
        "ta bort den ena",
        never=("label",),
    ),
    slip(
        "en adress i stället för källans nycklar",
        f"    source:\n{REFERENCE}",
        "    source: §https://www.example.org/rad\n",
        "M003",
        "      url: https://www.example.org/rad",
        never=("publisher: https",),
    ),
    slip(
        "en adress i stället för utgivaren",
        "      publisher: Exempelverket\n",
        "      publisher: §https://www.example.org/\n",
        "R104",
        "flytta adressen till url",
    ),
    slip(
        "en vägledning bland kontakterna",
        "\nopen_questions:\n",
        f"{broken.ADVICE.replace('id:', '§id:')}\nopen_questions:\n",
        "S025",
        "”fukt” står under contacts",
        "till listan guidance.",
    ),
    slips(
        "en ny roll med ö",
        (
            ("  - id: va-ingenjoren\n", f"{NEWCOMER}  - id: va-ingenjoren\n"),
            (PIPE, f"{PIPE}    informs:\n      - role: kommunikatör\n        basis: kalla\n"),
        ),
        "M005",
        "kommunikatör",
        "skriv kommunikator.",
        never=("enade du ”kommunikatör”",),
        count=2,
    ),
    slip(
        "en ny åtgärd med en rad längre ned",
        "  - id: mata-flodet\n",
        f"{DEED}  - id: mata-flodet\n",
        "R009",
        "Rad 20 i avsnitt 7.1.1 står före rad 3",
        "basis: egen i stället för row",
    ),
    slips(
        "ett nytt steg utan lätta ord",
        (
            ("  - id: mata-flodet\n", f"{DEED.replace('row: §20', 'basis: egen')}{NEW_HELP}  - id: mata-flodet\n"),
            ("  steps:\n    - step: sag-till\n", "  §steps:\n    - step: sag-till\n"),
        ),
        "R026",
        "”ny-atgard”",
        "    - step: ny-atgard",
        "      topic: … sällskap",
        "      lines:",
        "        - … ringer jouren.",
    ),
    slip(
        "alla i en lista av roller",
        "    roles: [rektorn, eleven]\n    handing_over",
        "    roles: §alla\n    handing_over",
        "M003",
        "roles ska vara en lista",
        "skriv alla inom klamrar: roles: [upptackaren, rektorn,",
        never=("roles: [alla]",),
    ),
    slip(
        "en post helt utan indrag, med nästa rubrik tätt efter",
        f"{FOUND}\nforms:\n",
        f"{FLAT}forms:\n",
        "S018",
        "Hela posten står 2 mellanslag för långt ut",
    ),
    slip(
        "en post helt utan indrag",
        FOUND,
        FLAT,
        "S018",
        "Hela posten står 2 mellanslag för långt ut",
        "raden med strecket 2 mellanslag, nycklarna under den 4",
    ),
    slip(
        "två poster helt utan indrag",
        FOUND,
        f"{FLAT}{COPY}",
        "S018",
        "Hela posten står 2 mellanslag för långt ut",
        count=2,
    ),
    slip(
        "bara en posts nycklar under strecket",
        STILL,
        STILL.replace("  basis", "§basis"),
        "S002",
        "6 mellanslag först och skulle ha 8",
        "lägg till 2 mellanslag först på raden.",
        never=("Hela posten",),
    ),
    slip(
        "bara den första postens nycklar under strecket",
        "      - text: Det läcker vatten i sal tolv.\n        basis",
        "      - text: Det läcker vatten i sal tolv.\n      §basis",
        "S002",
        "6 mellanslag först och skulle ha 8",
        "lägg till 2 mellanslag först på raden.",
        never=("Hela posten",),
    ),
    slip(
        "en helt ny roll",
        "\ntracks:\n",
        f"{NEWCOMER.replace('ö', 'o').replace('id: §', '§id: ')}\ntracks:\n",
        "R013",
        "är rollen ny",
    ),
)

TOGETHER = (
    slips(
        "flera nummertecken i en lista och en felstavad roll",
        (
            ("[luktar unket, svart fläck]", "[§#luktar unket, ##svart]"),
            ("[rektorn, eleven]\n    han", "[rektor]\n    han"),
            ("[drunknar]", "[drunknar] # se [1]"),
        ),
        "S008",
        "efter # räknas inte med",
        never=("kan inte börja",),
        count=2,
    ),
    slips(
        "ett tankstreck, en felstavad roll och ett fel datum",
        (
            (POINT, "      §– Stäng dörren efter dig.\n"),
            (TOLD, TOLD.replace("rektorn", "rektor")),
            (SOURCE_DATE, "  date: i går\n"),
        ),
        "S016",
        "–",
        count=3,
    ),
    slips(
        "kolon i en text och ett glömt streck",
        ((PIPE, "    text: Obs§: byt röret\n"), (POINT, "      Stäng dörren efter dig.\n")),
        "S002",
        "kolon",
        count=2,
    ),
    slips(
        "sparad med en krock och en rad i ord",
        ((PAGES, f"§<<<<<<< a\n{PAGES}=======\n  pages: 4\n>>>>>>> b\n"), ("    row: 5\n", "    row: fem\n")),
        "S015",
        "Två har ändrat",
        count=2,
    ),
    slips(
        "ett id utan streck och ett id två gånger",
        (("  - id: mogel\n", "    §id: mogel\n"), ("  - id: kontakt-jouren-natt\n", "  - id: kontakt-jouren\n")),
        "S019",
        "strecket",
        count=2,
    ),
)

_OURS = (DASHES, CONFLICTS, TEXTS, INDENTS, SAVED, VALUES, REVISIONS, REFERENCES, OTHER_WAYS, TOGETHER)
_NAMES = {mistake.name for group in _OURS for mistake in group}
# Of the other cases, those that an editor can be thought to make: one fault, in the routine alone.
_KNOWN = tuple(
    Mistake(case, (case.faults[0].names,))
    for case in (*broken.SYNTAX, *broken.TYPES, *broken.RULES)
    if len(case.faults) == 1 and not case.held and case.name not in _NAMES
)
MISTAKES: tuple[Mistake, ...] = (*(mistake for group in _OURS for mistake in group), *_KNOWN)
