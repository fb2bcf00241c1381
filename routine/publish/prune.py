"""One style sheet for the site: imports put in place, and the theme's rules cut down to those that the pages can use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, ParseError, QualifiedRule

from routine.cache import kept

IMPORT = re.compile(r'@import url\("([^"]+)"\)(?: layer\((\w+)\))?;\n?')
# A variable's value may hold quoted text with any sign in it.
DEFINED = re.compile(r"(?<=[{;])(--[\w-]+):(?:\"[^\"]*\"|[^;}\"])*;?")
ASKED = re.compile(r"var\((--[\w-]+)")
EMPTY = re.compile(r"(?<=[{}])[^{}@]+\{\}")
# What the theme gives a look and ours has its own for: some elements, every table (ours have a class), scroll bars.
REPLACED = re.compile(r"\b(?:details|summary|svg|pre|code)\b|table:not\(\[class\]\)|::-webkit-scrollbar")
# Attributes that no page here has.
ATTRIBUTE = re.compile(r"\[(?:data-|role=columnheader|align|type\])")
CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
ELEMENT = re.compile(r"(?<![\w.#:=\[\"'-])([a-z][a-z0-9]*)(?![\w=\]\"'(-])")


def bundle(sheet: Path, used: Set[str]) -> str:
    """The sheet with its imports inside it. Rules of a layer (the theme's) are kept only when all their classes and elements are used.

    `used` holds both: `.rg-page` and `main`.
    """

    def put(match: re.Match[str]) -> str:
        text = (sheet.parent / match.group(1)).read_text(encoding="utf-8")
        layer = match.group(2)
        return f"@layer {layer}{{{_pruned(text, used)}}}\n" if layer else text

    return IMPORT.sub(put, sheet.read_text(encoding="utf-8"))


def _pruned(css: str, used: Set[str]) -> str:
    made_of = (css, "\n".join(sorted(used)), Path(__file__).read_text(encoding="utf-8"), tinycss2.__version__)
    return kept(lambda: prune(css, used).encode(), *(part.encode() for part in made_of)).decode()


def prune(css: str, used: Set[str]) -> str:
    """The rules whose selectors a page with these classes and elements could match, without variables that none of them asks for."""
    kept = _kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), used)
    while (fewer := _without_unused(kept)) != kept:
        kept = fewer
    return kept


def _without_unused(css: str) -> str:
    asked = set(ASKED.findall(css))
    return EMPTY.sub("", DEFINED.sub(lambda match: match.group() if match.group(1) in asked else "", css))


def _kept(nodes: Iterable[Node], used: Set[str]) -> str:
    return "".join(_rule(node, used) for node in nodes)


def _rule(node: Node, used: Set[str]) -> str:
    if isinstance(node, ParseError):
        return ""
    if isinstance(node, QualifiedRule):
        selectors = [text for text in _selectors(tinycss2.serialize(node.prelude)) if _possible(text, used)]
        return f"{','.join(selectors)}{{{tinycss2.serialize(node.content)}}}" if selectors else ""
    if isinstance(node, AtRule) and node.at_keyword in ("media", "supports") and node.content is not None:
        inner = _kept(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True), used)
        return f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{{inner}}}" if inner else ""
    # Animations, fonts and import rules of the theme serve parts of it that are not here.
    return ""


def _selectors(prelude: str) -> list[str]:
    """The parts between commas, not counting commas inside parentheses."""
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(prelude):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(prelude[start:at].strip())
            start = at + 1
    return [*parts, prelude[start:].strip()]


def _possible(selector: str, used: Set[str]) -> bool:
    if (
        REPLACED.search(selector)
        or ATTRIBUTE.search(selector)
        or "#" in selector
        or "[dir=" in selector.replace("[dir=ltr]", "")
    ):
        return False
    return all(f".{name}" in used for name in CLASS.findall(selector)) and all(
        name in used for name in ELEMENT.findall(CLASS.sub("", selector))
    )
