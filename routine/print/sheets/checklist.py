"""One role's checklist on A4: what is urgent, then pause points with boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass

from routine.domain import wording
from routine.domain.model import Role, Routine
from routine.domain.wording import ours
from routine.print.sheets.common import Function, Number, SheetWords, functions, whose
from routine.views.checklist import checklist
from routine.views.parts import AskCard, Card, TrackPart


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line with a box to tick. `facts` are whole sentences, `limit` a limit in words; either may be empty."""

    text: str
    facts: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """A pause point: rows under a heading. `number` is the section's in the source, `mark` that of a reading;
    either may be empty."""

    title: str
    number: str
    mark: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class TrackList:
    """The pause points of a track, whose label has its mark; an even `slot` has a dashed rail."""

    label: str
    slot: int
    groups: tuple[SheetGroup, ...]


@dataclass(frozen=True, slots=True)
class ChecklistMatter:
    """One role's checklist on A4."""

    words: SheetWords
    title: str
    name: str
    lead: str
    numbers: tuple[Number, ...]
    urgent: tuple[str, ...]
    tracks: tuple[TrackList, ...]
    lists: tuple[SheetGroup, ...]
    questions: tuple[str, ...]
    contacts: tuple[Function, ...]
    ours: str


def listed(routine: Routine, role: Role) -> ChecklistMatter:
    view = checklist(routine, role.id)
    asked = tuple(SheetRow(line.marked) for line in view.asked)
    return ChecklistMatter(
        words=SheetWords(),
        title=role.name,
        name=f"Checklista, {wording.inside(role.name)}",
        lead=view.only_asked or "Bocka av det du har gjort. Skriv vem som gjorde det och när.",
        numbers=tuple(Number(number.number, number.label) for number in view.emergency),
        urgent=tuple(point for item in view.steps for point in item.points)
        or tuple(number.advice for number in view.emergency),
        tracks=tuple(_track(part) for part in view.tracks),
        lists=(SheetGroup(view.asked_title, "", "", asked),) if asked else (),
        questions=tuple(_asked(question) for question in view.questions),
        contacts=functions(view.contacts),
        ours=whose(routine),
    )


def _asked(question: AskCard) -> str:
    """With when it is asked, and what it waits for."""
    held = (f"{wording.capital(phrase.marked)}." for phrase in question.conditions)
    return " ".join((wording.marked(question.text, question.reading), *held))


def _track(part: TrackPart) -> TrackList:
    groups = tuple(
        SheetGroup(
            group.section.title,
            group.section.id,
            wording.READING if ours(group.section.basis) else "",
            tuple(_row(card) for card in group.cards),
        )
        for group in part.sections
    )
    return TrackList(track_label(part), part.slot, groups)


def track_label(part: TrackPart) -> str:
    return wording.marked(f"{part.track.title} · {part.track.number}", ours(part.track.basis))


def _row(card: Card) -> SheetRow:
    facts = " ".join(sentence.marked for sentence in card.sentences)
    return SheetRow(card.text, facts, wording.marked(wording.capital(card.limit), card.limit_read))
