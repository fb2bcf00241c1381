"""One role's checklist for paper: boxes to tick, lines for
who and when, emergency steps apart from the routine's own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from routine.domain.model import Contact, EmergencyNumber, Guidance, Role, Routine, Term
from routine.domain.terms import used
from routine.domain.wording import ours
from routine.views.facts import Phrase
from routine.views.parts import AskCard, TrackPart, ask, by_track, owned

ONLY_ASKED = "Det här kan du bli ombedd att göra. Du ansvarar inte för någon åtgärd."
LONG = 14  # Actions that stand on one A4 with air between them, and with what explains them.


@dataclass(frozen=True, slots=True)
class Checklist:
    """`asked` are the lines of a role that owns nothing: what it may be asked to do.
    `long` asks for rows closer together on paper."""

    role: Role
    emergency: tuple[EmergencyNumber, ...]
    steps: tuple[Guidance, ...]
    tracks: tuple[TrackPart, ...]
    long: bool
    asked: tuple[Phrase, ...]
    questions: tuple[AskCard, ...]
    contacts: tuple[Contact, ...]
    terms: tuple[Term, ...]

    @property
    def only_asked(self) -> str:
        """To a role that owns nothing, or empty."""
        return "" if self.tracks else ONLY_ASKED

    @property
    def asked_title(self) -> str:
        """What stands above the lines that the role may be asked to do."""
        return "Du deltar också i" if self.tracks else "Om du blir ombedd"


def checklist(routine: Routine, id: str) -> Checklist:
    """The checklist of the role with this id. Raises KeyError when there is none."""
    steps = tuple(item for item in routine.guidance if id in item.checklists)
    asked = tuple(
        Phrase(told.text, ours(told.basis)) for action in routine.actions for told in action.asked if told.role == id
    )
    questions = tuple(ask(routine, question, id) for question in routine.questions if id in question.answered_by)
    contacts = tuple(contact for contact in routine.contacts if contact.role != id)
    tracks = by_track(routine, owned(routine, id), id)
    cards = [card for part in tracks for section in part.sections for card in section.cards]
    long = len(cards) > LONG
    said = (*(card.said for card in cards), *(line.text for line in asked), *(question.text for question in questions))
    return Checklist(
        routine.role(id),
        routine.emergency,
        steps,
        tuple(map(_brief, tracks)) if long else tracks,
        long,
        asked,
        questions,
        contacts,
        used(routine.terms, said),
    )


def _brief(part: TrackPart) -> TrackPart:
    """A long list has no room for explanations: what holds for a step stays, and all else is on the pages."""
    return replace(
        part,
        sections=tuple(replace(group, cards=tuple(card.brief for card in group.cards)) for group in part.sections),
    )
