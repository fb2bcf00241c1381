"""The command that checks the published routine and its pages.

It says in Swedish where our own pages do not hold, and then ends with 1.

python -m content data/routine.yaml
python -m content --annotations     also as GitHub shows it beside the file
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser

from audit.built import Site, of
from content import chromium, grown, pages, search
from content.pages import Fault
from content.spelling import Dictionary, spelling
from routine.__main__ import main as routine
from routine.check.problems import ERROR, WARNING, Mark, Problem, RoutineError, as_annotations
from routine.cli.ending import FORESEEN, ended, placed, report
from routine.site.build import build

# The checks, named in the words of an editor.
CHECKS: dict[str, Callable[[Site, Browser], Iterator[Fault]]] = {
    "Länkarna leder rätt": pages.broken,
    "Var och en får veta de svar som dess steg hänger på": pages.unheard,
    "Utskrifterna har inte för många ord": pages.wordy,
    "Sidorna är korta, och inte svåra att läsa": grown.too_much,
    "Meningarna på Kort och enkelt är korta": grown.long_sentences,
    "Inget är för brett på en smal telefon": pages.cut_off,
    "Det första att göra står först i guiden": pages.first_things,
    "Ingen väg genom guiden tar slut": pages.dead_ends,
    "Sökningen hittar roller, ord och vägledning": search.not_found,
    "Sökningen svarar på det som läsare skriver": search.too_few,
}


def found(site: Site, browser: Browser) -> Iterator[tuple[str, tuple[Fault, ...]]]:
    """Run every check; yield its name and its faults."""
    yield from ((what, tuple(tried(site, browser))) for what, tried in CHECKS.items())


def main(data: Path, *how: str) -> int:
    """Check the file and its spelling, build its site and check that.

    `how` holds options for the command `check`.

    Returns the exit code: 2 if something stops it before every check has run, which is said in Swedish.
    """
    if code := routine(["check", str(data), *how]):
        return code
    annotate = "--annotations" in how
    try:
        search.queries(data)  # Before the steps that take long.
        _advise(spelling(data, Dictionary()), annotate)
        with tempfile.TemporaryDirectory() as work:
            out = Path(work).resolve() / "site"
            build(data, out)
            with chromium.opened() as browser:
                return _told(of(out, data), browser, annotate)
    except FORESEEN as error:
        refused = placed(error, data, str(data))
        if annotate and refused:
            sys.stdout.write(as_annotations(refused))
        else:
            print(report(error, data, str(data)), file=sys.stderr)
    except chromium.BrowserError as error:
        print(error, file=sys.stderr)
    return 2


def _advise(words: RoutineError, annotate: bool) -> None:
    print(f"Stavningen: {f'{len(words.problems)} råd' if words.problems else 'ja'}.")
    if words.problems:
        print(as_annotations(words, WARNING) if annotate else f"\n{words.advice()}\n", flush=True)


def _told(site: Site, browser: Browser, annotate: bool) -> int:
    wrong = 0
    for what, faults in found(site, browser):
        count = sum(not fault.advice for fault in faults)
        wrong += count
        said = [f"{n} {word}" for n, word in ((count, "fel"), (len(faults) - count, "råd")) if n]
        print(f"{what}: {' och '.join(said) or 'ja'}.", *faults, sep="\n", flush=True)
        for fault in faults if annotate else ():
            beside = Problem(fault.page, Mark(fault.line, 1), fault.message, hint=fault.hint)
            print(
                as_annotations(RoutineError(str(site.data), "", [beside]), WARNING if fault.advice else ERROR), end=""
            )
    print(f"{wrong} fel på sidorna." if wrong else "Innehållet håller.")
    return int(wrong > 0)


if __name__ == "__main__":
    told = [word for word in sys.argv[1:] if word.startswith("-")]
    named = [word for word in sys.argv[1:] if word not in told]
    sys.exit(ended(lambda: main(Path(named[0] if named else "data/routine.yaml"), *told)))
