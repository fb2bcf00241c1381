"""Changes of the small routine and its adopted document, each as replacements in their texts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec import Struct

from routine.check import record as editions
from routine.check.parse import parse
from routine.model.model import Routine
from tests.kit.broken import SMALL_TEXT
from tests.kit.paths import SMALL

Swaps = tuple[tuple[str, str], ...]


class Change(Struct, frozen=True):
    name: str
    swaps: Swaps

    def new(self) -> Routine:
        return parse(swapped(self.swaps).encode(), "rutin.yaml")


def swapped(swaps: Swaps, text: str = SMALL_TEXT) -> str:
    """Replace in the small routine's text, or another, what stands there once."""
    for old, new in swaps:
        assert text.count(old) == 1, f"{old!r} står {text.count(old)} gånger"
        text = text.replace(old, new)
    return text


def change(name: str, old: str, new: str) -> Change:
    return Change(name, ((old, new),))


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

CHANGES = (
    change("rutinen upphävs", "\naccessibility:\n", f"\n{WITHDRAWN}\naccessibility:\n"),
    change(
        "en annan ansvarar", "    row: 3\n    responsible: [va-ingenjoren]", "    row: 3\n    responsible: [rektorn]"
    ),
    change(
        "en annan ordning på dem som ansvarar",
        "responsible: [rektorn, vaktmastaren]\n    responsible_basis",
        "responsible: [vaktmastaren, rektorn]\n    responsible_basis",
    ),
    change("alla tillfrågas", "mode: nagon", "mode: alla"),
    change("ombudet tas bort", PROXY, ""),
    change("ett annat ombud", PROXY, PROXY.replace("vaktmastaren", "eleven")),
    change("en deltar inte längre", HELD_OPEN, ""),
    change("en deltar också", LIMIT, LIMIT + HELD_OPEN),
    change("gränsen flyttas", "      count: 3\n      unit: dagar", "      count: 2\n      unit: veckor"),
    change("gränsen tas bort", LIMIT, ""),
    change("gränsen räknas från en annan åtgärd", "      after: flytta-klassen\n", "      after: stang-kranen\n"),
    change(
        "gränsen blir vår läsning", "      unit: dagar\n      basis: kalla", "      unit: dagar\n      basis: tolkning"
    ),
    change("ett villkor tas bort", IF_RUNS, ""),
    change("ett villkor kommer till", WHEN_SHUT, f"{WHEN_SHUT}    conditions:\n{IF_RUNS}"),
    change(
        "villkoret vill ha ett annat svar",
        "question: torkar-salen\n        answer: nej",
        "question: torkar-salen\n        answer: ja",
    ),
    change("det väntar inte längre", WHEN_SHUT, ""),
    change("en till svarar", "answered_by: [va-ing", "answered_by: [eleven, va-ing"),
    change("ingen annan kan berätta svaret", CAN_TELL, ""),
    change("frågan ställs inte direkt", AT_ONCE, ""),
    change("ett svar förklaras inte längre", NO, ""),
    change("en åtgärds text", "    text: Byt röret\n", "    text: Byt hela röret\n"),
    change("en mening i en text", "Vänta inte på att det ska sluta rinna.", "Vänta."),
    change("ord att säga i en annan ordning", LEAKS + RUNS, RUNS + LEAKS),
    change("en ny åtgärd", "\nemergency:", f"\n{LOCK}emergency:"),
    change("en åtgärd tas bort", STEP, ""),
    change("en åtgärd flyttas", "7.2.1\n    row: 6", "7.1.2\n    row: 6"),
    change("en åtgärd får ett annat id", "  - id: skriv-i-loggen\n", "  - id: logga\n"),
    Change(
        "en ny roll",
        (("\ntracks:\n", f"{NEIGHBOUR}\ntracks:\n"), ("answered_by: [va-ing", "answered_by: [grannen, va-ing")),
    ),
    change("rollens namn", "    name: Eleven\n", "    name: Elevrådet\n"),
    change(
        "ett nytt råd", "      - Stäng dörren efter dig.\n", "      - Stäng dörren efter dig.\n      - Ring jouren.\n"
    ),
    change("ett råd är kontrollerat", "checked: 2024-04-30\n    checklists", "checked: 2024-06-01\n    checklists"),
    change("en kontakts nummer", "010-555 01 23", "010-555 01 99"),
    Change(
        "ett nödnummer",
        (
            ("- number: 010-555 01 00", "- number: 010-555 01 11"),
            ("   number: 010-555 01 00", "   number: 010-555 01 11"),
        ),
    ),
    change("situationerna i en annan ordning", FORSAR + SEES, SEES + FORSAR),
    change("ett ord förklaras på ett annat sätt", "En ny titt på salen", "En titt på salen"),
    change("en lätt text", "        - Säg till på skolan.", "        - Säg till i skolan."),
    change("en öppen fråga", "Ring jouren om salen", "Ring grannen om salen"),
    change("polisen får veta", TO_HOMES, TO_HOMES + TO_HOMES.replace("Hemmen", "Polisen")),
    change("en ny utgåva med beslut", SECOND, THIRD + SECOND),
    change("organisationens namn", "  name: Exempelstads skolor", "  name: Exempelstad"),
    change("ett avsnitts rubrik", "    title: Larm\n", "    title: Larmet\n"),
)

# The same of the adopted document beside it.
ADOPTED = (
    change(
        "källans tidsgräns",
        "    within:\n      count: 3\n      unit: dagar\n",
        "    within:\n      count: 2\n      unit: veckor\n",
    ),
    change("källans ersättare", "    proxy: rektorn\n", "    proxy: eleven\n"),
    change(
        "en ny rad i källan",
        "  - row: 2\n",
        "  - row: 22\n    section: 7.1.1\n    responsible: [rektorn]\n  - row: 2\n",
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
    shutil.copy(editions.beside(SMALL), editions.beside(HELD))
    git("init", "-q", "-b", "main")
    commit("Ett")
    HELD.write_text(LIMIT_MOVED, encoding="utf-8")
    commit("Två")
