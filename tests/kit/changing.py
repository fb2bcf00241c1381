"""Changes of the small routine and its adopted document, each as replacements in their texts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec import Struct

from routine.check import stored
from routine.check.parse import parse
from routine.model.model import Routine
from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import SMALL

Swaps = tuple[tuple[str, str], ...]


class Change(Struct, frozen=True):
    """A change by its name. `told` is each difference's topic and, where it has one, its place on the site."""

    name: str
    swaps: Swaps
    told: tuple[str, ...]

    def new(self) -> Routine:
        return parse(swapped(self.swaps).encode(), "rutin.yaml")


def swapped(swaps: Swaps, text: str = SMALL_TEXT) -> str:
    """Replace in the small routine's text, or another, what stands there once."""
    for old, new in swaps:
        assert text.count(old) == 1, f"{old!r} står {text.count(old)} gånger"
        text = text.replace(old, new)
    return text


def change(name: str, old: str, new: str, *told: str) -> Change:
    return Change(name, ((old, new),), told)


def within(start: str, end: str) -> str:
    """Cut what stands from one text to before another."""
    at = SMALL_TEXT.index(start)
    return SMALL_TEXT[at : SMALL_TEXT.index(end, at)]


PROXY = within("    proxy:\n      role: vaktmastaren", "    wallet: Flytta")
HELD_OPEN = within("    participants:\n      - role: eleven\n        text: Håll", "    conditions:")
WHEN_SHUT = within("    after:\n      - action: stang-kranen\n", "    consulted:")
LIMIT = within("    within:\n      count: 3\n", '    call:\n      number: "112"')
IF_RUNS = within(
    "      - question: rinner-det\n        answer: ja\n        text: om det rinner ännu", "      - question: ar-det"
)
CAN_TELL = within("    heard_by:\n", "    asked:")
AT_ONCE = within("    asked:\n", "    detail: Titta")
NO = within("      - answer: nej\n        text: Ingen", "    said:")
TO_HOMES = within("      - who: Hemmen\n", "    open_questions: [vem-tittar]\n  - id: hyr")
LEAKS = within("      - text: Det läcker", "      - text: Det rinner ännu")
RUNS = within("      - text: Det rinner ännu", "    open_questions: [vem-tittar]\n  - id: stang")
STEP = within("  - id: byt-roret\n", "  - id: flytta-klassen")
SEES = within("  - id: jag-ser-det\n", "  - id: jag-fick")
FORSAR = within("  - id: det-forsar\n", "  - id: jag-ser")
SECOND = within('  - edition: "2"\n', "    summary: Tidsgränsen")
THIRD = (
    '  - edition: "3"\n    date: 2024-06-01\n    summary: Grannarna får veta.\n    decision:\n      body: Skolnämnden\n'
    "      date: 2024-05-17\n      reference: punkt 9\n      changes:\n        - {row: 7, groups: 3}\n"
)
NEIGHBOUR = (
    "  - id: grannen\n    name: Grannen\n    tab: Bredvid\n    summary: Du bor intill\n    intro: Du hör av dig.\n"
)
LOCK = (
    "  - id: las-salen\n    section: 7.2.1\n    row: 11\n    responsible: [eleven]\n    text: Lås salen\n"
    "    others: låser salen\n"
)
WITHDRAWN = "withdrawn:\n  until: 2024-08-31\n  text: Rektorn har upphävt rutinen.\n"

PIPE = "/guide/#byt-roret"

