"""A body's own pages, `docs/egna/<name>.md`, and the pictures beside them.

They are plain Markdown: what breaks a rule is told with its line before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from html import escape, unescape
from pathlib import Path

from routine.check.problems import Mark, Problem, in_full
from routine.check.rules.language import MOST_WORDS, WORD
from routine.check.source import decoded
from routine.pages import addresses as at
from routine.pages.links import Listed, Menu

PICTURES = (".png", ".jpg", ".webp")
MOST_BYTES = 300_000  # Of a picture: more takes long on a phone.
MOST_OF_A_PAGE = 600  # Words. A longer page is mostly two.
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(\s*([^)\s]*)[^)]*\)")
CODE = re.compile(r"</?[a-zA-Z!][^>]*>?|\{[{%#]|^\s*\[[^\]]+\]:")
ELSEWHERE = re.compile(r"https://\S+|tel:[+\d-]+|mailto:\S+")
NOT_YOU = re.compile(r"\b(?:[Mm]an|[Nn]i)\b")
HREF = re.compile(r'(?<=<a href=")/[^"]*')


def pages(docs: Path) -> tuple[Listed, ...]:
    """Return the own pages, listed by their headings."""
    found = sorted((docs / at.OWN.strip("/")).glob("*.md"))
    return tuple(Listed(at.own(file.stem), _lines(file)[0].removeprefix("# "), menu=Menu.LIST) for file in found)


def faults(docs: Path, known: Collection[str]) -> Iterator[str]:
    """Describe in Swedish all that an own page or a picture may not have.

    `known` are the addresses of the site's other pages.
    """
    folder = docs / at.OWN.strip("/")
    there = {*known, *(at.own(file.stem) for file in folder.glob("*.md"))}
    for file in sorted(folder.glob("*")):
        name = f"docs/egna/{file.name}"
        if not NAME.fullmatch(file.stem):
            hint = "byt namn på filen: namnet är sidans adress."
            yield in_full(f"{name}: Filens namn kan inte vara en adress.", "a–z, siffror och bindestreck", hint)
        if file.suffix in PICTURES and file.stat().st_size > MOST_BYTES:
            most = f"högst {MOST_BYTES // 1000} kB"
            yield in_full(f"{name}: Bilden har {file.stat().st_size // 1000} kB.", most, "spara den mindre.")
        if file.suffix == ".md":
            for line, message, allowed, hint in _wrong(folder, _lines(file), there):
                yield in_full(f"{name}:{line}: {message}", allowed, hint)


def _wrong(folder: Path, lines: list[str], known: Collection[str]) -> Iterator[tuple[int, str, str, str]]:
    """Yield each fault of a page.

    It is a line, what is wrong there, what is allowed and what to do.
    """
    if not re.match(r"# \S", lines[0]):
        yield 1, "Sidan börjar inte med sin rubrik.", "# Rubriken, som också står i menyn", "skriv den överst."
    for at_line, line in enumerate(lines, 1):
        if at_line > 1 and line.startswith("# "):
            yield at_line, "Sidan har en rubrik till av första graden.", "en, överst", "skriv ## i stället."
        if found := CODE.search(line):
            yield at_line, f"”{found[0]}” är kod.", "vanlig text", "ta bort koden, eller skriv det med ord."
        for picture, words, address in LINK.findall(line):
            if picture and not words.strip():
                hint = "skriv inom [ ] det som bilden visar, för den som inte ser den."
                yield at_line, f"Bilden {address} har ingen text.", f"![det som bilden visar]({address})", hint
            if picture and not (folder / address).is_file():
                hint = "lägg filen där, eller rätta namnet."
                yield at_line, f"Bilden {address} finns inte i docs/egna.", ", ".join(PICTURES), hint
            if not picture and not ELSEWHERE.fullmatch(address) and address.partition("#")[0] not in known:
                allowed = f"en av webbplatsens adresser, som {at.CONTACTS}, eller en som börjar med https://"
                yield at_line, f"”{address}” leder inte till någon sida.", allowed, "rätta adressen."


def hard(lines: list[str]) -> Iterator[Problem]:
    """Yield advice on the lines of an own page.

    A sentence may be long, the page too, and the reader somebody else than `du`.
    """
    for at_line, line in enumerate(lines, 1):
        for sentence in re.split(r"[.?!:](?:\s|$)", line):
            if (count := len(WORD.findall(sentence))) > MOST_WORDS:
                told, allowed = f"Meningen har {count} ord.", f"högst {MOST_WORDS}"
                yield Problem("V007", Mark(at_line, 1), told, allowed, "dela meningen i två.")
        if found := NOT_YOU.search(line):
            mark = Mark(at_line, found.start() + 1, len(found[0]))
            yield Problem("V007", mark, f"Här står ”{found[0]}”.", "du, till den som läser", "skriv till läsaren: du.")
    if (count := sum(len(WORD.findall(line)) for line in lines)) > MOST_OF_A_PAGE:
        most = f"högst {MOST_OF_A_PAGE}"
        yield Problem("V007", Mark(1, 1), f"Sidan har {count} ord.", most, "dela sidan i två, eller stryk.")


def linked(html: str, links: Callable[[str], str]) -> str:
    """Return the HTML of an own page with its links made relative.

    Every heading keeps the id that Markdown has given it.
    """
    return HREF.sub(lambda found: escape(links(unescape(found[0]))), html)


def _lines(file: Path) -> list[str]:
    return decoded(file.read_bytes())[0].split("\n")
