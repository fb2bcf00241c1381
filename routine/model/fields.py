"""Kinds of value in a routine, with their validators.

A validator refuses, in Swedish, a value that it does not accept, and changes nothing.
"""

import re
from datetime import date
from typing import Annotated, Literal, NoReturn

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, ValidationError
from pydantic_core import Url as Address

from routine.model import telephone
from routine.model.editor_types import (
    A_COUNT,
    A_DAY,
    AN_ADDRESS,
    ONE_LINE,
    SLIPPED,
    SOME_TEXT,
    UNFILLED,
    UNSAID,
    WHOLE,
    WORDED,
    editor_type,
)
from routine.model.numerals import amount_of, day_in, long_date, understood, unit_of
from routine.model.telephone import PHONE

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# The longest file name made of an id, with the site's path before it, then has room on any system.
LONGEST_ID = 80
LONGEST_EDITION = 40  # It is in the footer of every sheet and in a saved case.
LEAST_OF_A_REASON = 3
LONGEST_URL = 2083  # Bytes: accepted by every browser.
LABEL = re.compile(r"(?=.*[0-9A-Za-zÅÄÖÉÜåäöéü])\S(?:[^\n]{0,14}\S)?")
# Separators between names that are written as in a sentence.
SEVERAL = re.compile(r"\s+(?:och|eller|samt)\s+|\s*[;,/&+]\s*")
# A user name before an @ makes an address seem to lead elsewhere: https://www.smhi.se@exempel.net/.
USER = re.compile(r"[a-z]+:[/\\]*[^/\\?#]*@", re.IGNORECASE)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# The last two are ligatures, one character each in text pasted from a PDF.
PLAIN = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "\ufb01": "fi", "\ufb02": "fl"})


def _refuse(code: str, message: str, allowed: str, hint: str) -> NoReturn:
    # Swedish texts may hold braces, which pydantic would read as a template, so they are passed as context.
    raise PydanticCustomError(
        "refused", "{message}", {"code": code, "message": message, "allowed": allowed, "hint": hint}
    )


# How to write each kind of value, for a message about a list or a group in its place.
WRITTEN = {
    "en text": "skriv texten efter kolonet, inom raka citattecken om den innehåller kolon eller [.",
    "ett heltal": "skriv bara siffror efter kolonet, utan klamrar.",
    "ett datum": "skriv år-månad-dag efter kolonet, som 2018-06-13, utan klamrar.",
    "ett id": "skriv id:t ensamt, utan kolon och klamrar.",
    "en beteckning": "skriv beteckningen efter kolonet, som 3.1.2 eller § 7, utan klamrar.",
    "en webbadress": "skriv adressen efter kolonet, utan klamrar.",
    "ett telefonnummer": "skriv numret efter kolonet, utan klamrar.",
}


def _some(value: object, wanted: str = "en text") -> str:
    if not isinstance(value, str):
        _refuse("M003", f"Här ska stå {wanted}, inte en lista eller grupp.", wanted, WRITTEN[wanted])
    if not value.strip():
        _refuse("M011", "Värdet är tomt.", wanted, "skriv ett värde, eller ta bort raden om den inte behövs.")
    if re.match(UNFILLED, value):
        _refuse("M011", f"Här står ”{UNSAID}” kvar.", wanted, f"byt {UNSAID} och exemplet mot det som gäller.")
    return value


def _text(value: object) -> str:
    text = _some(value)
    if not re.search(WORDED, text):
        _refuse("M011", "Texten saknar ord.", "en text", "skriv texten, eller ta bort raden om den inte behövs.")
    return text


def _line(value: object) -> str:
    return _text(_on_one_line(value))


def _on_one_line(value: object, wanted: str = "en text") -> str:
    text = _some(value, wanted)
    if "\n" in text:
        _refuse(
            "M010",
            "Texten har en radbrytning.",
            "en rad",
            "skriv texten på en rad; längre förklaringar hör hemma i detail.",
        )
    return text


def _keyword(value: object) -> str:
    """Validate a line that no page shows.

    For instance a word to search for in a text, a place, or a reason meant for editors.
    """
    return _line(value)


def _reason(value: object) -> str:
    text = _line(value)
    if len(text.split()) < LEAST_OF_A_REASON:
        _refuse(
            "M011",
            "Undantaget saknar skäl.",
            f"minst {LEAST_OF_A_REASON} ord",
            "skriv i en mening varför texten ska stå så.",
        )
    return text


def _named(value: object) -> str:
    """Validate a reference to a label.

    The form of a label is checked once, where the label is defined.
    """
    return _line(value)


