"""The whole routine: as the table of its source, and as what hangs on what."""

from __future__ import annotations

from typing import Any

from routine.model import numerals, wording
from routine.model.model import Routine
from routine.model.steps import Track
from routine.model.wording import ours
from routine.pages.flowchart.flowchart import FlowBox, flowchart
from routine.pages.parts.facts import Phrase
from routine.pages.parts.parts import Card, by_track
from routine.pages.parts.readings import readings
from routine.paper.sheets.checklist import numbers


def table(routine: Routine) -> dict[str, Any]:
    """Build the source's table, with row numbers if it has any."""
    dated = wording.long_date(routine.source.date)
    steps = "Raderna" if routine.numbered else "Stegen"
    return {
        "title": "Hela rutinen",
        "numbers": numbers(routine),
        "lead": f"Efter ”{routine.source.title}” från {dated}. {steps} står i källans ordning.",
        "heads": ("Avsnitt", *(("Rad",) if routine.numbered else ()), "Åtgärd", "Ansvarar"),
        "tracks": [
            {
                "label": _label(part.track),
                "rows": [_row(routine, card) for each in part.sections for card in each.cards],
            }
            for part in by_track(routine, routine.actions)
        ],
        "ours": _ours(routine),
    }


def _row(routine: Routine, card: Card) -> dict[str, Any]:
    jointly = (card.jointly.marked,) if card.jointly else ()
    limit = (Phrase(f"{wording.capital(card.limit)}.", card.limit_read),) if card.limit else ()
    return {
        "section": numerals.unbroken(card.section),
        "number": card.row,
        "text": card.text.removesuffix(".") if card.held else card.text,
        "held": ", ".join(phrase.marked for phrase in card.held),
        "facts": " ".join(sentence.marked for sentence in (*card.sentences, *limit)),
        "owners": ", ".join((wording.capital(wording.names(routine, [owner.id for owner in card.owners])), *jointly)),
    }


def flow(routine: Routine, paper: str, size: int) -> dict[str, Any]:
    """Build the chart on paper of this kind, with letters of this size in pt."""
    view = flowchart(routine)
    assert view is not None, "a routine has steps"
    return {
        "title": f"Vad hänger på vad, {paper}",
        "name": f"Flödesschema på {paper}",
        "numbers": numbers(routine),
        "legend": view.legend,
        "heading": view.heading,
        "direct": [[*map(_box, boxes)] for boxes in view.direct],
        "tracks": [{"label": _label(part.track), "heads": [*map(_box, part.heads)]} for part in view.tracks],
        "ours": _ours(routine),
        "paper": paper.lower(),
        "size": size,
    }


def _box(box: FlowBox) -> dict[str, Any]:
    """Return a box with those that hang on it.

    `way` is the word on the arrow to it, `arrows` how many follow each other from it.
    """
    return {
        "way": box.way.marked if box.way else "",
        "who": wording.marked(box.who, box.owned_by_us),
        "question": box.question,
        "lines": [
            (wording.marked(line.text, line.asked_by_us), " · ".join(map(_noted, line.notes))) for line in box.lines
        ],
        "contact": _noted(box.contact) if box.contact else "",
        "next": [*map(_box, box.next)],
        "slot": box.slot,
        "arrows": box.arrows,
    }


def _noted(phrase: Phrase) -> str:
    return wording.capital(phrase.marked)


def _label(track: Track | None) -> str:
    return wording.marked(track.label, ours(track.basis)) if track else ""


def _ours(routine: Routine) -> str:
    """Return the notes on whose the words are, on order, and on the mark."""
    mark = f" {wording.READING} {wording.OF_OURS}" if readings(routine) else ""
    return f"{wording.whose(routine)} {wording.order(bool(routine.source.ordered))}{mark}"
