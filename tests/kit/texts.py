"""Every text of a page, of a JSON file and of a folder, so that
a test can say that one is there, or that two are alike."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from audit.built import tag


def squashed(words: str) -> str:
    """Without spaces and hyphens, so that a text is the same however it is wrapped."""
    return re.sub(r"[-\u00ad\s]", "", words)


def strings(root: Element) -> Iterator[str]:
    """Every text node and every attribute's value. A text that a drawing has wrapped comes as one, squashed."""
    for element in root.iter():
        name = tag(element)
        if not name:
            continue
        yield from element.attrib.values()
        if name == "tspan":
            continue
        if name == "text":
            yield squashed("".join(element.itertext()))
        elif element.text:
            yield element.text
        for child in element:
            if child.tail and name != "text":
                yield child.tail


def json_strings(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys apart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from json_strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from json_strings(item)


def digest_of(folder: Path) -> dict[str, str]:
    """Path → hash, for every file of a folder."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
