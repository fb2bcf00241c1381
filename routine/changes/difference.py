"""What is told of a change: one difference, under a heading, of one thing."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Topic(Enum):
    """The headings, in the order that a reviewer reads them: first whether it holds, then who does what, last what
    surrounds it."""

    WITHDRAWN = "Om rutinen gäller"
    PEOPLE = "Vem gör vad"
    LIMITS = "Tidsgränser"
    CONDITIONS = "Villkor och väntan"
    QUESTIONS = "Frågor"
    TELLING = "Vem får veta vad"
    TEXTS = "Texter"
    CONTACTS = "Kontakter och nummer"
    GUIDANCE = "Vägledning"
    SITUATIONS = "Situationer"
    TERMS = "Ord"
    EASY = "Lätt att läsa"
    OPEN = "Öppna frågor"
    SECTIONS = "Avsnitt, rader och spår"
    ADOPTED = "Det som källan säger, i adopted.yaml"
    EDITIONS = "Utgåvor och beslut"
    SITE = "Organisationen, källan och webbplatsen"


class Difference(Struct, frozen=True):
    """`subject` is the thing, `what` a sentence of it, or the name of what was `before` and is `after`; either of these
    is empty where there was or is nothing. `place` is an address of the site where it is read, or empty."""

    topic: Topic
    subject: str
    what: str
    before: str = ""
    after: str = ""
    place: str = ""