CHANGES = (
    change(
        "rutinen upphävs", "\naccessibility:\n", f"\n{WITHDRAWN}\naccessibility:\n", "WITHDRAWN /fickkort/kontroll/"
    ),
    change(
        "en annan ansvarar",
        "    row: 3\n    responsible: [va-ingenjoren]",
        "    row: 3\n    responsible: [rektorn]",
        "PEOPLE /guide/#mata-flodet",
    ),
    change(
        "en annan ordning på dem som ansvarar",
        "responsible: [rektorn, vaktmastaren]\n    responsible_basis",
        "responsible: [vaktmastaren, rektorn]\n    responsible_basis",
        "PEOPLE /guide/#beratta-for-hemmen",
    ),
    change("alla tillfrågas", "mode: nagon", "mode: alla", "PEOPLE /guide/#gor-aterbesok"),
    change("ombudet tas bort", PROXY, "", "PEOPLE /guide/#flytta-klassen"),
    change("ett annat ombud", PROXY, PROXY.replace("vaktmastaren", "eleven"), *["PEOPLE /guide/#flytta-klassen"] * 2),
    change("en deltar inte längre", HELD_OPEN, "", "PEOPLE /guide/#grav-upp-ledningen"),
    change("en deltar också", LIMIT, LIMIT + HELD_OPEN, f"PEOPLE {PIPE}"),
    change(
        "gränsen flyttas", "      count: 3\n      unit: dagar", "      count: 2\n      unit: veckor", f"LIMITS {PIPE}"
    ),
    change("gränsen tas bort", LIMIT, "", f"LIMITS {PIPE}"),
    change(
        "gränsen räknas från en annan åtgärd",
        "      after: flytta-klassen\n",
        "      after: stang-kranen\n",
        "LIMITS /guide/#beratta-for-hemmen",
    ),
    change(
        "gränsen blir vår läsning",
        "      unit: dagar\n      basis: kalla",
        "      unit: dagar\n      basis: tolkning",
        f"LIMITS {PIPE}",
    ),
    change("ett villkor tas bort", IF_RUNS, "", "CONDITIONS /guide/#grav-upp-ledningen"),
    change(
        "ett villkor kommer till",
        WHEN_SHUT,
        f"{WHEN_SHUT}    conditions:\n{IF_RUNS}",
        f"CONDITIONS {PIPE}",
    ),
    change(
        "villkoret vill ha ett annat svar",
        "question: torkar-salen\n        answer: nej",
        "question: torkar-salen\n        answer: ja",
        "CONDITIONS /guide/#hyr-flaktar",
    ),
    change("det väntar inte längre", WHEN_SHUT, "", f"CONDITIONS {PIPE}"),
    change("en till svarar", "answered_by: [va-ing", "answered_by: [eleven, va-ing", "PEOPLE /guide/#ar-det-natet"),
    change("ingen annan kan berätta svaret", CAN_TELL, "", "PEOPLE /guide/#rinner-det"),
    change("frågan ställs inte direkt", AT_ONCE, "", "CONDITIONS /guide/#rinner-det"),
    change("ett svar förklaras inte längre", NO, "", "QUESTIONS /guide/#rinner-det"),
    change("en åtgärds text", "    text: Byt röret\n", "    text: Byt hela röret\n", f"TEXTS {PIPE}"),
    change("en mening i en text", "Vänta inte på att det ska sluta rinna.", "Vänta.", "TEXTS /guide/#sag-till"),
    change("ord att säga i en annan ordning", LEAKS + RUNS, RUNS + LEAKS, "TEXTS /guide/#sag-till"),
    change("en ny åtgärd", "\nemergency:", f"{LOCK}\nemergency:", "PEOPLE /guide/#las-salen"),
    change("en åtgärd tas bort", STEP, "", "PEOPLE"),
    change("en åtgärd flyttas", "7.2.1\n    row: 6", "7.1.2\n    row: 6", "SECTIONS /guide/#flytta-klassen"),
    change("en åtgärd får ett annat id", "  - id: skriv-i-loggen\n", "  - id: logga\n", "PEOPLE /guide/#logga"),
    Change(
        "en ny roll",
        (("\ntracks:\n", f"{NEIGHBOUR}\ntracks:\n"), ("answered_by: [va-ing", "answered_by: [grannen, va-ing")),
        ("PEOPLE /roller/grannen/", "PEOPLE /guide/#ar-det-natet"),
    ),
    change("rollens namn", "    name: Eleven\n", "    name: Elevrådet\n", "PEOPLE /roller/eleven/"),
    change(
        "ett nytt råd",
        "      - Stäng dörren efter dig.\n",
        "      - Stäng dörren efter dig.\n      - Ring jouren.\n",
        "GUIDANCE /vagledning/#el-och-vatten",
    ),
    change(
        "ett råd är kontrollerat",
        "checked: 2024-04-30\n    checklists",
        "checked: 2024-06-01\n    checklists",
        "GUIDANCE /vagledning/#el-och-vatten",
    ),
    change("en kontakts nummer", "010-555 01 23", "010-555 01 99", "CONTACTS /kontakter/#kontakt-jouren"),
    Change(
        "ett nödnummer",
        (
            ("- number: 010-555 01 00", "- number: 010-555 01 11"),
            ("   number: 010-555 01 00", "   number: 010-555 01 11"),
        ),
        ("CONTACTS /guide/#mata-flodet", "CONTACTS", "CONTACTS"),
    ),
    change("situationerna i en annan ordning", FORSAR + SEES, SEES + FORSAR, "SITUATIONS"),
    change(
        "ett ord förklaras på ett annat sätt", "En ny titt på salen", "En titt på salen", "TERMS /om/#ord_aterbesok"
    ),
    change("en lätt text", "        - Säg till på skolan.", "        - Säg till i skolan.", "EASY /latt/"),
    change("en öppen fråga", "Ring jouren om salen", "Ring grannen om salen", "OPEN /om/#vem-tittar"),
    change(
        "polisen får veta",
        TO_HOMES,
        TO_HOMES + TO_HOMES.replace("Hemmen", "Polisen"),
        "TELLING /guide/#beratta-for-hemmen",
    ),
    change("en ny utgåva med beslut", SECOND, THIRD + SECOND, "EDITIONS /om/"),
    change("organisationens namn", "  name: Exempelstads skolor", "  name: Exempelstad", "SITE /om/"),
    change("ett avsnitts rubrik", "    title: Larm\n", "    title: Larmet\n", "SECTIONS /rutinen/#avsnitt_7-1-1"),
)

# The same of the adopted document beside it.
ADOPTED = (
    change(
        "källans tidsgräns",
        "    within:\n      count: 3\n      unit: dagar\n",
        "    within:\n      count: 2\n      unit: veckor\n",
        "ADOPTED",
    ),
    change("källans ersättare", "    proxy: rektorn\n", "    proxy: eleven\n", "ADOPTED"),
    change(
        "en ny rad i källan",
        "  - row: 2\n",
        "  - row: 22\n    section: 7.1.1\n    responsible: [rektorn]\n  - row: 2\n",
        "ADOPTED",
    ),
)

LIMIT_MOVED = swapped(next(each for each in CHANGES if each.name == "gränsen flyttas").swaps)
HELD = Path("data/routine.yaml")


def git(*arguments: str) -> None:
    who = ("-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def commit(name: str) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", name)


def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to a folder where the small routine is committed, then once more with another limit."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    HELD.parent.mkdir()
    shutil.copy(SMALL, HELD)
    shutil.copy(stored.beside(SMALL), stored.beside(HELD))
    git("init", "-q", "-b", "main")
    commit("Ett")
    HELD.write_text(LIMIT_MOVED, encoding="utf-8")
    commit("Två")
