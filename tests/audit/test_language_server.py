"""A real language server, as VS Code has it, helps and marks by the schema that lies beside the routine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from routine.__main__ import main
from tests.kit.broken import SMALL_TEXT
from tests.kit.language_server import LanguageServer, language_server

pytestmark = pytest.mark.full

HEAD = "# yaml-language-server: $schema=rutin.schema.json\n"
TEXT = HEAD + SMALL_TEXT
HERE = "¤"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("rutin") / "rutin.yaml"
    file.write_text(TEXT, encoding="utf-8")
    assert main(["schema", str(file)]) == 0
    return file


@pytest.fixture(scope="module")
def server(file: Path) -> Iterator[LanguageServer]:
    assert shutil.which("node"), "make full behöver Node"
    with language_server(file.parent) as server:
        yield server


def place(text: str) -> tuple[int, int]:
    before = text[: text.index(HERE)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def swapped(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def offered(server: LanguageServer, file: Path, text: str) -> dict[str, str]:
    """What is offered at ¤: label and what it writes."""
    server.opened(file, text.replace(HERE, ""))
    return {item["label"]: item.get("insertText", "") for item in server.completions(*place(text))}


def test_a_sound_routine_has_no_mark(server: LanguageServer, file: Path) -> None:
    assert server.opened(file, TEXT) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("section: 7.1.2\n    row: 3\n    responsible: [va-ing", "[§vaing", "Här ska stå en roll som finns."),
        ("  date: 2020-02-29", "2026-11-31", "Här ska stå ett datum som finns, skrivet som 2018-06-13."),
        ("  pages: 3", "tre", "Här ska stå ett heltal från 1 till 9999."),
        ("  name: Exempelguiden", '""', "Här ska stå en text på en rad."),
        ("    detail: Titta efter under diskhon.", "null", "Här ska stå en text."),
        ("    others: byter röret\n", "", 'Missing property "others".'),
        ("    responsible: [upptackaren]\n    opens: kalla\n", "", 'Missing property "responsible".'),
        ("  - question: torkar-salen", "torkar-sal", "Här ska stå en fråga som finns."),
    ],
    ids=["role", "date", "number", "empty", "null", "key", "owner", "question"],
)
def test_a_mistake_is_marked_in_swedish(server: LanguageServer, file: Path, old: str, new: str, said: str) -> None:
    if new.startswith("[§"):
        text = swapped(old, old.replace("[va-ing", new.replace("§", "")))
    else:
        text = swapped(old, f"{old.partition(': ')[0]}: {new}" if new else "")
    marks = server.opened(file, text)
    assert [mark.partition(" ")[2] for mark in marks] == [said]


@pytest.mark.parametrize(
    ("old", "new", "some"),
    [
        ("    responsible: [upptackaren]\n", f"    responsible: [{HERE}]\n", {"rektorn", "vaktmastaren", "eleven"}),
        ("      - question: torkar-salen\n", f"      - question: {HERE}\n", {"torkar-salen", "rinner-det"}),
        ("    section: 7.1.2\n    row: 4\n", f"    section: {HERE}\n    row: 4\n", {"7.1.1", "7.2.1"}),
        ("    track: lokaler\n", f"    track: {HERE}\n", {"vatten", "lokaler"}),
        ("    - step: stang-kranen\n", f"    - step: {HERE}\n", {"sag-till", "rinner-det"}),
    ],
    ids=["role", "question", "section", "track", "step"],
)
def test_an_id_is_completed(server: LanguageServer, file: Path, old: str, new: str, some: set[str]) -> None:
    assert some <= offered(server, file, swapped(old, new)).keys()


@pytest.mark.parametrize(
    ("word", "heading"),
    [
        ("    resp¤onsible: [upptackaren]", "Den som ansvarar"),
        ("acc¤essibility:", "Redogörelsen för webbplatsens tillgänglighet"),
        ("    sec¤tion: 7.1.2\n    row: 4", "Avsnittets beteckning"),
        ("  lea¤ve: https", "Dit Lämna sidan leder"),
    ],
)
def test_the_heading_of_the_help_is_swedish(server: LanguageServer, file: Path, word: str, heading: str) -> None:
    server.opened(file, TEXT)
    assert server.hover(*place(swapped(word.replace(HERE, ""), word))).startswith(f"#### {heading}\n")


@pytest.mark.parametrize(
    "before", ["    text: Byt röret\n", "    text: Rinner det fortfarande vatten?\n", "    tab: Husets del\n"]
)
def test_no_completion_writes_null(server: LanguageServer, file: Path, before: str) -> None:
    found = offered(server, file, swapped(before, f"{before}    {HERE}\n"))
    assert len(found) >= 3
    assert [label for label, text in found.items() if "null" in text or "[]" in text] == []


def test_a_completed_part_has_all_that_it_must_have(server: LanguageServer, file: Path) -> None:
    before = "    text: Byt röret\n"
    found = offered(server, file, swapped(before, f"{before}    {HERE}\n"))
    assert [line.split(":")[0].strip() for line in found["proxy"].splitlines()] == ["proxy", "role", "text", "basis"]
