"""A log to write by hand: what happened, what was done, where it is saved."""

from __future__ import annotations

from msgspec import Struct

from routine.model import wording
from routine.model.model import Routine
from routine.paper.sheets.advice import SourcedAdvice, advised
from routine.paper.sheets.common import Number, numbers

LOG_ROWS = 9
# Defaults, where the data says nothing else.
TITLE = "Logg över det som händer"
HEADS = ("Dag och tid", "Vad som hände", "Vad ni gjorde", "Vem som var med", "Var det är sparat")
CARE = "Ta reda på var den ska förvaras, och fråga innan du skickar den."
OF_A_SHEET = ("Vems ärende det är", "Vem som för loggen", "Blad, av hur många")


class LogMatter(Struct, frozen=True):
    """The content of a log sheet to write on.

    `case` are the labels that identify the case, `heads` the column headers, `rows` the number of empty rows. `told`
    describes the table to those who do not see it.
    """

    title: str
    name: str
    numbers: tuple[Number, ...]
    lead: str
    case: tuple[str, ...]
    advice: tuple[SourcedAdvice, ...]
    heads: tuple[str, ...]
    told: str
    rows: int


def log(routine: Routine) -> LogMatter:
    shown = tuple(item for item in routine.guidance if item.log)
    title, heads = (routine.log.title, routine.log.heads) if routine.log else (TITLE, HEADS)
    columns = f"{wording.number(len(heads))} kolumner: {wording.series([wording.inside(head) for head in heads])}"
    return LogMatter(
        title=title,
        name="Logg",
        numbers=numbers(routine.emergency),
        lead="Loggen är vårt tillägg, inte en del av rutinen. Skriv upp vad som händer och vad ni gör. "
        + (routine.organisation.care or CARE),
        case=(*routine.organisation.case_head, *OF_A_SHEET),
        advice=advised(shown),
        heads=heads,
        told=f"Tabellen har {wording.number(LOG_ROWS)} tomma rader med {columns}.",
        rows=LOG_ROWS,
    )
