"""Decoding of a file's bytes, also from another encoding than UTF-8.

Another encoding gives the one problem that says so.
"""

from __future__ import annotations

import codecs

from routine.check.problems import Mark, Problem

SAVE_AGAIN = "öppna filen, välj Spara som och kodningen UTF-8."


def decoded(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode a file, and report what is wrong with how it was saved.

    The text has the same line break everywhere.
    """
    if sixteen := _sixteen(data):
        text = data.decode(sixteen, errors="replace").removeprefix("\ufeff")
        message = "Filen är sparad som UTF-16, som i Windows ofta kallas Unicode."
        return _lines(text), (Problem("S001", Mark(1, 1), message, "UTF-8", SAVE_AGAIN),)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _lines(body.decode()), ()
    except UnicodeDecodeError as error:
        before = _lines(body[: error.start].decode())
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        text = body.decode(errors="replace")
    if any(character > "\x7f" and character != "\ufffd" for character in text):
        message, hint = "Här står ett tecken som inte går att läsa.", "radera tecknet och skriv om ordet för hand."
        return _lines(text), (Problem("S001", mark, message, "tecken sparade som UTF-8", hint),)
    message = "Filen är sparad i en äldre kodning, ofta kallad ANSI eller Windows-1252, där å, ä och ö är annorlunda."
    return _lines(body.decode("cp1252", errors="replace")), (Problem("S001", mark, message, "UTF-8", SAVE_AGAIN),)


def _sixteen(data: bytes) -> str:
    """Return the name of an encoding with two bytes per letter, or ''.

    It is recognised by its mark, or by every other byte being zero.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:200]
    if len(head) > 10 and head[1::2].count(0) > len(head) * 0.4:
        return "utf-16-le"
    return "utf-16-be" if len(head) > 10 and head[::2].count(0) > len(head) * 0.4 else ""


def _lines(text: str) -> str:
    """Unify the line breaks, whatever system the file was saved on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
