"""The page on who tells whom, from the role of the easy page.

It shows whom each one tells, what that role decides, and where the source is silent. It starts from the role of the
easy page and no other: a routine states there whom it is for, and need not state which role it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby
from typing import Literal, get_args

from msgspec import Struct

from routine.model import wording
from routine.model.beside import Guidance, OpenQuestion, Term
from routine.model.model import Routine
from routine.model.steps import Action, ActionCondition, Condition, Question
from routine.model.telling import Hearer, Tellers, Telling, tree
from routine.model.terms import used
from routine.model.wording import ours
from routine.pages import addresses as at
from routine.pages.parts.facts import Phrase
from routine.pages.parts.parts import open_questions

Kind = Literal["yours", "answer", "if", "silent"]  # In the order of the legend.
# `YOURS` is for a choice, where the data says what each answer means; `ANSWERED` for a question of fact.
YOURS: tuple[Kind, str] = ("yours", "bestämmer")
ANSWERED: tuple[Kind, str] = ("answer", "svarar")
DU = re.compile(r"\b(?:du|dig|din|ditt|dina)\b", re.IGNORECASE)


class Tag(Struct, frozen=True):
    """A label on something that is told.

    `kind` says what it means: the reader decides (`yours`) or answers (`answer`), a condition or a limit applies
    (`if`), or the source is silent (`silent`). In the last case `address` leads to the open question.
    """

    kind: Kind
    text: str
    reading: bool = False
    address: str = ""


class Heard(Struct, frozen=True):
    """Something that is told, in one or more phrases with the same tags."""

    words: tuple[Phrase, ...]
    tags: tuple[Tag, ...]


class Learner(Struct, frozen=True):
    """A receiver of information.

    `items` is what it is told, `under` whom it tells in turn. `address` is the page of its role; empty when it has
    none.
    """

    name: str
    address: str
    items: tuple[Heard, ...]
    under: tuple[Learner, ...]


class Teller(Struct, frozen=True):
    """A role that tells, or several together, with the receivers."""

    name: str
    receivers: tuple[Learner, ...]


class Learns(Struct, frozen=True):
    """The page on who learns what.

    `reader` is the role that the page addresses as du; empty when it addresses nobody so. `tags` are the kinds of tag
    on the page, in the order of the legend. `silent` are the open questions that are shown beside no receiver, `terms`
    the hard words that the page uses.
    """

    reader: str
    tellers: tuple[Teller, ...]
    tags: tuple[str, ...]
    silent: tuple[OpenQuestion, ...]
    guidance: tuple[Guidance, ...]
    terms: tuple[Term, ...]


def learns(routine: Routine) -> Learns:
    """Return the page on who learns what."""
    view = _View(routine, routine.reader)
    found = tree(routine, view.reader)
    shown = set(chain.from_iterable(_asked(branches) for _, branches in found))
    tellers = tuple(Teller(view.tellers(who), view.receivers(branches)) for who, branches in found)
    texts = (*(teller.name for teller in tellers), *chain.from_iterable(_texts(each.receivers) for each in tellers))
    silent = tuple(question for question in routine.open_questions if question.short and question.id not in shown)
    addressed = any(map(DU.search, (*texts, *(question.short or "" for question in silent))))
    return Learns(
        routine.role(view.reader).name if addressed else "",
        tellers,
        _kinds(tellers),
        silent,
        tuple(item for item in routine.guidance if item.handing_over),
        used(routine.terms, chain.from_iterable(_texts(teller.receivers) for teller in tellers)),
    )


def _kinds(tellers: tuple[Teller, ...]) -> tuple[str, ...]:
    found = {tag.kind for teller in tellers for tag in _tags(teller.receivers)}
    return tuple(kind for kind in get_args(Kind) if kind in found)


def _tags(receivers: tuple[Learner, ...]) -> Iterator[Tag]:
    for receiver in receivers:
        yield from chain.from_iterable(item.tags for item in receiver.items)
        yield from _tags(receiver.under)


def _texts(receivers: tuple[Learner, ...]) -> Iterator[str]:
    for receiver in receivers:
        yield receiver.name
        for item in receiver.items:
            yield from (phrase.text for phrase in item.words)
            yield from (tag.text for tag in item.tags)
        yield from _texts(receiver.under)


def _asked(branches: tuple[Hearer, ...]) -> Iterator[str]:
    """Yield the open questions of every step in which somebody is told."""
    for branch in branches:
        yield from chain.from_iterable(told.step.open_questions for told in branch.tellings)
        yield from _asked(branch.under)


def _read(told: Telling) -> bool:
    """Return whether a telling rests on our interpretation.

    Either that they are told it is an interpretation, or, when the tellers are among those responsible for the step,
    who is responsible.
    """
    step = told.step
    if isinstance(step, Question) or not set(told.tellers) <= set(step.responsible):
        return ours(told.basis)
    return ours(told.basis) or ours(step.responsible_basis)


class _View(Struct, frozen=True):
    """The routine as the role `reader` sees it."""

    routine: Routine
    reader: str

    def tellers(self, who: Tellers) -> str:
        own = self.routine.role(self.reader).own
        if who == (self.reader,) and own:
            return own
        return wording.together(self.name(id) for id in sorted(who, key=lambda id: id != self.reader))

    def name(self, role: str) -> str:
        return "Du" if role == self.reader else self.routine.role(role).name

    def receivers(self, branches: tuple[Hearer, ...], above: frozenset[Tag] = frozenset()) -> tuple[Learner, ...]:
        """Return the receivers of the branches.

        `above` holds the open questions shown further up the branch, which are not repeated.
        """
        return tuple(self.receiver(branch, above) for branch in branches)

    def receiver(self, branch: Hearer, above: frozenset[Tag]) -> Learner:
        items = tuple(self.items(branch.tellings, above))
        silent = above.union(tag for item in items for tag in item.tags if tag.kind == "silent")
        name, address = (self.name(branch.role), at.role(branch.role)) if branch.role else (branch.name, "")
        return Learner(name, address, items, self.receivers(branch.under, silent))

    def items(self, tellings: tuple[Telling, ...], above: frozenset[Tag]) -> Iterator[Heard]:
        """Yield the tellings, joining consecutive ones with the same tags."""
        for tags, group in groupby(tellings, self.tags):
            words = tuple(chain.from_iterable((self.words(told), *self.instead(told)) for told in group))
            yield Heard(words, tuple(tag for tag in tags if tag not in above))

    def instead(self, told: Telling) -> Iterator[Phrase]:
        """Yield the proxy who may act for the reader unasked.

        In that case the reader does not choose.
        """
        proxy = told.step.proxy if isinstance(told.step, Action) and self.reader in told.step.responsible else None
        if proxy and proxy.unasked:
            yield Phrase(f"{self.name(proxy.role)} kan göra det i stället.", ours(proxy.basis))

    def words(self, told: Telling) -> Phrase:
        """Return a telling as a sentence.

        The sentence is in the telling's own words, else about the answer to a question, else about the action.
        """
        if isinstance(told.step, Question):
            return self.answer(told, told.step)
        if not told.what:
            return self.deed(told, told.step)
        examples = wording.series([wording.inside(group) for group in told.step.groups]) if told.outside else ""
        return Phrase(wording.stopped(f"{told.what}{f', till exempel {examples}' if examples else ''}"), _read(told))

    def answer(self, told: Telling, question: Question) -> Phrase:
        if self.reader in told.tellers:
            return Phrase(f"får veta ditt svar på frågan ”{question.own or question.text}”.", _read(told))
        return Phrase(f"får veta svaret på frågan ”{question.text}”.", _read(told))

    def deed(self, told: Telling, action: Action) -> Phrase:
        """Return an action that tells somebody, as a sentence.

        An action of the reader's is in the reader's own words; an action of others is worded as done for the reader.
        """
        if self.reader in told.tellers:
            return Phrase(wording.stopped(action.text), _read(told))
        helped = next((item for item in action.helps if item.role == self.reader), None)
        reading = _read(told) or bool(helped and ours(helped.basis))
        does = helped.text if helped else action.others
        return Phrase(wording.stopped(f"{self.tellers(told.tellers)} {does}"), reading)

    def tags(self, told: Telling) -> tuple[Tag, ...]:
        """Return the tags of a telling, each once, in the order of the legend.

        They are what the reader decides, the other conditions and waits, and what the source does not say.
        """
        found = (*self.yours(told), *self.conditions(told), *self.silent(told))
        return tuple(dict.fromkeys(sorted(found, key=lambda tag: get_args(Kind).index(tag.kind))))

    def yours(self, told: Telling) -> Iterator[Tag]:
        """Yield the tags for what the reader decides or answers.

        They cover who speaks for the reader, who is told, and the reader's answer that is told.
        """
        step = told.step
        if isinstance(step, Question):
            if self.reader in step.answered_by:
                kind, does = YOURS if step.decided else ANSWERED
                yield Tag(kind, f"Du {does}{self.with_others(step)}", ours(step.basis))
        elif step.proxy and not step.proxy.unasked and self.reader in step.responsible:
            name = wording.inside(self.routine.role(step.proxy.role).name)
            yield Tag("yours", f"Du bestämmer: själv eller genom {name}", ours(step.proxy.basis))
        if told.chosen_by == self.reader:
            yield Tag("yours", "Du bestämmer vem", ours(told.basis))

    def conditions(self, told: Telling) -> Iterator[Tag]:
        if told.chosen_by not in ("", self.reader):
            yield Tag("if", f"{self.name(told.chosen_by)} väljer vem", ours(told.basis))
        yield from chain.from_iterable(self.condition(item) for item in told.step.conditions)
        yield from (Tag("if", wording.capital(item.text), ours(item.basis)) for item in told.step.after)
        if isinstance(told.step, Action) and told.step.within:
            limit = wording.limit(self.routine, told.step.within)
            yield Tag("if", wording.capital(limit), ours(told.step.within.basis))

    def condition(self, condition: Condition) -> Iterator[Tag]:
        """Yield the tags of a condition.

        If the reader decides or answers its question, a tag says so.
        """
        question = self.routine.question(condition.question)
        mine = self.reader in question.answered_by
        own = condition.own if mine and isinstance(condition, ActionCondition) else None
        yield Tag("if", wording.capital(own or condition.text), ours(condition.basis))
        if mine:
            who = wording.with_others(self.routine, "Du", self.others(question))
            kind, does = YOURS if question.decided else ANSWERED
            yield Tag(kind, f"{who} {does}", ours(question.basis))

    def with_others(self, question: Question) -> str:
        """Return ` med rektorn`, or an empty string when the reader answers alone."""
        others = self.others(question)
        return f" med {wording.names(self.routine, others)}" if others else ""

    def others(self, question: Question) -> list[str]:
        return [id for id in question.answered_by if id != self.reader]

    def silent(self, told: Telling) -> Iterator[Tag]:
        for question in open_questions(self.routine, told.step):
            if question.short:
                yield Tag("silent", question.short, address=at.open_question(question.id))
