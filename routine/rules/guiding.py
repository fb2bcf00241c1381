"""What the guide says beside a step: what an answer means, and which number to ring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routine.domain.grouping import again, by_key
from routine.domain.model import Routine
from routine.domain.steps import Meaning, Said
from routine.domain.telephone import LEAST_SHORT, PUBLIC, figures, is_short, short_in
from routine.reading.finding import Finding
from routine.reading.likeness import closest, listing
from routine.reading.nodes import Path
from routine.rules.core import rule
from routine.rules.personal import declared
from routine.rules.texts import of_today


@rule("questions.*.means", "questions.*.said", "questions.*.text")
def answer_explained_twice(routine: Routine) -> Iterator[Finding]:
    """The one who chooses reads one meaning of each answer, and hands over one text: of two she could not know which
    holds."""
    for i, question in enumerate(routine.questions):
        meant = "skriv det som gäller efter svaret under then på den första, eller rätta svaret."
        yield from _twice(question.text, ("questions", i, "means"), question.means, "förklaras", meant)
        yield from _twice(question.text, ("questions", i, "said"), question.said, "står i ord", "ta bort ett av dem.")


def _twice(question: str, path: Path, parts: Iterable[Meaning | Said], does: str, remedy: str) -> Iterator[Finding]:
    for answer, j, first in again((part.answer, j) for j, part in enumerate(parts)):
        yield Finding(
            "R061",
            (*path, j, "answer"),
            f"Svaret {answer} på frågan ”{question}” {does} två gånger.",
            f"varje svar högst en gång i {path[-1]}",
            remedy,
            (((*path, first, "answer"), f"{does} redan här"),),
        )


@rule()
def number_mistyped(routine: Routine) -> Iterator[Finding]:
    """One figure from a number that saves lives, or that number in pieces, where it is declared or where a text says
    whom to ring."""
    for path, (message, hint) in _mistyped(routine):
        own = "eller funktionens eget nummer, som det står under contacts eller emergency"
        yield Finding("R087", path, message, f"{listing(PUBLIC)}, {own}", hint)


def _mistyped(routine: Routine) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Where, what is wrong and what to do. Another number in an advice than its own is told as that."""
    every = declared(routine)
    known = {figures(number) for number in every.values()}
    yield from ((path, wrong) for path, number in every.items() if (wrong := _in_pieces(number) or _unlike(number)))
    for leaf in of_today(routine):
        advice = (leaf.path[0], leaf.key) == ("emergency", "advice")
        for number in short_in(leaf.text):
            strange = not advice and figures(number) not in known
            if wrong := _in_pieces(number) or (_unlike(number) if strange else None):
                yield leaf.path, wrong


def _in_pieces(number: str) -> tuple[str, str] | None:
    """Of a public number that is parted as nobody reads it."""
    for each in PUBLIC:
        if figures(number) == figures(each) and number.replace("\xa0", " ") not in (each, figures(each)):
            return f"Numret {each} är skrivet {number}, och kan läsas som ett annat.", f"skriv {each}."
    return None


def _unlike(number: str) -> tuple[str, str] | None:
    """Of one that is nearly a public number, or too short to be any."""
    if near := meant(number):
        hint = f"menar du {near}, rätta numret. Annars ta reda på vilket nummer som gäller."
        return f"Numret {number} liknar {near}, men är ett annat.", hint
    if len(number) < LEAST_SHORT:
        return f"Numret {number} har bara två siffror.", "ta reda på vilket nummer som gäller."
    return None


@rule("emergency.*.number", "emergency.*.advice", "R087")
def advice_with_another_number(routine: Routine) -> Iterator[Finding]:
    """Of a short number the advice says that number, whatever else it says: who reads it rings what it says."""
    for i, item in enumerate(routine.emergency):
        said = [*short_in(item.advice)]
        if is_short(item.number) and said and figures(item.number) not in map(figures, said):
            yield Finding(
                "R086",
                ("emergency", i, "advice"),
                f"Rådet säger {said[0]}, men numret är {item.number}.",
                "samma nummer i advice som i number",
                "ta reda på vilket av dem som stämmer med label, och rätta det andra.",
                ((("emergency", i, "number"), "numret"),),
            )


@rule("actions.*.call", "actions.*.text", "emergency.*.number", "R087")
def number_not_emergency(routine: Routine) -> Iterator[Finding]:
    """A number of its own would have no label, no advice and nobody to see that it still holds.

    No number is guessed. All that ring one number are told of at the first: it may be declared wrongly.
    """
    known = [item.number for item in routine.emergency]
    calls = ((action.call.number, i) for i, action in enumerate(routine.actions) if action.call)
    rings = by_key((number, i) for number, i in calls if number not in known)
    for number, (first, *others) in rings.items():
        more = [(("actions", i, "call", "number"), "också här") for i in others]
        near = [
            (("emergency", j, "number"), "numret under emergency")
            for j, each in enumerate(known)
            if closest(each, [number])
        ]
        same = next((each for each in known if figures(each) == figures(number)), "")
        yield Finding(
            "R062",
            ("actions", first, "call", "number"),
            f"Numret {number} till ”{routine.actions[first].text}” är inget av nödnumren.",
            listing(known),
            f"skriv {same}, precis som det står under emergency."
            if same
            else "har numret under emergency blivit fel eller försvunnit, rätta det där. "
            "Är det fel här, skriv ett av numren, precis som det står under emergency.",
            (*more, *near),
        )


@rule("emergency", "R062")
def danger_leads_elsewhere(routine: Routine) -> Iterator[Finding]:
    """Who says that it happens now gets the first number: an entry that is gone would be missed by nobody."""
    first = next(iter(routine.emergency), None)
    acute = next((item for item in routine.situations if item.emergency), None)
    if first and acute and figures(first.number) != PUBLIC[0] and PUBLIC[0] not in meant(first.number):
        yield Finding(
            "R100",
            ("emergency", 0, "number"),
            f"Situationen ”{acute.text}” leder till {first.number}, som inte är 112.",
            "112 först under emergency",
            "ställ 112 först, med label och advice. Har posten försvunnit, skriv in den igen.",
        )


@rule("emergency")
def emergency_unsaid(routine: Routine) -> Iterator[Finding]:
    """What to ring, as it is said."""
    for i, item in enumerate(routine.emergency):
        if is_short(item.number) and not [*short_in(item.advice)]:
            yield Finding(
                "V012",
                ("emergency", i, "advice"),
                f"Rådet säger inte numret {item.number}.",
                "numret i rådet, precis som i number",
                f"skriv också numret: Ring {item.number} …",
            )


def meant(number: str) -> str:
    """The public numbers that are one slip away; none when it is one of them."""
    own = figures(number)
    near = [] if own in map(figures, PUBLIC) else [each for each in PUBLIC if _one_slip(own, figures(each))]
    return " eller ".join(near)


def _one_slip(one: str, other: str) -> bool:
    """Whether one figure is another, too many or missing, or two have changed places."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) < len(other):
        return any(one == other[:at] + other[at + 1 :] for at in range(len(other)))
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(unlike) == 1 or (len(unlike) == 2 and sorted(one) == sorted(other) and unlike[1] - unlike[0] == 1)
