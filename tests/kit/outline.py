"""Reduce a page to lines that a person can read, to be kept and compared: each block's tag, id, text and links."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from difflib import unified_diff
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from audit.built import parse, tag
from routine.model.model import Routine
from tests.kit.rendered import pages, shells


def kept(folder: Path, name: str, found: str) -> None:
    """Compare with the file of that name, YAML where it has no ending; UPDATE_GOLDEN=1 writes it anew."""
    file = folder / (name if "." in name else f"{name}.yaml")
    if os.environ.get("UPDATE_GOLDEN") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found + "\n", encoding="utf-8")
    assert found + "\n" == file.read_text(encoding="utf-8")


INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "q", "s", "small", "span", "strong", "time", "wbr", "data"}
SHOWN = ("type", "hidden", "value", "data-row", "open", "aria-label")
# What is printed is held where it is printed: its code changes with any word of a sheet.
CODE = re.compile(r" [0-9A-Z]{3}-[0-9A-Z]{3}$")


@cache  # Most pages of a routine that is changed are as they were.
def outline(html: str) -> list[str]:
    """One line for each block of text, in order."""
    return [CODE.sub("", line) for line in _lines(parse(html)) if line.strip(" :")]


def outlined(routine: Routine) -> dict[str, list[str]]:
    """The outlines of all pages, and of what stands around the first, by address."""
    found: dict[str, list[str]] = {}
    for address, html in (*pages(routine), *((f"around {at}", html) for at, html in shells(routine) if at == "/")):
        found.setdefault(address or "parts", []).extend(outline(html))
    return found


def changes(before: dict[str, list[str]], after: dict[str, list[str]]) -> Iterator[str]:
    """What has changed, page by page, without context."""
    for address in dict.fromkeys((*before, *after)):
        lines = unified_diff(before.get(address, []), after.get(address, []), n=0, lineterm="")
        told = [line for line in lines if line[:2] not in ("--", "++", "@@")]
        yield from (f"== {address}", *told) if told else ()


def _lines(element: Element) -> Iterator[str]:
    if tag(element) == "svg":
        yield "svg"
        return
    said = [element.text or ""]
    named = _named(element)
    for child in element:
        if tag(child) in INLINE and not any(tag(each) not in INLINE for each in child.iter()):
            said.append(_inline(child))
        else:
            yield from _flushed(named, said)
            named, said = "", []
            yield from _lines(child)
        said.append(child.tail or "")
    yield from _flushed(named, said)


def _flushed(named: str, said: list[str]) -> Iterator[str]:
    text = " ".join("".join(said).split())
    if text or "#" in named or "[" in named:
        yield f"{named}: {text}".rstrip(": ") if named else f"  {text}"


def _named(element: Element) -> str:
    id = f"#{element.attrib['id']}" if "id" in element.attrib else ""
    shown = "".join(f"[{key}={element.attrib[key]}]" for key in SHOWN if key in element.attrib)
    return f"{tag(element)}{id}{shown}"


def _inline(element: Element) -> str:
    inner = (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
    if element.attrib.get("aria-hidden"):
        return inner
    if href := element.attrib.get("href"):
        return f"[{inner.strip()}]({href})"
    return inner + (" " if tag(element) == "br" else "")
