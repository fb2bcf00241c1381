"""A reader of YAML text to nodes with positions.

Only this module, yaml_faults and finding import yaml.

Every scalar stays the text that stands in the file: `no` is not false, `0112` not 74, `12:30` not 750.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import yaml
from msgspec import Struct

from routine.check import yaml_faults
from routine.check.characters import odd_characters, plain_spaces
from routine.check.nodes import Mapping, Node, Scalar, Sequence
from routine.check.problems import MOST_PROBLEMS, Mark, Problem

Entry = tuple[Scalar, Node]

# PyYAML's wheels bring the C library, whose messages yaml_faults explains; without it reading is slow.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Our routine has 3,600 keys, values, lists and groups.
MAX_VALUES = 25_000


class EnoughError(Exception):
    """An end of the reading: too deep, too much, or too many faults.

    Such a file is no routine.
    """


class Document(Struct, frozen=True):
    """The one document of a text, as far as it could be read.

    `problems` are the faults found in it.
    """

    root: Mapping | None
    problems: tuple[Problem, ...]


def document(text: str, keys: tuple[str, ...]) -> Document:
    """Read the one document of a text to its nodes.

    `keys` are the keys that such a file begins with.
    """
    reader = Reader(text)
    root = None
    try:
        root = reader.document()
    except EnoughError:
        pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        reader.problems.append(yaml_faults.explain(error, reader.lines, reader.last))
    else:
        if root is None and not reader.problems:
            reader.problems.append(yaml_faults.empty_file(keys))
        elif root is not None and not isinstance(root, Mapping):
            reader.problems.append(yaml_faults.no_keys(root.mark, keys))
    return Document(root if isinstance(root, Mapping) else None, tuple(reader.problems))


class Reader:
    """A builder of nodes from YAML events.

    It never follows aliases, and no nesting can exhaust Python's own stack.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.events = self._watched(text)
        self.last: yaml.Event | None = None
        self.problems: list[Problem] = []

    def _watched(self, text: str) -> Iterator[yaml.Event]:
        values = 0
        for event in yaml.parse(text, Loader=LOADER):
            self.last = event
            values += isinstance(event, yaml.NodeEvent)
            if values > MAX_VALUES:
                self.problems.append(yaml_faults.too_many("nycklar, värden och listor", MAX_VALUES, _mark(event)))
                raise EnoughError
            yield event

    def document(self) -> Node | None:
        root, begun = None, False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if begun:
                    self._report(yaml_faults.second_document(_mark(event)))
                    return root
                begun = True
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        mark = _mark(event)
        if isinstance(event, yaml.AliasEvent):
            self._report(yaml_faults.alias(event.anchor or "", mark))
            return Scalar("", mark)
        if anchor := getattr(event, "anchor", None):
            self._report(yaml_faults.anchor(anchor, mark))
        if tag := getattr(event, "tag", None):
            self._report(yaml_faults.tag(tag, mark))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, mark)
        if depth >= yaml_faults.MAX_DEPTH:
            self._report(yaml_faults.too_deep(mark))
            raise EnoughError
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(child := next(self.events), yaml.SequenceEndEvent):
                in_list = isinstance(child, yaml.MappingStartEvent)
                items.append(self._mapping(child, depth + 1, in_list=True) if in_list else self._node(child, depth + 1))
            return Sequence(tuple(items), mark)
        return self._mapping(event, depth, in_list=False)

    def _mapping(self, event: yaml.Event, depth: int, *, in_list: bool) -> Mapping:
        found: dict[str, Entry] = {}
        while not isinstance(child := next(self.events), yaml.MappingEndEvent):
            key, value = self._node(child, depth + 1), self._node(next(self.events), depth + 1)
            if self._report(yaml_faults.key_fault(key)) or not isinstance(key, Scalar):
                continue
            if before := found.get(key.value):
                first = next(iter(found.values()))[0]
                # The item's first key again, on a line of its own: the dash of a new item has been forgotten.
                undashed = in_list and first == before[0] and key.mark.column == first.mark.column
                rest = self.lines[key.mark.line - 1][key.mark.column - 1 :]
                told = yaml_faults.no_dash(key, first.mark, rest) if undashed else None
                self._report(told or yaml_faults.repeated_key(key, before[0].mark))
            found.setdefault(key.value, (key, value))
        return Mapping(tuple(found.values()), _mark(event))

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar:
        if not event.style:
            self._report(self._cut(event))
            self._report(yaml_faults.plain_null(event.value, mark))
            self._swallowed(event)
        value = event.value
        if event.style == '"':  # What the text of the file was checked for may be written with a backslash here.
            for odd in odd_characters(value):
                hint = "ta bort det som står efter det omvända snedstrecket."
                self._report(Problem("S007", mark, odd.message, hint=hint))
            # Half a surrogate pair, already reported, is no text that later code could read.
            value = value.encode("utf-8", "replace").decode()
        if not value.isascii():
            value = plain_spaces(value) if event.style else plain_spaces(value).strip()
        # A block scalar (| or >) ends with a line break that nobody typed as text.
        return Scalar(value.rstrip("\n") if event.style in ("|", ">") else value, mark)

    def _swallowed(self, event: yaml.ScalarEvent) -> None:
        """Report a dash that is indented too far.

        YAML silently takes the item for more of the text above.
        """
        start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
        for number in range(start.line + 1, min(end.line + 1, len(self.lines))):
            line = self.lines[number]
            if line.lstrip().startswith("- "):
                self._report(yaml_faults.swallowed(Mark(number + 1, len(line) - len(line.lstrip()) + 1)))

    def _cut(self, event: yaml.ScalarEvent) -> Problem | None:
        """Find a comment on the same line after a scalar."""
        end = cast(yaml.Mark, event.end_mark)
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        return yaml_faults.cut_text(rest, Mark(end.line + 1, end.column + 1)) if "#" in rest else None

    def _report(self, problem: Problem | None) -> bool:
        """Record a problem, if there is one, and return whether there was.

        Raises EnoughError when there are too many.
        """
        self.problems += [problem] if problem else []
        if len(self.problems) >= MOST_PROBLEMS:
            raise EnoughError
        return problem is not None


def _mark(event: yaml.Event) -> Mark:
    start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
    length = end.column - start.column if end.line == start.line else 1
    return Mark(start.line + 1, start.column + 1, max(1, length))
