"""A flowchart's picture: its boxes and arrows, in one drawing, or one for each track."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from routine.domain import wording
from routine.domain.beside import OpenQuestion
from routine.domain.fields import ANSWERS
from routine.domain.grouping import by_key
from routine.domain.model import Routine
from routine.domain.steps import Track
from routine.layout import Block, Box, Drawing, Link, layout
from routine.views.facts import Phrase
from routine.views.parts import Owner

WAIT = "Efter"  # on an arrow to what waits
NO_BREAK = "\N{NO-BREAK SPACE}"
Fits = Callable[[Drawing], bool]


class FlowWay(Struct, frozen=True):
    """What hangs on a step: on its answer, with `label` Ja or Nej, or on its being over.
    `text` is the step that does, `words` what it says that it hangs on."""

    target: str
    label: str
    text: str
    words: str
    reading: bool


class FlowStep(Struct, frozen=True):
    """One line of the list. `who` names the holders in words; `conditions` are when it applies, and what it waits for,
    `beside` by when it is done and who is consulted, `noted` the same as it stands in its box.
    Of what we have read into the source a question is `asked_by_us`, who is responsible `owned_by_us`.

    `row` is an action's number in the source; `open_questions` are those of a question: what the source does not say
    about it.
    """

    id: str
    row: int | None
    question: bool
    text: str
    owners: tuple[Owner, ...]
    address: str
    ways: tuple[FlowWay, ...]
    asked_by_us: bool
    owned_by_us: bool
    conditions: tuple[Phrase, ...]
    beside: tuple[Phrase, ...]
    noted: tuple[Phrase, ...]
    open_questions: tuple[OpenQuestion, ...]
    who: str

    @property
    def answers(self) -> tuple[tuple[str, tuple[FlowWay, ...]], ...]:
        """A question's two answers, each with what hangs on it."""
        labels = [wording.capital(answer) for answer in ANSWERS] if self.question else []
        return tuple((label, tuple(way for way in self.ways if way.label == label)) for label in labels)

    @property
    def reading(self) -> bool:
        """Whether its box bears the mark. A condition or a wait bears its own, on the arrow."""
        return self.asked_by_us or self.owned_by_us


class FlowTrack(Struct, frozen=True):
    """A track's steps in order; `slot` counts from 1 and chooses the line; 0, without a track, is as the first."""

    track: Track | None
    slot: int
    steps: tuple[FlowStep, ...]


class Node(Struct, frozen=True):
    """A box of the drawing; `step` is the id of what it shows, which a shared action does once for each owner,
    and empty for what only tells of another part. `name` is what it says whole and whose it is, for who listens: its
    lines may part a word, and its column is not heard. `reading` when it bears the mark of one."""

    box: Box
    step: str
    name: str
    slot: int
    address: str
    reading: bool


class FlowPart(Struct, frozen=True):
    """A drawing of all the steps, or of some: then it has a number, from 1, of so many, and a title."""

    number: int
    of: int
    title: str
    steps: tuple[FlowStep, ...]
    drawing: Drawing
    nodes: tuple[Node, ...]

    @property
    def said(self) -> str:
        """`Del 2 av 8: Stöd`; empty for a drawing of it all."""
        return f"Del {self.number} av {self.of}: {self.title}" if self.number else ""

    @property
    def told(self) -> frozenset[str]:
        """The boxes that only tell of another part, by id."""
        return frozenset(node.box.id for node in self.nodes if not node.step)


class _Whole(Struct, frozen=True):
    """What every part is made from. `ways` are all that lead to a step, with where each comes from; `numbers` are the
    steps' parts, none where there is one drawing."""

    routine: Routine
    ways: Mapping[str, Sequence[tuple[FlowStep, FlowWay]]]
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, routine: Routine, tracks: tuple[FlowTrack, ...]) -> _Whole:
        """As one drawing."""
        steps = (step for track in tracks for step in track.steps)
        return cls(routine, by_key((way.target, (step, way)) for step in steps for way in step.ways), {})

    def led(self, step: FlowStep) -> Iterator[tuple[FlowStep, FlowWay]]:
        """What leads to a step from other parts."""
        return ((source, way) for source, way in self.ways.get(step.id, ()) if self.apart(source, way))

    def apart(self, step: FlowStep, way: FlowWay) -> bool:
        """Whether what hangs on a step stands in another part."""
        return self.numbers.get(step.id) != self.numbers.get(way.target)


def pictures(routine: Routine, tracks: tuple[FlowTrack, ...], fits: Fits) -> tuple[FlowPart, ...]:
    """Draw all in one if that `fits`, or has one track; else each track."""
    whole = widened(routine, tracks)
    return (whole,) if len(tracks) == 1 or fits(whole.drawing) else parted(routine, tracks)


@lru_cache(maxsize=8)  # Each paper tries the same.
def widened(routine: Routine, tracks: tuple[FlowTrack, ...], wide: float = 1) -> FlowPart:
    """Draw all in one, with boxes so many times as wide as usual."""
    return _part(_Whole.of(routine, tracks), tracks, wide)


