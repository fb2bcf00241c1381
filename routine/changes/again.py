"""Texts to read again because of a change.

Texts that repeat one that has changed, and old names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from routine.changes.lines import Line
from routine.changes.matching import matched
from routine.changes.places import standing
from routine.changes.reassigned import reassigned
from routine.changes.renamed import followed, renamed
from routine.changes.sentences import sentence
from routine.check.rules.references import named
from routine.check.rules.texts import Leaf, of_today, prose
from routine.model import wording
from routine.model.graph import Step
from routine.model.model import Routine
from routine.model.naming import in_short, whole
from routine.model.steps import Action, Question, Said, Told

# Fields that repeat the text of an action or a question, to somebody else or somewhere else.
SAME = {Action: ("others", "done", "wallet", "say", "proxy", "participants", "helps"), Question: ("own", "said")}
Place = tuple[str | int, ...]  # A path, as in the rules.

# Phrases by which a text says that the routine leaves something open.
SILENT = re.compile(r"\b(?:säger|nämner|anger|framgår|står) (?:inte|inget|ingenting|ej)\b", re.IGNORECASE)


def again(old: Routine, new: Routine) -> tuple[Line, ...]:
    """Return a line for each matter to read again, with the places below it."""
    before = followed(old, renamed(old, new))
    return (
        *_texts(before, new, "actions", "Åtgärden"),
        *_texts(before, new, "questions", "Frågan"),
        *_names(before, new),
        *_answered(before, new),
        *reassigned(before, new),
        *_printed(before, new),
    )


def _printed(old: Routine, new: Routine) -> Iterator[Line]:
    """Yield a line about facts on every sheet that the codes do not cover.

    Sheets already printed keep the old facts, with an unchanged code.
    """
    beside = (
        ("organisationens namn", old.organisation.name, new.organisation.name),
        ("webbplatsens namn", old.site.name, new.site.name),
        ("källans dag", old.source.date, new.source.date),
    )
    if left := [words for words, before, after in beside if before != after]:
        yield f"Det som redan är utskrivet har kvar {wording.series(left)} som det var, med samma kod.", ()


def _silent(routine: Routine, steps: Collection[Place]) -> Iterator[Leaf]:
    """Yield texts near the steps that say the routine is silent.

    `steps` may also be other items. The easy texts of the steps are included.
    """
    ids = {getattr(routine, str(name))[at].id for name, at in steps if isinstance(at, int)}
    easy = enumerate(routine.easy.steps if routine.easy else ())
    near = {*steps, *(("easy", "steps", j) for j, step in easy if step.step in ids)}
    return (leaf for leaf in prose(routine) if {leaf.path[:2], leaf.path[:3]} & near and SILENT.search(leaf.text))


def _answered(old: Routine, new: Routine) -> Iterator[Line]:
    """Yield a line for each removed open question that left texts behind.

    Texts near the items that referred to it may still say that the routine is silent; the check reports that only while
    something refers to the question.
    """
    for gone in matched(old.open_questions, new.open_questions).gone:
        things = {path[:2] for path, id in named(old, "open_questions") if id == gone.id}
        left = [*_silent(new, {*_still_there(old, new, things)})]
        if left:
            told = (
                f"Den öppna frågan ”{gone.question}” är borta. Läs igenom det som säger att rutinen inte säger något:"
            )
            yield told, standing(new, iter(left))


def _still_there(old: Routine, new: Routine, things: Collection[Place]) -> Iterator[Place]:
    """Yield the paths of the items in the new routine, and their guidance."""
    for name, at in things:
        thing = getattr(old, str(name))[at]
        yield from _placed(new, str(name), {thing.id})
        yield from _placed(new, "guidance", getattr(thing, "guidance", ()))


def _placed(routine: Routine, name: str, ids: Collection[str]) -> Iterator[Place]:
    return ((name, i) for i, each in enumerate(getattr(routine, name)) if each.id in ids)


def _texts(old: Routine, new: Routine, name: str, called: str) -> Iterator[Line]:
    """Yield a line for each changed text whose repetitions have not changed."""
    for before, after in matched(getattr(old, name), getattr(new, name)).pairs:
        kept = [*_kept(new, before, after), *_easy(old, new, after.id)] if before.text != after.text else []
        if kept:
            told = f"{called} ”{after.text}”: texten är ändrad, men inte {wording.series(kept)}."
            yield f"{told} Läs igenom även det.", ()


def _kept(routine: Routine, before: Step, after: Step) -> Iterator[str]:
    for key in SAME[type(after)]:
        one, other = getattr(before, key), getattr(after, key)
        if other and not isinstance(other, tuple | Told):
            yield from [f"{_label(after, key)} ({key})"] if one == other else []
        elif key == "say":
            yield from [f"{_label(after, key)} (say)"] if other and one == other else []
        else:
            yield from (f"{words} ({key})" for words in _told(routine, one, other))


def _told(routine: Routine, one: object, other: object) -> Iterator[str]:
    """Yield the unchanged repetitions for a role or an answer.

    Each has a wording of its own.
    """
    told = {_known_by(each): each.text for each in _each(one)}
    for each in _each(other):
        if told.get(_known_by(each)) == each.text:
            yield _called(routine, each)


def _known_by(part: Told | Said) -> str:
    return part.answer if isinstance(part, Said) else part.role


def _each(value: object) -> tuple[Told | Said, ...]:
    return (value,) if isinstance(value, Told) else value if isinstance(value, tuple) else ()


def _called(routine: Routine, part: Told | Said) -> str:
    if isinstance(part, Said):
        return f"orden för svaret {part.answer}"
    return f"texten till {wording.inside(routine.role(part.role).name)}"


def _easy(old: Routine, new: Routine, id: str) -> Iterator[str]:
    if not old.easy or not new.easy:
        return
    lines = {step.step: step.lines for step in old.easy.steps}
    if any(step.step == id and step.lines == lines.get(id) for step in new.easy.steps):
        yield "raderna på Lätt att läsa (easy)"


def _label(part: Step, key: str) -> str:
    return wording.inside(sentence(type(part), key).label)


def _names(old: Routine, new: Routine) -> Iterator[Line]:
    """Yield lines about texts that use the old name of a renamed role."""
    names = [role.name for role in new.roles]
    texts = [*of_today(new)]
    for before, after in matched(old.roles, new.roles).pairs:
        name = before.name
        if name == after.name:
            continue
        if name not in (*after.formerly, *names):
            yield _formerly(name, after.name), standing(new, (leaf for leaf in texts if whole(name, names, leaf.text)))
        short = {word.casefold(): leaf for leaf in texts for word in in_short(name, names, leaf.text)}
        if short:
            words = wording.series([f"”{word}”" for word in short], "eller")
            left = (leaf for leaf in texts if in_short(name, names, leaf.text))
            yield f"{words} kan vara det gamla namnet ”{name}” i korthet, och står kvar:", standing(new, left)


def _formerly(old: str, new: str) -> str:
    return (
        f"Rollen ”{new}” hette ”{old}”. Skriv det gamla namnet på rollen, som formerly: [{old}], "
        "så säger kontrollen till var det står kvar."
    )
