"""`upgrade`: a body's own site is brought up to this version."""

from __future__ import annotations

import argparse

from routine import __version__
from routine.new.manifest import EngineError
from routine.new.upgrade import upgrade


def run(options: argparse.Namespace) -> None:
    """Replace the engine, and tell what changed in the data's form."""
    done = upgrade(options.site)
    count = "En fil i motorn har ändrats" if done.files == 1 else f"{done.files} filer i motorn har ändrats"
    print(f"Från version {done.before} till {__version__}. {count}.")
    if done.told:
        print("\n".join(["Rutinens form har ändrats:", *(f"  - {line}" for line in done.told)]))
    if done.mended:
        print("data/routine.yaml är ändrad efter det. Läs ändringen innan ni sparar den i git.")
    if done.older:
        print("\n".join(["Paket som ni hade nyare av är nu äldre:", *(f"  - {line}" for line in done.older)]))
        print("Ta in dem igen: skriv versionen i requirements/site.in, och kör make lock.")
    if done.left:
        raise EngineError(f"{done.left}\nMotorn är uppgraderad, men rutinen behöver rättas: se ovan.")
    print("Rutinens form är densamma." if not done.told else "Rutinen håller.")
    print("Kör make test och make content, och läs vad som är nytt.")
