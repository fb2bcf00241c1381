"""PyYAML's own faults, said in Swedish: what usually causes each of them, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from routine.reading.problems import Mark, Problem

# A part of PyYAML's English text → code, message, hint. The first that fits is used.
FAULTS = (
    (
        "found character '\\t'",
        "S003",
        "Här står en tabb.",
        "byt tabben mot mellanslag; indraget är två mellanslag per nivå.",
    ),
    (
        "mapping values are not allowed",
        "S002",
        "Här står ett kolon som läses som en ny nyckel.",
        "sätt texten inom citattecken om kolonet hör till den, eller rätta indraget.",
    ),
    (
        "could not find expected ':'",
        "S002",
        "Här saknas ett kolon efter nyckeln.",
        "skriv nyckeln, kolon och ett mellanslag före texten.",
    ),
    (
        "expected <block end>",
        "S002",
        "Indraget stämmer inte med raderna ovanför.",
        "ge raden samma indrag som de andra på sin nivå; en text som börjar med citattecken ska också sluta med det.",
    ),
    (
        "found unexpected end of stream",
        "S002",
        "Ett citattecken öppnas men stängs inte.",
        "sätt ett citattecken sist i texten.",
    ),
    (
        "found unknown escape character",
        "S002",
        'Omvänt snedstreck har en egen betydelse inom "…".',
        "använd '…' som citattecken i stället, eller skriv \\\\.",
    ),
    (
        "expected escape sequence",
        "S002",
        'Omvänt snedstreck har en egen betydelse inom "…".',
        "använd '…' som citattecken i stället, eller skriv \\\\.",
    ),
    (
        "expected ',' or",
        "S002",
        "En klammer öppnas men stängs inte, eller ett komma saknas.",
        "sätt komma mellan posterna och ] eller } sist.",
    ),
    ("found character", "S002", "En text kan inte börja med det här tecknet.", "sätt texten inom citattecken."),
    (
        "expected the node content",
        "S002",
        "En text kan inte börja med det här tecknet.",
        "sätt texten inom citattecken.",
    ),
    ("expected chomping", "S002", "Texten kan inte börja med | eller >.", "sätt texten inom citattecken."),
    (
        "expected a comment or a line break",
        "S002",
        "Texten kan inte börja med | eller >.",
        "sätt texten inom citattecken.",
    ),
    (
        "expected '<document start>'",
        "S012",
        "Här börjar något nytt, men innehållet tog slut ovanför.",
        "ta bort raden med ... om den finns, eller rätta raden ovanför.",
    ),
    (
        "found undefined alias",
        "S005",
        "Texten börjar med * och läses som ett alias, en hänvisning till en annan text.",
        "sätt texten inom citattecken.",
    ),
    (
        "expected alphabetic or numeric character",
        "S005",
        "Texten börjar med & eller * och läses som ett ankare eller alias, en hänvisning inom filen.",
        "sätt texten inom citattecken.",
    ),
    (
        "found undefined tag handle",
        "S006",
        "Texten börjar med ! och läses som ett typmärke, som säger vilket slags värde det är.",
        "sätt texten inom citattecken.",
    ),
    (
        "sequence entries are not allowed",
        "S002",
        "Strecket kan inte stå här.",
        "börja listan på en ny rad, indragen under sin nyckel.",
    ),
)
OTHERWISE = ("S002", "Raden går inte att läsa som YAML.", "jämför med raderna ovanför: indrag, kolon och citattecken.")

# For these the fault is where the text or the bracket begins, however far down the reading went before it stopped.
FROM_THE_START = ("could not find expected ':'", "found unexpected end of stream", "expected ',' or")
GLUED_KEY = re.compile(r" *(?:- +)?([a-z_]+:)(?=[^\s/])")


def explain(error: Exception, lines: Sequence[str], last: yaml.Event | None) -> Problem:
    """The Swedish problem for an error of PyYAML's, at the place that an editor should look at.

    `lines` are the file's; `last` is the last thing that was read without fault.
    """
    english = str(getattr(error, "problem", "") or error)
    stopped = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if stopped is None:
        code, message, hint = OTHERWISE
        return Problem(code, _after(last), message, hint=hint)
    if (
        isinstance(last, yaml.ScalarEvent)
        and last.style in ("'", '"')
        and _mark(last.start_mark).line < _mark(last.end_mark).line == stopped.line + 1
    ):
        message = f"Texten som börjar med citattecken här slutar först på rad {stopped.line + 1}."
        return Problem("S002", _mark(last.start_mark), message, hint="sätt ett citattecken sist i texten.")
    if glued := _glued_key(lines, stopped.line):
        return Problem(
            "S002",
            glued,
            "Här saknas ett mellanslag efter kolonet.",
            hint="skriv nyckeln, kolon och ett mellanslag före texten.",
        )
    code, message, hint = next(
        ((code, message, hint) for part, code, message, hint in FAULTS if part in english), OTHERWISE
    )
    start = getattr(error, "context_mark", None) if any(part in english for part in FROM_THE_START) else None
    return Problem(code, _mark(start or stopped), message, hint=hint)


def _glued_key(lines: Sequence[str], line: int) -> Mark | None:
    """A key on the line above whose colon has no space after it, so that it was read as text."""
    match = GLUED_KEY.match(lines[line - 1]) if 0 < line <= len(lines) else None
    return Mark(line, match.start(1) + 1, len(match.group(1))) if match else None


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _after(last: yaml.Event | None) -> Mark:
    return _mark(last.end_mark) if last and last.end_mark else Mark(1, 1)
