"""Pages that have grown too long or too hard to read.

Each is told beside what it was in the routine on main, with the text that has made the most of it. A page that was as
long there is nobody's fault, and is not told.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Browser, Page

from audit.built import Site
from audit.figures import number
from content.chromium import PHONE, page_of, script
from content.pages import Fault
from routine.change import versions
from routine.change.versions import PUBLISHED
from routine.cli.ending import FORESEEN
from routine.cli.preview import lines
from routine.site.build import build

OVER = 1.15  # Times as much as usual: up to there it is advice.
SENTENCE = 16  # Most words of a sentence on the easy page.
LONG = 6  # A word of more letters is long.
SHOWN = 60  # Letters of a text in a message.
Block = tuple[str, int]  # A text, and its height in px; 0 where it is folded.


class Seen(Struct, frozen=True):
    """A page on a phone: its height, what is seen of it, and its texts."""

    height: int
    shown: str
    blocks: Sequence[Block]


class Limit(Struct, frozen=True):
    """What is usual of the pages whose path begins with `where`."""

    where: str
    usual: int
    said: str
    of: Callable[[Seen], int]


def words(text: str) -> int:
    """Count words and figures; each part of a number counts."""
    return len(re.findall(r"\w+(?:[-:]\w+)*", text))


def lix(blocks: Sequence[Block]) -> int:
    """Return the LIX of some blocks (Björnsson 1968).

    It is the words per sentence plus the percentage of long words. Words after the last full stop, or without one, are
    a sentence of their own.
    """
    found = [word for each, _ in blocks for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", each)]
    count = sum(len([part for part in sentences(each) if part.strip()]) for each, _ in blocks)
    return round(len(found) / count + 100 * sum(len(word) > LONG for word in found) / len(found))


def sentences(text: str) -> list[str]:
    return re.split(r"[.?:!](?=\s|$)", text)


HARD = "svår att läsa: LIX {}"
# All that a page may be, for every body: of ours the tallest has some 2,350 px, the hardest LIX 41.
LIMITS = (
    Limit("roller/", 5200, "{} bildpunkter hög på en telefon", lambda seen: seen.height),
    Limit("latt/", 300, "{} ord lång innan något fälls ut", lambda seen: words(seen.shown)),
    Limit("latt/", 32, HARD, lambda seen: lix(seen.blocks)),
    Limit("", 42, HARD, lambda seen: lix(seen.blocks)),
)


def too_much(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield pages with more than is usual, if they had less on main.

    Up to 15 % more is advice.
    """
    with page_of(browser, PHONE) as page, tempfile.TemporaryDirectory() as work:
        pages = {name: _look(page, site.folder / name) for name in site.pages()}
        over = [
            (name, limit)
            for name, seen in pages.items()
            for limit in LIMITS
            if name.startswith(limit.where) and limit.of(seen) > limit.usual
        ]
        main = _on_main(site.data, Path(work).resolve()) if over and site.data else None
        for name, limit in over:
            then = _look(page, main / name) if main and (main / name).is_file() else None
            if not then or limit.of(pages[name]) > limit.of(then):
                yield _told(site, name, limit, pages[name], then)


def long_sentences(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield the long sentences of the easy page, if there is one."""
    name = "latt/index.html"
    with page_of(browser, PHONE) as page:
        blocks = _look(page, site.folder / name).blocks if name in site.pages() else ()
    for text, _ in blocks:
        if (count := max(map(words, sentences(text)))) > SENTENCE:
            told = f"”{text}” har {count} ord i en mening. Högst {SENTENCE}."
            yield Fault(name, told, "dela meningen i två.", line=_line(site, text))


def _look(page: Page, file: Path) -> Seen:
    page.goto(file.as_uri())
    height, _, _, shown, blocks = page.evaluate(script("seen"))
    return Seen(round(height), shown, [tuple(block) for block in blocks])


def _told(site: Site, name: str, limit: Limit, seen: Seen, then: Seen | None) -> Fault:
    value, most = limit.of(seen), round(limit.usual * OVER)
    before = {text for text, _ in then.blocks} if then else ()
    new = max((block for block in seen.blocks if block[0] not in before), key=lambda block: block[1], default=("", 0))[
        0
    ]
    short = new if len(new) <= SHOWN else f"{new[:SHOWN].rpartition(' ')[0]} …"
    more = f", {number(value - limit.of(then))} mer än förut; det mesta är ”{short}”" if then else ""
    return Fault(
        name,
        f"Sidan är {limit.said.format(number(value))}{more}. "
        f"Helst högst {number(limit.usual)}, aldrig över {number(most)}.",
        "korta det som har kommit till, eller något annat på sidan. Går det inte, säg det i ändringen.",
        advice=value <= most,
        line=_line(site, new) if then else 1,
    )


def _line(site: Site, text: str) -> int:
    """Return the line of the routine's file that says the most of a text."""
    said = [each for each in lines(site.data) if each[0].casefold() in text.casefold()] if site.data else []
    return max(said, key=lambda each: len(each[0]), default=("", 1))[1]


def _on_main(data: Path, work: Path) -> Path | None:
    """Build the site of the routine on main, as far as git knows it.

    It is built by the same program: what differs is what has been written.
    """
    for branch in reversed(PUBLISHED):
        with suppress(*FORESEEN):
            for file in (file for file in data.parent.iterdir() if file.is_file()):
                if (found := versions.content(branch, str(file))) is not None:
                    (work / file.name).write_bytes(found)
            if (work / data.name).is_file():
                build(work / data.name, work / "site")
                return work / "site"
    return None
