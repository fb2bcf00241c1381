"""A routine many times the size of another, and cards without limits for one.

Every section, action and question comes again and again, under numbers and ids of their own. The first time it has the
id that it had, by which the rest of the routine knows it.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from routine.loading import load
from routine.print import export, press
from routine.print.imprint import Imprint
from routine.print.sheet import Printed
from routine.print.sheets.bundle import Bundle
from routine.reading import amounts, yaml_reader

Step = dict[str, Any]
# A picture of one white pixel, in place of one that cannot be made.
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
# Where a step says which steps it has to do with, and with which it is done in one contact.
REFERRING = {"id", "step", "question", "action", "after", "conditions", "within", "group"}


class Plain(yaml.SafeDumper):
    """Writes out what is the same in several places, which a routine must."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def enlarged(data: Path, times: int, out: Path) -> Path:
    """Writes the large routine to `out`."""
    routine = yaml.safe_load(data.read_text(encoding="utf-8"))
    questions = [_again(question, n) for n in range(times) for question in routine["questions"]]
    sections: list[Step] = []
    actions: list[Step] = []
    for track in routine["tracks"]:
        mine = [section for section in routine["sections"] if section["track"] == track["id"]]
        for count, (n, section) in enumerate(((n, section) for n in range(times) for section in mine), 1):
            number = f"{track['number']}.{count}"
            sections.append(section | {"id": number, "title": f"{section['title']} {n}"})
            for action in routine["actions"]:
                if action["section"] == section["id"]:
                    actions.append(_again(action, n) | {"section": number, "row": len(actions) + 1})
    easy = routine["easy"] | {"steps": [_renamed(item, n) for n in range(times) for item in routine["easy"]["steps"]]}
    large = routine | {"questions": questions, "sections": sections, "actions": actions, "easy": easy}
    out.write_text(yaml.dump(large, Dumper=Plain, allow_unicode=True), encoding="utf-8")
    return out


def _again(step: Step, n: int) -> Step:
    if not n:
        return step
    text = step["text"].removesuffix("?")
    renamed = _renamed(step, n)
    renamed.pop("opens", None)  # All begins with one action alone.
    return renamed | {"text": f"{text} {n}?" if text != step["text"] else f"{text} {n}"}


def _renamed(values: Step, n: int) -> Step:
    return {key: _referring(each, n) if n and key in REFERRING else each for key, each in values.items()}


def _referring(value: Any, n: int) -> Any:
    if isinstance(value, dict):
        return _renamed(value, n)
    return [_renamed(each, n) for each in value] if isinstance(value, list) else f"{value}-{n}"


@contextmanager
def unbounded() -> Iterator[None]:
    """For a file that holds more than may be read: a routine of twenty times ours is half as large again."""
    bounds = ((load, "MAX_BYTES"), (amounts, "MAX_BYTES"), (amounts, "MAX_LINES"), (yaml_reader, "MAX_VALUES"))
    with ExitStack() as lifted:
        for module, name in bounds:
            lifted.enter_context(patch.object(module, name, 10**9))
        yield


@contextmanager
def roomy() -> Iterator[None]:
    """For texts that no card has room for, which stop a build: here such a sheet and its pictures are empty files."""
    pdf, pictures, together = press.pdf, press.pictures, press.together

    def whatever(sheet: Printed, imprint: Imprint, *, fit: str = "", keep: bool = True) -> bytes:
        try:
            return pdf(sheet, imprint, fit=fit, keep=keep)
        except press.FitError:
            return b""

    def those_with_room(sheet: Printed, imprint: Imprint, count: int, fit: str = "") -> list[bytes]:
        return pictures(sheet, imprint, count, fit) if whatever(sheet, imprint, fit=fit) else [DOT] * count

    def in_one(bundle: Bundle, imprints: Sequence[Imprint], *, fits: Mapping[str, str], keep: bool = True) -> bytes:
        have_room = all(map(whatever, bundle.sheets, imprints))
        return together(bundle, imprints, fits=fits, keep=keep) if have_room else b""

    with (
        patch.object(press, "pdf", whatever),
        patch.object(press, "pictures", those_with_room),
        patch.object(press, "together", in_one),
    ):
        try:
            yield
        finally:
            export.forget()  # An empty file must not be taken for a sheet later on.
