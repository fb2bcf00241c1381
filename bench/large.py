"""A routine many times the size of another: every section, action and question again and again, under numbers and ids of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Step = dict[str, Any]
REFERRING = ("id", "question", "after", "conditions")


class Plain(yaml.SafeDumper):
    """Writes out what is the same in several places, which a routine must."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def enlarged(data: Path, times: int, out: Path) -> Path:
    """Writes the large routine to `out`."""
    routine = yaml.safe_load(data.read_text(encoding="utf-8"))
    steps = {step["id"] for kind in ("actions", "questions") for step in routine[kind]}
    questions = [_again(question, steps, n) for n in range(times) for question in routine["questions"]]
    sections: list[Step] = []
    actions: list[Step] = []
    for track in routine["tracks"]:
        mine = [section for section in routine["sections"] if section["track"] == track["id"]]
        for count, (n, section) in enumerate(((n, section) for n in range(times) for section in mine), 1):
            number = f"{track['number']}.{count}"
            sections.append(section | {"id": number, "title": f"{section['title']} {n}"})
            for action in routine["actions"]:
                if action["section"] == section["id"]:
                    actions.append(_again(action, steps, n) | {"section": number, "row": len(actions) + 1})
    easy = routine["easy"] | {
        "steps": [item | {"step": f"{item['step']}-{n}"} for n in range(times) for item in routine["easy"]["steps"]]
    }
    large = routine | {"questions": questions, "sections": sections, "actions": actions, "easy": easy}
    out.write_text(yaml.dump(large, Dumper=Plain, allow_unicode=True), encoding="utf-8")
    return out


def _again(step: Step, steps: set[str], n: int) -> Step:
    text = step["text"].removesuffix("?")
    renamed: Step = _renamed(step, steps, n)
    return renamed | {"text": f"{text} {n}?" if text != step["text"] else f"{text} {n}"}


def _renamed(value: Any, steps: set[str], n: int) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(each, steps, n) if key in REFERRING else each for key, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, steps, n) for each in value]
    return f"{value}-{n}" if value in steps else value
