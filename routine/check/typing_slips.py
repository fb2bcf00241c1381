"""Typing slips that one line shows by itself, whatever YAML makes of it.

Among them: conflict markers, wrong dashes, curly quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from routine.check.lines import CLOSED_BY, Line, shapes
from routine.check.model_paths import known_keys
from routine.check.problems import Mark, Problem

CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
SEPARATOR = re.compile(r"(?:---|\.\.\.)\s*")
# Bullets of word processors; the last are Word's own, which no other program shows.
SIGNS = "•·‣▪●◦○►\uf0b7\uf0a7\uf0d8\uf0fc"
NUMBERED = r"\d{1,2}[.)]|[a-z]\)"
# Dashes that a typed hyphen may become; Word turns two hyphens in a row into a longer dash.
DASHES = "–—−‒‐‑―"
DASHED = rf"(?:-*[{DASHES}][-{DASHES}]*|--+)(?![-{DASHES}])"
BULLET = re.compile(
    rf"( *)(?:({DASHED}|[{SIGNS}])[ \u00a0\t]*|([*+]|{NUMBERED})[ \u00a0\t]+|([o§])[ \u00a0\t]+(?=[A-ZÅÄÖ]))(?=\S)"
)
GLUED = re.compile(r"( *)-(?:\t[ \t]*|(?=[^\s-]))")
# Markdown at the start of a text: a heading, then italics, bold and code. YAML gives these signs a meaning of its own.
HEADING = re.compile(r"#{1,6}(?=[ \u00a0]*[^\s#])")
EMPHASIS = re.compile(r"(?P<sign>\*{1,3}|`)(?=[^\W\d])(?:[^\s*`]+(?=\s)|[^*`]*[^\s*`](?P=sign))")
COMMENT = re.compile(r"//|<!--|/\*")
GLUED_KEY = re.compile(r"(?P<key>[a-z_]+):(?=[^\s/])")
# A key after a comma, or after the value before it.
LAST_KEY = re.compile(r"[,;\s]\s*([a-z_]+)$")
COLON = re.compile(r"[^\s\"'\[{|>#&*!%@`-].*?(?P<colon>:)(?: |$)")
TAB = re.compile(r"\s*[^#\s]?[^\t#]*(?P<tab>\t)")
IN_QUOTES = re.compile(r"(?<=[\s\[{,])(?:\"[^\"]*\"|'[^']*')")
CUTS = re.compile(r"(?<=[\s\[{,])#+")  # Right after a word, # is part of it.
CURLY = re.compile(r"[“”„«»](?P<text>[^“”„«»\"]*)[“”„«»\"]|\"(?P<half>[^“”„«»\"]*)[“”„»]")
# The same for single quotation marks; between two letters such a sign is an apostrophe.
WITHIN = r"(?:[^‘’‚'\"]|(?<=\w)[’'](?=\w))+"
SINGLE = re.compile(rf"[‘’‚](?P<text>{WITHIN})[‘’']|'(?P<half>{WITHIN})[‘’]")


def slips(lines: Sequence[str]) -> Iterator[Problem]:
    """Find every slip, at most one per line.

    The first kind that matches a line explains what the later ones would see.
    """
    told = set[int]()
    for find in (conflicts, separators, dashes, comments, tabs, brackets_cut, curly_quotes, markup, keys_and_colons):
        found = [problem for problem in find(lines) if problem.mark.line not in told]
        told.update(problem.mark.line for problem in found)
        yield from found


def conflicts(lines: Sequence[str]) -> Iterator[Problem]:
    """Find git conflict markers: one problem from `<<<<<<<` to `>>>>>>>`.

    Git leaves them when two people have changed the same lines.
    """
    marks = [(number, line[0]) for number, line in enumerate(lines) if CONFLICT.fullmatch(line.rstrip())]
    while marks:
        end = next((at + 1 for at, (_, sign) in enumerate(marks) if sign == ">"), len(marks))
        together, marks = marks[:end], marks[end:]
        whole = together[-1][1] == ">" and any(sign == "<" for _, sign in together)
        yield Problem(
            "S015",
            Mark(together[0][0] + 1, 1, 7),
            "Två har ändrat samma rader, och båda ändringarna står kvar."
            if whole
            else "Här står ett märke kvar från när två har ändrat samma rader.",
            hint="mellan <<<<<<< och ======= står den ena ändringen, mellan ======= och >>>>>>> den andra. "
            "Låt det som ska gälla stå kvar, och ta bort det andra och raderna med <<<<<<<, ======= och >>>>>>>."
            if whole
            else "ta bort raden, och kontrollera att det som står runt den står där en gång.",
            related=tuple((Mark(number + 1, 1), "hör till samma krock") for number, _ in together[1:]),
        )


def separators(lines: Sequence[str]) -> Iterator[Problem]:
    """Find `---` or `...` between two parts of the content.

    YAML would begin another document there.
    """
    content = [number for number, line in enumerate(lines) if line.strip() and line[0] not in "#%"]
    for number in content[1:-1]:
        if SEPARATOR.fullmatch(lines[number]):
            message = f"{lines[number].strip()} läses som att ett nytt dokument börjar och att det här tar slut."
            yield Problem("S012", Mark(number + 1, 1, 3), message, "ett dokument i filen", "ta bort raden.")


def dashes(lines: Sequence[str]) -> Iterator[Problem]:
    """Find a wrong sign for the hyphen of a list item, or a missing space.

    Either another sign stands in place of the hyphen, or the hyphen has no space after it.
    """
    for line in shapes(lines):
        text = lines[line.number]
        if found := BULLET.match(text):
            sign = next(each for each in found.groups()[1:] if each)
            sign = "en punkt ur Word" if "\ue000" <= sign <= "\uf8ff" else sign
            yield Problem(
                "S016",
                line.mark(line.indent),
                f"Raden börjar med {sign} i stället för ett vanligt bindestreck.",
                "- och ett mellanslag före varje post i en lista",
                f"skriv - i stället för {sign.rstrip('.')}. Hör raden till texten ovanför, skriv allt på samma rad.",
            )
        elif found := GLUED.match(text):
            begin = f"- {text[found.end() :].split(' ')[0]}".rstrip(".")
            tab = found.group().endswith("\t")
            instead = "byt tabben mot ett mellanslag" if tab else "skriv ett mellanslag efter strecket"
            hint = f"{instead}, så att raden börjar med {begin}."
            yield Problem("S017", line.mark(line.indent), "Här saknas ett mellanslag efter strecket.", hint=hint)


def comments(lines: Sequence[str]) -> Iterator[Problem]:
    """Find a comment in the syntax of a script or a web page."""
    for line in shapes(lines):
        if line.text and (found := COMMENT.match(line.value)):
            sign = found.group()
            yield Problem(
                "S020",
                line.mark(line.indent, len(sign)),
                f"Raden börjar med {sign}. En kommentar börjar med # här.",
                "# och ett mellanslag först på en kommentars rad",
                f"byt {sign} mot #. Ska den inte stå kvar, ta bort raden.",
            )


def tabs(lines: Sequence[str]) -> Iterator[Problem]:
    """Find the first tab outside a comment, and count the lines with tabs."""
    found = [(number, tab.start("tab")) for number, line in enumerate(lines) if (tab := TAB.match(line))]
    for number, column in found[:1]:
        more = f" Filen har {len(found)} rader med tabbar." if len(found) > 1 else ""
        hint = "byt tabben mot mellanslag; indraget är två mellanslag per nivå."
        yield Problem("S003", Mark(number + 1, column + 1), f"Här står en tabb.{more}", hint=hint)


def brackets_cut(lines: Sequence[str]) -> Iterator[Problem]:
    """Find a # that cuts off the end of a list in brackets.

    YAML takes the rest of the line for a comment, and with it the closing bracket.
    """
    for line in shapes(lines):
        if not line.value.startswith(("[", "{")):
            continue
        # A # within quotation marks cuts nothing.
        plain = IN_QUOTES.sub(lambda found: "x" * len(found.group()), line.value)
        opening, closing, found = plain[0], CLOSED_BY[plain[0]], CUTS.search(plain)
        before = plain[: found.start()] if found else ""
        if found and closing in plain[found.end() :] and before.count(opening) > before.count(closing):
            yield Problem(
                "S008",
                line.mark(line.value_column + found.start(), len(line.value) - found.start()),
                f"Det som står efter # räknas inte med, inte heller {closing} som avslutar.",
                hint="sätt det som # hör till inom raka citattecken. Är det en kommentar, flytta den till en egen rad.",
            )


def keys_and_colons(lines: Sequence[str]) -> Iterator[Problem]:
    """Find a key without a space after its colon, and a stray colon.

    YAML takes a stray colon in a text for that of a key.
    """
    for line in shapes(lines):
        key = GLUED_KEY.match(line.value)
        if not line.key and key and key["key"] in known_keys():
            twice = line.value.startswith(":", key.end())
            yield Problem(
                "S002",
                line.mark(line.value_column, key.end() + twice),
                "Här står två kolon efter nyckeln." if twice else "Här saknas ett mellanslag efter kolonet.",
                hint=f"{'ta bort det ena: ' if twice else ''}skriv nyckeln, kolon och ett mellanslag före texten.",
            )
        elif line.key and (found := COLON.match(line.value)):
            again = line.value[: found.start("colon")].rstrip() == line.key
            key = LAST_KEY.search(line.value, 0, found.start("colon"))
            mark = line.mark(line.value_column + (0 if again else found.start("colon")))
            message = "Här står ett kolon som läses som en ny nyckel."
            hint = "sätt hela texten inom raka citattecken om kolonet hör till den, eller rätta indraget."
            if again:
                message, hint = f"Nyckeln {line.key}: står två gånger på raden.", f"ta bort det andra {line.key}:."
            elif key and key[1] in known_keys():
                message, hint = (
                    "Här står två nycklar på samma rad.",
                    f"sätt {key[1]}: på en egen rad.",
                )
            yield Problem("S002", mark, message, "nyckeln en gång" if again else "", hint)


def curly_quotes(lines: Sequence[str]) -> Iterator[Problem]:
    """Find a word processor's quotation marks around a whole value.

    YAML knows only straight ones.
    """
    for line in shapes(lines):
        found = CURLY.fullmatch(line.value) or SINGLE.fullmatch(line.value)
        if found and (found["half"] is None or not _closed_below(lines, line)):
            inside = found["text"] or found["half"] or ""
            yield Problem(
                "S021",
                line.mark(line.value_column, len(line.value)),
                "Citattecknen runt värdet är sådana som Word skriver.",
                "raka citattecken, \" eller '",
                f'{"" if ": " in inside else "ta bort dem, eller "}byt dem mot raka: "{inside}".',
            )


def _closed_below(lines: Sequence[str], line: Line) -> bool:
    """Tell whether the next line closes the value's straight quote."""
    below = lines[line.number + 1].rstrip() if line.number + 1 < len(lines) else ""
    return below.startswith(" " * (line.column + 1)) and below.endswith(line.value[0])


