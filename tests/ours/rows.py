"""The 19 rows of the source document, kept by hand: what the real routine, and every page of it, must agree with.

Who acts, on what condition and within what time is the source's; the wording is not, and is not here.
"""

from __future__ import annotations

from dataclasses import dataclass

PERSON = "den-utsatte"
OFFICER = "partiets-sakerhetsansvarig"
STRATEGIST = "kommunens-sakerhetsstrateg"
DIRECTOR = "kommunchefen"
PROXY = "ombud"
FIRST_SUPPORT = "initialt-stod"
SUPPORT_PERSON = "stodperson"


@dataclass(frozen=True, slots=True)
class Condition:
    """A question, the answer that the row needs, and whether the source itself states it."""

    question: str
    stated: bool
    answer: str = "ja"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the source's table. `days` is the limit, counted from the event; `required`:
    the source says how it is to be done."""

    section: str
    row: int
    owners: tuple[str, ...]
    consulted: tuple[str, frozenset[str]] | None = None
    conditions: tuple[Condition, ...] = ()
    days: int | None = None
    participants: frozenset[str] = frozenset()
    proxy: str | None = None
    groups: int = 0
    required: bool = False


WHEN_NEEDED = Condition("behovs-strategen", stated=True)
REPORT = "ska-polisanmalas"
WITH_THE_REPORT = Condition(REPORT, stated=False)

ROWS = (
    Row("3.1.1", 1, (PERSON,), proxy=PROXY),
    Row("3.1.1", 2, (OFFICER,), participants=frozenset({PERSON})),
    Row("3.1.1", 3, (OFFICER,), conditions=(WHEN_NEEDED,)),
    Row("3.1.2", 4, (STRATEGIST,), required=True),
    Row("3.1.3", 5, (DIRECTOR,), conditions=(Condition(REPORT, stated=True),)),
    Row("3.1.3", 6, (DIRECTOR,), conditions=(WITH_THE_REPORT,), required=True),
    Row("3.1.3", 7, (DIRECTOR,), conditions=(WITH_THE_REPORT,), required=True),
    Row("3.2.1", 8, (OFFICER,), participants=frozenset({FIRST_SUPPORT}), required=True),
    Row("3.2.1", 9, (OFFICER,), participants=frozenset({FIRST_SUPPORT, SUPPORT_PERSON})),
    Row("3.2.2", 10, (OFFICER,), conditions=(Condition("behovs-vard", stated=False),)),
    Row("3.2.2", 11, (OFFICER,)),
    Row("3.2.2", 12, (OFFICER,), participants=frozenset({SUPPORT_PERSON})),
    Row("3.2.3", 13, (OFFICER, STRATEGIST), groups=3, required=True),
    Row("3.2.3", 14, (OFFICER,), required=True),
    Row("3.2.4", 15, (OFFICER,), days=14),
    Row("3.2.4", 16, (OFFICER,)),
    Row("3.2.4", 17, (OFFICER,)),
    Row("3.2.4", 18, (PERSON,), consulted=("nagon", frozenset({OFFICER, STRATEGIST}))),
    Row("3.2.4", 19, (STRATEGIST,), conditions=(Condition("behovs-professionellt-stod", stated=False),)),
)
