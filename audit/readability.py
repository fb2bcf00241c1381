"""The reading ease of each page, by LIX (Björnsson 1968).

LIX is the words per sentence plus the percentage of words of more than six letters.

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
from routine.site.folder import is_built

KEPT = PROJECT / "audit/lix.json"  # Each page's figure when it was last read by an editor.
LEEWAY = 1.0  # A word more or less does not make a page harder.
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "label", "summary"}
LONG = 6
AROUND = "rg-withdrawn"  # The notice that begins every page of a withdrawn routine: no text of the page itself.


class Compared(Struct, frozen=True):
    """A page's figure, and its figure when an editor last read it."""

    page: str
    found: float
    kept: float

    @property
    def harder(self) -> bool:
        """Return whether somebody must read the page again."""
        return self.found > self.kept + LEEWAY


def blocks(element: Element) -> list[str]:
    """Return the text of each block that holds no other block."""
    found = []
    for child in element:
        if tag(child) in BLOCKS and not any(tag(each) in BLOCKS for each in child.iter() if each is not child):
            found.append(plain(_words(child)))
        elif tag(child) not in {"svg", "pre"} and AROUND not in classes(child):
            found += blocks(child)
    return [each for each in found if each]


def _words(element: Element) -> str:
    """Return an element's text without the marks of interpretations.

    Each mark is a sign beside a sentence, and no word of it.
    """
    said = [element.text or ""]
    for child in element:
        if tag(child) and "rg-reading" not in classes(child):
            said.append(_words(child))
        said.append(child.tail or "")
    return "".join(said)


def unfolded(element: Element) -> str:
    """Return the text that a reader sees before anything is folded out.

    A part that is folded gives only its summary.
    """
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
    """Count words and figures; each part of a number counts."""
    return len(re.findall(r"\w+(?:[-:]\w+)*", words))


def lix(texts: list[str]) -> float:
    """Return the LIX of some texts.

    Words after the last full stop, or without one, are a sentence of their own.
    """
    words = [word for each in texts for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", each)]
    sentences = sum(len([part for part in re.split(r"[.!?:](?=\s|$)", each) if part.strip()]) for each in texts)
    long = sum(len(word) > LONG for word in words)
    return len(words) / sentences + 100 * long / len(words)


def measured(site: Site) -> dict[str, float]:
    """Return the LIX of each page."""
    return {name: round(lix(blocks(main(site.tree(name)))), 1) for name in site.pages()}


def compared(found: Mapping[str, float], kept: Mapping[str, float]) -> list[Compared]:
    """Sort the pages by how much harder they have become, the hardest first.

    A page that nobody has read for this yet has no figure to be compared with, and is left out.
    """
    pages = (Compared(page, lix, kept[page]) for page, lix in found.items() if page in kept)
    return sorted(pages, key=lambda page: page.kept - page.found)


def kept(file: Path = KEPT) -> dict[str, float]:
    """Return the figures that are kept."""
    figures: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))
    return figures


def keep(site: Site, file: Path = KEPT) -> None:
    """Keep the figures that the pages have now."""
    file.write_bytes((json.dumps(measured(site), indent=1) + "\n").encode())


def renewed(site: Path) -> str:
    """Keep the figures of the site in a folder.

    Returns the message to show.
    """
    if not is_built(site):
        return f"{site}: Där ligger ingen byggd webbplats.\n    Gör så här: kör make site först."
    keep(of(site, PROJECT / "data/routine.yaml"))
    return f"{KEPT} har siffrorna för webbplatsen i {site}."


if __name__ == "__main__":
    sys.stdout.write(f"{renewed(PROJECT / 'site')}\n")
