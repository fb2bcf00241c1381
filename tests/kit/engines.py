"""Engines of browsers beside Chromium, driven as a reader does: real presses, keys, and a page's own words.

An engine that is not on the machine is skipped by name, but one that ENGINES names, with a comma between several,
fails. What one can do is told once, here, of very little: run a function in the page, and perform presses as W3C has
them.
"""

from __future__ import annotations

import os
import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import pytest

WAIT = 30  # Seconds: much else may run on the machine.
TICK = 0.02
# Keys without a letter, as W3C has them.
KEY_VALUES = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Escape": "\ue00c",
    "Space": " ",
    "ArrowDown": "\ue015",
}
# Where something is to be pressed: the middle of its first line, if that is in sight and nothing lies over it; else it
# is brought there, and must be asked for again. Nothing is awaited, which a page without scripts does not do.
SPOT = """(selector) => {
  const seen = (each) => each.getClientRects().length && getComputedStyle(each).visibility === 'visible';
  const found = [...document.querySelectorAll(selector)].find(seen);
  if (!found) return null;
  const { left, top, width, height } = found.getClientRects()[0];
  const at = [Math.round(left + width / 2), Math.round(top + height / 2)];
  const hit = document.elementFromPoint(...at);
  if (hit && (found.contains(hit) || hit.contains(found))) return at;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  return null;
}"""


class Visit(ABC):
    """A page in an engine, with nothing left from others."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Open the address, and wait until it has loaded."""

    @abstractmethod
    def back(self) -> None:
        """As the browser's own button."""

    @abstractmethod
    def run(self, function: str, *given: Any) -> Any:
        """What a function in JavaScript answers, in the page: anything that JSON can say."""

    @abstractmethod
    def perform(self, *devices: dict[str, Any]) -> None:
        """Presses of a finger or of keys, as the actions of W3C."""

    @abstractmethod
    def heard(self) -> list[str]:
        """What has gone wrong since last asked: errors of scripts and in the console, what was refused, what did not
        come."""

    @abstractmethod
    def asked(self) -> list[str]:
        """Every address that the page has asked for since last asked."""

    def click(self, selector: str) -> None:
        """Press the first that is seen, with a pointer."""
        left, top = self._wait(lambda: self._still(selector), f"press {selector}")
        moves = [{"type": "pointerMove", "x": left, "y": top, "duration": 0}]
        moves += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self.perform({"type": "pointer", "id": "finger", "parameters": {"pointerType": "mouse"}, "actions": moves})

    def _still(self, selector: str) -> Any:
        """Where it is, once it has stopped moving."""
        before = self.run(SPOT, selector)
        time.sleep(TICK)
        return before if before == self.run(SPOT, selector) else None

    def press(self, *keys: str) -> None:
        """Press keys one after another, by name or as their letter."""
        values = [KEY_VALUES.get(key, key) for key in keys]
        presses = [{"type": kind, "value": value} for value in values for kind in ("keyDown", "keyUp")]
        self.perform({"type": "key", "id": "keys", "actions": presses})

    def until(self, holds: str) -> None:
        """Wait until an expression in JavaScript holds, also while a page comes in place of another."""
        self._wait(lambda: self.run(f"() => Boolean({holds})"), holds)

    def says(self, selector: str) -> str:
        """What is read there: what is seen of it, on one line; nothing if it is not there."""
        text: str = self.run("(selector) => document.querySelector(selector)?.innerText ?? ''", selector)
        return " ".join(text.split())

    def _wait(self, attempt: Callable[[], Any], wanted: str) -> Any:
        last = "it does not hold"
        for _ in range(round(WAIT / TICK)):
            try:
                if found := attempt():
                    return found
            except RefusedError as refused:  # The page is on its way out, or in.
                last = str(refused)
            time.sleep(TICK)
        raise AssertionError(f"{wanted}: {last}; heard: {self.heard()}")


class RefusedError(AssertionError):
    """What an engine would not do, in its own words."""


class EndedError(Exception):
    """An engine that is no longer there to ask, or never came: no fault of a page that it has once, but of one that it
    has each time."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How a reader has set the engine before it starts."""

    dark: bool = False
    scripts: bool = True


@dataclass(frozen=True, slots=True)
class Engine:
    """The name of an engine, its programs, and how it is started: what that gives opens a page at a width and height
    in px."""

    name: str
    programs: tuple[str, ...]
    started: Callable[[Looks], AbstractContextManager[Opens]]


Opens = Callable[[int, int], AbstractContextManager[Visit]]


def there(engine: Engine) -> Engine:
    """The engine, if its programs are there. Skips the test where they are not, or fails if all engines must be."""
    absent = [each for each in engine.programs if not shutil.which(each)]
    if absent:
        missing = f"{engine.name}: {', '.join(absent)} finns inte på den här maskinen"
        if engine.name in os.environ.get("ENGINES", "").split(","):
            pytest.fail(missing)
        pytest.skip(missing)
    return engine
