"""Whatever has been done to the file, it is a routine whose pages can be made, or a report with places: never a
traceback, nor a wait. `make full` tries ten times as many, `make fuzz` a hundred times."""

from __future__ import annotations

import json
import os
import random
import re
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from routine.check.load import values_of
from routine.check.parse import parse
from routine.check.problems import RoutineError
from routine.pages.render import macros
from routine.site.site import given
from tests.kit.paths import SMALL

WHOLE = SMALL.read_text(encoding="utf-8")
TREE: Any = values_of(SMALL)
PAIR = re.compile(r"^( *(?:- )?)([a-z_]+)(:)(.*)$")
ODD = (
    *("", "''", "[]", "{}", "[[x]]", "{a: b}", "[a b, c]", "null", "~", "ja", "nej", "yes", "0", "-1", "3.10", "1e9"),
    *("2026-02-30", "2026-11-26", "x", "x" * 400, "ord " * 40, '"öppen', "’böjd’", "a: b: c", "# borta", "*x", "&x y"),
    *("!x", "|", ">", "@x", "%x", "<b>x</b>", "{{ 7*7 }}", "{% x %}", "å\u0308", "\u200b", "漢", "🙂", "070-174 06 35"),
    *("https://exempel.se/", "javascript:x", "112", "beratta", "rektorn", "[rektorn, rektorn]", "../../x", "-", "- x"),
    *(r'"\ud800"', r'"\x00"', r'"\u200b"', r'"\U0001f6a8"', r'"\q"'),
)
ODD_VALUES: tuple[Any, ...] = ("", " ", [], {}, [[]], {"": ""}, ["x"], {"text": "x"}, "x" * 3000, "x\ny", "\u0301")
ODD_IDS: tuple[str, ...] = (
    "no",
    "con",
    "index",
    "rutin",
    "constructor",
    "x" * 81,
    "__proto__",
    "rektorn-stor-stil",
    "2024-01-01",
    "A-b",
)
ODD_IDS += ("https://a@b.se/", "https://[::1]/", "https://xn--/", "9" * 500)
SIGNS = "\t\n\r\0 :-#&*!|>'\"%@`[]{},?~=<>.\\0aZåÅ\u00a0\u200b\u0308\u2028\ufeff\U0001f6a8"


def of_values(chance: random.Random) -> bytes:
    """Some values are others: odd ones, or those of another key."""
    lines = WHOLE.split("\n")
    for at in chance.sample(range(len(lines)), chance.randint(2, 8)):
        if found := PAIR.match(lines[at]):
            other = PAIR.match(chance.choice(lines))
            value = other[4].strip() if other and chance.random() < 0.5 else chance.choice(ODD)
            lines[at] = f"{found[1]}{found[2]}: {value}".rstrip()
    return "\n".join(lines).encode()


def of_keys(chance: random.Random) -> bytes:
    """Some keys are gone, misspelt, of another part, or stand twice."""
    lines = WHOLE.split("\n")
    for at in chance.sample(range(len(lines)), chance.randint(1, 5)):
        if found := PAIR.match(lines[at]):
            other = PAIR.match(chance.choice(lines))
            cut = chance.randrange(len(found[2]))
            key = chance.choice((found[2][:cut] + found[2][cut + 1 :], found[2].upper(), other[2] if other else "x"))
            kept = f"{found[1]}{key}:{found[4]}"
            lines[at] = chance.choice((kept, kept, "", lines[at] + "\n" + lines[at], kept.replace(":", "", 1)))
    return "\n".join(lines).encode()


def of_nodes(chance: random.Random) -> bytes:
    """Some parts, with all that is below them, are gone, stand twice, elsewhere, or further in or out."""
    lines = WHOLE.split("\n")
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(lines))
        end = start + 1
        while end < len(lines) and (not lines[end].strip() or depth(lines[end]) > depth(lines[start])):
            end += 1
        block, to = lines[start:end], chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                del lines[start:end]
            case 1:
                lines[end:end] = block
            case 2:
                lines[to:to] = block
            case _:
                by = chance.choice((-2, -1, 1, 2, 4))
                lines[start:end] = [
                    (" " * max(0, depth(line) + by)) + line.lstrip() if line.strip() else line for line in block
                ]
    return "\n".join(lines).encode()


def of_bytes(chance: random.Random) -> bytes:
    """Some signs are put in, some bytes are others, or the file ends too early."""
    data = WHOLE.encode()
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 1:
                data = data[:at] + "".join(chance.choices(SIGNS, k=chance.randint(1, 3))).encode() + data[at:]
            case 2:
                data = data[:at] + data[at + chance.randint(1, 200) :]
            case _ if chance.random() < 0.2:
                data = data[:at]
            case _:
                data = data[:at] + data[at : at + chance.randint(1, 80)] * 2 + data[at:]
    return data


def of_structure(chance: random.Random) -> bytes:
    """Some values of the tree are of another kind, another's, gone, or there many times; YAML reads the rest as before.

    What lines cannot become: a list where a text stood, a whole part where an id stood, a hundred of one item."""
    tree = deepcopy(TREE)
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(list(_places(tree)))
        value = holder[key]
        match chance.randrange(6):
            case 0:
                holder[key] = chance.choice((*ODD_VALUES, *ODD_IDS))
            case 1:
                other, its = chance.choice(list(_places(tree)))
                holder[key] = deepcopy(other[its])
            case 2:
                del holder[key]
            case 3:
                holder[key] = [value]
            case 4 if isinstance(value, list) and value:
                holder[key] = value * chance.choice((2, 2, 40))
            case _ if isinstance(value, str):
                holder[key] = chance.choice(
                    (value.upper(), value[::-1], value + value, value[:1], chance.choice(ODD_IDS))
                )
            case _:
                holder[key] = value
    return json.dumps(tree, ensure_ascii=False, indent=1).encode()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every list or group with each of its keys, at any depth."""
    todo: list[Any] = [tree]
    while todo:
        here = todo.pop()
        found = list(here.items()) if isinstance(here, dict) else list(enumerate(here))
        for key, value in found:
            yield here, key
            if isinstance(value, dict | list):
                todo.append(value)


def depth(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip(" "))


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    "values": of_values,
    "keys": of_keys,
    "nodes": of_nodes,
    "bytes": of_bytes,
    "structure": of_structure,
}


COUNT = int(os.environ.get("FUZZ", "200"))
SEED = 20180613
SECONDS = 1  # Of the processor, for one file.


@pytest.mark.parametrize("kind", KINDS)
def test_a_harmed_file_is_a_routine_or_a_report(kind: str) -> None:
    chance = random.Random(f"{SEED}{kind}")
    codes: set[str] = set()
    sound = 0
    for number in range(COUNT // len(KINDS)):
        data = KINDS[kind](chance)
        begun = time.process_time()
        try:
            routine = parse(data, "rutin.yaml")
        except RoutineError as error:
            codes |= told(error, data.count(b"\n") + data.count(b"\r") + 2)
        else:
            sound += 1
            if sound == 1:
                assert all(macros(given(routine))[name]() for name in ("guide", "whole"))
        assert time.process_time() - begun < SECONDS or sound == 1, f"{kind} {number}"
    # What never does harm, or always the same, would prove nothing.
    assert sound < COUNT / len(KINDS) / 2
    assert len(codes) > 3


def told(error: RoutineError, last: int) -> set[str]:
    """Give the codes of a report, each with a place in the file and words."""
    assert all(1 <= problem.mark.line <= last and problem.message for problem in error.problems), error
    assert error.problems[0].code in error.report()
    return {problem.code for problem in error.problems}
