"""Whatever lies in the store, the guide neither throws nor shows a case that is not one."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.kit.browsing import told
from tests.kit.store import ASIDE, ENTRY, KEY, KNOWN, LAST, OPENING, TODAY

pytestmark = pytest.mark.browser

ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    1e308,
    "",
    "ja",
    "gjort",
    "__proto__",
    "x" * 600,
    [],
    ["ja"],
    {},
    {"__proto__": {"a": 1}},
    TODAY,
    "2026-13-01",
    "\ud83d",
    "\x00",
]
KEYS = ["__proto__", "constructor", "okand", "larma", "skriv-ner", "", "Å", "state", "x" * 200]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)


def corrupted(dice: random.Random, text: str) -> str:
    """Some characters or values of a saved text are changed."""

    def cut(text: str) -> str:
        start = dice.randrange(len(text))
        return text[:start] + text[start + dice.randint(1, 8) :]

    def double(text: str) -> str:
        start = dice.randrange(len(text))
        return text[: start + dice.randint(1, 30)] + text[start:]

    def letter(text: str) -> str:
        start = dice.randrange(len(text))
        return text[:start] + dice.choice('{}[]",:0a9-\\ å\x00\ud83d') + text[start + 1 :]

    def end(text: str) -> str:
        return text[: dice.randrange(len(text))]

    def tree(change: Callable[[dict[str, Any]], None]) -> Callable[[str], str]:
        def act(text: str) -> str:
            try:
                whole = json.loads(text)
            except ValueError:
                return text
            found = [node for node in nodes(whole) if node]
            if found:
                change(dice.choice(found))
            return json.dumps(whole)

        return act

    def put(node: dict[str, Any]) -> None:
        node[dice.choice(list(node))] = dice.choice(ODD)

    def add(node: dict[str, Any]) -> None:
        node[dice.choice(KEYS)] = dice.choice([*ODD, *node.values()])

    def rename(node: dict[str, Any]) -> None:
        node[dice.choice(KEYS)] = node.pop(dice.choice(list(node)))

    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        text = dice.choice([cut, double, letter, end, tree(put), tree(add), tree(rename)])(text or "{}")
    return text


def is_day(value: Any) -> bool:
    if value == "":
        return True
    try:
        return (
            isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)) and bool(date.fromisoformat(value))
        )
    except ValueError:
        return False


def is_state(state: Any) -> bool:
    """What the guide may be given, said again in other words than the script's."""
    return (
        {*state} - {"unsure"} == {"role", "event", "answers", "over"}
        and state["role"] in ["", *KNOWN["roles"]]
        and is_day(state["event"])
        and all(id in KNOWN["questions"] and answer in ("ja", "nej") for id, answer in state["answers"].items())
        and {*state.get("unsure", [])} <= {*KNOWN["questions"]}
        and all(
            id in KNOWN["steps"]
            and set(over) == {"how", "reason", "day", "time"}
            and re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d|", over["time"])
            and over["how"] in ("gjort", "inte-aktuellt")
            and isinstance(over["reason"], str)
            and len(over["reason"]) <= 200
            and is_day(over["day"])
            for id, over in state["over"].items()
        )
    )


def test_no_corruption_throws_or_gives_a_state_that_is_not_one(tab: Page) -> None:
    dice = random.Random(2018)
    whole = json.dumps(ENTRY, ensure_ascii=False)
    texts = [corrupted(dice, whole) for _ in range(300)]
    # As JSON, since half a character does not pass between the test and the page.
    run = """([texts, opening, key, set_aside]) => JSON.parse(texts).map((text) => {
      localStorage.clear();
      localStorage.setItem(key, text);
      try {
        const found = rutin.store.open(opening);
        const aside = localStorage.getItem(set_aside);
        const there = localStorage.getItem(key);
        const lost = there === null && !/30 dagar/.test(found.notice) && JSON.parse(aside)?.[0].text !== text;
        return { ...found, lost, error: '', polluted: Object.keys(Object.prototype).length };
      } catch (error) { return { error: String(error) }; }
    })"""
    results = tab.evaluate(run, [json.dumps(texts), OPENING, KEY, ASIDE])
    problems = []
    for text, found in zip(texts, results, strict=True):
        if found["error"]:
            problems.append(f"{found['error']}: {text}")
        elif found["polluted"] or found["lost"]:
            problems.append(f"polluted {found['polluted']}, lost {found['lost']}: {text}")
        elif found["state"] is None and (found["saving"] or not found["notice"]):
            problems.append(f"nothing said: {text}")
        elif found["state"] is not None and not (
            found["saving"] and is_state(found["state"]) and TODAY <= found["until"] <= LAST
        ):
            problems.append(f"{found}: {text}")
    assert not problems, told(problems)
    read = [found["state"] is not None for found in results]
    assert 30 < sum(read) < 270, "some of them can be read, and some cannot"
