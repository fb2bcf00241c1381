"""Faults of built pages: links, words that nobody hears, first screens, dead ends."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import astuple
from playwright.sync_api import Browser

from audit.built import Site, ids, tag
from audit.pdf_text import pages_read
from content.chromium import NARROW, PHONE, page_of, script
from routine.model import wording
from routine.model.graph import build
from routine.model.model import Routine
from routine.model.steps import Question
from routine.pages import addresses as at
from routine.pages.links import file_of
from routine.paper.sheet import Printed
from routine.paper.sheets import printed
from routine.paper.sheets.checklist import Line

MISSING = "404.html"  # Its links start at the address where the site will lie.
WITHIN = 400  # px: where the first thing to press or to say begins in the guide, at most.
MOST = 40_000  # Most states to try: our routine has some ten thousand.
# The most words of a checklist's front, for who owns steps and for others; of its back; before its first box; of a
# booklet and of a card. What is written on lines is not counted.
OWNER, HELPER, BACK, BEFORE, BOOKLET, CARD = 280, 160, 120, 40, 180, 60
LABELS = {"Namn", "Nummer", "Dag", "Tid", "Sagt"}
SLACK = 1.15  # Over the most by less than this is advice.
# The attributes that hold an address: links, scripts, pictures, and what a script is told to load.
HOLDING = (
    *("href", "src", "action", "srcset", "poster", "{http://www.w3.org/1999/xlink}href"),
    *(f"data-{name}" for name in ("conversation", "exports", "script", "styles", "library", "index", "root")),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a built page, as an editor is told of it.

    A fault that is `advice` stops nothing. `line` is that of the routine's file, 1 where it is not known.
    """

    page: str
    message: str
    hint: str
    advice: bool = False
    line: int = 1

    def __str__(self) -> str:
        return f"{self.page}: {'Råd: ' if self.advice else ''}{self.message}\n    Gör så här: {self.hint}"


def links(tree: Element) -> list[tuple[str, str]]:
    """Return every address of a page, with the attribute that holds it."""
    found = ((element, name) for element in tree.iter() for name in HOLDING if name in element.attrib)
    return [(f"{tag(element)}[{name}]", element.attrib[name]) for element, name in found]


def is_own(address: str) -> bool:
    """Return whether an address stays on the site.

    Such an address has no scheme and no host of its own.
    """
    return not urlsplit(address).scheme and not address.startswith("//")


def target(site: Site, page: str, address: str, *, root: str = "/") -> tuple[str, str]:
    """Return the file that an address on a page leads to, and the anchor."""
    parts = urlsplit(address)
    beside = posixpath.join(root, posixpath.dirname(page), unquote(parts.path))
    path = posixpath.normpath(beside) if parts.path else root + page
    assert path.startswith(root.rstrip("/")), f"{page}: {address} leder ut ur webbplatsen"
    file = path.removeprefix(root.rstrip("/")).lstrip("/")
    if not file or (site.folder / file).is_dir():
        file = posixpath.join(file, "index.html")
    return file, unquote(parts.fragment)


def faults(site: Site, page: str, address: str, *, root: str = "/") -> list[str]:
    """Return the faults of an address on a page.

    There are none when the file and the anchor exist.
    """
    file, anchor = target(site, page, address, root=root)
    if not (site.folder / file).is_file():
        return [f"{page}: {address} leder till {file}, som inte finns"]
    if anchor and anchor not in ids(site.tree(file)):
        return [f"{page}: {address} leder till #{anchor}, som inte finns i {file}"]
    return []


def broken(site: Site, *_: object) -> Iterator[Fault]:
    """Yield the links that lead nowhere."""
    for page in site.pages():
        own = {address for _, address in links(site.tree(page)) if is_own(address)} if page != MISSING else set()
        for fault in (fault for address in sorted(own) for fault in faults(site, page, address)):
            yield Fault(page, fault.partition(": ")[2] + ".", "rätta id eller adress i rutinens fil.")


def wordy(site: Site, *_: object) -> Iterator[Fault]:
    """Yield sheets with more words than a reader has time for.

    A fault where the data has short words for paper and a sheet is far over the most; else advice.
    """
    short = any(action.paper for action in site.routine.actions)
    for sheet in printed(site.routine):
        for what, count, most in counted(site, sheet) if sheet.template in ("checklist", "booklet", "wallet") else ():
            if count > most:
                lines = getattr(sheet.matter, "lines", ())
                longest = max(lines, key=_long).text if lines else sheet.matter.steps[0][0]
                told = f"{what} har {count} ord. Högst {most}."
                hint = f"skriv kortare ord i paper eller wallet. Längst är ”{longest}”"
                yield Fault(f"utskrift/{sheet.file}", told, hint, advice=not short or count <= most * SLACK)


