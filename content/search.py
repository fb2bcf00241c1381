"""Search results: what a reader looks up must be found.

Every role and piece of guidance must be found by its name, every explained word by itself, and what people in need of
the routine type must be answered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import yaml
from msgspec.structs import replace
from playwright.sync_api import Browser

from audit.built import Site, ids
from content.chromium import PHONE, page_of, script
from content.pages import Fault
from routine.check.problems import Mark, Problem, RoutineError
from routine.check.rules.personal import in_lines
from routine.check.source import decoded
from routine.model import numerals, wording
from routine.pages import addresses as at
from routine.pages.links import file_of, place_of

FIRST = 5  # Hits that a reader looks at.
SOONEST = 3  # Hits that a reader in a hurry looks at.
FILE = "som slutar på queries.yaml"
ENOUGH = 0.95  # The share of questions that those must answer.

FORM = '- {q: "det som någon skriver", want: [rad/]}'
KEYS = "q, want om något svarar, och missed: ja om sökningen inte hittar det"


class Query(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that somebody types, and the places that answer it.

    A page's address also covers each of its parts. Without any `want` the site does not answer the question, and must
    not say that it does. `missed` marks a question that is known to fail; the check says so when it no longer does.
    """

    q: Annotated[str, msgspec.Meta(pattern=r"\S")]
    want: tuple[str, ...] = ()
    missed: Literal["ja"] | None = None

    def answered_by(self, href: str) -> bool:
        """Return whether a hit that leads to `href` is an answer."""
        place = href.replace("index.html", "", 1)
        return any(each.removeprefix("./") in (place, place.partition("#")[0]) for each in self.want)


def queries(data: Path) -> tuple[Query, ...]:
    """Read the questions that are kept beside the routine, if any.

    They stand in `routine.queries.yaml` beside `routine.yaml`.

    Raises RoutineError, with the first place where the file is not a list of questions.
    """
    file = data.with_suffix(".queries.yaml")
    if not file.is_file():
        return ()
    text, problems = decoded(file.read_bytes())
    found = [*problems, *in_lines(text.split("\n"))]
    try:
        if not found:
            return msgspec.convert(yaml.load(text, yaml.BaseLoader) or (), tuple[Query, ...])
    except yaml.YAMLError as error:
        found_at = getattr(error, "problem_mark", None)
        # A character that YAML forbids has only an offset from the start of the file.
        line = found_at.line if found_at else text.count("\n", 0, getattr(error, "position", 0))
        hint = "rätta raden, eller den ovanför. Sätt frågan inom raka citattecken."
        found = [Problem("S002", Mark(line + 1, 1), "Här går filen inte att läsa.", FORM, hint)]
    except msgspec.ValidationError as error:
        # The path in the error begins with the place in the list, if there is a list: `$[3].want`.
        root: Any = yaml.compose(text, yaml.BaseLoader)
        place = re.search(r"`\$\[(\d+)\]", str(error))
        mark = Mark((root.value[int(place[1])] if place else root).start_mark.line + 1, 1)
        found = [Problem("M003", mark, "Här står ingen fråga med sina svar.", KEYS, f"skriv den som {FORM}.")]
    raise RoutineError(file.as_posix(), text, found)


