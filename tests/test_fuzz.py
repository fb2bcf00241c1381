"""Whatever has been done to the file, it is a routine whose pages can be made, or a report with places: never a
traceback, nor a wait. `make full` tries sixteen times as many, `make fuzz` ten times that, and builds some whole."""

from __future__ import annotations

import os
import random
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from audit.built import Site, find, main, of, text
from content import links
from routine.build import build
from routine.domain.model import Routine
from routine.loading.parse import parse
from routine.print.press import FitError
from routine.publish.macros import macros
from routine.reading.problems import RoutineError
from tests.kit.mutations import KINDS

COUNT = int(os.environ.get("FUZZ", "125"))
SEED = 20180613
SECONDS = 2  # of the processor, for one file.
# Of a hundred with another value or key somewhere one is sound: so many of a kind have some.
ENOUGH = 400
# Of fewer files than these not as many codes come.
ENOUGH_CODES = 250
# Making all pages takes ten times as long as reading: of what is sound, so many of each kind.
MADE = max(1, COUNT // 200)
# A build takes a hundred times as long again: of each kind so many, in a large run alone.
BUILT = COUNT // 4000
# What the engine writes into a page in place of what it could not make.
ERROR = re.compile(r"Macro (?:Rendering|Syntax) Error|Traceback \(most recent|UndefinedError|jinja2\.exceptions")


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_a_routine_that_can_be_published_or_a_report(kind: str, tmp_path: Path) -> None:
    chance = random.Random(f"{SEED}{kind}")
    sound: list[tuple[bytes, Routine]] = []
    codes: set[str] = set()
    for number in range(COUNT // len(KINDS)):
        data = KINDS[kind](chance)
        begun = time.process_time()
        try:
            sound.append((data, parse(data, "rutin.yaml")))
        except RoutineError as error:
            codes |= told(error, data)
        assert time.process_time() - begun < SECONDS, f"{kind} {number}"
    for _, routine in sound[:MADE]:
        made(routine)
    for number in range(BUILT):
        built(sound[number * len(sound) // BUILT][0], tmp_path / str(number))
    # What never does harm, always does, or always the same, would prove nothing.
    assert sound or COUNT // len(KINDS) < ENOUGH
    assert len(sound) < COUNT / len(KINDS) / 2
    assert len(codes) > (8 if kind == "bytes" or COUNT < ENOUGH_CODES else 11)


def told(error: RoutineError, data: bytes) -> set[str]:
    """The codes of a report, each with a place in the file and words."""
    last = data.count(b"\n") + data.count(b"\r") + 2
    report = error.report()
    assert error.problems
    assert "Traceback" not in report
    for problem in error.problems:
        assert 1 <= problem.mark.line <= last, problem
        assert problem.mark.column >= 1, problem
        assert problem.message, problem
    return {problem.code for problem in error.problems}


def made(routine: Routine) -> None:
    """Every view of every page, as its HTML."""
    for name, macro in macros(routine, ()).items():
        of_a_role = name in ("own", "heading", "role", "checklist", "flow", "prints")
        pages = [macro(role.id) for role in routine.roles] if of_a_role else [macro()]
        assert all(isinstance(page, str) for page in pages), name


def built(data: bytes, folder: Path) -> None:
    """The whole site, or a report that something has no room on paper."""
    folder.mkdir()
    file = folder / "rutin.yaml"
    file.write_bytes(data)
    try:
        build(file, folder / "site")
    except FitError:
        return
    assert faults(of(folder / "site", file)) == []


def faults(site: Site) -> list[str]:
    """The pages that say nothing, or that something went wrong, and the links that lead nowhere."""
    pages = [name for name in site.pages() if not name.endswith("404.html")]
    assert pages
    empty = [f"{name}: tom" for name in pages if not any(map(text, find(main(site.tree(name)), "h1")))]
    wrong = [f"{name}: {found.group()}" for name in site.pages() if (found := ERROR.search(site.read(name)))]
    return [*empty, *wrong, *map(str, links.broken(site))]


@pytest.mark.site
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<h1", "<h2", "tom"),
        ("</main>", "<p><em>Macro Rendering Error</em></p></main>", "Macro Rendering Error"),
        ("</main>", '<a href="../borta/index.html">Borta</a></main>', "som inte finns"),
    ],
)
def test_what_is_looked_for_in_a_site_that_was_built_would_be_found(
    small_site: Site, old: str, new: str, said: str
) -> None:
    page = "guide/index.html"
    harmed = replace(small_site, texts={page: small_site.read(page).replace(old, new)}, trees={})
    assert faults(small_site) == []
    (fault,) = faults(harmed)
    assert (page in fault, said in fault) == (True, True)
