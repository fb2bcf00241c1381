"""A sheet's code: short enough to read aloud, and another one
when, and only when, something else stands on the sheet."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from typing import Any

from routine.print.sheet import Printed

# Crockford's base 32: no I, L, O or U, which are read as other characters or make words.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6


def code(sheet: Printed) -> str:
    """`K7M-2QX`: 30 bits of what stands on the sheet.
    Its edition and date are not part of that, nor what the program calls its parts."""
    said = json.dumps([sheet.template, _said(sheet.matter)], ensure_ascii=False)
    number = int.from_bytes(hashlib.sha256(said.encode()).digest(), "big")
    characters = "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))
    return f"{characters[:3]}-{characters[3:]}"


def _said(value: Any) -> Any:
    """The words and numbers of a matter, in their order, without what only draws them."""
    if is_dataclass(value):
        return [_said(getattr(value, field.name)) for field in fields(value) if not field.metadata.get("drawn")]
    return [_said(item) for item in value] if isinstance(value, tuple) else value
