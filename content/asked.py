"""Search questions of readers, as an editor keeps them for the routine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import yaml

from routine.check.problems import Mark, Problem, RoutineError
from routine.check.rules.personal import in_lines
from routine.check.source import decoded

FORM = '- {q: "det som någon skriver", want: [kontakter/]}'
KEYS = "q, want om något svarar, och missed: ja om sökningen inte hittar det"


class Query(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that somebody types, and the places that answer it.

    A page's address also covers each of its parts. Without any `want` the site does not answer the question, and must
    not say that it does. `missed` marks a question that is known to fail; the check says so when it no longer does.
    """

    q: Annotated[str, msgspec.Meta(pattern=r"\S")]
    want: tuple[str, ...] = ()
    missed: Literal["ja"] | None = None

    def answered_by(self, href: str) -> bool:
        """Return whether a hit that leads to `href` is an answer."""
        place = href.replace("index.html", "", 1)
        return any(place == each or ("#" not in each and place.partition("#")[0] == each) for each in self._wanted())

    def _wanted(self) -> Iterator[str]:
        return (each.removeprefix("./") for each in self.want)


def queries(data: Path) -> tuple[Query, ...]:
    """Read the questions that are kept beside the routine, if any.

    They stand in `routine.queries.yaml` beside `routine.yaml`.

    Raises RoutineError, with the first place where the file is not a list of questions.
    """
    file = data.with_suffix(".queries.yaml")
    if not file.is_file():
        return ()
    text, problems = decoded(file.read_bytes())
    found = [*problems, *in_lines(text.split("\n"))]
    try:
        if not found:
            return msgspec.convert(yaml.load(text, yaml.BaseLoader) or (), tuple[Query, ...])
    except yaml.YAMLError as error:
        found = [_unreadable(text, error)]
    except msgspec.ValidationError as error:
        found = [_no_query(text, str(error))]
    raise RoutineError(file.as_posix(), text, found)


def _unreadable(text: str, error: yaml.YAMLError) -> Problem:
    at = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    # A character that YAML forbids has only an offset from the start of the file.
    line = at.line if at else text.count("\n", 0, getattr(error, "position", 0))
    hint = "rätta raden, eller den ovanför. Sätt frågan inom raka citattecken."
    return Problem("S002", Mark(line + 1, at.column + 1 if at else 1), "Här går filen inte att läsa.", FORM, hint)


def _no_query(text: str, said: str) -> Problem:
    """Return the problem of an entry that is not a question.

    The path in the error begins with the place in the list, if there is a list: `$[3].want`.
    """
    root: Any = yaml.compose(text, yaml.BaseLoader)
    place = re.search(r"`\$\[(\d+)\]", said)
    mark = (root.value[int(place[1])] if place else root).start_mark
    message = "Här står ingen fråga med sina svar."
    return Problem("M003", Mark(mark.line + 1, mark.column + 1), message, KEYS, f"skriv den som {FORM}.")
