"""The questions that readers ask the search, as an editor keeps them beside the routine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from routine.reading.encoding import decoded
from routine.reading.problems import Mark, Problem, RoutineError
from routine.rules.personal import in_lines

FORM = '- {q: "det som någon skriver", want: [kontakter/]}'
KEYS = "q, want om något svarar, och missed: ja om sökningen inte hittar det"


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody writes, and the places that answer it: a page's address is also that of each of its parts. Without
    any, the site does not answer it, and must not say that it does. `missed` says that this is known not to hold: it is
    told when it does."""

    q: str
    want: tuple[str, ...] = ()
    missed: bool = False

    def answered_by(self, href: str) -> bool:
        """Whether a hit that leads there is an answer."""
        place = href.replace("index.html", "", 1)
        return any(place == each or ("#" not in each and place.partition("#")[0] == each) for each in self._wanted())

    def _wanted(self) -> Iterator[str]:
        return (each.removeprefix("./") for each in self.want)


def queries(data: Path) -> tuple[Query, ...]:
    """Those kept beside the routine, if any: `routine.queries.yaml` beside `routine.yaml`. Raises RoutineError, with
    the first place where the file is not a list of them."""
    file = data.with_suffix(".queries.yaml")
    if not file.is_file():
        return ()
    text, problems = decoded(file.read_bytes())
    if found := [*problems, *in_lines(text.split("\n"))]:
        raise RoutineError(file.as_posix(), text, found)
    try:
        return tuple(_queries(_root(text)))
    except _NoQueryError as error:
        raise RoutineError(file.as_posix(), text, [error.problem]) from error


class _NoQueryError(Exception):
    """At a place where something else than a query stands."""

    def __init__(self, code: str, mark: yaml.Mark, message: str, allowed: str, hint: str) -> None:
        self.problem = Problem(code, Mark(mark.line + 1, mark.column + 1), message, allowed, hint)
        super().__init__(message)


def _root(text: str) -> yaml.Node | None:
    """The nodes of the file; None where it says nothing."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        if mark is None:  # A character that no YAML has: where it stands is counted from the beginning.
            before = text[: getattr(error, "position", 0)]
            mark = yaml.Mark("", 0, before.count("\n"), len(before) - before.rfind("\n") - 1, None, 0)
        hint = "rätta raden, eller den ovanför. Sätt frågan inom raka citattecken."
        raise _NoQueryError("S002", mark, "Här går filen inte att läsa.", FORM, hint) from error


def _queries(root: yaml.Node | None) -> Iterator[Query]:
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise _NoQueryError("M003", root.start_mark, "Filen är ingen lista med frågor.", FORM, "börja varje rad med -.")
    yield from map(_query, root.value)


def _query(node: yaml.Node) -> Query:
    hint = f"skriv den som {FORM}."
    if not isinstance(node, yaml.MappingNode):
        raise _NoQueryError("M003", node.start_mark, "Här står ingen fråga med sina svar.", KEYS, hint)
    asked, want, missed = "", tuple[str, ...](), False
    for key, value in node.value:
        if key.value == "q" and isinstance(value, yaml.ScalarNode):
            asked = value.value
        elif key.value == "want":
            want = _places(value)
        elif key.value == "missed" and value.value == "ja":
            missed = True
        else:
            raise _NoQueryError("M002", key.start_mark, "Här står något annat än en fråga och dess svar.", KEYS, hint)
    if not asked.strip():
        raise _NoQueryError("M001", node.start_mark, "Frågan saknas.", KEYS, hint)
    return Query(asked, want, missed)


def _places(node: yaml.Node) -> tuple[str, ...]:
    """What stands after `want`; an empty value is none."""
    if isinstance(node, yaml.SequenceNode) and all(isinstance(each, yaml.ScalarNode) for each in node.value):
        return tuple(each.value for each in node.value)
    if node.value == "":
        return ()
    hint = "skriv adresserna inom hakparenteser, med komma mellan dem."
    raise _NoQueryError("M003", node.start_mark, "Svaren är ingen lista med adresser.", "[kontakter/, latt/]", hint)
