"""The picture of a flowchart: its boxes and arrows.

There is one drawing, or one for each track.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from routine.layout import Block, Box, Drawing, Link, layout
from routine.model import wording
from routine.model.beside import OpenQuestion
from routine.model.fields import ANSWERS
from routine.model.grouping import by_key
from routine.model.model import Routine
from routine.model.steps import Track
from routine.pages.parts.facts import Phrase
from routine.pages.parts.parts import Owner

WAIT = "Efter"  # on an arrow to a step that waits
NO_BREAK = "\N{NO-BREAK SPACE}"
Fits = Callable[[Drawing], bool]


class FlowWay(Struct, frozen=True):
    """An arrow from a step to a step that depends on it.

    `label` is Ja or Nej where the other step depends on the answer, and empty where it depends on the step being done.
    `text` is the text of the dependent step, `words` its condition or dependency in words.
    """

    target: str
    label: str
    text: str
    words: str
    reading: bool


class FlowStep(Struct, frozen=True):
    """One line of the list.

    `who` names the holders in words. `conditions` are its conditions and dependencies. `beside` tells its limit and who
    is consulted; `noted` is the same as written in its box. `asked_by_us`: the question is our interpretation.
    `owned_by_us`: who is responsible is our interpretation.

    `row` is an action's number in the source. `open_questions` are those of a question: what the source does not say
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
        """Return a question's two answers, each with its arrows."""
        labels = [wording.capital(answer) for answer in ANSWERS] if self.question else []
        return tuple((label, tuple(way for way in self.ways if way.label == label)) for label in labels)

    @property
    def reading(self) -> bool:
        """Return whether its box bears the mark of an interpretation.

        A condition or a dependency bears its own mark, on the arrow.
        """
        return self.asked_by_us or self.owned_by_us


class FlowTrack(Struct, frozen=True):
    """A track's steps in order.

    `slot` counts from 1 and chooses the line; it is 0 where there is no track, and is then drawn as the first.
    """

    track: Track | None
    slot: int
    steps: tuple[FlowStep, ...]


class Node(Struct, frozen=True):
    """A box of the drawing.

    `step` is the id of the step that it shows; a shared action has one box for each owner. `step` is empty for a box
    that only refers to another part. `name` is the whole text and whose it is, for screen readers: the lines of a box
    may split a word, and its column is not read out. `reading`: the box bears the mark of an interpretation.
    """

    box: Box
    step: str
    name: str
    slot: int
    address: str
    reading: bool


class FlowPart(Struct, frozen=True):
    """A drawing of all steps, or of the steps of one part.

    A part has a `number` from 1, the count of parts in `of`, and a `title`; the number of a whole drawing is 0.
    """

    number: int
    of: int
    title: str
    steps: tuple[FlowStep, ...]
    drawing: Drawing
    nodes: tuple[Node, ...]

    @property
    def said(self) -> str:
        """Return the heading, such as `Del 2 av 8: Stöd`.

        It is empty for a drawing of all steps.
        """
        return f"Del {self.number} av {self.of}: {self.title}" if self.number else ""

    @property
    def told(self) -> frozenset[str]:
        """Return the ids of the boxes that only refer to another part."""
        return frozenset(node.box.id for node in self.nodes if not node.step)


class _Whole(Struct, frozen=True):
    """The data that every part is made from.

    `ways` holds all arrows to a step, by its id, each with its source. `numbers` holds the part of each step, by id; it
    is empty where there is one drawing.
    """

    routine: Routine
    ways: Mapping[str, Sequence[tuple[FlowStep, FlowWay]]]
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, routine: Routine, tracks: tuple[FlowTrack, ...]) -> _Whole:
        """Collect the data of one drawing of all tracks."""
        steps = (step for track in tracks for step in track.steps)
        return cls(routine, by_key((way.target, (step, way)) for step in steps for way in step.ways), {})

    def led(self, step: FlowStep) -> Iterator[tuple[FlowStep, FlowWay]]:
        """Return the arrows to a step from other parts."""
        return ((source, way) for source, way in self.ways.get(step.id, ()) if self.apart(source, way))

    def apart(self, step: FlowStep, way: FlowWay) -> bool:
        """Return whether an arrow goes to another part."""
        return self.numbers.get(step.id) != self.numbers.get(way.target)


def pictures(routine: Routine, tracks: tuple[FlowTrack, ...], fits: Fits) -> tuple[FlowPart, ...]:
    """Draw all tracks in one if that `fits`, else each track apart.

    A chart of a single track is always one drawing.
    """
    whole = widened(routine, tracks)
    return (whole,) if len(tracks) == 1 or fits(whole.drawing) else parted(routine, tracks)


@lru_cache(maxsize=8)  # Each paper size tries the same drawing.
def widened(routine: Routine, tracks: tuple[FlowTrack, ...], wide: float = 1) -> FlowPart:
    """Draw all tracks in one, with boxes `wide` times the usual width."""
    return _part(_Whole.of(routine, tracks), tracks, wide)


def parted(routine: Routine, tracks: tuple[FlowTrack, ...], wide: float = 1) -> tuple[FlowPart, ...]:
    """Draw each track apart, with boxes `wide` times the usual width."""
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


# --- Boxes and links for the layout -----------------------------------------------------------------------------------


def _twin(step: str, owner: str) -> str:
    return f"{step}@{owner}"


def _mark(step: str) -> str:
    """Return the id of the box above a step for arrows from other parts."""
    return f"{step}@"


def _blocks(whole: _Whole, tracks: tuple[FlowTrack, ...]) -> Iterator[Block]:
    """Yield the boxes to lay out.

    Each step has a level of its own, in the track's order, so that place is the order of reading. The tracks stand side
    by side, below the step that opens the case. A shared action has a box in each owner's lane. Boxes for arrows from
    other parts have levels of their own in between.
    """
    lane = {item.id: at for at, item in enumerate(whole.routine.roles)}
    opening = whole.routine.opening.id if whole.routine.opening else ""
    tops = {part.slot: at for part in tracks for at, step in enumerate(part.steps, 1) if step.id == opening}
    for side, part in enumerate(tracks):
        first = 0 if part.slot in tops else max(tops.values(), default=0)
        for level, step in enumerate(part.steps, first):
            kind = "question" if step.question else "action"
            # A sign on a line of its own would look like a step.
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
    """Yield a note of the parts in which arrows go on, for each answer."""
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
            # Notes are shown once, in the lane of the first owner.
            noted = () if twin else step.noted
            told = (step.text, *(phrase.text for phrase in noted), *(() if twin else _onward(whole, step)))
            name = _sentences((*told, _held_by(step, twin)))
            yield Node(box, step.id, name, slot, step.address, step.reading or _any_reading(noted))


def _held_by(step: FlowStep, twin: str) -> str:
    """Name the owners of a box.

    A shared action has one box for each owner, but a question has one box for all who answer it.
    """
    owners = step.owners if step.question else [each for each in step.owners if each.id == twin] or step.owners[:1]
    return wording.together(owner.name for owner in owners)


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(wording.stopped(text) for text in texts)


def _any_reading(phrases: Iterable[Phrase]) -> bool:
    return any(phrase.reading for phrase in phrases)
