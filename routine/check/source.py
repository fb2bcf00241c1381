"""Reading of a file's bytes to text and nodes, with nothing changed."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from routine.check.characters import odd
from routine.check.nodes import Mapping
from routine.check.problems import MOST_PROBLEMS, Mark, Problem, RoutineError
from routine.check.typing_slips import slips
from routine.check.yaml_faults import too_many
from routine.check.yaml_reader import document

SAVE_AGAIN = "öppna filen, välj Spara som och kodningen UTF-8."


def decoded(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode a file, and report what is wrong with how it was saved.

    The text has the same line break everywhere.
    """
    if sixteen := _sixteen(data):
        text = data.decode(sixteen, errors="replace").removeprefix("\ufeff")
        message = "Filen är sparad som UTF-16, som i Windows ofta kallas Unicode."
        return _lines(text), (Problem("S001", Mark(1, 1), message, "UTF-8", SAVE_AGAIN),)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _lines(body.decode()), ()
    except UnicodeDecodeError as error:
        before = _lines(body[: error.start].decode())
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        text = body.decode(errors="replace")
    if any(character > "\x7f" and character != "\ufffd" for character in text):
        message, hint = "Här står ett tecken som inte går att läsa.", "radera tecknet och skriv om ordet för hand."
        return _lines(text), (Problem("S001", mark, message, "tecken sparade som UTF-8", hint),)
    message = "Filen är sparad i en äldre kodning, ofta kallad ANSI eller Windows-1252, där å, ä och ö är annorlunda."
    return _lines(body.decode("cp1252", errors="replace")), (Problem("S001", mark, message, "UTF-8", SAVE_AGAIN),)


def _sixteen(data: bytes) -> str:
    """Return the name of an encoding with two bytes per letter, or ''.

    It is recognised by its mark, or by every other byte being zero.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:200]
    if len(head) > 10 and head[1::2].count(0) > len(head) * 0.4:
        return "utf-16-le"
    return "utf-16-be" if len(head) > 10 and head[::2].count(0) > len(head) * 0.4 else ""


def _lines(text: str) -> str:
    """Unify the line breaks, whatever system the file was saved on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


# Our routine has 65 kB, 1,300 lines, and no line of 500 characters. A file five times as large is accepted.
MAX_BYTES = 400_000
MAX_LINES = 13_000
MAX_COLUMNS = 2_000
MOST_SHOWN = 3


class Source(Struct, frozen=True):
    """A file as far as it could be read.

    It has the text, the nodes, and the problems in how the file is written.
    """

    name: str
    text: str
    root: Mapping | None
    problems: tuple[Problem, ...] = ()

    def refused(self) -> RoutineError:
        """Make one error of all the problems."""
        return RoutineError(self.name, self.text, self.problems)


def read(data: bytes, name: str, keys: tuple[str, ...] = ("site", "roles")) -> tuple[str, Mapping]:
    """Return the text of a file and its nodes.

    `keys` are the keys that such a file begins with. Raises RoutineError.
    """
    source = look(data, name, keys)
    if source.problems or source.root is None:
        raise source.refused()
    return source.text, source.root


@lru_cache(maxsize=4)  # Callers read the same bytes again for places or values; nodes never change.
def look(data: bytes, name: str, keys: tuple[str, ...] = ("site", "roles")) -> Source:
    """Read a file until a stage finds problems.

    The stages: size and encoding, characters and typing slips, then YAML.
    """
    if len(data) > MAX_BYTES:
        return Source(name, "", None, (too_many("byte", MAX_BYTES, Mark(1, 1)),))
    text, problems = decoded(data)
    if found := problems or tuple(_too_long(text.split("\n"))):
        return Source(name, text, None, found)
    if slipped := [*odd(text), *islice(slips(text.split("\n")), MOST_PROBLEMS)]:
        return Source(name, text, None, tuple(_gathered(slipped)))
    whole = document(text, keys)
    return Source(name, text, whole.root, tuple(_gathered(whole.problems)))


def _too_long(lines: list[str]) -> Iterable[Problem]:
    if len(lines) > MAX_LINES:
        yield too_many("rader", MAX_LINES, Mark(MAX_LINES + 1, 1))
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_COLUMNS:
            yield too_many("tecken på en rad", MAX_COLUMNS, Mark(number, MAX_COLUMNS + 1))
            return


def _gathered(problems: Iterable[Problem]) -> list[Problem]:
    """Merge the same fault on adjacent lines into one problem, at the first."""
    groups: list[list[Problem]] = []
    for problem in sorted(problems, key=lambda one: (one.code, one.message, one.mark)):
        last = groups[-1][-1] if groups else problem
        same = (last.code, last.message) == (problem.code, problem.message)
        if groups and same and problem.mark.line - last.mark.line <= 1:
            groups[-1].append(problem)
        else:
            groups.append([problem])
    return [replace(first, related=(*first.related, *_others(more))) for first, *more in groups]


def _others(more: list[Problem]) -> list[tuple[Mark, str]]:
    rest = len(more) - MOST_SHOWN
    last = f"också här, och på {rest} {'ställe' if rest == 1 else 'ställen'} till" if rest > 0 else "också här"
    shown = more[:MOST_SHOWN]
    return [(each.mark, last if each is shown[-1] else "också här") for each in shown]
