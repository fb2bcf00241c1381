"""PyYAML's own faults, said in Swedish: what usually causes each of them, what to do, and how the line was meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import yaml

from routine.domain.fields import Url
from routine.reading import mends
from routine.reading.lines import shape
from routine.reading.model_paths import keys_of
from routine.reading.problems import Mark, Problem
from routine.reading.slip import Slip


class Cause(NamedTuple):
    """A part of PyYAML's English text, what is said instead, and the line as it was meant, if that can be guessed."""

    part: str
    code: str
    message: str
    hint: str
    mend: Callable[[str], str] | None = None


UNQUOTED = "sätt texten inom citattecken, raka sådana."
BACKSLASH = 'Omvänt snedstreck har en egen betydelse inom "…".'
REFERENCE = "läses som en hänvisning till en annan text i filen."

# The first that fits is used.
FAULTS = (
    Cause(
        "mapping values are not allowed",
        "S002",
        "Här står ett kolon som läses som en ny nyckel.",
        "sätt hela texten inom raka citattecken om kolonet hör till den, eller rätta indraget.",
        mends.quoted,
    ),
    Cause(
        "could not find expected ':'",
        "S002",
        "Raden har varken nyckel eller streck.",
        "skriv nyckel, kolon och ett mellanslag före texten; hör den till raden ovanför, skriv allt där.",
    ),
    Cause(
        "expected <block end>",
        "S002",
        "Indraget stämmer inte med raderna ovanför.",
        "ge raden samma indrag som de andra på sin nivå; en text som börjar med citattecken ska också sluta med det.",
    ),
    Cause(
        "found unexpected end of stream",
        "S002",
        "Ett citattecken öppnas men stängs inte.",
        "sätt ett likadant citattecken sist i texten.",
        mends.closed,
    ),
    Cause("found unknown escape character", "S002", BACKSLASH, "skriv \\\\ i stället för \\.", mends.slashes_doubled),
    Cause("expected escape sequence", "S002", BACKSLASH, "skriv \\\\ i stället för \\.", mends.slashes_doubled),
    Cause(
        "expected ',' or",
        "S002",
        "En klammer öppnas men stängs inte, eller ett komma saknas.",
        "sätt komma mellan posterna och ] eller } sist.",
        mends.closed,
    ),
    Cause("found character", "S002", "En text kan inte börja med det här tecknet.", UNQUOTED, mends.quoted),
    Cause("expected the node content", "S002", "En text kan inte börja med det här tecknet.", UNQUOTED, mends.quoted),
    Cause(
        "mapping keys are not allowed", "S002", "En text kan inte börja med det här tecknet.", UNQUOTED, mends.quoted
    ),
    Cause("expected chomping", "S002", "Texten kan inte börja med | eller >.", UNQUOTED, mends.quoted),
    Cause("expected a comment or a line break", "S002", "Texten kan inte börja med | eller >.", UNQUOTED, mends.quoted),
    Cause(
        "expected '<document start>'",
        "S012",
        "Här börjar något nytt, men innehållet tog slut ovanför.",
        "ta bort raden med ... om den finns, eller rätta raden ovanför.",
    ),
    Cause("found undefined alias", "S005", f"Texten börjar med * och {REFERENCE}", UNQUOTED, mends.quoted),
    Cause(
        "expected alphabetic or numeric character",
        "S005",
        f"Texten börjar med & eller * och {REFERENCE}",
        UNQUOTED,
        mends.quoted,
    ),
    Cause(
        "found undefined tag handle",
        "S006",
        "Texten börjar med ! och läses som ett ord om vilket slags värde det är.",
        UNQUOTED,
        mends.quoted,
    ),
    Cause(
        "sequence entries are not allowed",
        "S002",
        "Strecket kan inte stå här.",
        "börja listan på en ny rad, indragen under sin nyckel; är det en text, sätt den inom raka citattecken.",
        mends.quoted,
    ),
)
OTHERWISE = Cause("", "S002", "Raden går inte att läsa.", "jämför med raderna ovanför: indrag, kolon och citattecken.")

TWICE = re.compile(r"[ -]*(?P<key>[a-z_]+): +(?P<again>(?P=key))\s*:\s*(?P<rest>.*)")

BRACKETS = {"[": "en lista", "{": "en grupp av nycklar"}
# As pages and messages have it: the words in brackets, and where they lead.
LINK = re.compile(r"\[[^\]]*\]\((?P<address>https?://[^\s)]+)\)$")

# For these the fault is where the text or the bracket begins, however far down the reading went before it stopped.
FROM_THE_START = ("could not find expected ':'", "found unexpected end of stream", "expected ',' or")


def is_tab(error: Exception) -> bool:
    """Whether PyYAML stopped at a tab."""
    return "found character '\\t'" in str(getattr(error, "problem", ""))


