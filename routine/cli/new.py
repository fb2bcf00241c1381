"""`new` and `upgrade`: make an organisation's own site, or bring it to this version."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from shlex import quote

from routine import __version__
from routine.deliver.lay import BODY_KINDS, SiteError, hold_free, lay, upgrade

# The gate before publishing reports a word that begins so.
NAMELESS, KIND = "Exempelorganisationen", "organisation"


def run_new(options: argparse.Namespace) -> None:
    """Ask for missing answers, and lay out the site."""
    hold_free(options.site.absolute())  # Before anything is asked for in vain.
    name = options.name or _asked("Vad heter ni?", NAMELESS)
    kind = (options.kind or _asked(f"Vad är ni? ({', '.join(BODY_KINDS)})", KIND)).lower()
    if not name.isprintable() or len(name) > 100:
        raise SiteError("Namnet ska vara en rad med högst hundra tecken.\nGör så här: skriv det kortare.")
    if kind not in BODY_KINDS:
        raise SiteError(f"”{kind}” är inget av det som går att välja.\nTillåtet: {', '.join(BODY_KINDS)}")
    lay(name, kind, date.today(), options.site.absolute())
    print(
        f"Webbplatsen är gjord i {options.site}/, med ett exempel som ni ersätter.\n"
        f"Nu:  cd {quote(str(options.site))}  och läs README.md: där står nästa steg."
    )


def _asked(question: str, default: str) -> str:
    """Ask a question. An empty line, or no more input, gives the default."""
    print(f"{question} [{default}] ", end="", flush=True)
    return sys.stdin.readline().strip() or default


def run_upgrade(options: argparse.Namespace) -> None:
    """Upgrade the site, and print what changed and what is left to do.

    Raises SiteError or RoutineError.
    """
    told, kept = upgrade(options.site)
    print(f"{options.site} använder nu version {__version__}. Läs ändringen i git innan ni sparar den.")
    for line in told:
        print(f"Rutinens form har ändrats: {line}")
    if kept:
        print("Det här är ändrat av er, och ligger kvar. Behövs det inte, ta bort det:")
        print("".join(f"    {path}\n" for path in kept), end="")
    print("Kör make test.")
