"""Slips that one line shows by itself, whatever YAML makes of it: marks of a conflict, wrong dashes, curly quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from routine.reading.lines import CLOSED_BY, Line, shapes, with_next
from routine.reading.model_paths import known_keys
from routine.reading.problems import Mark, Problem
from routine.reading.slip import Slip

CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
SEPARATOR = re.compile(r"(?:---|\.\.\.)\s*")
# Signs that begin an item of a list in a word processor; the last are Word's own, which no other program shows.
SIGNS = "•·‣▪●◦○►\uf0b7\uf0a7\uf0d8\uf0fc"
NUMBERED = r"\d{1,2}[.)]|[a-z]\)"
# What else a hyphen becomes as one types; two in a row are what Word makes a longer dash of.
DASHES = "–—−‒‐‑―"
DASHED = rf"(?:-*[{DASHES}][-{DASHES}]*|--+)(?![-{DASHES}])"
BULLET = re.compile(
    rf"( *)(?:({DASHED}|[{SIGNS}])[ \u00a0\t]*|([*+]|{NUMBERED})[ \u00a0\t]+|([o§])[ \u00a0\t]+(?=[A-ZÅÄÖ]))(?=\S)"
)
GLUED = re.compile(r"( *)-(?:\t[ \t]*|(?=[^\s-]))")
# What Markdown makes a heading, or words in italics, bold or as code of, first in a text: YAML reads it as its own.
HEADING = re.compile(r"(?P<sign>#{1,6})[ \u00a0]*(?P<words>.*)")
# Words begin with a letter: *31# is dialled.
EMPHASIS = re.compile(
    r"(?P<sign>\*{1,3}|`)(?P<words>(?=[^\W\d])[^\s*`](?:[^*`]*[^\s*`])?)(?P<end>(?P=sign))(?P<rest>.*)"
)
STARRED = re.compile(r"(?P<sign>\*{1,3})(?P<words>(?=[^\W\d])[^\s*]+)(?P<end>)(?P<rest>\s.*)")
COMMENT = re.compile(r"//|<!--|/\*")
GLUED_KEY = re.compile(r"(?P<key>[a-z_]+):(?=[^\s/])")
IN_QUOTES = re.compile(r"(?<=[\s\[{,])(?:\"[^\"]*\"|'[^']*')")
CUTS = re.compile(r"(?<=[\s\[{,])#+")  # Right after a word it is a sign of that.
CURLY = re.compile(r"([“”„«»])(?P<text>[^“”„«»\"]*)[“”„«»\"]|\"(?P<half>[^“”„«»\"]*)[“”„»]")
# The same of single ones; between two letters such a sign is an apostrophe.
WITHIN = r"(?:[^‘’‚'\"]|(?<=\w)[’'](?=\w))+"
SINGLE = re.compile(rf"[‘’‚](?P<text>{WITHIN})[‘’']|'(?P<half>{WITHIN})[‘’]")


def conflicts(lines: Sequence[str]) -> Iterator[Slip]:
    """What git leaves when two have changed the same lines: one slip from `<<<<<<<` to `>>>>>>>`. Of the two
    versions the reading goes on with the first."""
    marks = [(number, line[0]) for number, line in enumerate(lines) if CONFLICT.fullmatch(line.rstrip())]
    while marks:
        end = next((at + 1 for at, (_, sign) in enumerate(marks) if sign == ">"), len(marks))
        together, marks = marks[:end], marks[end:]
        yield _conflict(together)


def _conflict(marks: Sequence[tuple[int, str]]) -> Slip:
    first, last = marks[0][0], marks[-1][0]
    other = next((number for number, sign in marks if sign in "|="), last)
    if {sign for _, sign in marks}.isdisjoint("<") or marks[-1][1] != ">":
        return _left_over(marks)
    hint = (
        "mellan <<<<<<< och ======= står den ena ändringen, mellan ======= och >>>>>>> den andra. "
        "Låt det som ska gälla stå kvar, och ta bort det andra och raderna med <<<<<<<, ======= och >>>>>>>."
    )
    problem = Problem(
        "S015",
        Mark(first + 1, 1, 7),
        "Två har ändrat samma rader, och båda ändringarna står kvar.",
        hint=hint,
        related=tuple((Mark(number + 1, 1), "hör till samma krock") for number, _ in marks[1:]),
    )
    return Slip(problem, dict.fromkeys((first, *range(other, last + 1)), ""))


def _left_over(marks: Sequence[tuple[int, str]]) -> Slip:
    """Marks of a conflict that was mended by half."""
    problem = Problem(
        "S015",
        Mark(marks[0][0] + 1, 1, 7),
        "Här står ett märke kvar från när två har ändrat samma rader.",
        hint="ta bort raden, och kontrollera att det som står runt den står där en gång.",
        related=tuple((Mark(number + 1, 1), "hör till samma krock") for number, _ in marks[1:]),
    )
    return Slip(problem, {number: "" for number, _ in marks})


def separators(lines: Sequence[str]) -> Iterator[Slip]:
    """`---` or `...` between two parts of the content, where YAML would begin another document."""
    content = [number for number, line in enumerate(lines) if line.strip() and line[0] not in "#%"]
    first, last = (content[0], content[-1]) if content else (0, 0)
    for number in content:
        if first < number < last and SEPARATOR.fullmatch(lines[number]):
            sign = lines[number].strip()
            message = f"{sign} läses som att ett nytt dokument börjar och att det här tar slut."
            problem = Problem("S012", Mark(number + 1, 1, 3), message, "ett dokument i filen", "ta bort raden.")
            yield Slip(problem, {number: ""})


def dashes(lines: Sequence[str]) -> Iterator[Slip]:
    """Another sign where the hyphen of a list's item stands, or the hyphen without its space."""
    before: Line | None = None
    for line in shapes(lines):
        if slip := _wrong_sign(lines[line.number], line, before) or _no_space(lines[line.number], line, before):
            yield slip
        before = line


