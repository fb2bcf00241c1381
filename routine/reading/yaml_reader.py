"""YAML text to nodes with positions. With yaml_faults, the only importer of yaml.

Every scalar stays the text that stands in the file: `no` is not false, `0112` not 74, `12:30` not 750.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import yaml

from routine.reading import refusals
from routine.reading.characters import odd_characters
from routine.reading.nodes import Mapping, Node, Scalar, Sequence
from routine.reading.problems import Mark, Problem
from routine.reading.yaml_faults import explain

# PyYAML's wheels bring the C library; where PyYAML was built without it, all is read slowly.
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
APART = {"\t", "\ufeff"}


def document(text: str, keys: tuple[str, ...]) -> tuple[Mapping | None, list[Problem]]:
    """The one document of a text, and what is wrong with it; None when it could not be read to its end."""
    reader, root = _Reader(text), None
    try:
        root = reader.document()
    except _TooDeepError:
        pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        reader.problems.append(explain(error, reader.lines, reader.last))
    if isinstance(root, Mapping):
        return root, reader.problems
    if root is not None:
        reader.problems.append(refusals.no_keys(root.mark, keys))
    return None, reader.problems or [refusals.empty_file(keys)]


def _events(text: str) -> Iterable[yaml.Event]:
    """What the file is made of. The C library reads ten times as fast. Where it stops, PyYAML's own reading tells why
    in words that we know. It lets some tabs pass, and drops a mark of the byte order, that PyYAML tells of."""
    try:
        return list(yaml.parse(text, Loader=yaml.SafeLoader if set(text) & APART else FAST))
    except (yaml.YAMLError, ValueError, OverflowError):
        return yaml.parse(text, Loader=yaml.SafeLoader)


class _TooDeepError(Exception):
    """Ends the reading: deeper down PyYAML takes time that grows with the square of the depth."""


class _Reader:
    """Builds nodes from YAML events: aliases are never followed, and no nesting reaches Python's own stack."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.events = self._watched(text)
        self.last: yaml.Event | None = None
        self.problems: list[Problem] = []

    def _watched(self, text: str) -> Iterator[yaml.Event]:
        for event in _events(text):
            self.last = event
            yield event

    def document(self) -> Node | None:
        root, begun = None, False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if begun:
                    self._report(refusals.second_document(_mark(event)))
                    return root
                begun = True
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        mark = _mark(event)
        if isinstance(event, yaml.AliasEvent):
            self._report(refusals.alias(event.anchor or "", mark))
            return Scalar("", mark)
        self._refuse_anchor_and_tag(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth >= refusals.MAX_DEPTH:
            self._report(refusals.too_deep(mark))
            raise _TooDeepError
        return (self._sequence if isinstance(event, yaml.SequenceStartEvent) else self._mapping)(mark, depth)

    def _sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(child := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(child, depth + 1))
        return Sequence(tuple(items), mark)

    def _mapping(self, mark: Mark, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(child := next(self.events), yaml.MappingEndEvent):
            key, value = self._node(child, depth + 1), self._node(next(self.events), depth + 1)
            if self._report(refusals.key_fault(key)) or not isinstance(key, Scalar):
                continue
            if key.value in entries:
                self._report(refusals.repeated_key(key, entries[key.value][0].mark))
            else:
                entries[key.value] = key, value
        return Mapping(tuple(entries.values()), mark)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        mark = _mark(event)
        if not event.style:
            self._report(refusals.cut_text(*self._rest(event)))
            self._report(refusals.plain_null(event.value, mark))
        # The text of the file holds none of these by now: what is left was written with a backslash.
        for odd in odd_characters(event.value):
            hint = "ta bort det som står efter det omvända snedstrecket."
            self._report(Problem("S007", mark, odd.message, hint=hint))
        # A block scalar (| or >) ends with a line break that nobody typed as text.
        return Scalar(event.value.rstrip("\n") if event.style in ("|", ">") else event.value, mark)

    def _rest(self, event: yaml.ScalarEvent) -> tuple[str, Mark]:
        """What the line has after a scalar, and where that begins."""
        end = cast(yaml.Mark, event.end_mark)
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        return rest, Mark(end.line + 1, end.column + 1)

    def _refuse_anchor_and_tag(self, event: yaml.Event) -> None:
        if anchor := getattr(event, "anchor", None):
            self._report(refusals.anchor(anchor, _mark(event)))
        if tag := getattr(event, "tag", None):
            self._report(refusals.tag(tag, _mark(event)))

    def _report(self, problem: Problem | None) -> bool:
        """Note a problem, if it is one; say whether it was."""
        self.problems += [problem] if problem else []
        return problem is not None


def _mark(event: yaml.Event) -> Mark:
    start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
    length = end.column - start.column if end.line == start.line else 1
    return Mark(start.line + 1, start.column + 1, max(1, length))