def stopped_at(error: Exception, last: yaml.Event | None) -> int:
    """The line, from 0, where PyYAML stopped."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None) or (last and last.end_mark)
    return int(mark.line) if mark else 0


def explain(error: Exception, lines: Sequence[str], last: yaml.Event | None) -> Slip:
    """What to say of an error of PyYAML's, at the place that an editor should look at.

    `lines` are the file's; `last` is the last thing that was read without fault.
    """
    english = str(getattr(error, "problem", "") or error)
    stopped = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if stopped is None:
        return _slip(OTHERWISE, _after(last), lines, mends.slashes_doubled)
    if is_tab(error):
        return _tab(_mark(stopped), lines)
    if "expected <block end>" in english and last and (slip := _goes_on(last, stopped, lines)):
        return slip
    if "mapping values are not allowed" in english and (slip := _twice(_mark(stopped), lines)):
        return slip
    if "expected the node content" in english and (slip := _comma(_mark(stopped), lines)):
        return slip
    known = next((one for one in FAULTS if one.part in english), OTHERWISE)
    start = getattr(error, "context_mark", None) if any(part in english for part in FROM_THE_START) else None
    return _slip(known, _mark(start or stopped), lines, known.mend)


def _twice(mark: Mark, lines: Sequence[str]) -> Slip | None:
    """The text begins with its own key: quotation marks around both would publish the key."""
    found = TWICE.match(lines[mark.line - 1])
    if not found or found.end("again") != mark.column - 1:
        return None
    key, at = found["key"], found.start("again")
    message = f"Nyckeln {key}: står två gånger på raden."
    problem = Problem(
        "S002", Mark(mark.line, at + 1, len(key) + 1), message, "nyckeln en gång", f"ta bort det andra {key}:."
    )
    return Slip(problem, {mark.line - 1: lines[mark.line - 1][:at] + found["rest"]})


def _comma(mark: Mark, lines: Sequence[str]) -> Slip | None:
    """Nothing before a comma of a list in brackets: quotation marks around it would make a text of it."""
    text, at = lines[mark.line - 1], mark.column - 1
    if text[at : at + 1] != ",":
        return None
    problem = Problem("S002", mark, "Här står ett komma för mycket.", hint="ta bort kommat.")
    return Slip(problem, {mark.line - 1: text[:at] + text[at + 1 :]})


def _slip(known: Cause, mark: Mark, lines: Sequence[str], mend: Callable[[str], str] | None) -> Slip:
    before = lines[mark.line - 1] if mark.line <= len(lines) else ""
    message = known.message.replace("det här tecknet", before[mark.column - 1 : mark.column] or "det här tecknet")
    problem = Problem(known.code, mark, message, hint=known.hint)
    meant = mend(before) if mend else before
    return Slip(problem, {mark.line - 1: meant} if meant != before else {})


def _tab(mark: Mark, lines: Sequence[str]) -> Slip:
    """A tab. All of them go: whoever writes one mostly writes several."""
    also = mends.without_tabs(lines)
    more = f" Filen har {len(also)} rader med tabbar." if len(also) > 1 else ""
    hint = "byt tabben mot mellanslag; indraget är två mellanslag per nivå."
    return Slip(Problem("S003", mark, f"Här står en tabb.{more}", hint=hint), also)


def _goes_on(last: yaml.Event, stopped: Any, lines: Sequence[str]) -> Slip | None:
    """More text after a closing quotation mark or bracket, on its line or, when it was meant to close above, below."""
    end = last.end_mark
    if end is None or end.line != stopped.line:
        return None
    if isinstance(last, yaml.SequenceEndEvent | yaml.MappingEndEvent):
        return _past_bracket(_mark(stopped), lines)
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    start = _mark(last.start_mark)
    if start.line < end.line + 1:
        message = f"Texten som börjar med citattecken här slutar först på rad {end.line + 1}."
        problem = Problem("S002", start, message, hint="sätt ett likadant citattecken sist i texten.")
        return Slip(problem, {start.line - 1: mends.closed(lines[start.line - 1])})
    problem = Problem(
        "S002",
        _mark(stopped),
        "Texten fortsätter efter citattecknet som avslutar den.",
        "citattecken runt hela texten",
        f"flytta citattecknet till textens slut, eller skriv {last.style} två gånger inne i texten"
        if last.style == "'"
        else "sätt i stället ' runt hela texten, och behåll \" inne i den.",
    )
    return Slip(problem, {end.line: mends.quoted(lines[end.line])})


def _past_bracket(stopped: Mark, lines: Sequence[str]) -> Slip | None:
    """More text after a bracket that a text was begun with, or that a list was closed with."""
    text = lines[stopped.line - 1]
    line = shape(stopped.line - 1, text)
    kind = BRACKETS.get(line.value[:1])
    if kind is None:
        return None
    start = line.mark(line.value_column)
    if line.key in keys_of(Url) and (link := LINK.match(line.value)):
        only = f"skriv bara adressen: {link['address']}."
        problem = Problem("M008", start, "Här står en länk med text.", "en adress som börjar med https://", only)
        return Slip(problem, {line.number: text[: line.value_column] + link["address"]})
    if line.key in keys_of(tuple):
        hint = "flytta in det i listan, med ett komma före, eller ta bort det."
        problem = Problem("S002", stopped, "Raden fortsätter efter klammern som avslutar listan.", hint=hint)
        return Slip(problem, {line.number: text[: stopped.column - 1]})
    message = f"Texten börjar med {line.value[0]}, som läses som {kind}."
    hint = "ta bort klamrarna, eller sätt hela texten inom raka citattecken."
    return Slip(Problem("S002", start, message, hint=hint), {line.number: mends.quoted(text)})


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _after(last: yaml.Event | None) -> Mark:
    return _mark(last.end_mark) if last and last.end_mark else Mark(1, 1)
