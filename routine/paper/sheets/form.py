"""A form defined in the data, to fill in by hand."""

from __future__ import annotations

from msgspec import Struct

from routine.model.beside import Blank, Form
from routine.model.model import Routine
from routine.paper.sheets.advice import SourcedAdvice, advised
from routine.paper.sheets.common import Number, numbers

OURS_ALONE = "Bladet är vårt tillägg, inte en del av rutinen."


class ToFill(Struct, frozen=True):
    """A blank to write in, with a number of lines; `choices` are to be ticked."""

    label: str
    lines: int
    choices: tuple[str, ...]


class FormMatter(Struct, frozen=True):
    """The content of a form.

    The advice stands first, then the blanks, and last the labels that identify the case. Blanks of half a line stand
    two by two, as `rows` has them.
    """

    title: str
    name: str
    lead: str
    ours: str
    numbers: tuple[Number, ...]
    advice: tuple[SourcedAdvice, ...]
    case: tuple[str, ...]
    rows: tuple[tuple[ToFill, ...], ...]


def form(routine: Routine, item: Form) -> FormMatter:
    helps = {each.id: each for each in routine.guidance}
    return FormMatter(
        item.title,
        item.title,
        item.lead,
        OURS_ALONE,
        numbers(routine.emergency),
        advised(helps[id] for id in item.guidance),
        routine.organisation.case_head,
        _rows(item.fields),
    )


def _rows(blanks: tuple[Blank, ...]) -> tuple[tuple[ToFill, ...], ...]:
    """Arrange the blanks in rows.

    A blank of one line needs only half a line; two of those that follow each other share a row.
    """
    rows: list[tuple[ToFill, ...]] = []
    for blank in blanks:
        place = ToFill(blank.label, blank.lines, blank.choices)
        if rows and len(rows[-1]) == 1 and _half(rows[-1][0]) and _half(place):
            rows[-1] += (place,)
        else:
            rows.append((place,))
    return tuple(rows)


def _half(place: ToFill) -> bool:
    return place.lines == 1 and not place.choices
