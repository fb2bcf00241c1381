"""The command that measures the site and prints the table.

It reads the site of the routine in site/, and one built from each other data file that is named. It ends with 1 if a
figure breaks its limit.

python -m audit data/routine.yaml tests/fixtures/small.yaml
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from audit import markup, scripts, weight
from audit.built import Site, of
from audit.figures import Figure, table
from routine.disk import PROJECT
from routine.site.build import build


def figures(site: Site, others: Sequence[Path]) -> Iterator[Figure]:
    """Measure the site, and also the markup in the folders of the others."""
    yield from markup.checked((site.folder, *others))
    yield from scripts.checked(site.folder)
    yield from weight.weighed(site)


def main(data: Path, *more: Path) -> int:
    """Print the table; return 1 if a figure breaks its limit.

    The site of a routine that uses every feature shows the checker more than the site of `data` does: `more` names
    such files.
    """
    with tempfile.TemporaryDirectory() as work:
        others = [Path(work).resolve() / file.stem for file in more]
        for file, out in zip(more, others, strict=True):
            build(file, out)
        found = list(figures(of(PROJECT / "site", data), others))
    print(table(found))
    return int(any(figure.over for figure in found))


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
