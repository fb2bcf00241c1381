"""Faults of the YAML library in Swedish: the usual cause and the cure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from routine.check.lines import shape
from routine.check.model_paths import known_keys
from routine.check.nodes import Node, Scalar
from routine.check.problems import Mark, Problem


class Cause(NamedTuple):
    """A part of the library's English text, and the Swedish message for it.

    With `begins` the fault is where the text or the bracket begins, not where the reading stopped.
    """

    part: str
    code: str
    message: str
    hint: str
    begins: bool = False


UNQUOTED = "sätt texten inom citattecken, raka sådana."
FIRST = "En text kan inte börja med det här tecknet."
BACKSLASH = Cause("", "S002", 'Omvänt snedstreck har en egen betydelse inom "…".', "skriv \\\\ i stället för \\.")
ASKEW = Cause(
    "",
    "S002",
    "Indraget stämmer inte med raderna ovanför.",
    "ge raden samma indrag som de andra på sin nivå; en text som börjar med citattecken ska också sluta med det.",
)
DASH = Cause(
    "",
    "S018",
    "Strecket kan inte stå här.",
    "ställ strecket rakt under listans andra streck; är det en text, sätt den inom raka citattecken.",
)
UNDASHED = Cause(
    "",
    "S019",
    "Här saknas strecket som börjar en ny post i listan.",
    "börja raden med ett streck och ett mellanslag om den är en ny post; ge den annars samma indrag som raden ovanför.",
)
NO_INDICATOR = "did not find expected '-' indicator"
BARE = re.compile(r"[ -]*(?P<key>[a-z_]+)(?:\s*[;=,.]|\s|$)")
# The first match is used.
FAULTS = (
    Cause(
        "mapping values are not allowed",
        "S002",
        "Här står ett kolon som läses som en ny nyckel.",
        "sätt hela texten inom raka citattecken om kolonet hör till den, eller rätta indraget.",
    ),
    Cause(
        "could not find expected ':'",
        "S020",
        "Raden har varken nyckel eller streck.",
        "skriv nyckel, kolon och ett mellanslag före texten; hör den till raden ovanför, skriv allt där.",
        begins=True,
    ),
    Cause(
        "found unexpected end of stream",
        "S002",
        "Ett citattecken öppnas men stängs inte.",
        "sätt ett likadant citattecken sist i texten.",
        begins=True,
    ),
    BACKSLASH._replace(part="found unknown escape character"),
    BACKSLASH._replace(part="did not find expected hexdecimal number"),
    BACKSLASH._replace(part="invalid Unicode character escape", code="S007"),
    Cause(
        "did not find expected ',' or",
        "S002",
        "En klammer öppnas men stängs inte, eller ett komma saknas.",
        "sätt komma mellan posterna och ] eller } sist.",
        begins=True,
    ),
    Cause("found character that cannot start", "S002", FIRST, UNQUOTED),
    Cause("did not find expected node content", "S002", FIRST, UNQUOTED),
    Cause("mapping keys are not allowed", "S002", FIRST, UNQUOTED),
    Cause("block scalar", "S002", "Texten kan inte börja med | eller >.", UNQUOTED),
    Cause(
        "did not find expected <document start>",
        "S012",
        "Här börjar något nytt, men innehållet tog slut ovanför.",
        "ta bort raden med ... om den finns, eller rätta raden ovanför.",
    ),
    Cause(
        "expected alphabetic or numeric character",
        "S005",
        "Texten börjar med & eller * och läses som en hänvisning till en annan text i filen.",
        UNQUOTED,
    ),
    Cause("tag", "S006", "Texten börjar med ! och läses som ett ord om vilket slags värde det är.", UNQUOTED),
    DASH._replace(part="block sequence entries are not allowed", code="S002"),
    ASKEW._replace(part="did not find expected key"),
    ASKEW._replace(part=NO_INDICATOR),
)
OTHERWISE = Cause("", "S002", "Raden går inte att läsa.", "jämför med raderna ovanför: indrag, kolon och citattecken.")


def explain(error: Exception, lines: Sequence[str], last: yaml.Event | None) -> Problem:
    """Explain the library's error, at the place where an editor should look.

    `last` is the last event that was read without fault.
    """
    english = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '') or error}"
    known = next((cause for cause in FAULTS if cause.part in english), OTHERWISE)
    stopped = getattr(error, "problem_mark", None) or (last and last.end_mark)
    mark = _mark(getattr(error, "context_mark", None) if known.begins else stopped)
    if bare := _without_colon(mark, lines):
        return bare
    if known.message == ASKEW.message and last and last.end_mark:
        known, mark = _goes_on(last, mark, lines) or (_askew(known, mark, lines), mark)
    elif known.code == "S020" and _is_item(mark, lines):
        known = UNDASHED
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    message = known.message.replace("det här tecknet", line[mark.column - 1 : mark.column] or "det här tecknet")
    return Problem(known.code, mark, message, hint=known.hint)


def _without_colon(stopped: Mark, lines: Sequence[str]) -> Problem | None:
    """Find a known key without its colon.

    Looks at the line where the reading stopped, and at the one above.
    """
    for number in (stopped.line - 1, stopped.line - 2):
        found = BARE.match(lines[number]) if 0 <= number < len(lines) else None
        if found and found["key"] in known_keys():
            mark = Mark(number + 1, found.start("key") + 1, len(found["key"]))
            hint = f"skriv {found['key']}: före det som följer. Hör det till raden ovanför, flytta dit det."
            return Problem("S002", mark, f"Efter {found['key']} saknas kolonet.", hint=hint)
    return None


def _askew(known: Cause, stopped: Mark, lines: Sequence[str]) -> Cause:
    """Return the cause for a line in the wrong column.

    That is a dash, or a key where the dash of its list belongs; `known` for anything else.
    """
    if lines[stopped.line - 1].lstrip().startswith("- "):
        return DASH
    return UNDASHED if known.part == NO_INDICATOR else known


def _is_item(mark: Mark, lines: Sequence[str]) -> bool:
    """Tell whether the line is right below an item of a list of texts."""
    above = shape(mark.line - 2, lines[mark.line - 2]) if mark.line > 1 else None
    return bool(above and above.dashes and not above.key and above.indent == mark.column - 1)


def _goes_on(last: yaml.Event, stopped: Mark, lines: Sequence[str]) -> tuple[Cause, Mark] | None:
    """Find text that continues after a closing quotation mark or bracket.

    When a quotation closes on a later line, it was meant to close above, and the fault is placed where it begins.
    """
    start, end = _mark(last.start_mark), _mark(last.end_mark)
    if end.line != stopped.line:
        return None
    if isinstance(last, yaml.SequenceEndEvent | yaml.MappingEndEvent):
        if lines[end.line - 1][end.column - 2 : end.column - 1] not in ("]", "}"):
            return None
        line = shape(end.line - 1, lines[end.line - 1])
        hint = "ta bort klamrarna, eller sätt hela texten inom raka citattecken."
        return Cause("", "S002", "Texten fortsätter efter klammern.", hint), line.mark(line.value_column)
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    if start.line < end.line:
        message = f"Texten som börjar med citattecken här slutar först på rad {end.line}."
        return Cause("", "S002", message, "sätt ett likadant citattecken sist i texten."), start
    other = "'" if last.style == '"' else '"'
    hint = f"sätt i stället {other} runt hela texten, och behåll {last.style} inne i den."
    return Cause("", "S002", "Texten fortsätter efter citattecknet som avslutar den.", hint), stopped


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)


MAX_DEPTH = 20
NO_REFERENCE = "varje text utskriven där den ska stå"
AS_IT_WAS = "hämta filen som den var senast, i filens historik, och gör om ändringen där."
OPTIONAL = ("rows",)  # Keys of the optional file, adopted.yaml.
PLAIN_NULL = ("null", "Null", "NULL", "~")


def empty_file(keys: tuple[str, ...]) -> Problem:
    """Refuse a file with nothing but comments.

    `keys` are those that such a file begins with.
    """
    hint = f"{AS_IT_WAS} Är den ny, börja med nyckeln {keys[0]}: längst till vänster."
    hint = f"{hint} Har källan inga rader att jämföra med, ta bort filen." if keys == OPTIONAL else hint
    return Problem("S011", Mark(1, 1), "Filen saknar innehåll.", hint=hint)


def no_keys(mark: Mark, keys: tuple[str, ...]) -> Problem:
    """Refuse a file that is one text or one list."""
    message = f"Filen ska börja med nycklar, som {' och '.join(f'{key}:' for key in keys)}."
    hint = f"skriv {keys[0]}: längst till vänster, och det som hör till på raderna under, med två mellanslag före."
    return Problem("S011", mark, message, hint=hint)


def second_document(mark: Mark) -> Problem:
    """Refuse a second document in the file."""
    hint = "ta bort raden med ---, och det som inte hör till rutinen."
    return Problem("S012", mark, "Här börjar ett nytt dokument.", "ett dokument i filen", hint)


def too_deep(mark: Mark) -> Problem:
    """Refuse lists and groups that are nested deeper than in a routine."""
    message, allowed = f"Här står fler än {MAX_DEPTH} listor eller klamrar i varandra.", f"högst {MAX_DEPTH} nivåer"
    return Problem("S009", mark, message, allowed, "ta bort de klamrar eller streck som blivit för många.")


def alias(name: str, mark: Mark) -> Problem:
    """Refuse `*name`, which fetches content from elsewhere."""
    hint = "skriv ut innehållet, eller sätt texten inom raka citattecken om den börjar med *."
    return Problem("S005", mark, f"*{name} läses som en hänvisning till en annan text i filen.", NO_REFERENCE, hint)


def anchor(name: str, mark: Mark) -> Problem:
    """Refuse `&name`, which an alias refers to."""
    hint = "ta bort det, eller sätt texten inom raka citattecken om den börjar med &."
    message = f"&{name} läses som ett namn som andra texter kan hänvisa till."
    return Problem("S005", mark, message, NO_REFERENCE, hint)


def tag(name: str, mark: Mark) -> Problem:
    """Refuse `!name`, which changes the type of a value."""
    shown = name.replace("tag:yaml.org,2002:", "!!")
    hint = "ta bort det, eller sätt texten inom raka citattecken om den börjar med !."
    message = f"{shown} läses som ett ord om vilket slags värde det är."
    return Problem("S006", mark, message, "värdet som det är", hint)


def too_many(what: str, most: int, mark: Mark) -> Problem:
    """Refuse a file or a line that holds more than anybody has time for."""
    allowed = f"högst {most:,} {what}".replace(",", "\N{NO-BREAK SPACE}")
    return Problem("S010", mark, "Här står mer än en rutin har.", allowed, "flytta ut det som inte hör till rutinen.")


def no_dash(key: Scalar, first: Mark, rest: str) -> Problem:
    """Refuse the first key of a group a second time.

    It is a new item, whose dash has been forgotten. `rest` is the line from the key on.
    """
    spaces = first.column - 3
    hint = (
        f"låt raden börja med {f'{spaces} mellanslag, ' if spaces > 0 else ''}ett streck och ett mellanslag, "
        f"lika långt in som strecket på rad {first.line}."
    )
    return Problem(
        "S019",
        key.mark,
        "Här saknas strecket som börjar en ny post i listan.",
        "- och ett mellanslag före varje post",
        hint,
        ((first, "posten ovanför börjar här"),),
        (f"{' ' * spaces}- {rest.rstrip()}",),
    )


def swallowed(mark: Mark) -> Problem:
    """Refuse a dash that is indented further than those of its list."""
    return Problem(
        "S018",
        mark,
        "Strecket står för långt in: raden läses som mer av texten ovanför.",
        "lika långt in som strecken i samma lista",
        "ställ strecket rakt under listans andra streck. Hör det till texten, skriv allt på samma rad.",
    )


def repeated_key(key: Scalar, first: Mark) -> Problem:
    """Refuse a key that the group has already.

    YAML would keep the last value only.
    """
    return Problem(
        "S004",
        key.mark,
        f"Nyckeln ”{key.value}” står två gånger.",
        "varje nyckel en gång",
        "behåll den som ska gälla. Är det här en ny post i en lista, skriv - före dess första nyckel.",
        ((first, "nyckeln står redan här"),),
    )


def key_fault(key: Node) -> Problem | None:
    """Refuse a node that cannot be a key; None if it can."""
    if not isinstance(key, Scalar):
        message, hint = "En lista eller en grupp kan inte vara nyckel.", "kontrollera klamrar och frågetecken."
        return Problem("S013", key.mark, message, "ett ord följt av kolon", hint)
    if key.value == "<<":
        message, hint = "Nyckeln << hämtar in annat innehåll.", "skriv ut innehållet där det ska stå."
        return Problem("S005", key.mark, message, NO_REFERENCE, hint)
    return None


def plain_null(text: str, mark: Mark) -> Problem | None:
    """Refuse a bare word that YAML reads as nothing, such as `null`."""
    if text not in PLAIN_NULL:
        return None
    hint = "ta bort raden, eller sätt ordet inom citattecken om det är en text."
    return Problem("S014", mark, f"”{text}” läses som ett tomt värde.", hint=hint)


def _cut(space: str) -> str:
    """Return the hint for a text that is cut off by a #.

    After several spaces the rest is meant as a comment: quotation marks would publish it.
    """
    if len(space) > 1:
        return (
            "ta bort # och det som står efter, eller flytta det till en egen rad. "
            "Hör det till texten, sätt hela texten inom citattecken."
        )
    return "sätt hela texten inom citattecken, eller flytta kommentaren till en egen rad."


def cut_text(rest: str, after: Mark) -> Problem | None:
    """Refuse a comment right after a text without quotation marks.

    `rest` is the remainder of the line from the place `after` on.
    """
    if not rest.lstrip().startswith("#"):
        return None
    at = rest.index("#")
    mark = Mark(after.line, after.column + at, len(rest.rstrip()) - at)
    hint = _cut(rest[:at])
    return Problem("S008", mark, "Det som står efter # blir inte en del av texten.", hint=hint)
