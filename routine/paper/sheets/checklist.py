"""One role's checklist on A4.

The first step stands first, then pause points with boxes, words to say and room to write.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from routine.model import wording
from routine.model.model import Routine
from routine.model.people import Role
from routine.model.steps import Track
from routine.model.wording import ours
from routine.pages.checklist.checklist import AskLine, ListLine, PausePoint, PauseTrack, checklist
from routine.paper.sheet import Drawn
from routine.paper.sheets.advice import source_of
from routine.paper.sheets.common import Function, Number, SheetWords, functions, numbers, whose

Signed = tuple[str, ...]  # The labels of lines to write on: who, day, time.


class Unanswered(Struct, frozen=True):
    """A question that the routine leaves open, and what helps meanwhile."""

    question: str
    words: str


class SheetRow(Struct, frozen=True):
    """A line with a box to tick, or a question with a box for each answer.

    `answers` are those of a question. Without `deed` there is nothing to tick: the line tells what somebody else
    does.

    `emphasis` is a part of the text. `held` is the condition, which continues the text of a step and stands before a
    question. `facts` are whole sentences, `fuller` the same with more, for a sheet that has room for it. `limit` is a
    limit in words, `call` a number, `say` words to say, `meanwhile` the help when the step cannot be done, `heard`
    who has answered, `signed` the labels of lines to write on. All may be empty.
    """

    text: str
    emphasis: str = ""
    held: str = ""
    facts: str = ""
    fuller: str = ""
    limit: str = ""
    call: str = ""
    say: tuple[str, ...] = ()
    meanwhile: tuple[Unanswered, ...] = ()
    heard: str = ""
    answers: tuple[str, ...] = ()
    signed: Signed = ()
    deed: bool = True


class SheetGroup(Struct, frozen=True):
    """A pause point: rows under a heading.

    `number` is the section's number in the source, `mark` the mark of an interpretation, `use` how to use the rows.
    """

    title: str
    number: str
    mark: str
    use: str
    rows: tuple[SheetRow, ...]


class TrackList(Struct, frozen=True):
    """The pause points of a track.

    `label` includes the mark of an interpretation. An even `slot` has a dashed rail.
    """

    label: str
    slot: int
    groups: tuple[SheetGroup, ...]


class SheetAdvice(Struct, frozen=True):
    """Current guidance under its title, with its source."""

    title: str
    points: tuple[str, ...]
    source: str


class ChecklistMatter(Struct, frozen=True):
    """The content of one role's checklist on A4.

    `purpose` says what the checklist is for, `starts` when to take it out, `case_head` what to write last by hand.
    `place` and `places` are the role's place among all, which decides where along the edge its mark stands.
    """

    words: SheetWords
    title: str
    owner: str
    purpose: str
    starts: str
    name: str
    lead: str
    not_yours: tuple[str, ...]
    case_head: tuple[str, ...]
    numbers: tuple[Number, ...]
    tracks: tuple[TrackList, ...]
    guidance: tuple[SheetAdvice, ...]
    contacts: tuple[Function, ...]
    ours: str
    place: Drawn[int]
    places: Drawn[int]

    @property
    def groups(self) -> tuple[SheetGroup, ...]:
        """Return the pause points of all tracks."""
        return tuple(group for track in self.tracks for group in track.groups)


def listed(routine: Routine, role: Role) -> ChecklistMatter:
    """Build the checklist of a role."""
    view = checklist(routine, role.id)
    return ChecklistMatter(
        words=SheetWords(),
        title=f"Checklista, {wording.inside(role.name)}",
        owner=role.name,
        purpose=role.summary,
        starts=wording.marked(f"Du börjar när {role.starts.text}", ours(role.starts.basis)) if role.starts else "",
        name=f"Checklista, {wording.inside(role.name)}",
        lead=view.only_asked,
        not_yours=tuple(limit.marked for limit in view.not_yours if view.only_asked),
        case_head=view.case_head,
        numbers=numbers(view.emergency),
        tracks=tuple(_track(track, view.tracks[:at]) for at, track in enumerate(view.tracks)),
        guidance=tuple(SheetAdvice(item.title, item.points, source_of(item)) for item in view.guidance),
        contacts=functions(view.reach),
        ours=whose(routine),
        place=routine.roles.index(role),
        places=len(routine.roles),
    )


def _label(track: Track, above: Iterable[Track]) -> str:
    """Return a track's label, and which tracks above run in parallel.

    It waits for none of those.
    """
    others = [each.number or wording.inside(each.title) for each in above]
    beside = f", samtidigt med {wording.series(others)}" if others else ""
    return wording.marked(f"{track.label}{beside}", ours(track.basis))


def _track(track: PauseTrack, above: Iterable[PauseTrack]) -> TrackList:
    label = _label(track.track, [each.track for each in above if each.track]) if track.track else ""
    return TrackList(label, track.slot, tuple(map(_group, track.points)))


def _group(point: PausePoint) -> SheetGroup:
    return SheetGroup(
        point.section.title,
        point.section.label,
        wording.READING if ours(point.section.basis) else "",
        _use(point),
        tuple(_row(item) if isinstance(item, ListLine) else _asked(item) for item in point.items),
    )


def _use(point: PausePoint) -> str:
    """Return how to use the rows, or "" where there is nothing to tick."""
    words = SheetWords()
    if not any(isinstance(item, AskLine) or item.deed for item in point.items):
        return ""
    return words.aloud if point.aloud else words.confirm


def _row(line: ListLine) -> SheetRow:
    text = line.text.removesuffix(".") if line.held else line.text
    return SheetRow(
        text if line.mine else wording.marked(text, line.reading),
        line.emphasis,
        ", ".join(phrase.marked for phrase in line.held),
        " ".join(sentence.marked for sentence in line.beside),
        limit=wording.marked(wording.capital(line.limit.text), line.limit.reading) if line.limit else "",
        call=wording.marked(f"{line.call.text}.", line.call.reading) if line.call else "",
        say=line.say,
        meanwhile=tuple(Unanswered(advice.question.question, advice.words) for advice in line.meanwhile),
        signed=_labels(line),
        deed=line.deed,
    )


def _labels(line: ListLine) -> Signed:
    """Return the labels of the lines to write on.

    They are, for a step with a limit, the last day and time; then the day and time when it was done, by whom where
    several may do it, and with whom where somebody is called.
    """
    words = SheetWords()
    last = (f"{words.last}, kl." if line.timed else words.last,) if line.limit else ()
    who = (*((words.who,) if line.several else ()), *((words.spoke,) if line.call else ()))
    return (*last, words.day, words.time, *who) if line.signed else ()


def _meaning(decision: AskLine, *, full: bool) -> str:
    """Return what each answer leads to, and when to call.

    With `full` also what holds after each answer.
    """
    said: list[str] = []
    for answer, phrase, then in decision.means:
        said += [f"{wording.capital(answer)}: {phrase.marked}", *([then.marked] if then and full else [])]
    return " ".join((*said, *([decision.acute] if decision.acute else [])))


def _asked(decision: AskLine) -> SheetRow:
    """Build the row of a question.

    It says when the question is asked and what it waits for; who has answered stands last, before the answers.
    """
    words = SheetWords()
    return SheetRow(
        wording.marked(decision.question, decision.reading),
        held=wording.capital(", ".join(phrase.marked for phrase in decision.conditions)),
        facts=_meaning(decision, full=False),
        fuller=_meaning(decision, full=True),
        heard=decision.heard,
        answers=(words.yes, words.no, words.not_yet),
        signed=(words.day, words.time, words.told_by if decision.told else words.told_to) if decision.signed else (),
    )
