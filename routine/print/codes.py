"""A sheet's code: short enough to read aloud, and another one when, and only when, something else stands on the sheet."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple

from routine.print.matter import Printed

# Crockford's base 32: no I, L, O or U, which are read as other signs or make words.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6


def code(sheet: Printed) -> str:
    """`K7M-2QX`: 30 bits of what stands on the sheet. Its edition and date are not part of that."""
    # What the fields are called is not part of it either.
    said = json.dumps([sheet.template, *astuple(sheet.matter)], ensure_ascii=False)
    number = int.from_bytes(hashlib.sha256(said.encode()).digest(), "big")
    signs = "".join(SIGNS[number >> 5 * place & 31] for place in range(LENGTH))
    return f"{signs[:3]}-{signs[3:]}"