def _wrong_sign(text: str, line: Line, before: Line | None) -> Slip | None:
    if not (found := BULLET.match(text)):
        return None
    sign, rest = next(each for each in found.groups()[1:] if each), text[found.end() :]
    sign = "en punkt ur Word" if "\ue000" <= sign <= "\uf8ff" else sign
    problem = Problem(
        "S016",
        line.mark(line.indent),
        f"Raden börjar med {sign} i stället för ett vanligt bindestreck.",
        "- och ett mellanslag före varje post i en lista",
        f"skriv - i stället för {sign.rstrip('.')}. Hör raden till texten ovanför, skriv allt på samma rad.",
    )
    return Slip(problem, {line.number: f"{' ' * _list_indent(line, before)}- {rest}"})


def _list_indent(line: Line, before: Line | None) -> int:
    """Where the dash was meant to stand: below that of the item above, if it stands near it."""
    near = before is not None and before.dashes and not before.key and abs(before.indent - line.indent) < 4
    return before.indent if before is not None and near else line.indent


def _no_space(text: str, line: Line, before: Line | None) -> Slip | None:
    if not (found := GLUED.match(text)):
        return None
    rest = text[found.end() :]
    begin = f"- {rest.split(' ')[0]}"
    instead = "byt tabben mot ett mellanslag" if found.group().endswith("\t") else "skriv ett mellanslag efter strecket"
    hint = f"{instead}, så att raden börjar med {begin.rstrip('.')}."
    message = "Här saknas ett mellanslag efter strecket."
    problem = Problem("S017", line.mark(line.indent), message, hint=hint)
    return Slip(problem, {line.number: f"{' ' * _list_indent(line, before)}- {rest}"})


def glued_keys(lines: Sequence[str]) -> Iterator[Slip]:
    """A key whose colon has no space after it, so that YAML reads both as a text."""
    for line in shapes(lines):
        found = GLUED_KEY.match(line.value)
        if line.key or found is None or found["key"] not in known_keys():
            continue
        text, at = lines[line.number], line.value_column
        end = at + len(found.group())
        twice = text.startswith(":", end)
        problem = Problem(
            "S002",
            line.mark(at, len(found.group()) + twice),
            "Här står två kolon efter nyckeln." if twice else "Här saknas ett mellanslag efter kolonet.",
            hint=f"{'ta bort det ena: ' if twice else ''}skriv nyckeln, kolon och ett mellanslag före texten.",
        )
        yield Slip(problem, {line.number: f"{text[:end]} {text[end + twice :].lstrip() if twice else text[end:]}"})


def comments(lines: Sequence[str]) -> Iterator[Slip]:
    """A comment as it is written in a script or on a page."""
    for line in shapes(lines):
        found = COMMENT.match(line.value) if line.text else None
        if found is None:
            continue
        sign = found.group()
        problem = Problem(
            "S020",
            line.mark(line.indent, len(sign)),
            f"Raden börjar med {sign}. En kommentar börjar med # här.",
            "# och ett mellanslag först på en kommentars rad",
            f"byt {sign} mot #. Ska den inte stå kvar, ta bort raden.",
        )
        yield Slip(problem, {line.number: f"{' ' * line.indent}# {lines[line.number].strip()}"})


def brackets_cut(lines: Sequence[str]) -> Iterator[Slip]:
    """A # from which YAML takes the rest of the line for a comment, and with it the end of a list in brackets."""
    for line in shapes(lines):
        if line.value.startswith(("[", "{")) and "#" in line.value and (slip := _cut(lines[line.number], line)):
            yield slip


