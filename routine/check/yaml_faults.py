"""Faults of the YAML library in Swedish: the usual cause and the cure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

from routine.check.lines import shape
from routine.check.model_paths import known_keys
from routine.check.problems import Mark, Problem


class Cause(NamedTuple):
    """A part of the library's English text, and the Swedish message for it.

    `begins`: the fault is where the text or the bracket begins, however far down the reading went before it stopped.
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