def parted(routine: Routine, tracks: tuple[FlowTrack, ...], wide: float = 1) -> tuple[FlowPart, ...]:
    """Draw each track."""
    numbers = {step.id: number for number, track in enumerate(tracks, 1) for step in track.steps}
    whole = replace(_Whole.of(routine, tracks), numbers=numbers)
    return tuple(
        replace(
            _part(whole, (part,), wide), number=number, of=len(tracks), title=part.track.title if part.track else ""
        )
        for number, part in enumerate(tracks, 1)
    )


def _part(whole: _Whole, tracks: tuple[FlowTrack, ...], wide: float) -> FlowPart:
    lanes = [item.name for item in whole.routine.roles]
    blocks, links = list(_blocks(whole, tracks)), [*_links(whole, tracks), *_twins(tracks)]
    drawing = layout(lanes, blocks, links, wide)
    steps = tuple(step for part in tracks for step in part.steps)
    return FlowPart(0, 1, "", steps, drawing, tuple(_nodes(whole, tracks, drawing)))


# --- What the layout draws -------------------------------------------------------------------------------------------


def _twin(step: str, owner: str) -> str:
    return f"{step}@{owner}"


def _mark(step: str) -> str:
    """The box above a step that tells what leads there from other parts."""
    return f"{step}@"


def _blocks(whole: _Whole, tracks: tuple[FlowTrack, ...]) -> Iterator[Block]:
    """Steps get a level each, in the track's order: place is the order of reading. The tracks stand side by side, below
    what opens the case. A shared action stands in each owner's lane. What leads from other parts has a level between.
    """
    lane = {item.id: at for at, item in enumerate(whole.routine.roles)}
    opening = whole.routine.opening.id if whole.routine.opening else ""
    tops = {part.slot: at for part in tracks for at, step in enumerate(part.steps, 1) if step.id == opening}
    for side, part in enumerate(tracks):
        first = 0 if part.slot in tops else max(tops.values(), default=0)
        for level, step in enumerate(part.steps, first):
            kind = "question" if step.question else "action"
            # On a line of its own the sign would look like a step.
            text = _signed(Phrase(step.text, step.reading))
            own = lane[step.owners[0].id]
            if led := "\n".join(map(_signed, _from(whole, step))):
                yield Block(_mark(step.id), own, side, 2 * level, "mark", led)
            notes = "\n".join((*map(_signed, step.noted), *_onward(whole, step)))
            yield Block(step.id, own, side, 2 * level + 1, kind, text, notes)
            for other in step.owners[1:] if not step.question else ():
                yield Block(_twin(step.id, other.id), lane[other.id], side, 2 * level + 1, kind, text)


def _signed(phrase: Phrase) -> str:
    return f"{phrase.text}{NO_BREAK}{wording.SIGN}" if phrase.reading else phrase.text


def _from(whole: _Whole, step: FlowStep) -> Iterator[Phrase]:
    for source, way in whole.led(step):
        yield Phrase(f"Del{NO_BREAK}{whole.numbers[source.id]}: {way.words}", way.reading)


def _onward(whole: _Whole, step: FlowStep) -> Iterator[str]:
    """Where an arrow goes on in another part, by answer."""
    for label in dict.fromkeys(way.label for way in step.ways):
        numbers = {whole.numbers[way.target] for way in step.ways if way.label == label and whole.apart(step, way)}
        if numbers:
            parts = wording.series([str(number) for number in sorted(numbers)])
            yield f"{f'{label}: v' if label else 'V'}idare i del{NO_BREAK}{parts}"


def _links(whole: _Whole, tracks: tuple[FlowTrack, ...]) -> Iterator[Link]:
    for step in (step for part in tracks for step in part.steps):
        if any(whole.led(step)):
            yield Link(_mark(step.id), step.id)
        for way in step.ways:
            if not whole.apart(step, way):
                label = way.label or WAIT
                yield Link(step.id, way.target, f"{label} {wording.SIGN}" if way.reading else label)


def _twins(tracks: tuple[FlowTrack, ...]) -> Iterator[Link]:
    for part in tracks:
        for step in part.steps:
            if not step.question:
                for other in step.owners[1:]:
                    yield Link(step.id, _twin(step.id, other.id), joined=True)


def _nodes(whole: _Whole, tracks: tuple[FlowTrack, ...], drawing: Drawing) -> Iterator[Node]:
    steps = {step.id: (step, part.slot) for part in tracks for step in part.steps}
    for box in drawing.boxes:
        id, _, twin = box.id.partition("@")
        step, slot = steps[id]
        if box.kind == "mark":
            led = list(_from(whole, step))
            source, _ = next(whole.led(step))
            yield Node(box, "", _sentences(phrase.text for phrase in led), slot, source.address, _any_reading(led))
        else:
            # What stands in its box does so once, in the lane of the first who holds it.
            noted = () if twin else step.noted
            told = (step.text, *(phrase.text for phrase in noted), *(() if twin else _onward(whole, step)))
            name = _sentences((*told, _held_by(step, twin)))
            yield Node(box, step.id, name, slot, step.address, step.reading or _any_reading(noted))


def _held_by(step: FlowStep, twin: str) -> str:
    """Whose a box is: what several own has one for each, but several may answer a question."""
    owners = step.owners if step.question else [each for each in step.owners if each.id == twin] or step.owners[:1]
    return wording.together(owner.name for owner in owners)


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(wording.stopped(text) for text in texts)


def _any_reading(phrases: Iterable[Phrase]) -> bool:
    return any(phrase.reading for phrase in phrases)