def _cut(text: str, line: Line) -> Slip | None:
    # What stands within quotation marks cuts nothing.
    plain = IN_QUOTES.sub(lambda found: "x" * len(found.group()), line.value)
    opening, closing, found = plain[0], CLOSED_BY[plain[0]], CUTS.search(plain)
    if not found or closing not in plain[found.end() :]:
        return None
    at = found.start()
    if plain.count(opening, 0, at) <= plain.count(closing, 0, at):
        return None  # It is closed before.
    start = max(plain.rfind(sign, 0, at) + len(sign) for sign in ("[", "{", ",", ": "))
    end = min(place for sign in (closing, ",") if (place := plain.find(sign, at)) > 0)
    word = line.value[start:end].strip().replace('"', "")
    whole = f'sätt det som # hör till inom raka citattecken: "{word}"'
    comment = plain.startswith(" ", at + 1)
    problem = Problem(
        "S008",
        line.mark(line.value_column + at, len(line.value) - at),
        f"Det som står efter # räknas inte med, inte heller {closing} som avslutar.",
        hint=f"är det en kommentar, flytta den till en egen rad. Annars {whole}."
        if comment
        else f"{whole}. Hör # inte dit, ta bort det.",
    )
    gone = {place for each in CUTS.finditer(plain) for place in range(*each.span())}
    meant = "".join(sign for place, sign in enumerate(line.value) if place not in gone)
    return Slip(problem, {line.number: f"{text[: line.value_column]}{meant}"})


def curly_quotes(lines: Sequence[str]) -> Iterator[Slip]:
    """A word processor's quotation marks around a whole value, where YAML knows only the straight ones."""
    for line in shapes(lines):
        found = CURLY.fullmatch(line.value) or SINGLE.fullmatch(line.value)
        if found is None or (found["half"] is not None and _closed_below(lines, line)):
            continue
        inside = found["text"] if found["half"] is None else found["half"]
        problem = Problem(
            "S021",
            line.mark(line.value_column, len(line.value)),
            "Citattecknen runt värdet är sådana som Word skriver.",
            "raka citattecken, \" eller '",
            f'byt dem mot raka: "{inside}".' if ": " in inside else f'ta bort dem, eller byt dem mot raka: "{inside}".',
        )
        yield Slip(problem, {line.number: f'{lines[line.number][: line.value_column]}"{inside}"'})


def _closed_below(lines: Sequence[str], line: Line) -> bool:
    """Whether the straight mark that a value begins with ends it on the next line: then what is on this one is a word's
    own."""
    below = lines[line.number + 1].rstrip() if line.number + 1 < len(lines) else ""
    return below.startswith(" " * (line.column + 1)) and below.endswith(line.value[0])


def marked_up(lines: Sequence[str]) -> Iterator[Slip]:
    """Markdown first in a text. Quotation marks around it would publish its signs."""
    for line, below in with_next(shapes(lines)):
        if slip := _emphasis(lines[line.number], line) or _heading(lines[line.number], line, below):
            yield slip


def _emphasis(text: str, line: Line) -> Slip | None:
    if line.text or not (found := EMPHASIS.fullmatch(line.value) or STARRED.fullmatch(line.value)):
        return None
    sign, words = found["sign"], found["words"]
    where = f"före och efter ”{words}”" if found["end"] else "först i texten"
    problem = Problem(
        "S002" if sign == "`" else "S005",
        line.mark(line.value_column, found.start("rest")),
        f"Texten börjar med {sign}, som i Markdown ändrar hur orden ser ut. Här gör det inte det.",
        "vanliga ord",
        f"ta bort {sign} {where}. Hur texten ser ut bestämmer webbplatsen.",
    )
    return Slip(problem, {line.number: f"{text[: line.value_column]}{words}{found['rest']}"})


def _heading(text: str, line: Line, below: Line | None) -> Slip | None:
    """After a key that nothing stands below; else it is a comment to that."""
    found = HEADING.fullmatch(line.value)
    if not line.key or not found or not found["words"]:
        return None
    if below and (below.column > line.column or (below.dashes and below.indent == line.column)):
        return None
    problem = Problem(
        "S008",
        line.mark(line.value_column, len(line.value)),
        f"Texten börjar med {found['sign']}, och är då ingen text utan en kommentar som ingen läsare ser.",
        "en text, utan # först",
        "är det en kommentar, flytta den till en egen rad, och skriv texten här eller ta bort raden. "
        f"Är det texten, ta bort {found['sign']} först i den.",
    )
    return Slip(problem, {line.number: f"{text[: line.value_column]}'{found['words'].replace(chr(39), chr(39) * 2)}'"})
