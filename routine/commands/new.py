"""`new` and `upgrade`: a body's own site is made, and brought up to this version."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from routine import __version__
from routine.new.lay import lay
from routine.new.manifest import EngineError
from routine.new.templates import BODY_KINDS, NAMELESS, Body
from routine.new.upgrade import upgrade

KIND = "organisation"


def make(options: argparse.Namespace) -> None:
    """Ask for what was not given, and lay out the site."""
    name = options.name or _asked("Vad heter ni?", NAMELESS)
    kind = options.kind or _chosen(f"Vad är ni? ({', '.join(BODY_KINDS)})", KIND)
    lay(Body(_name(name), _kind(kind), date.today()), options.site)
    print(
        f"Webbplatsen är gjord i {options.site}/, med ett exempel som ni ersätter.\n"
        f"Nu:  cd {options.site}  och  make site\n"
        "Vad som återstår före publicering säger  .venv/bin/python -m routine check --publish\n"
        "Det som är nästa steg står i README.md."
    )


def renew_engine(options: argparse.Namespace) -> None:
    """Replace the engine, and tell what changed in the data's form."""
    done = upgrade(options.site)
    count = "En fil i motorn har ändrats" if done.files == 1 else f"{done.files} filer i motorn har ändrats"
    print(f"Från version {done.before} till {__version__}. {count}.")
    if done.told:
        print("\n".join(["Rutinens form har ändrats:", *(f"  - {line}" for line in done.told)]))
    if done.mended:
        print("data/routine.yaml är ändrad efter det. Läs ändringen innan ni sparar den i git.")
    if done.left:
        raise EngineError(f"{done.left}\nMotorn är uppgraderad, men rutinen behöver rättas: se ovan.")
    print("Rutinens form är densamma." if not done.told else "Rutinen håller.")
    print("Kör make test och make content, och läs vad som är nytt.")


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
