"""Our flowchart in the languages of two others: the same boxes and arrows, with the same words."""

from __future__ import annotations

import json
import re

from routine.layout import Box, Drawing


def dot(drawings: list[Drawing]) -> str:
    """The boxes with their words, and the arrows with theirs, in Graphviz' language."""
    lines = ["digraph {", 'node [shape=box fontname="sans-serif"]']
    for number, drawing in enumerate(drawings):
        lines += [
            f"{_id(number, box.id)} [label={json.dumps(_words(box), ensure_ascii=False)}]" for box in drawing.boxes
        ]
        for edge in drawing.edges:
            ends = f"{_id(number, edge.source)} -> {_id(number, edge.target)}"
            lines.append(
                f"{ends} [label={json.dumps(edge.label, ensure_ascii=False)}{' dir=none' if edge.joined else ''}]"
            )
    return "\n".join([*lines, "}"])


def mermaid(drawings: list[Drawing]) -> str:
    """The same in Mermaid's language."""
    lines = ["flowchart TD"]
    for number, drawing in enumerate(drawings):
        lines += [f"{_id(number, box.id)}[{_quoted(_words(box))}]" for box in drawing.boxes]
        for edge in drawing.edges:
            said = f"|{_quoted(edge.label)}|" if edge.label else ""
            kind = "---" if edge.joined else "-->"
            lines.append(f"{_id(number, edge.source)} {kind}{said} {_id(number, edge.target)}")
    return "\n".join(lines)


def _id(number: int, id: str) -> str:
    """A name that both languages take."""
    return f"del{number}_{re.sub(r'[^a-z0-9]', '_', id)}"


def _words(box: Box) -> str:
    return " ".join(line.text for line in (*box.lines, *box.notes))


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), "#quot;")}"'