def _id(value: object) -> str:
    text = _on_one_line(value, "ett id")
    if not ID.fullmatch(text):
        _refuse(
            "M005",
            f"”{text}” kan inte vara ett id.",
            "små bokstäver a–z, siffror och bindestreck",
            _as_id(text),
        )
    if len(text) > LONGEST_ID:
        _refuse(
            "M014",
            f"Id:t har {len(text)} tecken.",
            f"högst {LONGEST_ID} tecken",
            "korta det till ett par ord: det är en adress och ett filnamn.",
        )
    return text


def _edition(value: object) -> str:
    text = _line(value)
    if len(text) > LONGEST_EDITION:
        _refuse(
            "M014",
            f"Utgåvans nummer har {len(text)} tecken.",
            f"högst {LONGEST_EDITION} tecken",
            "skriv bara numret, som 2 eller 2026:1. Vad som är nytt hör hemma i summary.",
        )
    return text


def _label(value: object) -> str:
    text = _on_one_line(value, "en beteckning")
    if not LABEL.fullmatch(text):
        _refuse(
            "M013",
            f"”{text}” kan inte vara en beteckning.",
            "högst 16 tecken, med minst en siffra eller bokstav, som 3.1.2, A.1, § 7 eller 7a",
            "skriv beteckningen som den står i källan. Hela rubriken hör hemma i title.",
        )
    return text


def _date(value: object) -> date:
    text = _on_one_line(value, "ett datum")
    try:
        # fromisoformat also accepts 20180613 and 2018-W24-3, which no editor means to write.
        if DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        _refuse(
            "M006", f"”{text}” finns inte i kalendern.", "år-månad-dag, som 2018-06-13", "kontrollera månad och dag."
        )
    _refuse("M006", f"”{text}” är inte ett datum.", "år-månad-dag, som 2018-06-13", _as_date(text))


def _as_date(text: str) -> str:
    """Suggest how to write the intended day, if the text tells which."""
    if day := understood(text):
        return f"skriv {day}, om du menar den {long_date(day)}."
    if inside := day_in(text):
        return f"skriv bara dagen: {inside}."
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}", text):
        return "skriv också dagen, med två siffror."
    return "skriv fyra siffror för året och två för månad och dag."


def _count(value: object) -> int:
    text = _on_one_line(value, "ett heltal")
    if not text.isascii() or not text.isdigit() or int(text[:9]) == 0 or len(text) > 4:
        _refuse(
            "M007",
            f"”{text}” är inte ett tal som går att använda här.",
            "ett heltal från 1 till 9999",
            _as_count(text),
        )
    return int(text)


def _as_count(text: str) -> str:
    """Suggest the figures of a text that says a single amount."""
    said, _, unit = text.strip(" .,;").partition(" ")
    amount, unit = amount_of(said), unit_of(unit)
    if amount and unit:
        return f"skriv count: {amount} och unit: {unit}, på var sin rad."
    return f"skriv {amount}." if amount and amount < 10_000 else "skriv bara siffror."


def _url(value: object) -> str:
    text = _on_one_line(value, "en webbadress")
    try:
        known = Address(text).scheme in ("http", "https") and len(text.encode()) <= LONGEST_URL
    except ValidationError:
        known = False
    if not known:
        _refuse(
            "M008",
            f"”{text}” är inte en webbadress.",
            "en adress som börjar med https://",
            _as_address(text),
        )
    if USER.match(text):
        _refuse(
            "M008",
            "Adressen har ett namn eller ett lösenord före @.",
            "en adress som alla får öppna, utan @ före den första / efter https://",
            "ta bort det som står före @, och kontrollera att adressen leder dit du tror.",
        )
    if not text.startswith("https://") or re.search(r"[\s\"'<>]", text):
        _refuse(
            "M008",
            f"”{text}” är inte en säker webbadress.",
            "en adress som börjar med https://, utan mellanslag och citattecken",
            "kopiera adressen från webbläsaren.",
        )
    if UNSAID in text:
        _refuse(
            "M008",
            f"Adressen är inte hel: den har ett ”{UNSAID}”.",
            "hela adressen, från https://",
            "öppna sidan, och kopiera adressen från webbläsarens adressfält.",
        )
    if slipped := re.match(f"https://{SLIPPED}([^/\\\\?#]*)", text):
        _refuse(
            "M008",
            f"”{slipped.group(1)}” är ingen webbplats.",
            "en adress som börjar med https:// och webbplatsens namn, som www.example.com",
            "se efter om ett tecken har blivit fel eller fallit bort, eller kopiera adressen från webbläsaren.",
        )
    return text


