"""One role's checklist on A4: the first thing first, then pause points with boxes, words to say and room to write."""

from __future__ import annotations

from msgspec import Struct

from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.people import Role
from routine.domain.wording import ours
from routine.print.sheet import Drawn
from routine.print.sheets.common import Function, Number, SheetWords, functions, numbers, whose
from routine.views.checklist import AskLine, ListLine, PausePoint, PauseTrack, checklist

Signed = tuple[str, ...]  # The labels of what is to be written: who, day, time.


class Unanswered(Struct, frozen=True):
    """What the routine leaves open in a step, and what helps meanwhile."""

    question: str
    words: str


class SheetRow(Struct, frozen=True):
    """A line with a box to tick, or with `answers` a question with a box for each.

    `emphasis` is a part of the text, `facts` whole sentences, `limit` a limit in words, `call` a number, `say` words to
    say, `meanwhile` what helps when it cannot be done, `signed` the labels of lines to write on. All may be empty.
    """

    text: str
    emphasis: str = ""
    facts: str = ""
    limit: str = ""
    call: str = ""
    say: tuple[str, ...] = ()
    meanwhile: tuple[Unanswered, ...] = ()
    answers: tuple[str, ...] = ()
    signed: Signed = ()


class SheetGroup(Struct, frozen=True):
    """A pause point: rows under a heading. `number` is the section's in the source, `mark` that of a reading, `use` how
    the rows are meant to be used."""

    title: str
    number: str
    mark: str
    use: str
    rows: tuple[SheetRow, ...]


class TrackList(Struct, frozen=True):
    """The pause points of a track, whose label has its mark; an even `slot` has a dashed rail."""

    label: str
    slot: int
    groups: tuple[SheetGroup, ...]


class SheetAdvice(Struct, frozen=True):
    """Current guidance under its title."""

    title: str
    points: tuple[str, ...]


class ChecklistMatter(Struct, frozen=True):
    """One role's checklist on A4. `purpose` says what it is for, `case_head` what is written at its top by hand.
    `place` and `places` say where along the edge its mark stands: the role's place among all."""

    words: SheetWords
    title: str
    owner: str
    purpose: str
    name: str
    lead: str
    limits: tuple[str, ...]
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
        """The pause points of all tracks."""
        return tuple(group for track in self.tracks for group in track.groups)


def listed(routine: Routine, role: Role) -> ChecklistMatter:
    """The checklist of a role."""
    view = checklist(routine, role.id)
    return ChecklistMatter(
        words=SheetWords(),
        title=f"Checklista, {wording.inside(role.name)}",
        owner=role.name,
        purpose=role.summary,
        name=f"Checklista, {wording.inside(role.name)}",
        lead=view.only_asked,
        limits=tuple(limit.marked for limit in view.limits if view.only_asked),
        case_head=view.case_head,
        numbers=numbers(view.emergency),
        tracks=tuple(map(_track, view.tracks)),
        guidance=tuple(SheetAdvice(item.title, item.points) for item in view.guidance),
        contacts=functions(view.reach),
        ours=whose(routine),
        place=routine.roles.index(role),
        places=len(routine.roles),
    )


def _label(track: PauseTrack) -> str:
    """A track's name with its label in the source; empty where there are not several."""
    return wording.marked(track.track.label, ours(track.track.basis)) if track.track else ""


def _track(track: PauseTrack) -> TrackList:
    return TrackList(_label(track), track.slot, tuple(map(_group, track.points)))


def _group(point: PausePoint) -> SheetGroup:
    words = SheetWords()
    return SheetGroup(
        point.section.title,
        point.section.label,
        wording.READING if ours(point.section.basis) else "",
        words.aloud if point.aloud else words.confirm,
        tuple(_row(item) if isinstance(item, ListLine) else _asked(item) for item in point.items),
    )


def _row(line: ListLine) -> SheetRow:
    return SheetRow(
        line.text if line.mine else wording.marked(line.text, line.reading),
        line.emphasis,
        " ".join(sentence.marked for sentence in line.sentences),
        wording.marked(wording.capital(line.limit.text), line.limit.reading) if line.limit else "",
        wording.marked(f"{line.call.text}.", line.call.reading) if line.call else "",
        line.say,
        tuple(Unanswered(advice.question.question, advice.words) for advice in line.meanwhile),
        signed=_labels(line),
    )


def _labels(line: ListLine) -> Signed:
    """When it was done, and by whom where several may do it. By which day, for what has a limit, and at what time."""
    words = SheetWords()
    last = (f"{words.last}, kl." if line.timed else words.last,) if line.limit else ()
    return (*last, words.day, words.time, *((words.who,) if line.several else ())) if line.signed else ()


def _asked(decision: AskLine) -> SheetRow:
    """With when it is asked, and what it waits for."""
    words = SheetWords()
    held = [wording.stopped(wording.capital(phrase.marked)) for phrase in decision.conditions]
    held += [f"{wording.capital(answer)}: {phrase.marked}" for answer, phrase in decision.means]
    return SheetRow(
        wording.marked(decision.text, decision.reading),
        facts=" ".join(held),
        answers=(words.yes, words.no, words.not_yet),
        signed=(words.day, words.time, words.told_by if decision.told else words.told_to) if decision.signed else (),
    )
