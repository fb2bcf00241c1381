"""Sheet codes, short enough to read aloud.

A code changes when, and only when, something else stands on the sheet.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from msgspec import Struct

from routine.paper.sheet import Printed

# Crockford's base 32: no I, L, O or U, which are read as other characters or make words.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6


def code(sheet: Printed) -> str:
    """Return the sheet's code, such as `K7M-2QX`.

    It is 30 bits of a hash of the sheet's content. The edition and its date are not part of the content, nor are the
    names that the program uses for its fields.
    """
    said = json.dumps([sheet.template, _said(sheet.matter)], ensure_ascii=False)
    number = int.from_bytes(hashlib.sha256(said.encode()).digest(), "big")
    characters = "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))
    return f"{characters[:3]}-{characters[3:]}"


def _said(value: Any) -> Any:
    """Return the words and numbers of a matter, in their order.

    Fields that are only `Drawn` are left out.
    """
    if isinstance(value, Struct):
        return [_said(getattr(value, name)) for name in _saying(type(value))]
    return [_said(item) for item in value] if isinstance(value, tuple) else value


@cache
def _saying(kind: type[Struct]) -> tuple[str, ...]:
    """Return the fields of a Struct that are not `Drawn`.

    The annotations are read as they are written: resolving them takes longer than all the rest of a code.
    """
    return tuple(name for name in kind.__struct_fields__ if not kind.__annotations__[name].startswith("Drawn["))
