"""How hard each page is to read, by LIX (Björnsson 1968):
words to a sentence, and the share of words of more than six letters.

python -m audit.readability     keeps the figures of the site in site/, once somebody has read what became harder
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from msgspec import Struct

from audit.built import Site, classes, main, of, plain, tag
from audit.paths import PROJECT
from routine.publish.folder import is_built

KEPT = PROJECT / "audit/lix.json"  # Each page's figure when it was last read by an editor.
LEEWAY = 1.0  # A word more or less is no harder page.
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "label", "summary"}
LONG = 6
AROUND = "rg-withdrawn"  # What every page of a routine that is withdrawn begins with is none of its own.


class Compared(Struct, frozen=True):
    """A page's figure, and the one that it had when it was last read by an editor."""

    page: str
    found: float
    kept: float

    @property
    def harder(self) -> bool:
        """Whether somebody is to read it again."""
        return self.found > self.kept + LEEWAY


def blocks(element: Element) -> list[str]:
    """The texts that stand by themselves, those within others left out."""
    found = []
    for child in element:
        if tag(child) in BLOCKS and not any(tag(each) in BLOCKS for each in child.iter() if each is not child):
            found.append(plain(_words(child)))
        elif tag(child) not in {"svg", "pre"} and AROUND not in classes(child):
            found += blocks(child)
    return [each for each in found if each]


def _words(element: Element) -> str:
    """Its text, without the marks of readings: each is a sign beside a sentence, and no word of it."""
    said = [element.text or ""]
    for child in element:
        if tag(child) and "rg-reading" not in classes(child):
            said.append(_words(child))
        said.append(child.tail or "")
    return "".join(said)


def unfolded(element: Element) -> str:
    """What a reader sees of it before anything is folded out: of what is folded, what it is called."""
    said = [element.text or ""]
    for child in element:
        name = tag(child)
        if name == "details":
            said += [unfolded(each) for each in child if tag(each) == "summary"]
        elif name and AROUND not in classes(child):
            said.append(unfolded(child))
        said += [" ", child.tail or ""]
    return "".join(said)


def count_words(words: str) -> int:
    """Words and figures, each part of a number counted."""
    return len(re.findall(r"\w+(?:[-:]\w+)*", words))


def lix(texts: list[str]) -> float:
    """What follows the last full stop, or has none, is a sentence of its own."""
    words = [word for each in texts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", each)]
    sentences = sum(len([part for part in re.split(r"[.!?:](?=\s|$)", each) if part.strip()]) for each in texts)
    long = sum(len(word) > LONG for word in words)
    return len(words) / sentences + 100 * long / len(words)


def measured(site: Site) -> dict[str, float]:
    """Each page's figure."""
    return {name: round(lix(blocks(main(site.tree(name)))), 1) for name in site.pages()}


def compared(found: Mapping[str, float], kept: Mapping[str, float]) -> list[Compared]:
    """What has become harder first, by how much. A page that nobody has read for this yet has nothing to be held to."""
    pages = (Compared(page, lix, kept[page]) for page, lix in found.items() if page in kept)
    return sorted(pages, key=lambda page: page.kept - page.found)


def kept(file: Path = KEPT) -> dict[str, float]:
    """The figures that are kept."""
    figures: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))
    return figures


def keep(site: Site, file: Path = KEPT) -> None:
    """Keep the figures that the pages have now."""
    file.write_bytes((json.dumps(measured(site), indent=1) + "\n").encode())


def renewed(site: Path) -> str:
    """Keep those of the site in a folder. Returns what is said."""
    if not is_built(site):
        return f"{site}: Där ligger ingen byggd webbplats.\n    Gör så här: kör make site först."
    keep(of(site, PROJECT / "data/routine.yaml"))
    return f"{KEPT} har siffrorna för webbplatsen i {site}."


if __name__ == "__main__":
    sys.stdout.write(f"{renewed(PROJECT / 'site')}\n")
