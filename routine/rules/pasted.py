"""What has come along with a text that was pasted: a page's mark of a reading, and how a PDF breaks its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.wording import SIGN
from routine.reading.finding import Finding
from routine.rules.core import rule
from routine.rules.texts import Leaf, leaves, prose

MARK = re.compile(rf"{SIGN}\s*tolkning\b", re.IGNORECASE)
# What goes on after a word that is to be completed by a later one: för- och nackdelar, två- till tredagars.
GOES_ON = (
    "och|eller|el|samt|respektive|resp|som|men|till|kontra|mot|alternativt|alt|såväl|liksom|jämte|inte|istället|"
    "snarare|utan|upp|än|plus|via"
)
PARTED = re.compile(rf"(?<![\w-])(?P<first>[^\W\d_]+)-\s(?!(?:{GOES_ON})\b)(?P<rest>[a-zåäöéü]+)")
# A sentence ends in a word of its own: neither an address, an abbreviation nor a file has letters alone about one dot.
RUN_TOGETHER = re.compile(
    r"(?<![\w.@/:])(?!www\.)(?P<last>[^\W\d_]*[a-zåäöéü]{2})\."
    r"(?!(?:Pdf|Docx?|Odt|Xlsx?|Pptx?|Txt|Csv|Zip|Png|Jpe?g|Html?|Com|Org|Net|Eu)\b)"
    r"(?P<first>[A-ZÅÄÖÉ][a-zåäöéü]+|[ÅIÖ])(?![\w@/]|\.\w)"
)


@rule()
def reading_mark(routine: Routine) -> Iterator[Finding]:
    """Who reads it would take for our reading what is the source's, or something else than what is meant."""
    for leaf in leaves(routine):
        if leaf.path[0] != "exceptions" and (found := MARK.search(leaf.text)):
            yield Finding(
                "R107",
                leaf.path,
                f"”{found.group()}” är webbplatsens märke för en tolkning, och skulle visas som ett sådant.",
                "texten utan märket",
                f"ta bort ”{found.group()}”. Är det er läsning, säg det med basis: tolkning, där märket kommer av sig "
                "självt.",
                part=found.group(),
            )


@rule()
def word_in_two(routine: Routine) -> Iterator[Finding]:
    for leaf, found in _each_once(routine, PARTED):
        yield Finding(
            "V019",
            leaf.path,
            f"”{found['first']}- {found['rest']}” ser ut som ett ord som har delats där en rad tog slut.",
            "hela ord. Ett bindestreck sist i ett ord följs av och eller eller: för- och nackdelar",
            f"skriv ”{_whole(found)}”. Är det ett tankstreck, skriv – med mellanslag före och efter; i ett intervall, "
            "som mån–fre, utan.",
            part=found.group(),
        )


def _whole(found: re.Match[str]) -> str:
    """An abbreviation keeps its hyphen: IT-chefen."""
    return f"{found['first']}{'-' if found['first'].isupper() else ''}{found['rest']}"


@rule()
def sentences_in_one(routine: Routine) -> Iterator[Finding]:
    for leaf, found in _each_once(routine, RUN_TOGETHER):
        yield Finding(
            "V020",
            leaf.path,
            f"Mellanslaget saknas efter punkten i ”{found.group()}”.",
            "ett mellanslag mellan två meningar",
            f"skriv ”{found['last']}. {found['first']}”.",
            part=found.group(),
        )


def _each_once(routine: Routine, pattern: re.Pattern[str]) -> Iterator[tuple[Leaf, re.Match[str]]]:
    """Of each text what is found in it: the same words are told, and marked, where they stand first."""
    for leaf in prose(routine):
        told: dict[str, re.Match[str]] = {}
        for found in pattern.finditer(leaf.text):
            told.setdefault(found.group(), found)
        yield from ((leaf, found) for found in told.values())
