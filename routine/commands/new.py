"""`new`: a body's own site is made."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from shlex import quote

from routine.new.kinds import BODY_KINDS
from routine.new.lay import hold_free, lay
from routine.new.manifest import EngineError
from routine.new.templates import NAMELESS, Body

KIND = "organisation"


def run(options: argparse.Namespace) -> None:
    """Ask for what was not given, and lay out the site."""
    hold_free(options.site)  # Before anything is asked for in vain.
    name = options.name or _asked("Vad heter ni?", NAMELESS)
    kind = options.kind or _chosen(f"Vad är ni? ({', '.join(BODY_KINDS)})", KIND)
    lay(Body(_name(name), _kind(kind), date.today()), options.site)
    print(
        f"Webbplatsen är gjord i {options.site}/, med ett exempel som ni ersätter.\n"
        f"Nu:  cd {quote(str(options.site))}  och  make site\n"
        "Vad som återstår före publicering säger  .venv/bin/python -m routine check --publish\n"
        "Det som är nästa steg står i README.md."
    )


def _asked(question: str, default: str) -> str:
    """What is answered, or the default: for an empty line, and where nothing is left to read."""
    print(f"{question} [{default}] ", end="", flush=True)
    line = sys.stdin.readline()
    if not line.endswith("\n"):
        print()
    return line.strip() or default


def _chosen(question: str, default: str) -> str:
    """The same of one of the kinds: asked again, as long as there is an answer to read."""
    while (answer := _asked(question, default)).lower() not in BODY_KINDS and sys.stdin.isatty():
        print("Välj ett av orden inom parentes. Är ni något annat, välj organisation.")
    return answer


def _name(name: str) -> str:
    if not name.isprintable() or len(name) > 100:
        raise EngineError("Namnet ska vara en rad med högst hundra tecken.\nGör så här: skriv det kortare.")
    return name


def _kind(kind: str) -> str:
    if kind.lower() not in BODY_KINDS:
        raise EngineError(f"”{kind}” är inget av det som går att välja.\nTillåtet: {', '.join(BODY_KINDS)}")
    return kind.lower()
