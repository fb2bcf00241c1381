"""The page on who is told what.

It tells apart what the reader decides, what the routine does not say, and what follows from an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.model import wording
from routine.model.beside import OpenQuestion
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.steps import Action, Question
from routine.model.telling import Telling, tellings
from routine.model.wording import capital, inside, ours, stopped
from routine.pages.parts.facts import Phrase
from routine.pages.parts.parts import open_questions

YOURS, SILENT, OTHERS = "yours", "silent", "others"  # The parts, in order; after them one for each question of fact.


class Learner(Struct, frozen=True):
    """A receiver, and all that it is told.

    `teller` is the name of who tells it, empty where that is the reader.
    """

    name: str
    teller: str
    said: tuple[Phrase, ...]


class Learns(Struct, frozen=True):
    """The page.

    `reader` is who is addressed as du, or empty. A part comes with its key, or the question that it follows from.
    """

    routine: Routine
    reader: str
    parts: tuple[tuple[str, tuple[Learner, ...]], ...]

    @property
    def silent(self) -> tuple[OpenQuestion, ...]:
        """Return the open questions about who is told, in short."""
        return tuple(question for question in self.routine.open_questions if question.short)


def learns(routine: Routine) -> Learns:
    """Return the page, from the role of the easy page."""
    view = _View(routine, routine.reader)
    found = by_key((view.part(told), told) for told in tellings(routine))
    order = sorted(found, key=lambda part: (YOURS, SILENT, OTHERS, part).index(part))
    parts = tuple((part, tuple(view.learners(found[part]))) for part in order)
    own = any(view.reader in told.tellers for told in tellings(routine)) or YOURS in found or SILENT in found
    return Learns(routine, routine.role(view.reader).name if own else "", parts)


class _View(Struct, frozen=True):
    """The routine as the role `reader` sees it."""

    routine: Routine
    reader: str

    def part(self, told: Telling) -> str:
        """Return the part of the page that a telling stands in."""
        questions = [*self.questions(told)]
        if fact := next((each for each in questions if not each.decided), None):
            return fact.asked_of(self.reader)
        if questions or self.reader in (told.chosen_by, *told.tellers):
            return YOURS
        return SILENT if any(each.short for each in open_questions(self.routine, told.step)) else OTHERS

    def questions(self, told: Telling) -> Iterator[Question]:
        """Yield the reader's questions before a telling, or that wait for it."""
        for question in self.routine.questions:
            hangs = question.id in {item.question for item in told.step.conditions} or question == told.step
            waits = told.step.id in {item.action for item in question.after}
            if self.reader in question.answered_by and (hangs or (waits and self.reader in told.tellers)):
                yield question

    def learners(self, tellings: list[Telling]) -> Iterator[Learner]:
        found = by_key(((each.role, each.name, each.tellers), each) for each in tellings)
        for (role, name, tellers), told in found.items():
            teller = "" if self.reader in tellers else wording.names(self.routine, tellers)
            shown = self.routine.role(role).name if role else name
            said = tuple(self.said(told))
            named = any(teller in phrase.text for phrase in said)
            if teller and any(isinstance(each.step, Action) and each.step.jointly for each in told):
                teller += f", {wording.JOINTLY}"
            yield Learner("Du" if role == self.reader else shown, "" if named else teller, said)

    def said(self, tellings: list[Telling]) -> Iterator[Phrase]:
        """Yield a sentence for each condition, with all that is told on it.

        The last that is a reading bears the mark of all of them.
        """
        found = [*self.sentences(tellings)]
        last = max((at for at, each in enumerate(found) if each.reading), default=None)
        yield from (Phrase(each.text, at == last) for at, each in enumerate(found))

    def sentences(self, tellings: list[Telling]) -> Iterator[Phrase]:
        for when, told in by_key((self.when(each), each) for each in tellings).items():
            words = wording.series(list(dict.fromkeys(map(self.what, told))))
            yield Phrase(stopped(capital(f"{words}, {when}" if when else words)), any(map(self.reading, told)))
            yield from (each for one in told for each in self.chosen(one))

    def what(self, told: Telling) -> str:
        """Return the words of a telling, of its answer, or of its action."""
        step = told.step
        if isinstance(step, Question):
            whose = "ditt svar" if self.reader in told.tellers else "svaret"
            return f"får veta {whose} på frågan ”{step.asked_of(self.reader)}”"
        groups = wording.series([inside(group) for group in step.groups]) if told.outside and step.groups else ""
        return (
            f"{told.what or f'får veta det genom steget ”{step.text}”'}{f', till exempel {groups}' if groups else ''}"
        )

    def when(self, told: Telling) -> str:
        """Return the first condition, worded for the reader if she answers it."""
        item = next(iter(told.step.conditions), None)
        if item is None or isinstance(told.step, Question):
            return told.step.after[0].text if told.step.after else ""
        first = next(
            each for each in self.routine.actions if item.question in {one.question for one in each.conditions}
        )
        same = next(each for each in first.conditions if each.question == item.question)
        mine = self.reader in self.routine.question(item.question).answered_by
        return (same.own if mine else None) or same.text

    def reading(self, told: Telling) -> bool:
        """Return whether anything in the telling is our interpretation."""
        step = told.step
        if (
            isinstance(step, Action)
            and {*told.tellers} & {*step.responsible}
            and (ours(step.responsible_basis) or step.jointly == "tolkning")
        ):
            return True
        return ours(told.basis) or any(ours(item.basis) for item in step.conditions)

    def chosen(self, told: Telling) -> Iterator[Phrase]:
        """Yield who else may tell it, and who chooses the receiver."""
        step = told.step
        if isinstance(step, Action) and step.proxy and self.reader in step.responsible:
            name = inside(self.routine.role(step.proxy.role).name)
            how = f"{name} kan göra det i stället" if step.proxy.unasked else f"du berättar själv eller genom {name}"
            yield Phrase(stopped(capital(how)), ours(step.proxy.basis))
        if told.chosen_by:
            who = "du" if told.chosen_by == self.reader else inside(self.routine.role(told.chosen_by).name)
            yield Phrase(f"{capital(who)} väljer vem det är.", ours(told.basis))
