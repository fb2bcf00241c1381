"""`check`: check a routine, and print advice and notices.

Advice, outdated days and the gate before publishing can be asked to stop it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from routine.check import record as editions
from routine.check import rules
from routine.check.load import load, refused
from routine.check.problems import ERROR, WARNING, RoutineError, StopError, all_as_json, as_annotations
from routine.check.record import Record, Sheet
from routine.check.rules.language import still_called
from routine.check.rules.numbers import numbers_in_lines
from routine.check.rules.personal import refuse_persons
from routine.check.rules.publishing import Entered, stale, unready, unreal_in
from routine.model import wording
from routine.model.model import Routine
from routine.pages.parts.reachable import MOST_OF_A_ROLE, too_many
from routine.paper import export
from routine.paper.imprint import sheets
from routine.site import own
from routine.site.settings import PROJECT, SETTINGS, ready, settings, settings_refused, text_of

DOCS = PROJECT / "docs"


class StrictError(StopError):
    """Advice or a day that stops the check, as the caller asked.

    A day is too old or has not come. The advice or the day has been printed already.
    """


def run_check(options: argparse.Namespace) -> None:
    """Raise the faults of the routine, and print advice on stdout.

    Raises StrictError where advice or days are to stop the check, and GateError where the site is to be published and
    is not ready.
    """
    routine = load(options.file)
    pages = _pages()
    refuse_persons(pages, routine)
    _held(routine)
    record = editions.of(options.file)
    export.pressed(routine, record)
    then = editions.renamed(routine, record, sheets(routine))
    advice, days = [*rules.advise(routine), *still_called(routine, then)], [*stale(routine, date.today())]
    found = [refused(options.file, str(options.file), (*advice, *days)), *_advice(pages, routine)]
    lacking: list[RoutineError] = []
    if options.publish:
        lacking = missing(options.file, routine, record, sheets(routine))
    if options.json:
        sys.stdout.write(all_as_json([*((each, WARNING) for each in found), *((each, ERROR) for each in lacking)]))
    else:
        _say(options, routine, record, found)
    if options.annotations:
        sys.stdout.write("".join(map(as_annotations, lacking)))
    if ((advice or len(found) > 1) and options.strict) or (days and options.strict_dates):
        raise StrictError
    if options.publish:
        _gate(lacking, routine, told=not options.json)


def _pages() -> dict[str, str]:
    """Read the pages beside the routine, by their names in messages.

    A page that is not UTF-8 is reported by the build. README.md is left out, since the build does not publish it.
    """
    files = [file for file in sorted(DOCS.rglob("*.md")) if file.is_file() and file.name != "README.md"]
    read = {file.relative_to(DOCS).as_posix(): file.read_text(encoding="utf-8", errors="replace") for file in files}
    return {f"docs/{name}": text for name, text in read.items()}


def _held(routine: Routine) -> None:
    """Refuse own pages that break a rule. Raises StopError."""
    if own.pages(DOCS):
        from routine.site.stubs import called  # It loads all that makes pages, which most checks do without.

        if wrong := [*own.faults(DOCS, called(routine))]:
            raise StopError("\n".join(wrong))


def _advice(pages: Mapping[str, str], routine: Routine) -> list[RoutineError]:
    """Return the advice on pages beside the routine, all of a page in one."""
    lines = {name: text.split("\n") for name, text in pages.items()}
    found = {name: [*numbers_in_lines(all, routine)] for name, all in lines.items()}
    found |= {name: [*told, *own.hard(lines[name])] for name, told in found.items() if name.startswith("docs/egna/")}
    return [RoutineError(name, pages[name], told) for name, told in found.items() if told]


def _say(options: argparse.Namespace, routine: Routine, record: Record, found: list[RoutineError]) -> None:
    """Print a summary of a sound routine, its notices and its advice."""
    actions = "En åtgärd" if len(routine.actions) == 1 else f"{len(routine.actions)} åtgärder"
    roles = "en roll" if len(routine.roles) == 1 else f"{len(routine.roles)} roller"
    print(f"{options.file}: inga fel. {actions}, {roles}.")
    if routine.withdrawn:
        print(f"Obs! Rutinen {wording.withdrawn(routine.withdrawn.until)}. Alla sidor, blad och koder säger det.")
    if names := too_many(routine):
        said = f"{wording.series(names)} har fler än {MOST_OF_A_ROLE} kontakter"
        print(f"Obs! {said}: på papper står i stället en rad att skriva numret på. Alla står på Kontakter.")
    for notice in editions.notices(routine, record, sheets(routine)):
        print(f"Obs! {notice}")
    for advice in (each for each in found if each.problems):
        print(as_annotations(advice, WARNING) if options.annotations else f"\n{advice.advice()}")


def numberless(routine: Routine) -> str:
    """Return the notice on contacts without a number, if there are any."""
    names = [f"”{contact.title}”" for contact in routine.contacts if not contact.number]
    if not names or routine.withdrawn:
        return ""
    return (
        f"{'Kontakten' if len(names) == 1 else 'Kontakterna'} {wording.series(names)} har inget nummer. "
        "Där står i stället vem man frågar, och publiceringen stannar inte för det.\n"
        "    Gör så här när numret är känt: skriv number och valid_until."
    )


def missing(file: Path, routine: Routine, record: Record, now: Sequence[Sheet]) -> list[RoutineError]:
    """Return the blanks to fill in before publishing, file by file.

    `now` is the printed sheets. Raises RoutineError where the site's settings are not saved as UTF-8.
    """
    unissued, uncoded = editions.unissued(routine, record, now), editions.unentered(routine, record)
    unlisted, before = editions.unlisted(routine, record), editions.superseded(routine, record, now)
    entered = Entered(unissued, uncoded, unlisted, before)
    here = refused(file, str(file), unready(routine, entered, date.today()))
    beside = {} if routine.withdrawn else _pages()  # Blanks in the pages must not stop a withdrawal.
    pages = [RoutineError(name, text, unreal_in(text.split("\n"))) for name, text in beside.items()]
    return [here, *pages, settings_refused(SETTINGS.name, text_of(SETTINGS))]


def _gate(lacking: list[RoutineError], routine: Routine, *, told: bool) -> None:
    from routine.site.build import configured

    ready(lacking)
    settings(configured(None))
    if told:  # With --json, stdout has one JSON text.
        if unknown := numberless(routine):
            print(f"Obs! {unknown}")
        print("Allt är ifyllt: webbplatsen kan publiceras.")
