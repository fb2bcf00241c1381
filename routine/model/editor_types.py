"""JSON Schema types that tell editors' programs what each value may be.

They accept what the model accepts, as nearly as a pattern can express it. A value that such a program reads as a number
is text to us: 2 is an edition's number as well as "2".
"""

from __future__ import annotations

from pydantic import WithJsonSchema

SCALAR = ["string", "number"]
WHOLE = ["string", "integer"]
LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
DAY = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])"


def editor_type(pattern: str, message: str, types: list[str] | str = SCALAR, **more: object) -> WithJsonSchema:
    """Build the schema of a value: its types, pattern and error message."""
    # A line break at the end comes from a block of text, and is no part of the value.
    said = {"type": types, "pattern": f"^(?:{pattern})\\n*$", "errorMessage": message}
    return WithJsonSchema(said | more, mode="validation")


# A letter or a digit of any script. No text begins with an ellipsis: in an example it marks what to fill in.
WORDED = "[0-9A-Za-z\u00c0-\u02af\u0370-\u1fff\u2c00-\ud7ff]"
UNSAID = "…"
UNFILLED = rf"\s*{UNSAID}(?:\s|$)"
SOME_TEXT = editor_type(rf"(?!{UNFILLED})[\s\S]*{WORDED}[\s\S]*", "Här ska stå en text.")
ONE_LINE = editor_type(rf"(?!{UNFILLED})[^\n]*{WORDED}[^\n]*", "Här ska stå en text på en rad.")
A_DAY = editor_type(
    f"(?!0000)(?:[0-9]{{4}}-(?:{DAY})|{LEAP})", "Här ska stå ett datum som finns, skrivet som 2018-06-13.", "string"
)
# Typing errors in a host: a comma, an empty part, or a last part of one letter.
SLIPPED = r"(?=[^/\\?#]*[,;]|[^/\\?#]*\.\.|[^/\\?#:]*\.[^.0-9]\.?(?:[/\\?#:\n]|$))"
AN_ADDRESS = editor_type(
    rf"https://(?![^/\\?#]*@)(?!{SLIPPED})[^\s\"'<>{UNSAID}]+",
    "Här ska stå en adress som börjar med https://.",
    "string",
)
A_COUNT = editor_type(
    "(?=[0-9]{1,4}$)0*[1-9][0-9]*", "Här ska stå ett heltal från 1 till 9999.", WHOLE[::-1], minimum=1, maximum=9999
)