def _as_address(text: str) -> str:
    """Suggest how to write an incomplete or bracketed address.

    It may lack its beginning, or be in brackets as in a message.
    """
    bare = text.strip('<>()[]" .,;:')
    address = f"https://{bare}" if re.match(r"www\.[\w-]+\.\w", bare, re.IGNORECASE) else bare
    copy = "kopiera adressen från webbläsaren."
    try:
        return copy if address == text else f"skriv {_url(address)}, och kontrollera att adressen leder rätt."
    except PydanticCustomError:
        return copy


def _phone(value: object) -> str:
    text = _on_one_line(value, "ett telefonnummer")
    if not PHONE.fullmatch(text):
        message, hint = telephone.fault(text)
        _refuse("M009", message, telephone.ALLOWED, hint)
    return text


def _as_id(text: str) -> str:
    """Suggest the intended id, or several for a place that takes a list."""
    several = [folded(part) for part in SEVERAL.split(text) if part.strip()]
    if len(several) > 1:
        return f"sätt komma mellan om det är flera: {', '.join(several)}."
    return f"skriv {folded(text)}."


def folded(text: str) -> str:
    """Fold a text into the nearest id.

    The letters å and ä become a, ö becomes o, and anything else becomes a hyphen.
    """
    plain = text.lower().translate(PLAIN)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "ett-namn"


Text = Annotated[str, BeforeValidator(_text), SOME_TEXT]
Line = Annotated[str, BeforeValidator(_line), ONE_LINE]
Keyword = Annotated[str, BeforeValidator(_keyword), ONE_LINE]
Reason = Annotated[
    str,
    BeforeValidator(_reason),
    editor_type(rf"(?!{UNFILLED})(?=[^\n]*{WORDED})\s*(?:\S+\s+){{2,}}\S[^\n]*", "Här ska stå varför, i en mening."),
]
Id = Annotated[
    str,
    BeforeValidator(_id),
    WithJsonSchema({"type": "string", "pattern": f"^{ID.pattern}$"}, mode="serialization"),
    editor_type(
        ID.pattern,
        f"Ett id har högst {LONGEST_ID} små bokstäver a–z, siffror och bindestreck.",
        WHOLE,
        minimum=0,
        maxLength=LONGEST_ID,
    ),
]
Label = Annotated[
    str,
    BeforeValidator(_label),
    editor_type(LABEL.pattern, "En beteckning är högst 16 tecken, som 3.1.2, A.1, § 7 eller 7a."),
]
Edition = Annotated[
    str,
    BeforeValidator(_edition),
    editor_type(
        r"[^\n]*\S[^\n]*", f"Utgåvans nummer är en rad med högst {LONGEST_EDITION} tecken.", maxLength=LONGEST_EDITION
    ),
]
LabelNamed = Annotated[str, BeforeValidator(_named), ONE_LINE]
Date = Annotated[date, BeforeValidator(_date), A_DAY]
Count = Annotated[
    int,
    BeforeValidator(_count),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 9999}, mode="serialization"),
    A_COUNT,
]
Url = Annotated[
    str,
    BeforeValidator(_url),
    WithJsonSchema({"type": "string", "pattern": "^https://"}, mode="serialization"),
    AN_ADDRESS,
]
Phone = Annotated[
    str,
    BeforeValidator(_phone),
    editor_type(PHONE.pattern, "Här ska stå ett telefonnummer.", WHOLE, minimum=100),
]

Basis = Literal["kalla", "tolkning"]
Own = Literal["egen"]
Answer = Literal["ja", "nej"]
ANSWERS: tuple[Answer, ...] = ("ja", "nej")
At = Literal["start"]
# A flag, present or absent.
Yes = Literal["ja"]
Conformity = Literal["helt", "delvis", "inte"]
Mode = Literal["alla", "nagon"]
Unit = Literal["dagar", "veckor", "timmar"]
RowIs = Literal["ny", "borttagen"]
# Facts that the source may state about a row, and that a decision may remove.
Removable = Literal["jointly", "consulted", "proxy", "participants", "conditions", "within", "groups", "says"]

# The description of `also` in every model that has it.
ALSO = (
    "Andra ord för samma sak, så som den som söker skriver dem: vardagsord, äldre ord, förkortningar. "
    "Sökningen hittar dem, och de står inte på läsarnas sidor. I sokord.yaml står de efter id:t."
)
