"""YAML text to nodes with positions, with nothing changed on the way. The only importer of yaml.

Every scalar stays the text that stands in the file: `no` is not false, `0112` not 74, `12:30` not 750. What YAML would
change or drop without a word (duplicate keys, aliases, tags, a comment that cuts a text short) is refused.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import yaml

from routine.reading.problems import Mark, Problem, RoutineError
from routine.reading.yaml_faults import explain

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 20

# Line breaks that only YAML knows, directions, zero widths, soft hyphens, halves of a pair and control characters: none can be seen in an editor.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# In the indent, or right after a dash or a key's colon, such a space is read as part of the text.
MISREAD_SPACE = re.compile(f"^(?: *-| *(?:- +)?[a-z_]+:|[ -]*)({SPECIAL_SPACE.pattern})")
PLAIN_NULL = ("null", "Null", "NULL", "~")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, exactly as the editor wrote it."""

    value: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    mark: Mark


Node = Scalar | Sequence | Mapping


def read(data: bytes, name: str) -> tuple[str, Mapping]:
    """The text of the file and its nodes.

    Raises RoutineError with every problem that can be seen before the types are known; a fault in the YAML syntax
    itself ends the reading, so at most one of those is among them.
    """
    text = _decode(data, name)
    problems = [*_odd_characters(text), *_misread_spaces(text)]
    if problems:
        raise RoutineError(name, text, problems)
    reader = _Reader(text)
    try:
        root = reader.document()
    except _TooDeepError:
        root = None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        reader.problems.append(explain(error, reader.lines, reader.last))
        root = None
    if root is None and not reader.problems:
        reader.report(
            "S011", Mark(1, 1), "Filen saknar innehåll.", hint="börja med nyckeln site: och fortsätt som i exemplet."
        )
    if root is not None and not isinstance(root, Mapping):
        reader.report(
            "S011",
            root.mark,
            "Filen ska börja med nycklar, som site: och roles:.",
            hint="se exemplet på sidan För redaktörer.",
        )
    if reader.problems or not isinstance(root, Mapping):
        raise RoutineError(name, text, reader.problems)
    return text, root


