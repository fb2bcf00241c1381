"""`upgrade`: a body's own site is brought up to this version."""

from __future__ import annotations

import argparse

from routine import __version__
from routine.new.manifest import EngineError
from routine.new.upgrade import upgrade
from routine.publish.settings import PROJECT

CHANGES = PROJECT / "CHANGELOG.md"


def run(options: argparse.Namespace) -> None:
    """Replace the engine, and tell what changed in the data's form."""
    done = upgrade(options.site)
    if done.before == __version__ and not (done.files or done.told or done.mended or done.older or done.left):
        print(f"Webbplatsen har redan version {__version__}. Inget är ändrat.")
        return
    same = done.before == __version__
    step = f"Version {__version__}, som den är nu" if same else f"Från version {done.before} till {__version__}"
    count = "En fil i motorn har ändrats" if done.files == 1 else f"{done.files} filer i motorn har ändrats"
    print(f"{step}. {count}.")
    if done.told:
        print("\n".join(["Rutinens form har ändrats:", *(f"  - {line}" for line in done.told)]))
    if done.mended:
        print("data/routine.yaml är ändrad efter det. Läs ändringen innan ni sparar den i git.")
    if done.older:
        print("\n".join(["Paket som ni hade nyare av är nu äldre:", *(f"  - {line}" for line in done.older)]))
        print("Ta in dem igen: skriv versionen i requirements/site.in, och kör make lock.")
    for path, template in done.tests.items():
        print(
            f"Ert prov {path} är ett annat än en ny webbplats får, och är kvar. Håller det inte: jämför med {template}."
        )
    if done.left:
        raise EngineError(f"{done.left}\nMotorn är uppgraderad, men rutinen behöver rättas: se ovan.")
    print("Rutinens form är densamma." if not done.told else "Rutinen håller.")
    where = f"under rubriken {__version__}" if same else f"ovanför rubriken {done.before}"
    print(f"Kör make test och make content. Vad som är nytt står på engelska i {CHANGES}, {where}.")
