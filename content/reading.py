"""Ease of reading for those who read slowly or in fear.

The checks are of how much the easy page says, and of how hard pages are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.built import Site, main
from audit.readability import compared, count_words, kept, measured, unfolded
from content.faults import Fault
from routine.pages import addresses as at
from routine.pages.links import file_of

BEFORE = 300  # Most words that are seen before anything is folded out.
LONGEST = 16  # Most words of a sentence on the easy page.


def too_much(site: Site) -> Iterator[Fault]:
    """Yield faults where the easy page says too much.

    It may say too much at once, or in too long a sentence. A routine without easy words has no such page.
    """
    if not site.routine.easy:
        return
    page = file_of(at.EASY)
    seen = count_words(unfolded(main(site.page(at.EASY))))
    if seen > BEFORE:
        yield Fault(
            page,
            f"Sidan visar {seen} ord innan något fälls ut. Högst {BEFORE}.",
            "korta raderna under easy, eller ge åtgärden ett kortare topic.",
        )
    for line in _lines(site):
        for sentence in re.split(r"[.?:!](?:\s|$)", line):
            if (count := count_words(sentence)) > LONGEST:
                yield Fault(page, f"”{line}” har {count} ord i en mening. Högst {LONGEST}.", "dela meningen i två.")


def harder(site: Site) -> Iterator[Fault]:
    """Yield pages that are harder to read than when somebody last read them."""
    for each in compared(measured(site), kept()):
        if each.harder:
            yield Fault(
                each.page,
                f"Sidan är svårare att läsa än förut: LIX {each.found:.0f}, mot {each.kept:.0f}.",
                "läs sidan. Korta meningar och byt långa ord, om det går. Ska den vara så, kör make site och "
                ".venv/bin/python -m audit.readability.",
                advice=True,
            )


def _lines(site: Site) -> list[str]:
    easy = site.routine.plain
    said = (easy.lines, *(step.lines for step in easy.steps), *(role.lines for role in easy.roles))
    return [line for lines in said for line in lines]
