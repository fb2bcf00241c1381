"""What an editor's program is told of each kind of value, in the schema: what the model takes, as nearly as a pattern
can say it.

What such a program takes for a number is text to us: 2 is an edition's number as well as "2".
"""

from __future__ import annotations

from pydantic import WithJsonSchema

SCALAR = ["string", "number"]
WHOLE = ["string", "integer"]
LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
DAY = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])"


def editor_type(pattern: str, message: str, types: list[str] | str = SCALAR, **more: object) -> WithJsonSchema:
    """What to take, and what to say of anything else."""
    # The end of a line is that of a block of text, and no part of the value.
    said = {"type": types, "pattern": f"^(?:{pattern})\\n*$", "errorMessage": message}
    return WithJsonSchema(said | more, mode="validation")


# A letter or a digit of any script; a text begins with no ellipsis, by which an example leaves something open.
WORDED = "[0-9A-Za-z\u00c0-\u02af\u0370-\u1fff\u2c00-\ud7ff]"
UNSAID = "…"
UNFILLED = rf"\s*{UNSAID}(?:\s|$)"
SOME_TEXT = editor_type(rf"(?!{UNFILLED})[\s\S]*{WORDED}[\s\S]*", "Här ska stå en text.")
ONE_LINE = editor_type(rf"(?!{UNFILLED})[^\n]*{WORDED}[^\n]*", "Här ska stå en text på en rad.")
A_DAY = editor_type(
    f"(?!0000)(?:[0-9]{{4}}-(?:{DAY})|{LEAP})", "Här ska stå ett datum som finns, skrivet som 2018-06-13.", "string"
)
# No host has a comma, a part of one with nothing in it, or a last part of one letter: a slip of the hand.
SLIPPED = r"(?=[^/\\?#]*[,;]|[^/\\?#]*\.\.|[^/\\?#:]*\.[^.0-9]\.?(?:[/\\?#:\n]|$))"
AN_ADDRESS = editor_type(
    rf"https://(?![^/\\?#]*@)(?!{SLIPPED})[^\s\"'<>{UNSAID}]+",
    "Här ska stå en adress som börjar med https://.",
    "string",
)
A_COUNT = editor_type(
    "(?=[0-9]{1,4}$)0*[1-9][0-9]*", "Här ska stå ett heltal från 1 till 9999.", WHOLE[::-1], minimum=1, maximum=9999
)
