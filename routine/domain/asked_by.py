"""The words beside its name that each thing is asked for by: `also`, as an editor writes it."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.model import Routine


class AskedBy(Struct, frozen=True):
    """What something is called, and the other words that it is found by."""

    title: str
    words: tuple[str, ...]


def asked_by(routine: Routine) -> tuple[AskedBy, ...]:
    """Of all that has such words, in the order of the file; what a role and its contact are asked for by stands
    together, under their name."""
    found = [(role.name, role.also) for role in routine.roles]
    found += [(section.title, section.also) for section in routine.sections]
    found += [(question.text, question.also) for question in routine.questions]
    found += [(action.text, action.also) for action in routine.actions]
    found += [(number.number, number.also) for number in routine.emergency]
    found += [(item.title, item.also) for item in routine.guidance]
    found += [(contact.title, contact.also) for contact in routine.contacts]
    found += [(question.question, question.also) for question in routine.open_questions]
    together: dict[str, tuple[str, ...]] = {}
    for title, also in found:
        together[title] = tuple(dict.fromkeys((*together.get(title, ()), *also)))
    return tuple(AskedBy(title, words) for title, words in together.items() if words)
