"""Each code has a wrong and a right example, and they are what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import pytest

from content.spelling import Dictionary, spelling
from routine.check import rules
from routine.check.finding import Finding, messages, retired
from routine.check.parse import parse, parse_adopted
from routine.check.problems import RoutineError
from routine.check.rules.decided import not_there
from routine.check.rules.publishing import Entered, stale, unready
from routine.cli.messages import page
from routine.model import wording
from routine.model.model import Routine
from routine.paper.export import pressed
from routine.paper.press import FitError
from routine.site.settings import settings_refused
from tests.kit.broken import SMALL_TEXT, small_adopted
from tests.kit.paths import PROJECT, SMALL_ADOPTED

DAY = date(2024, 12, 1)
EXAMPLES = {code: said for code, said in messages().items() if said.example}
POINT = "      - Stäng dörren efter dig.\n"
PIPE = "    text: Byt röret\n    others: byter röret\n"
NUMBER = "    number: 010-555 01 23\n    valid_until: 2025-06-30\n"
CHECKED = "    checked: 2024-04-30\n    roles: [rektorn, eleven]\n"
ASSESSED = "  assessed: 2024-04-30\n"
NIGHT = "    label: nattetid\n    ask: Fråga vakten.\n"
FIRST = '  - edition: "2"\n    date: 2024-05-01\n'
# What stands in the small routine where an example is put, when that is not the right one of them.
STANDS = {
    **dict.fromkeys(("R072", "R073", "R074", "R080", "R081", "R082", "R083", "R087"), POINT),
    **dict.fromkeys(("V004", "V009", "V010", "V019", "V020", "V021"), POINT),
    **dict.fromkeys(("V001", "V002", "V003"), PIPE),
    **dict.fromkeys(("R108", "V022"), "    others: byter röret\n"),
    "V016": "        answer: ja\n        text: om det rinner ännu\n",
    "V015": "    name: Eleven\n"
    "    tab: Klassens del\n"
    "    summary: Du kan bli ombedd att säga till i någons ställe\n"
    "    intro: Du äger inget steg, men du kan hjälpa till.\n",
    "V011": "    responsible: [rektorn]\n    text: Flytta klassen till en annan sal\n",
    "V018": "  - id: grav-upp-ledningen\n",
    "V023": "    short: Vem läser loggen?\n",
    "D001": NUMBER,
    **dict.fromkeys(("D002", "D004"), CHECKED),
    "D003": ASSESSED,
    "G012": EXAMPLES["G009"].right,
    "G010": "    label: nattetid\n    number: 010-555 01 99\n    valid_until: 2025-06-30\n",
}
# What makes a body of the small routine's that has filled in all that is asked for before it publishes.
FILLED = (
    ("  name: Exempelguiden\n", "  name: Läckguiden\n"),
    ("  leave: https://www.example.com/\n", EXAMPLES["G001"].right),
    ("  edit: https://git.example.com/exempelstad/rutin/edit/main/rutin.yaml\n", EXAMPLES["G002"].right),
    ("organisation:\n  name: Exempelstads skolor\n", EXAMPLES["G008"].right),
    ("revisions:\n", f"revisions:\n{EXAMPLES['G009'].right}"),
    (ASSESSED, EXAMPLES["G004"].right),
    ("  feedback: Säg till på expeditionen. Rektorn svarar.\n", EXAMPLES["G005"].right),
    ("  complaint: https://example.org/anmal\n", "  complaint: https://www.digg.se/tdosanmalan\n"),
    ("publisher: Exempelverket\n", "publisher: Elverket\n"),
    ("url: https://www.example.org/rad\n", "url: https://www.elverket.se/rad\n"),
    ("publisher: Exempelinstitutet\n", "publisher: Fuktinstitutet\n"),
    (NIGHT, EXAMPLES["G003"].right),
    ("    function: Fastighetsavdelningen\n", f"    function: Fastighetsavdelningen\n{NUMBER}"),
)
# The numbers of examples are nobody's, which is told as well: here those stand that are kept free for stories.
RUNG = ("010-555 01", "08-465 004")
SETTINGS = f"site_name: Läckguiden\n{EXAMPLES['G006'].right}"
SOURCE = [file.read_text(encoding="utf-8") for top in ("routine", "content") for file in (PROJECT / top).rglob("*.py")]
ADOPTED_TEXT = SMALL_ADOPTED.read_text(encoding="utf-8")


def swapped(text: str, *swaps: tuple[str, str]) -> str:
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def base(code: str) -> str:
    """The file that the example is put in."""
    if code in ("K015", "K017"):
        return ADOPTED_TEXT
    if code[0] == "G":
        return SETTINGS if code == "G006" else swapped(SMALL_TEXT, *FILLED)
    return SMALL_TEXT


def with_example(code: str, lines: str) -> str:
    """The file with these lines in it."""
    return swapped(base(code), (STANDS.get(code, EXAMPLES[code].right), lines))


def refused(read: Callable[[], object]) -> list[str]:
    """The codes of what is wrong."""
    try:
        read()
    except RoutineError as error:
        return [problem.code for problem in error.problems]
    except FitError as error:
        return [finding.code for finding in error.findings]
    return []


@lru_cache(2)
def routine(text: str, *, held: bool = False) -> Routine:
    return parse(text.encode(), "rutin.yaml", small_adopted() if held else None)


@cache
def dictionary() -> Dictionary:
    """It takes a quarter of a second to read."""
    return Dictionary()


def spelt(text: str, folder: Path) -> list[str]:
    file = folder / "rutin.yaml"
    file.write_text(text, encoding="utf-8")
    return [problem.code for problem in spelling(file, dictionary()).problems]


def document(text: str) -> list[str]:
    """What is wrong with an adopted document, in itself and for the small routine."""
    if codes := refused(lambda: parse_adopted(text.encode(), "adopted.yaml")):
        return codes
    return codes_of(not_there(parse_adopted(text.encode(), "adopted.yaml"), routine(SMALL_TEXT)))


def codes_of(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def kind(code: str) -> str:
    """By what it is told: its letter, or itself where it is told of another file."""
    return code if code in ("K015", "K017", "G006") else code[0]


@lru_cache(20)  # The right example of most codes stands in the same file.
def told(kind: str, text: str, folder: Path) -> list[str]:
    """Every code that is told of the file by what tells that kind."""
    if kind in ("K015", "K017"):
        return document(text)
    if kind == "G006":
        return [problem.code for problem in settings_refused("mkdocs.yml", text).problems]
    if found := refused(lambda: routine(text, held=kind == "K")):
        return found
    return {
        "P": lambda: refused(lambda: pressed(routine(text), ())),
        "V": lambda: spelt(text, folder) + codes_of(rules.advise(routine(text))),
        "D": lambda: codes_of(stale(routine(text), DAY)),
        "G": lambda: codes_of(unready(routine(text.replace(*RUNG)), Entered(), DAY)),
    }.get(kind, list)()


def test_every_code_that_is_given_is_in_the_file_and_none_of_them_is_retired() -> None:
    found = {code for text in SOURCE for code in re.findall(r'"([SMRKEPNVDG]\d{3})[" ]', text)}
    assert found == set(messages())
    assert len(found) > 100
    assert not found & retired()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exempel")


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_example_gives_its_code_alone_and_the_right_one_nothing(code: str, folder: Path) -> None:
    example = EXAMPLES[code]
    assert told(kind(code), with_example(code, example.wrong), folder) == [code]
    assert told(kind(code), with_example(code, example.right), folder) == []


def test_the_day_of_an_example_is_the_one_that_it_says() -> None:
    said = [day for each in EXAMPLES.values() for day in re.findall("# I dag är det (.*)[.]", each.example)]
    assert {*said} == {wording.long_date(DAY)}


def test_the_handbook_has_every_message() -> None:
    """`make messages` writes it."""
    text = page()
    assert (PROJECT / "handbok/felmeddelanden.md").read_text(encoding="utf-8") == text
    assert text.count("\n### ") == len(messages())
