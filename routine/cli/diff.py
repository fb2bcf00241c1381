"""`diff`: explain a change from one version of the routine to another."""

from __future__ import annotations

import argparse
from typing import TypeVar

from routine.changes.markdown import markdown
from routine.changes.report import Beside, Report, report
from routine.changes.text import text
from routine.cli.options import DATA
from routine.deliver.migrations import mended
from routine.editions.versions import Version, version
from routine.site.address import reachable
from routine.site.given import given
from routine.site.stubs import called

T = TypeVar("T")


def run(options: argparse.Namespace) -> None:
    """Print the report on stdout.

    Raises VersionError, RoutineError or EditionError.
    """
    old, new = version(options.old, DATA, mended), version(options.new, DATA)
    old_address, new_address = map(reachable, _both(old.address, new.address, ""))
    found = compared(old, new, (old_address, new_address))
    print(markdown(found, options.site) if options.markdown else text(found))


def compared(old: Version, new: Version, addresses: tuple[str, str]) -> Report:
    """Report what differs in the routine, for whom, and what follows.

    `addresses` are those of the two sites.
    """
    records, rows = _both(old.record, new.record, ()), _both(old.rows, new.rows, ())
    before, after = given(old.routine, records[0]), given(new.routine, records[1])
    calls = called(old.routine), called(new.routine)
    return report(before, after, calls, Beside(rows, addresses))


def _both(old: T | None, new: T | None, none: T) -> tuple[T, T]:
    """Return what lies beside two files; either value may be missing.

    A copy that lies alone is compared as if it had what the other has. Where both lack it, both get `none`.
    """
    first = new if old is None else old
    second = old if new is None else new
    return none if first is None else first, none if second is None else second