def markup(lines: Sequence[str]) -> Iterator[Problem]:
    """Find Markdown at the start of a text.

    Quotation marks around it would publish its signs.
    """
    found = shapes(lines)
    for line, below in zip_longest(found, found[1:]):
        if not line.text and (emphasis := EMPHASIS.match(line.value)):
            sign = emphasis["sign"]
            yield Problem(
                "S002" if sign == "`" else "S005",
                line.mark(line.value_column, emphasis.end()),
                f"Texten börjar med {sign}, som i Markdown ändrar hur orden ser ut. Här gör det inte det.",
                "vanliga ord",
                f"ta bort {sign}. Hur texten ser ut bestämmer webbplatsen.",
            )
        # After a key whose value is on the lines below, # begins a comment on that value.
        holds = below and (below.column > line.column or (below.dashes and below.indent == line.column))
        if line.key and not holds and (heading := HEADING.match(line.value)):
            yield Problem(
                "S008",
                line.mark(line.value_column, len(line.value)),
                f"Texten börjar med {heading.group()}, och är då en kommentar som ingen läsare ser.",
                "en text, utan # först",
                f"är det texten, ta bort {heading.group()} först i den. Är det en kommentar, flytta den till en egen "
                "rad, och skriv texten här eller ta bort raden.",
            )
