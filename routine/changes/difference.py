"""A difference between two routines, with its heading and subject."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Topic(Enum):
    """The headings of a report, in the order that a reviewer reads them.

    First whether the routine is in force, then who does what, last the surroundings.
    """

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
    """A difference: the subject, the statement, and the values if any.

    `subject` is the thing that changed. `what` is a sentence about it, or the name of a value that was `before` and is
    `after`; either of these is empty where there was or is no value. `place` is the address where the subject is read
    on the site, or empty.
    """

    topic: Topic
    subject: str
    what: str
    before: str = ""
    after: str = ""
    place: str = ""