def _decode(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        size = Problem(
            "S010",
            Mark(1, 1),
            f"Filen är {len(data)} byte.",
            f"högst {MAX_BYTES} byte",
            "flytta ut det som inte hör till rutinen.",
        )
        raise RoutineError(name, "", [size])
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        before = _lines(body[: error.start].decode())
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        fault = Problem(
            "S001",
            mark,
            f"Byten 0x{body[error.start]:02x} är inte UTF-8.",
            "UTF-8",
            "spara filen igen och välj kodningen UTF-8.",
        )
        raise RoutineError(name, before, [fault]) from None
    return _lines(text)


def _lines(text: str) -> str:
    """With the same line break everywhere, whatever system the file was saved on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _odd_characters(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for match in INVISIBLE.finditer(line):
            shown = f"U+{ord(match.group()):04X}"
            yield Problem(
                "S007",
                Mark(number, match.start() + 1),
                f"Här står det osynliga tecknet {shown}.",
                hint="ta bort tecknet och skriv om det som står runt det.",
            )
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            at = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed))
            shown = composed[at] if at < len(composed) else line[at:]
            message = f"Tecknet ”{shown}” är inte skrivet som ett enda vanligt tecken."
            yield Problem(
                "S007",
                Mark(number, at + 1),
                message,
                hint="skriv om ordet för hand; det händer när text klistras in från en PDF eller en Mac.",
            )


def _misread_spaces(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if match := MISREAD_SPACE.match(line):
            message = f"Här står ett hårt mellanslag (U+{ord(match.group(1)):04X}), som läses som en del av texten."
            yield Problem(
                "S007",
                Mark(number, match.start(1) + 1),
                message,
                hint="radera mellanslagen på raden och skriv vanliga.",
            )


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
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            self.last = event
            yield event

    def report(
        self,
        code: str,
        mark: Mark,
        message: str,
        *,
        allowed: str = "",
        hint: str = "",
        related: tuple[tuple[Mark, str], ...] = (),
    ) -> None:
        self.problems.append(Problem(code, mark, message, allowed, hint, related))

    def document(self) -> Node | None:
        root = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report(
                        "S012",
                        self._mark(event),
                        "Här börjar ett nytt dokument.",
                        allowed="ett dokument i filen",
                        hint="ta bort raden med ---, och det som inte hör till rutinen.",
                    )
                    return root
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node | None:
        self._refuse_magic(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return Scalar("", self._mark(event))
        if depth >= MAX_DEPTH:
            self.report(
                "S009",
                self._mark(event),
                f"Här är nästlingen djupare än {MAX_DEPTH} nivåer.",
                allowed=f"högst {MAX_DEPTH} nivåer",
                hint="kontrollera klamrar och indrag.",
            )
            raise _TooDeepError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _sequence(self, event: yaml.Event, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(child := next(self.events), yaml.SequenceEndEvent):
            node = self._node(child, depth + 1)
            if node is not None:
                items.append(node)
        return Sequence(tuple(items), self._mark(event))

    def _mapping(self, event: yaml.Event, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Mark] = {}
        while not isinstance(child := next(self.events), yaml.MappingEndEvent):
            key = self._node(child, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if key is None or value is None or not self._is_key(key) or not isinstance(key, Scalar):
                continue
            if key.value in seen:
                related = ((seen[key.value], "nyckeln står redan här"),)
                self.report(
                    "S004",
                    key.mark,
                    f"Nyckeln ”{key.value}” står två gånger.",
                    allowed="varje nyckel en gång",
                    hint="ta bort den ena, eller slå ihop dem.",
                    related=related,
                )
                continue
            seen[key.value] = key.mark
            entries.append((key, value))
        return Mapping(tuple(entries), self._mark(event))

    def _is_key(self, key: Node) -> bool:
        if not isinstance(key, Scalar):
            self.report(
                "S013",
                key.mark,
                "En lista eller en grupp kan inte vara nyckel.",
                allowed="ett ord följt av kolon",
                hint="kontrollera klamrar och frågetecken.",
            )
            return False
        if key.value == "<<":
            self.report(
                "S005",
                key.mark,
                "Nyckeln << hämtar in annat innehåll.",
                allowed="inga alias",
                hint="skriv ut innehållet där det ska stå.",
            )
            return False
        if match := SPECIAL_SPACE.search(key.value):
            shown = f"U+{ord(match.group()):04X}"
            self.report(
                "S007",
                key.mark,
                f"Nyckeln innehåller ett hårt mellanslag ({shown}).",
                hint="radera mellanslagen på raden och skriv vanliga.",
            )
            return False
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        mark = self._mark(event)
        if event.style is None:
            self._refuse_cut_text(event)
            if event.value in PLAIN_NULL:
                self.report(
                    "S014",
                    mark,
                    f"”{event.value}” läses som ett tomt värde.",
                    hint="ta bort raden, eller sätt ordet inom citattecken om det är en text.",
                )
        # The text of the file holds none of these by now: what is left was written with a backslash.
        for odd in _odd_characters(event.value):
            self.report("S007", mark, odd.message, hint="ta bort det som står efter det omvända snedstrecket.")
        # A block scalar (| or >) ends with a line break that nobody typed as text.
        return Scalar(event.value.rstrip("\n") if event.style in ("|", ">") else event.value, mark)

    def _refuse_cut_text(self, event: yaml.ScalarEvent) -> None:
        end = cast(yaml.Mark, event.end_mark)
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if rest.lstrip().startswith("#"):
            at = Mark(end.line + 1, end.column + 1 + rest.index("#"), len(rest.rstrip()) - rest.index("#"))
            self.report(
                "S008",
                at,
                "Det som står efter # blir inte en del av texten.",
                hint="sätt hela texten inom citattecken, eller flytta kommentaren till en egen rad.",
            )

    def _refuse_magic(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.report(
                "S005",
                self._mark(event),
                f"*{event.anchor} är ett alias.",
                allowed="inga alias",
                hint="skriv ut innehållet, eller sätt texten inom citattecken om den börjar med *.",
            )
        elif anchor := getattr(event, "anchor", None):
            self.report(
                "S005",
                self._mark(event),
                f"&{anchor} är ett ankare.",
                allowed="inga ankare",
                hint="ta bort det, eller sätt texten inom citattecken om den börjar med &.",
            )
        if tag := getattr(event, "tag", None):
            self.report(
                "S006",
                self._mark(event),
                f"{tag.replace('tag:yaml.org,2002:', '!!')} är ett typmärke.",
                allowed="inga typmärken",
                hint="ta bort det, eller sätt texten inom citattecken om den börjar med !.",
            )

    @staticmethod
    def _mark(event: yaml.Event) -> Mark:
        start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
        length = end.column - start.column if end.line == start.line else 1
        return Mark(start.line + 1, start.column + 1, max(1, length))