def too_few(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield each question that the first hits do not answer as they should.

    A fault if they are too many, else advice. Advice leaves out those known to fail, since the others may have come
    with what an editor has changed. Yields also advice on wanted places that the site does not have, and on questions
    marked `missed` that are now answered.
    """
    kept = queries(site.data) if site.data else ()
    # As that of a step that another role has got: no search word would mend it.
    gone = Counter(place for query in kept for place in {*query.want} if not _there(site, place))
    yield from (_astray(site, place, count) for place, count in gone.items())
    wants = [(query, tuple(place for place in query.want if place not in gone)) for query in kept]
    kept = tuple(replace(query, want=want) for query, want in wants if want or not query.want)
    found = tuple(_found(site, browser, kept)) if kept else ()
    few = sum(not right for _, _, right in found) > (1 - ENOUGH) * len(kept)
    for query, hits, right in found:
        if not right and (few or not query.missed):
            yield _missed(query, hits, advice=not few)
        elif right and query.missed:
            hint = "ta bort missed vid frågan i filen med frågor, så att det syns om den slutar att besvaras."
            yield Fault("Sökningen", f"”{query.q}” besvaras nu som den ska.", hint, advice=True)


def _there(site: Site, place: str) -> bool:
    page, _, anchor = place.removeprefix("./").partition("#")
    file = f"{page}index.html" if page.endswith("/") or not page else page
    return (site.folder / file).is_file() and (not anchor or anchor in ids(site.tree(file)))


def _astray(site: Site, place: str, count: int) -> Fault:
    """Return the fault of a place that the site does not have.

    It tells where the same name is now, on pages of the same kind.
    """
    page, _, anchor = place.partition("#")
    kind = page.split("/")[0]
    alike = [
        f"{file.removesuffix('index.html')}#{anchor}"
        for file in site.pages()
        if anchor and file.startswith(f"{kind}/") and anchor in ids(site.tree(file))
    ]
    asked = numerals.count(count, "fråga", "frågor")
    said = f"”{place}” finns inte på webbplatsen, men ska svara på {asked} i filen med frågor, {FILE}."
    now = f"byt den mot {wording.series(alike, 'eller')}" if alike else "byt den mot den sida som svarar nu"
    return Fault("Sökningen", said, f"{now}, eller ta bort den ur want.", advice=True)


def _missed(query: Query, hits: tuple[str, ...], *, advice: bool) -> Fault:
    """Return the fault of a question that is not answered as it should be.

    If the site has no answer, the search shows too much, and no added word mends that.
    """
    led = f"visar {wording.series(hits)}" if hits else "visar inget"
    if query.want:
        said = f"”{query.q}” besvaras inte av de {SOONEST} första träffarna. Sökningen {led}."
        hint = "skriv ordet i sokord.yaml vid det som svarar, eller rätta want i filen med frågor."
    else:
        said = f"”{query.q}” ska inte ha något svar, men sökningen {led}."
        hint = (
            "ta bort det ord i sokord.yaml som frågan fastnar på. Svarar sidan på frågan, skriv den i filen med frågor."
        )
    if advice:
        hint += " Går det inte, skriv missed: ja vid frågan."
    return Fault("Sökningen", said, hint, advice)


def _found(site: Site, browser: Browser, kept: tuple[Query, ...]) -> Iterator[tuple[Query, tuple[str, ...], bool]]:
    """Yield each question with its first hits, and whether they are right."""
    with page_of(browser, PHONE) as page:
        page.goto((site.folder / file_of(at.START)).as_uri())
        answers = page.evaluate(script("queries"), [[query.q for query in kept], SOONEST])
        for query, (hits, answered) in zip(kept, answers, strict=True):
            yield query, tuple(hits), any(map(query.answered_by, hits)) if query.want else not answered


def not_found(site: Site, browser: Browser) -> Iterator[Fault]:
    """Yield the names that the search does not find.

    A name is found if it is among its own first hits, or if one of those leads to its place: urgent names are shown
    as the emergency number.
    """
    routine = site.routine
    names = (
        *((role.name, place_of(at.role(role.id))) for role in routine.roles),
        *((item.title, place_of(at.guidance(item.id))) for item in routine.guidance),
        *((term.word, place_of(at.word(term.word))) for term in routine.terms),
    )
    with page_of(browser, PHONE) as page:
        page.goto((site.folder / file_of(at.START)).as_uri())
        for name in page.evaluate(script("search"), [names, FIRST]):
            yield Fault(
                "Sökningen",
                f"”{name}” kommer inte bland de {FIRST} första träffarna.",
                "skriv namnet som på sin sida, och byt namn på det som står före.",
            )
