"""Sheets to fill in by hand: the log, and the forms that the data defines. Both are ours, not the routine's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from routine.model import wording
from routine.model.beside import Form, Guidance
from routine.model.model import Routine
from routine.paper.sheets.checklist import numbers

ROWS = 9  # Of the log.
# Defaults of the log, where the data says nothing else.
TITLE = "Logg över det som händer"
HEADS = ("Dag och tid", "Vad som hände", "Vad ni gjorde", "Vem som var med", "Var det är sparat")
CARE = "Ta reda på var den ska förvaras, och fråga innan du skickar den."
OF_A_SHEET = ("Vems ärende det är", "Vem som för loggen", "Blad, av hur många")


def log(routine: Routine) -> dict[str, Any]:
    """Build the log: what happened, what was done, where it is saved."""
    title, heads = (routine.log.title, routine.log.heads) if routine.log else (TITLE, HEADS)
    columns = f"{wording.number(len(heads))} kolumner: {wording.series([wording.inside(head) for head in heads])}"
    return {
        "title": title,
        "name": "Logg",
        "numbers": numbers(routine),
        "lead": "Loggen är vårt tillägg, inte en del av rutinen. Skriv upp vad som händer och vad ni gör. "
        + (routine.organisation.care or CARE),
        "case": (*routine.organisation.case_head, *OF_A_SHEET),
        "advice": _advice(item for item in routine.guidance if item.log),
        "heads": heads,
        # To those who do not see the table.
        "told": f"Tabellen har {wording.number(ROWS)} tomma rader med {columns}.",
        "rows": ROWS,
    }


def form(routine: Routine, item: Form) -> dict[str, Any]:
    """Build a form: advice, blanks, and the labels that identify the case.

    A blank of one line needs only half a line: two of those that follow each other share a row.
    """
    helps = {each.id: each for each in routine.guidance}
    rows: list[list[dict[str, Any]]] = []
    alone = False
    for blank in item.fields:
        half = blank.lines == 1 and not blank.choices
        if half and alone:
            rows[-1].append(blank.model_dump())
        else:
            rows.append([blank.model_dump()])
        alone = half and not alone
    return {
        "title": item.title,
        "lead": item.lead,
        "ours": "Bladet är vårt tillägg, inte en del av rutinen.",
        "numbers": numbers(routine),
        "advice": _advice(helps[id] for id in item.guidance),
        "case": routine.organisation.case_head,
        "rows": rows,
    }


def _advice(items: Iterable[Guidance]) -> list[dict[str, Any]]:
    """Return guidance, apart from the routine, with its source.

    The day when it was compared with its source is left out: a sheet is valid as long as its words are.
    """
    found = []
    for item in items:
        dated = f" {item.source.date}." if item.source.date else ""
        title = wording.followed(item.source.title, "," if dated else ".")
        said = f"{wording.NOT_THE_ROUTINE}. Källa: {item.source.publisher}, {title}{dated}"
        found.append({"title": item.title, "points": item.points, "said": said})
    return found
