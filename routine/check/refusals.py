"""Refusals of YAML that would lose its meaning without a word.

The content would be changed, dropped or fetched from elsewhere.
"""

from __future__ import annotations

from routine.check.nodes import Node, Scalar
from routine.check.problems import Mark, Problem

MAX_DEPTH = 20
NO_REFERENCE = "varje text utskriven där den ska stå"
AS_IT_WAS = "hämta filen som den var senast, i filens historik, och gör om ändringen där."
NOT_NEEDED = ("rows",)  # Keys of the optional file, adopted.yaml.
PLAIN_NULL = ("null", "Null", "NULL", "~")


def empty_file(keys: tuple[str, ...]) -> Problem:
    """Refuse a file with nothing but comments.

    `keys` are those that such a file begins with.
    """
    hint = f"{AS_IT_WAS} Är den ny, börja med nyckeln {keys[0]}: längst till vänster."
    hint = f"{hint} Har källan inga rader att jämföra med, ta bort filen." if keys == NOT_NEEDED else hint
    return Problem("S011", Mark(1, 1), "Filen saknar innehåll.", hint=hint)


def no_keys(mark: Mark, keys: tuple[str, ...]) -> Problem:
    """Refuse a file that is one text or one list."""
    message = f"Filen ska börja med nycklar, som {' och '.join(f'{key}:' for key in keys)}."
    hint = f"skriv {keys[0]}: längst till vänster, och det som hör till på raderna under, med två mellanslag före."
    return Problem("S011", mark, message, hint=hint)


def second_document(mark: Mark) -> Problem:
    """Refuse a second document in the file."""
    hint = "ta bort raden med ---, och det som inte hör till rutinen."
    return Problem("S012", mark, "Här börjar ett nytt dokument.", "ett dokument i filen", hint)


def too_deep(mark: Mark) -> Problem:
    """Refuse lists and groups that are nested deeper than in a routine."""
    message, allowed = f"Här står fler än {MAX_DEPTH} listor eller klamrar i varandra.", f"högst {MAX_DEPTH} nivåer"
    return Problem("S009", mark, message, allowed, "ta bort de klamrar eller streck som blivit för många.")


def alias(name: str, mark: Mark) -> Problem:
    """Refuse `*name`, which fetches content from elsewhere."""
    hint = "skriv ut innehållet, eller sätt texten inom raka citattecken om den börjar med *."
    return Problem("S005", mark, f"*{name} läses som en hänvisning till en annan text i filen.", NO_REFERENCE, hint)


def anchor(name: str, mark: Mark) -> Problem:
    """Refuse `&name`, which an alias refers to."""
    hint = "ta bort det, eller sätt texten inom raka citattecken om den börjar med &."
    message = f"&{name} läses som ett namn som andra texter kan hänvisa till."
    return Problem("S005", mark, message, NO_REFERENCE, hint)


def tag(name: str, mark: Mark) -> Problem:
    """Refuse `!name`, which changes the type of a value."""
    shown = name.replace("tag:yaml.org,2002:", "!!")
    hint = "ta bort det, eller sätt texten inom raka citattecken om den börjar med !."
    message = f"{shown} läses som ett ord om vilket slags värde det är."
    return Problem("S006", mark, message, "värdet som det är", hint)


def too_many(what: str, most: int, mark: Mark) -> Problem:
    """Refuse a file or a line that holds more than anybody has time for."""
    allowed = f"högst {most:,} {what}".replace(",", "\N{NO-BREAK SPACE}")
    return Problem("S010", mark, "Här står mer än en rutin har.", allowed, "flytta ut det som inte hör till rutinen.")


def no_dash(key: Scalar, first: Mark, rest: str) -> Problem:
    """Refuse the first key of a group a second time.

    It is a new item, whose dash has been forgotten. `rest` is the line from the key on.
    """
    spaces = first.column - 3
    hint = (
        f"låt raden börja med {f'{spaces} mellanslag, ' if spaces > 0 else ''}ett streck och ett mellanslag, "
        f"lika långt in som strecket på rad {first.line}."
    )
    return Problem(
        "S019",
        key.mark,
        "Här saknas strecket som börjar en ny post i listan.",
        "- och ett mellanslag före varje post",
        hint,
        ((first, "posten ovanför börjar här"),),
        (f"{' ' * spaces}- {rest.rstrip()}",),
    )


def swallowed(mark: Mark) -> Problem:
    """Refuse a dash that is indented further than those of its list."""
    return Problem(
        "S018",
        mark,
        "Strecket står för långt in: raden läses som mer av texten ovanför.",
        "lika långt in som strecken i samma lista",
        "ställ strecket rakt under listans andra streck. Hör det till texten, skriv allt på samma rad.",
    )


def repeated_key(key: Scalar, first: Mark) -> Problem:
    """Refuse a key that the group has already.

    YAML would keep the last value only.
    """
    return Problem(
        "S004",
        key.mark,
        f"Nyckeln ”{key.value}” står två gånger.",
        "varje nyckel en gång",
        "behåll den som ska gälla. Är det här en ny post i en lista, skriv - före dess första nyckel.",
        ((first, "nyckeln står redan här"),),
    )


def key_fault(key: Node) -> Problem | None:
    """Refuse a node that cannot be a key; None if it can."""
    if not isinstance(key, Scalar):
        message, hint = "En lista eller en grupp kan inte vara nyckel.", "kontrollera klamrar och frågetecken."
        return Problem("S013", key.mark, message, "ett ord följt av kolon", hint)
    if key.value == "<<":
        message, hint = "Nyckeln << hämtar in annat innehåll.", "skriv ut innehållet där det ska stå."
        return Problem("S005", key.mark, message, NO_REFERENCE, hint)
    return None


def plain_null(text: str, mark: Mark) -> Problem | None:
    """Refuse a word without quotation marks that YAML reads as nothing."""
    if text not in PLAIN_NULL:
        return None
    hint = "ta bort raden, eller sätt ordet inom citattecken om det är en text."
    return Problem("S014", mark, f"”{text}” läses som ett tomt värde.", hint=hint)


def _cut(space: str) -> str:
    """Return the hint for a text that is cut off by a #.

    Several spaces before the sign set a comment apart: in quotation marks it would be published.
    """
    if len(space) > 1:
        return (
            "ta bort # och det som står efter, eller flytta det till en egen rad. "
            "Hör det till texten, sätt hela texten inom citattecken."
        )
    return "sätt hela texten inom citattecken, eller flytta kommentaren till en egen rad."


def cut_text(rest: str, after: Mark) -> Problem | None:
    """Refuse a comment right after a text without quotation marks.

    `rest` is the remainder of the line from the place `after` on.
    """
    if not rest.lstrip().startswith("#"):
        return None
    at = rest.index("#")
    mark = Mark(after.line, after.column + at, len(rest.rstrip()) - at)
    hint = _cut(rest[:at])
    return Problem("S008", mark, "Det som står efter # blir inte en del av texten.", hint=hint)
