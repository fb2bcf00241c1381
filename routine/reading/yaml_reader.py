"""YAML text to nodes with positions. With yaml_faults, the only importer of yaml.

Every scalar stays the text that stands in the file: `no` is not false, `0112` not 74, `12:30` not 750.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import cast

import yaml

from routine.reading import refusals
from routine.reading.amounts import MAX_VALUES, MOST_PROBLEMS, too_many_values
from routine.reading.characters import odd_characters
from routine.reading.nodes import Mapping, Node, Scalar, Sequence
from routine.reading.problems import Mark, Problem

Entry = tuple[Scalar, Node]

# PyYAML's wheels bring the C library; where PyYAML was built without it, all is read slowly.
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
APART = {"\t", "\ufeff"}
# As one does within brackets, and what stands there meanwhile: a character that means nothing.
ASKED, STAND_IN = re.compile(r"\?(?=\s*[,\]}])"), "\ue000"

# What reading can end with, besides the end.
FAILED = (yaml.YAMLError, ValueError, OverflowError)


def _events(text: str) -> Iterable[yaml.Event]:
    """What the file is made of. The C library reads ten times as fast. Where it stops, PyYAML's own reading tells why
    in words that we know. It lets some tabs pass, and drops a mark of the byte order, that PyYAML tells of."""
    if not set(text) & APART:
        try:
            return list(yaml.parse(text, Loader=FAST))
        except FAILED:
            pass
    return _slowly(text)


def _slowly(text: str) -> Iterator[yaml.Event]:
    """The same by PyYAML's own reading, which ends a text at a question mark before a comma or a closing bracket: the
    only fault that it would tell of is none."""
    for event in yaml.parse(ASKED.sub(STAND_IN, text), Loader=yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            event.value = event.value.replace(STAND_IN, "?")
        yield event


class EnoughError(Exception):
    """Ends the reading: deeper down PyYAML takes time that grows with the square of the depth, and who has so many
    values, or so many faults, has another sort of file."""


class Reader:
    """Builds nodes from YAML events: aliases are never followed, and no nesting reaches Python's own stack."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = list(lines)
        self.events = self._watched("\n".join(lines))
        # Whether something was left out that the model would miss.
        self.lost = False
        self.last: yaml.Event | None = None
        self.problems: list[Problem] = []

    def _watched(self, text: str) -> Iterator[yaml.Event]:
        values = 0
        for event in _events(text):
            self.last = event
            values += isinstance(event, yaml.NodeEvent)
            if values > MAX_VALUES:
                self.problems.append(too_many_values(_mark(event)))
                raise EnoughError
            yield event

    def document(self) -> Node | None:
        root, begun = None, False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if begun:
                    self.lost = self._report(refusals.second_document(_mark(event)))
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
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_anchor_and_tag(event)
            return self._scalar(event, mark)
        self._open(event, mark, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(mark, depth)
        return self._mapping(mark, self._entries(depth))

    def _open(self, event: yaml.Event, mark: Mark, depth: int) -> None:
        """A list or a group begins, and is not too deep down."""
        self._refuse_anchor_and_tag(event)
        if depth >= refusals.MAX_DEPTH:
            self._report(refusals.too_deep(mark))
            raise EnoughError

    def _sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(child := next(self.events), yaml.SequenceEndEvent):
            if isinstance(child, yaml.MappingStartEvent):
                items += self._groups(child, depth + 1)
            else:
                items.append(self._node(child, depth + 1))
        return Sequence(tuple(items), mark)

    def _groups(self, event: yaml.Event, depth: int) -> list[Node]:
        """A group in a list, or the several that it is when the dash before one has been forgotten."""
        mark = _mark(event)
        self._open(event, mark, depth)
        return [self._mapping(mark, part, in_list=True) for part in self._parted(self._entries(depth))]

    def _parted(self, entries: list[Entry]) -> list[list[Entry]]:
        starts = new_items([key.value for key, _ in entries])
        for start in starts:
            key = entries[start][0]
            rest = self.lines[key.mark.line - 1][key.mark.column - 1 :]
            self._report(refusals.no_dash(key, entries[0][0].mark, rest))
        return [entries[one:two] for one, two in pairwise([0, *starts, len(entries)])] if entries else [[]]

    def _entries(self, depth: int) -> list[Entry]:
        entries: list[Entry] = []
        while not isinstance(child := next(self.events), yaml.MappingEndEvent):
            key, value = self._node(child, depth + 1), self._node(next(self.events), depth + 1)
            if self._report(refusals.key_fault(key)) or not isinstance(key, Scalar):
                self.lost = True
            else:
                entries.append((key, value))
        return entries

    def _mapping(self, mark: Mark, entries: list[Entry], *, in_list: bool = False) -> Mapping:
        found: dict[str, Entry] = {}
        name, value = entries[0] if entries and in_list else (None, None)
        item = f"”{name.value}: {value.value}”" if name and isinstance(value, Scalar) else ""
        for key, value in entries:
            before = found.get(key.value)
            if before:
                self._report(refusals.repeated_key(key, before[0].mark, item, self._joined(before[1], value)))
            # Of two the one that holds something is read on.
            if before is None or before[1] == Scalar("", before[1].mark):
                found[key.value] = key, value
        return Mapping(tuple(found.values()), mark)

    def _joined(self, *values: Node) -> str:
        """How lists are made one, when each of the values is a list with something in it."""
        if not all(isinstance(value, Sequence) and value.items for value in values):
            return ""
        if any(self.lines[value.mark.line - 1].startswith("[", value.mark.column - 1) for value in values):
            return "skriv allt i den ena, med komma mellan, och ta bort den andra raden"
        return "flytta posterna till den ena, och ta bort den andra nyckeln"

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar:
        if not event.style:
            self._report(self._cut(event))
            self._report(refusals.plain_null(event.value, mark))
        # The text of the file holds none of these by now: what is left was written with a backslash.
        for odd in odd_characters(event.value):
            hint = "ta bort det som står efter det omvända snedstrecket."
            self._report(Problem("S007", mark, odd.message, hint=hint))
        # Half a character, which is told by now, is no text that the rest could read.
        value = event.value.encode("utf-8", "replace").decode()
        # A block scalar (| or >) ends with a line break that nobody typed as text.
        return Scalar(value.rstrip("\n") if event.style in ("|", ">") else value, mark)

    def _cut(self, event: yaml.ScalarEvent) -> Problem | None:
        """A comment that its line has after a scalar."""
        end = cast(yaml.Mark, event.end_mark)
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        return refusals.cut_text(rest, Mark(end.line + 1, end.column + 1)) if "#" in rest else None

    def _refuse_anchor_and_tag(self, event: yaml.Event) -> None:
        if anchor := getattr(event, "anchor", None):
            self._report(refusals.anchor(anchor, _mark(event)))
        if tag := getattr(event, "tag", None):
            self._report(refusals.tag(tag, _mark(event)))

    def _report(self, problem: Problem | None) -> bool:
        """Note a problem, if it is one; say whether it was."""
        self.problems += [problem] if problem else []
        if len(self.problems) >= MOST_PROBLEMS:
            raise EnoughError
        return problem is not None


def new_items(keys: list[str]) -> list[int]:
    """Where a group's first key comes again, and others of its keys after it: there a new item was meant to begin."""
    starts = [at for at, key in enumerate(keys) if at and key == keys[0]]
    parts = pairwise([*starts, len(keys)])
    return [start for start, end in parts if set(keys[start + 1 : end]) & set(keys[1:start])]


def _mark(event: yaml.Event) -> Mark:
    start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
    length = end.column - start.column if end.line == start.line else 1
    return Mark(start.line + 1, start.column + 1, max(1, length))