def counted(site: Site, sheet: Printed) -> Iterator[tuple[str, int, int]]:
    """Yield the parts of a sheet with their words, and the most."""
    page = sheet.matter
    if sheet.template == "wallet":
        yield "Planbokskortet", _words(page.steps) - sum(_words(strong) for _, strong in page.steps), CARD
    elif sheet.template == "booklet":
        made = site.folder / "utskrift" / sheet.file
        said = " ".join(pages_read(made.read_bytes())) if made.is_file() else ""
        yield "Fickkortet", len([word for word in said.split() if word not in LABELS]), BOOKLET
    elif not page.large:
        top, own = (page.title, page.numbers, page.intro, page.first), not page.intro
        foot = (page.last, page.limits, page.unanswered, page.ours)
        blocks = sum(_words(block.title, block.lead) + sum(map(_long, block.lines)) for block in page.blocks)
        first = [(block.title, block.lead) for block in page.blocks[:1]]
        yield "Framsidan", _words(*top, *foot) + blocks, OWNER if own else HELPER
        yield "Det som står före första rutan", _words(*top, *first), BEFORE
        yield "Baksidan", _words(*(words for _, lines in page.back for words, _ in lines)), BACK


def _long(line: Line) -> int:
    shown = (line.text, line.more, line.say, line.branch, line.answers, line.columns, line.calm, line.notes)
    return _words(*shown)


def _words(*values: object) -> int:
    """Count the words of texts, also in tuples and in the parts of a matter."""
    count = 0
    for value in values:
        count += len(value.split()) if isinstance(value, str) else 0
        count += _words(*value) if isinstance(value, tuple) else 0
        count += _words(*astuple(value)) if isinstance(value, Struct) else 0
    return count


def unheard(site: Site, *_: object) -> Iterator[Fault]:
    """Yield each question once, with the roles that wait for it in vain.

    As advice: they may hear the answer in another way.
    """
    for question in site.routine.questions:
        if waiting := _in_vain(site.routine, question):
            names = wording.series([wording.inside(site.routine.role(role).name) for role in waiting])
            yield Fault(
                file_of(at.GUIDE),
                f"{wording.capital(names)} har steg som hänger på svaret på ”{question.text}”, men får inte veta det. "
                "Till dess står guiden stilla där.",
                f"skriv {wording.series(waiting)} under heard_by på frågan {question.id}, om det stämmer.",
                advice=True,
            )


def _in_vain(routine: Routine, question: Question) -> list[str]:
    """Return the roles that depend on a question and never hear it.

    If several share an action, it is enough that one of them hears it.
    """
    knows, needs = {*question.answered_by, *(heard.role for heard in question.heard_by)}, build(routine).needs
    hanging = (act for act in routine.actions if question.id in (asked for asked, _ in needs[act.id]))
    held = (action for action in hanging if not knows.intersection(action.responsible))
    return list(dict.fromkeys(role for action in held for role in action.responsible))


def cut_off(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield pages that are wider than a narrow phone."""
    with page_of(browser, NARROW) as page:
        for name in site.pages():
            page.goto((site.folder / name).as_uri())
            _, over, who, *_ = page.evaluate(script("seen"))
            if over > 0:
                told = f"Sidan är {over} bildpunkter för bred på en smal telefon, vid ”{who}”."
                yield Fault(name, told, "dela eller korta det längsta ordet där.")


def first_things(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield roles whose first thing in the guide is below the first screen."""
    guide = file_of(at.GUIDE)
    with page_of(browser, PHONE) as page:
        for role in site.routine.roles:
            page.goto("about:blank")
            page.goto(f"{(site.folder / guide).as_uri()}#roll_{role.id}")
            page.wait_for_selector(".rg-case .rg-you")
            found = page.evaluate(script("first"))
            if found is None or found[0] > WITHIN:
                where = "saknas" if found is None else f"börjar {found[0]:.0f} bildpunkter ned. Högst {WITHIN}"
                hint = "korta rollens namn och texten i dess första åtgärd."
                yield Fault(guide, f"{role.name}: det första att göra {where}.", hint)


def dead_ends(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield the first dead end of each role in the guide.

    Nothing can be done there, and nobody goes on. The others have mostly the same cause.
    """
    guide = file_of(at.GUIDE)
    with page_of(browser, PHONE) as page:
        page.goto((site.folder / guide).as_uri())
        page.evaluate("rutin.opener.load()")
        said: dict[str, Any] = page.evaluate(script("dead-ends"), MOST)
    if said["tried"] >= MOST:
        yield Fault(guide, f"Bara {MOST} av vägarna genom guiden är prövade.", "gå de andra själv.", advice=True)
    first = {role: (answers, done) for role, answers, done in reversed(said["found"])}
    for role, (answers, done) in reversed(first.items()):
        told = [*(f"{question}: {answer}" for question, answer in answers.items()), *(f"{id} är gjort" for id in done)]
        after = f", efter {', '.join(told)}" if told else ""
        yield Fault(
            guide,
            f"{site.routine.role(role).name} kommer till ett slut där ingen gör något{after}.",
            "ge rollen en åtgärd där, låt någon annan ta vid, eller skriv meanwhile i en öppen fråga.",
        )
