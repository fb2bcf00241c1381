"""What has come along with a text that was pasted: a page's mark of a reading, and how a PDF breaks its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.wording import SIGN
from routine.reading.finding import Finding
from routine.rules.core import rule
from routine.rules.texts import leaves, prose

MARK = re.compile(rf"{SIGN}\s*tolkning\b", re.IGNORECASE)
# What goes on after a word that is to be completed by a later one: för- och nackdelar, två- till tredagars.
GOES_ON = "och|eller|samt|respektive|resp|som|men|till|kontra|mot|alternativt|såväl|liksom|inte|utan|än|plus"
BROKEN = re.compile(rf"(?<![\w-])(?P<first>[^\W\d_]+)-\s(?!(?:{GOES_ON})\b)(?P<rest>[a-zåäöéü]+)")
# A sentence ends in a word of its own: neither an address, an abbreviation nor a file has letters alone about one dot.
GLUED = re.compile(
    r"(?<![\w.@/:])(?!www\.)(?P<last>[^\W\d_]*[a-zåäöéü]{2})\."
    r"(?!(?:Pdf|Docx?|Odt|Xlsx?|Txt|Com|Org|Net|Eu)\b)(?P<first>[A-ZÅÄÖÉ][a-zåäöéü]*)(?![\w@/]|\.\w)"
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
    for leaf in prose(routine):
        for found in BROKEN.finditer(leaf.text):
            yield Finding(
                "V019",
                leaf.path,
                f"”{found['first']}- {found['rest']}” ser ut som ett ord som har delats där en rad tog slut.",
                "hela ord. Ett bindestreck sist i ett ord följs av och eller eller: för- och nackdelar",
                f"skriv ”{found['first']}{found['rest']}”. Är det ett tankstreck, skriv – med mellanslag före och "
                "efter.",
                part=found.group(),
            )


@rule()
def sentences_in_one(routine: Routine) -> Iterator[Finding]:
    for leaf in prose(routine):
        for found in GLUED.finditer(leaf.text):
            yield Finding(
                "V020",
                leaf.path,
                f"Mellanslaget saknas efter punkten i ”{found.group()}”.",
                "ett mellanslag mellan två meningar",
                f"skriv ”{found['last']}. {found['first']}”.",
                part=found.group(),
            )
